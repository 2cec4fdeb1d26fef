// SPDX-License-Identifier: Apache-2.0
// Checks and effects of claims, reviews, payments, recoveries and write-offs.
#include "guarantee/claim_commands.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "guarantee/claim_check.h"
#include "guarantee/refusals.h"
#include "guarantee/vouchers.h"

namespace mingzhang::guarantee {
namespace {

std::string row_place(std::size_t index) { return "row " + std::to_string(index + 1); }

template <class Command>
const Claim* find_claim(const Command& command, Guarantee& guarantee, Refusals& refusals) {
  const Claim* claim = refusals.find_claim(command.claim, guarantee);
  refusals.check_code_free(command.code, guarantee);
  if (claim != nullptr) refusals.check_not_before(command.date, claim->date);
  return claim;
}

/// A line of a claim that was paid.
template <class Command>
const ClaimRow* find_paid_row(const Command& command, Guarantee& guarantee, ledger::Book& book, Refusals& refusals) {
  const Claim* claim = find_claim(command, guarantee, refusals);
  refusals.check_open(command.date, book);
  if (claim == nullptr) return nullptr;
  refusals.check_claim_state(*claim, ClaimState::Paid);
  const ClaimRow* row = guarantee.claim_row({claim->id, command.row});
  if (row == nullptr || row->is_disputed) {
    refusals.add(GuaranteeOutcome::RowUnknown, command.claim + "/" + std::to_string(command.row));
    return nullptr;
  }
  return refusals.none() ? row : nullptr;
}

template <class Command>
Movement movement_in(const Command& command, MovementKind kind, std::int64_t seq, const Claim& claim) {
  Movement movement = movement_of(command, kind, seq);
  movement.claim = claim.id;
  movement.risk_fund = claim.fund;
  return movement;
}

}  // namespace

std::vector<Problem> check_request(const SubmitClaim& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.fund, "fund");
  refusals.check_code(command.bank, "bank");
  if (command.rows.empty()) refusals.add(GuaranteeOutcome::RowsMissing, "");
  if (command.rows.size() > kRowsMax) refusals.add(GuaranteeOutcome::TooManyRows, std::to_string(command.rows.size()));
  std::set<std::string_view> seen;
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const ClaimedRow& row = command.rows[index];
    const std::string place = row_place(index);
    refusals.check_code(row.loan, place);
    refusals.check_amount(row.principal, place);
    if (row.interest.is_negative()) refusals.add(GuaranteeOutcome::AmountNotPositive, place, to_yuan(row.interest));
    if (row.days_overdue < 0) refusals.add(GuaranteeOutcome::DaysBad, place, std::to_string(row.days_overdue));
    refusals.check_digest(row.evidence, place);
    if (!seen.insert(row.loan).second) refusals.add(GuaranteeOutcome::LoanTwice, place, "");
    // Lines of ten billion yuan are no microcredit; the bound keeps every sum and every split within range.
    if (row.principal.fen() > kRowFenMax || row.interest.fen() > kRowFenMax) refusals.add(GuaranteeOutcome::SumTooLarge, place, "");
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const ReviewClaim& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  refusals.check_text(command.reviewer, "reviewer");
  std::set<std::int64_t> seen;
  for (const DisputedRow& row : command.disputed) {
    const std::string place = "row " + std::to_string(row.number);
    refusals.check_text(row.reason, place);
    if (!seen.insert(row.number).second) refusals.add(GuaranteeOutcome::RowTwice, place, "");
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const PayClaim& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  refusals.check_amount(command.amount, "amount");
  return refusals.in_order();
}

std::vector<Problem> check_request(const RecoverLoss& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  refusals.check_amount(command.amount, "amount");
  return refusals.in_order();
}

std::vector<Problem> check_request(const WriteOffLoss& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  refusals.check_amount(command.amount, "amount");
  refusals.check_text(command.reason, "reason");
  for (const std::string& digest : command.evidence) refusals.check_digest(digest, "evidence");
  return refusals.in_order();
}

std::vector<Problem> check_state(const SubmitClaim& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book&) {
  Refusals refusals;
  const RiskFund* fund = refusals.find_risk_fund(command.fund, guarantee);
  refusals.check_code_free(command.code, guarantee);
  if (fund == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, fund->date);
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    check_claimed_row(command.rows[index], row_place(index), command, *fund, guarantee, loans, refusals);
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const ReviewClaim& command, Guarantee& guarantee, loans::Loans&, ledger::Book&) {
  Refusals refusals;
  const Claim* claim = find_claim(command, guarantee, refusals);
  if (claim == nullptr) return refusals.in_order();
  if (command.step == ReviewStep::Township) refusals.check_claim_state(*claim, ClaimState::Submitted);
  // Until it is paid the bureau may still take lines out, such as those that were repaid in the meantime.
  if (command.step == ReviewStep::Bureau && claim->state != ClaimState::Passed) {
    refusals.check_claim_state(*claim, ClaimState::TownshipPassed);
  }
  for (const DisputedRow& disputed : command.disputed) {
    const ClaimRow* row = guarantee.claim_row({claim->id, disputed.number});
    if (row == nullptr || row->is_disputed) {
      refusals.add(GuaranteeOutcome::RowUnknown, command.claim + "/" + std::to_string(disputed.number));
    }
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const PayClaim& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book) {
  Refusals refusals;
  const Claim* claim = find_claim(command, guarantee, refusals);
  refusals.check_open(command.date, book);
  if (claim == nullptr) return refusals.in_order();
  refusals.check_claim_state(*claim, ClaimState::Passed);
  const Money payment = payment_of(*claim, guarantee);
  if (command.amount != payment) refusals.add(GuaranteeOutcome::AmountDiffers, beside(command.amount, "≠", payment));
  const RiskFund& fund = *guarantee.risk_funds().find_id(claim->fund.value);
  if (payment > fund.balance()) refusals.add(GuaranteeOutcome::FundExhausted, beside(payment, ">", fund.balance()));
  // What was repaid since the claim is not compensated.
  guarantee.visit_rows(*claim, [&](const ClaimRow& row) {
    const loans::Loan* loan = loans.loans().find(row.loan);
    if (row.is_disputed || loan == nullptr || row.principal <= loan->principal) return;
    refusals.add(GuaranteeOutcome::MoreThanOwed, "row " + std::to_string(row.key.number),
                 row.loan + ": " + beside(row.principal, ">", loan->principal));
  });
  return refusals.in_order();
}

std::vector<Problem> check_state(const RecoverLoss& command, Guarantee& guarantee, loans::Loans&, ledger::Book& book) {
  Refusals refusals;
  const ClaimRow* row = find_paid_row(command, guarantee, book, refusals);
  if (row == nullptr) return refusals.in_order();
  const Money left = row->loss() - row->recovered();
  if (command.amount > left) refusals.add(GuaranteeOutcome::MoreThanLoss, beside(command.amount, ">", left));
  return refusals.in_order();
}

std::vector<Problem> check_state(const WriteOffLoss& command, Guarantee& guarantee, loans::Loans&, ledger::Book& book) {
  Refusals refusals;
  const ClaimRow* row = find_paid_row(command, guarantee, book, refusals);
  if (row != nullptr && command.amount != row->receivable()) {
    refusals.add(GuaranteeOutcome::AmountDiffers, beside(command.amount, "≠", row->receivable()));
  }
  return refusals.in_order();
}

void apply(const SubmitClaim& command, std::int64_t seq, Guarantee& guarantee) {
  Claim claim;
  claim.code = command.code;
  claim.fund = guarantee.risk_funds().find(command.fund)->id;
  claim.bank = command.bank;
  claim.date = command.date;
  claim.rows = static_cast<std::int64_t>(command.rows.size());
  claim.seq = seq;
  for (const ClaimedRow& row : command.rows) claim.loss += row.principal + row.interest;
  Movement movement = movement_in(command, MovementKind::Claim, seq, claim);
  movement.amount = claim.loss;
  movement.party = command.bank;
  movement.claim = guarantee.claims().add(std::move(claim)).id;
  std::int64_t number = 0;
  for (const ClaimedRow& row : command.rows) {
    ClaimRow added;
    added.key = {movement.claim, ++number};
    added.loan = row.loan;
    added.principal = row.principal;
    added.interest = row.interest;
    added.days_overdue = row.days_overdue;
    added.evidence = row.evidence;
    guarantee.add_claim_row(std::move(added));
  }
  guarantee.add_movement(std::move(movement));
}

void apply(const ReviewClaim& command, std::int64_t seq, Guarantee& guarantee) {
  Claim& claim = guarantee.change_claim(command.claim);
  for (const DisputedRow& disputed : command.disputed) {
    ClaimRow& row = guarantee.change_claim_row({claim.id, disputed.number});
    MZ_CHECK(!row.is_disputed);
    row.is_disputed = true;
    row.reason = disputed.reason;
    claim.loss -= row.loss();
    guarantee.release_loan(row.loan);
  }
  const bool is_empty = claim.loss.is_zero();
  claim.state = is_empty ? ClaimState::Refused
                         : command.step == ReviewStep::Township ? ClaimState::TownshipPassed : ClaimState::Passed;
  Movement movement = movement_in(command, MovementKind::Review, seq, claim);
  movement.party = command.reviewer;
  guarantee.add_movement(std::move(movement));
}

void apply(const PayClaim& command, std::int64_t seq, Guarantee& guarantee) {
  Claim& claim = guarantee.change_claim(command.claim);
  RiskFund& fund = guarantee.risk_funds().change(claim.fund.value);
  Money sum;
  for (std::int64_t number = 1; number <= claim.rows; ++number) {
    if (guarantee.claim_row({claim.id, number})->is_disputed) continue;
    ClaimRow& row = guarantee.change_claim_row({claim.id, number});
    row.fund_part = borne_by_fund(row.loss(), fund.terms);
    row.bank_part = row.loss() - row.fund_part;
    sum += row.fund_part;
  }
  MZ_CHECK(sum == command.amount);
  claim.state = ClaimState::Paid;
  claim.paid = sum;
  fund.paid += sum;
  MZ_CHECK(!fund.balance().is_negative());  // INV-31
  Movement movement = movement_in(command, MovementKind::Compensation, seq, claim);
  movement.amount = sum;
  movement.own = sum;
  movement.party = claim.bank;
  movement.vouchers = fund.accounts.are_none() ? 0 : 1;
  guarantee.add_movement(std::move(movement));
}

void apply(const RecoverLoss& command, std::int64_t seq, Guarantee& guarantee) {
  const Claim& claim = *guarantee.claims().find(command.claim);
  RiskFund& fund = guarantee.risk_funds().change(claim.fund.value);
  ClaimRow& row = guarantee.change_claim_row({claim.id, command.row});
  const RecoveryParts parts = returned(row, command.amount);
  const Money regained = std::max(Money(), parts.fund - row.receivable());
  row.fund_recovered += parts.fund;
  row.bank_recovered += parts.bank;
  row.written_off -= regained;
  fund.written_off -= regained;
  fund.recovered += parts.fund;
  MZ_CHECK(row.fund_recovered <= row.fund_part);  // INV-31
  MZ_CHECK(row.bank_recovered <= row.bank_part);
  Movement movement = movement_in(command, MovementKind::Recovery, seq, claim);
  movement.amount = command.amount;
  movement.own = parts.fund;
  movement.loan = row.loan;
  movement.vouchers = fund.accounts.are_none() || parts.fund.is_zero() ? 0 : 1;
  guarantee.add_movement(std::move(movement));
}

void apply(const WriteOffLoss& command, std::int64_t seq, Guarantee& guarantee) {
  const Claim& claim = *guarantee.claims().find(command.claim);
  RiskFund& fund = guarantee.risk_funds().change(claim.fund.value);
  ClaimRow& row = guarantee.change_claim_row({claim.id, command.row});
  MZ_CHECK(command.amount == row.receivable());
  row.written_off += command.amount;
  fund.written_off += command.amount;
  Movement movement = movement_in(command, MovementKind::LossWriteOff, seq, claim);
  movement.amount = movement.own = command.amount;
  movement.loan = row.loan;
  movement.reason = command.reason;
  movement.vouchers = fund.accounts.are_none() ? 0 : 1;
  guarantee.add_movement(std::move(movement));
}

}  // namespace mingzhang::guarantee
