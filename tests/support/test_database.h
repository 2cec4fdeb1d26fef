// SPDX-License-Identifier: Apache-2.0
// An empty database of whatever driver is under test.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "store/store.h"

namespace mingzhang::tests {

/// A new, empty database with the current schema: SQLite in a folder of its own, or, where MINGZHANG_TEST_POSTGRES holds
/// the address of a database for tests, PostgreSQL in a schema of its own. It can be opened many times and disappears
/// with this object.
class TestDatabase {
 public:
  TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;
  ~TestDatabase();

  /// One more connection. A write waits for `busy_timeout_ms` at most.
  std::unique_ptr<store::Store> open_for_test(int busy_timeout_ms) const;
  /// Where it is.
  const std::string& url() const { return url_; }

 private:
  std::string name_;
  std::filesystem::path folder_;  // empty on a server
  std::string url_;
};

}  // namespace mingzhang::tests
