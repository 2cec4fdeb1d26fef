// SPDX-License-Identifier: Apache-2.0
// Reading vouchers, lines and the totals that follow from them.
#include <string>

#include "store/ledger_sql.h"
#include "store/reading.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {
namespace {

// Braces evaluate from left to right, so the members below stand in the order of the columns of store/tables.h.

ledger::Balance read_balance(Cells& cells) {
  return {cells.month(),
          cells.id<ledger::AccountId>(),
          cells.id<ledger::FundId>(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.id<ledger::LineId>()};
}

ledger::Detail read_detail(Cells& cells) {
  return {cells.id<ledger::SubjectId>(),
          cells.id<ledger::ProjectId>(),
          cells.id<ledger::AccountId>(),
          cells.id<ledger::FundId>(),
          cells.month(),
          cells.money(),
          cells.money(),
          cells.id<ledger::LineId>()};
}

ledger::DayMovement read_day(Cells& cells) {
  return {cells.id<ledger::AccountId>(), cells.id<ledger::FundId>(), cells.date(), cells.money(), cells.money()};
}

ledger::PostedVoucher read_voucher(Cells& cells) {
  return {cells.month(),
          cells.word(ledger::VoucherType::Transfer),
          cells.integer(),
          cells.word(ledger::VoucherKind::CarryForward),
          cells.integer(),
          cells.date(),
          cells.id<ledger::LineId>(),
          cells.integer(),
          cells.integer()};
}

ledger::PostedLine read_line(Cells& cells) {
  return {cells.id<ledger::LineId>(),
          cells.integer(),
          cells.date(),
          cells.id<ledger::AccountId>(),
          cells.id<ledger::FundId>(),
          cells.id<ledger::ProjectId>(),
          cells.id<ledger::SubjectId>(),
          cells.word(ledger::Side::Credit),
          cells.money(),
          cells.id<ledger::LineId>(),
          cells.id<ledger::LineId>()};
}

// Half a million rows are read for a day inside a month: only the columns that count.
constexpr auto kMovementColumns =
    std::to_array<std::string_view>({"book_id", "account_id", "fund_id", "side", "amount"});
constexpr Table kMovementTable{"line", kMovementColumns, "iiiii", 1};
constexpr auto kSpanColumns = std::to_array<std::string_view>({"book_id", "day", "first_line", "line_count"});
constexpr Table kSpanTable{"voucher", kSpanColumns, "iiii", 1};

ledger::Movement read_movement(Cells& cells) {
  return {cells.id<ledger::AccountId>(), cells.id<ledger::FundId>(), cells.word(ledger::Side::Credit), cells.money()};
}

ledger::VoucherSpan read_span(Cells& cells) { return {cells.date(), cells.id<ledger::LineId>(), cells.integer()}; }

constexpr Reading<ledger::Movement> kMovements{kMovementTable, read_movement};
constexpr Reading<ledger::VoucherSpan> kSpans{kSpanTable, read_span};
constexpr Reading<ledger::Balance> kBalances{kBalanceTable, read_balance};
constexpr Reading<ledger::Detail> kDetails{kDetailTable, read_detail};
constexpr Reading<ledger::DayMovement> kDays{kAccountDayTable, read_day};
constexpr Reading<ledger::PostedVoucher> kVouchers{kVoucherTable, read_voucher};
constexpr Reading<ledger::PostedLine> kLines{kLineTable, read_line};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<ledger::Balance> LedgerSql::balance(Month period, ledger::AccountId account, ledger::FundId fund) {
  static const std::string sql = kBalances.select("AND month = ? AND account_id = ? AND fund_id = ?");
  return one_row(connection_, sql, kBalances, book_id_, period.number(), account.value, fund.value);
}

void LedgerSql::balances(Month period, const std::function<void(const ledger::Balance&)>& visit) {
  static const std::string sql = kBalances.select("AND month = ? ORDER BY account_id, fund_id");
  visit_rows(connection_, sql, kBalances, visit, book_id_, period.number());
}

std::vector<ledger::Balance> LedgerSql::balances_of(Month period, ledger::AccountId account) {
  static const std::string sql = kBalances.select("AND month = ? AND account_id = ? ORDER BY fund_id");
  return all_rows(connection_, sql, kBalances, book_id_, period.number(), account.value);
}

std::optional<ledger::Detail> LedgerSql::detail(ledger::SubjectId subject, ledger::ProjectId project,
                                                ledger::AccountId account, ledger::FundId fund, Month period) {
  static const std::string sql =
      kDetails.select("AND subject_id = ? AND project_id = ? AND account_id = ? AND fund_id = ? AND month = ?");
  return one_row(connection_, sql, kDetails, book_id_, subject.value, project.value, account.value, fund.value,
                 period.number());
}

std::vector<ledger::Detail> LedgerSql::details_of(ledger::SubjectId subject) {
  static const std::string sql = kDetails.select("AND subject_id = ? ORDER BY project_id, account_id, fund_id, month");
  return all_rows(connection_, sql, kDetails, book_id_, subject.value);
}

std::vector<ledger::Detail> LedgerSql::details_of(ledger::ProjectId project) {
  static const std::string sql = kDetails.select("AND project_id = ? ORDER BY subject_id, account_id, fund_id, month");
  return all_rows(connection_, sql, kDetails, book_id_, project.value);
}

std::vector<ledger::DayMovement> LedgerSql::days(ledger::AccountId account, ledger::FundId fund, Date from) {
  static const std::string sql = kDays.select("AND account_id = ? AND fund_id = ? AND day >= ? ORDER BY day");
  return all_rows(connection_, sql, kDays, book_id_, account.value, fund.value, from.days());
}

std::int64_t LedgerSql::last_number(Month period, ledger::VoucherType type) {
  return number_or_zero(
      connection_,
      "SELECT number FROM voucher WHERE book_id = ? AND month = ? AND type = ? ORDER BY number DESC LIMIT 1", book_id_,
      period.number(), static_cast<std::int64_t>(type));
}

std::optional<ledger::PostedVoucher> LedgerSql::voucher(Month period, ledger::VoucherType type, std::int64_t number) {
  static const std::string sql = kVouchers.select("AND month = ? AND type = ? AND number = ?");
  return one_row(connection_, sql, kVouchers, book_id_, period.number(), static_cast<std::int64_t>(type), number);
}

void LedgerSql::vouchers(Month period, const std::function<void(const ledger::PostedVoucher&)>& visit) {
  static const std::string sql = kVouchers.select("AND month = ? ORDER BY type, number");
  visit_rows(connection_, sql, kVouchers, visit, book_id_, period.number());
}

void LedgerSql::voucher_spans(Month period, const std::function<void(const ledger::VoucherSpan&)>& visit) {
  static const std::string sql = kSpans.select("AND month = ?");
  visit_rows(connection_, sql, kSpans, visit, book_id_, period.number());
}

std::optional<ledger::PostedLine> LedgerSql::line(ledger::LineId id) {
  static const std::string sql = kLines.select("AND line_id = ?");
  return one_row(connection_, sql, kLines, book_id_, id.value);
}

void LedgerSql::lines(ledger::LineId from, ledger::LineId to,
                      const std::function<void(const ledger::PostedLine&)>& visit) {
  static const std::string sql = kLines.select("AND line_id >= ? AND line_id < ? ORDER BY line_id");
  visit_rows(connection_, sql, kLines, visit, book_id_, from.value, to.value);
}

void LedgerSql::movements(ledger::LineId from, ledger::LineId to, Date first, Date last,
                          const std::function<void(const ledger::Movement&)>& visit) {
  static const std::string sql = kMovements.select("AND line_id >= ? AND line_id < ? AND day BETWEEN ? AND ?");
  visit_rows(connection_, sql, kMovements, visit, book_id_, from.value, to.value, first.days(), last.days());
}

}  // namespace mingzhang::store
