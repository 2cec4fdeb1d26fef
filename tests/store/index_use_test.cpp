// SPDX-License-Identifier: Apache-2.0
// Every secondary index is there for a question, and SQLite answers the question by it: book_id alone looks selective to it.
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "store/open_store.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::store {
namespace {

/// The texts of all statements that any connection of this process runs, while one stands.
std::set<std::string>* heard = nullptr;

int hear(unsigned, void*, void* statement, void*) {
  const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  if (heard != nullptr && sql != nullptr) heard->insert(sql);
  return 0;
}

int listen(sqlite3* connection, char**, const void*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, hear, nullptr);
}

class Ear {
 public:
  Ear() {
    heard = &texts_;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen));
  }
  Ear(const Ear&) = delete;
  Ear& operator=(const Ear&) = delete;
  ~Ear() {
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(listen));
    heard = nullptr;
  }
  const std::set<std::string>& texts() const { return texts_; }

 private:
  std::set<std::string> texts_;
};

/// The first column of every row, read with SQLite itself.
std::vector<std::string> texts_of(sqlite3* connection, const std::string& sql, int column) {
  std::vector<std::string> texts;
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    texts.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
  }
  sqlite3_finalize(statement);
  return texts;
}

/// Asks everything of a book that an index is for; the answers do not matter.
void ask(Store& store, ledger::BookId book) {
  store.ledger(book)->details_of(ledger::ProjectId{1});
  const auto households = store.register_of(book.value);
  households->spells_in("52", Date(), [](const households::Spell&) {});
  households->stays_of("P-SYN-1");
  const auto personal = store.personal_of(book.value);
  personal->with_id_number("110101199003070000");
  personal->with_card("6222020000000000000");
  const auto funds = store.funds_of(book);
  funds->movements_of(funds::IndicatorId{1}, [](const funds::Movement&) {});
  funds->movements_of_project("P1", [](const funds::Movement&) {});
  funds->list_with_digest(std::string(64, 'a'));
  funds->rows_of_household("H-SYN-1");
  funds->benefits_of_household("H-SYN-1");
  const auto loans = store.loans_of(book);
  loans->loans_of_household("H-SYN-1");
  loans->standings(loans::LoanState::Active, no_day(), [](const loans::LoanStanding&) {});
  loans->subsidies().subsidy_rows_of(loans::LoanId{1});
  const auto guarantee = store.guarantee_of(book);
  guarantee->movements_of(guarantee::PoolId{1});
  guarantee->movements_of(guarantee::RiskFundId{1});
  guarantee->is_claimed("L1");
}

}  // namespace

TEST_CASE("every secondary index answers the question that it is for", "[store]") {
  const tests::TemporaryFolder folder;
  const std::string path = folder.file("books.db");
  Ear ear;
  {
    const std::unique_ptr<Store> store = open_store("sqlite:" + path, OpenOptions{});
    store->begin_write();
    const ledger::BookId book = store->add_book_name("book");
    store->commit();
    store->begin_read();
    ask(*store, book);
    store->rollback();
  }
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
  std::string plans;
  for (const std::string& sql : ear.texts()) {
    if (sql.rfind("SELECT", 0) != 0) continue;
    for (const std::string& step : texts_of(connection, "EXPLAIN QUERY PLAN " + sql, 3)) plans += step + "\n";
  }
  const std::vector<std::string> indexes =
      texts_of(connection, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name", 0);
  CHECK(indexes.size() >= 16);
  for (const std::string& index : indexes) {
    INFO(index);
    const bool is_used = plans.find("INDEX " + index + " ") != std::string::npos ||
                         plans.find("INDEX " + index + "\n") != std::string::npos;
    CHECK(is_used);
  }
  // And the counterproof: what is not asked is not found.
  CHECK(plans.find("INDEX no_such_index ") == std::string::npos);
  sqlite3_close(connection);
}

}  // namespace mingzhang::store
