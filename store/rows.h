// SPDX-License-Identifier: Apache-2.0
// Between a struct and a row: cells read with every value checked, and spans of structs written without copies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/date.h"
#include "base/money.h"
#include "store/connection.h"
#include "store/tables.h"

namespace mingzhang::store {

/// Reads the columns of the current row from left to right, beginning behind book_id (see `select_from`). A value that
/// the program never writes (a day outside the calendar, an unknown code) throws WorldError Damaged with its place.
class Cells {
 public:
  Cells(const Statement& row, const Table& table) : row_(row), table_(table) {}

  std::int64_t integer() { return row_.column_int64(column_++); }
  bool flag() { return integer_between(0, 1) != 0; }
  Money money() { return Money::from_fen(integer_between(-Money::kFenMax, Money::kFenMax)); }
  Date date();
  Month month();
  Instant instant() { return Instant{integer()}; }
  std::string text() { return std::string(row_.column_text(column_++)); }
  /// Empty where the database holds nothing.
  std::string optional_text() { return skips_null() ? std::string() : text(); }
  /// Views into the row; empty where the database holds nothing.
  std::string_view bytes() { return row_.column_blob(column_++); }
  std::string_view optional_bytes() { return skips_null() ? std::string_view() : bytes(); }

  template <class AnyId>
  AnyId id() {
    return AnyId{integer()};
  }
  int small_integer(int least, int greatest) { return static_cast<int>(integer_between(least, greatest)); }
  /// A word whose codes run from 1 to `last`.
  template <class Word>
  Word word(Word last) {
    return static_cast<Word>(integer_between(1, static_cast<std::int64_t>(last)));
  }

  /// Throws WorldError Damaged, naming the column that was read last.
  [[noreturn]] void refuse() const;

 private:
  /// True, and on to the next column, where the database holds nothing.
  bool skips_null() {
    if (!row_.is_null(column_)) return false;
    ++column_;
    return true;
  }

  std::int64_t integer_between(std::int64_t least, std::int64_t greatest) {
    const std::int64_t number = integer();
    if (number < least || number > greatest) refuse();
    return number;
  }

  const Statement& row_;
  const Table& table_;
  int column_ = 0;
};

inline Value integer_cell(std::int64_t number) {
  return Value::integer(number);
}
inline Value flag_cell(bool flag) {
  return Value::integer(flag ? 1 : 0);
}
inline Value money_cell(Money amount) {
  return Value::integer(amount.fen());
}
/// NULL for an empty text: the database never holds one.
inline Value text_cell(std::string_view utf8) {
  return utf8.empty() ? Value::null() : Value::text(utf8);
}
inline Value bytes_cell(std::string_view bytes) {
  return bytes.empty() ? Value::null() : Value::blob(bytes);
}
template <class Word>
Value word_cell(Word word) {
  return Value::integer(static_cast<std::int64_t>(word));
}

/// The rows of one book in a bulk write; nothing is copied. `cell_of` gives column `column` of a row, from 1.
template <class Row, Value (*cell_of)(const Row&, std::size_t)>
class BookRows final : public RowSource {
 public:
  BookRows(std::int64_t book_id, std::span<const Row> rows) : book_id_(book_id), rows_(rows) {}
  std::size_t row_count() const override { return rows_.size(); }
  Value value(std::size_t row, std::size_t column) const override {
    return column == 0 ? Value::integer(book_id_) : cell_of(rows_[row], column);
  }

 private:
  std::int64_t book_id_;
  std::span<const Row> rows_;
};

}  // namespace mingzhang::store
