// SPDX-License-Identifier: Apache-2.0
// What the contract tests stand on. The tests say what every driver must do; only contract.cpp knows which one it is.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "ledger/ids.h"
#include "store/store.h"

namespace mingzhang::contract {

/// A new, empty database with the current schema. It can be opened many times and disappears with this object.
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

/// A database with one book, "yanchi", whose head row has no records yet, and one connection to it.
struct OneBook {
  OneBook();

  TestDatabase database;
  std::unique_ptr<store::Store> store;
  ledger::BookId book;
};

/// Adds a book with a head row, in a transaction of its own.
ledger::BookId add_book(store::Store& store, const std::string& name);

/// Runs `work` in a write transaction and commits it.
template <class Work>
void write(store::Store& store, const Work& work) {
  store.begin_write();
  work();
  store.commit();
}

/// Runs `work` in the transaction that is open, and commits it: an engine may refuse what was written as late as that.
template <class Work>
void finish(store::Store& store, const Work& work) {
  work();
  store.commit();
}

}  // namespace mingzhang::contract
