// SPDX-License-Identifier: Apache-2.0
// The amount per unit: its parameters, and the evaluation, which months make long enough for a file of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/kind.h"
#include "policy/steps.h"

namespace mingzhang::policy {

/// Rule kind per_unit.
class PerUnit : public RuleBody {
 public:
  struct Class {
    std::string name;
    std::string title;
    std::string title_en;
    std::vector<Step> steps;
    bool is_once = false;
  };
  struct Component {
    std::string name;
    Money amount;
  };

  std::vector<Input> inputs() const override;
  Answer evaluate(const Given& given) const override;

  std::string unit;  ///< the Chinese word
  bool is_monthly = false;
  std::vector<Class> classes;
  std::vector<Component> components;

 private:
  /// Months of one amount.
  struct Span {
    Month from;
    Month to;
    std::int64_t months = 0;
    Money amount;
  };
  /// What one class gets.
  struct Share {
    std::int64_t units = 0;
    std::vector<Span> spans;
    Money amount;
  };

  bool is_single() const { return classes.size() == 1 && classes.front().name == "default"; }
  std::string input_name(std::string_view prefix, const Class& one) const;
  std::optional<Problem> problem_of(const Given& given) const;
  std::optional<Problem> month_problem(const Given& given) const;
  /// The spans of a class for which `given` asks; without months one span of one month.
  Result<std::vector<Span>, Problem> spans_of(const Given& given, const Class& one) const;
  Result<Share, Problem> share_of(const Given& given, const Class& one) const;
  JsonValue json_of_share(const Given& given, const Class& one, const Share& share) const;
  std::string formula_of(const Class& one, const Share& share) const;
};

}  // namespace mingzhang::policy
