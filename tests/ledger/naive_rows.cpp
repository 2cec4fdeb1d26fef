// SPDX-License-Identifier: Apache-2.0
// The rows that follow from the plain lists: what the invariants of balances, days, details and chains say.
#include <map>
#include <set>
#include <tuple>

#include "tests/ledger/naive_book.h"

namespace mingzhang::tests {
namespace {

using ledger::PostedLine;
using ledger::Side;

auto month_cell_of(const PostedLine& line) { return std::tuple(Month::of(line.date), line.account, line.fund); }
auto detail_of(const PostedLine& line) {
  return std::tuple(line.subject, line.project, line.account, line.fund, Month::of(line.date));
}
bool has_detail(const PostedLine& line) { return !line.subject.is_none() || !line.project.is_none(); }

/// Adds the line to the side on which it stands.
void add(const PostedLine& line, Money& debit, Money& credit) {
  (line.side == Side::Debit ? debit : credit) += line.amount;
}

template <class Row, class Key>
std::vector<Row> rows_of(const std::map<Key, Row>& rows) {
  std::vector<Row> result;
  for (const auto& [key, row] : rows) result.push_back(row);
  return result;
}

}  // namespace

std::vector<PostedLine> NaiveBook::chained_lines() const {
  std::map<decltype(month_cell_of(lines_.front())), ledger::LineId> last_of_cell;
  std::map<decltype(detail_of(lines_.front())), ledger::LineId> last_of_detail;
  std::vector<PostedLine> result = lines_;
  for (PostedLine& line : result) {
    ledger::LineId& last = last_of_cell[month_cell_of(line)];
    line.previous_in_account = last;
    last = line.id;
    if (!has_detail(line)) continue;
    ledger::LineId& last_detail = last_of_detail[detail_of(line)];
    line.previous_in_detail = last_detail;
    last_detail = line.id;
  }
  return result;
}

void NaiveBook::insert_periods(MemoryLedgerStore& store) const {
  std::map<Month, ledger::Period> periods;
  for (const auto& [month, state] : states_) periods[month] = ledger::Period{month, state, false};
  for (const PostedLine& line : lines_) {
    const Month month = Month::of(line.date);
    periods[month] = ledger::Period{month, state(month), true};
  }
  store.insert_periods(rows_of(periods));
}

/// INV-05 word for word: for each month in use and each account and fund that moved in it or before it one row.
void NaiveBook::insert_balances(MemoryLedgerStore& store) const {
  std::set<Month> months;
  for (const PostedLine& line : lines_) months.insert(Month::of(line.date));
  std::map<std::tuple<Month, ledger::AccountId, ledger::FundId>, ledger::Balance> rows;
  for (const PostedLine& line : lines_) {
    const Month own = Month::of(line.date);
    for (const Month month : months) {
      if (month < own) continue;
      ledger::Balance& row = rows[{month, line.account, line.fund}];
      row.period = month;
      row.account = line.account;
      row.fund = line.fund;
      if (month == own) add(line, row.debit, row.credit);
      if (month == own) row.last_line = line.id;
      if (month > own) add(line, row.opening_debit, row.opening_credit);
    }
  }
  store.insert_balances(rows_of(rows));
}

void NaiveBook::insert_details(MemoryLedgerStore& store) const {
  std::map<decltype(detail_of(lines_.front())), ledger::Detail> rows;
  for (const PostedLine& line : lines_) {
    if (!has_detail(line)) continue;
    ledger::Detail& row = rows[detail_of(line)];
    row.subject = line.subject;
    row.project = line.project;
    row.account = line.account;
    row.fund = line.fund;
    row.period = Month::of(line.date);
    add(line, row.debit, row.credit);
    row.last_line = line.id;
  }
  store.insert_details(rows_of(rows));
}

void NaiveBook::insert_days(MemoryLedgerStore& store) const {
  std::map<std::tuple<ledger::AccountId, ledger::FundId, Date>, ledger::DayMovement> rows;
  for (const PostedLine& line : lines_) {
    if (!accounts_[static_cast<std::size_t>(line.account.value - 1)].keeps_days) continue;
    ledger::DayMovement& row = rows[{line.account, line.fund, line.date}];
    row.account = line.account;
    row.fund = line.fund;
    row.date = line.date;
    add(line, row.debit, row.credit);
  }
  store.insert_days(rows_of(rows));
}

MemoryLedgerStore NaiveBook::rows() const {
  MemoryLedgerStore store;
  store.insert_head(head_);
  store.insert_accounts(accounts_);
  store.insert_funds(funds_);
  store.insert_projects(projects_);
  store.insert_subjects(subjects_);
  store.insert_grants(grants_);
  insert_periods(store);
  insert_balances(store);
  insert_details(store);
  insert_days(store);
  store.insert_vouchers(vouchers_);
  store.insert_lines(chained_lines());
  return store;
}

}  // namespace mingzhang::tests
