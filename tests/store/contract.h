// SPDX-License-Identifier: Apache-2.0
// What the contract tests stand on. The tests say what every driver must do; only tests/support/test_database.cpp knows which one it is.
#pragma once

#include <memory>
#include <string>

#include "ledger/ids.h"
#include "store/store.h"
#include "tests/support/test_database.h"

namespace mingzhang::contract {

using tests::TestDatabase;

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
