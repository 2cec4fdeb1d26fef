// SPDX-License-Identifier: Apache-2.0
// The bank's tables, its transfers and its auditor.
#include "tests/support/bank.h"

#include <array>
#include <map>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "tests/support/crash_disk.h"

namespace mingzhang::tests {
namespace {

using store::Connection;
using store::Prepared;
using store::Transaction;
using store::TransactionKind;
using store::Value;

struct Transfer {
  std::int64_t from;
  std::int64_t to;
  std::int64_t amount;
  std::string note;
};

Transfer transfer_number(std::int64_t number) {
  Dice dice(static_cast<std::uint64_t>(number) + 77);
  const auto from = static_cast<std::int64_t>(dice.below(Bank::kAccounts));
  const auto to = static_cast<std::int64_t>(dice.below(Bank::kAccounts));
  const auto amount = static_cast<std::int64_t>(1 + dice.below(900));
  // Of very different length, so that pages fill at different times and some rows need an overflow page.
  const std::size_t length = dice.lands(5) ? 3000 : 20 + dice.below(400);
  return {from, to, amount, std::string(length, static_cast<char>('a' + number % 26))};
}

class TransferRows final : public store::RowSource {
 public:
  TransferRows(std::int64_t first, std::int64_t count) : first_(first) {
    for (std::int64_t number = first; number < first + count; ++number) transfers_.push_back(transfer_number(number));
  }
  std::size_t row_count() const override { return transfers_.size(); }
  Value value(std::size_t row, std::size_t column) const override {
    const Transfer& transfer = transfers_[row];
    switch (column) {
      case 0:
        return Value::integer(1);
      case 1:
        return Value::integer(first_ + static_cast<std::int64_t>(row));
      case 2:
        return Value::integer(transfer.from);
      case 3:
        return Value::integer(transfer.to);
      case 4:
        return Value::integer(transfer.amount);
      default:
        return Value::text(transfer.note);
    }
  }

 private:
  std::int64_t first_;
  std::vector<Transfer> transfers_;
};

constexpr std::array<std::string_view, 6> kColumns{"book_id", "seq", "from_id", "to_id", "amount", "note"};

void move(Connection& connection, std::int64_t account, std::int64_t change) {
  const Prepared update = connection.prepare("UPDATE account SET balance = balance + ? WHERE book_id = 1 AND id = ?");
  update->bind(1, change);
  update->bind(2, account);
  if (update->run() != 1) throw std::logic_error("the bank lost an account");
}

void record(Connection& connection, const TransferRows& rows) {
  if (rows.row_count() > 1) {
    connection.bulk_insert("transfer", kColumns, rows);
    return;
  }
  const Prepared insert =
      connection.prepare("INSERT INTO transfer(book_id, seq, from_id, to_id, amount, note) VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t column = 0; column < kColumns.size(); ++column)
    insert->bind_value(static_cast<int>(column + 1), rows.value(0, column));
  insert->run();
}

bool has_tables(Connection& connection) {
  return connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'transfer'")->step();
}

std::map<std::int64_t, std::int64_t> expected_balances(std::int64_t count) {
  std::map<std::int64_t, std::int64_t> balances;
  for (std::int64_t account = 0; account < Bank::kAccounts; ++account) balances[account] = Bank::kOpeningBalance;
  for (std::int64_t number = 0; number < count; ++number) {
    const Transfer transfer = transfer_number(number);
    balances[transfer.from] -= transfer.amount;
    balances[transfer.to] += transfer.amount;
  }
  return balances;
}

std::string problems_of_rows(Connection& connection, std::int64_t count) {
  const Prepared rows = connection.prepare("SELECT seq, amount, note FROM transfer WHERE book_id = 1 ORDER BY seq");
  std::int64_t number = 0;
  for (; rows->step(); ++number) {
    const Transfer transfer = transfer_number(number);
    if (rows->column_int64(0) != number) return "transfer " + std::to_string(number) + " is missing";
    if (rows->column_int64(1) != transfer.amount || rows->column_text(2) != transfer.note)
      return "transfer " + std::to_string(number) + " changed";
  }
  return number == count ? "" : std::to_string(number) + " transfers instead of " + std::to_string(count);
}

}  // namespace

void Bank::prepare(Connection& connection) {
  Transaction transaction(connection, TransactionKind::Write);
  if (!has_tables(connection)) {
    connection.execute(connection.ddl(
        "CREATE TABLE account (book_id INTEGER NOT NULL, id INTEGER NOT NULL, balance INTEGER NOT NULL,"
        " PRIMARY KEY (book_id, id));"
        "CREATE TABLE transfer (book_id INTEGER NOT NULL, seq INTEGER NOT NULL, from_id INTEGER NOT NULL,"
        " to_id INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (book_id, seq));"));
    const Prepared insert = connection.prepare("INSERT INTO account(book_id, id, balance) VALUES (1, ?, ?)");
    for (std::int64_t account = 0; account < kAccounts; ++account) {
      insert->bind(1, account);
      insert->bind(2, kOpeningBalance);
      insert->run();
    }
  }
  transaction.commit();
}

void Bank::transfer(Connection& connection, std::int64_t first, std::int64_t count) {
  Transaction transaction(connection, TransactionKind::Write);
  record(connection, TransferRows(first, count));
  for (std::int64_t number = first; number < first + count; ++number) {
    const Transfer transfer = transfer_number(number);
    move(connection, transfer.from, -transfer.amount);
    move(connection, transfer.to, transfer.amount);
  }
  transaction.commit();
}

std::int64_t Bank::recorded(Connection& connection) {
  if (!has_tables(connection)) return 0;
  const Prepared count = connection.prepare("SELECT count(*) FROM transfer WHERE book_id = 1");
  count->step();
  return count->column_int64(0);
}

std::string Bank::problems(Connection& connection, std::int64_t count) {
  {
    const Prepared check = connection.prepare("PRAGMA integrity_check");
    check->step();
    if (check->column_text(0) != "ok") return "corrupt: " + std::string(check->column_text(0));
  }
  if (!has_tables(connection)) return count == 0 ? "" : "no tables";
  if (std::string problem = problems_of_rows(connection, count); !problem.empty()) return problem;
  std::map<std::int64_t, std::int64_t> balances;
  const Prepared rows = connection.prepare("SELECT id, balance FROM account WHERE book_id = 1");
  while (rows->step()) balances[rows->column_int64(0)] = rows->column_int64(1);
  return balances == expected_balances(count) ? "" : "balances disagree with the transfers";
}

}  // namespace mingzhang::tests
