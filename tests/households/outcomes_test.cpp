// SPDX-License-Identifier: Apache-2.0
// Every refusal of the register, in the order in which they are looked for.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "households/register_outcome.h"
#include "tests/households/sample_register.h"
#include "tests/ledger/outcome_list.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

namespace hh = households;

/// The sample ID number of GB 11643-1999; nobody's.
const std::string kIdCard = "11010519491231002X";

/// The command's first problem is `outcome`; `repair` takes it away, so that the next row shows what stood behind it.
template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

template <class Command>
void walk(SampleRegister& sample, Command command, const std::vector<Row<Command>>& rows, std::set<std::string>& seen) {
  for (const Row<Command>& row : rows) {
    INFO("row " << row.outcome);
    CHECK(sample.answer(command) == row.outcome);
    seen.insert(row.outcome);
    row.repair(command);
  }
  CHECK(sample.answer(command) == "Ok");
}

/// H1 of three and H2 of two stand in the first village since 2014-06-01, H3 of one in the third since 2015-01-01.
void settle(SampleRegister& sample) {
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kGroup1, "2014-06-01", 2));
  sample.run(new_household(3, kVillage3, "2015-01-01", 1));
  sample.run(hh::ErasePerson{"P301", day("2016-01-01"), "保存期满"});
}

void walk_divisions(std::set<std::string>& seen) {
  SampleRegister sample;
  settle(sample);
  const hh::AddDivision bad{"x", "", hh::DivisionLevel::County, "52052", day("1900-01-01"), hh::open_end()};
  walk<hh::AddDivision>(sample, bad,
                        {{"DivisionCodeBad", [](auto& c) { c.code = kVillage1; }},
                         {"NameBad", [](auto& c) { c.name = "村 " + kIdCard; }},
                         {"HoldsIdCard", [](auto& c) { c.name = "样例村"; }},
                         {"ParentBad", [](auto& c) { c.level = hh::DivisionLevel::Village; }},
                         {"DateBad", [](auto& c) { c.from = day("2013-12-31"); }},
                         {"ParentUnknown", [](auto& c) { c.parent = "520526"; }},
                         {"DivisionExists", [](auto& c) { c.code = "520526100299"; }},
                         {"LevelBad", [](auto& c) { c.parent = "520526100"; }},
                         {"DivisionNotInForce", [](auto& c) { c.from = day("2014-01-01"); }}},
                        seen);
  sample.run(hh::EndDivision{kVillage2, day("2017-01-01"), kVillage1});
  walk<hh::EndDivision>(
      sample, hh::EndDivision{"9", day("1900-01-01"), "x"},
      {{"DivisionCodeBad", [](auto& c) { c.code = "99"; }},
       {"DivisionCodeBad", [](auto& c) { c.merged_into = "98"; }},
       {"DateBad", [](auto& c) { c.date = day("1999-01-01"); }},
       {"DivisionUnknown", [](auto& c) { c.code = kVillage2; }},
       {"TargetUnknown", [](auto& c) { c.merged_into = "520526101"; }},
       {"LevelBad", [](auto& c) { c.merged_into = kVillage3; }},
       {"DivisionNotInForce", [](auto& c) { c.date = day("2016-06-01"); }},
       {"DivisionEnded", [](auto& c) { c.code = kVillage1; }},
       {"EndTooEarly", [](auto& c) { c.date = day("2017-01-02"); c.merged_into.clear(); }},
       {"DivisionHasParts", [](auto& c) { c.code = kGroup1; }},
       {"DivisionInhabited", [](auto& c) { c.merged_into = kGroup2; }}},
      seen);
  // A division cannot be merged into itself.
  CHECK(sample.answer(hh::EndDivision{kVillage3, day("2017-01-02"), kVillage3}) == "DivisionNotInForce");
}

void walk_households(std::set<std::string>& seen) {
  SampleRegister sample;
  settle(sample);
  hh::RegisterHousehold bad = new_household(1, "x", "1900-01-01", 0);
  bad.code = "张三";
  bad.household_class = "";
  bad.status = hh::Status::Exited;
  bad.reason = kIdCard;
  bad.causes = {"因病", "因病"};
  walk<hh::RegisterHousehold>(
      sample, bad,
      {{"CodeBad", [](auto& c) { c.code = "H1"; }},
       {"DivisionCodeBad", [](auto& c) { c.division = "99"; }},
       {"WordBad", [](auto& c) { c.household_class = "精准扶贫户"; }},
       {"HoldsIdCard", [](auto& c) { c.reason = ""; }},
       {"DateBad", [](auto& c) { c.date = day("2013-01-01"); }},
       {"StatusBad", [](auto& c) { c.status = hh::Status::In; }},
       {"CausesBad", [](auto& c) { c.causes = {"因病", "因学"}; }},
       {"MembersMissing", [](auto& c) { c.members = {{"P301", "x", "户主", true}, {"P301", "", "配偶", true}}; }},
       {"DigestBad", [](auto& c) { c.members[0].digest = digest_of(1); }},
       {"MemberTwice", [](auto& c) { c.members[1].person = "P101"; }},
       {"HeadNotOne", [](auto& c) { c.members[1].is_head = false; c.members.push_back({"P9", "", "子女", false}); }},
       {"DivisionUnknown", [](auto& c) { c.division = "520526100"; }},
       {"LevelBad", [](auto& c) { c.division = kVillage2; }},
       {"DivisionNotInForce", [](auto& c) { c.date = day("2016-01-01"); }},
       {"HouseholdExists", [](auto& c) { c.code = "H9"; }},
       {"PersonErased", [](auto& c) { c.members.erase(c.members.begin()); c.members[0].is_head = true; }},
       {"PersonElsewhere", [](auto& c) { c.members.erase(c.members.begin()); c.members[0].is_head = true; }},
       {"DigestMissing", [](auto& c) { c.members[0].digest = digest_of(9); }}},
      seen);
  walk<hh::ClassifyHousehold>(sample, {"H8", day("2014-01-01"), "精准扶贫户"},
                              {{"HouseholdUnknown", [](auto& c) { c.code = "H1"; }},
                               {"BeforeRegistration", [](auto& c) { c.date = day("2014-06-01"); }},
                               {"AlreadySo", [](auto& c) { c.household_class = "政策保障户"; }}},
                              seen);
  walk<hh::ChangeStatus>(sample, {"H8", day("2014-01-01"), hh::Status::In, "核查"},
                         {{"HouseholdUnknown", [](auto& c) { c.code = "H1"; }},
                          {"BeforeRegistration", [](auto& c) { c.date = day("2014-06-01"); }},
                          {"StatusOutOfOrder", [](auto& c) { c.date = day("2014-06-02"); }},
                          {"TransitionForbidden", [](auto& c) { c.status = hh::Status::Exited; }}},
                         seen);
  CHECK(sample.answer(hh::MoveHousehold{"H1", day("2015-01-01"), kVillage1, "易地搬迁"}) == "AlreadySo");
  CHECK(sample.answer(hh::ChangeCauses{"H1", day("2015-01-01"), {"因病"}}) == "AlreadySo");
  CHECK(sample.answer(hh::AssignResponsible{"H1", day("2015-01-01"), "", ""}) == "AlreadySo");
}

void walk_members(std::set<std::string>& seen) {
  SampleRegister sample;
  settle(sample);
  hh::ChangeMember bad = leave("H8", "P102", "2014-01-01");
  bad.relation = "配偶";
  walk<hh::ChangeMember>(sample, bad,
                         {{"ChangeBad", [](auto& c) { c.change = hh::MemberChange::Move; c.to_household = "H7"; }},
                          {"TargetUnknown", [](auto& c) { c.to_household = "H3"; }},
                          {"HouseholdUnknown", [](auto& c) { c.household = "H2"; }},
                          {"BeforeRegistration", [](auto& c) { c.date = day("2015-01-01"); }},
                          {"NotMember", [](auto& c) { c.household = "H1"; c.person = "P101"; }},
                          {"HeadMissing", [](auto& c) { c.new_head = "P102"; c.is_head = true; }},
                          {"HeadTwice", [](auto& c) { c.is_head = false; }}},
                         seen);
  CHECK(sample.answer(leave("H1", "P102", "2014-06-01")) == "StayTooShort");
  seen.insert("StayTooShort");
  CHECK(sample.answer(hh::UpdatePerson{"P9", day("2016-01-01"), digest_of(1)}) == "PersonUnknown");
  CHECK(sample.answer(hh::UpdatePerson{"P301", day("2016-01-01"), digest_of(1)}) == "PersonErased");
  CHECK(sample.answer(hh::UpdatePerson{"P101", day("2016-01-01"), digest_of(101)}) == "AlreadySo");
  CHECK(sample.answer(hh::ErasePerson{"P9", day("2016-01-01"), "期满"}) == "PersonUnknown");
  CHECK(sample.answer(hh::ErasePerson{"P301", day("2016-01-01"), "期满"}) == "AlreadyErased");
  seen.insert({"PersonUnknown", "AlreadyErased"});
}

void walk_procedures(std::set<std::string>& seen) {
  SampleRegister sample;
  settle(sample);
  walk<hh::StartProcedure>(sample, {"H1", "识别", day("2015-01-01"), {{"申请", -1}, {"申请", 0}}},
                           {{"StepsBad", [](auto& c) { c.steps[1].name = "公示"; }},
                            {"WaitBad", [](auto& c) { c.steps[0].wait_days = 0; c.steps[1].wait_days = 7; }}},
                           seen);
  const hh::StartProcedure start{"H1", "识别", day("2015-01-01"), {{"申请", 0}, {"公示", 7}}};
  sample.run(start);
  CHECK(sample.answer(start) == "ProcedureRunning");
  sample.run(hh::StartProcedure{"H2", "识别", day("2015-01-01"), {{"申请", 0}}});
  sample.run(hh::TakeStep{"H2", "识别", "申请", day("2015-01-02"), false, ""});
  walk<hh::TakeStep>(sample, {"H2", "退出", "盖章", day("2014-06-01"), true, ""},
                     {{"ProcedureUnknown", [](auto& c) { c.procedure = "识别"; }},
                      {"StepUnknown", [](auto& c) { c.step = "申请"; }},
                      {"ProcedureEnded", [](auto& c) { c.household = "H1"; c.step = "公示"; }},
                      {"StepOutOfOrder", [](auto& c) { c.step = "申请"; }},
                      {"StepTooEarly", [](auto& c) { c.date = day("2015-01-01"); }}},
                     seen);
  seen.insert("ProcedureRunning");
  walk<hh::RecordScore>(sample, {"H1", "贫困度", day("2015-01-01"), -1, "一类", ""},
                        {{"ScoreBad", [](auto& c) { c.score_hundredths = 1'000'000; }}}, seen);
  sample.run(hh::RecordScore{"H1", "贫困度", day("2015-01-01"), 8725, "一类", ""});
  CHECK(sample.answer(hh::RecordScore{"H1", "贫困度", day("2015-01-01"), 1, "一类", ""}) == "AlreadyAssessed");
  walk<hh::RecordChecklist>(sample, {"H1", "退出核验", day("2015-01-01"), {}},
                            {{"ItemsBad", [](auto& c) { c.items = {{"住房", hh::Answer::Yes, ""}}; }}}, seen);
  sample.run(hh::RecordChecklist{"H1", "退出核验", day("2015-01-01"), {{"住房", hh::Answer::Yes, ""}}});
  CHECK(sample.answer(hh::RecordChecklist{"H1", "退出核验", day("2015-01-01"), {{"饮水", hh::Answer::No, ""}}}) ==
        "AlreadyAssessed");
  seen.insert("AlreadyAssessed");
}

}  // namespace

TEST_CASE("of all that is wrong with a change of the register the first in precedence order is the answer",
          "[households]") {
  std::set<std::string> seen;
  walk_divisions(seen);
  walk_households(seen);
  walk_members(seen);
  walk_procedures(seen);
  for (const std::string& name : names_of(hh::register_outcomes())) {
    INFO(name << " was never the answer");
    CHECK(seen.contains(name));
  }
}

TEST_CASE("every refusal of the register has two sentences and a code", "[households]") {
  check_descriptions(hh::register_outcomes(), "households/register_outcome.h", "RegisterOutcome", "HOUSE-");
}

TEST_CASE("INV-12 a refusal repeats nothing that might name a person", "[households]") {
  SampleRegister sample;
  hh::RegisterHousehold command = new_household(1, kVillage1, "2015-01-01", 1);
  for (std::string* text : {&command.code, &command.division, &command.household_class, &command.reason,
                            &command.causes[0], &command.members[0].person, &command.members[0].relation,
                            &command.members[0].digest}) {
    const std::string good = *text;
    *text = "张三," + kIdCard;
    const std::string answer = to_text(sample.problems(command));
    INFO(answer);
    CHECK(answer.find("HOUSE-1") != std::string::npos);
    CHECK(answer.find("张三") == std::string::npos);
    CHECK(answer.find("1949") == std::string::npos);
    *text = good;
  }
  CHECK(sample.answer(command) == "Ok");
}

}  // namespace mingzhang::tests
