// SPDX-License-Identifier: Apache-2.0
// A claim on a risk-compensation fund through the write path, from the arrears to the recovery, and its proof.
#include "tests/service/fund_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// A fund of 1,000.00 at 8:2 and a loan of 500.00 paid out on 2016-02-01, of which nothing was repaid.
class CompensationDesk {
 public:
  CompensationDesk() : desk_("sqlite:" + folder_.file("risk.db")) {
    desk_.open_book();
    guarantee::OpenRiskFund fund;
    fund.code = "RF";
    fund.name = "样例风险补偿基金";
    fund.place = "621102";
    fund.date = on(2016, 1, 10);
    fund.terms = {yuan(10'000), {7, 3}, {1, 1}, {8, 2}, false, 90};
    fund.accounts = {"1002", "4001", "4001", "4001", "1201", "5001", "4001"};
    run("fund", guarantee::Command(fund));
    run("pay-in", guarantee::Command(guarantee::Contribute{"C1", "RF", on(2016, 1, 11), guarantee::Contributor::Local,
                                                           "县财政局", yuan(1'000), "", "样例〔2016〕1号"}));
    lend();
  }

  Desk& desk() { return desk_; }
  /// The command with its vouchers; requires that it is not refused.
  service::Request request_of(const std::string& key, const service::Command& command) {
    auto request = service::money_request_of({service::faces_of(desk_.database()), kBook}, command, on(2016, 12, 31));
    if (!request) UNSCOPED_INFO(to_text(request.error().problems.front().problem));
    REQUIRE(request.has_value());
    service::Request whole = std::move(request).value();
    whole.key = key;
    whole.by = "maker";
    whole.approved_by = "checker";
    return whole;
  }
  void run(const std::string& key, const service::Command& command) {
    REQUIRE(code_of(desk_.submit(request_of(key, command))).empty());
  }
  guarantee::RiskFund fund() { return *rows()->risk_fund("RF"); }
  std::unique_ptr<guarantee::GuaranteeStore> rows() {
    return desk_.database().guarantee_of(*desk_.database().find_book(kBook));
  }

 private:
  void lend() {
    const Date day = on(2016, 2, 1);
    loans::ApplyForLoan application{"L1", day, "HU-SYN-1", "PE-SYN-1", "bank", "sample", "", "", "养殖", yuan(500), 12, ""};
    loans::Contract contract;
    contract.terms.principal = yuan(500);
    contract.terms.start = day;
    contract.terms.rate = *parse_rate("4.35%");
    contract.terms.day_count = *loans::parse_day_count("act/360");
    contract.terms.due.installments = 12;
    run("L1", loans::Command(application));
    run("V", loans::Command(loans::ReviewLoan{"V", "L1", day, true, "属实", {}}));
    run("A", loans::Command(loans::ApproveLoan{"A", "L1", day, true, yuan(500), 12, ""}));
    run("S", loans::Command(loans::SignLoan{"S", "L1", day, contract, "", {}}));
    run("P", loans::Command(loans::Disburse{"P", "L1", day, yuan(500)}));
  }

  TemporaryFolder folder_;
  Desk desk_;
};

}  // namespace

TEST_CASE("a loss is compensated, shared and recovered, and the book verifies", "[service][guarantee]") {
  CompensationDesk risk;
  const Date day = on(2016, 7, 1);
  const std::int64_t overdue = days_between(on(2016, 3, 1), day);
  const guarantee::SubmitClaim claim{"B1", "RF", "bank", day, {{"L1", yuan(500), Money(), overdue, std::string(64, 'd')}}};
  risk.run("B1", guarantee::Command(claim));
  risk.run("V1", guarantee::Command(guarantee::ReviewClaim{"V1", "B1", day, guarantee::ReviewStep::Township, "乡", {}}));
  risk.run("V2", guarantee::Command(guarantee::ReviewClaim{"V2", "B1", day, guarantee::ReviewStep::Bureau, "局", {}}));

  // 500.00 at 8:2. The payment needs its voucher, and a second person.
  service::Request pay = risk.request_of("Z1", guarantee::Command(guarantee::PayClaim{"Z1", "B1", day, yuan(400)}));
  REQUIRE(pay.commands.size() == 2);
  service::Request bare = pay;
  bare.commands.pop_back();
  CHECK(code_of(risk.desk().submit(bare)) == "REQ-601");
  bare = pay;
  bare.approved_by = "maker";
  CHECK_FALSE(risk.desk().submit(bare));
  CHECK(code_of(risk.desk().submit(pay)).empty());
  CHECK(risk.desk().balance_fen("1201", "") == 400'00);
  CHECK(risk.desk().balance_fen("1002", "") == 600'00);
  CHECK(risk.fund().balance() == yuan(600));

  risk.run("R1", guarantee::Command(guarantee::RecoverLoss{"R1", "B1", 1, on(2016, 8, 1), yuan(100)}));
  CHECK(risk.desk().balance_fen("1201", "") == 320'00);  // 80.00 to the fund, 20.00 to the bank
  risk.run("W1", guarantee::Command(guarantee::WriteOffLoss{"W1", "B1", 1, on(2016, 9, 1), yuan(320), "失踪", {}}));
  CHECK(risk.desk().balance_fen("1201", "") == 0);
  CHECK(risk.desk().balance_fen("5001", "") == 320'00);
  CHECK(risk.desk().database().loans_of(*risk.desk().database().find_book(kBook))->loan("L1")->principal == yuan(500));
  CHECK(first_problem_of(risk.desk().verify()) == "");
}

TEST_CASE("a line of a claim that was changed by one fen is found by the replay", "[service][guarantee]") {
  CompensationDesk risk;
  const Date day = on(2016, 7, 1);
  const std::int64_t overdue = days_between(on(2016, 3, 1), day);
  risk.run("B1", guarantee::Command(guarantee::SubmitClaim{
                     "B1", "RF", "bank", day, {{"L1", yuan(500), Money(), overdue, std::string(64, 'd')}}}));
  REQUIRE(risk.desk().verify().is_ok());
  const auto rows = risk.rows();
  guarantee::ClaimRow forged = *rows->claim_row({rows->claim("B1")->id, 1});
  forged.principal += Money::from_fen(1);
  risk.desk().database().begin_write();
  rows->update_claim_rows(std::vector{forged});
  risk.desk().database().commit();
  CHECK_FALSE(risk.desk().verify().is_ok());
}

}  // namespace mingzhang::tests
