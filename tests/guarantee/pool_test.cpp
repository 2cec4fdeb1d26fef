// SPDX-License-Identifier: Apache-2.0
// What a pool can carry, when it stops, and what its vouchers and records say.
#include "guarantee/pool.h"

#include "base/json.h"
#include "ledger/command.h"
#include "tests/guarantee/sample_cover.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

using guarantee::PoolState;

TEST_CASE("a deposit covers its multiple, and a target needs its part", "[guarantee]") {
  // 定发〔2015〕13号: loans of 50亿 (5,000,000,000.00) on a deposit that is multiplied by 5 to 10.
  const Money target = fen(5'000'000'000'00);
  CHECK(guarantee::capacity_of(fen(500'000'000'00), 10) == target);
  CHECK(guarantee::deposit_for(target, 10) == fen(500'000'000'00));
  CHECK(guarantee::deposit_for(target, 5) == fen(1'000'000'000'00));
  CHECK(guarantee::deposit_for(target, 7) == fen(714'285'714'29));  // 714,285,714.2857… rounded up
  CHECK(*guarantee::capacity_of(guarantee::deposit_for(target, 7), 7) >= target);
  CHECK(*guarantee::capacity_of(guarantee::deposit_for(target, 7) - fen(1), 7) < target);
  CHECK(guarantee::deposit_for(fen(11), 10) == fen(2));
  CHECK_FALSE(guarantee::capacity_of(fen(Money::kFenMax), 2));
}

TEST_CASE("a pool warns at its percentage and stops at its multiple, its tolerance or by hand", "[guarantee]") {
  guarantee::Pool pool;
  pool.terms = {10, 5, 90};
  pool.deposit = fen(100'00);
  const auto state = [&pool](std::int64_t exposure, std::int64_t balance, std::int64_t bad) {
    pool.exposure = fen(exposure), pool.balance = fen(balance), pool.bad = fen(bad);
    return pool.state();
  };
  CHECK(state(899'99, 0, 0) == PoolState::Open);
  CHECK(state(900'00, 0, 0) == PoolState::Alert);
  CHECK(state(999'99, 0, 0) == PoolState::Alert);
  CHECK(state(1'000'00, 0, 0) == PoolState::Full);
  CHECK(state(500'00, 400'00, 19'99) == PoolState::Open);
  CHECK(state(500'00, 400'00, 20'00) == PoolState::NonPerforming);  // 5 % of 400.00
  CHECK(state(1'000'00, 400'00, 20'00) == PoolState::NonPerforming);
  pool.stop_reason = "协议到期";
  CHECK(pool.state() == PoolState::Stopped);
  pool.stop_reason.clear();
  pool.terms.npl_tolerance = 0;
  CHECK(state(500'00, 400'00, 400'00) == PoolState::Open);
}

TEST_CASE("cover is shown at the application, reserved at the approval and released by repayment", "[guarantee]") {
  SampleCover sample;
  sample.run(add_pool());
  sample.run(deposit("D1", 100'00));
  sample.apply_and_review("L1", 600'00);
  CHECK(sample.pool().exposure == fen(0));  // an application reserves nothing
  sample.run(sample.approval("L1", 500'00));
  CHECK(sample.pool().exposure == fen(500'00));
  CHECK(sample.pool().balance == fen(0));
  sample.run(loans::SignLoan{"S1", "L1", day("2016-02-01"), contract_of(fen(480'00), day("2016-02-01")), "", {}});
  CHECK(sample.pool().exposure == fen(480'00));
  sample.run(loans::Disburse{"P1", "L1", day("2016-02-01"), fen(480'00)});
  CHECK(sample.pool().exposure == fen(480'00));
  CHECK(sample.pool().balance == fen(480'00));
  const loans::Repay repayment = sample.repayment("R1", "L1", day("2016-03-01"), fen(41'00));
  REQUIRE(repayment.parts.principal.fen() > 0);
  sample.run(repayment);
  CHECK(sample.pool().exposure == fen(480'00) - repayment.parts.principal);
  CHECK(sample.pool().headroom() == fen(520'00) + repayment.parts.principal);
  sample.run(loans::ClassifyLoans{"C1", day("2016-04-01"), {{"L1", loans::LoanClass::Doubtful}}, "逾期", ""});
  CHECK(sample.pool().bad == sample.pool().balance);
}

TEST_CASE("a repayment is not taken back where others have taken its place", "[guarantee]") {
  SampleCover sample;
  sample.run(add_pool());
  sample.run(deposit("D1", 100'00));
  sample.lend("L1", 1'000'00);
  const loans::Repay repayment = sample.repayment("R1", "L1", day("2016-03-01"), fen(100'00));
  sample.run(repayment);
  loans::CorrectStep back{"K1", "L1", "R1", day("2016-03-02"), {}, "错账"};
  back.parts -= repayment.parts;
  CHECK(sample.answer(back) == "Ok");
  sample.lend("L2", repayment.parts.principal.fen());
  const guarantee::Pool before = sample.pool();
  CHECK(sample.answer(back) == "MoreThanHeadroom");
  CHECK(sample.pool().exposure == before.exposure);  // looking at what would be changes nothing
  CHECK(sample.loans().loans().find("L1")->principal == fen(1'000'00) - repayment.parts.principal);
  sample.run(deposit("D2", 10'00));
  sample.run(back);
  CHECK(sample.pool().exposure == fen(1'000'00) + repayment.parts.principal);
}

TEST_CASE("exposure that does not belong to loans stops the program", "[guarantee]") {
  SampleCover sample;
  sample.run(add_pool());
  sample.run(deposit("D1", 100'00));
  const auto observe = [&sample](std::int64_t before, std::int64_t after) {
    guarantee::observe({{"G1", {fen(before), fen(0), fen(0)}}}, {{"G1", {fen(after), fen(0), fen(0)}}}, sample.guarantee());
  };
  CHECK(aborts([&] { observe(1, 0); }));             // INV-29: one fen less than nothing
  CHECK(aborts([&] { observe(0, 1'000'01); }));      // INV-30: one fen more than the multiple
  CHECK_FALSE(aborts([&] { observe(0, 1'000'00); }));
}

TEST_CASE("what is undone leaves the pool as it was, and what is flushed is read again", "[guarantee]") {
  SampleCover sample;
  sample.run(add_pool());
  sample.run(deposit("D1", 100'00));
  const auto mark = sample.guarantee().mark();
  sample.run(deposit("D2", 50'00));
  sample.guarantee().undo_to(mark);
  CHECK(sample.pool().deposit == fen(100'00));
  CHECK(sample.answer(deposit("D2", 50'00)) == "Ok");
  CHECK(sample.guarantee().left_of(sample.pool().id, "F1") == fen(100'00));
  sample.flush();
  CHECK(sample.guarantee().left_of(sample.pool().id, "F1") == fen(100'00));
  sample.reopen();
  CHECK(sample.pool().deposit == fen(100'00));
  CHECK(sample.guarantee().left_of(sample.pool().id, "F1") == fen(100'00));
  CHECK(sample.answer(deposit("D1", 50'00)) == "CodeTaken");
}

TEST_CASE("the money of a deposit moves as one voucher in its fund", "[guarantee]") {
  SampleCover sample;
  sample.run(add_pool());
  guarantee::MoveDeposit move = deposit("D1", 100'00);
  const auto lines = [&](guarantee::MovementKind kind) {
    move.kind = kind;
    const auto vouchers = guarantee::vouchers_of(guarantee::Command(move), sample.guarantee());
    REQUIRE(vouchers.size() == 1);
    CHECK(vouchers[0].source == "D1");
    CHECK(ledger::check_request(ledger::Command(vouchers[0]), day("2016-12-31")).empty());
    std::string text;
    for (const ledger::Line& line : vouchers[0].lines) {
      text += (line.side == ledger::Side::Debit ? "D " : "C ") + line.account + " " + line.fund + " " + to_yuan(line.amount) + ";";
    }
    return text;
  };
  CHECK(lines(guarantee::MovementKind::Deposit) == "D 100202 F1 100.00;C 100201 F1 100.00;");
  CHECK(lines(guarantee::MovementKind::Withdrawal) == "D 100201 F1 100.00;C 100202 F1 100.00;");
  CHECK(lines(guarantee::MovementKind::Draw) == "D 121802 F1 100.00;C 100202 F1 100.00;");
}

TEST_CASE("the records of pools have these bytes and are read back from no others", "[guarantee]") {
  guarantee::MoveDeposit move = deposit("D1", 100'00);
  move.reason = "追加";
  guarantee::AddPool pool = add_pool();
  pool.explanation = R"({"rule":"r"})";
  const guarantee::ChangePool change{"T1", "G1", day("2016-02-01"), {8, 0, 0}, "停办", "原因", R"({"rule":"r"})"};
  const std::vector<std::pair<guarantee::Command, std::string>> forms{
      {pool, R"({"accounts":{"bank":"100201","deposit":"100202","receivable":"121802"},"bank":"bank","code":"G1",)"
             R"("date":"2016-01-10","explanation":{"rule":"r"},"name":"样例担保池","place":"520526",)"
             R"("terms":{"alert_percent":90,"multiple":10,"npl_tolerance":20}})"},
      {move, R"({"amount":10000,"code":"D1","date":"2016-01-11","document":"样例〔2016〕1号","fund":"F1","kind":"deposit",)"
             R"("party":"县财政局","pool":"G1","reason":"追加"})"},
      {change, R"({"code":"T1","date":"2016-02-01","explanation":{"rule":"r"},"pool":"G1","reason":"原因",)"
               R"("stop_reason":"停办","terms":{"multiple":8}})"}};
  for (const auto& [command, bytes] : forms) {
    CHECK(guarantee::record_data_of(command) == bytes);
    const auto kind = guarantee::record_kind_of(command);
    const auto read = guarantee::decode_command(kind, *parse_canonical_json(bytes));
    REQUIRE(read.has_value());
    CHECK(guarantee::record_data_of(*read) == bytes);
    CHECK_FALSE(guarantee::decode_command("guarantee_pool/v2", *parse_canonical_json(bytes)));
    const std::string more = bytes.substr(0, bytes.size() - 1) + R"(,"zz":1})";
    CHECK_FALSE(guarantee::decode_command(kind, *parse_canonical_json(more)));
  }
  const auto written_out = parse_canonical_json(
      R"({"code":"T1","date":"2016-02-01","pool":"G1","reason":"原因","terms":{"alert_percent":0,"multiple":8}})");
  CHECK_FALSE(guarantee::decode_command("guarantee_terms/v1", *written_out));
}

}  // namespace mingzhang::tests
