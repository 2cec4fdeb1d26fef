// SPDX-License-Identifier: Apache-2.0
// Late fees: on what, from which day, how often, and against a model that goes day by day.
#include <random>

#include "loans/interest.h"
#include "loans/policy_words.h"
#include "loans/schedule.h"
#include "tests/loans/sample_terms.h"
#include "tests/loans/schedule_laws.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Date;
using mingzhang::Money;
using mingzhang::plus_days;
using mingzhang::tests::fen;
using mingzhang::tests::loan_day;
using mingzhang::tests::sample_terms;
using mingzhang::tests::schedule_on;
namespace loans = mingzhang::loans;
using loans::LateFeeBase;

/// 300.00 in three equal parts of principal without interest, due on the first of April, May and June; 0.1 % a day.
loans::LoanTerms three_rows(LateFeeBase base) {
  loans::LoanTerms terms = sample_terms();
  terms.principal = fen(30'000);
  terms.rate = mingzhang::Rate();
  terms.method = loans::Method::EqualPrincipal;
  terms.due.installments = 3;
  terms.late_fee.per_day = *mingzhang::parse_rate("0.1%");
  terms.late_fee.base = base;
  return terms;
}

/// The fees of each row on a day.
std::vector<std::int64_t> fees(const loans::LoanTerms& terms, const std::vector<loans::Event>& events, const char* day) {
  std::vector<std::int64_t> found;
  for (const loans::Row& row : schedule_on(terms, events, loan_day(day)).rows) found.push_back(row.owed.fees.fen());
  return found;
}

using Fees = std::vector<std::int64_t>;

loans::Event paid(const char* day, std::int64_t amount) { return loans::Payment{loan_day(day), fen(amount)}; }

/// Principal of a row that is overdue on a day after what was paid until it.
Money overdue(const loans::Schedule& schedule, std::size_t row, Date day, int grace) {
  const loans::Row& one = schedule.rows[row];
  return plus_days(one.due, grace) <= day ? one.owed.principal - one.paid.principal : Money();
}

}  // namespace

TEST_CASE("a day overdue costs a part of what is overdue, row by row", "[loans][late_fee]") {
  const loans::LoanTerms terms = three_rows(LateFeeBase::OverduePrincipal);
  CHECK(fees(terms, {}, "2016-04-01") == Fees{0, 0, 0});
  CHECK(fees(terms, {}, "2016-04-05") == Fees{40, 0, 0});
  // 100.00 · 0.1 % for 34 days, and for 4 days.
  CHECK(fees(terms, {}, "2016-05-05") == Fees{340, 40, 0});
  // Half is paid after 4 days (0.40 of fees first, 49.60 of principal), so 30 days on 50.40.
  CHECK(fees(terms, {paid("2016-04-05", 5'000)}, "2016-05-05") == Fees{40 + 151, 40, 0});
  // What is paid to the last fen costs nothing any more.
  CHECK(fees(terms, {paid("2016-04-05", 10'040)}, "2016-05-01") == Fees{40, 0, 0});
  CHECK(fees(terms, {loans::PayOff{loan_day("2016-04-05")}}, "2016-08-05") == Fees{40, 0});
}

TEST_CASE("fees on the whole loan run once a day, on the oldest overdue row", "[loans][late_fee]") {
  CHECK(fees(three_rows(LateFeeBase::Initial), {}, "2016-05-05") == Fees{34 * 30, 0, 0});
  CHECK(fees(three_rows(LateFeeBase::Outstanding), {}, "2016-05-05") == Fees{34 * 30, 0, 0});
  // The first row is paid on 04-05 with its fees of 4 days; 4 days of the second cost on 300.00, or on the 200.00 left.
  CHECK(fees(three_rows(LateFeeBase::Initial), {paid("2016-04-05", 10'120)}, "2016-05-05") == Fees{120, 120, 0});
  CHECK(fees(three_rows(LateFeeBase::Outstanding), {paid("2016-04-05", 10'120)}, "2016-05-05") == Fees{120, 80, 0});
}

TEST_CASE("interest may bear fees, grace and pauses do not, and the unit is that of the terms", "[loans][late_fee]") {
  loans::LoanTerms terms = three_rows(LateFeeBase::OverdueAmount);
  terms.rate = *mingzhang::parse_rate("12%");
  CHECK(fees(terms, {}, "2016-04-11") == Fees{103, 0, 0});  // 103.00 · 0.1 % · 10
  terms.late_fee.grace_days = 3;
  CHECK(fees(terms, {}, "2016-04-04") == Fees{0, 0, 0});
  CHECK(fees(terms, {}, "2016-04-11") == Fees{72, 0, 0});  // 7 days: 72.1
  terms.late_fee.rounding = mingzhang::Rounding::Up;
  CHECK(fees(terms, {}, "2016-04-11") == Fees{73, 0, 0});
  terms = three_rows(LateFeeBase::OverduePrincipal);
  CHECK(fees(terms, {loans::InterestPause{loan_day("2016-04-03"), loan_day("2016-04-08")}}, "2016-04-11") == Fees{50, 0, 0});
  terms.rounding.unit = fen(100);
  CHECK(fees(terms, {}, "2016-04-16") == Fees{200, 0, 0});  // 1.50, half up to whole yuan
}

TEST_CASE("tranches count from their day on", "[loans][late_fee]") {
  loans::LoanTerms terms = three_rows(LateFeeBase::Initial);
  terms.method = loans::Method::PrincipalAtEnd;
  terms.rate = *mingzhang::parse_rate("12%");
  terms.tranches = {{terms.start, fen(10'000)}, {loan_day("2016-04-06"), fen(20'000)}};
  // 5 days on 100.00 and 5 days on 300.00.
  CHECK(fees(terms, {}, "2016-04-11") == Fees{50 + 150, 0, 0});
}

TEST_CASE("late fees that cannot be are refused, and what they grow to as well", "[loans][late_fee]") {
  loans::LoanTerms terms = three_rows(LateFeeBase::Initial);
  for (const std::int64_t units : {1'000'000, 1'000'001}) {  // 1 % a day, and a trace more
    terms.late_fee.per_day = mingzhang::Rate::from_units(units);
    CHECK(loans::check_terms(terms).empty() == (units == 1'000'000));
  }
  terms.late_fee = {*mingzhang::parse_rate("1%"), LateFeeBase::Initial, 367, mingzhang::Rounding::Down};
  REQUIRE(loans::check_terms(terms).size() == 1);
  CHECK(loans::check_terms(terms).front().outcome == loans::LoansOutcome::LateFeeBad);
  terms.late_fee.grace_days = 0;
  terms.principal = fen(loans::kPrincipalMax);
  const auto schedule = loans::schedule_for(terms, {}, loan_day("2316-01-01"));
  REQUIRE_FALSE(schedule.has_value());
  CHECK(schedule.error().outcome == loans::LoansOutcome::InterestTooLarge);
}

TEST_CASE("the schedule says what a late day costs", "[loans][late_fee]") {
  loans::LoanTerms terms = three_rows(LateFeeBase::Outstanding);
  terms.late_fee.grace_days = 3;
  CHECK(loans::policy_in_words(terms).back().zh == "滞纳金每日按未还本金的 0.10%，四舍五入，逾期前 3 天免收");
}

TEST_CASE("late fees are those of a model that goes from day to day", "[loans][late_fee]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  std::mt19937_64 random(seed);
  const auto number = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
  for (int i = 0; i < 60; ++i) {
    loans::LoanTerms terms = three_rows(LateFeeBase::OverduePrincipal);
    terms.rate = mingzhang::Rate::from_units(number(0, 20'000'000));
    terms.late_fee.per_day = mingzhang::Rate::from_units(number(1, 1'000'000));
    terms.late_fee.grace_days = number(0, 2) * 5;
    if (number(0, 1) == 1) terms.repayment.recalculation = loans::Recalculation::Daily;
    std::vector<loans::Event> events;
    std::vector<Date> days;  // on which a span of days ends
    for (Date day = plus_days(terms.start, number(10, 60)); days.size() < 3; day = plus_days(day, number(1, 40))) {
      events.push_back(loans::Payment{day, fen(number(1, 6'000))});
      days.push_back(day);
    }
    const Date end = plus_days(days.back(), number(0, 60));
    days.push_back(end);
    INFO("seed " << seed << ", loan " << i);
    std::vector<Money> wanted(3);
    std::size_t done = 0;
    Date day = terms.start;
    for (const Date until : days) {
      std::vector<loans::Wide> exact(3);
      for (; day < until; day = plus_days(day, 1)) {
        const auto now = schedule_on(terms, {events.begin(), events.begin() + static_cast<std::ptrdiff_t>(done)}, day);
        for (std::size_t row = 0; row < now.rows.size(); ++row) {
          exact[row] += loans::Wide{overdue(now, row, day, terms.late_fee.grace_days).fen()} * terms.late_fee.per_day.units();
        }
      }
      for (std::size_t row = 0; row < 3; ++row) {
        wanted[row] += loans::rounded_money(exact[row], mingzhang::Rate::kUnitsPerOne, fen(1), mingzhang::Rounding::HalfUp);
      }
      done = std::min(done + 1, events.size());
    }
    const loans::Schedule schedule = schedule_on(terms, events, end);
    REQUIRE(mingzhang::tests::broken_law(schedule) == nullptr);
    for (std::size_t row = 0; row < schedule.rows.size(); ++row) REQUIRE(schedule.rows[row].owed.fees == wanted[row]);
  }
}
