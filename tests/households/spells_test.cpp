// SPDX-License-Identifier: Apache-2.0
// What holds of a household on each day: classes, divisions that merge, members, and changes that are entered late.
#include <string>
#include <vector>

#include "households/census.h"
#include "tests/households/sample_register.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

namespace hh = households;

/// The rows of one table after everything was written, without the prefix.
std::vector<std::string> rows(SampleRegister& sample, const std::string& table) {
  sample.flush();
  std::vector<std::string> found;
  for (const std::string& line : sample.store().dump()) {
    if (line.starts_with(table + " ")) found.push_back(line.substr(table.size() + 1));
  }
  return found;
}

std::string class_on(SampleRegister& sample, std::string_view iso) {
  return sample.current().household("H1")->on(day(iso)).household_class;
}

/// The division in which H1 stands on this day.
std::string home_on(SampleRegister& sample, std::string_view iso) {
  const std::string& code = sample.current().household("H1")->on(day(iso)).division;
  const hh::Division* division = sample.current().divisions().on_day(code, day(iso));
  return division == nullptr ? "nowhere" : division->code;
}

}  // namespace

TEST_CASE("INV-13 a household has exactly one class on every day from its registration on", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(hh::ClassifyHousehold{"H1", day("2016-01-01"), "政策保障户"});
  CHECK(class_on(sample, "2014-06-01") == "精准扶贫户");
  CHECK(class_on(sample, "2015-12-31") == "精准扶贫户");
  CHECK(class_on(sample, "2016-01-01") == "政策保障户");
  CHECK(class_on(sample, "2099-01-01") == "政策保障户");
  // Entered late: holds until the next day on which the class changes, and no longer.
  sample.run(hh::ClassifyHousehold{"H1", day("2015-01-01"), "巩固提升户"});
  CHECK(class_on(sample, "2014-12-31") == "精准扶贫户");
  CHECK(class_on(sample, "2015-06-01") == "巩固提升户");
  CHECK(class_on(sample, "2016-01-01") == "政策保障户");
  // A day before the registration has none, and asking for it is a mistake of the program.
  CHECK(aborts([&] { static_cast<void>(class_on(sample, "2014-05-31")); }));
}

TEST_CASE("a late change of one thing leaves later changes of other things alone", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 2));
  sample.run(hh::ChangeStatus{"H1", day("2016-12-01"), hh::Status::Exited, "达标"});
  sample.run(hh::AssignResponsible{"H1", day("2015-03-01"), "G7", "U3"});
  sample.run(join("H1", "P109", "2015-02-01"));
  CHECK(rows(sample, "spell") ==
        std::vector<std::string>{
            "H1|2014-06-01|2015-02-01|520526100201|精准扶贫户|#2||因病|||2|11",
            "H1|2015-02-01|2015-03-01|520526100201|精准扶贫户|#2||因病|||3|11",
            "H1|2015-03-01|2016-12-01|520526100201|精准扶贫户|#2||因病|G7|U3|3|11",
            "H1|2016-12-01|2999-12-31|520526100201|精准扶贫户|#3|达标|因病|G7|U3|3|11",
        });
}

TEST_CASE("a village that is merged takes its households and groups along from that day on", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kGroup1, "2014-06-01", 2));
  sample.run(hh::EndDivision{kVillage1, day("2018-01-01"), kVillage2});
  CHECK(home_on(sample, "2017-12-31") == kVillage1);
  CHECK(home_on(sample, "2018-01-01") == kVillage2);
  const hh::Divisions& divisions = sample.current().divisions();
  CHECK(divisions.is_within(kGroup1, kVillage1, day("2017-12-31")));
  CHECK(divisions.is_within(kGroup1, kVillage2, day("2018-01-01")));
  // Merged once more; nothing can be put into what has ended.
  sample.run(hh::EndDivision{kVillage2, day("2019-01-01"), kVillage3});
  CHECK(home_on(sample, "2018-12-31") == kVillage2);
  CHECK(home_on(sample, "2019-01-01") == kVillage3);
  CHECK(sample.answer(new_household(5, kVillage1, "2018-01-01", 1)) == "DivisionNotInForce");
  CHECK(sample.answer(new_household(5, kVillage1, "2017-12-31", 1)) == "Ok");
  // The last one cannot end without a successor: the households of all three stand in it.
  CHECK(sample.answer(hh::EndDivision{kVillage3, day("2020-01-01"), ""}) == "DivisionHasParts");
}

TEST_CASE("a division without a successor can end only when nobody stands in it any more", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kGroup1, "2014-06-01", 3));
  const hh::EndDivision end{kGroup1, day("2016-01-01"), ""};
  CHECK(sample.answer(end) == "DivisionInhabited");
  sample.flush();
  CHECK(sample.answer(end) == "DivisionInhabited");
  sample.run(hh::MoveHousehold{"H1", day("2016-01-02"), kGroup2, "易地搬迁"});
  CHECK(sample.answer(end) == "DivisionInhabited");  // one day too early
  CHECK(sample.answer(hh::EndDivision{kGroup1, day("2016-01-02"), ""}) == "Ok");
}

TEST_CASE("INV-14 nobody is counted twice: not within a household, not in two on one day", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kVillage1, "2014-06-01", 2));
  CHECK(sample.answer(join("H2", "P102", "2015-01-01")) == "PersonElsewhere");
  CHECK(sample.answer(join("H1", "P102", "2015-01-01")) == "PersonElsewhere");
  hh::RegisterHousehold third = new_household(3, kVillage1, "2015-01-01", 1);
  third.members.push_back({"P102", "", "配偶", false});
  CHECK(sample.answer(third) == "PersonElsewhere");
  third.members[1].person = "P301";
  CHECK(sample.answer(third) == "MemberTwice");
  // After leaving, from that very day on.
  sample.run(leave("H1", "P102", "2015-01-01"));
  CHECK(sample.answer(join("H2", "P102", "2014-12-31")) == "PersonElsewhere");
  CHECK(sample.answer(join("H2", "P102", "2015-01-01")) == "Ok");
  sample.run(move("H1", "P103", "H2", "2015-02-01"));
  CHECK(rows(sample, "person") ==
        std::vector<std::string>{"P101|" + digest_of(101) + "|H1|2014-06-01|2999-12-31|8",
                                 "P102|" + digest_of(102) + "|H1|2014-06-01|2015-01-01|10",
                                 "P103|" + digest_of(103) + "|H2|2015-02-01|2999-12-31|11",
                                 "P201|" + digest_of(201) + "|H2|2014-06-01|2999-12-31|9",
                                 "P202|" + digest_of(202) + "|H2|2014-06-01|2999-12-31|9"});
  CHECK(sample.current().household("H1")->newest().persons == 1);
  CHECK(sample.current().household("H2")->newest().persons == 3);
}

TEST_CASE("INV-14 a join past the checks stops the program", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kVillage1, "2014-06-01", 2));
  CHECK(aborts([&] { hh::apply(hh::Command(join("H2", "P102", "2015-01-01")), 99, sample.current()); }));
}

TEST_CASE("INV-15 a head who leaves is followed by another on the same day", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 2));
  hh::ChangeMember death = leave("H1", "P101", "2015-01-01");
  CHECK(sample.answer(death) == "HeadMissing");
  CHECK(aborts([&] { hh::apply(hh::Command(death), 99, sample.current()); }));
  death.new_head = "P999";
  CHECK(sample.answer(death) == "NotMember");
  death.new_head = "P102";
  sample.run(death);
  CHECK(rows(sample, "stay") == std::vector<std::string>{
                                    "H1|P101|2014-06-01|2015-01-01|户主|yes||死亡|9",
                                    "H1|P102|2014-06-01|2015-01-01|家庭成员|no||死亡|9",
                                    "H1|P102|2015-01-01|2999-12-31|家庭成员|yes|死亡||9",
                                });
  // The last one may go; who comes then is the head.
  sample.run(leave("H1", "P102", "2016-01-01"));
  CHECK(sample.current().household("H1")->newest().persons == 0);
  hh::ChangeMember late = join("H1", "P109", "2015-06-01");
  CHECK(sample.answer(late) == "HeadMissing");  // would be alone without a head from 2016 on
  late.date = day("2016-01-01");
  late.is_head = true;
  CHECK(sample.answer(late) == "Ok");
}

TEST_CASE("who is the head already stays so undivided when somebody else leaves", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  hh::ChangeMember wedding = leave("H1", "P103", "2015-01-01");
  wedding.new_head = "P102";
  CHECK(sample.answer(wedding) == "HeadTwice");
  wedding.new_head = "P101";
  sample.run(wedding);
  CHECK(rows(sample, "stay") == std::vector<std::string>{
                                    "H1|P101|2014-06-01|2999-12-31|户主|yes|||9",
                                    "H1|P102|2014-06-01|2999-12-31|家庭成员|no|||8",
                                    "H1|P103|2014-06-01|2015-01-01|家庭成员|no||死亡|9",
                                });
}

TEST_CASE("parts that do not belong to a change of members are refused", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kVillage1, "2014-06-01", 1));
  const hh::ChangeMember joining = join("H1", "P109", "2015-01-01");
  const hh::ChangeMember leaving = leave("H1", "P103", "2015-01-01");
  const hh::ChangeMember moving = move("H1", "P103", "H2", "2015-01-01");
  for (const hh::ChangeMember& good : {joining, leaving, moving}) CHECK(sample.answer(good) == "Ok");
  const auto refused = [&](hh::ChangeMember command, std::string hh::ChangeMember::*part, const std::string& value) {
    command.*part = value;
    INFO(hh::encode(command));
    CHECK(sample.answer(command) == "ChangeBad");
  };
  refused(joining, &hh::ChangeMember::to_household, "H2");
  refused(joining, &hh::ChangeMember::new_head, "P102");
  refused(joining, &hh::ChangeMember::relation, "");
  refused(leaving, &hh::ChangeMember::to_household, "H2");
  refused(leaving, &hh::ChangeMember::relation, "配偶");
  refused(leaving, &hh::ChangeMember::digest, digest_of(1));
  refused(leaving, &hh::ChangeMember::new_head, "P103");
  refused(moving, &hh::ChangeMember::to_household, "");
  refused(moving, &hh::ChangeMember::to_household, "H1");
  refused(moving, &hh::ChangeMember::relation, "");
  refused(moving, &hh::ChangeMember::digest, digest_of(1));
  hh::ChangeMember head = leaving;
  head.is_head = true;
  CHECK(sample.answer(head) == "ChangeBad");
}

TEST_CASE("INV-16 statuses follow their table, each later than the one before", "[households]") {
  using hh::Status;
  const std::vector<Status> all = {Status::Identified, Status::In, Status::Exited, Status::Returned, Status::Removed};
  // The table of households/status.h, written down again: row is before, column is after.
  const std::vector<std::string> table = {".y..y", "..y.y", "...y.", "..y.y", "y...."};
  for (std::size_t before = 0; before < all.size(); ++before) {
    for (std::size_t after = 0; after < all.size(); ++after) {
      CHECK(hh::may_follow(all[before], all[after]) == (table[before][after] == 'y'));
    }
  }
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 2));
  sample.run(hh::ChangeStatus{"H1", day("2016-12-01"), Status::Exited, "达标"});
  CHECK(sample.answer(hh::ChangeStatus{"H1", day("2016-12-01"), Status::Returned, "因病"}) == "StatusOutOfOrder");
  CHECK(sample.answer(hh::ChangeStatus{"H1", day("2016-12-02"), Status::In, "因病"}) == "TransitionForbidden");
  CHECK(aborts([&] {
    hh::apply(hh::Command(hh::ChangeStatus{"H1", day("2016-12-02"), Status::In, "因病"}), 99, sample.current());
  }));
  sample.run(hh::ChangeStatus{"H1", day("2016-12-02"), Status::Returned, "因病"});
}

TEST_CASE("scores, checklists and erasures stand as they were recorded", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 1));
  sample.run(hh::RecordScore{"H1", "贫困度", day("2015-01-01"), 8725, "一类", digest_of(1)});
  sample.run(hh::RecordChecklist{
      "H1", "退出核验", day("2015-01-01"), {{"住房", hh::Answer::Yes, digest_of(2)}, {"饮水", hh::Answer::No, ""}}});
  sample.run(hh::ErasePerson{"P101", day("2015-01-01"), "保存期满"});
  CHECK(rows(sample, "score") == std::vector<std::string>{"H1|贫困度|2015-01-01|8725|一类|" + digest_of(1) + "|9"});
  CHECK(rows(sample, "item") == std::vector<std::string>{"H1|退出核验|2015-01-01|住房|#1|" + digest_of(2) + "|10",
                                                         "H1|退出核验|2015-01-01|饮水|#2||10"});
  CHECK(rows(sample, "erasure") == std::vector<std::string>{"P101|2015-01-01|保存期满|11"});
}

TEST_CASE("what is undone leaves nothing behind", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.flush();
  const std::vector<std::string> before = sample.store().dump();
  hh::HouseholdRegister& current = sample.current();
  const auto mark = current.mark();
  for (const hh::Command& command : std::vector<hh::Command>{
           new_household(2, kVillage1, "2014-06-01", 2), join("H1", "P109", "2015-02-01"),
           hh::EndDivision{kVillage2, day("2018-01-01"), kVillage1},
           hh::AddDivision{"520526100203", "样例", hh::DivisionLevel::Village, "520526100", day("2015-01-01"),
                           hh::open_end()},
           hh::StartProcedure{"H1", "退出", day("2015-01-01"), {{"提出", 0}}},
           hh::RecordScore{"H1", "贫困度", day("2015-01-01"), 1, "一类", ""},
           hh::RecordChecklist{"H1", "核验", day("2015-01-01"), {{"住房", hh::Answer::Yes, ""}}},
           hh::ErasePerson{"P103", day("2015-01-01"), "期满"}}) {
    REQUIRE(sample.answer(command) == "Ok");
    hh::apply(command, 50, current);
  }
  current.undo_to(mark);
  sample.flush();
  CHECK(first_difference(before, sample.store().dump()) == "");
  sample.run(new_household(2, kVillage1, "2014-06-01", 2));
}

}  // namespace mingzhang::tests
