// SPDX-License-Identifier: Apache-2.0
// What happens to a loan: payments in every way, rates, pauses, moved dates, extensions, tranches, and refusals.
#include "loans/interest.h"
#include "loans/schedule.h"
#include "tests/ledger/outcome_list.h"
#include "tests/loans/sample_terms.h"

namespace {

using mingzhang::Money;
using mingzhang::loans::Charge;
using mingzhang::loans::DueDateMove;
using mingzhang::loans::Event;
using mingzhang::loans::Extension;
using mingzhang::loans::InterestPause;
using mingzhang::loans::LoansOutcome;
using mingzhang::loans::LoanTerms;
using mingzhang::loans::Payment;
using mingzhang::loans::PayOff;
using mingzhang::loans::Prepayment;
using mingzhang::loans::PrincipalGrace;
using mingzhang::loans::RateChange;
using mingzhang::loans::Recalculation;
using mingzhang::loans::Schedule;
using mingzhang::tests::fen;
using mingzhang::tests::loan_day;
using mingzhang::tests::planned;
using mingzhang::tests::sample_terms;
using mingzhang::tests::schedule_on;

/// 1,000.00 at 12 % in six months of 1/12: 172.55 a month; by python's fractions.
LoanTerms six_months() {
  LoanTerms terms = sample_terms();
  terms.principal = fen(100'000);
  terms.rate = *mingzhang::parse_rate("12%");
  terms.due.installments = 6;
  return terms;
}

LoansOutcome refused(const LoanTerms& terms, const std::vector<Event>& events, const char* as_of) {
  const auto schedule = mingzhang::loans::schedule_for(terms, events, loan_day(as_of));
  return schedule ? LoansOutcome::Ok : schedule.error().outcome;
}

}  // namespace

TEST_CASE("refusals of loans are described as they are declared", "[loans]") {
  mingzhang::tests::check_descriptions(mingzhang::loans::loans_outcomes(), "loans/loans_outcome.h", "LoansOutcome", "LOAN-");
}

TEST_CASE("after an extension the first row behind it takes the remainder, and those before it keep theirs", "[loans][extension]") {
  // 10,000 at 4 % a period in whole yuan: 1,907.6 is 1,908, the first row pays 1,906; then 6,926 over six rows, 1,321.2.
  LoanTerms terms = sample_terms();
  terms.principal = fen(1'000'000);
  terms.rate = *mingzhang::parse_rate("4%");
  terms.rate_basis = mingzhang::loans::RateBasis::PerPeriod;
  terms.due.installments = 6;
  terms.rounding.unit = fen(100);
  terms.rounding.remainder = mingzhang::loans::Remainder::First;
  const auto principals = [&](const std::vector<Event>& events) {
    std::vector<std::int64_t> yuan;
    for (const auto& row : schedule_on(terms, events, terms.start).rows) yuan.push_back(row.owed.principal.fen() / 100);
    return yuan;
  };
  CHECK(principals({}) == std::vector<std::int64_t>{1'506, 1'568, 1'631, 1'696, 1'764, 1'835});
  const Event extension = Extension{loan_day("2016-06-01"), 2};
  CHECK(principals({extension}) == std::vector<std::int64_t>{1'506, 1'568, 1'046, 1'086, 1'129, 1'174, 1'221, 1'270});
  // Once more from the sixth row on: those before it stand as they were.
  const std::vector<std::int64_t> twice = principals({extension, Extension{loan_day("2016-09-01"), 1}});
  CHECK(std::vector<std::int64_t>(twice.begin(), twice.begin() + 5) == std::vector<std::int64_t>{1'506, 1'568, 1'046, 1'086, 1'129});
  CHECK(twice.size() == 9);
}

TEST_CASE("a due date that a rest day would move before its row's first day is refused", "[loans][events]") {
  LoanTerms terms = six_months();
  terms.due.holidays = mingzhang::loans::HolidayRule::Preceding;
  terms.due.holiday_interest = mingzhang::loans::HolidayInterest::Moved;
  terms.due.calendar.weekend = {5, 6};
  // The second row runs from Friday 2016-04-01 to Friday 04-29; Saturday 04-02 would be that first day again.
  CHECK(refused(terms, {DueDateMove{loan_day("2016-04-29"), loan_day("2016-04-02")}}, "2016-03-01") == LoansOutcome::EventNotPositive);
  CHECK(refused(terms, {DueDateMove{loan_day("2016-04-29"), loan_day("2016-04-04")}}, "2016-03-01") == LoansOutcome::Ok);
}

TEST_CASE("a payment meets penalties, fees, interest and principal in this order", "[loans][payment]") {
  const LoanTerms terms = six_months();
  const std::vector<Event> events{Charge{loan_day("2016-04-01"), fen(300), false}, Charge{loan_day("2016-04-01"), fen(500), true},
                                  Payment{loan_day("2016-04-03"), fen(1'200)}};
  const Schedule schedule = schedule_on(terms, events, loan_day("2016-04-03"));
  const auto& row = schedule.rows[0];
  CHECK(row.owed.fees == fen(300));
  CHECK(row.paid == mingzhang::loans::Parts{fen(0), fen(400), fen(300), fen(500)});
  CHECK(row.paid_late == fen(1'200));
  CHECK_FALSE(row.paid_on.has_value());
  CHECK(row.outstanding() == fen(17'255 + 800 - 1'200));
  CHECK(schedule.payments[0].principal_after == fen(100'000));
}

TEST_CASE("without recalculation a payment in advance fills the next rows", "[loans][payment]") {
  const Schedule schedule = schedule_on(six_months(), {Payment{loan_day("2016-03-15"), fen(20'000)}}, loan_day("2016-03-15"));
  CHECK(schedule.rows[0].paid_on == loan_day("2016-03-15"));
  CHECK(schedule.rows[0].paid_in_advance == fen(17'255));
  CHECK(schedule.rows[1].paid.interest == fen(837));  // 83,745 · 1 %
  CHECK(schedule.rows[1].paid.principal == fen(20'000 - 17'255 - 837));
  CHECK(schedule.owed.interest == planned(six_months()).owed.interest);
}

TEST_CASE("prepaid principal shortens the loan, shrinks the installment or frees the next rows", "[loans][payment]") {
  LoanTerms terms = six_months();
  terms.repayment.recalculation = Recalculation::Daily;
  const std::vector<Event> events{Payment{loan_day("2016-04-01"), fen(50'000)}};
  terms.repayment.prepayment = Prepayment::SmallerInstallments;
  const Schedule smaller = schedule_on(terms, events, loan_day("2016-04-01"));
  CHECK(smaller.rows[0].owed.principal == fen(49'000));
  CHECK(smaller.rows.size() == 6);
  CHECK(smaller.installment == fen(10'508));  // 510.00 in five months at 1 %: 105.0803…
  terms.repayment.prepayment = Prepayment::Shorter;
  const Schedule shorter = schedule_on(terms, events, loan_day("2016-04-01"));
  CHECK(shorter.installment == fen(17'255));
  CHECK(shorter.rows.size() == 5);  // the fifth closes with one fen
  terms.repayment.prepayment = Prepayment::NextInstallments;
  const Schedule next = schedule_on(terms, events, loan_day("2016-04-01"));
  CHECK(next.rows.size() == 6);
  CHECK(next.rows[1].owed.principal == fen(0));
  CHECK(next.rows[1].owed.interest == fen(510));
  CHECK(shorter.owed.interest < smaller.owed.interest);
  CHECK(smaller.owed.interest < planned(terms).owed.interest);
}

TEST_CASE("overdue principal bears interest until it is paid", "[loans][payment]") {
  LoanTerms terms = six_months();
  terms.day_count = *mingzhang::loans::parse_day_count("act/365");
  terms.repayment.recalculation = Recalculation::Daily;
  const Schedule plan = planned(terms);
  const Schedule late = schedule_on(terms, {}, loan_day("2016-04-11"));
  // The first row's principal ten days longer in the second row, rounded with that row's own 30 days.
  mingzhang::loans::ExactInterest sum;
  sum.add(plan.rows[0].balance, terms.rate, mingzhang::loans::Fraction(30, 365));
  sum.add(plan.rows[0].owed.principal, terms.rate, mingzhang::loans::Fraction(10, 365));
  CHECK(late.rows[1].owed.interest == sum.rounded(fen(1), mingzhang::Rounding::HalfUp));
  CHECK(late.rows[0].owed == plan.rows[0].owed);
  const std::vector<Event> paid{Payment{loan_day("2016-04-11"), plan.rows[0].owed.total()}};
  CHECK(schedule_on(terms, paid, loan_day("2016-04-20")).rows[1].owed == late.rows[1].owed);
}

TEST_CASE("a pay-off owes interest to its day and closes the loan", "[loans][payment]") {
  LoanTerms terms = six_months();
  terms.day_count = *mingzhang::loans::parse_day_count("act/365");
  const std::vector<Event> events{Payment{loan_day("2016-04-01"), planned(terms).rows[0].owed.total()}, PayOff{loan_day("2016-04-11")}};
  const Schedule schedule = schedule_on(terms, events, loan_day("2016-05-01"));
  REQUIRE(schedule.rows.size() == 2);
  const Money left = schedule.rows[0].balance;
  CHECK(schedule.rows[1].owed.principal == left);
  CHECK(schedule.rows[1].owed.interest ==
        mingzhang::loans::interest_for({left, terms.rate, loan_day("2016-04-01"), loan_day("2016-04-11")}, terms.day_count,
                                       mingzhang::Rounding::HalfUp));
  CHECK(schedule.rows[1].paid_on == loan_day("2016-04-11"));
  CHECK(schedule.payments.back().principal_after == fen(0));
  terms.repayment.payoff_keeps_rows = true;
  CHECK(schedule_on(terms, events, loan_day("2016-05-01")).rows.size() == 6);
  CHECK(refused(terms, {PayOff{loan_day("2016-04-11")}, Payment{loan_day("2016-04-12"), fen(1)}}, "2016-05-01") == LoansOutcome::AfterPayOff);
}

TEST_CASE("a new rate counts from its day and the installment follows", "[loans][events]") {
  LoanTerms terms = six_months();
  // 100.00 at 7 %, from 2024-02-14 at 4 %: 13 of 29 days of February at the old rate; figures by hand from
  // 83.57 · (7 % · 13/29 + 4 % · 16/29) / 12 = 0.37 and the installment that repays the rest.
  terms.principal = fen(10'000);
  terms.start = loan_day("2024-01-01");
  terms.rate = *mingzhang::parse_rate("7%");
  const Schedule schedule = schedule_on(terms, {RateChange{loan_day("2024-02-14"), *mingzhang::parse_rate("4%")}}, terms.start);
  CHECK(schedule.rows[0].owed.total() == fen(1'701));
  CHECK(schedule.rows[1].owed.interest == fen(37));
  CHECK(schedule.rows[1].owed.total() == fen(1'690));
  // A pause of six days in February: 83.57 · 7 % / 12 · 23/29 = 0.39.
  const Schedule paused = schedule_on(terms, {InterestPause{loan_day("2024-02-05"), loan_day("2024-02-11")}}, terms.start);
  CHECK(paused.rows[1].owed.interest == fen(39));
}

TEST_CASE("dates move, loans grow longer, principal waits", "[loans][events]") {
  LoanTerms terms = six_months();
  terms.principal = fen(300'000);
  terms.rate = mingzhang::Rate();
  terms.start = loan_day("2023-07-01");
  terms.due.installments = 3;
  const Schedule moved = schedule_on(terms, {DueDateMove{loan_day("2023-09-01"), loan_day("2023-09-15")}}, terms.start);
  CHECK(moved.rows[1].due == loan_day("2023-09-15"));
  CHECK(moved.rows[2].due == loan_day("2023-10-15"));
  const Schedule longer = schedule_on(terms, {Extension{loan_day("2023-09-01"), 2}}, terms.start);
  REQUIRE(longer.rows.size() == 5);
  CHECK(longer.rows[0].owed.principal == fen(100'000));
  CHECK(longer.rows[1].owed.principal == fen(50'000));
  const Schedule waiting = schedule_on(terms, {PrincipalGrace{loan_day("2023-09-01"), 1}}, terms.start);
  REQUIRE(waiting.rows.size() == 4);
  CHECK(waiting.rows[1].owed.principal == fen(0));
  CHECK(waiting.rows[2].owed.principal == fen(100'000));
}

TEST_CASE("a tranche within a period bears interest from its day", "[loans][events]") {
  LoanTerms terms = six_months();
  terms.principal = fen(17'500);
  terms.start = loan_day("2024-01-01");
  terms.rate = *mingzhang::parse_rate("9.4822%");
  terms.tranches = {{loan_day("2024-01-05"), fen(10'000)}, {loan_day("2024-01-08"), fen(7'500)}};
  const Schedule schedule = planned(terms);
  // 100 · f · 3/31 + 175 · f · 24/31 with f = 9.4822 % / 12 is 1.147; the installment that repays 176.147 is 29.94.
  CHECK(schedule.rows[0].owed.interest == fen(115));
  CHECK(schedule.installment == fen(2'994));
  CHECK(schedule.rows[5].balance.is_zero());
}

TEST_CASE("events that do not fit are refused", "[loans][events]") {
  const LoanTerms terms = six_months();
  CHECK(refused(terms, {Payment{loan_day("2016-04-01"), fen(0)}}, "2016-05-01") == LoansOutcome::EventNotPositive);
  CHECK(refused(terms, {InterestPause{loan_day("2016-04-01"), loan_day("2016-04-01")}}, "2016-05-01") == LoansOutcome::EventNotPositive);
  CHECK(refused(terms, {Payment{loan_day("2016-02-01"), fen(5)}}, "2016-05-01") == LoansOutcome::EventBeforeStart);
  CHECK(refused(terms, {Payment{loan_day("2016-04-02"), fen(5)}}, "2016-04-01") == LoansOutcome::EventAfterAsOf);
  CHECK(refused(terms, {DueDateMove{loan_day("2016-04-02"), loan_day("2016-04-05")}}, "2016-04-01") == LoansOutcome::RowUnknown);
  CHECK(refused(terms, {Extension{loan_day("2016-04-01"), 2'000}}, "2016-04-01") == LoansOutcome::RowsBad);
  CHECK(refused(terms, {Payment{loan_day("2016-04-02"), fen(5)}, Payment{loan_day("2016-04-01"), fen(5)}}, "2016-05-01") ==
        LoansOutcome::PaymentsDisordered);
  CHECK(refused(terms, {Payment{loan_day("2016-04-02"), fen(200'000)}}, "2016-05-01") == LoansOutcome::PaymentTooLarge);
  CHECK(refused(terms, {RateChange{loan_day("2016-04-02"), *mingzhang::parse_rate("99")}}, "2016-05-01") == LoansOutcome::RateTooHigh);
}

TEST_CASE("terms that cannot be computed are refused, all at once", "[loans][terms]") {
  LoanTerms terms = six_months();
  const auto outcomes = [&] {
    std::vector<LoansOutcome> found;
    for (const auto& problem : mingzhang::loans::check_terms(terms)) found.push_back(problem.outcome);
    return found;
  };
  CHECK(outcomes().empty());
  terms.principal = fen(0);
  terms.rate = *mingzhang::parse_rate("11");
  terms.due.period.every = 0;
  terms.due.installments = 0;
  terms.due.first_due = terms.start;
  terms.due.settlement_day = 31;
  terms.due.calendar.weekend = {7};
  terms.rounding.installment_multiple = fen(-1);
  terms.start = loan_day("1900-01-01");
  CHECK(outcomes() == std::vector<LoansOutcome>{LoansOutcome::PrincipalBad, LoansOutcome::RateTooHigh, LoansOutcome::PeriodBad,
                                                LoansOutcome::RowsBad, LoansOutcome::DatesOutside, LoansOutcome::FirstDueBad,
                                                LoansOutcome::SettlementBad, LoansOutcome::CalendarBad, LoansOutcome::RoundingBad});
  terms = six_months();
  terms.tranches = {{terms.start, fen(1)}};
  terms.grace.principal = 6;
  CHECK(outcomes() == std::vector<LoansOutcome>{LoansOutcome::TranchesBad, LoansOutcome::GraceBad});
  terms = six_months();
  terms.method = mingzhang::loans::Method::Shares;
  CHECK(outcomes() == std::vector<LoansOutcome>{LoansOutcome::SharesBad});
  terms = six_months();
  terms.principal = fen(mingzhang::loans::kPrincipalMax);
  terms.rate = *mingzhang::parse_rate("10");
  CHECK(outcomes() == std::vector<LoansOutcome>{LoansOutcome::InterestTooLarge});
}
