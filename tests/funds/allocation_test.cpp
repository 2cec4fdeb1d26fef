// SPDX-License-Identifier: Apache-2.0
// Indicators and allocations: never more than is left on any day, and back again.
#include "tests/funds/sample_funds.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

funds::ReturnAllocation give_back(std::string code, std::int64_t target, std::string_view iso, std::int64_t amount) {
  return {std::move(code), {"A1", target}, day(iso), fen(amount), "闲置收回", entry("100201", "121401")};
}

}  // namespace

TEST_CASE("an indicator that arrives is received by a voucher of its own code", "[funds]") {
  SampleFunds sample;
  const auto vouchers = sample.run(add_indicator());
  REQUIRE(vouchers.size() == 1);
  CHECK(vouchers[0].source == "F1");
  CHECK(vouchers[0].type == ledger::VoucherType::Receipt);
  CHECK(vouchers[0].lines.size() == 4);
  CHECK(sample.balance("100201", "F1") == fen(1'000'00));
  CHECK(sample.balance("400102", "F1") == fen(-1'000'00));
  CHECK(sample.balance("800102", "F1") == fen(1'000'00));
  const funds::Movement* movement = sample.funds().movements().find("F1");
  REQUIRE(movement != nullptr);
  CHECK(movement->vouchers == 1);
  funds::AddIndicator promised = add_indicator();
  promised.code = "F2";
  promised.arrives = false;
  promised.accounts = {};
  CHECK(sample.run(promised).empty());
  CHECK(sample.indicator("F2").left() == fen(1'000'00));
}

TEST_CASE("INV-19 a backdated allocation is refused where a later day has not that much left", "[funds]") {
  SampleFunds sample;
  sample.run(add_indicator());
  funds::Allocate later = allocate("A1", "2016-06-01");
  later.targets = {{"XZ-01", fen(900'00), ""}};
  later.total = fen(900'00);
  sample.run(later);
  // On 2016-03-01 all 1,000.00 are there, but on 2016-06-01 only 100.00 of them would be left.
  funds::Allocate earlier = allocate("A2", "2016-03-01");
  earlier.targets = {{"XZ-02", fen(100'01), ""}};
  earlier.total = fen(100'01);
  const auto found = sample.problems(earlier);
  REQUIRE(first_of(found) == "NotAvailable");
  CHECK(found.front().detail == "2016-06-01 → -0.01");
  earlier.targets[0].amount = earlier.total = fen(100'00);
  sample.run(earlier);
  CHECK(sample.indicator("F1").left() == fen(0));
  // And nothing before the indicator's own day.
  funds::Allocate too_early = allocate("A3", "2016-01-09");
  CHECK(sample.answer(too_early) == "NotAvailable");
}

TEST_CASE("INV-19 an allocation past the checks stops the program", "[funds]") {
  SampleFunds sample;
  sample.run(add_indicator());
  funds::Allocate allocation = allocate("A1", "2016-02-01");
  allocation.targets = {{"XZ-01", fen(1'000'01), ""}};
  allocation.total = fen(1'000'01);
  CHECK(aborts([&] { funds::apply(allocation, 99, sample.funds()); }));
}

TEST_CASE("an indicator is never reduced below what is allocated on any day", "[funds]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(allocate("A1", "2016-06-01"));
  funds::ChangeIndicator change{"Z1", "F1", day("2016-02-01"), "样例〔2016〕3号", funds::Direction::Decrease,
                                fen(700'01), "压减", {}};
  CHECK(sample.answer(change) == "BelowAllocated");
  change.amount = fen(700'00);
  CHECK(sample.run(change).empty());
  CHECK(sample.indicator("F1").amount == fen(300'00));
  change = {"Z2", "F1", day("2016-07-01"), "样例〔2016〕4号", funds::Direction::Increase, fen(50'00), "追加", arriving()};
  CHECK(sample.run(change).size() == 1);
  CHECK(sample.indicator("F1").left() == fen(50'00));
  CHECK(sample.balance("100201", "F1") == fen(750'00));
}

TEST_CASE("an allocation pays each target in one voucher, and what comes back can be allocated again", "[funds]") {
  SampleFunds sample;
  sample.run(add_indicator());
  const auto vouchers = sample.run(allocate("A1", "2016-02-01"));
  REQUIRE(vouchers.size() == 1);
  const auto& lines = vouchers[0].lines;
  REQUIRE(lines.size() == 5);  // two targets, the bank, two of the budget
  CHECK(lines[0].subject == "XZ-01");
  CHECK(lines[1].amount == fen(200'00));
  CHECK(lines[2].account == "100201");
  CHECK(lines[4].fund == "F1");
  sample.run(give_back("R1", 2, "2016-09-01", 150'00));
  CHECK(sample.target("A1", 2).left() == fen(50'00));
  CHECK(sample.indicator("F1").left() == fen(850'00));
  CHECK(sample.balance("121401", "F1") == fen(150'00));
  CHECK(sample.answer(give_back("R2", 2, "2016-09-01", 50'01)) == "TargetExhausted");
  // Before the day of the return only 700.00 were there.
  funds::Allocate again = allocate("A2", "2016-08-31");
  again.targets = {{"XZ-03", fen(700'01), ""}};
  again.total = fen(700'01);
  CHECK(sample.answer(again) == "NotAvailable");
  again.date = day("2016-09-01");
  CHECK(sample.answer(again) == "Ok");
}

TEST_CASE("INV-20 a target gives back and spends on no day more than it holds", "[funds]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(plan_project());
  for (const char* gate : {"调研", "论证", "申报", "招标", "监理"}) sample.run(sign_gate(gate, "2016-01-20"));
  sample.run(allocate("A1", "2016-02-01"));
  sample.run(reimburse("B1", "2016-05-01"));
  CHECK(sample.answer(give_back("R1", 1, "2016-04-01", 60'01)) == "TargetExhausted");
  sample.run(give_back("R1", 1, "2016-04-01", 60'00));
  CHECK(sample.target("A1", 1).left() == fen(0));
  CHECK(sample.answer(reimburse("B2", "2016-03-01")) == "TargetExhausted");
  CHECK(aborts([&] { funds::apply(reimburse("B2", "2016-03-01"), 99, sample.funds()); }));
}

TEST_CASE("unspent money is recovered, or carried into another indicator with both funds balanced", "[funds]") {
  SampleFunds sample;
  sample.run(add_indicator());
  funds::AddIndicator next = add_indicator();
  next.code = "F2";
  next.amount = fen(0);
  next.arrives = false;
  next.accounts = {};
  sample.run(next);
  using funds::CarryAction;
  sample.run(funds::CarryOver{"K1", "F1", day("2016-12-31"), 2016, CarryAction::Carry, "", fen(1'000'00), {}});
  CHECK(sample.indicator("F1").left() == fen(1'000'00));  // carried in place: nothing moves
  const funds::Accounts accounts{"3001", "100201", "710101", "800102"};
  const auto vouchers = sample.run(
      funds::CarryOver{"K2", "F1", day("2016-12-31"), 2016, CarryAction::Carry, "F2", fen(600'00), accounts});
  REQUIRE(vouchers.size() == 1);
  CHECK(vouchers[0].lines.size() == 8);
  CHECK(sample.balance("100201", "F1") == fen(400'00));
  CHECK(sample.balance("100201", "F2") == fen(600'00));
  CHECK(sample.balance("3001", "F1") == -sample.balance("3001", "F2"));
  CHECK(sample.indicator("F2").left() == fen(600'00));
  sample.run(funds::CarryOver{"K3", "F1", day("2016-12-31"), 2016, CarryAction::Recover, "", fen(400'00), accounts});
  CHECK(sample.indicator("F1").left() == fen(0));
  CHECK(sample.indicator("F1").recovered == fen(400'00));
  CHECK(sample.balance("100201", "F1") == fen(0));
}

}  // namespace mingzhang::tests
