// SPDX-License-Identifier: Apache-2.0
// The driver under test: SQLite in a folder of its own.
#include "tests/store/contract.h"

#include <random>

#include "store/open_store.h"
#include "tests/store/sample.h"

namespace mingzhang::contract {
namespace {

std::filesystem::path new_folder() {
  std::random_device random;
  std::filesystem::path folder;
  do {
    const std::string name = "mingzhang-contract-" + std::to_string(random()) + "-" + std::to_string(random());
    folder = std::filesystem::temp_directory_path() / name;
  } while (!std::filesystem::create_directory(folder));
  return folder;
}

}  // namespace

TestDatabase::TestDatabase() : folder_(new_folder()) {}

TestDatabase::~TestDatabase() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::unique_ptr<store::Store> TestDatabase::open_for_test(int busy_timeout_ms) const {
  store::OpenOptions options;
  options.busy_timeout_ms = busy_timeout_ms;
  return store::open_store("sqlite:" + (folder_ / "books.db").string(), options);
}

OneBook::OneBook() : store(database.open_for_test(5000)), book(add_book(*store, "yanchi")) {}

ledger::BookId add_book(store::Store& store, const std::string& name) {
  ledger::BookId book;
  write(store, [&] {
    book = store.add_book_name(name);
    store.ledger(book)->insert_head(empty_head(book, name));
  });
  return book;
}

}  // namespace mingzhang::contract
