// SPDX-License-Identifier: Apache-2.0
// Reads and writes what a witness has seen.
#include "store/witness_sql.h"

#include <string>

#include "base/check.h"
#include "base/world_error.h"

namespace mingzhang::store {

audit::SeenLog WitnessSql::read(const Statement& row) const {
  const std::optional<audit::Digest> root = audit::digest_from_bytes(row.column_blob(2));
  const std::int64_t size = row.column_int64(1);
  if (!root || size < 0) {
    throw WorldError(WorldFault::Damaged, "账簿 " + connection_.name() + " 的表 seen_log 有不可能的值。 Table seen_log of " +
                                              connection_.name() + " holds an impossible value.");
  }
  return {std::string(row.column_text(0)), size, *root};
}

std::vector<audit::SeenLog> WitnessSql::seen_logs() {
  const Prepared rows = connection_.prepare("SELECT origin, size, root FROM seen_log ORDER BY origin");
  std::vector<audit::SeenLog> logs;
  while (rows->step()) logs.push_back(read(*rows));
  return logs;
}

std::optional<audit::SeenLog> WitnessSql::seen(std::string_view origin) {
  const Prepared row = connection_.prepare("SELECT origin, size, root FROM seen_log WHERE origin = ?");
  row->bind_text(1, origin);
  if (!row->step()) return std::nullopt;
  return read(*row);
}

void WitnessSql::hold(std::string_view origin) {
  MZ_CHECK(connection_.in_transaction());
  const Prepared write = connection_.prepare("UPDATE seen_log SET size = size + 0 WHERE origin = ?");
  write->bind_text(1, origin);
  write->run();
}

void WitnessSql::remember(const audit::SeenLog& log) {
  MZ_CHECK(connection_.in_transaction());
  const bool is_known = seen(log.origin).has_value();
  const Prepared write = connection_.prepare(is_known ? "UPDATE seen_log SET size = ?, root = ? WHERE origin = ?"
                                                      : "INSERT INTO seen_log (size, root, origin) VALUES (?, ?, ?)");
  write->bind(1, log.size);
  write->bind_blob(2, audit::bytes_of(log.root));
  write->bind_text(3, log.origin);
  write->run();
}

}  // namespace mingzhang::store
