// SPDX-License-Identifier: Apache-2.0
// Planned schedules of every method. The expected figures were computed with python's fractions: the installment as
// P / (v + v² + …) with v = 1 / (1 + f), each interest as balance × rate × part of a year, both rounded half up to fen.
#include "loans/schedule.h"

#include "tests/loans/sample_terms.h"

namespace {

using mingzhang::Money;
using mingzhang::Rounding;
using mingzhang::loans::BrokenFirst;
using mingzhang::loans::Fraction;
using mingzhang::loans::LoanTerms;
using mingzhang::loans::Method;
using mingzhang::loans::Remainder;
using mingzhang::loans::Row;
using mingzhang::loans::Schedule;
using mingzhang::tests::fen;
using mingzhang::tests::loan_day;
using mingzhang::tests::planned;
using mingzhang::tests::sample_terms;

void check_row(const Row& row, std::int64_t interest, std::int64_t principal, std::int64_t balance) {
  INFO("row " << row.number);
  CHECK(row.owed.interest == fen(interest));
  CHECK(row.owed.principal == fen(principal));
  CHECK(row.balance == fen(balance));
}

}  // namespace

TEST_CASE("equal installments repay 50,000.00 in 36 months", "[loans][schedule]") {
  const Schedule schedule = planned(sample_terms());
  REQUIRE(schedule.rows.size() == 36);
  CHECK(schedule.installment == fen(148'400));
  check_row(schedule.rows[0], 18'125, 130'275, 4'869'725);
  check_row(schedule.rows[17], 9'860, 138'540, 2'581'382);
  check_row(schedule.rows[35], 536, 147'854, 0);
  CHECK(schedule.owed.interest == fen(342'390));
  CHECK(schedule.rows[35].due == loan_day("2019-03-01"));
}

TEST_CASE("equal installments by actual days differ by the days of the months", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.day_count = *mingzhang::loans::parse_day_count("act/360");
  const Schedule schedule = planned(terms);
  CHECK(schedule.installment == fen(148'553));
  check_row(schedule.rows[0], 18'729, 129'824, 4'870'176);
  check_row(schedule.rows[17], 10'194, 138'359, 2'582'946);
  check_row(schedule.rows[35], 501, 148'054, 0);
  CHECK(schedule.owed.interest == fen(347'910));
}

TEST_CASE("equal principal repays the same share every month", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.method = Method::EqualPrincipal;
  const Schedule schedule = planned(terms);
  check_row(schedule.rows[0], 18'125, 138'889, 4'861'111);
  check_row(schedule.rows[17], 9'566, 138'889, 2'499'998);
  check_row(schedule.rows[35], 503, 138'885, 0);
  CHECK(schedule.owed.interest == fen(335'312));
}

TEST_CASE("quarterly interest runs from settlement day to settlement day", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.method = Method::PrincipalAtEnd;
  terms.due.period.every = 3;
  terms.due.installments = 12;
  terms.due.settlement_day = 20;
  terms.day_count = *mingzhang::loans::parse_day_count("act/360");
  const Schedule schedule = planned(terms);
  REQUIRE(schedule.rows.size() == 13);
  CHECK(schedule.rows[0].due == loan_day("2016-03-21"));
  CHECK(schedule.rows[0].days == 20);
  check_row(schedule.rows[0], 12'083, 0, 5'000'000);
  CHECK(schedule.rows[1].due == loan_day("2016-06-21"));
  check_row(schedule.rows[1], 55'583, 0, 5'000'000);
  CHECK(schedule.rows[12].due == loan_day("2019-03-01"));
  check_row(schedule.rows[12], 42'292, 5'000'000, 0);
  CHECK(schedule.owed.interest == fen(661'560));
  terms.day_count = *mingzhang::loans::parse_day_count("act/365");
  CHECK(planned(terms).owed.interest == fen(652'500));
  terms.due.paid_after = 0;
  CHECK(planned(terms).rows[0].due == loan_day("2016-03-20"));
  CHECK(planned(terms).owed.interest == fen(652'500));
}

TEST_CASE("all at the end is one row", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.method = Method::AllAtEnd;
  terms.due.installments = 12;
  CHECK(planned(terms).rows.size() == 1);
  check_row(planned(terms).rows[0], 217'500, 5'000'000, 0);
  terms.day_count = *mingzhang::loans::parse_day_count("act/360");
  check_row(planned(terms).rows[0], 220'521, 5'000'000, 0);
}

TEST_CASE("flat interest is charged on the first principal throughout", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.principal = fen(125'000);
  terms.rate = *mingzhang::parse_rate("15%");
  terms.method = Method::Flat;
  terms.due.installments = 4;
  terms.rounding.interest = Rounding::HalfEven;
  // 1250 · 15 % · 4/12 = 62.50; a quarter is 15.625, half to even 15.62, and the last row takes 15.64.
  check_row(planned(terms).rows[0], 1'562, 31'250, 93'750);
  check_row(planned(terms).rows[3], 1'564, 31'250, 0);
  terms.rounding.installment_multiple = fen(100);
  check_row(planned(terms).rows[0], 1'562, 31'238, 93'762);
  check_row(planned(terms).rows[3], 1'564, 31'286, 0);
}

TEST_CASE("a table of shares repays what it says", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.method = Method::Shares;
  terms.due.installments = 4;
  terms.grace.principal = 1;
  terms.shares = {{Fraction(1, 3), {}}, {Fraction(1, 3), {}}, {Fraction(1, 3), {}}};
  const Schedule schedule = planned(terms);
  check_row(schedule.rows[0], 18'125, 0, 5'000'000);
  check_row(schedule.rows[1], 18'125, 1'666'667, 3'333'333);
  check_row(schedule.rows[2], 12'083, 1'666'667, 1'666'666);
  check_row(schedule.rows[3], 6'042, 1'666'666, 0);
}

TEST_CASE("grace defers principal, collects interest in one lump, or forgives it", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.due.installments = 12;
  terms.grace = {6, 3, 0};
  const Schedule schedule = planned(terms);
  CHECK(schedule.installment == fen(843'938));
  check_row(schedule.rows[2], 0, 0, 5'000'000);
  check_row(schedule.rows[3], 72'500, 0, 5'000'000);
  check_row(schedule.rows[4], 18'125, 0, 5'000'000);
  check_row(schedule.rows[6], 18'125, 825'813, 4'174'187);
  terms.grace = {0, 0, 12};
  CHECK(planned(terms).owed.interest == fen(0));
  CHECK(planned(terms).installment == fen(416'667));
}

TEST_CASE("a broken first period pays for its odd days as the terms say", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.start = loan_day("2016-03-05");
  terms.due.installments = 12;
  terms.due.first_due = loan_day("2016-04-21");
  terms.day_count = *mingzhang::loans::parse_day_count("act/365");
  // 47 days in the first row; by python's fractions as above.
  CHECK(planned(terms).installment == fen(427'413));
  CHECK(planned(terms).rows[0].owed.interest == fen(28'007));
  // 16 odd days are 50000 · 4.35 % · 16/365 = 95.342… → 95.34; a twelfth is 7.945 → 7.95 and the last takes 7.89.
  const Money whole = [&] {
    LoanTerms regular = terms;
    regular.start = loan_day("2016-03-21");
    regular.due.first_due.reset();
    return planned(regular).owed.interest;
  }();
  for (const auto broken : {BrokenFirst::AddToFirst, BrokenFirst::AddToLast, BrokenFirst::Spread, BrokenFirst::Upfront}) {
    terms.due.broken_first = broken;
    CHECK(planned(terms).owed.interest == whole + fen(9'534));
  }
  CHECK(planned(terms).rows.size() == 13);
  CHECK(planned(terms).rows[0].due == terms.start);
  check_row(planned(terms).rows[0], 9'534, 0, 5'000'000);
  terms.due.broken_first = BrokenFirst::Waived;
  CHECK(planned(terms).owed.interest == whole);
}

TEST_CASE("who takes the remainder is a choice", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.principal = fen(100'000);
  terms.method = Method::EqualPrincipal;
  terms.due.installments = 6;
  terms.rounding.unit = fen(100);
  const auto shares = [&] {
    std::vector<std::int64_t> found;
    for (const Row& row : planned(terms).rows) found.push_back(row.owed.principal.fen() / 100);
    return found;
  };
  CHECK(shares() == std::vector<std::int64_t>{167, 167, 167, 167, 167, 165});
  terms.rounding.remainder = Remainder::First;
  CHECK(shares() == std::vector<std::int64_t>{165, 167, 167, 167, 167, 167});
  terms.rounding.remainder = Remainder::Spread;
  // 1000/6, 833/5, 666/4 (a tie), 499/3, 333/2 (a tie), the rest.
  CHECK(shares() == std::vector<std::int64_t>{167, 167, 167, 166, 167, 166});
}

TEST_CASE("the longest and the shortest loans close", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.principal = fen(50'000'000);
  terms.rate = *mingzhang::parse_rate("4.9%");
  terms.due.installments = 360;
  // 500,000.00 at 4.9 % for 30 years: 2,653.63 a month, 455,309.85 of interest.
  CHECK(planned(terms).installment == fen(265'363));
  check_row(planned(terms).rows[359], 1'080, 264'588, 0);
  CHECK(planned(terms).owed.interest == fen(45'530'985));
  terms = sample_terms();
  terms.due.period = {mingzhang::loans::PeriodUnit::Days, 1};
  terms.due.installments = 1;
  terms.day_count = *mingzhang::loans::parse_day_count("act/360");
  check_row(planned(terms).rows[0], 604, 5'000'000, 0);
}

TEST_CASE("an exact tie of the installment is rounded as a tie", "[loans][schedule]") {
  LoanTerms terms = sample_terms();
  terms.rate_basis = mingzhang::loans::RateBasis::PerPeriod;
  terms.rate = *mingzhang::parse_rate("0.5");
  terms.due.installments = 2;
  // 5 · 1.5² / 2.5 = 4.5 fen exactly.
  terms.principal = fen(5);
  terms.rounding.installment = Rounding::HalfUp;
  CHECK(planned(terms).installment == fen(5));
  terms.rounding.installment = Rounding::HalfEven;
  CHECK(planned(terms).installment == fen(4));
  // 10 · 0.9 = 9 exactly: rounding up keeps it.
  terms.principal = fen(10);
  terms.rounding.installment = Rounding::Up;
  CHECK(planned(terms).installment == fen(9));
  terms.rounding.installment = Rounding::Down;
  CHECK(planned(terms).installment == fen(9));
}
