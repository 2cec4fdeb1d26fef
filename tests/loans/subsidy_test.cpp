// SPDX-License-Identifier: Apache-2.0
// The life of a claim: lines from the register, review, payment, claw-back.
#include "tests/loans/sample_subsidy.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using loans::SubsidyState;

loans::PaySubsidy payment(const std::string& code, std::int64_t amount) {
  return {code, "T1", loan_day("2024-04-05"), fen(amount), paying_accounts()};
}

loans::ClawBackSubsidy claw_back(const std::string& code, std::int64_t line, std::int64_t amount) {
  return {code, "T1", line, loan_day("2024-05-01"), fen(amount), "挪用", returning_accounts()};
}

/// Pays the interest of the first months on their days: 181.25 each.
void repay_in_time(SampleSubsidy& sample, const std::string& loan, int months) {
  for (int i = 1; i <= months; ++i) {
    const std::string date = to_iso(plus_months_clamped(loan_day("2023-09-21"), i));
    sample.repay(loan + "-H" + std::to_string(i), loan, date.c_str(), 181'25);
  }
}

}  // namespace

TEST_CASE("a claim has one line for every installment of the days", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 6);
  const auto claim = sample.claim("T1", {"D1"}, "2024-01-01", "2024-04-01");
  // Due on 01-21, 02-21 and 03-21; 50,000.00 × 4.35 % / 12 = 181.25.
  REQUIRE(claim.rows.size() == 3);
  CHECK(claim.rows[0].period.from == loan_day("2023-12-21"));
  CHECK(claim.rows[2].period.to == loan_day("2024-03-21"));
  for (const auto& row : claim.rows) {
    CHECK(row.period.interest == fen(181'25));
    CHECK(row.period.principal == fen(50'000'00));
    CHECK(row.period.loan_from == loan_day("2023-09-21"));
  }
  CHECK(sample.run(claim).empty());
  CHECK(sample.loans().subsidies().claims().find("T1")->interest == fen(543'75));
  CHECK(sample.line("T1", 2).state == SubsidyState::Claimed);
}

TEST_CASE("days overdue are cut off where being overdue ends", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 3);
  // Due on 2024-01-21, paid on 02-01: of [01-21, 02-21), 31 days, 11 are overdue.
  sample.repay("H4", "D1", "2024-02-01", 181'25);
  const auto periods = loans::subsidy_periods(*sample.loans().loans().find("D1"), sample.loans(), loan_day("2024-02-01"),
                                              loan_day("2024-03-01"), loan_day("2024-04-01"));
  REQUIRE(periods.size() == 2);
  CHECK(periods[0].overdue_from == loan_day("2024-01-21"));
  CHECK(periods[0].to == loan_day("2024-02-01"));
  CHECK_FALSE(periods[1].overdue_from.has_value());
  // 181.25 × 11/31 = 64.3145 and × 20/31 = 116.9355: the larger fraction takes the fen that is left.
  CHECK(periods[0].interest == fen(64'31));
  CHECK(periods[1].interest == fen(116'94));
}

TEST_CASE("INV-33 no day of a loan is claimed twice, until its line is rejected", "[loans][subsidy]") {
  SampleSubsidy sample(2);
  repay_in_time(sample, "D1", 6);
  repay_in_time(sample, "D2", 6);
  sample.run(sample.claim("T1", {"D1", "D2"}, "2024-01-01", "2024-04-01"));
  const auto again = sample.claim("T2", {"D1"}, "2024-03-01", "2024-04-01");
  CHECK(sample.answer(again) == "DayClaimed");
  CHECK(sample.problems(again).front().detail == "D1: T1/3");
  CHECK(aborts([&] { loans::apply(again, 99, sample.loans()); }));
  loans::ReviewSubsidy review{"V1", "T1", loan_day("2024-04-02"), {{3, SubsidyState::Rejected, "利息有误"}}};
  sample.run(review);
  sample.run(again);
}

TEST_CASE("a disputed line does not hold up the others", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 6);
  sample.run(sample.claim("T1", {"D1"}, "2024-01-01", "2024-04-01"));
  loans::ReviewSubsidy review = pass("V1", "T1", {1, 3});
  review.verdicts.push_back({2, SubsidyState::Disputed, "银行利息不同"});
  sample.run(review);
  // 181.25 × 70 % = 126.875 → 126.88; of it 7 : 3 are 88.816 and 38.064 → 88.82 and 38.06.
  CHECK(sample.answer(payment("Z1", 380'64)) == "PaidSumDiffers");
  const auto vouchers = sample.run(payment("Z1", 253'76));
  REQUIRE(vouchers.size() == 2);
  CHECK(vouchers[0].source == "Z1");
  REQUIRE(vouchers[0].lines.size() == 3);
  CHECK(vouchers[0].lines[0].subject == "D1");
  CHECK(sample.balance("500107", "PROV") == fen(177'64));
  CHECK(sample.balance("500107", "CNTY") == fen(76'12));
  CHECK(sample.line("T1", 1).state == SubsidyState::Paid);
  CHECK(sample.line("T1", 2).state == SubsidyState::Disputed);
  CHECK(sample.answer(payment("Z2", 126'88)) == "NothingToPay");
  sample.run(pass("V2", "T1", {2}));
  sample.run(payment("Z2", 126'88));
  CHECK(sample.loans().subsidies().claims().find("T1")->paid == fen(380'64));
  CHECK(sample.loans().steps().find("Z2")->vouchers == 2);
}

TEST_CASE("INV-34 never more is clawed back than was paid, and all of it in parts leaves nothing behind", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 6);
  sample.run(sample.claim("T1", {"D1"}, "2024-01-01", "2024-04-01"));
  sample.run(pass("V1", "T1", {1}));
  CHECK(sample.answer(claw_back("S1", 1, 1)) == "LineStateWrong");
  sample.run(payment("Z1", 126'88));
  CHECK(sample.answer(claw_back("S1", 1, 126'89)) == "MoreThanPaid");
  sample.run(claw_back("S1", 1, 33'33));
  CHECK(sample.answer(claw_back("S2", 1, 93'56)) == "MoreThanPaid");
  CHECK(aborts([&] { loans::apply(claw_back("S2", 1, 93'56), 99, sample.loans()); }));
  sample.run(claw_back("S2", 1, 93'55));
  CHECK(sample.balance("500107", "PROV") == fen(0));
  CHECK(sample.balance("500107", "CNTY") == fen(0));
  CHECK(sample.line("T1", 1).standing() == fen(0));
  // What was clawed back in full may be claimed anew.
  sample.run(sample.claim("T2", {"D1"}, "2024-01-01", "2024-02-01"));
}

TEST_CASE("a backdated repayment across a claim already paid shows in the register's periods", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 3);
  sample.repay("H4", "D1", "2024-01-21", 181'25);
  sample.repay("H5", "D1", "2024-02-21", 181'25);
  const auto claim = sample.claim("T1", {"D1"}, "2024-02-01", "2024-03-01");
  sample.run(claim);
  sample.run(pass("V1", "T1", {1}));
  sample.run(payment("Z1", 126'88));
  // The repayment of 01-21 turns out to be of 02-01.
  loans::CorrectStep wrong{"K1", "D1", "H4", loan_day("2024-04-06"), {}, "日期录错"};
  wrong.parts.interest = fen(-181'25);
  sample.run(wrong);
  sample.repay("H6", "D1", "2024-04-06", 181'25);
  const auto now = loans::subsidy_periods(*sample.loans().loans().find("D1"), sample.loans(), claim.from, claim.to, claim.date);
  REQUIRE(now.size() == 1);
  CHECK(now[0] != claim.rows[0].period);
  CHECK(now[0].overdue_from == loan_day("2024-01-21"));
  sample.run(claw_back("S1", 1, 126'88));
  CHECK(sample.balance("100201", "PROV") == fen(1'000'000'00));
}

TEST_CASE("the records of the subsidy keep their bytes", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 6);
  loans::ClaimSubsidy claim = sample.claim("T1", {"D1"}, "2024-03-01", "2024-04-01");
  CHECK(loans::encode(claim) ==
        R"({"bank":"RCB","code":"T1","date":"2024-04-01","explanation":{"pack":"synthetic","rule":"synthetic"},)"
        R"("from":"2024-03-01","mode":"refund","payers":[{"payer":"province","weight":7},{"payer":"county","weight":3}],)"
        R"("rows":[{"from":"2024-02-21","interest":18125,"loan":"D1","loan_from":"2023-09-21","principal":5000000,)"
        R"("rate":4350000,"subsidised":18125,"subsidy":12688,"to":"2024-03-21"}],"to":"2024-04-01"})");
  claim.rows[0].period.overdue_from = loan_day("2024-03-01");
  claim.rows[0].period.misused_from = loan_day("2024-03-02");
  loans::ReviewSubsidy review = pass("V1", "T1", {1});
  review.verdicts.push_back({2, SubsidyState::Disputed, "银行利息不同"});
  CHECK(loans::encode(review) ==
        R"({"claim":"T1","code":"V1","date":"2024-04-02","verdicts":[{"line":1,"verdict":"passed"},)"
        R"({"line":2,"reason":"银行利息不同","verdict":"disputed"}]})");
  CHECK(loans::encode(claw_back("S1", 1, 5)) ==
        R"({"accounts":[{"credit":"500107","debit":"100201","fund":"PROV","payer":"province"},)"
        R"({"credit":"500107","debit":"100201","fund":"CNTY","payer":"county"}],"amount":5,"claim":"T1","code":"S1",)"
        R"("date":"2024-05-01","line":1,"reason":"挪用"})");
  for (const loans::Command& command :
       {loans::Command(claim), loans::Command(review), loans::Command(payment("Z1", 5)), loans::Command(claw_back("S1", 1, 5))}) {
    const std::string data = loans::record_data_of(command);
    const auto json = parse_canonical_json(data);
    REQUIRE(json.has_value());
    const auto decoded = loans::decode_command(loans::record_kind_of(command), *json);
    REQUIRE(decoded.has_value());
    CHECK(loans::record_data_of(*decoded) == data);
  }
}

TEST_CASE("what is undone of a claim is gone", "[loans][subsidy]") {
  SampleSubsidy sample(1);
  repay_in_time(sample, "D1", 6);
  const loans::Loans::Mark mark = sample.loans().mark();
  sample.run(sample.claim("T1", {"D1"}, "2024-01-01", "2024-04-01"));
  sample.loans().undo_to(mark);
  CHECK(sample.loans().subsidies().claims().find("T1") == nullptr);
  sample.run(sample.claim("T1", {"D1"}, "2024-03-01", "2024-04-01"));
  CHECK(sample.line("T1", 1).from == loan_day("2024-02-21"));
  CHECK(sample.loans().subsidies().rows_of(sample.loans().loans().find("D1")->id).size() == 1);
}

}  // namespace mingzhang::tests
