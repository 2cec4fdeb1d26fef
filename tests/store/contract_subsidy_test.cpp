// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: claims of subsidy. A store of plain maps gets the same rows and is asked the same questions.
#include <string>
#include <vector>

#include "loans/loans_store.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"
#include "tests/support/memory_subsidy_store.h"

namespace mingzhang::contract {
namespace {

namespace ll = loans;

// Every number of a row differs, so that no two columns can be exchanged unseen; what can be empty is full in the first
// row and empty in the second.

std::vector<ll::SubsidyClaim> claims() {
  return {{{2}, "T2", "RCB", ll::SubsidyMode::ToBank, day(2024, 4, 1), day(2024, 1, 1), day(2024, 4, 2), {{"province", 7}, {"county", 3}},
           {3}, 4, fen(11), fen(12), fen(13), fen(14), {{"province", "F1", "5001", "1002"}, {"county", "", "5002", "1003"}}, 15},
          {{1}, "T1", "ABC", ll::SubsidyMode::Refund, day(2023, 4, 1), day(2023, 1, 1), day(2023, 4, 2), {{"county", 1}},
           {1}, 2, fen(21), fen(22), fen(0), fen(0), {}, 25}};
}

std::vector<ll::SubsidyRow> rows() {
  std::vector<ll::SubsidyRow> rows{{{3}, {2}, 1, {7}, day(2024, 1, 1), day(2024, 2, 1), fen(31), fen(32), fen(33), fen(34),
                                    ll::SubsidyState::Disputed, "利息不同", day(2024, 4, 5), fen(35)}};
  for (std::int64_t id : {1, 2, 4, 5, 6}) {
    rows.push_back({{id}, {id < 3 ? 1 : 2}, id < 3 ? id : id - 2, {id % 2 + 7}, day(2023, 1, 1), day(2023, 2, 1), fen(41 + id),
                    fen(42), fen(43), fen(44), ll::SubsidyState::Claimed, "", no_day(), fen(0)});
  }
  return rows;
}

std::vector<std::string> answers(ll::SubsidyStore& store) {
  std::vector<std::string> texts;
  const auto one = [&texts](const auto& row) { texts.push_back(row ? tests::text_of(*row) : "none"); };
  for (const char* code : {"T1", "T2", "T3"}) one(store.subsidy_claim(code));
  for (std::int64_t id = 1; id <= 9; ++id) {
    one(store.subsidy_claim(ll::SubsidyClaimId{id}));
    one(store.subsidy_row(ll::SubsidyRowId{id}));
    for (const auto& row : store.subsidy_rows_of(ll::SubsidyClaimId{id})) texts.push_back("claim " + tests::text_of(row));
    for (const auto& row : store.subsidy_rows_of(ll::LoanId{id})) texts.push_back("loan " + tests::text_of(row));
  }
  store.all_subsidy_claims([&texts](const ll::SubsidyClaim& claim) { texts.push_back(tests::text_of(claim)); });
  texts.push_back(std::to_string(store.subsidy_claim_count()) + " " + std::to_string(store.subsidy_row_count()));
  return texts;
}

}  // namespace

TEST_CASE("claims of subsidy answer every question as plain maps do, before and after they change", "[store][contract]") {
  OneBook one;
  const auto loans = one.store->loans_of(one.book);
  ll::SubsidyStore& sql = loans->subsidies();
  tests::MemorySubsidyStore maps;
  CHECK(answers(maps) == answers(sql));
  maps.insert_subsidy_claims(claims());
  maps.insert_subsidy_rows(rows());
  write(*one.store, [&] {
    sql.insert_subsidy_claims(claims());
    sql.insert_subsidy_rows(rows());
  });
  CHECK(answers(maps) == answers(sql));
  CHECK(answers(sql).size() > 30);
  // The second claim and line get what the first have, but for their keys.
  ll::SubsidyClaim claim = claims()[0];
  claim.id = {1};
  claim.code = "T1";
  claim.first = {1};
  claim.rows = 2;
  ll::SubsidyRow row = rows()[0];
  row.id = {4};
  row.number = 2;
  maps.update_subsidy_claims({&claim, 1});
  maps.update_subsidy_rows({&row, 1});
  write(*one.store, [&] {
    sql.update_subsidy_claims({&claim, 1});
    sql.update_subsidy_rows({&row, 1});
  });
  CHECK(answers(maps) == answers(sql));
}

}  // namespace mingzhang::contract
