// SPDX-License-Identifier: Apache-2.0
// A book to start from.
#include "tests/store/contract.h"

#include "tests/store/sample.h"

namespace mingzhang::contract {

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
