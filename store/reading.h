// SPDX-License-Identifier: Apache-2.0
// Queries whose rows become structs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "store/connection.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {

/// Binds numbers and texts in the order of the placeholders, from the first.
template <class... Bound>
void bind_all(Statement& statement, const Bound&... bound) {
  int position = 0;
  const auto bind_next = [&](const auto& value) {
    if constexpr (std::is_convertible_v<decltype(value), std::int64_t>) {
      statement.bind(++position, value);
    } else {
      statement.bind_text(++position, value);
    }
  };
  (bind_next(bound), ...);
}

/// How the rows of one table become structs.
template <class Row>
struct Reading {
  const Table& table;
  Row (*read)(Cells&);

  std::string select(std::string_view rest) const { return select_from(table, rest); }
};

/// Hands every row that `sql` finds to `visit`.
template <class Row, class Visit, class... Bound>
void visit_rows(Connection& connection, const std::string& sql, const Reading<Row>& reading, const Visit& visit,
                const Bound&... bound) {
  const Prepared statement = connection.prepare(sql);
  bind_all(*statement, bound...);
  while (statement->step()) {
    Cells cells(*statement, reading.table);
    visit(reading.read(cells));
  }
}

template <class Row, class... Bound>
std::vector<Row> all_rows(Connection& connection, const std::string& sql, const Reading<Row>& reading,
                          const Bound&... bound) {
  std::vector<Row> rows;
  visit_rows(
      connection, sql, reading, [&rows](Row&& row) { rows.push_back(std::move(row)); }, bound...);
  return rows;
}

template <class Row, class... Bound>
std::optional<Row> one_row(Connection& connection, const std::string& sql, const Reading<Row>& reading,
                           const Bound&... bound) {
  const Prepared statement = connection.prepare(sql);
  bind_all(*statement, bound...);
  if (!statement->step()) return std::nullopt;
  Cells cells(*statement, reading.table);
  return reading.read(cells);
}

/// The number in the first row that `sql` finds, or 0.
template <class... Bound>
std::int64_t number_or_zero(Connection& connection, std::string_view sql, const Bound&... bound) {
  const Prepared statement = connection.prepare(sql);
  bind_all(*statement, bound...);
  return statement->step() ? statement->column_int64(0) : 0;
}

}  // namespace mingzhang::store
