// SPDX-License-Identifier: Apache-2.0
// Packs as a whole: what is in force, their one byte form, what changed between two, and the explanation of an answer.
#include <string>
#include <utility>
#include <vector>

#include "policy/diff.h"
#include "policy/load.h"
#include "policy/pack.h"
#include "policy/shipped.h"
#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::Date;
using mingzhang::policy::Pack;
using mingzhang::tests::sample_pack;
using mingzhang::tests::sample_rule;

const std::string kPackFigure = R"({"value":"314","unit":"个"})";

Pack loaded(const std::string& text) {
  auto pack = mingzhang::policy::load_pack(text, "");
  REQUIRE(pack);
  return std::move(pack).value();
}

Date day(const char* text) { return *mingzhang::parse_date(text); }

Pack two_versions() {
  return loaded(sample_pack(sample_rule("figure", kPackFigure, R"("valid_from":"2016-02-01","valid_to":"2016-06-01",)") + "," +
                            sample_rule("figure", R"({"value":"315","unit":"个"})", R"("valid_from":"2016-09-01","valid_to":"2017-01-01",)")));
}

}  // namespace

TEST_CASE("a rule is in force from its first day to the day before its end", "[policy][validity]") {
  const Pack pack = two_versions();
  for (const char* inside : {"2016-02-01", "2016-05-31", "2016-09-01", "2016-12-31"}) {
    CAPTURE(inside);
    CHECK(rule_in_force(pack, "rule", day(inside)));
  }
  CHECK((*rule_in_force(pack, "rule", day("2016-09-01")))->parameters.find("value")->bytes() == R"("315")");
}

TEST_CASE("a gap is refused and names what stands before and after it", "[policy][validity]") {
  const Pack pack = two_versions();
  const auto gap = rule_in_force(pack, "rule", day("2016-06-01"));
  REQUIRE_FALSE(gap);
  CHECK(gap.error().info->code == "POLICY-204");
  CHECK(gap.error().detail.find("2016-02-01 – 2016-05-31") != std::string::npos);
  CHECK(gap.error().detail.find("2016-09-01 – 2016-12-31") != std::string::npos);
  CHECK(rule_in_force(pack, "rule", day("2017-01-01")).error().detail.find("2016-09-01 – 2016-12-31") != std::string::npos);
  CHECK(rule_in_force(pack, "other", day("2016-03-01")).error().info->code == "POLICY-202");
}

TEST_CASE("the nearest day in force is found on either side", "[policy][validity]") {
  const Pack pack = two_versions();
  CHECK(nearest_day_in_force(pack, "rule", day("2016-03-01")) == day("2016-03-01"));
  CHECK(nearest_day_in_force(pack, "rule", day("2015-01-01")) == day("2016-02-01"));
  CHECK(nearest_day_in_force(pack, "rule", day("2016-06-02")) == day("2016-05-31"));
  CHECK(nearest_day_in_force(pack, "rule", day("2016-08-31")) == day("2016-09-01"));
  CHECK(nearest_day_in_force(pack, "rule", day("2026-01-01")) == day("2016-12-31"));
  CHECK_FALSE(nearest_day_in_force(pack, "other", day("2016-03-01")));
}

TEST_CASE("of several versions of a pack the highest in force applies", "[policy][validity]") {
  std::string second = sample_pack(sample_rule("figure", kPackFigure));
  second.replace(second.find(R"("version":1)"), 11, R"("version":2)");
  second.replace(second.find("2016-01-01"), 10, "2017-01-01");
  std::vector<Pack> packs;
  packs.push_back(loaded(sample_pack(sample_rule("figure", kPackFigure))));
  packs.push_back(loaded(second));
  CHECK((*pack_in_force(packs, "sample", day("2016-12-31")))->version == 1);
  CHECK((*pack_in_force(packs, "sample", day("2017-01-01")))->version == 2);
  CHECK(pack_in_force(packs, "sample", day("2018-01-01")).error().info->code == "POLICY-203");
  CHECK(pack_in_force(packs, "none", day("2016-01-01")).error().info->code == "POLICY-201");
}

TEST_CASE("white space and the order of keys do not change a pack's bytes", "[policy][pack]") {
  const std::string text = sample_pack(sample_rule("figure", R"({"value":"314","unit":"个"})"));
  std::string spread;
  for (const char letter : sample_pack(sample_rule("figure", R"({"unit":"个","value":"314"})"))) {
    spread += letter;
    if (letter == '{' || letter == ',') spread += "\n  ";
  }
  CHECK(canonical_bytes(loaded(text)) == canonical_bytes(loaded(spread)));
  CHECK(canonical_bytes(loaded(text)) != canonical_bytes(loaded(sample_pack(sample_rule("figure", R"({"value":"315","unit":"个"})")))));
  CHECK(mingzhang::parse_canonical_json(canonical_bytes(loaded(text))));
}

TEST_CASE("a difference is named by rule, not by its place in the list", "[policy][diff]") {
  const std::string first = sample_rule("figure", kPackFigure);
  std::string other = sample_rule("figure", kPackFigure);
  other.replace(other.find("\"rule\""), 6, "\"zero\"");
  const auto changes = diff(loaded(sample_pack(first)), loaded(sample_pack(other + "," + sample_rule("figure", R"({"value":"315","unit":"个"})"))));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].path == "/rules/rule/parameters/value");
  CHECK(changes[0].before == R"("314")");
  CHECK(changes[0].after == R"("315")");
  CHECK(changes[1].path == "/rules/zero");
  CHECK(changes[1].before.empty());
  CHECK(diff(loaded(sample_pack(first)), loaded(sample_pack(first))).empty());
}

TEST_CASE("an answer explains itself in the records' own JSON", "[policy][explanation]") {
  const mingzhang::tests::AskedRule budget(
      "per_unit",
      R"({"unit":"person","period":"year","classes":[{"class":"default","title":"贫困人口","steps":[{"from":"2016-01-01","amount":"150.00"}]}]})",
      R"("assumptions":[{"reason":"未说明人数","reason_en":"the head-count is not stated"}],)");
  const auto answer = budget.evaluation("count=85008");
  CHECK(answer.explanation.bytes() ==
        R"({"article":"第三条","assumptions":[{"reason":"未说明人数","reason_en":"the head-count is not stated"}],"date":"2016-10-14",)"
        R"("document":{"number":"某发〔2016〕1号","title":"某县文件"},"formula":"150.00 × 85008 人 = 12751200.00 元",)"
        R"("inputs":[{"name":"count","unit":"人","value":"85008"}],"kind":"per_unit","pack":"sample","quote":"原文",)"
        R"("result":{"amount":"12751200.00","classes":[{"amount":"12751200.00","class":"default","count":85008,"unit_amount":"150.00"}]},)"
        R"("rounding":"none","rule":"rule","version":1,"warnings":[]})");
  const auto parsed = mingzhang::parse_canonical_json(answer.explanation.bytes());
  REQUIRE(parsed);
  CHECK(parsed->find("result")->bytes() == answer.result.bytes());
}

TEST_CASE("a value that stands because nothing was given says so", "[policy][explanation]") {
  const mingzhang::tests::AskedRule quota("quota", R"({"limit":5,"unit":"household","per":"enterprise"})");
  CHECK(quota.evaluation("count=5").explanation.find("inputs")->bytes() ==
        R"([{"name":"count","unit":"household","value":"5"},{"default":true,"name":"per_count","unit":"enterprise","value":"1"}])");
}

TEST_CASE("every shipped pack loads under its name", "[policy][pack]") {
  CHECK_FALSE(mingzhang::policy::shipped_packs().empty());
  for (const mingzhang::policy::ShippedPack& shipped : mingzhang::policy::shipped_packs()) {
    const auto pack = mingzhang::policy::load_pack(shipped.text, shipped.file_name);
    CAPTURE(std::string(shipped.file_name));
    if (!pack) FAIL_CHECK(to_text(pack.error()));
  }
}
