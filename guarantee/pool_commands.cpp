// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of pools and their deposits.
#include "guarantee/pool_commands.h"

#include <utility>

#include "base/check.h"
#include "guarantee/refusals.h"
#include "guarantee/vouchers.h"

namespace mingzhang::guarantee {
namespace {

using ledger::Line;
using ledger::Side;
using ledger::VoucherRequest;

bool goes_out(MovementKind kind) { return kind == MovementKind::Withdrawal || kind == MovementKind::Draw; }

}  // namespace

std::vector<Problem> check_request(const AddPool& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_text(command.name, "name");
  refusals.check_code(command.bank, "bank");
  refusals.check_code(command.place, "place");
  refusals.check_terms(command.terms);
  refusals.check_explanation(command.explanation);
  const PoolAccounts& accounts = command.accounts;
  if (accounts.are_none()) return refusals.in_order();
  for (const std::string* code : {&accounts.bank, &accounts.deposit, &accounts.receivable}) {
    if (code->empty()) {
      refusals.add(GuaranteeOutcome::AccountsMissing, "");
      break;
    }
    refusals.check_code(*code, "accounts");
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const MoveDeposit& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.pool, "pool");
  if (!command.fund.empty()) refusals.check_code(command.fund, "fund");
  refusals.check_optional_text(command.document, "document");
  refusals.check_text(command.party, "party");
  if (command.kind == MovementKind::Deposit) {
    refusals.check_optional_text(command.reason, "reason");
  } else {
    refusals.check_text(command.reason, "reason");
  }
  refusals.check_amount(command.amount, "amount");
  if (command.kind == MovementKind::Deposit && command.fund.empty() && command.document.empty()) {
    refusals.add(GuaranteeOutcome::OriginMissing, "");
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const ChangePool& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.pool, "pool");
  refusals.check_optional_text(command.stop_reason, "stop");
  refusals.check_text(command.reason, "reason");
  refusals.check_terms(command.terms);
  refusals.check_explanation(command.explanation);
  return refusals.in_order();
}

std::vector<Problem> check_state(const AddPool& command, Guarantee& guarantee, loans::Loans&, ledger::Book&) {
  Refusals refusals;
  refusals.check_code_free(command.code, guarantee);
  return refusals.in_order();
}

std::vector<Problem> check_state(const MoveDeposit& command, Guarantee& guarantee, loans::Loans&, ledger::Book& book) {
  Refusals refusals;
  const Pool* pool = refusals.find_pool(command.pool, guarantee);
  refusals.check_fund(command.fund, book);
  refusals.check_code_free(command.code, guarantee);
  refusals.check_open(command.date, book);
  if (pool == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, pool->date);
  if (!goes_out(command.kind)) {
    const std::optional<Money> deposit = checked_add(pool->deposit, command.amount);
    if (!deposit || !capacity_of(*deposit, pool->terms.multiple)) refusals.add(GuaranteeOutcome::SumTooLarge, "");
    return refusals.in_order();
  }
  if (command.kind == MovementKind::Withdrawal && command.amount <= pool->deposit) {
    const Money capacity = *capacity_of(pool->deposit - command.amount, pool->terms.multiple);
    if (capacity < pool->exposure) refusals.add(GuaranteeOutcome::BelowCover, beside(pool->exposure, ">", capacity));  // INV-30
  }
  const Money left = guarantee.left_of(pool->id, command.fund);
  if (command.amount > left) refusals.add(GuaranteeOutcome::MoreThanOrigin, beside(command.amount, ">", left));
  return refusals.in_order();
}

std::vector<Problem> check_state(const ChangePool& command, Guarantee& guarantee, loans::Loans&, ledger::Book&) {
  Refusals refusals;
  const Pool* pool = refusals.find_pool(command.pool, guarantee);
  refusals.check_code_free(command.code, guarantee);
  if (pool == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, pool->date);
  if (command.terms == pool->terms && command.stop_reason == pool->stop_reason) {
    refusals.add(GuaranteeOutcome::NothingChanges, pool->code);
  }
  const std::optional<Money> capacity = capacity_of(pool->deposit, command.terms.multiple);
  if (!capacity) {
    refusals.add(GuaranteeOutcome::SumTooLarge, "");
  } else if (command.terms.multiple < pool->terms.multiple && *capacity < pool->exposure) {
    refusals.add(GuaranteeOutcome::BelowCover, beside(pool->exposure, ">", *capacity));
  }
  return refusals.in_order();
}

void apply(const AddPool& command, std::int64_t seq, Guarantee& guarantee) {
  Pool pool;
  pool.code = command.code;
  pool.name = command.name;
  pool.bank = command.bank;
  pool.place = command.place;
  pool.terms = command.terms;
  pool.accounts = command.accounts;
  pool.date = command.date;
  pool.seq = seq;
  Movement movement = movement_of(command, MovementKind::Opening, seq);
  movement.pool = guarantee.pools().add(std::move(pool)).id;
  guarantee.add_movement(std::move(movement));
}

void apply(const MoveDeposit& command, std::int64_t seq, Guarantee& guarantee) {
  Pool& pool = guarantee.change_pool(command.pool);
  if (goes_out(command.kind)) {
    MZ_CHECK(command.amount <= pool.deposit);
    pool.deposit -= command.amount;
  } else {
    pool.deposit += command.amount;
  }
  // A draw may leave too little; whoever withdraws may not. INV-30
  if (command.kind == MovementKind::Withdrawal) MZ_CHECK(pool.exposure <= pool.capacity());
  Movement movement = movement_of(command, command.kind, seq);
  movement.pool = pool.id;
  movement.vouchers = pool.accounts.are_none() ? 0 : 1;
  movement.amount = command.amount;
  movement.fund = command.fund;
  movement.document = command.document;
  movement.party = command.party;
  movement.reason = command.reason;
  guarantee.add_movement(std::move(movement));
}

void apply(const ChangePool& command, std::int64_t seq, Guarantee& guarantee) {
  Pool& pool = guarantee.change_pool(command.pool);
  pool.terms = command.terms;
  pool.stop_reason = command.stop_reason;
  Movement movement = movement_of(command, MovementKind::Terms, seq);
  movement.pool = pool.id;
  movement.reason = command.reason;
  guarantee.add_movement(std::move(movement));
}

std::vector<VoucherRequest> vouchers_of(const MoveDeposit& command, Guarantee& guarantee) {
  const Pool* pool = guarantee.pools().find(command.pool);
  MZ_CHECK(pool != nullptr);
  const PoolAccounts& accounts = pool->accounts;
  if (accounts.are_none()) return {};
  std::string debit = accounts.deposit;
  std::string credit = accounts.bank;
  if (command.kind == MovementKind::Withdrawal) std::swap(debit, credit);
  if (command.kind == MovementKind::Draw) {
    debit = accounts.receivable;
    credit = accounts.deposit;
  }
  VoucherRequest voucher;
  voucher.type = command.kind == MovementKind::Withdrawal ? ledger::VoucherType::Receipt : ledger::VoucherType::Transfer;
  voucher.date = command.date;
  voucher.summary = "担保金" + std::string(chinese_of(command.kind)) + " " + command.pool + " " + pool->bank;
  voucher.source = command.code;
  voucher.lines.push_back(Line{Side::Debit, command.amount, debit, command.fund, "", command.pool, ""});
  voucher.lines.push_back(Line{Side::Credit, command.amount, credit, command.fund, "", command.pool, ""});
  return {std::move(voucher)};
}

}  // namespace mingzhang::guarantee
