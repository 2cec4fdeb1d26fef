// SPDX-License-Identifier: Apache-2.0
// Effects and vouchers of payment lists.
#include "funds/disbursement_commands.h"

#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "funds/vouchers.h"

namespace mingzhang::funds {
namespace {

using ledger::Side;
using ledger::VoucherRequest;
using ledger::VoucherType;

/// The list, in the mutable form. Requires that it exists.
DisbursementList& change_list(std::string_view code, Funds& funds) {
  const DisbursementList* list = funds.lists().find(code);
  MZ_CHECK(list != nullptr);
  return funds.lists().change(list->id.value);
}

bool has_target(const DisbursementList& list) { return list.target.number != 0; }
Pot source_of(const DisbursementList& list) { return has_target(list) ? pot_of(list.target) : pot_of(list.indicator); }

/// What is on lists, at the indicator or the target whose money it is.
Money& listed_at(const DisbursementList& list, Funds& funds) {
  if (has_target(list)) return funds.change_target(list.target).listed;
  return funds.indicators().change(indicator_of(list.indicator, funds).id.value).listed;
}

Movement movement_on(const DisbursementList& list, const std::string& code, MovementKind kind, std::int64_t seq, Date date) {
  Movement movement;
  movement.code = code;
  movement.kind = kind;
  movement.seq = seq;
  movement.date = date;
  movement.indicator = list.indicator;
  movement.allocation = list.target.allocation;
  movement.target = list.target.number;
  movement.list = list.id;
  movement.project = list.project;
  return movement;
}

/// INV-21: the sums of the states are the total.
void check_sums(const DisbursementList& list) {
  MZ_CHECK(list.submitted + list.paid + list.returned + list.repaid + list.cancelled == list.total);
}

/// From one state's sum to another's; the row itself is changed by the caller.
void move_sum(DisbursementList& list, RowState from, RowState to, Money amount) {
  list.sum_of(from) -= amount;
  list.sum_of(to) += amount;
  MZ_CHECK(!list.sum_of(from).is_negative());  // INV-21
}

RowState state_after(RowAction action) {
  switch (action) {
    case RowAction::Return: return RowState::Returned;
    case RowAction::Repay: return RowState::Repaid;
    case RowAction::Cancel: return RowState::Cancelled;
  }
  check_failed("an action without a state", __FILE__, __LINE__);
}

MovementKind kind_of(RowAction action) {
  switch (action) {
    case RowAction::Return: return MovementKind::RowsReturned;
    case RowAction::Repay: return MovementKind::RowsRepaid;
    case RowAction::Cancel: return MovementKind::RowsCancelled;
  }
  check_failed("an action without a kind", __FILE__, __LINE__);
}

/// A row of a list and what a voucher says about it.
struct PaidRow {
  std::string household;
  Money amount;
};

/// Which sides have a line per row; the other has one line for all.
enum class RowSides : std::uint8_t { Debit, Credit, Both };

/// The vouchers of some rows, each of at most `kVoucherRows` of them (half where both sides have a line per row).
std::vector<VoucherRequest> row_vouchers(const VoucherHead& head, const Accounts& accounts, const DisbursementList& list,
                                         const std::vector<PaidRow>& rows, RowSides sides, Funds& funds) {
  const std::string fund = indicator_of(list.indicator, funds).code;
  const LinePlace one{fund, list.project, has_target(list) ? funds.target(list.target)->subject : ""};
  const std::size_t most = sides == RowSides::Both ? kVoucherRows / 2 : kVoucherRows;
  std::vector<VoucherRequest> vouchers;
  for (std::size_t first = 0; first < rows.size(); first += most) {
    VoucherRequest voucher = voucher_of(head);
    const std::size_t end = std::min(rows.size(), first + most);
    Money sum;
    for (std::size_t index = first; index < end; ++index) sum += rows[index].amount;
    for (const Side side : {Side::Debit, Side::Credit}) {
      const std::string& account = side == Side::Debit ? accounts.debit : accounts.credit;
      if (sides == RowSides::Both || (sides == RowSides::Debit) == (side == Side::Debit)) {
        for (std::size_t index = first; index < end; ++index) {
          add_line(voucher, side, account, rows[index].amount, LinePlace{fund, list.project, rows[index].household});
        }
      } else {
        add_line(voucher, side, account, sum, one);
      }
    }
    add_budget_entry(voucher, accounts, sum, fund);
    vouchers.push_back(std::move(voucher));
  }
  return vouchers;
}

std::int64_t vouchers_for(RowAction action, std::size_t rows) {
  const std::size_t most = action == RowAction::Cancel ? kVoucherRows / 2 : kVoucherRows;
  return static_cast<std::int64_t>((rows + most - 1) / most);
}

}  // namespace

std::int64_t voucher_count(std::int64_t rows) {
  return vouchers_for(RowAction::Repay, static_cast<std::size_t>(rows));
}

void apply(const SubmitList& command, std::int64_t seq, Funds& funds) {
  const Indicator* indicator = funds.indicators().find(command.indicator);
  MZ_CHECK(indicator != nullptr);
  DisbursementList list;
  list.code = command.code;
  list.indicator = indicator->id;
  if (!command.target.is_none()) list.target = target_key(command.target, funds);
  list.project = command.project;
  list.title = command.title;
  list.date = command.date;
  list.publicity_end = command.publicity_end;
  list.digest = command.digest;
  list.rows = static_cast<std::int64_t>(command.rows.size());
  list.total = command.total;
  list.submitted = command.total;
  list.seq = seq;
  funds.pots().use(source_of(list), command.date, command.total);
  listed_at(list, funds) += command.total;
  const DisbursementList& added = funds.lists().add(std::move(list));
  funds.add_digest(added);
  Movement movement = movement_on(added, command.code, MovementKind::List, seq, command.date);
  movement.amount = command.total;
  funds.movements().add(std::move(movement));
  Money sum;
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const SubmittedRow& asked = command.rows[index];
    ListRow row;
    row.key = ListRowKey{added.id, static_cast<std::int64_t>(index) + 1};
    row.household = asked.household;
    row.person = asked.person;
    row.amount = asked.amount;
    row.payee = asked.payee.empty() ? std::string() : from_hex(asked.payee).value();
    row.changed = command.date;
    sum += asked.amount;
    funds.add_row(std::move(row));
  }
  MZ_CHECK(sum == command.total);  // INV-21
}

void apply(const PayList& command, std::int64_t seq, Funds& funds) {
  DisbursementList& list = change_list(command.list, funds);
  MZ_CHECK(!list.is_withdrawn);
  Movement movement = movement_on(list, command.code, MovementKind::Payment, seq, command.date);
  movement.amount = list.submitted;
  movement.vouchers = voucher_count(list.rows);
  const MovementId id = funds.movements().add(std::move(movement)).id;
  funds.indicators().change(indicator_of(list.indicator, funds).id.value).paid += list.submitted;
  funds.load_rows(list);
  for (std::int64_t number = 1; number <= list.rows; ++number) {
    ListRow& row = funds.change_row(ListRowKey{list.id, number});
    MZ_CHECK(row.state == RowState::Submitted);  // a list is paid as a whole
    move_sum(list, RowState::Submitted, RowState::Paid, row.amount);
    row.state = RowState::Paid;
    row.changed = command.date;
    row.paid_by = id;
  }
  check_sums(list);
  MZ_CHECK(list.submitted.is_zero());
}

void apply(const ChangeRows& command, std::int64_t seq, Funds& funds) {
  DisbursementList& list = change_list(command.list, funds);
  const RowState after = state_after(command.action);
  const bool pays = command.action == RowAction::Repay;
  Movement movement = movement_on(list, command.code, kind_of(command.action), seq, command.date);
  movement.vouchers = vouchers_for(command.action, command.rows.size());
  const MovementId id = funds.movements().add(std::move(movement)).id;
  Money sum;
  for (const ChangedRow& changed : command.rows) {
    ListRow& row = funds.change_row(ListRowKey{list.id, changed.number});
    move_sum(list, row.state, after, row.amount);
    sum += row.amount;
    row.state = after;
    row.changed = command.date;
    row.reason = changed.reason.empty() ? row.reason : changed.reason;
    if (pays) row.paid_by = id;
    if (pays && !changed.payee.empty()) row.payee = from_hex(changed.payee).value();
  }
  check_sums(list);
  funds.movements().change(id.value).amount = sum;
  Indicator& indicator = funds.indicators().change(indicator_of(list.indicator, funds).id.value);
  if (command.action == RowAction::Return) indicator.paid -= sum;
  if (pays) indicator.paid += sum;
  if (command.action != RowAction::Cancel) return;
  funds.pots().receive(source_of(list), command.date, sum);
  listed_at(list, funds) -= sum;
}

void apply(const WithdrawList& command, std::int64_t seq, Funds& funds) {
  DisbursementList& list = change_list(command.list, funds);
  MZ_CHECK(!list.is_withdrawn && list.submitted == list.total);
  list.is_withdrawn = true;
  funds.pots().receive(source_of(list), command.date, list.total);
  listed_at(list, funds) -= list.total;
  Movement movement = movement_on(list, command.code, MovementKind::Withdrawal, seq, command.date);
  movement.amount = list.total;
  funds.movements().add(std::move(movement));
}

std::vector<VoucherRequest> vouchers_of(const PayList& command, Funds& funds) {
  const DisbursementList* list = funds.lists().find(command.list);
  MZ_CHECK(list != nullptr);
  funds.load_rows(*list);
  std::vector<PaidRow> rows;
  rows.reserve(static_cast<std::size_t>(list->rows));
  for (std::int64_t number = 1; number <= list->rows; ++number) {
    const ListRow* row = funds.row(ListRowKey{list->id, number});
    MZ_CHECK(row != nullptr && row->state == RowState::Submitted);  // asked for before the payment is applied
    rows.push_back(PaidRow{row->household, row->amount});
  }
  const VoucherHead head{VoucherType::Payment, command.date, "发放：" + list->title, command.code, {}};
  return row_vouchers(head, command.accounts, *list, rows, RowSides::Debit, funds);
}

std::vector<VoucherRequest> vouchers_of(const ChangeRows& command, Funds& funds) {
  const DisbursementList* list = funds.lists().find(command.list);
  MZ_CHECK(list != nullptr);
  std::vector<PaidRow> rows;
  for (const ChangedRow& changed : command.rows) {
    const ListRow* row = funds.row(ListRowKey{list->id, changed.number});
    MZ_CHECK(row != nullptr);
    rows.push_back(PaidRow{row->household, row->amount});
  }
  VoucherHead head{VoucherType::Transfer, command.date, "退回不再发放：" + list->title, command.code, {}};
  RowSides sides = RowSides::Both;
  if (command.action == RowAction::Return) {
    head.type = VoucherType::Receipt;
    head.summary = "发放退回：" + list->title;
    sides = RowSides::Credit;
  } else if (command.action == RowAction::Repay) {
    head.type = VoucherType::Payment;
    head.summary = "重新发放：" + list->title;
    sides = RowSides::Debit;
  }
  return row_vouchers(head, command.accounts, *list, rows, sides, funds);
}

}  // namespace mingzhang::funds
