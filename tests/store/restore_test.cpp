// SPDX-License-Identifier: Apache-2.0
// Restores: only from what verifies, and what was there is kept.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <string>

#include "store/backup.h"
#include "store/durable_file.h"
#include "store/sqlite/open_sqlite.h"
#include "tests/support/bank.h"
#include "tests/support/catch.h"
#include "tests/support/crash_disk.h"
#include "tests/support/file_bytes.h"
#include "tests/support/seed.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::store {
namespace {

using tests::Bank;
using tests::TemporaryFolder;
using tests::bytes_of;
using tests::write_bytes;

void make_book(const std::string& path, std::int64_t count) {
  const auto connection = open_sqlite(path, {});
  Bank::prepare(*connection);
  for (std::int64_t number = 0; number < count; number += 10) Bank::transfer(*connection, number, 10);
}

void make_backup(const std::string& path, std::int64_t count) {
  make_book(path + ".source", count);
  BackupRequest request;
  request.target = path;
  REQUIRE(back_up_file(path + ".source", request).has_value());
  remove_file(path + ".source");
}

/// A book whose last transfers stand in its write-ahead log only, as a killed program leaves it.
void make_killed_book(const TemporaryFolder& folder, const std::string& name, std::int64_t count) {
  make_book(folder.file("alive.db"), count - 10);
  const auto connection = open_sqlite(folder.file("alive.db"), {});
  Bank::transfer(*connection, count - 10, 10);
  for (const std::string suffix : {"", "-wal"})
    write_bytes(folder.file(name) + suffix, bytes_of(folder.file("alive.db") + suffix));
  REQUIRE(has_content(folder.file(name) + "-wal"));
}

std::string problems(const std::string& path, std::int64_t count) {
  SqliteOptions options;
  options.mode = OpenMode::ExistingOnly;
  return Bank::problems(*open_sqlite(path, options), count);
}

RestoreRequest request_for(const TemporaryFolder& folder) {
  RestoreRequest request;
  request.backup = folder.file("copy.db");
  request.destination = folder.file("book.db");
  request.verify = [](Connection& copy) { return Bank::problems(copy, Bank::recorded(copy)); };
  return request;
}

BackupOutcome outcome_of(const Result<RestoreReport, Problem>& result) {
  return result ? BackupOutcome::Ok : static_cast<BackupOutcome>(result.error().info->number);
}

}  // namespace

TEST_CASE("a restore makes a book where there was none, and leaves the backup alone", "[store][restore]") {
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  const std::string before = bytes_of(folder.file("copy.db"));
  const auto result = restore(request_for(folder));
  REQUIRE(outcome_of(result) == BackupOutcome::Ok);
  CHECK(result->kept_aside == "");
  CHECK(result->bytes == before.size());
  CHECK(problems(folder.file("book.db"), 50) == "");
  CHECK(bytes_of(folder.file("copy.db")) == before);
}

TEST_CASE("a book is replaced only where that is asked for, and kept aside each time", "[store][restore]") {
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  make_book(folder.file("book.db"), 70);
  RestoreRequest request = request_for(folder);
  CHECK(outcome_of(restore(request)) == BackupOutcome::TargetExists);
  CHECK(problems(folder.file("book.db"), 70) == "");
  request.replaces_destination = true;
  const auto first = restore(request);
  REQUIRE(outcome_of(first) == BackupOutcome::Ok);
  CHECK(first->kept_aside == folder.file("book.db.before-restore"));
  CHECK(problems(folder.file("book.db"), 50) == "");
  CHECK(problems(folder.file("book.db.before-restore"), 70) == "");
  const auto second = restore(request);
  REQUIRE(outcome_of(second) == BackupOutcome::Ok);
  CHECK(second->kept_aside == folder.file("book.db.before-restore-2"));
  CHECK(problems(folder.file("book.db.before-restore"), 70) == "");
  CHECK(problems(folder.file("book.db.before-restore-2"), 50) == "");
}

TEST_CASE("what stands in the log of the replaced book is kept, and does not reach the new one", "[store][restore]") {
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  make_killed_book(folder, "book.db", 70);
  RestoreRequest request = request_for(folder);
  request.replaces_destination = true;
  REQUIRE(outcome_of(restore(request)) == BackupOutcome::Ok);
  CHECK(problems(folder.file("book.db"), 50) == "");
  CHECK(problems(folder.file("book.db.before-restore"), 70) == "");
}

TEST_CASE("a damaged book is replaced and kept aside with its log", "[store][restore]") {
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  make_killed_book(folder, "book.db", 70);
  const std::string log = bytes_of(folder.file("book.db-wal"));
  // SQLite would take the first page from the log and find nothing wrong: what is kept must not have been touched.
  write_bytes(folder.file("book.db"), std::string(8192, 'x'));
  RestoreRequest request = request_for(folder);
  request.replaces_destination = true;
  REQUIRE(outcome_of(restore(request)) == BackupOutcome::Ok);
  CHECK(problems(folder.file("book.db"), 50) == "");
  CHECK(bytes_of(folder.file("book.db.before-restore")) == std::string(8192, 'x'));
  CHECK(bytes_of(folder.file("book.db.before-restore-wal")) == log);
}

TEST_CASE("a log without its book is kept away from the restored one", "[store][restore]") {
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  make_killed_book(folder, "book.db", 70);
  const std::string log = bytes_of(folder.file("book.db-wal"));
  remove_file(folder.file("book.db"));
  REQUIRE(outcome_of(restore(request_for(folder))) == BackupOutcome::Ok);
  CHECK(problems(folder.file("book.db"), 50) == "");
  CHECK(bytes_of(folder.file("book.db.before-restore-wal")) == log);
}

TEST_CASE("what is no sound backup is not restored", "[store][restore]") {
  const TemporaryFolder folder;
  RestoreRequest request = request_for(folder);
  request.replaces_destination = true;
  make_book(folder.file("book.db"), 70);
  CHECK(outcome_of(restore(request)) == BackupOutcome::BackupMissing);
  make_killed_book(folder, "copy.db", 30);
  CHECK(outcome_of(restore(request)) == BackupOutcome::BackupInUse);
  remove_file(folder.file("copy.db-wal"));
  write_bytes(folder.file("copy.db"), std::string(8192, 'x'));
  CHECK(outcome_of(restore(request)) == BackupOutcome::CopyDamaged);
  make_backup(folder.file("sound.db"), 50);
  request.backup = folder.file("sound.db");
  request.verify = [](Connection&) { return std::string("the root differs"); };
  CHECK(outcome_of(restore(request)) == BackupOutcome::CopyWrong);
  CHECK(problems(folder.file("book.db"), 70) == "");
  CHECK_FALSE(file_exists(folder.file("book.db.before-restore")));
}

TEST_CASE("a book that another program has open is not replaced", "[store][restore]") {
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  make_book(folder.file("book.db"), 70);
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto connection = open_sqlite(folder.file("book.db"), {});
    Bank::recorded(*connection);
    if (::write(ready[1], "x", 1) != 1) ::_exit(1);
    ::pause();
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  RestoreRequest request = request_for(folder);
  request.replaces_destination = true;
  CHECK(outcome_of(restore(request)) == BackupOutcome::TargetInUse);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  CHECK(problems(folder.file("book.db"), 70) == "");
  CHECK(outcome_of(restore(request)) == BackupOutcome::Ok);
  CHECK(problems(folder.file("book.db"), 50) == "");
}

TEST_CASE("a program killed while it restores leaves the old book or the new one", "[store][restore]") {
  const std::uint64_t seed = tests::run_seed();
  INFO("seed " << seed);
  tests::Dice dice(seed);
  const TemporaryFolder folder;
  make_backup(folder.file("copy.db"), 50);
  make_book(folder.file("closed.db"), 70);
  make_killed_book(folder, "killed.db", 70);
  RestoreRequest request = request_for(folder);
  request.replaces_destination = true;
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(outcome_of(restore(request)) == BackupOutcome::Ok);
  // The longest wait before the kill. It follows what is found, so the kills gather where the old book becomes the new
  // one, however fast a child is on a busy machine.
  auto longest = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count() + 10;
  int old_books = 0;
  int new_books = 0;
  for (int round = 0; round < 60; ++round) {
    // In turn a book that was closed, and one that left a log behind.
    const std::string original = folder.file(round % 2 == 0 ? "closed.db" : "killed.db");
    for (const std::string suffix : {"", "-wal", "-shm"}) {
      remove_file(folder.file("book.db") + suffix);
      if (file_exists(original + suffix)) write_bytes(folder.file("book.db") + suffix, bytes_of(original + suffix));
    }
    const pid_t child = ::fork();
    if (child == 0) ::_exit(restore(request) ? 0 : 1);
    ::usleep(static_cast<useconds_t>(dice.below(2 * static_cast<std::uint64_t>(longest))));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const auto book = open_sqlite(folder.file("book.db"), {});
    const std::int64_t found = Bank::recorded(*book);
    CHECK((found == 50 || found == 70));
    CHECK(Bank::problems(*book, found) == "");
    (found == 70 ? old_books : new_books) += 1;
    longest = found == 70 ? std::min<std::int64_t>(longest * 5 / 4, 400'000) : std::max<std::int64_t>(longest * 4 / 5, 10);
  }
  CHECK(old_books > 0);
  CHECK(new_books > 0);
}

}  // namespace mingzhang::store
