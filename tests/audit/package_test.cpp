// SPDX-License-Identifier: Apache-2.0
// Packages: the same bytes again, parts of a log, withheld lines, and everything that a reader must refuse.
#include <algorithm>
#include <string>
#include <vector>

#include "audit/verify/record_stream.h"
#include "audit/verify/report.h"
#include "base/json.h"
#include "tests/audit/package_tampering.h"
#include "tests/audit/package_world.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using audit::PackageVerdict;
using audit::VerdictState;
using books_world::BooksWorld;
using books_world::WorldRecord;
using package_world::checkpoint_over;
using package_world::Files;
using package_world::files_of;
using package_world::origin;
using package_world::package_of;
using package_world::PackageWish;
using package_world::Random;
using package_world::random_world;
using package_world::repacked;
using package_world::verdict_on;

std::string code_of_first(const audit::Verdict& verdict) {
  return verdict.problem ? std::string(verdict.problem->info->code) : std::string();
}

TEST_CASE("clean packages of any shape are good, whole, in part, and with lines withheld", "[audit][package]") {
  Random random(run_seed());
  for (int shape = 0; shape < 25; ++shape) {
    BooksWorld world = random_world(random, static_cast<int>(random() % 40));
    const std::vector<WorldRecord>& records = world.records();
    INFO("records " << records.size());
    const std::string package = package_of(records);
    const PackageVerdict whole = verdict_on(package);
    CHECK(audit::report_text(whole).find("GOOD\n") != std::string::npos);
    CHECK(whole.exit_code() == 0);
    // SM2 signs with a random number, so everything up to its checkpoint is the same again.
    const std::string again = package_of(records);
    const std::size_t same = package.find("mingzhang-test/proof/checkpoint.sm3") - 30;  // its header holds its check sum
    const bool is_same = package.substr(0, same) == again.substr(0, same);
    CHECK(is_same);
    PackageWish part;
    part.from = random() % records.size();
    part.to = part.from + 1 + random() % (records.size() - part.from);
    const PackageVerdict some = verdict_on(package_of(records, part));
    INFO(audit::report_text(some));
    CHECK(some.exit_code() == 0);
    CHECK(some.unchecked.openings_unknown == (part.from > 0));
    PackageWish redacted;
    redacted.withholds = [](std::string_view line) { return line.find("subject") != std::string_view::npos; };
    const PackageVerdict withheld = verdict_on(package_of(records, redacted));
    INFO(audit::report_text(withheld));
    CHECK(withheld.exit_code() == 0);
    CHECK(parse_canonical_json(audit::report_json(withheld)).has_value());
  }
}

TEST_CASE("every way of tampering is found, and named, and nothing else is", "[audit][package]") {
  Random random(run_seed());
  package_tampering::tamper_everywhere(random, 4);
}

TEST_CASE("earlier checkpoints are compared: the same history, a fork, one that is longer, and what cannot be compared", "[audit][package]") {
  Random random(run_seed());
  BooksWorld world = random_world(random, 20);
  const std::vector<WorldRecord>& records = world.records();
  const std::string package = package_of(records);
  for (const std::size_t size : {std::size_t{1}, records.size() / 2, records.size()}) {
    for (const audit::Suite suite : audit::kSuites) CHECK(verdict_on(package, checkpoint_over(records, size, suite, false)).exit_code() == 0);
  }
  PackageWish part;
  part.from = records.size() / 2;
  CHECK(verdict_on(package_of(records, part), checkpoint_over(records, 3, audit::Suite::Sm3, false)).exit_code() == 3);
  CHECK(verdict_on(package_of(records, part), checkpoint_over(records, part.from + 1, audit::Suite::Sm3, false)).exit_code() == 0);
  PackageWish shorter;
  shorter.size = records.size() - 1;
  CHECK(verdict_on(package_of(records, shorter), checkpoint_over(records, records.size(), audit::Suite::Sm3, false)).exit_code() == 4);
  CHECK(code_of_first(verdict_on(package, "no note").files).empty());
  CHECK(verdict_on(package, "no note").exit_code() == 2);
  // A checkpoint that a stranger signed is nobody's memory.
  audit::PrivateKey stranger = audit::PrivateKey::generate(audit::Algorithm::Ed25519);
  const std::string text = audit::checkpoint_text({origin(audit::Suite::Sha256), 3, audit::Digest{}});
  CHECK(verdict_on(package, audit::note_bytes({text, {audit::sign_note(text, origin(audit::Suite::Sha256), stranger)}})).exit_code() == 2);
}

TEST_CASE("without enough witnesses, without the log's signature or with a wrong one a package is not good", "[audit][package]") {
  Random random(run_seed());
  BooksWorld world = random_world(random, 5);
  const std::vector<WorldRecord>& records = world.records();
  PackageWish alone;
  alone.is_witnessed = false;
  CHECK(code_of_first(verdict_on(package_of(records, alone)).who) == "AUDIT-403");
  CHECK(verdict_on(package_of(records, alone)).exit_code() == 3);
  Files files = files_of(package_of(records));
  const Files clean = files;
  std::string& note = files["proof/checkpoint.sha256"];
  note = note.substr(0, note.find("\n\n") + 2) + note.substr(note.rfind("— "));
  CHECK(code_of_first(verdict_on(repacked(files)).who) == "AUDIT-402");
  CHECK(verdict_on(repacked(files)).exit_code() == 3);
  files = clean;
  std::string& wrong = files["proof/checkpoint.sha256"];
  const std::size_t end = wrong.size() - 12;
  wrong[end] = wrong[end] == 'A' ? 'B' : 'A';
  CHECK(verdict_on(repacked(files)).exit_code() == 1);
  files = clean;
  files.erase("proof/checkpoint.sm3");
  CHECK(code_of_first(verdict_on(repacked(files)).who) == "AUDIT-401");
  // A policy that comes with the package is nobody's.
  files = clean;
  files["policy.example"] = "quorum none\n";
  CHECK(verdict_on(repacked(files)).exit_code() == 0);
  const audit::MemoryBytes source(package_of(records));
  const auto zip = audit::ZipReader::open(source);
  audit::AuditorSide nobody;
  CHECK(audit::verify_package(**zip, nobody).exit_code() == 3);
  // Seventeen signatures.
  files = clean;
  std::string& many = files["proof/checkpoint.sha256"];
  const std::string line = many.substr(many.rfind("— "));
  for (int more = 0; more < 15; ++more) many += line;
  CHECK(code_of_first(verdict_on(repacked(files)).who) == "SEAL-101");
}

TEST_CASE("a policy that names other books asks nothing of this one, and one that names only others is no policy for it", "[audit][package]") {
  Random random(run_seed());
  BooksWorld world = random_world(random, 5);
  Files files = files_of(package_of(world.records()));
  files.erase("proof/checkpoint.sm3");
  const std::string package = repacked(files);
  const audit::MemoryBytes source(package);
  const auto zip = audit::ZipReader::open(source);
  REQUIRE(zip);
  audit::AuditorSide auditor;
  auditor.policy = package_world::policy();
  REQUIRE(auditor.policy.logs.size() == 2);
  CHECK(code_of_first(audit::verify_package(**zip, auditor).who) == "AUDIT-401");
  auditor.policy.logs[1].name = origin(audit::Suite::Sm3, "other");
  CHECK(audit::verify_package(**zip, auditor).exit_code() == 0);
  auditor.policy.logs[0].name = origin(audit::Suite::Sha256, "other");
  CHECK(audit::verify_package(**zip, auditor).exit_code() == 3);
}

TEST_CASE("the lines of one record have a limit, whatever the record says of their number", "[audit][package]") {
  BooksWorld world;
  books_world::open_world(world);
  world.voucher(books_world::receipt("2016-01-05", 1, 100));
  const std::string package = package_of(world.records());
  const audit::MemoryBytes source(package);
  const auto zip = audit::ZipReader::open(source);
  REQUIRE(zip);
  const std::size_t size = world.records().back().lines.size();
  for (const std::size_t most : {size - 1, size}) {
    audit::RecordStream stream(**zip, most);
    std::size_t records = 0;
    while (stream.next() != nullptr) ++records;
    CHECK(stream.problem().has_value() == (most < size));
    CHECK(records == world.records().size() - (most < size ? 1 : 0));
  }
}

TEST_CASE("no records and unknown kinds are never good", "[audit][package]") {
  BooksWorld world;
  books_world::open_world(world);
  world.record("from_the_future/v1", "{}");
  CHECK(verdict_on(package_of(world.records())).exit_code() == 2);
  Files files = files_of(package_of(world.records()));
  std::string& info = files["bag-info.txt"];
  info.replace(info.find("Mingzhang-Range: ") + 17, std::string::npos, "0 0 12\n");
  CHECK(code_of_first(audit::Verdict{VerdictState::Bad, verdict_on(repacked(files)).unreadable}) == "AUDIT-101");
  CHECK(verdict_on(repacked(files)).exit_code() == 2);
  CHECK(verdict_on("").exit_code() == 2);
  CHECK(verdict_on("PK\x03\x04 no zip at all, but more than a hundred bytes of something else, so that its end can be read and found wanting").exit_code() == 2);
}

TEST_CASE("books that break a rule are found although everybody signed them", "[audit][package]") {
  BooksWorld unbalanced;
  books_world::open_world(unbalanced);
  books_world::PlainVoucher voucher = books_world::receipt("2016-01-05", 1, 100);
  voucher.lines[1].amount = 99;
  unbalanced.voucher(voucher);
  CHECK(verdict_on(package_of(unbalanced.records())).exit_code() == 1);
  BooksWorld gap;
  books_world::open_world(gap);
  gap.voucher(books_world::receipt("2016-01-05", 2, 100));
  const PackageVerdict verdict = verdict_on(package_of(gap.records()));
  CHECK(verdict.exit_code() == 1);
  CHECK(verdict.history.state == VerdictState::Good);
  CHECK(verdict.books.problem->place == "record 11");
}

}  // namespace
}  // namespace mingzhang::tests
