// SPDX-License-Identifier: Apache-2.0
// Many rows as one array per column, in PostgreSQL's binary form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"
#include "store/postgres/postgres_link.h"

namespace mingzhang::store {

/// A column's type as the server's catalogue counts it: 20 BIGINT, 25 TEXT, 17 BYTEA.
using TypeId = std::uint32_t;

/// "bigint", "text" or "bytea"; requires one of these.
std::string_view word_of(TypeId type);

/// One row as parameters, one per column.
void add_row(const RowSource& rows, std::span<const TypeId> types, std::size_t row, Parameters& parameters);

/// Takes rows from `from` on into `parameters`, one array per column, until `bytes_max` are reached; at least one row.
/// Returns the row after the last one taken.
std::size_t add_arrays(const RowSource& rows, std::span<const TypeId> types, std::size_t from, std::size_t bytes_max,
                       Parameters& parameters);

}  // namespace mingzhang::store
