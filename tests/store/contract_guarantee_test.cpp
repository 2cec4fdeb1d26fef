// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the rows of guarantees.
#include <string>
#include <vector>

#include "base/world_error.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

namespace gg = guarantee;

// Every number of a row differs, so that no two columns can be exchanged unseen; what can be empty is full in the first
// row and empty in the second.

std::vector<gg::Pool> pools() {
  return {{{2}, "G2", "样例池", "bank", "520526", {10, 11, 12}, {"100201", "100202", "121802"}, fen(13), fen(14), fen(15),
           fen(16), "停办", day(2016, 1, 2), 17},
          {{1}, "G1", "另一池", "bank-2", "621100", {5, 0, 0}, {}, fen(Money::kFenMax), fen(0), fen(0), fen(0), "",
           day(2016, 1, 1), 0}};
}

std::vector<gg::Movement> pool_movements() {
  return {{{2}, "D2", gg::MovementKind::Terms, 21, 1, day(2016, 1, 3), {2}, fen(22), "F1", "文号", "县财政局", "原因",
           {26}, {27}, gg::Contributor::Institution, "L1", fen(28)},
          {{1}, "G1", gg::MovementKind::Opening, 23, 0, day(2016, 1, 4), {1}, fen(0), "", "", "", "",
           {}, {}, gg::Contributor::None, "", fen(0)},
          {{3}, "D3", gg::MovementKind::Draw, 24, 2, day(2016, 1, 5), {2}, fen(25), "", "", "", "",
           {26}, {}, gg::Contributor::Local, "", fen(0)}};
}

std::string text_of(const gg::Pool& row) {
  std::string text = std::to_string(row.id.value);
  for (const std::string& part : {row.code, row.name, row.bank, row.place, row.accounts.bank, row.accounts.deposit,
                                  row.accounts.receivable, row.stop_reason, to_iso(row.date)}) {
    text += "|" + part;
  }
  for (const std::int64_t part : {row.terms.multiple, row.terms.npl_tolerance, row.terms.alert_percent, row.deposit.fen(),
                                  row.exposure.fen(), row.balance.fen(), row.bad.fen(), row.seq}) {
    text += "|" + std::to_string(part);
  }
  return text;
}

std::string text_of(const gg::Movement& row) {
  std::string text = std::to_string(row.id.value);
  for (const std::string& part : {row.code, std::string(word_of(row.kind)), to_iso(row.date), row.fund, row.document,
                                  row.party, row.reason, row.loan}) {
    text += "|" + part;
  }
  for (const std::int64_t part : {row.seq, row.vouchers, row.pool.value, row.amount.fen(), row.risk_fund.value, row.claim.value,
                                  static_cast<std::int64_t>(row.contributor), row.own.fen()}) text += "|" + std::to_string(part);
  return text;
}

template <class Rows>
std::string all_of(const Rows& rows) {
  std::string text;
  for (const auto& row : rows) text += text_of(row) + "\n";
  return text;
}

}  // namespace

TEST_CASE("guarantees come back as they were written, of their own book only", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "other");
  const auto rows = one.store->guarantee_of(one.book);
  CHECK(rows->pool_count() == 0);
  CHECK(rows->movement_count() == 0);
  write(*one.store, [&] {
    rows->insert_pools(pools());
    rows->insert_movements(pool_movements());
  });
  CHECK(all_of(rows->pools()) == text_of(pools()[1]) + "\n" + text_of(pools()[0]) + "\n");
  CHECK(text_of(*rows->pool("G2")) == text_of(pools()[0]));
  CHECK(text_of(*rows->pool(gg::PoolId{1})) == text_of(pools()[1]));
  CHECK_FALSE(rows->pool("G9"));
  CHECK(text_of(*rows->movement("D2")) == text_of(pool_movements()[0]));
  CHECK(text_of(*rows->movement(gg::MovementId{1})) == text_of(pool_movements()[1]));
  CHECK_FALSE(rows->movement(gg::MovementId{4}));
  CHECK(all_of(rows->movements_of(gg::PoolId{2})) == text_of(pool_movements()[0]) + "\n" + text_of(pool_movements()[2]) + "\n");
  CHECK(all_of(rows->movements_of(gg::RiskFundId{26})) == text_of(pool_movements()[0]) + "\n" + text_of(pool_movements()[2]) + "\n");
  CHECK(rows->pool_count() == 2);
  CHECK(rows->movement_count() == 3);

  const auto others = one.store->guarantee_of(other);
  CHECK(others->pools().empty());
  CHECK(others->movements_of(gg::PoolId{2}).empty());
  CHECK(others->pool_count() == 0);

  std::vector<gg::Pool> changed{pools()[1]};
  changed[0].id = {2};
  changed[0].code = "G2";
  write(*one.store, [&] { rows->update_pools(changed); });
  CHECK(text_of(*rows->pool("G2")) == text_of(changed[0]));
}

TEST_CASE("a pool is not written twice, and none that is missing is changed", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->guarantee_of(one.book);
  write(*one.store, [&] { rows->insert_pools(pools()); });
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->insert_pools(pools()); }), store::ConstraintViolation);
  one.store->rollback();
  std::vector<gg::Pool> missing{pools()[0]};
  missing[0].id = {3};
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->update_pools(missing); }), WorldError);
  one.store->rollback();
}

}  // namespace mingzhang::contract
