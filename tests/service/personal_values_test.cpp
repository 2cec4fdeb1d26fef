// SPDX-License-Identifier: Apache-2.0
// Values are kept and erased in the transaction of their records, and leave the file with the commit.
#include "service/personal_values.h"

#include <fstream>
#include <iterator>
#include <string>

#include "service/dry_run.h"
#include "service/setup/register_setup.h"
#include "tests/service/sample_roster.h"
#include "tests/support/catch.h"

namespace audit = mingzhang::audit;
namespace households = mingzhang::households;
namespace service = mingzhang::service;
namespace store = mingzhang::store;
using mingzhang::tests::add_sample_divisions;
using mingzhang::tests::code_of;
using mingzhang::tests::Desk;
using mingzhang::tests::first_problem_of;
using mingzhang::tests::import_roster;
using mingzhang::tests::kBook;
using mingzhang::tests::kRosterHeader;
using mingzhang::tests::on;
using mingzhang::tests::roster_row;
using mingzhang::tests::synthetic_id_number;
using mingzhang::tests::TemporaryFolder;

namespace {

service::Request erasure(const std::string& key, const std::string& person) {
  service::Request request;
  request.book = kBook;
  request.key = key;
  request.by = "maker";
  request.approved_by = "checker";
  request.commands.push_back(*service::erase_person(person, on(2017, 1, 10), "保存期满"));
  return request;
}

/// All bytes of the database and of its log, where there is one.
std::string bytes_at(const std::string& path) {
  std::string bytes;
  for (const char* ending : {"", "-wal"}) {
    std::ifstream file(path + ending, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  return bytes;
}

}  // namespace

TEST_CASE("the digest is SHA-256 over the salt and the canonical form", "[service][personal]") {
  // Computed with: printf '%s%s' 0123456789abcdef '{"name":"合成","person":"P1"}' | sha256sum
  households::PersonalValues values;
  values.person = "P1";
  values.salt = "0123456789abcdef";
  values.name = "合成";
  audit::Hasher sha256(audit::Suite::Sha256);
  CHECK(service::digest_of(values, sha256) == "6d3d95b26e95be7a0da78abfc5c945c14806033ab63ccaaa8355854fb0624545");
}

TEST_CASE("an erased person is found in no byte of the database", "[service][personal]") {
  TemporaryFolder folder;
  const std::string path = folder.file("books.db");
  Desk desk(path);
  desk.open_book();
  add_sample_divisions(desk);
  REQUIRE(import_roster(desk, kRosterHeader + roster_row(1, 1, true) + roster_row(1, 2, false)).is_ok());
  CHECK(bytes_at(path).find(synthetic_id_number(1)) != std::string::npos);  // the control
  CHECK(code_of(desk.submit(erasure("e1", "P100001"))) == "");
  CHECK_FALSE(desk.writer().has_erased_remains());
  CHECK(bytes_at(path).find(synthetic_id_number(1)) == std::string::npos);
  CHECK(bytes_at(path).find(synthetic_id_number(2)) != std::string::npos);
  CHECK(first_problem_of(desk.verify()) == "");
  CHECK(code_of(desk.submit(erasure("e2", "P100001"))) == "HOUSE-366");
}

TEST_CASE("an erasure needs a second person and erases nothing without one", "[service][personal]") {
  TemporaryFolder folder;
  const std::string path = folder.file("books.db");
  Desk desk(path);
  desk.open_book();
  add_sample_divisions(desk);
  REQUIRE(import_roster(desk, kRosterHeader + roster_row(1, 1, true)).is_ok());
  service::Request alone = erasure("e1", "P100001");
  alone.approved_by.clear();
  CHECK(code_of(desk.submit(alone)) == "REQ-404");
  alone.approved_by = "maker";
  CHECK(code_of(desk.submit(alone)).starts_with("REQ-40"));
  CHECK(bytes_at(path).find(synthetic_id_number(1)) != std::string::npos);
}

TEST_CASE("a reader keeps the log alive, and asking again empties it", "[service][personal]") {
  TemporaryFolder folder;
  const std::string path = folder.file("books.db");
  store::OpenOptions options;
  options.busy_timeout_ms = 50;
  Desk desk(path, options);
  desk.open_book();
  add_sample_divisions(desk);
  REQUIRE(import_roster(desk, kRosterHeader + roster_row(1, 1, true)).is_ok());
  {
    const std::unique_ptr<store::Store> reader = store::open_store(path, options);
    reader->begin_read();
    REQUIRE(reader->find_book(kBook).has_value());
    CHECK(code_of(desk.submit(erasure("e1", "P100001"))) == "");
    CHECK(desk.writer().has_erased_remains());
    reader->rollback();
  }
  CHECK(code_of(desk.submit(erasure("e2", "P100001"))) == "HOUSE-366");
  CHECK_FALSE(desk.writer().has_erased_remains());
  CHECK(bytes_at(path).find(synthetic_id_number(1)) == std::string::npos);
}

TEST_CASE("an erasure that is not committed leaves no record and every value", "[service][personal]") {
  TemporaryFolder folder;
  const std::string path = folder.file("books.db");
  Desk desk(path);
  desk.open_book();
  add_sample_divisions(desk);
  REQUIRE(import_roster(desk, kRosterHeader + roster_row(1, 1, true)).is_ok());
  const std::int64_t before = desk.records();
  // The transaction ends where a crash before the commit would end it.
  service::DryRunDatabase forgets(desk.database());
  service::OpenedDatabase opened = service::faces_of(desk.database());
  opened.database = &forgets;
  service::Writer trial(opened, desk.clock());
  CHECK(code_of(trial.submit(erasure("e1", "P100001"))) == "");
  CHECK(desk.records() == before);
  CHECK(bytes_at(path).find(synthetic_id_number(1)) != std::string::npos);
  CHECK(first_problem_of(desk.verify()) == "");
}

TEST_CASE("values of a request that is refused are not kept", "[service][personal]") {
  TemporaryFolder folder;
  const std::string path = folder.file("books.db");
  Desk desk(path);
  desk.open_book();
  add_sample_divisions(desk);
  service::MemberWords words;
  words.household = "H-none";
  words.person = "P100009";
  words.date = "2016-04-01";
  words.reason = "出生";
  words.relation = "子女";
  words.personal = "name=合成九\nid_number=" + synthetic_id_number(9) + "\n";
  auto changed = service::change_member("join", words);
  REQUIRE(changed.has_value());
  service::Request request = std::move(changed).value();
  request.book = kBook;
  request.key = "j1";
  request.by = "maker";
  CHECK(code_of(desk.submit(request)) == "HOUSE-204");
  CHECK(bytes_at(path).find("合成九") == std::string::npos);
}

TEST_CASE("what cannot be read in a file of values is told without the value", "[service][personal]") {
  const auto values = service::parse_personal("P1", "姓名=合成\n身份证号=１１０\nhobby=x\nphone\n");
  REQUIRE_FALSE(values.has_value());
  REQUIRE(values.error().problems.size() == 3);
  CHECK(values.error().problems[0].problem.place == "line 2");
  for (const service::CommandProblem& found : values.error().problems) {
    CHECK(found.problem.detail.find("１１０") == std::string::npos);
  }
}
