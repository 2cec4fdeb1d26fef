// SPDX-License-Identifier: Apache-2.0
// The same cost claimed in two years, and the same paper behind two reports of spending (重复申领、重复报账).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// One benefit of a person for a cost. The texts are valid during the call only.
struct Claim {
  std::string_view programme;
  std::string_view person;
  std::int64_t year = 0;
  Money eligible;  ///< the cost
  Payment payment;
};

/// Costs that come back to the fen in another year, for the same person under the same programme. The books refuse the
/// same invoice by its digest (INV-22); this finds one that was scanned again. Whole yuan are fixed rates more often than
/// invoices and are not looked at.
/// Example: 12,345.67 claimed for 2016 and again for 2017 → a hit; 1,500.00 in both years → none.
class RepeatedClaims {
 public:
  void see(const Claim& claim);
  /// By programme, person and cost.
  std::vector<Hit> hits() const;

 private:
  struct Seen {
    std::int64_t year;
    Item item;
  };
  std::unordered_map<std::string, std::vector<Seen>> claims_;
};

/// A paper behind a report of spending.
struct Evidence {
  std::string digest;
  Date date;
  Money amount;
  Source source;
};

/// Papers behind two reports or more.
std::vector<Hit> repeated_evidence(const std::vector<Evidence>& papers);

}  // namespace mingzhang::suspicion
