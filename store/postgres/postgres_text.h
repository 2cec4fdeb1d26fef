// SPDX-License-Identifier: Apache-2.0
// Portable SQL in PostgreSQL's words.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::store {

/// `?` outside of quotes and comments as $1, $2, …: "a = ? AND b = ?" → "a = $1 AND b = $2".
std::string postgres_sql(std::string_view portable);

/// Types of the portable schema: INTEGER → BIGINT, TEXT → TEXT COLLATE "C" (text sorts by its bytes, as everywhere),
/// BLOB → BYTEA. Words in quotes and comments stay.
std::string postgres_ddl(std::string_view portable);

}  // namespace mingzhang::store
