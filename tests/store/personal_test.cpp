// SPDX-License-Identifier: Apache-2.0
// Personal values: kept, found, and erased so that no byte of them is left in the files. Everybody is synthetic.
#include "store/personal_sql.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "households/command.h"
#include "store/open_store.h"
#include "store/sqlite/open_sqlite.h"
#include "tests/store/contract.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"
#include "tests/support/seed.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::store {
namespace {

using contract::write;
using households::PersonalValues;
using tests::TemporaryFolder;
using tests::bytes_of;

/// Stands in every text of these values, in everything that is searched for, and nowhere else: "1000007v1".
std::string mark_of(int number, int version) {
  return std::to_string(1'000'000 + number) + "v" + std::to_string(version);
}

PersonalValues values_of(int number, int version) {
  const std::string mark = mark_of(number, version);
  PersonalValues values;
  values.person = "P" + std::to_string(number);
  values.salt = "salt-" + mark + "-salt-salt";
  values.name = "合成人" + mark;
  values.id_number = "ID" + mark + "00000000";
  values.card = "CARD" + mark + std::string(static_cast<std::size_t>(number % 7), '9');
  values.phone = "TEL" + mark;
  // Some notes are long, so that pages fill unevenly.
  values.note = "NOTE" + mark + std::string(static_cast<std::size_t>(number % 10 == 0 ? 900 : 5), '.');
  return values;
}

constexpr int kTextsOfOne = 6;

std::string all_bytes(const TemporaryFolder& folder) {
  std::string bytes;
  for (const char* name : {"book.db", "book.db-wal", "book.db-shm"}) bytes += bytes_of(folder.file(name));
  return bytes;
}

/// How many texts with these marks can be found, in one pass over the bytes.
int found_in(const std::string& bytes, const std::set<std::string>& marks) {
  int found = 0;
  for (std::size_t at = bytes.find('v', 7); at != std::string::npos; at = bytes.find('v', at + 1)) {
    found += marks.contains(bytes.substr(at - 7, 9)) ? 1 : 0;
  }
  return found;
}

/// A book file with the values of `count` people, put in random order and in several commits.
struct Fixture {
  explicit Fixture(int count) : random(tests::run_seed()), store(open_store(folder.file("book.db"), {})) {
    book = contract::add_book(*store, "yanchi").value;
    for (int number = 0; number < count; ++number) numbers.push_back(number);
    std::shuffle(numbers.begin(), numbers.end(), random);
    for (std::size_t first = 0; first < numbers.size(); first += 500) {
      std::vector<PersonalValues> people;
      for (std::size_t at = first; at < std::min(first + 500, numbers.size()); ++at) {
        people.push_back(values_of(numbers[at], 1));
      }
      write(*store, [&] { personal().put(people); });
    }
  }
  households::PersonalStore& personal() {
    if (!personal_) personal_ = store->personal_of(book);
    return *personal_;
  }

  TemporaryFolder folder;
  std::mt19937_64 random;
  std::unique_ptr<Store> store;
  std::int64_t book = 0;
  std::vector<int> numbers;

 private:
  std::unique_ptr<households::PersonalStore> personal_;
};

}  // namespace

TEST_CASE("personal values come back, are found by number, and are replaced", "[store][contract]") {
  Fixture fixture(50);
  households::PersonalStore& personal = fixture.personal();
  PersonalValues values = values_of(7, 1);
  CHECK(personal.get("P7")->name == values.name);
  CHECK(personal.get("P7")->salt == values.salt);
  CHECK(personal.get("P7")->note == values.note);
  CHECK_FALSE(personal.get("P70").has_value());
  CHECK(personal.with_id_number(values.id_number) == std::vector<std::string>{"P7"});
  CHECK(personal.with_id_number("ID0").empty());

  // Two people with one card, a person without anything but a salt.
  PersonalValues twin = values_of(99, 1);
  twin.card = values.card;
  PersonalValues bare;
  bare.person = "P100";
  bare.salt = std::string(16, '\0');
  write(*fixture.store, [&] { personal.put(std::vector{twin, bare}); });
  CHECK(personal.with_card(values.card) == std::vector<std::string>{"P7", "P99"});
  CHECK(personal.get("P100")->id_number.empty());
  CHECK(personal.get("P100")->salt == bare.salt);

  values.card = "6222-合成";
  write(*fixture.store, [&] { personal.put(std::vector{values}); });
  CHECK(personal.get("P7")->card == values.card);
  CHECK(personal.with_card(twin.card) == std::vector<std::string>{"P99"});
  int everybody = 0;
  personal.for_each([&](const PersonalValues&) { ++everybody; });
  CHECK(everybody == 52);
  CHECK_FALSE(fixture.store->personal_of(99)->get("P7").has_value());
}

TEST_CASE("erased values are gone and can be put again", "[store][contract]") {
  Fixture fixture(20);
  households::PersonalStore& personal = fixture.personal();
  const PersonalValues values = values_of(7, 1);
  write(*fixture.store, [&] {
    CHECK(personal.erase("P7"));
    CHECK_FALSE(personal.erase("P7"));
    CHECK_FALSE(personal.erase("P999"));
  });
  CHECK_FALSE(personal.get("P7").has_value());
  CHECK(personal.with_id_number(values.id_number).empty());
  CHECK(personal.with_card(values.card).empty());
  write(*fixture.store, [&] { personal.put(std::vector{values}); });
  CHECK(personal.get("P7")->name == values.name);
}

TEST_CASE("INV-18 no byte of erased values is left in the files of the database", "[store][privacy]") {
  Fixture fixture(6'000);
  households::PersonalStore& personal = fixture.personal();
  std::set<std::string> erased;
  std::set<std::string> kept;
  // Every third person is erased, every fifth of the others gets new values, which erases the old ones.
  for (std::size_t at = 0; at < fixture.numbers.size(); at += 50) {
    write(*fixture.store, [&] {
      for (std::size_t next = at; next < std::min(at + 50, fixture.numbers.size()); ++next) {
        const int number = fixture.numbers[next];
        const bool is_erased = number % 3 == 0;
        const bool is_replaced = !is_erased && number % 5 == 0;
        const PersonalValues newer = values_of(number, 2);
        if (is_erased) CHECK(personal.erase(newer.person));
        if (is_replaced) personal.put(std::span(&newer, 1));
        (is_erased || is_replaced ? erased : kept).insert(mark_of(number, 1));
        if (is_replaced) kept.insert(mark_of(number, 2));
      }
    });
  }
  // The negative control: without emptying the log the bytes are there.
  CHECK(found_in(all_bytes(fixture.folder), erased) > 0);
  CHECK(fixture.store->forget_erased());
  const std::string bytes = all_bytes(fixture.folder);
  CHECK(found_in(bytes, erased) == 0);
  CHECK(found_in(bytes, kept) == kTextsOfOne * static_cast<int>(kept.size()));
  CHECK(bytes_of(fixture.folder.file("book.db-wal")).empty());
}

TEST_CASE("a reader keeps erased bytes alive, and the answer says so", "[store][privacy]") {
  Fixture fixture(200);
  OpenOptions impatient;
  impatient.busy_timeout_ms = 0;
  const auto writer = open_store(fixture.folder.file("book.db"), impatient);
  const auto reader = open_store(fixture.folder.file("book.db"), impatient);
  reader->begin_read();
  CHECK(reader->personal_of(fixture.book)->get("P7").has_value());
  write(*writer, [&] { CHECK(writer->personal_of(fixture.book)->erase("P7")); });
  CHECK_FALSE(writer->forget_erased());
  const std::set<std::string> erased = {mark_of(7, 1)};
  CHECK(found_in(all_bytes(fixture.folder), erased) > 0);
  reader->rollback();
  CHECK(writer->forget_erased());
  CHECK(found_in(all_bytes(fixture.folder), erased) == 0);
}

TEST_CASE("deleting from an ordinary table without secure_delete leaves the bytes in the file", "[store][privacy]") {
  // What the layout of `personal` and the settings of the driver are there against.
  TemporaryFolder folder;
  const auto connection = open_sqlite(folder.file("book.db"), {});
  connection->execute("PRAGMA secure_delete = 0");
  connection->execute("CREATE TABLE plain (person TEXT NOT NULL, name TEXT, PRIMARY KEY (person)) WITHOUT ROWID");
  std::set<std::string> deleted;
  for (int number = 0; number < 300; ++number) {
    const PersonalValues values = values_of(number, 1);
    const Prepared insert = connection->prepare("INSERT INTO plain (person, name) VALUES (?, ?)");
    insert->bind_text(1, values.person);
    insert->bind_text(2, values.name);
    insert->run();
    if (values.person > "P15") deleted.insert(mark_of(number, 1));
  }
  connection->execute("DELETE FROM plain WHERE person > 'P15'");
  CHECK(connection->forget_overwritten());
  CHECK(found_in(bytes_of(folder.file("book.db")), deleted) > 0);
}

TEST_CASE("erasing a person's values changes no projection of the register", "[store][privacy]") {
  Fixture fixture(20);
  const auto rows = fixture.store->register_of(fixture.book);
  households::HouseholdRegister current(*rows);
  write(*fixture.store, [&] {
    households::apply(households::AddDivision{"520526100201", "样例村", households::DivisionLevel::Village, "",
                                              *Date::from_civil(2014, 1, 1), households::open_end()},
                      1, current);
    households::RegisterHousehold household;
    household.code = "H1";
    household.division = "520526100201";
    household.household_class = "精准扶贫户";
    household.date = *Date::from_civil(2015, 1, 1);
    household.causes = {"因病"};
    household.members = {{"P7", std::string(64, 'a'), "户主", true}};
    households::apply(household, 2, current);
    current.flush();
  });
  const auto dump = [&] {
    std::string text;
    for (const ledger::ProjectionTable& table : fixture.store->projections()) {
      const auto cursor = fixture.store->dump(table, {fixture.book});
      while (const ledger::DumpedRow* row = cursor->next()) {
        text += table.name;
        for (const std::string& cell : *row) text += "|" + cell;
        text += "\n";
      }
    }
    return text;
  };
  const std::string before = dump();
  CHECK(before.find("household_spell|H1|") != std::string::npos);
  write(*fixture.store, [&] { CHECK(fixture.personal().erase("P7")); });
  CHECK(dump() == before);
}

TEST_CASE("values that the layout cannot hold stop the program", "[store]") {
  Fixture fixture(1);
  fixture.store->begin_write();
  PersonalValues values = values_of(5, 1);
  values.salt = "short";
  CHECK(tests::aborts([&] { fixture.personal().put(std::span(&values, 1)); }));
  values = values_of(5, 1);
  values.note = std::string(1'001, 'x');
  CHECK(tests::aborts([&] { fixture.personal().put(std::span(&values, 1)); }));
  fixture.store->rollback();
}

}  // namespace mingzhang::store
