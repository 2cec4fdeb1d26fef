// SPDX-License-Identifier: Apache-2.0
// Checks and sums of what pools stand behind.
#include "guarantee/cover.h"

#include <type_traits>
#include <variant>

#include "base/check.h"
#include "base/overloaded.h"
#include "guarantee/refusals.h"

namespace mingzhang::guarantee {
namespace {

using loans::Loan;
using loans::Loans;

/// Applications and approvals: more cover is wanted of a pool that may have stopped.
void check_new_cover(const Pool& pool, Money amount, Refusals& refusals) {
  const std::string figures = beside(pool.exposure, "/", pool.capacity());
  switch (pool.state()) {
    case PoolState::Stopped:
      refusals.add(GuaranteeOutcome::PoolStopped, pool.code + ": " + pool.stop_reason);
      break;
    case PoolState::NonPerforming:
      refusals.add(GuaranteeOutcome::NplReached, pool.code + ": " + beside(pool.bad, "/", pool.balance) + " ≥ " +
                                                     std::to_string(pool.terms.npl_tolerance) + " %");
      break;
    case PoolState::Full:
      refusals.add(GuaranteeOutcome::MultipleReached, pool.code + ": " + figures);
      break;
    case PoolState::Alert:
    case PoolState::Open:
      break;
  }
  if (amount > pool.headroom()) refusals.add(GuaranteeOutcome::MoreThanHeadroom, pool.code + ": " + beside(amount, ">", pool.headroom()));
}

std::vector<Problem> check_application(const loans::ApplyForLoan& command, Guarantee& guarantee) {
  Refusals refusals;
  if (command.cover.empty()) return {};
  const Pool* pool = refusals.find_pool(command.cover, guarantee);
  if (pool == nullptr) return refusals.in_order();
  if (command.bank != pool->bank) refusals.add(GuaranteeOutcome::BankDiffers, command.bank + " ≠ " + pool->bank);
  check_new_cover(*pool, command.amount, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_approval(const loans::ApproveLoan& command, Loans& loans, Guarantee& guarantee) {
  Refusals refusals;
  const Loan* loan = loans.loans().find(command.loan);
  if (!command.grants || loan == nullptr || loan->cover.empty()) return {};
  const Pool* pool = refusals.find_pool(loan->cover, guarantee);
  if (pool != nullptr) check_new_cover(*pool, command.amount, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_disbursement(const loans::Disburse& command, Loans& loans, Guarantee& guarantee) {
  Refusals refusals;
  const Loan* loan = loans.loans().find(command.loan);
  if (loan == nullptr || loan->cover.empty()) return {};
  const Pool* pool = refusals.find_pool(loan->cover, guarantee);
  // What was granted is reserved; only a draw on the deposit can have made it too little since.
  if (pool != nullptr && pool->headroom().is_negative()) {
    refusals.add(GuaranteeOutcome::CoverShort, pool->code + ": " + beside(pool->exposure, ">", pool->capacity()));
  }
  return refusals.in_order();
}

/// What is worked out anew may give back principal that had been repaid; how much is seen by doing it and taking it back.
std::vector<Problem> check_growth(const loans::Command& command, Loans& loans, Guarantee& guarantee) {
  const CoverByPool before = cover_behind(command, loans);
  if (before.empty()) return {};
  const Loans::Mark mark = loans.mark();
  loans::apply(command, 0, loans);
  const CoverByPool after = cover_behind(command, loans);
  loans.undo_to(mark);
  Refusals refusals;
  for (const auto& [code, sums] : after) {
    const auto found = before.find(code);
    const Money growth = found == before.end() ? sums.exposure : sums.exposure - found->second.exposure;
    const Pool* pool = refusals.find_pool(code, guarantee);
    if (pool == nullptr || growth.fen() <= 0) continue;
    if (growth > pool->headroom()) refusals.add(GuaranteeOutcome::MoreThanHeadroom, code + ": " + beside(growth, ">", pool->headroom()));
  }
  return refusals.in_order();
}

/// Only where repaid principal comes back, or a settled loan may live again.
template <class Command>
bool can_grow(const Command& command) {
  if constexpr (std::is_same_v<Command, loans::CorrectStep>) {
    return true;
  } else if constexpr (requires { command.parts.principal; }) {
    return command.parts.principal.is_negative();
  } else {
    return false;
  }
}

}  // namespace

CoverSums cover_of(const Loan& loan) {
  CoverSums sums;
  sums.exposure = loan.exposure();
  if (loan.state != loans::LoanState::Active) return sums;
  sums.balance = loan.principal;
  if (loans::is_non_performing(loan.loan_class)) sums.bad = loan.principal;
  return sums;
}

CoverByPool cover_behind(const loans::Command& command, Loans& loans) {
  CoverByPool result;
  // Interest that is settled changes no principal; its rows are many.
  if (std::holds_alternative<loans::AccrueInterest>(command)) return result;
  for (const std::string& code : loans::loans_of(command)) {
    const Loan* loan = loans.loans().find(code);
    if (loan == nullptr || loan->cover.empty()) continue;
    const CoverSums one = cover_of(*loan);
    CoverSums& sums = result[loan->cover];
    sums.exposure += one.exposure;
    sums.balance += one.balance;
    sums.bad += one.bad;
  }
  return result;
}

std::vector<Problem> check_cover(const loans::Command& command, Loans& loans, Guarantee& guarantee) {
  return std::visit(
      Overloaded{
          [&](const loans::ApplyForLoan& one) { return check_application(one, guarantee); },
          [&](const loans::ApproveLoan& one) { return check_approval(one, loans, guarantee); },
          [&](const loans::Disburse& one) { return check_disbursement(one, loans, guarantee); },
          [&](const auto& one) { return can_grow(one) ? check_growth(command, loans, guarantee) : std::vector<Problem>(); },
      },
      command);
}

void observe(const CoverByPool& before, const CoverByPool& after, Guarantee& guarantee) {
  MZ_CHECK(before.size() <= after.size());  // a loan keeps its pool for good
  for (const auto& [code, sums] : after) {
    const auto found = before.find(code);
    const CoverSums old = found == before.end() ? CoverSums() : found->second;
    if (sums == old) continue;
    Pool& pool = guarantee.change_pool(code);
    pool.exposure += sums.exposure - old.exposure;
    pool.balance += sums.balance - old.balance;
    pool.bad += sums.bad - old.bad;
    MZ_CHECK(!pool.exposure.is_negative());  // INV-29
    MZ_CHECK(!pool.bad.is_negative());
    MZ_CHECK(pool.bad <= pool.balance);
    MZ_CHECK(pool.balance <= pool.exposure);
    if (sums.exposure > old.exposure) MZ_CHECK(pool.exposure <= pool.capacity());  // INV-30
  }
}

}  // namespace mingzhang::guarantee
