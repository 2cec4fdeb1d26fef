// SPDX-License-Identifier: Apache-2.0
// The terms of a loan product, as far as its document gives them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "policy/field.h"
#include "policy/parameters.h"
#include "policy/rate_rule.h"

namespace mingzhang::policy {

/// A word of the document with a code for programs.
struct TermWord {
  std::string code;
  std::string title;
  std::string title_en;
};

/// What is absent the document does not say.
struct LoanTerms {
  std::optional<Money> cap;                    ///< the most that one household or person may owe, that amount included
  std::optional<Money> top_up_cap;             ///< the same with a top-up 追加
  std::optional<std::int64_t> longest_months;  ///< that number included
  std::optional<RateRule> rate;
  std::vector<TermWord> security;
  std::vector<TermWord> borrowers;
  std::vector<TermWord> forbidden_uses;
  std::optional<std::int64_t> least_age;       ///< included
  std::optional<std::int64_t> most_age;        ///< included

  /// Of cap, longest_months, rate, security and borrowers those that are absent.
  std::vector<std::string> unknown() const;
};

std::span<const Field> loan_term_fields();

/// Reads an object that `loan_term_fields` describes. Reports codes that stand twice and limits that are swapped.
LoanTerms read_loan_terms(const Parameters& parameters);

/// The word of this code or title; null where there is none.
const TermWord* find_word(const std::vector<TermWord>& words, std::string_view code_or_title);
/// "信用、保证".
std::string words_text(const std::vector<TermWord>& words);
/// "credit, guarantee".
std::string words_text_en(const std::vector<TermWord>& words);

}  // namespace mingzhang::policy
