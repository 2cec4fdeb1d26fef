// SPDX-License-Identifier: Apache-2.0
// What stands in records: every form is read back to what was written, and no other form is read.
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "tests/households/sample_register.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

namespace hh = households;

const std::string kDigest(64, 'c');

/// Each kind of record with all its members, its bytes written down by hand, and the members that may be missing.
struct Form {
  hh::Command command;
  std::string kind;
  std::string bytes;
  std::set<std::string> optional;
};

std::vector<Form> division_forms() {
  return {
      {hh::AddDivision{kVillage1, "样例村", hh::DivisionLevel::Village, "520526100", day("2014-01-01"), day("2018-01-01")},
       "division/v1",
       R"({"code":"520526100201","level":"village","name":"样例村","parent":"520526100","valid_from":"2014-01-01",)"
       R"("valid_to":"2018-01-01"})",
       {"parent", "valid_to"}},
      {hh::EndDivision{kVillage1, day("2018-01-01"), kVillage2}, "division_end/v1",
       R"({"code":"520526100201","date":"2018-01-01","merged_into":"520526100202"})", {"merged_into"}},
  };
}

std::vector<Form> household_forms() {
  hh::RegisterHousehold household = new_household(1, kVillage1, "2014-06-01", 1);
  household.causes = {"因病", "因学"};
  household.reason = "漏评";
  household.members[0].digest = kDigest;
  household.members.push_back({"P102", "", "配偶", false});
  return {
      {household, "household/v1",
       R"({"causes":["因病","因学"],"class":"精准扶贫户","code":"H1","date":"2014-06-01","division":"520526100201",)"
       R"("members":[{"code":"P101","digest":")" +
           kDigest +
           R"(","head":true,"relation":"户主"},{"code":"P102","relation":"配偶"}],"reason":"漏评","status":"in"})",
       {"causes", "reason"}},
      {hh::MoveHousehold{"H1", day("2015-01-01"), kVillage2, "易地搬迁"}, "household_move/v1",
       R"({"code":"H1","date":"2015-01-01","division":"520526100202","reason":"易地搬迁"})", {}},
      {hh::ClassifyHousehold{"H1", day("2015-01-01"), "政策保障户"}, "household_class/v1",
       R"({"class":"政策保障户","code":"H1","date":"2015-01-01"})", {}},
      {hh::ChangeCauses{"H1", day("2015-01-01"), {"因灾"}}, "household_cause/v1",
       R"({"causes":["因灾"],"code":"H1","date":"2015-01-01"})", {}},
      {hh::AssignResponsible{"H1", day("2015-01-01"), "G7", "U3"}, "responsible/v1",
       R"({"code":"H1","date":"2015-01-01","person":"G7","unit":"U3"})", {"person", "unit"}},
      {hh::ChangeStatus{"H1", day("2015-01-01"), hh::Status::Exited, "达到脱贫标准"}, "household_status/v1",
       R"({"code":"H1","date":"2015-01-01","reason":"达到脱贫标准","status":"exited"})", {}},
  };
}

std::vector<Form> member_forms() {
  const hh::ChangeMember change{hh::MemberChange::Move, "H1", "P101", day("2015-01-01"), "结婚", "H2",
                                "配偶",                 true, kDigest, "P102"};
  return {
      {change, "member_change/v1",
       R"({"change":"move","date":"2015-01-01","digest":")" + kDigest +
           R"(","head":true,"household":"H1","new_head":"P102","person":"P101","reason":"结婚","relation":"配偶",)"
           R"("to_household":"H2"})",
       {"digest", "head", "new_head", "relation", "to_household"}},
      {hh::UpdatePerson{"P101", day("2015-01-01"), kDigest}, "person/v1",
       R"({"date":"2015-01-01","digest":")" + kDigest + R"(","person":"P101"})", {}},
      {hh::ErasePerson{"P101", day("2015-01-01"), "保存期满"}, "erasure/v1",
       R"({"date":"2015-01-01","person":"P101","reason":"保存期满"})", {}},
  };
}

std::vector<Form> procedure_forms() {
  return {
      {hh::StartProcedure{"H1", "退出", day("2015-01-01"), {{"提出", 0}, {"公示", 7}}}, "procedure/v1",
       R"({"date":"2015-01-01","household":"H1","procedure":"退出","steps":[{"name":"提出"},{"name":"公示",)"
       R"("wait_days":7}]})",
       {}},
      {hh::TakeStep{"H1", "退出", "公示", day("2015-01-08"), false, kDigest}, "procedure_step/v1",
       R"({"date":"2015-01-08","evidence":")" + kDigest +
           R"(","household":"H1","passed":false,"procedure":"退出","step":"公示"})",
       {"evidence"}},
      {hh::RecordScore{"H1", "贫困度", day("2015-01-01"), 8725, "一类", kDigest}, "score/v1",
       R"({"band":"一类","date":"2015-01-01","evidence":")" + kDigest +
           R"(","household":"H1","rule":"贫困度","score_hundredths":8725})",
       {"evidence"}},
      {hh::RecordChecklist{
           "H1", "退出核验", day("2015-01-01"), {{"住房", hh::Answer::Yes, kDigest}, {"饮水", hh::Answer::Unknown, ""}}},
       "checklist/v1",
       R"({"checklist":"退出核验","date":"2015-01-01","household":"H1","items":[{"answer":"yes","evidence":")" +
           kDigest + R"(","item":"住房"},{"answer":"unknown","item":"饮水"}]})",
       {}},
  };
}

std::vector<Form> forms() {
  std::vector<Form> all = division_forms();
  for (const auto& some : {household_forms(), member_forms(), procedure_forms()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

JsonValue parsed(const std::string& bytes) {
  auto value = parse_canonical_json(bytes);
  REQUIRE(value.has_value());
  return *value;
}

/// The members of an object without the one that is named, or with it changed to `other`.
JsonValue changed(const JsonValue& object, const std::string& name, const std::optional<JsonValue>& other) {
  std::vector<std::pair<std::string, JsonValue>> members;
  for (const auto& [key, value] : object.members()) {
    if (key != name) members.emplace_back(key, value);
  }
  if (other) members.emplace_back(name, *other);
  return JsonValue::make_object(std::move(members));
}

}  // namespace

TEST_CASE("every kind of record has exactly the bytes that are written down, and they are read back", "[households]") {
  std::set<std::string> kinds;
  for (const Form& form : forms()) {
    INFO(form.bytes);
    CHECK(std::string(hh::record_kind_of(form.command)) == form.kind);
    CHECK(hh::record_data_of(form.command) == form.bytes);
    const auto decoded = hh::decode_command(form.kind, parsed(form.bytes));
    REQUIRE(decoded.has_value());
    CHECK(decoded->index() == form.command.index());
    CHECK(hh::record_data_of(*decoded) == form.bytes);
    kinds.insert(form.kind);
  }
  CHECK(kinds.size() == std::variant_size_v<hh::Command>);
}

TEST_CASE("a record with a member missing, added or of another kind is not read", "[households]") {
  for (const Form& form : forms()) {
    const JsonValue data = parsed(form.bytes);
    for (const auto& [name, value] : data.members()) {
      INFO(form.kind << " " << name);
      const auto without = hh::decode_command(form.kind, changed(data, name, std::nullopt));
      CHECK(without.has_value() == form.optional.contains(name));
      // What can be left out must come back left out.
      if (without) CHECK(hh::record_data_of(*without) == changed(data, name, std::nullopt).bytes());
      const bool is_array = value.kind() == JsonValue::Kind::Array;
      const JsonValue other = is_array ? JsonValue::make_integer(1) : JsonValue::make_array({});
      CHECK_FALSE(hh::decode_command(form.kind, changed(data, name, other)).has_value());
    }
    CHECK_FALSE(hh::decode_command(form.kind, changed(data, "zz", JsonValue::make_integer(1))).has_value());
    CHECK_FALSE(hh::decode_command("other/v1", data).has_value());
    CHECK_FALSE(hh::decode_command(form.kind, JsonValue::make_integer(1)).has_value());
  }
}

TEST_CASE("a record that says the same in other words is not read", "[households]") {
  const std::vector<std::pair<std::string, std::string>> others = {
      {"household_status/v1", R"({"code":"H1","date":"2015-01-01","reason":"x","status":"脱贫"})"},
      {"household_status/v1", R"({"code":"H1","date":"2015-1-1","reason":"x","status":"exited"})"},
      {"division/v1", R"({"code":"520526","level":"县","name":"x","valid_from":"2014-01-01"})"},
      {"division/v1",
       R"({"code":"520526","level":"county","name":"x","valid_from":"2014-01-01","valid_to":"2999-12-31"})"},
      {"member_change/v1",
       R"({"change":"leave","date":"2015-01-01","head":false,"household":"H1","person":"P1","reason":"x"})"},
      {"procedure/v1",
       R"({"date":"2015-01-01","household":"H1","procedure":"x","steps":[{"name":"a","wait_days":0}]})"},
      {"checklist/v1",
       R"({"checklist":"x","date":"2015-01-01","household":"H1","items":[{"answer":"是","item":"a"}]})"},
      {"responsible/v1", R"({"code":"H1","date":"2015-01-01","person":"","unit":"U3"})"},
      {"household_cause/v1", R"({"causes":[],"code":"H1","date":"2015-01-01"})"},
  };
  for (const auto& [kind, bytes] : others) {
    INFO(bytes);
    CHECK_FALSE(hh::decode_command(kind, parsed(bytes)).has_value());
  }
}

}  // namespace mingzhang::tests
