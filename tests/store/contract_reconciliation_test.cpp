// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: recorded reconciliations. A store of plain maps gets the same rows and the same questions.
#include <string>
#include <vector>

#include "loans/loans_store.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"
#include "tests/support/memory_reconciliation_store.h"

namespace mingzhang::contract {
namespace {

namespace ll = loans;

// Every number of a row differs, so that no two columns can be exchanged unseen; what can be empty is full in the first
// row and empty in the second.

std::vector<ll::Reconciliation> lists() {
  return {{{2}, "DZ-2", ll::ReconciliationSubject::Statement, "100201", day(2024, 4, 1), std::string(64, 'a'), fen(11), 12, 13, {3}, 4,
           15, 16, {17}, {18}, {"县扶贫办", "经办", "样例〔2024〕1号", day(2024, 4, 2)}, {"合作银行", "主管", "样例〔2024〕2号", day(2024, 4, 3)}, 19},
          {{1}, "DZ-1", ll::ReconciliationSubject::Register, "", day(2023, 4, 1), std::string(64, 'b'), fen(0), 22, 23, {1}, 2, 0, 0,
           {}, {}, {}, {}, 25}};
}

std::vector<ll::ReconciliationItem> items() {
  std::vector<ll::ReconciliationItem> items{{{3}, {2}, 1, "D1", ll::DifferenceKind::Balance, "balance", "1.00", "2.00", 31,
                                             ll::ItemState::Accepted, "信贷股", "尾差", "H-1", day(2024, 4, 5)}};
  for (std::int64_t id : {1, 2, 4, 5, 6}) {
    items.push_back({{id}, {id < 3 ? 1 : 2}, id < 3 ? id : id - 2, "D" + std::to_string(id), ll::DifferenceKind::MissingHere, "", "",
                     "", 40 + id, ll::ItemState::Open, "", "", "", no_day()});
  }
  return items;
}

std::vector<std::string> answers(ll::ReconciliationStore& store) {
  std::vector<std::string> texts;
  const auto one = [&texts](const auto& row) { texts.push_back(row ? tests::text_of(*row) : "none"); };
  for (const char* code : {"DZ-1", "DZ-2", "DZ-3"}) one(store.reconciliation(code));
  for (std::int64_t id = 1; id <= 9; ++id) {
    one(store.reconciliation(ll::ReconciliationId{id}));
    one(store.reconciliation_item(ll::ReconciliationItemId{id}));
    for (const auto& item : store.items_of(ll::ReconciliationId{id})) texts.push_back("list " + tests::text_of(item));
  }
  store.all_reconciliations([&texts](const ll::Reconciliation& list) { texts.push_back(tests::text_of(list)); });
  texts.push_back(std::to_string(store.reconciliation_count()) + " " + std::to_string(store.reconciliation_item_count()));
  return texts;
}

}  // namespace

TEST_CASE("recorded reconciliations answer every question as plain maps do, before and after they change", "[store][contract]") {
  OneBook one;
  const auto loans = one.store->loans_of(one.book);
  ll::ReconciliationStore& sql = loans->reconciliations();
  tests::MemoryReconciliationStore maps;
  CHECK(answers(maps) == answers(sql));
  maps.insert_reconciliations(lists());
  maps.insert_reconciliation_items(items());
  write(*one.store, [&] {
    sql.insert_reconciliations(lists());
    sql.insert_reconciliation_items(items());
  });
  CHECK(answers(maps) == answers(sql));
  CHECK(answers(sql).size() > 25);
  // The second list and item get what the first have, but for their keys.
  ll::Reconciliation list = lists()[0];
  list.id = {1};
  list.code = "DZ-1";
  list.first = {1};
  list.items = 2;
  ll::ReconciliationItem item = items()[0];
  item.id = {4};
  item.number = 2;
  maps.update_reconciliations({&list, 1});
  maps.update_reconciliation_items({&item, 1});
  write(*one.store, [&] {
    sql.update_reconciliations({&list, 1});
    sql.update_reconciliation_items({&item, 1});
  });
  CHECK(answers(maps) == answers(sql));
}

}  // namespace mingzhang::contract
