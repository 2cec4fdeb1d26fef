// SPDX-License-Identifier: Apache-2.0
// SQLite's result codes in the project's own words.
#pragma once

#include <string>
#include <string_view>

#include "base/world_error.h"

namespace mingzhang::store {

/// Which fault of the world an extended result code of SQLite is.
WorldFault fault_of_sqlite(int extended_code);

/// Throws the WorldError (or ConstraintViolation) for `extended_code`. `name` is the file's base name. The sentence
/// holds no data: SQLite's own message is never quoted.
[[noreturn]] void throw_sqlite_error(int extended_code, std::string_view name);

/// Throws the WorldError of `fault` with its sentence, for failures that have no code.
[[noreturn]] void throw_world_error(WorldFault fault, std::string_view name);

/// The same as `throw_sqlite_error`, for a failure of COMMIT: an I/O error leaves the outcome unknown.
[[noreturn]] void throw_sqlite_commit_error(int extended_code, std::string_view name);

}  // namespace mingzhang::store
