// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing the projections of loans/.
#include "loans/loans.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/json.h"
#include "loans/contract_record.h"

namespace mingzhang::loans {
namespace {

constexpr std::size_t kSensibleRows = 400'000;

}  // namespace

Loans::Loans(LoansStore& store)
    : store_(store),
      loans_([&store](std::string_view code) { return store.loan(code); },
             [&store](std::int64_t id) { return store.loan(LoanId{id}); }, store.loan_count()),
      steps_([&store](std::string_view code) { return store.step(code); },
             [&store](std::int64_t id) { return store.step(StepId{id}); }, store.step_count()),
      subsidies_(store.subsidies()),
      reconciliations_(store.reconciliations()) {}

const Loan& Loans::loan_of(LoanId id) {
  const Loan* loan = loans_.find_id(id.value);
  MZ_CHECK(loan != nullptr);
  return *loan;
}

std::vector<std::int64_t>& Loans::step_ids_of(LoanId loan) {
  const auto [found, is_new] = step_ids_.try_emplace(loan.value);
  if (is_new) {
    for (const LoanStep& step : store_.steps_of(loan)) {
      found->second.push_back(step.id.value);
      steps_.know(step);
    }
  }
  return found->second;
}

std::vector<LoanStep> Loans::steps_of(LoanId loan) {
  std::vector<LoanStep> steps;
  for (const std::int64_t id : step_ids_of(loan)) {
    const LoanStep* step = steps_.find_id(id);
    // An id that was taken back is none now, or another loan's.
    if (step != nullptr && step->loan == loan) steps.push_back(*step);
  }
  return steps;
}

const LoanStep& Loans::add_step(LoanStep step) {
  const LoanId loan = step.loan;
  if (loan.is_none()) return steps_.add(std::move(step));
  std::vector<std::int64_t>& ids = step_ids_of(loan);
  while (!ids.empty() && ids.back() > steps_.count()) ids.pop_back();
  const LoanStep& added = steps_.add(std::move(step));
  ids.push_back(added.id.value);
  return added;
}

const Contract& Loans::contract_of(const Loan& loan) {
  MZ_CHECK(!loan.contract.empty());
  const auto known = contracts_.find(loan.id.value);
  if (known != contracts_.end()) return known->second;
  const auto json = parse_canonical_json(loan.contract);
  std::optional<Contract> contract = json ? decode_contract(*json) : std::nullopt;
  MZ_CHECK(contract.has_value());
  return contracts_.emplace(loan.id.value, std::move(*contract)).first->second;
}

std::vector<std::int64_t>& Loans::day_numbers_of(LoanId loan) {
  const auto [found, is_new] = day_numbers_.try_emplace(loan.value);
  if (is_new) {
    for (LoanDay& day : store_.days_of(loan)) {
      const DayKey key{loan.value, day.day.days()};
      found->second.push_back(key.day);
      days_.find(key, [&day] { return std::optional<LoanDay>(std::move(day)); });
    }
  }
  return found->second;
}

const LoanDay* Loans::day_row(LoanId loan, std::int64_t day) {
  return days_.find(DayKey{loan.value, day}, [] { return std::optional<LoanDay>(); });
}

std::vector<LoanDay> Loans::days_of(LoanId loan) {
  std::vector<LoanDay> days;
  for (const std::int64_t number : day_numbers_of(loan)) {
    if (const LoanDay* day = day_row(loan, number)) days.push_back(*day);
  }
  return days;
}

std::optional<LoanDay> Loans::standing_on(LoanId loan, Date day) {
  std::optional<LoanDay> last;
  for (const LoanDay& row : days_of(loan)) {
    if (row.day <= day) last = row;
  }
  return last;
}

void Loans::put_day(const LoanDay& day) {
  std::vector<std::int64_t>& numbers = day_numbers_of(day.loan);
  const DayKey key{day.loan.value, day.day.days()};
  if (day.day >= loan_of(day.loan).standing_since) {
    Loan& loan = loans_.change(day.loan.value);
    loan.standing_since = day.day;
    loan.open_due = day.open_due;
  }
  if (day_row(day.loan, key.day) != nullptr) {
    days_.change(key) = day;
    return;
  }
  days_.insert(key, day);
  const auto place = std::lower_bound(numbers.begin(), numbers.end(), key.day);
  if (place == numbers.end() || *place != key.day) numbers.insert(place, key.day);
}

Loans::Mark Loans::mark() const {
  return Mark{loans_.mark(), steps_.mark(), days_.mark(), subsidies_.mark(), reconciliations_.mark()};
}

void Loans::undo_to(const Mark& mark) {
  loans_.undo_to(mark.loans);
  steps_.undo_to(mark.steps);
  days_.undo_to(mark.days);
  subsidies_.undo_to(mark.subsidies);
  reconciliations_.undo_to(mark.reconciliations);
  contracts_.clear();  // an id may be given again, and a contract signed anew
}

void Loans::forget_undo() {
  loans_.forget_undo();
  steps_.forget_undo();
  days_.forget_undo();
  subsidies_.forget_undo();
  reconciliations_.forget_undo();
}

void Loans::flush() {
  const auto loans = loans_.take_pending();
  store_.insert_loans(loans.first);
  store_.update_loans(loans.second);
  const auto steps = steps_.take_pending();
  store_.insert_steps(steps.first);
  store_.update_steps(steps.second);
  const auto days = days_.take_pending();
  store_.insert_days(days.first);
  store_.update_days(days.second);
  subsidies_.flush();
  reconciliations_.flush();
}

bool Loans::is_large() const {
  return loans_.size() + steps_.size() + days_.size() + subsidies_.size() + reconciliations_.size() > kSensibleRows;
}

}  // namespace mingzhang::loans
