// SPDX-License-Identifier: Apache-2.0
// What a payment pays: the table by examples, against a naive model that pays fen by fen, and tables that are refused.
#include <algorithm>
#include <random>

#include "loans/set_off.h"
#include "tests/loans/random_order.h"
#include "tests/loans/sample_terms.h"
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
using loans::AdvanceRows;
using loans::Age;
using loans::AllocationBy;
using loans::AllocationOrder;
using loans::OpenRow;
using loans::PartKind;
using loans::Parts;

/// 300.00 in three equal parts of principal at 12 %, 1/12 of a year each: interest 3.00, 2.00, 1.00.
loans::LoanTerms three_rows() {
  loans::LoanTerms terms = sample_terms();
  terms.principal = fen(30'000);
  terms.rate = *mingzhang::parse_rate("12%");
  terms.method = loans::Method::EqualPrincipal;
  terms.due.installments = 3;
  return terms;
}

AllocationOrder order_of(std::initializer_list<const char*> words, AllocationBy by) {
  AllocationOrder order;
  std::size_t next = 0;
  for (const char* word : words) order.steps[next++] = *loans::parse_allocation_step(word);
  // The lines that are not named follow as usual.
  for (const loans::AllocationStep step : loans::kUsualSteps) {
    const auto end = order.steps.begin() + static_cast<std::ptrdiff_t>(next);
    if (std::find(order.steps.begin(), end, step) == end) order.steps[next++] = step;
  }
  order.by = by;
  return order;
}

/// Principal and interest of each row after one payment.
std::vector<std::pair<std::int64_t, std::int64_t>> after(const loans::LoanTerms& terms, const char* day, std::int64_t amount) {
  std::vector<std::pair<std::int64_t, std::int64_t>> paid;
  const auto schedule = schedule_on(terms, {loans::Payment{loan_day(day), fen(amount)}}, loan_day(day));
  for (const loans::Row& row : schedule.rows) paid.emplace_back(row.paid.principal.fen(), row.paid.interest.fen());
  return paid;
}

using Paid = std::vector<std::pair<std::int64_t, std::int64_t>>;

Money& member_of(Parts& parts, PartKind kind) {
  switch (kind) {
    case PartKind::Penalty:
      return parts.penalties;
    case PartKind::Fee:
      return parts.fees;
    case PartKind::Interest:
      return parts.interest;
    case PartKind::Principal:
      return parts.principal;
  }
  return parts.principal;
}

/// The open parts sorted by the table, then paid one fen at a time. `amount` keeps what nothing asks for.
std::vector<Parts> naive(const AllocationOrder& order, std::vector<OpenRow> rows, std::int64_t& amount) {
  struct OpenPart {
    std::array<std::size_t, 3> key;
    std::size_t row;
    PartKind kind;
  };
  std::vector<OpenPart> open;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool is_backwards = rows[i].age == Age::InAdvance && order.advance == AdvanceRows::Last;
    const std::size_t place = is_backwards ? rows.size() - i : i;
    for (std::size_t step = 0; step < 12; ++step) {
      if (order.steps[step].age != rows[i].age) continue;
      const std::size_t first = step / 4 * 4;
      open.push_back({order.by == AllocationBy::Row ? std::array{first, place, step} : std::array{step, place, step}, i, order.steps[step].part});
    }
  }
  std::sort(open.begin(), open.end(), [](const OpenPart& a, const OpenPart& b) { return a.key < b.key; });
  std::vector<Parts> met(rows.size());
  for (const OpenPart& part : open) {
    for (Money& left = member_of(rows[part.row].open, part.kind); amount > 0 && left > Money(); --amount) {
      left -= fen(1);
      member_of(met[part.row], part.kind) += fen(1);
    }
  }
  return met;
}

/// The age of a row on a day, and what it asks for.
std::vector<OpenRow> open_rows(const loans::Schedule& schedule, Date day, bool recalculates) {
  std::vector<OpenRow> rows;
  for (std::size_t i = 0; i < schedule.rows.size(); ++i) {
    const loans::Row& row = schedule.rows[i];
    if (recalculates && row.to > day) break;
    Parts open = row.owed;
    open -= row.paid;
    rows.push_back({i, row.due < day ? Age::PastDue : row.due == day ? Age::Due : Age::InAdvance, open});
  }
  return rows;
}

const AllocationOrder& order_on(const loans::RepaymentPolicy& policy, const loans::Schedule& schedule, Date day) {
  for (const loans::Row& row : schedule.rows) {
    if (row.outstanding().is_zero() || !policy.allocation_overdue) continue;
    if (mingzhang::days_between(row.due, day) >= policy.allocation_overdue->days) return policy.allocation_overdue->order;
    break;
  }
  return policy.allocation;
}

/// Loans of a few yuan with charges on their rows.
class SmallLoans {
 public:
  explicit SmallLoans(std::uint64_t seed) : random_(seed) {}
  std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(least, most)(random_); }

  loans::LoanTerms terms() {
    loans::LoanTerms terms = sample_terms();
    terms.principal = fen(number(5, 1'500));
    terms.rate = mingzhang::Rate::from_units(number(0, 100'000'000));
    terms.method = static_cast<loans::Method>(number(1, 5));
    terms.due.installments = static_cast<int>(number(1, 6));
    loans::RepaymentPolicy& policy = terms.repayment;
    if (number(1, 3) == 1) policy.recalculation = loans::Recalculation::Daily;
    policy.overdue = static_cast<loans::OverdueInterest>(number(1, 2));
    policy.prepayment = static_cast<loans::Prepayment>(number(1, 3));
    policy.allocation = mingzhang::tests::random_order(random_, policy);
    if (number(1, 2) == 1) policy.allocation_overdue = {static_cast<int>(number(1, 90)), mingzhang::tests::random_order(random_, policy)};
    return terms;
  }
  std::vector<loans::Event> charges(const loans::LoanTerms& terms) {
    std::vector<loans::Event> events;
    for (std::int64_t count = number(0, 5); count > 0; --count) {
      events.push_back(loans::Charge{plus_days(terms.start, number(0, 200)), fen(number(1, 40)), number(1, 2) == 1});
    }
    return events;
  }

 private:
  std::mt19937_64 random_;
};

/// Pays once more and compares with the model; false where the loan refused the payment.
bool pays_as_the_model(const loans::LoanTerms& terms, std::vector<loans::Event>& events, Date day, std::int64_t amount) {
  const bool recalculates = terms.repayment.recalculation != loans::Recalculation::None;
  const loans::Schedule before = schedule_on(terms, events, day);
  const std::vector<OpenRow> open = open_rows(before, day, recalculates);
  std::int64_t left = amount;
  const std::vector<Parts> wanted = naive(order_on(terms.repayment, before, day), open, left);
  events.push_back(loans::Payment{day, fen(amount)});
  const auto schedule = loans::schedule_for(terms, events, day);
  if (!schedule) {
    REQUIRE(left > 0);  // only what nothing asks for is too large
    events.pop_back();
    return false;
  }
  REQUIRE((left == 0 || recalculates));
  Money sum;
  const auto running = std::find_if(schedule->rows.begin(), schedule->rows.end(), [&](const loans::Row& row) { return day <= row.to; });
  for (std::size_t i = 0; i < schedule->rows.size(); ++i) {
    Parts got = schedule->rows[i].paid;
    if (i < before.rows.size()) got -= before.rows[i].paid;
    sum += got.total();
    Parts want = i < wanted.size() ? wanted[i] : Parts();
    const bool is_running = running != schedule->rows.end() && i == static_cast<std::size_t>(running - schedule->rows.begin());
    if (is_running) want.principal += fen(left);
    REQUIRE(got == want);
  }
  REQUIRE(sum == fen(amount));
  REQUIRE(schedule->payments.back().parts.total() == fen(amount));
  return true;
}

loans::LoansOutcome checked(const AllocationOrder& order, loans::Recalculation recalculation = loans::Recalculation::None,
                            loans::OverdueInterest overdue = loans::OverdueInterest::EachDay) {
  loans::LoanTerms terms = three_rows();
  terms.repayment.recalculation = recalculation;
  terms.repayment.overdue = overdue;
  terms.repayment.allocation = order;
  const auto problems = loans::check_terms(terms);
  return problems.empty() ? loans::LoansOutcome::Ok : problems.front().outcome;
}

}  // namespace

TEST_CASE("by row one row is finished before the next, by part one part of all of them", "[loans][allocation]") {
  // Two rows are past due: 100.00 and 3.00, 100.00 and 2.00; 104.00 come.
  loans::LoanTerms terms = three_rows();
  CHECK(after(terms, "2016-05-02", 10'400) == Paid{{10'000, 300}, {0, 100}, {0, 0}});
  terms.repayment.allocation.by = AllocationBy::Part;
  CHECK(after(terms, "2016-05-02", 10'400) == Paid{{9'900, 300}, {0, 200}, {0, 0}});
  // 先本后息: principal of all that is past due before interest.
  terms.repayment.allocation = order_of({"past_due_principal", "past_due_interest"}, AllocationBy::Part);
  CHECK(after(terms, "2016-05-02", 10'400) == Paid{{10'000, 0}, {400, 0}, {0, 0}});
  CHECK(after(terms, "2016-05-02", 20'400) == Paid{{10'000, 300}, {10'000, 100}, {0, 0}});
}

TEST_CASE("what is due may come before what is past due", "[loans][allocation]") {
  loans::LoanTerms terms = three_rows();
  // 2016-05-01: the first row is past due, the second is due.
  CHECK(after(terms, "2016-05-01", 300) == Paid{{0, 300}, {0, 0}, {0, 0}});
  terms.repayment.allocation = order_of({"due_penalty", "due_fee", "due_interest", "due_principal"}, AllocationBy::Row);
  CHECK(after(terms, "2016-05-01", 300) == Paid{{0, 0}, {100, 200}, {0, 0}});
}

TEST_CASE("money in advance meets the next rows or the last ones", "[loans][allocation]") {
  loans::LoanTerms terms = three_rows();
  CHECK(after(terms, "2016-03-10", 15'000) == Paid{{10'000, 300}, {4'500, 200}, {0, 0}});
  terms.repayment.allocation.advance = AdvanceRows::Last;
  CHECK(after(terms, "2016-03-10", 15'000) == Paid{{0, 0}, {4'700, 200}, {10'000, 100}});
  terms.repayment.allocation = order_of({"in_advance_principal"}, AllocationBy::Part);
  CHECK(after(terms, "2016-03-10", 25'000) == Paid{{10'000, 0}, {10'000, 0}, {5'000, 0}});
}

TEST_CASE("from so many days overdue on another table holds", "[loans][allocation]") {
  loans::LoanTerms terms = three_rows();
  terms.repayment.allocation_overdue = {90, order_of({"past_due_principal"}, AllocationBy::Part)};
  // Due 2016-04-01: on 06-29 it is 89 days, on 06-30 it is 90.
  CHECK(after(terms, "2016-06-29", 300) == Paid{{0, 300}, {0, 0}, {0, 0}});
  CHECK(after(terms, "2016-06-30", 300) == Paid{{300, 0}, {0, 0}, {0, 0}});
}

TEST_CASE("tables without a clear meaning are refused", "[loans][allocation]") {
  using loans::LoansOutcome;
  using loans::OverdueInterest;
  using loans::Recalculation;
  AllocationOrder twice;
  twice.steps[1] = twice.steps[0];
  CHECK(checked(twice) == LoansOutcome::AllocationBad);
  const AllocationOrder mixed = order_of({"due_interest", "past_due_interest"}, AllocationBy::Part);
  CHECK(checked(mixed) == LoansOutcome::Ok);
  CHECK(checked(order_of({"due_interest", "past_due_interest"}, AllocationBy::Row)) == LoansOutcome::AllocationBad);
  CHECK(checked(mixed, Recalculation::Daily) == LoansOutcome::Ok);
  // By part the running row's interest would be paid with what an older row bears in it.
  const AllocationOrder parts = order_of({}, AllocationBy::Part);
  CHECK(checked(parts, Recalculation::PerRow) == LoansOutcome::Ok);
  CHECK(checked(parts, Recalculation::None, OverdueInterest::CurrentRow) == LoansOutcome::Ok);
  CHECK(checked(parts, Recalculation::PerRow, OverdueInterest::CurrentRow) == LoansOutcome::AllocationBad);
  const AllocationOrder due_first = order_of({"due_penalty", "due_fee", "due_interest", "due_principal"}, AllocationBy::Row);
  CHECK(checked(due_first, Recalculation::Daily) == LoansOutcome::Ok);
  CHECK(checked(due_first, Recalculation::Daily, OverdueInterest::CurrentRow) == LoansOutcome::AllocationBad);
  CHECK(checked(order_of({"past_due_principal"}, AllocationBy::Row), Recalculation::Daily, OverdueInterest::CurrentRow) == LoansOutcome::Ok);
  AllocationOrder last;
  last.advance = AdvanceRows::Last;
  CHECK(checked(last) == LoansOutcome::Ok);
  CHECK(checked(last, Recalculation::Daily) == LoansOutcome::AllocationBad);
  CHECK(checked(order_of({"in_advance_principal"}, AllocationBy::Part), Recalculation::PerRow) == LoansOutcome::AllocationBad);
  loans::LoanTerms terms = three_rows();
  terms.repayment.allocation_overdue = {0, {}};
  REQUIRE(loans::check_terms(terms).size() == 1);
  CHECK(loans::check_terms(terms).front().place == "/repayment/allocation_overdue");
}

TEST_CASE("every amount over every table by row of three small rows meets what the model says", "[loans][allocation]") {
  const std::vector<OpenRow> rows{{0, Age::PastDue, {fen(2), fen(1), fen(0), fen(1)}},
                                  {1, Age::PastDue, {fen(1), fen(2), fen(1), fen(0)}},
                                  {2, Age::InAdvance, {fen(1), fen(1), fen(1), fen(1)}}};
  AllocationOrder order;
  std::array<loans::AllocationStep, 4> past{};
  std::copy_n(loans::kUsualSteps.begin(), 4, past.begin());
  const auto is_before = [](loans::AllocationStep a, loans::AllocationStep b) { return a.part < b.part; };
  do {
    for (std::size_t i = 0; i < 4; ++i) order.steps[i] = past[i];
    for (std::size_t i = 0; i < 4; ++i) order.steps[8 + i].part = past[3 - i].part;
    for (const AllocationBy by : {AllocationBy::Row, AllocationBy::Part}) {
      order.by = by;
      for (std::int64_t amount = 0; amount <= 13; ++amount) {
        Money left = fen(amount);
        std::int64_t naive_left = amount;
        REQUIRE(loans::allocate(order, rows, left) == naive(order, rows, naive_left));
        REQUIRE(left == fen(naive_left));
      }
    }
  } while (std::next_permutation(past.begin(), past.end(), is_before));
}

TEST_CASE("every payment is set off as a model does that pays fen by fen", "[loans][allocation]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  SmallLoans random(seed);
  int paid = 0;
  for (int i = 0; i < 3'000; ++i) {
    const loans::LoanTerms terms = random.terms();
    std::vector<loans::Event> events = random.charges(terms);
    Date day = terms.start;
    for (std::int64_t count = random.number(1, 4); count > 0; --count) {
      day = plus_days(day, random.number(0, 70));
      INFO("seed " << seed << ", loan " << i << ", payment of " << to_iso(day));
      paid += pays_as_the_model(terms, events, day, random.number(1, 1 + terms.principal.fen() / 2)) ? 1 : 0;
    }
  }
  CHECK(paid > 4'000);
}
