// SPDX-License-Identifier: Apache-2.0
// Compares the steps a database has with those of this program, and applies what is missing.
#include "store/migration.h"

#include <string>

#include "audit/hash.h"
#include "base/check.h"

namespace mingzhang::store {
namespace {

constexpr std::string_view kTable = "schema_migration";
constexpr std::string_view kCreateTable =
    "CREATE TABLE schema_migration (version INTEGER NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,"
    " PRIMARY KEY (version));";

std::string digest_of(const Migration& step) {
  return audit::hex_of(audit::Hasher(audit::Suite::Sha256).plain(step.sql));
}

[[noreturn]] void refuse_other_step(const Connection& connection, std::int64_t version) {
  throw WorldError(WorldFault::Unavailable,
                   "账簿 " + connection.name() + " 的库结构第 " + std::to_string(version) +
                       " 步与本程序不符，未作任何改动；请使用建立它的程序。 Step " + std::to_string(version) +
                       " of the schema of " + connection.name() +
                       " is not this program's; use the program that made it. Nothing was changed.");
}

/// How many of `steps` the database has. Throws where it has others or more.
std::size_t applied_steps(Connection& connection, std::span<const Migration> steps) {
  if (!connection.has_table(kTable)) return 0;
  // A newer program is told from another one by its number first: its steps may differ from ours as well.
  const std::int64_t found = schema_version(connection);
  const auto known = static_cast<std::int64_t>(steps.size());
  if (found > known) refuse_newer(connection, known);
  const Prepared rows = connection.prepare("SELECT version, name, digest FROM schema_migration ORDER BY version");
  std::size_t count = 0;
  while (rows->step()) {
    const std::int64_t version = rows->column_int64(0);
    const Migration& step = steps[count];
    const bool is_same =
        version == step.version && rows->column_text(1) == step.name && rows->column_text(2) == digest_of(step);
    if (!is_same) refuse_other_step(connection, version);
    ++count;
  }
  return count;
}

void apply(Connection& connection, const Migration& step) {
  connection.execute(connection.ddl(step.sql));
  const Prepared insert = connection.prepare("INSERT INTO schema_migration (version, name, digest) VALUES (?, ?, ?)");
  insert->bind(1, step.version);
  insert->bind_text(2, step.name);
  insert->bind_text(3, digest_of(step));
  insert->run();
}

void check_numbers(std::span<const Migration> steps) {
  for (std::size_t index = 0; index < steps.size(); ++index)
    MZ_CHECK(steps[index].version == static_cast<std::int64_t>(index + 1));
}

}  // namespace

std::int64_t schema_version(Connection& connection) {
  if (!connection.has_table(kTable)) return 0;
  const Prepared newest = connection.prepare("SELECT version FROM schema_migration ORDER BY version DESC LIMIT 1");
  return newest->step() ? newest->column_int64(0) : 0;
}

void refuse_newer(Connection& connection, std::int64_t known) {
  const std::string versions = "(" + std::to_string(schema_version(connection)) + " > " + std::to_string(known) + ")";
  throw WorldError(WorldFault::Newer, "账簿 " + connection.name() +
                                          " 由更新版本的程序写成，请升级程序；未作任何改动。 " + connection.name() +
                                          " was written by a newer program; upgrade this one. Nothing was changed. " + versions);
}

MigrationReport migrate(Connection& connection, std::span<const Migration> steps, const SaveCopy& save_copy) {
  check_numbers(steps);
  const auto newest = static_cast<std::int64_t>(steps.size());
  if (applied_steps(connection, steps) == steps.size()) return {newest, newest};
  Transaction transaction(connection, TransactionKind::Write);
  // Asked again under the writer's lock: another program may have been quicker.
  const std::size_t applied = applied_steps(connection, steps);
  const auto from_version = static_cast<std::int64_t>(applied);
  if (applied == steps.size()) return {newest, newest};
  if (applied > 0) {
    connection.hold_writers();
    save_copy(from_version);
  }
  if (!connection.has_table(kTable)) connection.execute(connection.ddl(kCreateTable));
  for (const Migration& step : steps.subspan(applied)) apply(connection, step);
  MZ_CHECK(schema_version(connection) == newest);
  transaction.commit();
  return {from_version, newest};
}

void require_current_schema(Connection& connection, std::span<const Migration> steps) {
  check_numbers(steps);
  if (applied_steps(connection, steps) == steps.size()) return;
  throw WorldError(WorldFault::Unavailable,
                   "账簿 " + connection.name() +
                       " 的库结构较旧，只读打开时不能升级；请先以可写方式打开一次。 The schema of " +
                       connection.name() + " is older; open it once for writing to bring it up to date.");
}

}  // namespace mingzhang::store
