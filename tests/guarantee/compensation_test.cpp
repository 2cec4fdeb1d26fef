// SPDX-License-Identifier: Apache-2.0
// Risk-compensation funds: how they are sized and filled, what they bear of a loss, and what comes back.
#include <algorithm>
#include <cstdlib>
#include <random>

#include "base/json.h"
#include "ledger/command.h"
#include "tests/guarantee/sample_cover.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using guarantee::ClaimState;
using guarantee::Contributor;
using guarantee::ReviewStep;

const Date kClaimDay = day("2016-07-01");  // the first row was due on 2016-03-01

guarantee::SubmitClaim claim_of(SampleCover& sample, const std::vector<std::string>& loans) {
  guarantee::SubmitClaim command{"B1", "RF", "bank", kClaimDay, {}};
  for (const std::string& loan : loans) command.rows.push_back(sample.claimed(loan, kClaimDay));
  return command;
}

guarantee::ReviewClaim review(std::string code, ReviewStep step, std::vector<guarantee::DisputedRow> disputed = {}) {
  return {std::move(code), "B1", kClaimDay, step, "样例审核单位", std::move(disputed)};
}

/// Claimed, reviewed twice and paid.
void compensate(SampleCover& sample, const std::vector<std::string>& loans) {
  sample.run(claim_of(sample, loans));
  sample.run(review("V1", ReviewStep::Township));
  sample.run(review("V2", ReviewStep::Bureau));
  const guarantee::Claim& claim = *sample.guarantee().claims().find("B1");
  sample.run(guarantee::PayClaim{"Z1", "B1", kClaimDay, guarantee::payment_of(claim, sample.guarantee())});
}

std::string lines_of(const std::vector<ledger::VoucherRequest>& vouchers) {
  std::string text;
  for (const ledger::VoucherRequest& voucher : vouchers) {
    CHECK(ledger::check_request(ledger::Command(voucher), day("2016-12-31")).empty());
    for (const ledger::Line& line : voucher.lines) {
      text += (line.side == ledger::Side::Debit ? "D " : "C ") + line.account + " " + line.subject + " " + to_yuan(line.amount) + ";";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a fund is split 7:3 and its government part in halves, to the fen", "[guarantee]") {
  const guarantee::RiskFundTerms terms = open_risk_fund().terms;
  // 定发〔2015〕13号 on the loans of 威宁: 3 % of 573,480,000.00 = 17,204,400.00 (reference/policy.md, DX-01).
  const Money size = *scale(fen(573'480'000'00), Ratio{3, 100}, Rounding::HalfUp);
  CHECK(size == fen(17'204'400'00));
  const guarantee::FundParts parts = guarantee::parts_of(size, terms);
  CHECK(parts.government() == fen(12'043'080'00));
  CHECK(parts.institution == fen(5'161'320'00));
  CHECK(parts.province == fen(6'021'540'00));
  CHECK(parts.local == fen(6'021'540'00));
  // 370.37 = 259.26 + 111.11, 259.26 = 129.63 + 129.63 (DX-06); an odd fen goes to the province.
  CHECK(guarantee::parts_of(fen(370'37), terms) == guarantee::FundParts{fen(129'63), fen(129'63), fen(111'11)});
  CHECK(guarantee::parts_of(fen(1), terms) == guarantee::FundParts{fen(1), fen(0), fen(0)});
  const guarantee::FundParts missing = guarantee::missing_of(parts, {fen(6'021'540'01), fen(0), fen(5'000'000'00)});
  CHECK(missing == guarantee::FundParts{fen(0), fen(6'021'540'00), fen(161'320'00)});
}

TEST_CASE("losses are shared 8:2 or 7:3 with an odd fen, and the parts sum", "[guarantee]") {
  guarantee::RiskFundTerms terms = open_risk_fund().terms;
  CHECK(guarantee::borne_by_fund(fen(100'01), terms) == fen(80'01));  // 80.008, 20.002
  terms.loss = {7, 3};
  CHECK(guarantee::borne_by_fund(fen(100'01), terms) == fen(70'01));  // 70.007, 30.003
  CHECK(guarantee::borne_by_fund(fen(2), terms) == fen(1));           // 1.4, 0.6
}

TEST_CASE("contributions are kept by who paid them, with their source", "[guarantee]") {
  SampleCover sample;
  sample.run(open_risk_fund());
  const guarantee::Contribute local = contribution("C1", Contributor::Local, 5'000'000'00);
  const guarantee::Contribute bank = contribution("C2", Contributor::Institution, 3'000'000'00);
  CHECK(lines_of(guarantee::vouchers_of(local, sample.guarantee())) == "D 100201 RF 5000000.00;C 310102 RF 5000000.00;");
  CHECK(guarantee::vouchers_of(local, sample.guarantee())[0].lines[0].fund == "F1");
  CHECK(lines_of(guarantee::vouchers_of(bank, sample.guarantee())) == "D 100201 RF 3000000.00;C 310103 RF 3000000.00;");
  sample.run(local);
  sample.run(bank);
  CHECK(sample.fund().contributed == guarantee::FundParts{fen(0), fen(5'000'000'00), fen(3'000'000'00)});
  CHECK(sample.fund().balance() == fen(8'000'000'00));
  CHECK(sample.guarantee().movements().find("C1")->document == "样例〔2016〕2号");
}

TEST_CASE("a claim with wrong lines names all of them and leaves nothing", "[guarantee]") {
  SampleCover sample;
  sample.fund_and_loans({100'00, 200'00, 300'00});
  guarantee::SubmitClaim claim = claim_of(sample, {"L1", "L2", "L3"});
  claim.rows[0].loan = "L9";
  claim.rows[1].principal += fen(1);
  claim.rows[2].days_overdue += 1;
  const std::vector<Problem> problems = sample.problems(guarantee::Command(claim));
  std::string text;
  for (const Problem& problem : problems) text += problem.place + " " + std::string(problem.info->name) + ";";
  CHECK(text == "row 1 LoanUnknown;row 3 DaysDiffer;row 2 MoreThanOwed;");
  CHECK(sample.guarantee().claims().count() == 0);
  CHECK_FALSE(sample.guarantee().is_claimed("L2"));
  CHECK(sample.answer(guarantee::Command(claim_of(sample, {"L1", "L2", "L3"}))) == "Ok");
}

TEST_CASE("a disputed line does not hold up the others, and its loan can be claimed again", "[guarantee]") {
  SampleCover sample;
  sample.fund_and_loans({100'00, 200'00, 300'00});
  sample.run(claim_of(sample, {"L1", "L2", "L3"}));
  const Money third = sample.row("B1", 3).loss();
  CHECK(sample.answer(guarantee::Command(guarantee::PayClaim{"Z1", "B1", kClaimDay, fen(1)})) == "ClaimStateWrong");
  CHECK(sample.answer(guarantee::Command(review("V2", ReviewStep::Bureau))) == "ClaimStateWrong");
  sample.run(review("V1", ReviewStep::Township, {{2, "签字不是本人"}}));
  sample.run(review("V2", ReviewStep::Bureau));
  CHECK_FALSE(sample.guarantee().is_claimed("L2"));
  CHECK(sample.guarantee().is_claimed("L3"));
  // A third line is repaid in part before the payment: it is taken out, the first is paid.
  sample.run(sample.repayment("P3", "L3", kClaimDay, fen(150'00)));
  const guarantee::Claim claim = *sample.guarantee().claims().find("B1");
  CHECK(claim.loss == sample.row("B1", 1).loss() + third);
  guarantee::PayClaim pay{"Z1", "B1", kClaimDay, guarantee::payment_of(claim, sample.guarantee())};
  CHECK(sample.answer(guarantee::Command(pay)) == "MoreThanOwed");
  sample.run(review("V3", ReviewStep::Bureau, {{3, "已还款"}}));
  CHECK(sample.answer(guarantee::Command(pay)) == "AmountDiffers");
  pay.amount = guarantee::borne_by_fund(sample.row("B1", 1).loss(), sample.fund().terms);
  CHECK(lines_of(guarantee::vouchers_of(pay, sample.guarantee())) ==
        "D 121802 L1 " + to_yuan(pay.amount) + ";C 100201 RF " + to_yuan(pay.amount) + ";");
  sample.run(pay);
  CHECK(sample.fund().balance() == fen(1'000'00) - pay.amount);
  CHECK(sample.row("B1", 1).fund_part + sample.row("B1", 1).bank_part == sample.row("B1", 1).loss());
  CHECK(sample.row("B1", 2).fund_part == fen(0));
  // The debt is not extinguished.
  CHECK(sample.loans().loans().find("L1")->principal == fen(100'00));
  CHECK(sample.loans().loans().find("L1")->state == loans::LoanState::Active);
}

TEST_CASE("a claim of which every line is disputed is refused", "[guarantee]") {
  SampleCover sample;
  sample.fund_and_loans({100'00});
  sample.run(claim_of(sample, {"L1"}));
  sample.run(review("V1", ReviewStep::Township, {{1, "查无此人"}}));
  CHECK(sample.guarantee().claims().find("B1")->state == ClaimState::Refused);
  CHECK(sample.answer(guarantee::Command(review("V2", ReviewStep::Bureau))) == "ClaimStateWrong");
}

// INV-31
TEST_CASE("recoveries are returned as the loss was borne, never above it, in any sequence", "[guarantee]") {
  std::mt19937_64 random(run_seed());
  INFO("seed " << run_seed());
  for (int round = 0; round < 200; ++round) {
    guarantee::ClaimRow row;
    row.principal = fen(1 + static_cast<std::int64_t>(random() % 100'000));
    guarantee::RiskFundTerms terms = open_risk_fund().terms;
    terms.loss = {static_cast<std::int64_t>(1 + random() % 9), static_cast<std::int64_t>(1 + random() % 9)};
    row.fund_part = guarantee::borne_by_fund(row.principal, terms);
    row.bank_part = row.principal - row.fund_part;
    while (row.recovered() < row.loss()) {
      const std::int64_t left = (row.loss() - row.recovered()).fen();
      const Money amount = fen(1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(std::min<std::int64_t>(left, 20'000))));
      const guarantee::RecoveryParts parts = guarantee::returned(row, amount);
      CHECK(parts.fund + parts.bank == amount);
      row.fund_recovered += parts.fund;
      row.bank_recovered += parts.bank;
      // Within one fen of the exact share: |recovered × loss − total × part| ≤ loss.
      const std::int64_t drift = row.fund_recovered.fen() * row.loss().fen() - row.recovered().fen() * row.fund_part.fen();
      CHECK(std::abs(drift) <= row.loss().fen());
    }
    CHECK(row.fund_recovered == row.fund_part);
    CHECK(row.bank_recovered == row.bank_part);
    if (round == 0) CHECK(aborts([&] { guarantee::returned(row, fen(1)); }));
  }
}

TEST_CASE("what is written off and comes back after all is income, and a recovery above the loss is refused", "[guarantee]") {
  SampleCover sample;
  sample.fund_and_loans({100'00});
  compensate(sample, {"L1"});
  const guarantee::ClaimRow paid = sample.row("B1", 1);
  const Money first = fen(50'00);
  guarantee::RecoverLoss recovery{"R1", "B1", 1, day("2016-08-01"), paid.loss() + fen(1)};
  CHECK(sample.answer(guarantee::Command(recovery)) == "MoreThanLoss");
  recovery.amount = first;
  sample.run(recovery);
  CHECK(sample.row("B1", 1).fund_recovered == fen(40'00));
  CHECK(sample.row("B1", 1).bank_recovered == fen(10'00));

  guarantee::WriteOffLoss give_up{"W1", "B1", 1, day("2016-09-01"), fen(1), "失踪", {}};
  CHECK(sample.answer(guarantee::Command(give_up)) == "AmountDiffers");
  give_up.amount = sample.row("B1", 1).receivable();
  CHECK(lines_of(guarantee::vouchers_of(give_up, sample.guarantee())) ==
        "D 500101 L1 " + to_yuan(give_up.amount) + ";C 121802 L1 " + to_yuan(give_up.amount) + ";");
  sample.run(give_up);
  CHECK(sample.row("B1", 1).receivable() == fen(0));
  CHECK(sample.answer(guarantee::Command(give_up)) == "CodeTaken");

  recovery.code = "R2";
  recovery.date = day("2016-10-01");
  recovery.amount = fen(10'00);
  CHECK(lines_of(guarantee::vouchers_of(recovery, sample.guarantee())) == "D 100201 RF 8.00;C 460901 L1 8.00;");
  sample.run(recovery);
  CHECK(sample.row("B1", 1).written_off == give_up.amount - fen(8'00));
  CHECK(sample.fund().written_off == give_up.amount - fen(8'00));
  CHECK(sample.fund().recovered == fen(48'00));
  sample.flush();
  sample.reopen();
  CHECK(sample.fund().balance() == fen(1'000'00) - paid.fund_part + fen(48'00));
  CHECK(sample.row("B1", 1).recovered() == fen(60'00));
  CHECK(sample.guarantee().is_claimed("L1"));
}

TEST_CASE("the records of compensation have these bytes and are read back from no others", "[guarantee]") {
  const std::string digest = sample_digest();
  guarantee::OpenRiskFund fund = open_risk_fund();
  fund.explanation = R"({"rule":"r"})";
  const std::vector<std::pair<guarantee::Command, std::string>> forms{
      {fund, R"({"accounts":{"bank":"100201","institution":"310103","local":"310102","loss":"500101","province":"310101",)"
             R"("receivable":"121802","regained":"460901"},"code":"RF","date":"2016-01-10","explanation":{"rule":"r"},)"
             R"("name":"样例风险补偿基金","place":"621102","terms":{"contributions":[7,3],"covers_interest":true,)"
             R"("government":[1,1],"loss":[8,2],"overdue_days":90,"target":1000000000}})"},
      {contribution("C1", Contributor::Province, 5),
       R"({"amount":5,"code":"C1","contributor":"province","date":"2016-01-11","document":"样例〔2016〕2号","fund":"RF",)"
       R"("party":"样例财政局","source":"F1"})"},
      {guarantee::SubmitClaim{"B1", "RF", "bank", kClaimDay, {{"L1", fen(5), fen(6), 122, digest}}},
       R"({"bank":"bank","code":"B1","date":"2016-07-01","fund":"RF","rows":[{"days_overdue":122,"evidence":")" + digest +
           R"(","interest":6,"loan":"L1","principal":5}]})"},
      {review("V1", ReviewStep::Bureau, {{2, "原因"}}),
       R"({"claim":"B1","code":"V1","date":"2016-07-01","disputed":[{"reason":"原因","row":2}],"reviewer":"样例审核单位","step":"bureau"})"},
      {guarantee::PayClaim{"Z1", "B1", kClaimDay, fen(7)}, R"({"amount":7,"claim":"B1","code":"Z1","date":"2016-07-01"})"},
      {guarantee::RecoverLoss{"R1", "B1", 2, kClaimDay, fen(7)},
       R"({"amount":7,"claim":"B1","code":"R1","date":"2016-07-01","row":2})"},
      {guarantee::WriteOffLoss{"W1", "B1", 2, kClaimDay, fen(7), "失踪", {digest}},
       R"({"amount":7,"claim":"B1","code":"W1","date":"2016-07-01","evidence":[")" + digest + R"("],"reason":"失踪","row":2})"}};
  for (const auto& [command, bytes] : forms) {
    CHECK(guarantee::record_data_of(command) == bytes);
    const auto kind = guarantee::record_kind_of(command);
    const auto read = guarantee::decode_command(kind, *parse_canonical_json(bytes));
    REQUIRE(read.has_value());
    CHECK(guarantee::record_data_of(*read) == bytes);
    const std::string more = bytes.substr(0, bytes.size() - 1) + R"(,"zz":1})";
    CHECK_FALSE(guarantee::decode_command(kind, *parse_canonical_json(more)));
  }
}

}  // namespace mingzhang::tests
