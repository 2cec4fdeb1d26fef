// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the projections as text, which `verify` compares with a replay.
#include <algorithm>

#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

ledger::ProjectionTable projection(store::Store& store, const std::string& name) {
  for (ledger::ProjectionTable& table : store.projections())
    if (table.name == name) return table;
  FAIL("no projection " << name);
  return {};
}

std::vector<ledger::DumpedRow> dumped(store::Store& store, ledger::BookId book, const std::string& name) {
  std::vector<ledger::DumpedRow> rows;
  const auto cursor = store.dump(projection(store, name), book);
  while (const ledger::DumpedRow* row = cursor->next()) rows.push_back(*row);
  CHECK(cursor->next() == nullptr);
  return rows;
}

}  // namespace

TEST_CASE("every table that follows from the log is a projection, and nothing else", "[store][contract]") {
  OneBook one;
  Texts names;
  for (const ledger::ProjectionTable& table : one.store->projections()) names.push_back(table.name);
  std::sort(names.begin(), names.end());
  CHECK(names == Texts{"account", "account_day", "advance", "allocation_target", "balance", "benefit", "benefit_total",
                       "book", "book_grant", "checklist_item", "detail", "disbursement_list", "disbursement_row",
                       "division", "erasure", "fund", "guarantee_movement", "guarantee_pool", "household_score",
                       "household_spell", "indicator", "line", "loan", "loan_day", "loan_step", "log_key", "log_node", "member_stay",
                       "movement", "pack_adoption", "period", "person", "pot_day", "procedure_step", "project",
                       "project_gate", "project_plan", "reconciliation", "reconciliation_item", "request", "risk_claim", "risk_claim_row", "risk_fund", "subject",
                       "subsidy_claim", "subsidy_row",
                       "voucher"});
}

TEST_CASE("every projection can be dumped and names its columns without the book", "[store][contract]") {
  OneBook one;
  for (const ledger::ProjectionTable& table : one.store->projections()) {
    INFO(table.name);
    CHECK(std::find(table.columns.begin(), table.columns.end(), "book_id") == table.columns.end());
    CHECK(table.key_columns <= table.columns.size());
    const auto cursor = one.store->dump(table, one.book);
    const ledger::DumpedRow* row = cursor->next();
    CHECK((row != nullptr) == (table.name == "book"));
  }
}

TEST_CASE("the head row is dumped without its counter of writes", "[store][contract]") {
  OneBook one;
  write(*one.store, [&] { REQUIRE(one.store->ledger(one.book)->lock(0)); });
  const ledger::ProjectionTable table = projection(*one.store, "book");
  CHECK(table.columns ==
        Texts{"name", "title", "start_month", "head_seq", "line_count", "frontier_sha256", "frontier_sm3"});
  CHECK(table.key_columns == 0);
  CHECK(dumped(*one.store, one.book, "book") ==
        std::vector<ledger::DumpedRow>{{"yanchi", "合成县扶贫资金账", "201601", "0", "0", "00ff01", "00000000"}});
}

TEST_CASE("rows are dumped in the order of their key: numbers by value, nothing as an empty text",
          "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] {
    rows->insert_funds(std::vector<ledger::Fund>{{{10}, "F-10", "资金十", "", true},
                                                 {{9}, "F-9", "资金九", "合成〔2016〕9号", false}});
    rows->insert_grants(
        std::vector<ledger::Grant>{{"b", "reader", true}, {"a", "reader", false}, {"a", "approver", true}});
  });
  CHECK(projection(*one.store, "fund").key_columns == 1);
  CHECK(dumped(*one.store, one.book, "fund") ==
        std::vector<ledger::DumpedRow>{{"9", "F-9", "资金九", "合成〔2016〕9号", "0"},
                                       {"10", "F-10", "资金十", "", "1"}});
  CHECK(projection(*one.store, "book_grant").key_columns == 2);
  CHECK(dumped(*one.store, one.book, "book_grant") ==
        std::vector<ledger::DumpedRow>{{"a", "approver", "1"}, {"a", "reader", "0"}, {"b", "reader", "1"}});
  CHECK(dumped(*one.store, {2}, "fund").empty());
}

TEST_CASE("numbers are dumped in decimal with their sign", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] {
    rows->insert_vouchers(std::vector{voucher_of(month(2016, 10), ledger::VoucherType::Transfer, 7)});
    one.store->log(one.book.value)->add_nodes(std::vector<audit::LogNode>{{audit::Suite::Sm3, 8, 3, digest_of(0xa5)}});
  });
  // 2016-10-31 is day 17105 since 1970-01-01 (date -d 2016-10-31 +%s divided by 86400).
  CHECK(dumped(*one.store, one.book, "voucher") ==
        std::vector<ledger::DumpedRow>{{"201610", "4", "7", "2", "107", "17105", "15", "2", "-1"}});
  std::string hex;
  for (int byte = 0; byte < 32; ++byte) hex += "a5";
  CHECK(dumped(*one.store, one.book, "log_node") == std::vector<ledger::DumpedRow>{{"2", "8", "3", hex}});
}

}  // namespace mingzhang::contract
