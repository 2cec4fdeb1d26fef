// SPDX-License-Identifier: Apache-2.0
// A claim of interest subsidy from the register and a rule, through the write path and back from the log.
#include "service/banks/subsidy_claim.h"

#include "service/banks/subsidy_reading.h"
#include "service/banks/subsidy_setup.h"
#include "tests/service/loan_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// 100 % until 2016-05-31, 70 % from then on; 50,000.00; three years; nothing overdue or misused. A synthetic county.
constexpr const char* kSubsidyPack = R"({
  "format": 1, "pack": "synthetic-subsidy", "version": 1, "title": "样例贴息", "title_en": "Sample subsidy",
  "place": "样例县", "division": "520526",
  "document": {"title": "样例文件", "date": "2016-01-01", "issuer": "样例县"},
  "valid_from": "2016-01-01", "valid_to": "2020-01-01",
  "rules": [{"id": "share", "kind": "subsidy_share", "title": "贴息比例", "title_en": "share",
    "source": {"quote": "样例"},
    "parameters": {"shares": [{"from": "2016-01-01", "share": "100%"}, {"from": "2016-06-01", "share": "70%"}],
      "principal_most": "50000.00", "longest_months": 36, "overdue": "none", "misuse": "none", "rounding": "half_up"}}]
})";

service::RuleWords rule() {
  return {"synthetic-subsidy/share", {}, {{"synthetic-subsidy.json", kSubsidyPack}}, {}};
}

service::NewSubsidyClaim words(const std::string& code) {
  return {code, "RCB", "", "2016-07-01", "2016-04-01", "2016-07-01", "", {"province=7", "county=3"}, rule()};
}

}  // namespace

TEST_CASE("a claim is what the register and the rule give, and says why the rest gets nothing", "[service][subsidy]") {
  SampleLoanDesk loans;
  const auto list = service::build_subsidy_claim(loans.place(), words("T1"));
  REQUIRE(list.has_value());
  REQUIRE(list->command.rows.size() == 3);
  // 290.00 × 50,000/80,000 = 181.25, all of it until 05-31.
  CHECK(list->command.rows[0].subsidy == Money::from_fen(181'25));
  // [05-15, 06-15): 17 and 14 days of 290.00 are 159.03 and 130.97; of 50/80 99.39 and 81.86; 99.39 + 70 % of 81.86 = 156.69.
  CHECK(list->command.rows[2].subsidised == Money::from_fen(181'25));
  CHECK(list->command.rows[2].subsidy == Money::from_fen(156'69));
  REQUIRE(list->left_out.size() == 3);
  CHECK(list->left_out[0].loan == "D2");
  CHECK(list->left_out[0].reason == "逾期 overdue");
  const std::string text = service::rendered(*list, service::Format::Json);
  CHECK(text.find("逾期 overdue") != std::string::npos);
}

TEST_CASE("claim, review, payment and claw-back go through the write path and come back from the log", "[service][subsidy]") {
  SampleLoanDesk loans;
  auto list = service::build_subsidy_claim(loans.place(), words("T1"));
  REQUIRE(list.has_value());
  loans.submit(service::claim_of(std::move(list).value()));
  const auto again = service::build_subsidy_claim(loans.place(), words("T2"));
  REQUIRE(again.has_value());
  CHECK(again->command.rows.empty());
  CHECK(again->left_out[0].reason == "已申领 claimed: T1/1");
  CHECK(code_of(service::claim_of(*again).has_value() ? service::Answer(service::Receipt()) : Err(service::claim_of(*again).error())) ==
        "SUBS-502");
  loans.submit(service::review_subsidy(loans.place(), {"V1", "T1", "2016-07-02", {"all"}, {"2=银行利息不同"}, {}}));
  const std::vector<std::string> accounts{"province=5001/1002/F1", "county=5001/1002/F2"};
  loans.submit(service::pay_subsidy(loans.place(), {"Z1", "T1", "2016-07-05", accounts}));
  // 181.25 and 156.69, 7 : 3 of each line: 126.88 and 54.37, 109.68 and 47.01.
  CHECK(loans.desk().balance_fen("5001", "F1") == 236'56);
  CHECK(loans.desk().balance_fen("5001", "F2") == 101'38);
  CHECK(service::show_subsidy_claim(loans.place(), "T1", service::Format::Text).value().find("有争议") != std::string::npos);
  CHECK(service::check_subsidy_claim(loans.place(), "T1", rule().site, service::Format::Json).value().changed == 0);
  CHECK(service::check_subsidy_claim(loans.place(), "T1", {}, service::Format::Json).value().text.find("not computed again") !=
        std::string::npos);
  // Misuse from 05-20 is found: the last line is not what it was.
  loans.submit(loans::ReportMisuse{"M1", "D1", on(2016, 7, 20), on(2016, 5, 20), {}, "购车", {}});
  CHECK(service::check_subsidy_claim(loans.place(), "T1", rule().site, service::Format::Json).value().changed == 1);
  loans.submit(service::claw_back_subsidy(loans.place(), {"S1", "T1", "3", "2016-07-21", "", "挪用", {}}));
  CHECK(loans.desk().balance_fen("5001", "F1") == 126'88);
  CHECK(loans.desk().balance_fen("5001", "F2") == 54'37);
  const service::VerifyReport report = loans.desk().verify();
  CHECK(first_problem_of(report) == "");
  CHECK(service::list_subsidy_claims(loans.place(), service::Format::Json).value().find("\"T1\"") != std::string::npos);
}

TEST_CASE("a claim whose amount is not the rule's is found by its check", "[service][subsidy]") {
  SampleLoanDesk loans;
  auto list = service::build_subsidy_claim(loans.place(), words("T1"));
  REQUIRE(list.has_value());
  service::SubsidyList forged = std::move(list).value();
  forged.command.rows[1].subsidy -= Money::from_fen(1);
  loans.submit(service::claim_of(std::move(forged)));
  const auto checked = service::check_subsidy_claim(loans.place(), "T1", rule().site, service::Format::Json);
  REQUIRE(checked.has_value());
  CHECK(checked->changed == 1);
  CHECK(checked->text.find("181.25 → 181.25") != std::string::npos);
}

TEST_CASE("the subsidy of a period is the sum of that of its days", "[service][subsidy]") {
  SampleLoanDesk loans;
  const Date day = on(2016, 6, 30);
  const auto chosen = service::choose_rule(loans.place(), rule(), day);
  REQUIRE(chosen.has_value());
  const std::string digest = service::pack_digest(chosen->pack);
  const auto ask = [&](Date from, Date to, std::int64_t interest) {
    service::RuleQuestion question = chosen->question;
    question.known = {{"principal", "50000.00"},    {"interest", to_yuan(Money::from_fen(interest))}, {"from", to_iso(from)},
                      {"to", to_iso(to)},           {"loan_from", "2013-06-10"},                      {"overdue_from", "2016-06-25"},
                      {"misused_from", "2016-06-20"}};
    const auto answer = service::ask_pack(chosen->pack, digest, question, day);
    REQUIRE(answer.has_value());
    return parse_yuan(*answer->result.find("subsidy")->as_text()).value().fen();
  };
  // 10 fen a day: no part is rounded, so the days add up to the fen. The three years are over on 06-10.
  std::int64_t sum = 0;
  const Date from = on(2016, 5, 15);
  const Date to = on(2016, 6, 30);
  for (Date one = from; one < to; one = plus_days(one, 1)) sum += ask(one, plus_days(one, 1), 10);
  CHECK(sum == ask(from, to, 10 * days_between(from, to)));
  CHECK(sum == 17 * 10 + 9 * 7);  // 17 days in May in whole, 06-01 … 06-09 at 70 %
}

}  // namespace mingzhang::tests
