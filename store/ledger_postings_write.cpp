// SPDX-License-Identifier: Apache-2.0
// Writing vouchers, lines and their totals: every batch goes straight from the structs into one bulk call.
#include "base/check.h"
#include "store/ledger_sql.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {
namespace {

// One function per table gives the cells of a row; the case numbers are the columns of store/tables.h.

Value balance_cell(const ledger::Balance& balance, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(balance.period.number());
    case 2:
      return integer_cell(balance.account.value);
    case 3:
      return integer_cell(balance.fund.value);
    case 4:
      return money_cell(balance.opening_debit);
    case 5:
      return money_cell(balance.opening_credit);
    case 6:
      return money_cell(balance.debit);
    case 7:
      return money_cell(balance.credit);
    case 8:
      return integer_cell(balance.last_line.value);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value detail_cell(const ledger::Detail& detail, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(detail.subject.value);
    case 2:
      return integer_cell(detail.project.value);
    case 3:
      return integer_cell(detail.account.value);
    case 4:
      return integer_cell(detail.fund.value);
    case 5:
      return integer_cell(detail.period.number());
    case 6:
      return money_cell(detail.debit);
    case 7:
      return money_cell(detail.credit);
    case 8:
      return integer_cell(detail.last_line.value);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value day_cell(const ledger::DayMovement& movement, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(movement.account.value);
    case 2:
      return integer_cell(movement.fund.value);
    case 3:
      return integer_cell(movement.date.days());
    case 4:
      return money_cell(movement.debit);
    case 5:
      return money_cell(movement.credit);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value voucher_cell(const ledger::PostedVoucher& voucher, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(voucher.period.number());
    case 2:
      return word_cell(voucher.type);
    case 3:
      return integer_cell(voucher.number);
    case 4:
      return word_cell(voucher.kind);
    case 5:
      return integer_cell(voucher.seq);
    case 6:
      return integer_cell(voucher.date.days());
    case 7:
      return integer_cell(voucher.first_line.value);
    case 8:
      return integer_cell(voucher.line_count);
    case 9:
      return integer_cell(voucher.reversed_by);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value line_cell(const ledger::PostedLine& line, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(line.id.value);
    case 2:
      return integer_cell(line.seq);
    case 3:
      return integer_cell(line.date.days());
    case 4:
      return integer_cell(line.account.value);
    case 5:
      return integer_cell(line.fund.value);
    case 6:
      return integer_cell(line.project.value);
    case 7:
      return integer_cell(line.subject.value);
    case 8:
      return word_cell(line.side);
    case 9:
      return money_cell(line.amount);
    case 10:
      return integer_cell(line.previous_in_account.value);
    case 11:
      return integer_cell(line.previous_in_detail.value);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

void LedgerSql::insert_balances(std::span<const ledger::Balance> rows) {
  insert_rows(connection_, kBalanceTable, BookRows<ledger::Balance, balance_cell>(book_id_, rows));
}

void LedgerSql::update_balances(std::span<const ledger::Balance> rows) {
  update_rows(connection_, kBalanceTable, BookRows<ledger::Balance, balance_cell>(book_id_, rows));
}

void LedgerSql::insert_details(std::span<const ledger::Detail> rows) {
  insert_rows(connection_, kDetailTable, BookRows<ledger::Detail, detail_cell>(book_id_, rows));
}

void LedgerSql::update_details(std::span<const ledger::Detail> rows) {
  update_rows(connection_, kDetailTable, BookRows<ledger::Detail, detail_cell>(book_id_, rows));
}

void LedgerSql::insert_days(std::span<const ledger::DayMovement> rows) {
  insert_rows(connection_, kAccountDayTable, BookRows<ledger::DayMovement, day_cell>(book_id_, rows));
}

void LedgerSql::update_days(std::span<const ledger::DayMovement> rows) {
  update_rows(connection_, kAccountDayTable, BookRows<ledger::DayMovement, day_cell>(book_id_, rows));
}

void LedgerSql::insert_vouchers(std::span<const ledger::PostedVoucher> rows) {
  insert_rows(connection_, kVoucherTable, BookRows<ledger::PostedVoucher, voucher_cell>(book_id_, rows));
}

void LedgerSql::update_vouchers(std::span<const ledger::PostedVoucher> rows) {
  update_rows(connection_, kVoucherTable, BookRows<ledger::PostedVoucher, voucher_cell>(book_id_, rows));
}

void LedgerSql::insert_lines(std::span<const ledger::PostedLine> rows) {
  insert_rows(connection_, kLineTable, BookRows<ledger::PostedLine, line_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
