// SPDX-License-Identifier: Apache-2.0
// The demonstration asks the packs like everybody: no figure of a document stands in its source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "policy/evaluate.h"
#include "service/request.h"

namespace mingzhang::service {

/// One pack, and what it answers on one day.
class DemoRules {
 public:
  /// A shipped pack. Requires that there is one of this id.
  DemoRules(std::string_view pack, Date day);

  /// The answer of a rule. A refusal is kept as `failure`, and the answer is empty.
  policy::Evaluation ask(std::string_view rule, const std::vector<policy::NamedText>& inputs);
  /// A whole number that the document prints, such as 228 households: of a rule of kind "figure", or of one that has
  /// `figures` the one with this name. Aborts where the pack has none: the packs are part of the program.
  std::int64_t figure(std::string_view rule, std::string_view name = {}) const;
  /// The first refusal; the demonstration ends with it.
  const std::optional<Refusal>& failure() const { return failure_; }

  /// What the document says that does not agree with itself, one sentence each.
  std::vector<std::string> warnings();

 private:
  policy::Pack pack_;
  std::string digest_;
  Date day_;
  std::optional<Refusal> failure_;
};

/// The member `amount` of a rule's answer; zero where there is none.
Money amount_of(const policy::Evaluation& answer);
/// The amount of one of its `components`; zero where there is none of this name.
Money component_of(const policy::Evaluation& answer, std::string_view name);
/// The amounts of its `parts`, in their order, with their names.
std::vector<std::pair<std::string, Money>> parts_of(const policy::Evaluation& answer);

}  // namespace mingzhang::service
