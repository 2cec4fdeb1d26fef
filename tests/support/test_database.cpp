// SPDX-License-Identifier: Apache-2.0
// Folders and schemas that come and go.
#include "tests/support/test_database.h"

#include <cstdlib>
#include <random>

#include "store/open_store.h"

namespace mingzhang::tests {
namespace {

std::string new_name() {
  std::random_device random;
  return "mingzhang_" + std::to_string(random()) + "_" + std::to_string(random());
}

std::string postgres_address() {
  const char* address = std::getenv("MINGZHANG_TEST_POSTGRES");
  return address == nullptr ? "" : address;
}

void run_on_server(const std::string& sql) {
  store::open_postgres(postgres_address(), {})->execute(sql);
}

}  // namespace

TestDatabase::TestDatabase() : name_(new_name()) {
  if (!postgres_address().empty()) {
    run_on_server("CREATE SCHEMA " + name_);
    url_ = postgres_address() + "?options=-csearch_path%3D" + name_;
    return;
  }
  folder_ = std::filesystem::temp_directory_path() / name_;
  std::filesystem::create_directory(folder_);
  url_ = "sqlite:" + (folder_ / "books.db").string();
}

TestDatabase::~TestDatabase() {
  if (folder_.empty()) {
    try {
      run_on_server("DROP SCHEMA " + name_ + " CASCADE");
    } catch (const std::exception&) {  // the server of the tests goes away with all that is in it
    }
    return;
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::unique_ptr<store::Store> TestDatabase::open_for_test(int busy_timeout_ms) const {
  store::OpenOptions options;
  options.busy_timeout_ms = busy_timeout_ms;
  return store::open_store(url_, options);
}

}  // namespace mingzhang::tests
