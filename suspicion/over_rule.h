// SPDX-License-Identifier: Apache-2.0
// Benefits above what their rule gave, or above the cost they are for (补助超过规则或费用).
#pragma once

#include <optional>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// A benefit as it was granted; the texts are valid during the call only.
struct Granted {
  Payment payment;           ///< its amount without what was taken back
  Money eligible;            ///< the cost
  std::optional<Money> rule_amount;  ///< what the explanation in its record says; nothing: it has none
};

/// Compares one after the other.
class OverRule {
 public:
  void see(const Granted& granted);
  std::vector<Hit> hits() && { return std::move(hits_); }

 private:
  std::vector<Hit> hits_;
};

}  // namespace mingzhang::suspicion
