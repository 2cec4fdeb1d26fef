// SPDX-License-Identifier: Apache-2.0
// Small packs for tests, and rules asked in one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "policy/evaluate.h"
#include "policy/pack.h"

namespace mingzhang::tests {

/// A pack named "sample" in force in 2016 and 2017 with these rules.
std::string sample_pack(const std::string& rules);
/// A rule named "rule"; `more` are further members, each with a comma behind it.
std::string sample_rule(const std::string& kind, const std::string& parameters, const std::string& more = "");

/// "POLICY-108 /rules/0/kinf" for each problem.
std::vector<std::string> places_of(const std::vector<Problem>& problems);
/// The same for a text that must not load.
std::vector<std::string> refusals_of(const std::string& text, std::string_view file_name = "");

/// One rule of a sample pack, asked.
class AskedRule {
 public:
  /// Fails the test where the rule does not load.
  AskedRule(const std::string& kind, const std::string& parameters, const std::string& more = "");

  /// The result as canonical JSON. `inputs` are separated by blanks. Fails the test where the rule refuses.
  std::string result(const std::string& inputs, const std::string& date = "2016-10-14") const;
  /// One member of the result, e.g. "amount", as JSON; empty where there is none.
  std::string member(const std::string& key, const std::string& inputs, const std::string& date = "2016-10-14") const;
  /// "POLICY-304 rule rule, input count" for each problem; empty where it answers.
  std::vector<std::string> refusals(const std::string& inputs, const std::string& date = "2016-10-14") const;
  policy::Evaluation evaluation(const std::string& inputs, const std::string& date = "2016-10-14") const;

 private:
  Result<policy::Evaluation, std::vector<Problem>> ask(const std::string& inputs, const std::string& date) const;

  policy::Pack pack_;
};

}  // namespace mingzhang::tests
