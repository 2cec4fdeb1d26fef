// SPDX-License-Identifier: Apache-2.0
// What a contract's yearly rate may be: a table's rate times a multiple plus points, or a rate that the document names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "policy/kind.h"
#include "policy/tiers.h"

namespace mingzhang::policy {

/// relation, tiers, fixed, multiple, points, adjusts.
std::span<const Field> rate_rule_fields();

/// The rule of a contract's rate. All rates are percent a year.
class RateRule {
 public:
  /// Reads an object that `rate_rule_fields` describes. Reports tiers that do not rise, and both or neither of a table and
  /// a fixed rate.
  static RateRule read(const Parameters& parameters);

  /// `rate`, `base_rate` and, where there are tiers and `asks_term`, `term_months`. Only `rate` may be required.
  void add_inputs(bool is_rate_required, bool asks_term, std::vector<Input>& inputs) const;
  /// The table of the term in `term_months`; nothing where the rate is fixed or the term lies in no tier.
  std::optional<Lookup> lookup(const Given& given) const;

  struct Limit {
    Decimal rate;
    std::string formula;  ///< "3.85% × 130% = 5.005%"
  };
  /// The highest rate allowed, or the only one. InputTooLarge, TermOutside, RateUnknown, ResultTooLarge.
  /// Example: base 4.35 × 130% → 5.655. What is finer than a millionth of a percent is cut off.
  Result<Limit, Problem> limit(const Given& given) const;
  /// Whether a contract may have this rate.
  bool allows(Decimal rate, const Limit& limit) const { return is_exact_ ? rate == limit.rate : rate <= limit.rate; }
  /// "不高于" or "等于".
  std::string relation_text() const { return is_exact_ ? "等于" : "不高于"; }
  std::string relation_text_en() const { return is_exact_ ? "exactly" : "at most"; }
  /// "contract", "yearly", "table" or empty.
  const std::string& adjusts() const { return adjusts_; }

 private:
  bool is_exact_ = false;
  std::vector<Tier> tiers_;
  std::vector<std::string> tables_;  ///< of each tier
  std::optional<Decimal> fixed_;
  std::optional<Share> multiple_;
  std::optional<Decimal> points_;
  std::string adjusts_;
};

/// A yearly rate that a person gave: from 0 to 1,000 percent, else InputTooLarge.
Result<Decimal, Problem> given_rate(const Given& given, std::string_view input);

}  // namespace mingzhang::policy
