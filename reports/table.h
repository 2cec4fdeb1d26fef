// SPDX-License-Identifier: Apache-2.0
// A report as a table: captions in Chinese and English, facts above it, typed cells; rendered by the table_*.h files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "ledger/account.h"

namespace mingzhang::reports {

/// What a thing is called: `key` in files, Chinese and English for people.
struct Caption {
  std::string key;  ///< JSON key, e.g. "total_debit"
  std::string zh;
  std::string en;
};

enum class CellKind : std::uint8_t {
  Nothing = 0,  ///< an empty cell; left out in JSON
  Text = 1,
  Money = 2,  ///< fen; sums may exceed Money's range
  Date = 3,
  Count = 4,
  Side = 5,  ///< 借 / 贷; "debit" / "credit" in JSON
};

/// The value of one cell, as it goes in and comes out. Texts are looked at, not kept.
struct Value {
  CellKind kind = CellKind::Nothing;
  std::string_view text;
  std::int64_t number = 0;  ///< fen, days since 1970-01-01, a count, or the code of a side

  Value() = default;
  Value(std::string_view words) : kind(CellKind::Text), text(words) {}
  Value(const std::string& words) : Value(std::string_view(words)) {}
  Value(const char* words) : Value(std::string_view(words)) {}
  Value(mingzhang::Money amount) : kind(CellKind::Money), number(amount.fen()) {}
  Value(mingzhang::Date date) : kind(CellKind::Date), number(date.days()) {}
  Value(ledger::Side side) : kind(CellKind::Side), number(static_cast<std::int64_t>(side)) {}
  /// A sum in fen that may lie beyond `Money::kFenMax`.
  static Value fen(std::int64_t sum) { return numbered(CellKind::Money, sum); }
  static Value count(std::int64_t number) { return numbered(CellKind::Count, number); }

 private:
  friend class Table;
  static Value numbered(CellKind kind, std::int64_t number);
};

struct Column {
  Caption caption;
  CellKind kind = CellKind::Text;
  bool hides_zero = false;  ///< an amount of zero is left blank for people (text), never in files
  bool files_only = false;  ///< stands in CSV and JSON, not in the text for people
};

enum class RowKind : std::uint8_t {
  Line = 1,   ///< what the report is about
  Group = 2,  ///< sum of the lines of a higher account; not in CSV, apart in JSON
  Sum = 3,    ///< a total, also between the lines (本月合计)
};

/// Title, facts, columns and rows. Cells are small and texts stand in one string, so that a hundred thousand rows
/// are no burden.
class Table {
 public:
  /// `title.key` names the report, e.g. "trial-balance".
  Table(Caption title, std::vector<Column> columns);

  /// A fact about the whole report, e.g. the day; in JSON a member of the document. Keys differ from each other.
  void add_fact(Caption caption, Value value);
  /// The same for a fact that people see in the rows already: only in JSON.
  void add_json_fact(Caption caption, Value value);
  /// Requires one value per column, each of the column's kind, or Nothing. `level` indents the first column.
  void add_row(RowKind kind, std::initializer_list<Value> values, int level = 0);
  void add_row(RowKind kind, const std::vector<Value>& values, int level = 0);

  /// Makes room for so many rows at once.
  void reserve(std::size_t rows);

  const Caption& title() const { return title_; }
  const std::vector<Column>& columns() const { return columns_; }
  std::size_t row_count() const { return rows_.size(); }
  std::size_t fact_count() const { return facts_.size(); }
  RowKind kind_of(std::size_t row) const { return rows_[row].kind; }
  int level_of(std::size_t row) const { return rows_[row].level; }
  Value value(std::size_t row, std::size_t column) const;
  const Caption& fact_caption(std::size_t fact) const { return facts_[fact].caption; }
  Value fact_value(std::size_t fact) const { return value_of(facts_[fact].cell); }
  bool fact_is_printed(std::size_t fact) const { return facts_[fact].is_printed; }

 private:
  struct Cell {
    std::int64_t number = 0;  // for a text: where it begins
    std::uint32_t size = 0;
    CellKind kind = CellKind::Nothing;
  };
  struct Row {
    RowKind kind;
    int level;
  };
  struct Fact {
    Caption caption;
    Cell cell;
    bool is_printed;
  };
  template <class Values>
  void add(RowKind kind, const Values& values, int level);
  Cell cell_of(const Value& value);
  Value value_of(const Cell& cell) const;

  Caption title_;
  std::vector<Column> columns_;
  std::vector<Fact> facts_;
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  std::string texts_;
};

/// "12345.67" for fen of any size; with `grouped` "12,345.67".
std::string amount_text(std::int64_t fen, bool grouped);
/// The words of a value for people or for files, as CSV and text share them: dates ISO, sides 借 and 贷, amounts
/// ungrouped.
std::string file_text(const Value& value);

}  // namespace mingzhang::reports
