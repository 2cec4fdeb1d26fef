// SPDX-License-Identifier: Apache-2.0
// Schemas that are older, newer, somebody else's, or interrupted while they grow.
#include "store/migration.h"

#include <array>
#include <string>
#include <vector>

#include "store/sqlite/open_sqlite.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::store {
namespace {

using tests::CrashVfs;
using tests::FaultPlan;
using tests::FaultVfs;

constexpr std::array<Migration, 3> kSteps{{
    {1, "villages", "CREATE TABLE village (id INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (id));"},
    {2, "heads", "ALTER TABLE village ADD COLUMN head TEXT; UPDATE village SET head = name || '-head';"},
    {3, "wells",
     "CREATE TABLE well (id INTEGER NOT NULL, village INTEGER NOT NULL, depth_cm INTEGER NOT NULL, PRIMARY KEY (id));"
     "INSERT INTO well SELECT id, id, 100 * id FROM village;"},
}};

constexpr std::int64_t kVillages = 40;

std::span<const Migration> first_steps(std::size_t count) {
  return std::span<const Migration>(kSteps).first(count);
}

const SaveCopy kNoCopy = [](std::int64_t) {};

void add_villages(Connection& connection) {
  Transaction transaction(connection, TransactionKind::Write);
  const Prepared insert = connection.prepare("INSERT INTO village (id, name) VALUES (?, ?)");
  for (std::int64_t id = 1; id <= kVillages; ++id) {
    insert->bind(1, id);
    insert->bind_text(2, "village " + std::to_string(id) + std::string(200, '.'));
    insert->run();
  }
  transaction.commit();
}

std::int64_t number(Connection& connection, std::string_view sql) {
  const Prepared statement = connection.prepare(sql);
  REQUIRE(statement->step());
  return statement->column_int64(0);
}

/// What is wrong with a database that says it has `version`; empty if nothing.
std::string problems(Connection& connection, std::int64_t version) {
  if (schema_version(connection) != version) return "version " + std::to_string(schema_version(connection));
  if (version > 0 && number(connection, "SELECT count(*) FROM schema_migration") != version) return "steps missing";
  if (version >= 1 && number(connection, "SELECT count(*) FROM village") != kVillages) return "villages missing";
  const bool has_heads =
      number(connection, "SELECT count(*) FROM pragma_table_info('village') WHERE name = 'head'") == 1;
  if (has_heads != (version >= 2)) return "half of step 2";
  if (has_heads && number(connection, "SELECT count(*) FROM village WHERE head IS NULL") != 0) return "heads missing";
  if (connection.has_table("well") != (version >= 3)) return "half of step 3";
  if (version >= 3 && number(connection, "SELECT count(*) FROM well") != kVillages) return "wells missing";
  return "";
}

std::unique_ptr<Connection> open_on(const std::string& vfs_name) {
  SqliteOptions options;
  options.vfs_name = vfs_name;
  return open_sqlite("book.db", options);
}

/// A database with the first step and villages, closed.
void make_old_database(const std::string& vfs_name) {
  const auto connection = open_on(vfs_name);
  migrate(*connection, first_steps(1), kNoCopy);
  add_villages(*connection);
}

/// The fault with which `migrate` refuses.
WorldFault refusal(Connection& connection, std::span<const Migration> steps) {
  try {
    migrate(connection, steps, [](std::int64_t) { FAIL("a copy was saved for nothing"); });
  } catch (const WorldError& error) {
    return error.fault();
  }
  FAIL("migrated");
  return WorldFault::Other;
}

}  // namespace

TEST_CASE("a new database gets all steps and needs no copy", "[store][migration]") {
  CrashVfs disk(1);
  const auto connection = open_on(disk.vfs_name());
  CHECK(schema_version(*connection) == 0);
  const MigrationReport report = migrate(*connection, kSteps, [](std::int64_t) { FAIL("there was nothing to copy"); });
  CHECK(report.from_version == 0);
  CHECK(report.to_version == 3);
  CHECK(schema_version(*connection) == 3);
  CHECK(connection->has_table("well"));
  CHECK_FALSE(connection->in_transaction());
}

TEST_CASE("an older database gets the steps it lacks, after one copy", "[store][migration]") {
  CrashVfs disk(1);
  make_old_database(disk.vfs_name());
  const auto connection = open_on(disk.vfs_name());
  std::vector<std::int64_t> copies;
  const MigrationReport report = migrate(*connection, kSteps, [&](std::int64_t version) {
    copies.push_back(version);
    // The copy is taken by another connection, and sees the database as it was.
    CHECK(problems(*open_on(disk.vfs_name()), 1) == "");
  });
  CHECK(report.from_version == 1);
  CHECK(report.to_version == 3);
  CHECK(copies == std::vector<std::int64_t>{1});
  CHECK(problems(*connection, 3) == "");
}

TEST_CASE("a current database is left alone", "[store][migration]") {
  CrashVfs disk(1);
  const auto connection = open_on(disk.vfs_name());
  migrate(*connection, kSteps, kNoCopy);
  const std::uint64_t points = disk.points();
  const MigrationReport report = migrate(*connection, kSteps, [](std::int64_t) { FAIL("nothing changes"); });
  CHECK(report.from_version == report.to_version);
  CHECK(disk.points() == points);
  CHECK_NOTHROW(require_current_schema(*connection, kSteps));
}

TEST_CASE("a newer database is refused untouched, in a sentence that says what to do", "[store][migration]") {
  CrashVfs disk(1);
  const auto connection = open_on(disk.vfs_name());
  migrate(*connection, kSteps, kNoCopy);
  const std::uint64_t points = disk.points();
  CHECK(refusal(*connection, first_steps(2)) == WorldFault::Newer);
  CHECK_THROWS_WITH(migrate(*connection, first_steps(2), kNoCopy), Catch::Contains("upgrade this one"));
  CHECK_THROWS_AS(require_current_schema(*connection, first_steps(2)), WorldError);
  CHECK(disk.points() == points);
}

TEST_CASE("a database whose steps are not this program's is refused untouched", "[store][migration]") {
  CrashVfs disk(1);
  const auto connection = open_on(disk.vfs_name());
  migrate(*connection, first_steps(2), kNoCopy);
  const std::uint64_t points = disk.points();
  auto other_text = kSteps;
  other_text[0].sql = "CREATE TABLE village (id INTEGER NOT NULL, title TEXT NOT NULL, PRIMARY KEY (id));";
  CHECK(refusal(*connection, other_text) == WorldFault::Unavailable);
  auto other_name = kSteps;
  other_name[1].name = "mayors";
  CHECK(refusal(*connection, other_name) == WorldFault::Unavailable);
  CHECK(disk.points() == points);
  connection->execute("UPDATE schema_migration SET version = 3 WHERE version = 2");
  CHECK(refusal(*connection, kSteps) == WorldFault::Unavailable);
}

TEST_CASE("an older database that is only read is refused", "[store][migration]") {
  CrashVfs disk(1);
  make_old_database(disk.vfs_name());
  const auto connection = open_on(disk.vfs_name());
  CHECK_THROWS_WITH(require_current_schema(*connection, kSteps), Catch::Contains("open it once for writing"));
}

TEST_CASE("a copy that cannot be saved stops the migration", "[store][migration]") {
  CrashVfs disk(1);
  make_old_database(disk.vfs_name());
  const auto connection = open_on(disk.vfs_name());
  const SaveCopy failing = [](std::int64_t) { throw WorldError(WorldFault::Full, "no room for a copy"); };
  CHECK_THROWS_WITH(migrate(*connection, kSteps, failing), "no room for a copy");
  CHECK_FALSE(connection->in_transaction());
  CHECK(problems(*connection, 1) == "");
}

TEST_CASE("a step that fails takes the steps before it back", "[store][migration]") {
  CrashVfs disk(1);
  make_old_database(disk.vfs_name());
  const auto connection = open_on(disk.vfs_name());
  auto broken = kSteps;
  broken[2].sql = "CREATE TABLE well (id INTEGER NOT NULL, PRIMARY KEY (id)); INSERT INTO nowhere VALUES (1);";
  CHECK_THROWS_AS(migrate(*connection, broken, kNoCopy), WorldError);
  CHECK(problems(*connection, 1) == "");
  migrate(*connection, kSteps, kNoCopy);
  CHECK(problems(*connection, 3) == "");
}

TEST_CASE("of two programs that migrate at once the second finds it done", "[store][migration]") {
  CrashVfs disk(1);
  make_old_database(disk.vfs_name());
  SqliteOptions impatient;
  impatient.vfs_name = disk.vfs_name();
  impatient.busy_timeout_ms = 0;
  const auto first = open_on(disk.vfs_name());
  const auto second = open_sqlite("book.db", impatient);
  migrate(*first, kSteps, [&](std::int64_t) {
    try {
      migrate(*second, kSteps, kNoCopy);
      FAIL("two migrations at once");
    } catch (const WorldError& error) {
      CHECK(error.fault() == WorldFault::Locked);
    }
  });
  const MigrationReport report = migrate(*second, kSteps, [](std::int64_t) { FAIL("it was done already"); });
  CHECK(report.from_version == 3);
  CHECK(problems(*second, 3) == "");
}

TEST_CASE("a power cut at every point of a migration leaves the old schema or the new one", "[store][migration]") {
  std::uint64_t cuts = 0;
  std::uint64_t old_schemas = 0;
  for (std::uint64_t point = 1;; ++point) {
    CrashVfs disk(point);
    make_old_database(disk.vfs_name());
    disk.crash_after(point);
    bool is_acknowledged = false;
    try {
      const auto connection = open_on(disk.vfs_name());
      migrate(*connection, kSteps, kNoCopy);
      is_acknowledged = true;
    } catch (const WorldError&) {
    }
    const bool was_cut = disk.is_off();
    if (was_cut) disk.restart();
    if (!was_cut) disk.crash_after(1'000'000);
    const auto connection = open_on(disk.vfs_name());
    const std::int64_t version = schema_version(*connection);
    INFO("point " << point);
    CHECK((version == 3 || (version == 1 && !is_acknowledged)));
    CHECK(problems(*connection, version) == "");
    old_schemas += version == 1 ? 1 : 0;
    migrate(*connection, kSteps, kNoCopy);
    CHECK(problems(*connection, 3) == "");
    if (!was_cut) break;
    ++cuts;
  }
  CHECK(cuts > 20);
  CHECK(old_schemas > 10);
}

TEST_CASE("a failing disk at every call of a migration leaves the old schema or the new one", "[store][migration]") {
  for (const tests::DiskFault fault : {tests::DiskFault::IoError, tests::DiskFault::Full}) {
    for (std::uint64_t nth = 1;; ++nth) {
      CrashVfs disk(1);
      FaultVfs faults(disk.vfs_name());
      make_old_database(faults.vfs_name());
      faults.arm({tests::DiskCall::All, nth, fault, true});
      bool is_acknowledged = false;
      try {
        const auto connection = open_on(faults.vfs_name());
        migrate(*connection, kSteps, kNoCopy);
        is_acknowledged = true;
      } catch (const WorldError&) {
      }
      faults.disarm();
      const auto connection = open_on(faults.vfs_name());
      const std::int64_t version = schema_version(*connection);
      INFO("call " << nth);
      CHECK((version == 3 || (version == 1 && !is_acknowledged)));
      CHECK(problems(*connection, version) == "");
      if (faults.failures() == 0) {
        CHECK(nth > 20);
        break;
      }
    }
  }
}

TEST_CASE("steps with a gap in their numbers stop the program", "[store][migration]") {
  CrashVfs disk(1);
  const auto connection = open_on(disk.vfs_name());
  CHECK(tests::aborts([&] { migrate(*connection, std::span<const Migration>(kSteps).subspan(1), kNoCopy); }));
}

TEST_CASE("the steps of this program apply to an empty database", "[store][migration]") {
  CrashVfs disk(1);
  const auto connection = open_on(disk.vfs_name());
  REQUIRE_FALSE(migrations().empty());
  CHECK(migrate(*connection, migrations(), kNoCopy).to_version == static_cast<std::int64_t>(migrations().size()));
  // Every table is strict, as `ddl` promises.
  CHECK(number(*connection,
               "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND"
               " name NOT LIKE 'sqlite_%' AND strict = 0") == 0);
}

}  // namespace mingzhang::store
