// SPDX-License-Identifier: Apache-2.0
// Gates in their order, reimbursements behind them, advances and what was wrong.
#include "tests/funds/sample_funds.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// F1, A1 and the plan of P1, no gate signed.
void prepare(SampleFunds& sample) {
  sample.run(add_indicator());
  sample.run(allocate("A1", "2016-02-01"));
  sample.run(plan_project());
}

void sign_until(SampleFunds& sample, std::size_t count, std::string_view iso) {
  const std::vector<std::string> gates = plan_project().gates;
  for (std::size_t i = 0; i < count; ++i) sample.run(sign_gate(gates[i], iso));
}

funds::PayAdvance advance(std::string code, std::string_view iso, std::int64_t amount) {
  return {std::move(code), {"A1", 2}, "P1", "XM-SYN-1", day(iso), fen(amount), {}, entry("121403", "121401")};
}

funds::SettleAdvance settle(std::string code, std::string_view iso, std::int64_t amount) {
  return {std::move(code), "V1", day(iso), fen(amount), {digest(3)}, entry("500103", "121403")};
}

}  // namespace

// The gates and their order: 定发〔2015〕13号, 调研、论证、申报、招标、监理、报账、审计.
TEST_CASE("INV-23 gates are signed one after the other and not before each other", "[funds]") {
  SampleFunds sample;
  prepare(sample);
  CHECK(sample.answer(sign_gate("论证", "2016-02-01")) == "GateOutOfOrder");
  sample.run(sign_gate("调研", "2016-02-10"));
  CHECK(sample.answer(sign_gate("调研", "2016-02-11")) == "GateSigned");
  CHECK(sample.answer(sign_gate("论证", "2016-02-09")) == "TooEarly");
  sample.run(sign_gate("论证", "2016-02-10"));
  CHECK(aborts([&] { funds::apply(sign_gate("审计", "2016-03-01"), 99, sample.funds()); }));
}

TEST_CASE("INV-23 money is reported only behind the gates before the money gate, as they stood on that day", "[funds]") {
  SampleFunds sample;
  prepare(sample);
  sign_until(sample, 4, "2016-02-10");
  auto found = sample.problems(reimburse("B1", "2016-03-01"));
  REQUIRE(first_of(found) == "GatesUnsigned");
  CHECK(found.front().detail == "监理 2016-03-01");
  sample.run(sign_gate("监理", "2016-03-02"));
  CHECK(sample.answer(reimburse("B1", "2016-03-01")) == "GatesUnsigned");
  const auto vouchers = sample.run(reimburse("B1", "2016-03-02"));
  REQUIRE(vouchers.size() == 1);
  CHECK(vouchers[0].attachments.size() == 1);
  CHECK(vouchers[0].lines[0].project == "P1");
  CHECK(vouchers[0].lines[1].subject == "XZ-01");
  CHECK(sample.balance("500102", "F1") == fen(40'00));
  CHECK(sample.target("A1", 1).left() == fen(60'00));
  CHECK(sample.indicator("F1").reimbursed == fen(40'00));
}

TEST_CASE("an advance comes out of what its target holds and stays open until it is settled or returned", "[funds]") {
  SampleFunds sample;
  prepare(sample);
  CHECK(sample.answer(advance("V1", "2016-02-01", 200'01)) == "TargetExhausted");
  sample.run(advance("V1", "2016-02-01", 150'00));
  CHECK(sample.target("A1", 2).left() == fen(50'00));
  CHECK(sample.indicator("F1").advanced == fen(150'00));
  CHECK(sample.answer(settle("S1", "2016-03-01", 100'00)) == "GatesUnsigned");
  sign_until(sample, 5, "2016-02-20");
  CHECK(sample.answer(settle("S1", "2016-03-01", 150'01)) == "AdvanceExhausted");
  sample.run(settle("S1", "2016-03-01", 100'00));
  CHECK(sample.balance("121403", "F1") == fen(50'00));
  CHECK(sample.target("A1", 2).reimbursed == fen(100'00));
  sample.run(funds::ReturnAdvance{"S2", "V1", day("2016-03-02"), fen(50'00), "未用完", entry("121401", "121403")});
  CHECK(sample.target("A1", 2).left() == fen(100'00));
  CHECK(sample.indicator("F1").advanced == fen(0));
  CHECK(sample.balance("121403", "F1") == fen(0));
  CHECK(sample.answer(settle("S3", "2016-03-02", 1)) == "AdvanceExhausted");
}

TEST_CASE("what was reported wrongly goes back where it came from, once", "[funds]") {
  SampleFunds sample;
  prepare(sample);
  sign_until(sample, 5, "2016-02-20");
  sample.run(reimburse("B1", "2016-03-01"));
  sample.run(advance("V1", "2016-02-01", 150'00));
  sample.run(settle("S1", "2016-03-01", 100'00));
  funds::TakeBack back{"T1", "B1", day("2016-03-05"), fen(15'00), "发票重复", entry("121401", "500102")};
  sample.run(back);
  CHECK(sample.target("A1", 1).left() == fen(75'00));
  CHECK(sample.balance("500102", "F1") == fen(25'00));
  back.code = "T2";
  back.amount = fen(25'01);
  CHECK(sample.answer(back) == "MoreThanSpent");
  back = {"T3", "S1", day("2016-03-05"), fen(100'00), "验收不合格", entry("121403", "500103")};
  const auto vouchers = sample.run(back);
  CHECK(vouchers[0].lines[0].subject == "XM-SYN-1");
  CHECK(sample.balance("121403", "F1") == fen(150'00));
  CHECK(sample.indicator("F1").advanced == fen(150'00));
  CHECK(sample.indicator("F1").reimbursed == fen(25'00));
  back = {"T4", "T1", day("2016-03-05"), fen(1), "样例", entry("121401", "500102")};
  CHECK(sample.answer(back) == "MovementUnknown");
}

}  // namespace mingzhang::tests
