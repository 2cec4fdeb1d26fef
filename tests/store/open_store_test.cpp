// SPDX-License-Identifier: Apache-2.0
// Addresses and modes of `open_store`.
#include "store/open_store.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/world_error.h"
#include "households/division.h"
#include "tests/store/contract.h"
#include "tests/support/catch.h"

namespace mingzhang::store {
namespace {

/// The fault with which `url` is refused, and its sentence; fails where it is opened.
WorldError refusal_of(const std::string& url, OpenMode mode) {
  OpenOptions options;
  options.mode = mode;
  try {
    open_store(url, options);
  } catch (const WorldError& error) {
    return error;
  }
  FAIL("opened: " << url);
  return WorldError(WorldFault::Other, "");
}

/// A folder that disappears with this object.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("mingzhang-open-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("an unknown address and an empty path are refused", "[store]") {
  CHECK(refusal_of("mysql://db/books", OpenMode::CreateIfMissing).fault() == WorldFault::Unavailable);
  CHECK(refusal_of("", OpenMode::CreateIfMissing).fault() == WorldFault::Unavailable);
  CHECK(refusal_of("sqlite:", OpenMode::ExistingOnly).fault() == WorldFault::Unavailable);
}

TEST_CASE("a bare path and a sqlite address open the same file", "[store]") {
  const Folder folder;
  const std::string path = folder / "账簿 1.db";
  contract::add_book(*open_store(path, {}), "yanchi");
  CHECK(open_store("sqlite:" + path, {})->find_book("yanchi").has_value());
}

TEST_CASE("a missing file is made only where that was asked for", "[store]") {
  const Folder folder;
  const std::string path = folder / "missing.db";
  CHECK(refusal_of(path, OpenMode::ExistingOnly).fault() == WorldFault::Unavailable);
  CHECK(refusal_of(path, OpenMode::ReadOnly).fault() == WorldFault::Unavailable);
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(open_store(path, {})->books().empty());
  OpenOptions existing;
  existing.mode = OpenMode::ExistingOnly;
  CHECK(open_store(path, existing)->books().empty());
}

TEST_CASE("a store that was opened for reading reads", "[store]") {
  const Folder folder;
  const std::string path = folder / "books.db";
  contract::add_book(*open_store(path, {}), "yanchi");
  OpenOptions options;
  options.mode = OpenMode::ReadOnly;
  const std::unique_ptr<Store> store = open_store(path, options);
  store->begin_read();
  const auto book = store->find_book("yanchi");
  REQUIRE(book.has_value());
  CHECK(store->ledger(*book)->head()->name == "yanchi");
  store->commit();
}

TEST_CASE("a scratch store has a schema and leaves no file", "[store]") {
  const Folder folder;
  OpenOptions options;
  options.mode = OpenMode::Scratch;
  const std::unique_ptr<Store> store = open_store(folder / "scratch.db", options);
  const ledger::BookId book = contract::add_book(*store, "replay");
  CHECK(store->ledger(book)->head()->records == 0);
  CHECK_FALSE(std::filesystem::exists(folder / "scratch.db"));
  CHECK(open_store("", options)->books().empty());
}

TEST_CASE("the copy before an upgrade is made while the upgrade holds the writer's place, and replaces none",
          "[store]") {
  const Folder folder;
  const std::string path = folder / "books.db";
  const std::unique_ptr<Store> store = open_store(path, {});
  contract::add_book(*store, "yanchi");
  const SaveCopy save_copy = copy_beside(path);
  store->begin_write();
  save_copy(1);
  save_copy(1);
  store->rollback();
  for (const std::string copy : {".schema-1", ".schema-1-2"}) {
    INFO(copy);
    CHECK(open_store(path + copy, {})->find_book("yanchi").has_value());
  }
  CHECK_FALSE(std::filesystem::exists(path + ".schema-1-3"));
}

TEST_CASE("a book of the first schema gets the tables of the later ones, after a copy of it as it was", "[store]") {
  const Folder folder;
  const std::string path = folder / "books.db";
  {
    const auto connection = open_sqlite(path, {});
    migrate(*connection, migrations().first(1), [](std::int64_t) { FAIL("there was nothing to copy"); });
    Store old(*connection);
    CHECK(contract::add_book(old, "yanchi").value == 1);
    CHECK_FALSE(connection->has_table("household_spell"));
  }
  const std::unique_ptr<Store> store = open_store(path, {});
  CHECK(schema_version(store->connection()) == static_cast<std::int64_t>(migrations().size()));
  CHECK(store->ledger({1})->head()->name == "yanchi");
  contract::write(*store, [&] {
    const households::Division county{"520526", "样例县", households::DivisionLevel::County, "", Date(),
                                      households::open_end(), "", 0};
    store->register_of(1)->insert_divisions(std::span(&county, 1));
  });
  CHECK(store->register_of(1)->divisions().size() == 1);
  // The copy is still of the first schema, and can be brought up to date as well.
  const auto copy = open_sqlite(path + ".schema-1", {});
  CHECK(schema_version(*copy) == 1);
  CHECK(open_store(path + ".schema-1", {})->find_book("yanchi").has_value());
}

TEST_CASE("a file of another program is refused and stays as it was", "[store]") {
  const Folder folder;
  const std::string path = folder / "letter.txt";
  const std::string letter(5'000, 'a');
  std::ofstream(path) << letter;
  const WorldFault fault = refusal_of(path, OpenMode::CreateIfMissing).fault();
  CHECK((fault == WorldFault::Damaged || fault == WorldFault::Unavailable));
  std::ifstream file(path);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == letter);
}

}  // namespace mingzhang::store
