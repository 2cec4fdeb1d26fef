// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL's error codes mean for us. Server messages may quote data: none of their text goes further.
#pragma once

#include <string>
#include <string_view>

#include "base/world_error.h"

namespace mingzhang::store {

/// What a server said when it refused a statement.
struct ServerError {
  std::string state;       ///< SQLSTATE, five characters; empty where the connection broke instead
  std::string table;       ///< of a broken rule, where the server names it
  std::string constraint;  ///< the same
};

/// SQLSTATE as a fault. Classes 08 and 57P (the server goes away) and 25006 (it became a standby) are Again: nothing of the
/// transaction is there, and another connection may carry it.
WorldFault fault_of_sqlstate(std::string_view state);

/// Throws what `error` means: ConstraintViolation for class 23, else WorldError. `name` as in `Connection::name`.
[[noreturn]] void throw_server_error(const ServerError& error, std::string_view name);

/// Throws WorldError `fault` with its sentence. `cause` is a few words of ours in both languages, or empty.
[[noreturn]] void throw_server_fault(WorldFault fault, std::string_view name, std::string_view cause);

}  // namespace mingzhang::store
