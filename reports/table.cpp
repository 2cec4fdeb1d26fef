// SPDX-License-Identifier: Apache-2.0
// Keeping the cells of a table.
#include "reports/table.h"

#include <array>
#include <limits>
#include <utility>

#include "base/check.h"

namespace mingzhang::reports {

Value Value::numbered(CellKind kind, std::int64_t number) {
  Value value;
  value.kind = kind;
  value.number = number;
  return value;
}

Table::Table(Caption title, std::vector<Column> columns) : title_(std::move(title)), columns_(std::move(columns)) {
  MZ_CHECK(!columns_.empty());
}

void Table::add_fact(Caption caption, Value value) {
  facts_.push_back(Fact{std::move(caption), cell_of(value), true});
}

void Table::add_json_fact(Caption caption, Value value) {
  facts_.push_back(Fact{std::move(caption), cell_of(value), false});
}

void Table::add_row(RowKind kind, std::initializer_list<Value> values, int level) {
  add(kind, values, level);
}
void Table::add_row(RowKind kind, const std::vector<Value>& values, int level) {
  add(kind, values, level);
}

void Table::reserve(std::size_t rows) {
  rows_.reserve(rows);
  cells_.reserve(rows * columns_.size());
}

Value Table::value(std::size_t row, std::size_t column) const {
  MZ_CHECK(row < rows_.size() && column < columns_.size());
  return value_of(cells_[row * columns_.size() + column]);
}

template <class Values>
void Table::add(RowKind kind, const Values& values, int level) {
  MZ_CHECK(values.size() == columns_.size());
  rows_.push_back(Row{kind, level});
  auto column = columns_.begin();
  for (const Value& value : values) {
    MZ_CHECK(value.kind == CellKind::Nothing || value.kind == column->kind);
    cells_.push_back(cell_of(value));
    ++column;
  }
}

Table::Cell Table::cell_of(const Value& value) {
  if (value.kind != CellKind::Text) return Cell{value.number, 0, value.kind};
  MZ_CHECK(value.text.size() <= std::numeric_limits<std::uint32_t>::max());
  const Cell cell{static_cast<std::int64_t>(texts_.size()), static_cast<std::uint32_t>(value.text.size()), value.kind};
  texts_ += value.text;
  return cell;
}

Value Table::value_of(const Cell& cell) const {
  if (cell.kind != CellKind::Text) return Value::numbered(cell.kind, cell.number);
  return Value(std::string_view(texts_).substr(static_cast<std::size_t>(cell.number), cell.size));
}

std::string amount_text(std::int64_t fen, bool grouped) {
  // The negative of the smallest integer is outside int64, so the digits come from the unsigned distance to zero.
  std::uint64_t rest = fen < 0 ? 0 - static_cast<std::uint64_t>(fen) : static_cast<std::uint64_t>(fen);
  std::array<char, 32> text;  // 19 digits, a point, 6 commas and a minus, written from the end
  auto begin = text.end();
  for (int place = 0; place < 3 || rest > 0; ++place) {
    if (place == 2) *--begin = '.';
    if (grouped && place > 2 && (place - 2) % 3 == 0) *--begin = ',';
    *--begin = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  if (fen < 0) *--begin = '-';
  return std::string(begin, text.end());
}

std::string file_text(const Value& value) {
  switch (value.kind) {
    case CellKind::Nothing:
      return {};
    case CellKind::Text:
      return std::string(value.text);
    case CellKind::Money:
      return amount_text(value.number, false);
    case CellKind::Date:
      return to_iso(Date::from_days(value.number));
    case CellKind::Count:
      return std::to_string(value.number);
    case CellKind::Side:
      return std::string(ledger::chinese_of(static_cast<ledger::Side>(value.number)));
  }
  return {};
}

}  // namespace mingzhang::reports
