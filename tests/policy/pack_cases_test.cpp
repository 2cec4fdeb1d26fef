// SPDX-License-Identifier: Apache-2.0
// The rules of the shipped packs answer as calculated by hand: pack_cases.txt, through the function behind `rule eval`.
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/money.h"
#include "policy/evaluate.h"
#include "policy/pack.h"
#include "tests/policy/pack_files.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::Date;
using mingzhang::JsonValue;
using mingzhang::Money;
using mingzhang::Problem;
using mingzhang::Result;
using mingzhang::policy::Evaluation;
using mingzhang::policy::NamedText;
using mingzhang::policy::Pack;
using mingzhang::policy::Rule;
using mingzhang::tests::list_lines;
using mingzhang::tests::pieces_of;
using mingzhang::tests::project_file;
using mingzhang::tests::seed_packs;
using mingzhang::tests::shipped_pack;

/// One line of pack_cases.txt.
struct Case {
  std::string id;
  std::string rule;  ///< "pack/rule", "elsewhere", "none" or "division"
  std::string date;
  std::string inputs;
  std::string expected;

  bool has_rule() const { return rule.find('/') != std::string::npos; }
};

std::vector<Case> listed_cases() {
  std::vector<Case> cases;
  for (const std::string& line : list_lines("pack_cases.txt")) {
    std::vector<std::string> cells = pieces_of(line, "|");
    CAPTURE(line);
    REQUIRE(cells.size() >= 4);
    cells.resize(5);
    cases.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
  }
  return cases;
}

/// "a=1; b=2" in its order.
std::vector<NamedText> named_texts(const std::string& text) {
  std::vector<NamedText> named;
  if (text.empty()) return named;
  for (const std::string& piece : pieces_of(text, ";")) {
    const std::size_t sign = piece.find('=');
    CAPTURE(piece);
    REQUIRE(sign != std::string::npos);
    named.push_back({piece.substr(0, sign), piece.substr(sign + 1)});
  }
  return named;
}

const Pack& pack_of(const std::string& pack_and_rule) {
  return shipped_pack(pack_and_rule.substr(0, pack_and_rule.find('/')));
}

Evaluation answer_to(const Case& one) {
  const Pack& pack = pack_of(one.rule);
  const std::optional<Date> day = mingzhang::parse_date(one.date);
  REQUIRE(day.has_value());
  const Result<const Rule*, Problem> rule = rule_in_force(pack, one.rule.substr(pack.id.size() + 1), *day);
  REQUIRE(rule);
  Result<Evaluation, std::vector<Problem>> answer = evaluate(pack, **rule, named_texts(one.inputs), *day);
  if (!answer) {
    UNSCOPED_INFO(to_text(answer.error()));
    REQUIRE(answer);
  }
  return std::move(answer).value();
}

/// What stands at "parts.0.amount", as text; "(nothing)" where the result has no such member.
std::string member_at(const JsonValue& result, const std::string& path) {
  const JsonValue* value = &result;
  for (const std::string& step : pieces_of(path, ".")) {
    if (value->kind() == JsonValue::Kind::Array) {
      std::size_t index = value->items().size();
      std::from_chars(step.data(), step.data() + step.size(), index);
      value = index < value->items().size() ? &value->items()[index] : nullptr;
    } else {
      value = value->find(step);
    }
    if (value == nullptr) return "(nothing)";
  }
  return value->as_text() != nullptr ? *value->as_text() : value->bytes();
}

Money amount_at(const Evaluation& answer, const std::string& path) {
  const auto amount = mingzhang::parse_yuan(member_at(answer.result, path));
  REQUIRE(amount);
  return *amount;
}

}  // namespace

TEST_CASE("the rules of the shipped packs answer every case as calculated by hand", "[policy][packs]") {
  int answered = 0;
  for (const Case& one : listed_cases()) {
    if (!one.has_rule()) continue;
    CAPTURE(one.id, one.rule, one.date, one.inputs);
    const Evaluation answer = answer_to(one);
    const std::vector<NamedText> expected = named_texts(one.expected);
    REQUIRE(!expected.empty());
    for (const NamedText& member : expected) {
      CAPTURE(member.name, answer.result.bytes());
      const bool counts_warnings = member.name == "warnings";
      CHECK((counts_warnings ? std::to_string(answer.warnings.size()) : member_at(answer.result, member.name)) == member.text);
    }
    ++answered;
  }
  // As many lines as the list has with a rule: a list cut short must not pass.
  CHECK(answered == 238);
}

TEST_CASE("every answer carries the words of its document", "[policy][packs]") {
  for (const Case& one : listed_cases()) {
    if (!one.has_rule()) continue;
    CAPTURE(one.id, one.rule);
    const Evaluation answer = answer_to(one);
    const JsonValue* quote = answer.explanation.find("quote");
    REQUIRE(quote != nullptr);
    CHECK(!quote->as_text()->empty());
    REQUIRE(answer.explanation.find("assumptions") != nullptr);
    CHECK(answer.explanation.find("assumptions")->items().size() >= pack_of(one.rule).assumptions.size());
  }
}

TEST_CASE("the risk funds of the loan products add up to that of all loans", "[policy][packs]") {
  // 357,500,000 + 49,180,000 + 166,800,000 = 573,480,000 yuan; 3 %, 7:3 and one half each leave no fen over.
  const char* paths[] = {"amount", "parts.0.amount", "parts.1.amount", "parts.0.parts.0.amount", "parts.0.parts.1.amount"};
  const auto fund_of = [](const char* loans) {
    return answer_to({"DX-05", "dingxi-2015-13/risk-fund", "2016-01-01", std::string("loans=") + loans, ""});
  };
  const Evaluation whole = fund_of("573480000.00");
  for (const char* path : paths) {
    CAPTURE(path);
    Money sum;
    for (const char* loans : {"357500000.00", "49180000.00", "166800000.00"}) sum = sum + amount_at(fund_of(loans), path);
    CHECK(sum == amount_at(whole, path));
  }
}

TEST_CASE("what is no rule of a document is tested where the list says", "[policy][packs]") {
  std::map<std::string, std::string> divisions;
  for (const Case& one : listed_cases()) {
    CAPTURE(one.id, one.date);
    if (one.rule == "elsewhere") CHECK(project_file(one.date).has_value());
    if (one.rule == "division") CHECK(seed_packs().front().division == one.date);
  }
  for (const Pack& pack : seed_packs()) divisions[pack.id] = pack.division;
  // GB/T 2260.
  CHECK(divisions == std::map<std::string, std::string>{{"weining-2016", "520526"},
                                                        {"dingxi-2015-13", "621100"},
                                                        {"qinan-2015", "620522"},
                                                        {"fengqing-shili-2017", "530921"},
                                                        {"kundulun-2016", "150203"}});
}

TEST_CASE("every shared case about the documents, the loans, the books and identities is listed", "[policy][packs]") {
  const auto shared = project_file("../shared/cases/policy_rules.json");
  if (!shared) return;
  std::set<std::string> listed;
  for (const Case& one : listed_cases()) listed.insert(one.id);
  int wanted = 0;
  for (const std::string& line : pieces_of(*shared, "\n")) {
    const std::string head = "\"id\": \"";
    if (line.rfind(head, 0) != 0 || line.size() < head.size() + 5) continue;
    const std::string id = line.substr(head.size(), 5);
    const std::set<std::string> families{"WN", "DX", "QA", "FQ", "KQ", "AC", "ID", "CR", "RT"};
    if (families.count(id.substr(0, 2)) == 0) continue;
    CAPTURE(id);
    CHECK(listed.count(id) == 1);
    ++wanted;
  }
  CHECK(wanted > 0);
}
