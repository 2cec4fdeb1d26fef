// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the rows of the register.
#include <string>
#include <vector>

#include "base/world_error.h"
#include "households/division.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"
#include "tests/support/memory_register_store.h"

namespace mingzhang::contract {
namespace {

namespace hh = households;
using tests::text_of;

template <class Rows>
Texts register_texts(const Rows& rows) {
  Texts texts;
  for (const auto& row : rows) texts.push_back(text_of(row));
  return texts;
}

hh::Spell spell_of(const std::string& household, Date from, Date to, const std::string& division) {
  hh::Spell spell{household, from, to, {}, 7};
  spell.state.division = division;
  spell.state.household_class = "精准扶贫户";
  spell.state.causes = "因病,因学";
  spell.state.persons = 3;
  return spell;
}

/// Everything that can be empty is, everything that cannot is full.
hh::Spell full_spell() {
  hh::Spell spell = spell_of("H1", day(2015, 1, 1), hh::open_end(), "520526100201");
  spell.state.status = hh::Status::Removed;
  spell.state.status_reason = "上次错误进入";
  spell.state.responsible_person = "G1";
  spell.state.responsible_unit = "U1";
  spell.seq = 9'007'199'254'740'991;  // the largest integer of a record
  return spell;
}

Texts collect(const std::function<void(const hh::VisitSpell&)>& scan) {
  Texts texts;
  scan([&](const hh::Spell& spell) { texts.push_back(spell.household + " " + to_iso(spell.from)); });
  return texts;
}

}  // namespace

TEST_CASE("divisions are listed by code, full and empty ones alike", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->register_of(one.book.value);
  hh::Division village{"520526100201", "样例村", hh::DivisionLevel::Village, "520526100", day(2014, 1, 1),
                       day(2018, 1, 1), "520526100202", 3};
  const hh::Division county{"520526", "样例县", hh::DivisionLevel::County, "", day(1949, 10, 1), hh::open_end(), "", 0};
  write(*one.store, [&] { rows->insert_divisions(std::vector{village, county}); });
  CHECK(register_texts(rows->divisions()) == Texts{text_of(county), text_of(village)});
  village.to = day(2019, 1, 1);
  village.merged_into.clear();
  write(*one.store, [&] { rows->update_divisions(std::vector{village}); });
  CHECK(register_texts(rows->divisions()) == Texts{text_of(county), text_of(village)});
  CHECK(one.store->register_of(99)->divisions().empty());
}

TEST_CASE("spells come back by household and day", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->register_of(one.book.value);
  hh::Spell first = spell_of("H1", day(2014, 6, 1), day(2015, 1, 1), "520526100201");
  const hh::Spell second = full_spell();
  write(*one.store, [&] { rows->insert_spells(std::vector{second, first}); });
  CHECK(register_texts(rows->spells_of("H1")) == Texts{text_of(first), text_of(second)});
  CHECK(rows->spells_of("H2").empty());
  CHECK(rows->greatest_household() == "H1");
  CHECK(rows->greatest_person() == "");
  first.state.persons = 4;
  first.state.status = hh::Status::In;
  write(*one.store, [&] { rows->update_spells(std::vector{first}); });
  CHECK(register_texts(rows->spells_of("H1")) == Texts{text_of(first), text_of(second)});
}

TEST_CASE("a scan of a day hands over one spell per household, a scan of a span all that share a day with it",
          "[store][contract]") {
  OneBook one;
  const auto rows = one.store->register_of(one.book.value);
  write(*one.store, [&] {
    rows->insert_spells(std::vector{spell_of("H2", day(2014, 6, 1), day(2015, 1, 1), "99"),
                                    spell_of("H2", day(2015, 1, 1), hh::open_end(), "98"),
                                    spell_of("H1", day(2015, 6, 1), hh::open_end(), "99")});
  });
  const auto on = [&](Date date) {
    return collect([&](const hh::VisitSpell& visit) { rows->spells_on(date, visit); });
  };
  CHECK(on(day(2014, 5, 31)).empty());
  CHECK(on(day(2014, 12, 31)) == Texts{"H2 2014-06-01"});
  CHECK(on(day(2015, 1, 1)) == Texts{"H2 2015-01-01"});
  CHECK(on(day(2015, 6, 1)) == Texts{"H1 2015-06-01", "H2 2015-01-01"});
  const auto between = [&](Date from, Date to) {
    return collect([&](const hh::VisitSpell& visit) { rows->spells_between(from, to, visit); });
  };
  CHECK(between(day(2014, 12, 31), day(2015, 1, 1)) == Texts{"H2 2014-06-01"});
  CHECK(between(day(2014, 12, 31), day(2015, 6, 2)) == Texts{"H1 2015-06-01", "H2 2014-06-01", "H2 2015-01-01"});
  CHECK(between(day(2015, 1, 1), day(2015, 6, 1)) == Texts{"H2 2015-01-01"});
  const auto in = [&](const std::string& division, Date date) {
    return collect([&](const hh::VisitSpell& visit) { rows->spells_in(division, date, visit); });
  };
  CHECK(in("99", day(2014, 12, 31)) == Texts{"H1 2015-06-01", "H2 2014-06-01"});
  CHECK(in("99", day(2015, 1, 1)) == Texts{"H1 2015-06-01"});
  CHECK(in("97", day(2014, 1, 1)).empty());
}

TEST_CASE("stays and persons come back as they were written and updated", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->register_of(one.book.value);
  hh::Stay stay{"H1", "P2", day(2014, 6, 1), hh::open_end(), "户主", true, "", "", 1};
  const hh::Stay other{"H1", "P1", day(2014, 6, 1), day(2015, 1, 1), "配偶", false, "结婚", "死亡", 2};
  const hh::Stay elsewhere{"H2", "P1", day(2013, 6, 1), day(2014, 6, 1), "子女", false, "", "结婚", 2};
  hh::Person person{"P1", std::string("\x00\xff", 2) + std::string(30, 'x'), "H1", day(2014, 6, 1), hh::open_end(), 1};
  write(*one.store, [&] {
    rows->insert_stays(std::vector{stay, other, elsewhere});
    rows->insert_persons(std::vector{person});
  });
  CHECK(register_texts(rows->stays_in("H1")) == Texts{text_of(other), text_of(stay)});
  CHECK(register_texts(rows->stays_of("P1")) == Texts{text_of(elsewhere), text_of(other)});
  Texts members;
  rows->stays_on(day(2015, 1, 1), [&](const hh::Stay& row) { members.push_back(row.person); });
  CHECK(members == Texts{"P2"});
  CHECK(text_of(rows->person("P1").value()) == text_of(person));
  CHECK_FALSE(rows->person("P9").has_value());
  CHECK(rows->greatest_person() == "P1");
  stay.to = day(2016, 1, 1);
  stay.reason_out = "死亡";
  person.until = day(2015, 1, 1);
  write(*one.store, [&] {
    rows->update_stays(std::vector{stay});
    rows->update_persons(std::vector{person});
  });
  CHECK(register_texts(rows->stays_in("H1")) == Texts{text_of(other), text_of(stay)});
  CHECK(text_of(rows->person("P1").value()) == text_of(person));
}

TEST_CASE("steps, scores, checklists and erasures come back in their order", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->register_of(one.book.value);
  hh::ProcedureStep step{"H1", "退出", 1, 2, "公示", 7, hh::StepState::Waiting, day(2015, 1, 1), "", 4};
  const hh::ProcedureStep earlier{"H1", "退出", 1, 1,         "提出", 0, hh::StepState::Passed,
                                  day(2015, 1, 2), std::string(64, 'a'), 4};
  const hh::Score score{"H1", "贫困度", day(2015, 1, 1), 8725, "一类", "", 5};
  const hh::ChecklistItem item{"H1", "核验", day(2015, 1, 1), "住房", hh::Answer::Unknown, std::string(64, 'b'), 6};
  const hh::Erasure erasure{"P1", day(2015, 1, 1), "期满", 8};
  write(*one.store, [&] {
    rows->insert_steps(std::vector{step, earlier});
    rows->insert_scores(std::vector{score});
    rows->insert_items(std::vector{item});
    rows->insert_erasures(std::vector{erasure});
  });
  step.state = hh::StepState::Failed;
  step.date = day(2015, 2, 1);
  write(*one.store, [&] { rows->update_steps(std::vector{step}); });
  CHECK(register_texts(rows->steps_of("H1")) == Texts{text_of(earlier), text_of(step)});
  CHECK(register_texts(rows->scores_of("H1")) == Texts{text_of(score)});
  CHECK(register_texts(rows->items_of("H1")) == Texts{text_of(item)});
  CHECK(text_of(rows->erasure("P1").value()) == text_of(erasure));
  CHECK_FALSE(rows->erasure("P2").has_value());
}

TEST_CASE("a status that this program never writes is damage", "[store][contract]") {
  OneBook one;
  write(*one.store, [&] {
    one.store->register_of(one.book.value)->insert_spells(std::vector{full_spell()});
    one.store->connection().execute("UPDATE household_spell SET status = 6");
  });
  CHECK_THROWS_AS(one.store->register_of(one.book.value)->spells_of("H1"), WorldError);
}

}  // namespace mingzhang::contract
