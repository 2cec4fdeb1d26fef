// SPDX-License-Identifier: Apache-2.0
// The portable schema in SQLite's words.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::store {

/// Appends " STRICT, WITHOUT ROWID" to every CREATE TABLE, only " STRICT" where a comment "-- long rows" stands inside
/// the statement; all else stays as it is.
/// Example: "CREATE TABLE a (x INTEGER NOT NULL, PRIMARY KEY (x));" → "… PRIMARY KEY (x)) STRICT, WITHOUT ROWID;".
std::string sqlite_ddl(std::string_view portable);

}  // namespace mingzhang::store
