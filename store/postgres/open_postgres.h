// SPDX-License-Identifier: Apache-2.0
// Opens a PostgreSQL database as a home of books.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "store/connection.h"
#include "store/postgres/postgres_link.h"

namespace mingzhang::store {

struct PostgresOptions {
  bool is_read_only = false;  ///< never writes; a standby will do
  PostgresLimits limits;
};

/// True for "postgresql://…" and "postgres://…".
bool is_postgres_url(std::string_view url);

/// Connects to `url`. Several hosts may be named; for writing, the one that takes writes is found. Throws WorldError
/// Unavailable where it cannot be reached or would not keep what it acknowledges, ReadOnly where only standbys answer.
std::unique_ptr<Connection> open_postgres(const std::string& url, const PostgresOptions& options);

}  // namespace mingzhang::store
