// SPDX-License-Identifier: Apache-2.0
// The facts that stand above every report of a book.
#pragma once

#include "ledger/ledger_store.h"
#include "reports/names.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// Name and title of the book, and the unit of its amounts.
void add_book_facts(const ledger::BookHead& book, Table& table);
/// The same of the book in the store; nothing where it has no head row yet.
void add_book_facts(ledger::LedgerStore& store, Table& table);
/// The funds whose document or amount is assumed, not known, where there are any: a reader must see it.
void add_assumed_funds(const Names& names, Table& table);
/// Code and name, e.g. "1002 银行存款".
void add_account_facts(const ledger::Account& account, Table& table);

}  // namespace mingzhang::reports
