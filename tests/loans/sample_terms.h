// SPDX-License-Identifier: Apache-2.0
// Terms for tests: a loan of 50,000.00 at 4.35 % from 2016-03-01, monthly for three years, to be changed as a test needs.
#pragma once

#include "loans/schedule.h"
#include "loans/terms_check.h"
#include "tests/support/catch.h"
#include "tests/support/fen.h"

namespace mingzhang::tests {

inline Date loan_day(const char* text) {
  const auto date = parse_date(text);
  INFO(text);
  REQUIRE(date.has_value());
  return *date;
}

inline loans::LoanTerms sample_terms() {
  loans::LoanTerms terms;
  terms.principal = fen(5'000'000);
  terms.start = loan_day("2016-03-01");
  terms.rate = *parse_rate("4.35%");
  terms.day_count = *loans::parse_day_count("months/12");
  terms.due.installments = 36;
  return terms;
}

/// The schedule on a day; requires that terms and events are good.
inline loans::Schedule schedule_on(const loans::LoanTerms& terms, const std::vector<loans::Event>& events, Date as_of) {
  REQUIRE(loans::check_terms(terms).empty());
  auto schedule = loans::schedule_for(terms, events, as_of);
  REQUIRE(schedule.has_value());
  return *schedule;
}

inline loans::Schedule planned(const loans::LoanTerms& terms) { return schedule_on(terms, {}, terms.start); }

}  // namespace mingzhang::tests
