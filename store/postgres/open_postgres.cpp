// SPDX-License-Identifier: Apache-2.0
// Makes the link and the connection on it.
#include "store/postgres/open_postgres.h"

#include <utility>

#include "store/postgres/postgres_connection.h"

namespace mingzhang::store {

bool is_postgres_url(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

std::unique_ptr<Connection> open_postgres(const std::string& url, const PostgresOptions& options) {
  auto link = std::make_unique<PostgresLink>(url, options.limits, options.is_read_only);
  link->connect();
  return std::make_unique<PostgresConnection>(std::move(link));
}

}  // namespace mingzhang::store
