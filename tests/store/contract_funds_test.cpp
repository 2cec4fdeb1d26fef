// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the rows of funds. A store of plain maps gets the same rows and is asked the same questions.
#include <string>
#include <vector>

#include "base/world_error.h"
#include "funds/funds.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"
#include "tests/support/memory_funds_store.h"

namespace mingzhang::contract {
namespace {

namespace ff = funds;
using tests::text_of;

const std::string kClaim(32, '\x00');
const std::string kOtherClaim(32, '\xff');
const std::string kPayee = "\x01\x02" + std::string(29, '\x00') + "\xfe";

// Every number of a row differs, so that no two columns can be exchanged unseen; what can be empty is full in the first
// row and empty in the second.

std::vector<ff::Indicator> indicators() {
  return {{{2}, "F-B", "样例〔2016〕2号", ff::Level::Donated, "产业", day(2016, 1, 2), day(2016, 12, 31), "金额为假设",
           fen(11), fen(12), fen(13), fen(14), fen(15), fen(16), fen(17), fen(18), fen(19), fen(Money::kFenMax), 21},
          {{1}, "F-A", "样例〔2016〕1号", ff::Level::Central, "道路", day(2016, 1, 1), no_day(), "", fen(0), fen(0),
           fen(0), fen(0), fen(0), fen(0), fen(0), fen(0), fen(0), fen(0), 0}};
}

std::vector<ff::Movement> movements() {
  return {{{1}, "F-A", ff::MovementKind::Indicator, 31, 1, day(2016, 1, 1), {1}, {}, {}, 0, {}, {}, "", fen(5), fen(0)},
          {{2}, "K1", ff::MovementKind::Recovery, 32, 2, day(2016, 2, 1), {2}, {1}, {4}, 5, {6}, {7}, "P1", fen(8), fen(9)},
          {{3}, "F-B", ff::MovementKind::Indicator, 33, 3, day(2016, 1, 3), {1}, {}, {}, 0, {}, {}, "P1", fen(6), fen(0)}};
}

std::vector<ff::ProjectPlan> plans() {
  return {{{2}, "P2", "样例村水窖", "520526", day(2016, 3, 2), fen(41), 7, 3, 6, 42},
          {{1}, "P1", "样例村道路", "520526100201", day(2016, 3, 1), fen(43), 2, 0, 1, 44}};
}

std::vector<ff::Gate> gates() {
  return {{{1}, 2, "报账", no_day(), "", "", 51},
          {{1}, 1, "招标", day(2016, 4, 1), "县扶贫办", std::string(64, 'e'), 52},
          {{2}, 1, "调研", no_day(), "", "", 53}};
}

std::vector<ff::Target> targets() {
  return {{{{4}, 2}, {1}, ff::TargetKind::Unit, "XM-2", "P1", day(2016, 2, 3), fen(61), fen(62), fen(63), fen(64), fen(65)},
          {{{4}, 1}, {2}, ff::TargetKind::Township, "XZ-1", "", day(2016, 2, 2), fen(66), fen(0), fen(0), fen(0), fen(0)},
          {{{3}, 1}, {2}, ff::TargetKind::Village, "C-1", "", day(2016, 2, 2), fen(67), fen(0), fen(0), fen(0), fen(0)}};
}

std::vector<ff::Advance> advances() {
  return {{{9}, "V2", {{4}, 2}, {1}, "P1", "XM-9", day(2016, 5, 1), fen(71), fen(72), fen(73)},
          {{8}, "V1", {{3}, 1}, {2}, "P2", "XM-8", day(2016, 5, 2), fen(74), fen(75), fen(76)}};
}

std::vector<ff::DisbursementList> lists() {
  const std::string digest(64, 'd');
  return {{{2}, "L2", {1}, {{4}, 2}, "P1", "到户补助", day(2016, 6, 1), day(2016, 6, 8), digest, 2, fen(81), fen(82),
           fen(83), fen(84), fen(85), fen(86), true, 87},
          {{1}, "L1", {2}, {}, "", "雨露计划", day(2016, 6, 2), day(2016, 6, 2), digest, 1, fen(88), fen(88), fen(0),
           fen(0), fen(0), fen(0), false, 89}};
}

std::vector<ff::ListRow> list_rows() {
  return {{{{2}, 2}, "H-1", "PE-1", fen(91), kPayee, ff::RowState::Cancelled, day(2016, 7, 1), {92}, "销户"},
          {{{2}, 1}, "H-2", "", fen(93), "", ff::RowState::Submitted, day(2016, 6, 1), {}, ""},
          {{{1}, 1}, "H-1", "", fen(94), "", ff::RowState::Paid, day(2016, 6, 2), {95}, ""}};
}

std::vector<ff::Benefit> benefits() {
  return {{kOtherClaim, {5}, "chronic", "PE-1", "H-1", 2016, day(2016, 8, 1), fen(101), fen(102)},
          {kClaim, {6}, "hospital", "PE-2", "H-1", 2015, day(2016, 8, 2), fen(103), fen(104)}};
}

std::vector<ff::BenefitTotal> totals() {
  return {{{"chronic", "PE-2", 2015}, fen(111), fen(114)},
          {{"chronic", "PE-1", 2016}, fen(112), fen(115)},
          {{"a", "PE-9", 2016}, fen(113), fen(0)}};
}

std::vector<ff::PotDay> pot_days() {
  return {{{ff::PotKind::Target, 4, 2}, day(2016, 2, 9), fen(121), fen(122)},
          {{ff::PotKind::Target, 4, 2}, day(2016, 2, 3), fen(123), fen(124)},
          {{ff::PotKind::Target, 4, 1}, day(2016, 2, 3), fen(125), fen(126)},
          {{ff::PotKind::Advance, 4, 0}, day(2016, 2, 3), fen(127), fen(128)},
          {{ff::PotKind::Indicator, 4, 0}, day(1969, 12, 31), fen(129), fen(130)}};
}

void fill(ff::FundsStore& store) {
  store.insert_indicators(indicators());
  store.insert_movements(movements());
  store.insert_plans(plans());
  store.insert_gates(gates());
  store.insert_targets(targets());
  store.insert_advances(advances());
  store.insert_lists(lists());
  store.insert_rows(list_rows());
  store.insert_benefits(benefits());
  store.insert_benefit_totals(totals());
  store.insert_pot_days(pot_days());
}

/// Gives the first row of every table the values of the second, but for its key and code.
void change(ff::FundsStore& store) {
  const auto put = [](auto rows, auto assign) {
    auto changed = rows[1];
    assign(changed, rows[0]);
    return std::vector{changed};
  };
  const auto keep_code = [](auto& changed, const auto& old) { changed.id = old.id, changed.code = old.code; };
  store.update_indicators(put(indicators(), keep_code));
  store.update_movements(put(movements(), keep_code));
  store.update_plans(put(plans(), keep_code));
  store.update_gates(put(gates(), [](auto& changed, const auto& old) { changed.number = old.number; }));
  store.update_targets(put(targets(), [](auto& changed, const auto& old) { changed.key = old.key; }));
  store.update_advances(put(advances(), keep_code));
  store.update_lists(put(lists(), keep_code));
  store.update_rows(put(list_rows(), [](auto& changed, const auto& old) { changed.key = old.key; }));
  store.update_benefit_totals(put(totals(), [](auto& changed, const auto& old) { changed.key = old.key; }));
  store.update_pot_days(
      put(pot_days(), [](auto& changed, const auto& old) { changed.pot = old.pot, changed.date = old.date; }));
}

/// Everything that can be asked, each answer behind the name of its question.
Texts answers(ff::FundsStore& store) {
  Texts texts;
  const auto one = [&texts](const std::string& name, const auto& row) {
    texts.push_back(name + " " + (row ? text_of(*row) : "none"));
  };
  const auto all = [&texts](const std::string& name, const auto& rows) {
    for (const auto& row : rows) texts.push_back(name + " " + text_of(row));
  };
  const auto scan = [&texts](const std::string& name) {
    return [&texts, name](const auto& row) { texts.push_back(name + " " + text_of(row)); };
  };
  for (const char* code : {"F-A", "F-B", "P1", "P2", "L1", "L2", "K1", "x"}) {
    one("indicator", store.indicator(code));
    one("plan", store.plan(code));
    one("list", store.list(code));
    one("movement", store.movement(code));
    store.movements_of_project(code, scan("of project"));
  }
  for (std::int64_t id = 1; id <= 9; ++id) {
    one("indicator", store.indicator(ff::IndicatorId{id}));
    one("plan", store.plan(ff::ProjectPlanId{id}));
    one("list", store.list(ff::ListId{id}));
    one("movement", store.movement(ff::MovementId{id}));
    one("advance", store.advance(ff::MovementId{id}));
    one("benefit", store.benefit_of(ff::MovementId{id}));
    all("gates", store.gates_of(ff::ProjectPlanId{id}));
    all("targets", store.targets_of(ff::MovementId{id}));
    store.rows_of(ff::ListId{id}, scan("rows"));
    store.movements_of(ff::IndicatorId{id}, scan("movements"));
    for (std::int64_t number = 0; number <= 3; ++number) {
      one("target", store.target({ff::MovementId{id}, number}));
      one("row", store.row({ff::ListId{id}, number}));
      for (const auto kind : {ff::PotKind::Indicator, ff::PotKind::Target, ff::PotKind::Advance}) {
        all("days", store.pot_days({kind, id, number}));
      }
    }
  }
  one("digest", store.list_with_digest(std::string(64, 'd')));
  one("digest", store.list_with_digest("x"));
  for (const std::string& claim : {kClaim, kOtherClaim, std::string(32, 'x')}) one("claim", store.benefit(claim));
  for (const std::int64_t year : {2015, 2016}) {
    for (const char* person : {"PE-1", "PE-2"}) one("total", store.benefit_total({"chronic", person, year}));
  }
  for (const char* household : {"H-1", "H-2", "H-3"}) {
    all("household", store.rows_of_household(household));
    all("household", store.benefits_of_household(household));
  }
  all("all", store.indicators());
  all("all", store.plans());
  all("all", store.lists());
  all("all", store.targets());
  all("all", store.advances());
  all("all", store.benefit_totals());
  store.all_pot_days(scan("all"));
  store.all_benefits(scan("all"));
  store.all_movements(scan("all"));
  for (const std::int64_t count :
       {store.indicator_count(), store.plan_count(), store.list_count(), store.movement_count()}) {
    texts.push_back("count " + std::to_string(count));
  }
  return texts;
}

void compare(ff::FundsStore& wanted, ff::FundsStore& got) {
  const Texts want = answers(wanted);
  const Texts have = answers(got);
  REQUIRE(want.size() == have.size());
  for (std::size_t i = 0; i < want.size(); ++i) CHECK(want[i] == have[i]);
}

}  // namespace

TEST_CASE("the rows of funds answer every question as plain maps do, before and after they change",
          "[store][contract]") {
  OneBook one;
  const auto rows = one.store->funds_of(one.book);
  tests::MemoryFundsStore maps;
  compare(maps, *rows);
  fill(maps);
  write(*one.store, [&] { fill(*rows); });
  compare(maps, *rows);
  CHECK(answers(*rows).size() > 150);
  change(maps);
  write(*one.store, [&] { change(*rows); });
  compare(maps, *rows);
}

TEST_CASE("the funds of one book are not seen from another", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "dingbian");
  write(*one.store, [&] { fill(*one.store->funds_of(one.book)); });
  tests::MemoryFundsStore empty;
  compare(empty, *one.store->funds_of(other));
  write(*one.store, [&] { fill(*one.store->funds_of(other)); });
}

TEST_CASE("a code of funds, a claim or a row twice is a broken rule of the schema", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->funds_of(one.book);
  write(*one.store, [&] { fill(*rows); });
  ff::Indicator indicator = indicators()[0];
  indicator.id = {3};
  ff::Movement movement = movements()[1];
  movement.id = {4};
  const std::vector<std::function<void()>> twice{
      [&] { rows->insert_indicators(std::span(&indicator, 1)); },
      [&] { rows->insert_movements(std::span(&movement, 1)); },
      [&] { rows->insert_benefits(benefits()); },
      [&] { rows->insert_rows(list_rows()); },
      [&] { rows->insert_pot_days(pot_days()); },
  };
  for (const auto& insert : twice) {
    one.store->begin_write();
    CHECK_THROWS_AS(finish(*one.store, insert), store::ConstraintViolation);
    one.store->rollback();
  }
}

TEST_CASE("a list of a hundred thousand rows is written in one go and read back", "[store][contract]") {
  constexpr std::int64_t kRows = 100'000;
  OneBook one;
  const auto store = one.store->funds_of(one.book);
  {
    ff::Funds funds(*store);
    for (std::int64_t number = 1; number <= kRows; ++number) {
      ff::ListRow row;
      row.key = {{1}, number};
      row.household = "HU-SYN-" + std::to_string(number);
      row.amount = fen(number);
      row.payee = kPayee;
      row.changed = day(2016, 6, 1);
      funds.add_row(std::move(row));
    }
    write(*one.store, [&] { funds.flush(); });
  }
  std::int64_t sum = 0;
  std::int64_t count = 0;
  store->rows_of({1}, [&](const ff::ListRow& row) {
    sum += row.amount.fen();
    ++count;
  });
  CHECK(count == kRows);
  CHECK(sum == kRows * (kRows + 1) / 2);
  CHECK(store->rows_of_household("HU-SYN-77777").size() == 1);
}

}  // namespace mingzhang::contract
