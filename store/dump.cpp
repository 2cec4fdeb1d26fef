// SPDX-License-Identifier: Apache-2.0
// Dumping tables, one row in memory at a time.
#include "store/dump.h"

#include <array>
#include <charconv>
#include <span>
#include <string>
#include <string_view>

#include "base/check.h"
#include "store/funds_tables.h"
#include "store/guarantee_tables.h"
#include "store/loans_tables.h"
#include "store/policy_tables.h"
#include "store/reconciliation_tables.h"
#include "store/register_tables.h"
#include "store/seal_tables.h"
#include "store/subsidy_tables.h"

namespace mingzhang::store {
namespace {

/// The tables of every module whose rows follow from the log alone.
constexpr auto kAllProjections = std::to_array<std::span<const Table* const>>(
    {std::span(kProjections), std::span(kRegisterProjections), std::span(kFundsProjections), std::span(kPolicyProjections),
     std::span(kLoansProjections), std::span(kGuaranteeProjections), std::span(kSubsidyProjections),
     std::span(kReconciliationProjections), std::span(kSealProjections)});

const Table& table_named(std::string_view name) {
  for (const auto& tables : kAllProjections)
    for (const Table* table : tables)
      if (table->name == name) return *table;
  MZ_CHECK(false);
  return kBookHeadTable;
}

void append_number(std::int64_t number, std::string& text) {
  std::array<char, 20> digits;  // −9223372036854775808
  const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  text.append(digits.data(), end.ptr);
}

void append_hex(std::string_view bytes, std::string& text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kDigits[value >> 4U];
    text += kDigits[value & 15U];
  }
}

class TableCursor final : public ledger::RowCursor {
 public:
  TableCursor(Connection& connection, const Table& table, std::int64_t book_id)
      : types_(table.types.substr(1)),
        row_(types_.size()),
        statement_(connection.prepare(select_from(table, order_by_key(table)))) {
    statement_->bind(1, book_id);
  }

  const ledger::DumpedRow* next() override {
    if (is_at_end_) return nullptr;
    // A finished statement would begin anew.
    is_at_end_ = !statement_->step();
    if (is_at_end_) return nullptr;
    for (std::size_t column = 0; column < types_.size(); ++column) take_cell(column);
    return &row_;
  }

 private:
  void take_cell(std::size_t column) {
    std::string& text = row_[column];
    const int place = static_cast<int>(column);
    text.clear();
    if (statement_->is_null(place)) return;
    switch (types_[column]) {
      case 'i':
        return append_number(statement_->column_int64(place), text);
      case 't':
        text = statement_->column_text(place);
        return;
      case 'b':
        return append_hex(statement_->column_blob(place), text);
      default:
        MZ_CHECK(false);
    }
  }

  std::string_view types_;
  ledger::DumpedRow row_;
  Prepared statement_;
  bool is_at_end_ = false;
};

}  // namespace

std::vector<ledger::ProjectionTable> projection_tables() {
  std::vector<ledger::ProjectionTable> tables;
  for (const auto& projections : kAllProjections) {
    for (const Table* table : projections) {
      const auto columns = table->columns.subspan(1);
      tables.push_back({std::string(table->name), {columns.begin(), columns.end()}, table->key_columns - 1});
    }
  }
  return tables;
}

std::unique_ptr<ledger::RowCursor> dump_rows(Connection& connection, const ledger::ProjectionTable& table,
                                             std::int64_t book_id) {
  return std::make_unique<TableCursor>(connection, table_named(table.name), book_id);
}

}  // namespace mingzhang::store
