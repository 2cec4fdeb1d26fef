// SPDX-License-Identifier: Apache-2.0
// Backups: whole, verified, and never over something else.
#include "store/backup.h"

#include <algorithm>
#include <set>
#include <string>

#include "store/durable_file.h"
#include "store/sqlite/open_sqlite.h"
#include "tests/support/bank.h"
#include "tests/support/catch.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/file_bytes.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::store {
namespace {

using tests::Bank;
using tests::TemporaryFolder;
using tests::bytes_of;
using tests::write_bytes;

constexpr std::int64_t kTransfers = 200;

std::unique_ptr<Connection> open_book(const std::string& path, const std::string& vfs_name = "") {
  SqliteOptions options;
  options.vfs_name = vfs_name;
  return open_sqlite(path, options);
}

/// A bank with `count` transfers, still open.
std::unique_ptr<Connection> make_book(const std::string& path, std::int64_t count, const std::string& vfs_name = "") {
  std::unique_ptr<Connection> connection = open_book(path, vfs_name);
  Bank::prepare(*connection);
  Bank::transfer(*connection, 0, count);
  return connection;
}

BackupRequest request_for(const std::string& target) {
  BackupRequest request;
  request.target = target;
  request.verify = [](Connection& copy) { return Bank::problems(copy, Bank::recorded(copy)); };
  return request;
}

std::set<std::string> names_in(const TemporaryFolder& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    names.insert(entry.path().filename().string());
  return names;
}

BackupOutcome outcome_of(const Result<BackupReport, Problem>& result) {
  return result ? BackupOutcome::Ok : static_cast<BackupOutcome>(result.error().info->number);
}

}  // namespace

TEST_CASE("a backup holds what the book held at that moment, in one file", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), kTransfers);
  const auto result = back_up(*book, request_for(folder.file("copy.db")));
  REQUIRE(outcome_of(result) == BackupOutcome::Ok);
  CHECK(result->bytes == file_size(folder.file("copy.db")));
  Bank::transfer(*book, kTransfers, 1);
  CHECK(names_in(folder) == std::set<std::string>{"book.db", "book.db-shm", "book.db-wal", "copy.db"});
  CHECK_FALSE(verify_backup(folder.file("copy.db"), {}).has_value());
  CHECK(Bank::problems(*open_book(folder.file("copy.db")), kTransfers) == "");
}

TEST_CASE("a backup is taken while another connection writes", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), kTransfers);
  const Transaction writing(*book, TransactionKind::Write);
  book->execute("DELETE FROM transfer");
  REQUIRE(outcome_of(back_up_file(folder.file("book.db"), request_for(folder.file("copy.db")))) == BackupOutcome::Ok);
  CHECK(Bank::problems(*open_book(folder.file("copy.db")), kTransfers) == "");
}

TEST_CASE("a backup never overwrites a file unless that is asked for", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), kTransfers);
  write_bytes(folder.file("copy.db"), "an old backup");
  BackupRequest request = request_for(folder.file("copy.db"));
  CHECK(outcome_of(back_up(*book, request)) == BackupOutcome::TargetExists);
  CHECK(bytes_of(folder.file("copy.db")) == "an old backup");
  request.replaces_target = true;
  CHECK(outcome_of(back_up(*book, request)) == BackupOutcome::Ok);
  CHECK(Bank::problems(*open_book(folder.file("copy.db")), kTransfers) == "");
  CHECK_THROWS_AS(back_up(*book, request_for(folder.file("no folder") + "/copy.db")), WorldError);
}

TEST_CASE("a backup is not put beside a log that is not its own", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), kTransfers);
  for (const std::string suffix : {"-wal", "-journal"}) {
    write_bytes(folder.file("copy.db") + suffix, "the log of another database");
    CHECK(outcome_of(back_up(*book, request_for(folder.file("copy.db")))) == BackupOutcome::TargetInUse);
    CHECK_FALSE(file_exists(folder.file("copy.db")));
    remove_file(folder.file("copy.db") + suffix);
  }
}

TEST_CASE("a copy that the caller does not believe is thrown away", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), kTransfers);
  BackupRequest request = request_for(folder.file("copy.db"));
  request.verify = [](Connection&) { return std::string("the root differs"); };
  const auto result = back_up(*book, request);
  CHECK(outcome_of(result) == BackupOutcome::CopyWrong);
  CHECK(result.error().detail == "the root differs");
  CHECK(names_in(folder) == std::set<std::string>{"book.db", "book.db-shm", "book.db-wal"});
  // The caller may also throw.
  request.verify = [](Connection&) -> std::string { throw WorldError(WorldFault::Other, "no keys"); };
  CHECK_THROWS_WITH(back_up(*book, request), "no keys");
  CHECK(names_in(folder) == std::set<std::string>{"book.db", "book.db-shm", "book.db-wal"});
}

TEST_CASE("orphans in the book make the backup fail", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), 1);
  book->execute(
      book->ddl("CREATE TABLE child (id INTEGER NOT NULL, PRIMARY KEY (id),"
                " FOREIGN KEY (id) REFERENCES parent (id));"
                "CREATE TABLE parent (id INTEGER NOT NULL, PRIMARY KEY (id));"));
  book->execute("PRAGMA foreign_keys = OFF; INSERT INTO child VALUES (1); PRAGMA foreign_keys = ON");
  CHECK(outcome_of(back_up(*book, request_for(folder.file("copy.db")))) == BackupOutcome::CopyDamaged);
  CHECK_FALSE(file_exists(folder.file("copy.db")));
}

TEST_CASE("every changed page of a backup that matters is noticed", "[store][backup]") {
  const TemporaryFolder folder;
  const auto book = make_book(folder.file("book.db"), kTransfers);
  REQUIRE(outcome_of(back_up(*book, request_for(folder.file("copy.db")))) == BackupOutcome::Ok);
  const std::string good = bytes_of(folder.file("copy.db"));
  const VerifyCopy verify = request_for("").verify;
  for (std::size_t page = 0; page < good.size() / 4096; ++page) {
    std::string bad = good;
    // The b-tree header of the page, or the link of an overflow page; the first page begins with 100 bytes of its own.
    for (std::size_t byte = 0; byte < 8; ++byte) bad[page * 4096 + (page == 0 ? 100 : 0) + byte] ^= '\x55';
    write_bytes(folder.file("bad.db"), bad);
    INFO("page " << page);
    const auto problem = verify_backup(folder.file("bad.db"), verify);
    REQUIRE(problem.has_value());
    CHECK(problem->info == &info_of(BackupOutcome::CopyDamaged));
  }
  write_bytes(folder.file("bad.db"), good.substr(0, good.size() - 4096));
  CHECK(verify_backup(folder.file("bad.db"), verify).has_value());
  write_bytes(folder.file("bad.db"), "no database at all, but long enough to be looked at" + std::string(4096, ' '));
  CHECK(verify_backup(folder.file("bad.db"), verify).has_value());
}

TEST_CASE("a disk that fails while a backup is written leaves no backup", "[store][backup]") {
  const TemporaryFolder folder;
  for (const tests::DiskCall call : {tests::DiskCall::Write, tests::DiskCall::Sync, tests::DiskCall::Open}) {
    for (std::uint64_t nth = 1;; ++nth) {
      tests::FaultVfs faults;
      const std::string name = "book-" + std::to_string(static_cast<int>(call)) + "-" + std::to_string(nth) + ".db";
      const auto book = make_book(folder.file(name), 30, faults.vfs_name());
      faults.arm({call, nth, tests::DiskFault::Full, true});
      bool is_done = false;
      try {
        is_done = outcome_of(back_up(*book, request_for(folder.file(name) + ".copy"))) == BackupOutcome::Ok;
      } catch (const WorldError& error) {
        if (call == tests::DiskCall::Write) CHECK(error.fault() == WorldFault::Full);
      }
      faults.disarm();
      INFO("call " << nth);
      CHECK(file_exists(folder.file(name) + ".copy") == is_done);
      for (const std::string& left : names_in(folder)) CHECK(left.find("partial") == std::string::npos);
      if (faults.failures() == 0) {
        CHECK(is_done);
        break;
      }
    }
  }
}

TEST_CASE("outcomes are numbered, unique and complete", "[store][backup]") {
  std::set<std::string_view> codes;
  std::uint16_t last = 0;
  for (const OutcomeInfo& info : backup_outcomes()) {
    CHECK(info.number > last);
    last = info.number;
    codes.insert(info.code);
    CHECK_FALSE((info.zh.empty() || info.en.empty() || info.remedy_zh.empty() || info.remedy_en.empty()));
    CHECK(&info_of(static_cast<BackupOutcome>(info.number)) == &info);
  }
  CHECK(codes.size() == backup_outcomes().size());
  CHECK(codes.size() == 6);
}

}  // namespace mingzhang::store
