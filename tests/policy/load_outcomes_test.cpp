// SPDX-License-Identifier: Apache-2.0
// Every reason why a pack is refused, each with its place, and all of them at once.
#include <string>
#include <vector>

#include "policy/load.h"
#include "policy/policy_outcome.h"
#include "tests/ledger/outcome_list.h"
#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::refusals_of;
using mingzhang::tests::sample_pack;
using mingzhang::tests::sample_rule;
using Places = std::vector<std::string>;

const std::string kFigure = R"({"value":"314","unit":"个"})";

/// A pack that loads, with one piece replaced.
std::string with(const std::string& text, const std::string& old_text, const std::string& new_text) {
  const std::size_t at = text.find(old_text);
  CAPTURE(old_text);
  REQUIRE(at != std::string::npos);
  return text.substr(0, at) + new_text + text.substr(at + old_text.size());
}

std::string good() { return sample_pack(sample_rule("figure", kFigure)); }
std::string rule(const std::string& kind, const std::string& parameters) { return sample_pack(sample_rule(kind, parameters)); }

std::string bands(const std::string& second) {
  return rule("score_bands", R"({"bands":[{"name":"a","from":"0","from_inclusive":true,"to":"60","to_inclusive":false},)" + second + "]}");
}

std::string consistency(const std::string& check, const std::string& severity) {
  return rule("consistency", R"({"figures":[{"name":"a","title":"甲","value":"2","unit":"人"},{"name":"b","title":"乙","value":"1","unit":"人"}],)"
                             R"("check":)" + check + R"(,"severity":")" + severity + R"(","sentence":"甲","sentence_en":"a"})");
}

std::string per_unit(const std::string& period, const std::string& steps, const std::string& more = "") {
  return rule("per_unit", R"({"unit":"person","period":")" + period + R"(","classes":[{"class":"default","title":"人","steps":[)" + steps + "]}]" + more + "}");
}

/// Two columns, whose ends are given, and the rates of two days.
std::string rate_table(const std::string& second_end, const std::string& rows) {
  return rule("rate_table", R"({"columns":[{"name":"a","title":"甲","to_months":12},{"name":"b","title":"乙","to_months":)" + second_end +
                                R"(}],"rows":[)" + rows + R"(],"known_until":"2016-12-31"})");
}

struct Row {
  std::string text;
  Places places;
};

std::vector<Row> form_rows() {
  const std::string parameters = "/rules/0/parameters";
  std::string deep = R"("a")";
  for (int i = 0; i < 16; ++i) deep = "[" + deep + "]";
  return {
      {good().substr(0, good().size() - 1), {"POLICY-101 "}},
      {std::string((std::size_t{4} << 20) + 1, ' '), {"POLICY-102 "}},
      {with(good(), R"("样例")", deep), {"POLICY-103 /title" + std::string("/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0")}},
      {with(good(), R"("version":1)", R"("version":1,"version":2)"), {"POLICY-104 /version"}},
      {with(good(), R"("version":1)", R"("version":null)"), {"POLICY-105 /version"}},
      {with(good(), R"("version":1)", R"("version":1.5)"), {"POLICY-106 /version"}},
      {with(good(), R"("样例")", R"("样\u0000例")"), {"POLICY-107 /title"}},
      {with(good(), R"("unit":)", R"("units":)"), {"POLICY-109 " + parameters + "/unit", "POLICY-108 " + parameters + "/units"}},
      {with(good(), R"(,"unit":"个")", ""), {"POLICY-109 " + parameters + "/unit"}},
      {with(good(), R"("314")", "314"), {"POLICY-110 " + parameters + "/value"}},
      {sample_pack(""), {"POLICY-111 /rules"}},
      {with(good(), R"("个")", R"(" 个")"), {"POLICY-112 " + parameters + "/unit"}},
      {with(good(), R"("id":"rule")", R"("id":"Rule")"), {"POLICY-113 /rules/0/id"}},
      {per_unit("weekly", R"({"from":"2016-01-01","amount":"1.00"})"), {"POLICY-114 " + parameters + "/period"}},
      {with(good(), R"("314")", R"("3,14")"), {"POLICY-115 " + parameters + "/value"}},
      {per_unit("year", R"({"from":"2016-01-01","amount":"1.005"})"), {"POLICY-116 " + parameters + "/classes/0/steps/0/amount"}},
      {rule("percentage", R"({"percent":"3","of":"loans","of_title":"贷款","rounding":"half_up"})"), {"POLICY-117 " + parameters + "/percent"}},
      {with(good(), R"("2016-01-01")", R"("2016-13-01")"), {"POLICY-118 /valid_from"}},
  };
}

std::vector<Row> meaning_rows() {
  const std::string parameters = "/rules/0/parameters";
  return {
      {with(good(), R"("format":1)", R"("format":2)"), {"POLICY-119 /format"}},
      {with(good(), R"("kind":"figure")", R"("kind":"figures")"), {"POLICY-121 /rules/0/kind"}},
      {rule("split", R"({"parts":[{"name":"甲","weight":1},{"name":"甲","weight":1}]})"), {"POLICY-122 " + parameters + "/parts/1/name"}},
      {with(good(), R"("valid_to":"2018-01-01")", R"("valid_to":"2016-01-01")"), {"POLICY-123 /valid_to"}},
      {sample_pack(sample_rule("figure", kFigure, R"("valid_from":"2015-12-31",)")), {"POLICY-124 /rules/0/valid_from"}},
      {sample_pack(sample_rule("figure", kFigure, R"("valid_to":"2017-01-01",)") + "," + sample_rule("figure", kFigure, R"("valid_from":"2016-12-31",)")),
       {"POLICY-125 /rules/1/id"}},
      {rule("split", R"({"parts":[{"name":"甲","weight":0},{"name":"乙","weight":0}]})"), {"POLICY-126 " + parameters + "/parts"}},
      {rule("split", R"({"parts":[{"name":"a","weight":1,"parts":[{"name":"b","weight":1,"parts":[{"name":"c","weight":1,"parts":[{"name":"d","weight":1}]}]}]}]})"),
       {"POLICY-103 " + parameters + "/parts/0/parts/0/parts/0/parts"}},
      {per_unit("year", R"({"from":"2016-02-01","amount":"1.00"},{"from":"2016-02-01","amount":"2.00"})"), {"POLICY-127 " + parameters + "/classes/0/steps/1/from"}},
      {per_unit("month", R"({"from":"2016-02-15","amount":"1.00"})"), {"POLICY-128 " + parameters + "/classes/0/steps/0/from"}},
      {bands(R"({"name":"b","from":"61","from_inclusive":true})"), {"POLICY-129 " + parameters + "/bands/1/from"}},
      {bands(R"({"name":"b","from":"60","from_inclusive":false})"), {"POLICY-129 " + parameters + "/bands/1/from"}},
      {bands(R"({"name":"b","from":"59.99","from_inclusive":true})"), {"POLICY-130 " + parameters + "/bands/1/from"}},
      {bands(R"({"name":"b","from":"60","from_inclusive":true,"to":"60","to_inclusive":false})"), {"POLICY-131 " + parameters + "/bands/1/to"}},
      {per_unit("year", R"({"from":"2016-01-01","amount":"510.00"})", R"(,"components":[{"name":"a","amount":"90.00"},{"name":"b","amount":"421.00"}])"),
       {"POLICY-132 " + parameters + "/components"}},
      {rule("multiplier", R"({"min":10,"max":5})"), {"POLICY-133 " + parameters + "/max"}},
      {consistency(R"({"kind":"sum","terms":["a","c"]})", "ok"), {"POLICY-134 " + parameters + "/check/terms"}},
      {consistency(R"({"kind":"share","parts":["a","b"],"printed":["a"]})", "ok"), {"POLICY-135 " + parameters + "/check/printed"}},
      {consistency(R"({"kind":"not_more_than","left":"a","right":"b"})", "ok"), {"POLICY-136 " + parameters + "/severity"}},
      {consistency(R"({"kind":"sums","terms":["a"]})", "ok"), {"POLICY-114 " + parameters + "/check/kind", "POLICY-108 " + parameters + "/check/terms"}},
      {rule("increments", R"({"terms":[{"name":"a","title":"甲","shares":["0.000001%","0.000001%","0.1%"]}],"negative":"zero","rounding":"half_up"})"),
       {"POLICY-137 " + parameters + "/terms/0/shares"}},
      {rate_table("12", R"({"from":"2016-01-01","rates":["4.35","4.75"]})"), {"POLICY-138 " + parameters + "/columns/1/to_months"}},
      {rate_table("60", R"({"from":"2016-01-01","rates":["4.35"]})"), {"POLICY-139 " + parameters + "/rows/0/rates"}},
      {rate_table("60", R"({"from":"2016-01-01","rates":["4.35","-4.75"]})"), {"POLICY-115 " + parameters + "/rows/0/rates"}},
      {rate_table("60", R"({"from":"2016-01-01","rates":["4.35","4.75"],"unchecked":["c"]})"), {"POLICY-114 " + parameters + "/rows/0/unchecked"}},
      {rate_table("60", R"({"from":"2016-02-01","rates":["4.35","4.75"]},{"from":"2016-02-01","rates":["4.35","4.75"]})"),
       {"POLICY-127 " + parameters + "/rows/1/from"}},
  };
}

}  // namespace

TEST_CASE("policy refusals are described as they are declared", "[policy]") {
  mingzhang::tests::check_descriptions(mingzhang::policy::policy_outcomes(), "policy/policy_outcome.h", "PolicyOutcome",
                                       "POLICY-");
}

TEST_CASE("the sample pack loads", "[policy]") { CHECK(mingzhang::policy::load_pack(good(), "sample.json")); }

TEST_CASE("a fault of form is found at its place", "[policy][load]") {
  for (const Row& row : form_rows()) CHECK(refusals_of(row.text) == row.places);
}

TEST_CASE("a fault of meaning is found at its place", "[policy][load]") {
  for (const Row& row : meaning_rows()) CHECK(refusals_of(row.text) == row.places);
}

TEST_CASE("a pack has the name of its file", "[policy][load]") {
  CHECK(refusals_of(good(), "other.json") == Places{"POLICY-120 /pack"});
  CHECK(mingzhang::policy::load_pack(good(), "sample.json"));
}

TEST_CASE("a pack with ten faults gets ten problems", "[policy][load]") {
  std::string text = sample_pack(
      sample_rule("figure", R"({"value":"x","unit":null,"colour":"red"})") + "," +
      sample_rule("split", R"({"parts":[{"name":"甲","weight":0},{"name":"乙","weight":0,"weigth":1}]})", R"("valid_from":"2019-01-01",)") + "," +
      sample_rule("oracle", "{}", R"("assumptions":[{"reason":"无"}],)"));
  text = with(text, R"("version":1)", R"("version":0)");
  const Places places = refusals_of(text);
  CHECK(places == Places{"POLICY-105 /rules/0/parameters/unit", "POLICY-115 /version",
                         "POLICY-109 /rules/2/assumptions/0/reason_en", "POLICY-115 /rules/0/parameters/value",
                         "POLICY-108 /rules/0/parameters/colour", "POLICY-123 /rules/1/valid_from",
                         "POLICY-108 /rules/1/parameters/parts/1/weigth", "POLICY-126 /rules/1/parameters/parts",
                         "POLICY-121 /rules/2/kind", "POLICY-125 /rules/2/id"});
}

TEST_CASE("a problem of a pack speaks both languages and names its place", "[policy][load]") {
  const auto pack = mingzhang::policy::load_pack(with(good(), R"("314")", R"("3,14")"), "");
  REQUIRE_FALSE(pack);
  const std::string text = to_text(pack.error().front());
  CHECK(text.find("/rules/0/parameters/value") != std::string::npos);
  CHECK(text.find("数值写法不对") != std::string::npos);
  CHECK(text.find("NumberBad") != std::string::npos);
  CHECK(text.find("3,14") != std::string::npos);
}

TEST_CASE("a path escapes what a path means", "[policy][load]") {
  CHECK(refusals_of(with(good(), R"("unit":"个")", R"("unit":"个","a/b~c":1)")) == Places{"POLICY-108 /rules/0/parameters/a~1b~0c"});
}
