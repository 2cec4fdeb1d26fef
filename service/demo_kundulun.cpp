// SPDX-License-Identifier: Apache-2.0
// A district's fund: three restricted sources in one book, a patient's claim, five students, 479 premiums.
#include <array>
#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "service/demo_books.h"

namespace mingzhang::service {
namespace {

constexpr const char* kGovernment = "KD-GOV";
constexpr std::int64_t kPersons = 479;  // poor people of the district, as its report says

/// The fund arrives from government, raised money and donations.
void receive(DemoDesk& desk, DemoRules& rules, DemoBooks& books) {
  books.district_fund = Money::from_fen(1'000'000'00);
  const policy::Evaluation split = rules.ask("district-fund", {{"amount", to_yuan(books.district_fund)}});
  const auto parts = parts_of(split);
  if (parts.size() != 3) return;
  desk.say("区专项扶贫基金：" + split.formula);
  struct Source {
    const char* fund;
    funds::Level level;
    const char* income;
    const char* budget_income;
  };
  const std::array<Source, 3> sources{Source{kGovernment, funds::Level::County, "400104", "600104"},
                                      Source{"KD-RAISED", funds::Level::Social, "460301", "660901"},
                                      Source{"KD-DONATED", funds::Level::Donated, "460302", "660901"}};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string name = "区专项扶贫基金：" + parts[i].first;
    desk.add_fund(sources[i].fund, name, "（文号为演示假设）");
    funds::AddIndicator indicator =
        demo_indicator(sources[i].fund, "（文号为演示假设）", sources[i].level, name, parts[i].second, demo_day(1, 20));
    indicator.accounts = {kDemoBank, sources[i].income, kDemoMoney, sources[i].budget_income};
    desk.act(indicator);
  }
}

/// A chronic patient's bill of the year: half of what exceeds 3,000.00, at most 15,000.00.
void pay_claim(DemoDesk& desk, DemoRules& rules) {
  const Money cost = Money::from_fen(12'345'67);
  const policy::Evaluation answer = rules.ask("chronic-disease", {{"cost", to_yuan(cost)}});
  const JsonValue* benefit = answer.result.find("benefit");
  const std::string* text = benefit == nullptr ? nullptr : benefit->as_text();
  if (text == nullptr) return;
  audit::Hasher sha256(audit::Suite::Sha256);
  funds::GrantBenefit grant;
  grant.code = "KD-YL-0001";
  grant.indicator = kGovernment;
  grant.programme = "chronic-disease";
  grant.person = "P-SYN-0001";
  grant.household = "HU-SYN-0001";
  grant.year = 2016;
  grant.date = demo_day(6, 15);
  grant.claim = audit::hex_of(sha256.plain("合成票据 0001"));
  grant.eligible = cost;
  grant.amount = *parse_yuan(*text);
  grant.explanation = answer.explanation.bytes();
  grant.accounts = {"500105", kDemoBank, "710101", kDemoMoney};
  desk.act(grant);
  desk.say("慢性病救助（合成个案）：" + answer.formula);
}

/// The first year of a family's five students.
void pay_students(DemoDesk& desk, DemoRules& rules) {
  const std::array<std::pair<const char*, std::int64_t>, 4> students{
      std::pair<const char*, std::int64_t>{"kindergarten", 1}, {"compulsory", 2}, {"senior", 1}, {"undergraduate", 1}};
  std::vector<policy::NamedText> inputs;
  std::vector<funds::SubmittedRow> rows;
  for (const auto& [rule_class, count] : students) {
    inputs.push_back({"count." + std::string(rule_class), std::to_string(count)});
    const Money each = amount_of(rules.ask("education-aid", {{"count." + std::string(rule_class), "1"}}));
    for (std::int64_t i = 0; i < count; ++i) {
      rows.push_back({"HU-SYN-0002", demo_code("P-SYN-", static_cast<std::int64_t>(rows.size()) + 11, 4), each, ""});
    }
  }
  const policy::Evaluation all = rules.ask("education-aid", inputs);
  const funds::SubmitList list =
      demo_list("KD-JY-2016", kGovernment, "教育资助（合成名单）", demo_day(6, 15), std::move(rows), all.explanation.bytes());
  desk.act(list);
  desk.act(demo_payment(list, demo_day(6, 15), "500104"));
  desk.say("教育资助（合成名单）：" + all.formula);
}

/// The insurance premium of every poor person of the district.
void pay_premiums(DemoDesk& desk, DemoRules& rules) {
  const policy::Evaluation all = rules.ask("insurance-premium", {{"count", std::to_string(kPersons)}});
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(kPersons), 1);
  const std::vector<Money> shares = allocate(amount_of(all), equal);
  std::vector<funds::SubmittedRow> rows;
  for (std::int64_t i = 0; i < kPersons; ++i) {
    rows.push_back({demo_code("HU-SYN-", i / 2 + 1, 4), demo_code("P-SYN-", i + 1, 4), shares[static_cast<std::size_t>(i)], ""});
  }
  const funds::SubmitList list =
      demo_list("KD-YB-2016", kGovernment, "代缴医保", demo_day(6, 15), std::move(rows), all.explanation.bytes());
  desk.act(list);
  desk.act(demo_payment(list, demo_day(6, 15), "500106"));
  desk.say("代缴医保：" + all.formula);
}

}  // namespace

void post_kundulun(DemoDesk& desk, DemoRules& rules, DemoBooks& books) {
  receive(desk, rules, books);
  pay_claim(desk, rules);
  pay_students(desk, rules);
  pay_premiums(desk, rules);
  desk.close(*Month::from_civil(2016, 1), *Month::from_civil(2016, 11));
}

}  // namespace mingzhang::service
