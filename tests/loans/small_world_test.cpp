// SPDX-License-Identifier: Apache-2.0
// Every small loan there is: rows add up, the last one closes, nothing is negative.
#include "loans/schedule.h"
#include "tests/loans/sample_terms.h"
#include "tests/loans/schedule_laws.h"

namespace {

using mingzhang::Money;
using mingzhang::loans::LoanTerms;
using mingzhang::loans::Method;
using mingzhang::loans::Remainder;
using mingzhang::loans::Row;
using mingzhang::loans::Schedule;
using mingzhang::tests::fen;
using mingzhang::tests::sample_terms;

/// The laws of every schedule, and that a plan without tranches hands each balance on.
const char* broken_law(const LoanTerms& terms, const Schedule& schedule) {
  Money opening = terms.principal;
  for (const Row& row : schedule.rows) {
    if (row.opening != opening) return "a row opens with what the one before it left";
    opening = row.balance;
  }
  return mingzhang::tests::broken_law(schedule);
}

void check_world(LoanTerms terms, std::int64_t most) {
  for (int rows = 1; rows <= 12; ++rows) {
    terms.due.installments = rows;
    for (std::int64_t principal = 1; principal <= most; ++principal) {
      terms.principal = fen(principal);
      const auto schedule = mingzhang::loans::schedule_for(terms, {}, terms.start);
      const char* law = schedule ? broken_law(terms, *schedule) : "there is a schedule";
      if (law == nullptr) continue;
      INFO(law << ": " << principal << " fen in " << rows << " rows, method " << static_cast<int>(terms.method));
      REQUIRE(law == nullptr);
    }
  }
}

}  // namespace

TEST_CASE("every loan of up to 20.00 yuan in up to 12 installments adds up", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  for (const Method method : {Method::EqualInstallments, Method::EqualPrincipal, Method::PrincipalAtEnd, Method::AllAtEnd, Method::Flat}) {
    terms.method = method;
    check_world(terms, 2'000);
  }
}

TEST_CASE("so does it with every remainder, no interest and much of it", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  for (const char* rate : {"0%", "36%", "1000%"}) {
    terms.rate = *mingzhang::parse_rate(rate);
    for (const Remainder remainder : {Remainder::Last, Remainder::First, Remainder::Spread}) {
      terms.rounding.remainder = remainder;
      for (const Method method : {Method::EqualInstallments, Method::EqualPrincipal, Method::Flat}) {
        terms.method = method;
        check_world(terms, 120);
        terms.rounding.installment_multiple = fen(100);
        terms.rounding.installment = mingzhang::Rounding::Up;
        check_world(terms, 120);
        terms.rounding.installment_multiple = Money();
        terms.rounding.is_iterated = true;
        check_world(terms, 60);
        terms.rounding.is_iterated = false;
        terms.rounding.installment = mingzhang::Rounding::HalfUp;
      }
    }
  }
}

TEST_CASE("the 31st, leap days and any first day add up", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.due.installments = 12;
  for (const char* count : {"act/360", "act/365", "act/act", "act/act-dec31", "30/360", "30e/360-isda", "months/12"}) {
    terms.day_count = *mingzhang::loans::parse_day_count(count);
    for (int days = 0; days < 800; days += 7) {
      terms.start = mingzhang::plus_days(mingzhang::tests::loan_day("2015-01-31"), days);
      for (const Method method : {Method::EqualInstallments, Method::Flat, Method::PrincipalAtEnd}) {
        terms.method = method;
        const auto schedule = mingzhang::loans::schedule_for(terms, {}, terms.start);
        REQUIRE(schedule.has_value());
        INFO(count << " " << to_iso(terms.start) << " method " << static_cast<int>(method));
        REQUIRE(broken_law(terms, *schedule) == nullptr);
      }
    }
  }
}
