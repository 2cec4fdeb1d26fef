// SPDX-License-Identifier: Apache-2.0
// Loans with any terms and any events: refused in order, or schedules that keep the laws.
#include <random>

#include "loans/due_dates.h"
#include "tests/loans/random_order.h"
#include "tests/loans/sample_terms.h"
#include "tests/loans/schedule_laws.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Date;
using mingzhang::Money;
using mingzhang::plus_days;
using mingzhang::Rate;
using mingzhang::Rounding;
using mingzhang::tests::fen;
using mingzhang::tests::loan_day;
namespace loans = mingzhang::loans;

class RandomLoans {
 public:
  explicit RandomLoans(std::uint64_t seed) : random_(seed) {}

  loans::LoanTerms terms() {
    loans::LoanTerms terms;
    terms.rounding.unit = fen(chance(5) ? 100 : 1);
    terms.principal = fen(terms.rounding.unit.fen() * number(1, chance(3) ? 50 : 10'000'000));
    terms.start = plus_days(loan_day("2014-12-30"), number(0, 900));
    terms.rate = Rate::from_units(chance(8) ? 0 : number(0, chance(5) ? 300'000'000 : 20'000'000));
    if (chance(4)) terms.rate_basis = loans::RateBasis::PerPeriod;
    const auto names = loans::day_count_names();
    terms.day_count = names[static_cast<std::size_t>(number(0, static_cast<int>(names.size()) - 1))].count;
    terms.method = static_cast<loans::Method>(number(1, 5));
    read_due(terms);
    if (chance(3)) terms.grace = {static_cast<int>(number(0, 4)), static_cast<int>(number(0, 4)), static_cast<int>(number(0, 4))};
    read_rounding(terms.rounding);
    if (chance(4)) terms.installment_base = loans::InstallmentBase::Approved;
    terms.repayment.recalculation = static_cast<loans::Recalculation>(number(1, 3));
    terms.repayment.overdue = static_cast<loans::OverdueInterest>(number(1, 2));
    terms.repayment.prepayment = static_cast<loans::Prepayment>(number(1, 3));
    terms.repayment.payoff_to_due_date = chance(2);
    terms.repayment.payoff_keeps_rows = chance(2);
    terms.repayment.overdue_interest_compounds = chance(3);
    if (chance(2)) terms.repayment.allocation = mingzhang::tests::random_order(random_, terms.repayment);
    if (chance(3)) terms.repayment.allocation_overdue = {static_cast<int>(number(1, 60)), mingzhang::tests::random_order(random_, terms.repayment)};
    if (chance(3)) {
      terms.late_fee = {Rate::from_units(number(1, 1'000'000)), static_cast<loans::LateFeeBase>(number(1, 4)), static_cast<int>(number(0, 10)),
                        static_cast<Rounding>(number(1, 4))};
    }
    if (chance(4) && terms.principal.fen() >= 3 * terms.rounding.unit.fen()) {
      const Money part = fen(terms.principal.fen() / 3 / terms.rounding.unit.fen() * terms.rounding.unit.fen());
      terms.tranches = {{terms.start, part}, {plus_days(terms.start, number(0, 60)), part},
                        {plus_days(terms.start, number(60, 90)), terms.principal - part - part}};
    }
    return terms;
  }

  std::vector<loans::Event> events(const loans::LoanTerms& terms, Date as_of) {
    std::vector<loans::Event> events;
    Date day = terms.start;
    const auto spans = loans::due_spans(terms.start, terms.due);
    const Date due = spans[static_cast<std::size_t>(number(0, static_cast<int>(spans.size()) - 1))].due;
    if (chance(6)) events.push_back(loans::RateChange{plus_days(terms.start, number(0, 200)), Rate::from_units(number(0, 20'000'000))});
    if (chance(6)) events.push_back(loans::InterestPause{plus_days(terms.start, number(0, 99)), plus_days(terms.start, number(100, 200))});
    if (chance(6)) events.push_back(loans::DueDateMove{due, plus_days(due, number(0, 40))});
    if (chance(6)) events.push_back(loans::Extension{due, static_cast<int>(number(1, 5))});
    if (chance(6)) events.push_back(loans::PrincipalGrace{due, static_cast<int>(number(1, 3))});
    if (chance(4)) events.push_back(loans::Charge{plus_days(terms.start, number(0, 300)), fen(number(1, 5'000)), chance(2)});
    for (int count = static_cast<int>(number(0, 6)); count > 0; --count) {
      day = plus_days(day, number(0, 60));
      if (day > as_of) break;
      events.push_back(loans::Payment{day, fen(number(1, 1 + terms.principal.fen() / 3))});
    }
    if (chance(5) && day <= as_of) events.push_back(loans::PayOff{day});
    return events;
  }

  std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(least, most)(random_); }
  bool chance(int of) { return number(1, of) == 1; }

 private:
  void read_due(loans::LoanTerms& terms) {
    loans::DueRule& due = terms.due;
    due.period.unit = static_cast<loans::PeriodUnit>(number(1, 3));
    due.period.every = static_cast<int>(number(1, due.period.unit == loans::PeriodUnit::Days ? 40 : 4));
    due.installments = static_cast<int>(number(1, 14));
    due.month_end = static_cast<loans::MonthEnd>(number(1, 3));
    if (chance(3)) {
      due.holidays = static_cast<loans::HolidayRule>(number(2, 3));
      due.holiday_interest = static_cast<loans::HolidayInterest>(number(1, 3));
      due.calendar.weekend = {5, 6};
    }
    if (chance(4)) due.settlement_day = static_cast<int>(number(1, 28));
    if (chance(4)) due.paid_after = 0;
    if (chance(4)) {
      due.first_due = plus_days(terms.start, number(1, 70));
      due.broken_first = static_cast<loans::BrokenFirst>(number(1, 6));
    }
  }
  void read_rounding(loans::RoundingPolicy& policy) {
    policy.interest = static_cast<Rounding>(number(1, 4));
    policy.principal = static_cast<Rounding>(number(1, 4));
    policy.installment = static_cast<Rounding>(number(1, 4));
    if (chance(3)) policy.installment_multiple = fen(100);
    policy.remainder = static_cast<loans::Remainder>(number(1, 3));
    policy.factor = static_cast<loans::InstallmentFactor>(number(1, 3));
    policy.is_iterated = chance(3);
    policy.rounds_pieces = chance(3);
  }
  std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("any loan is refused or keeps the laws of schedules", "[loans][schedule]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  RandomLoans random(seed);
  int computed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const loans::LoanTerms terms = random.terms();
    if (!loans::check_terms(terms).empty()) continue;
    const Date as_of = plus_days(terms.start, random.number(0, 500));
    const auto schedule = loans::schedule_for(terms, random.events(terms, as_of), as_of);
    if (!schedule) continue;
    ++computed;
    const char* law = mingzhang::tests::broken_law(*schedule);
    INFO("seed " << seed << ", loan " << i << ": " << (law == nullptr ? "" : law));
    REQUIRE(law == nullptr);
  }
  CHECK(computed > 5'000);
}
