// SPDX-License-Identifier: Apache-2.0
// Writing the register.
#include "base/check.h"
#include "store/register_sql.h"
#include "store/register_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// One function per table gives the cells of a row; the case numbers are the columns of store/register_tables.h.

Value division_cell(const households::Division& division, std::size_t column) {
  switch (column) {
    case 1: return text_cell(division.code);
    case 2: return text_cell(division.name);
    case 3: return word_cell(division.level);
    case 4: return text_cell(division.parent);
    case 5: return integer_cell(division.from.days());
    case 6: return integer_cell(division.to.days());
    case 7: return text_cell(division.merged_into);
    case 8: return integer_cell(division.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value spell_cell(const households::Spell& spell, std::size_t column) {
  switch (column) {
    case 1: return text_cell(spell.household);
    case 2: return integer_cell(spell.from.days());
    case 3: return integer_cell(spell.to.days());
    case 4: return text_cell(spell.state.division);
    case 5: return text_cell(spell.state.household_class);
    case 6: return word_cell(spell.state.status);
    case 7: return text_cell(spell.state.status_reason);
    case 8: return text_cell(spell.state.causes);
    case 9: return text_cell(spell.state.responsible_person);
    case 10: return text_cell(spell.state.responsible_unit);
    case 11: return integer_cell(spell.state.persons);
    case 12: return integer_cell(spell.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value stay_cell(const households::Stay& stay, std::size_t column) {
  switch (column) {
    case 1: return text_cell(stay.household);
    case 2: return text_cell(stay.person);
    case 3: return integer_cell(stay.from.days());
    case 4: return integer_cell(stay.to.days());
    case 5: return text_cell(stay.relation);
    case 6: return flag_cell(stay.is_head);
    case 7: return text_cell(stay.reason_in);
    case 8: return text_cell(stay.reason_out);
    case 9: return integer_cell(stay.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value person_cell(const households::Person& person, std::size_t column) {
  switch (column) {
    case 1: return text_cell(person.code);
    case 2: return bytes_cell(person.digest);
    case 3: return text_cell(person.household);
    case 4: return integer_cell(person.since.days());
    case 5: return integer_cell(person.until.days());
    case 6: return integer_cell(person.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value step_cell(const households::ProcedureStep& step, std::size_t column) {
  switch (column) {
    case 1: return text_cell(step.household);
    case 2: return text_cell(step.procedure);
    case 3: return integer_cell(step.run);
    case 4: return integer_cell(step.position);
    case 5: return text_cell(step.name);
    case 6: return integer_cell(step.wait_days);
    case 7: return word_cell(step.state);
    case 8: return integer_cell(step.date.days());
    case 9: return text_cell(step.evidence);
    case 10: return integer_cell(step.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value score_cell(const households::Score& score, std::size_t column) {
  switch (column) {
    case 1: return text_cell(score.household);
    case 2: return text_cell(score.rule);
    case 3: return integer_cell(score.date.days());
    case 4: return integer_cell(score.score_hundredths);
    case 5: return text_cell(score.band);
    case 6: return text_cell(score.evidence);
    case 7: return integer_cell(score.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value item_cell(const households::ChecklistItem& item, std::size_t column) {
  switch (column) {
    case 1: return text_cell(item.household);
    case 2: return text_cell(item.checklist);
    case 3: return integer_cell(item.date.days());
    case 4: return text_cell(item.item);
    case 5: return word_cell(item.answer);
    case 6: return text_cell(item.evidence);
    case 7: return integer_cell(item.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value erasure_cell(const households::Erasure& erasure, std::size_t column) {
  switch (column) {
    case 1: return text_cell(erasure.person);
    case 2: return integer_cell(erasure.date.days());
    case 3: return text_cell(erasure.reason);
    case 4: return integer_cell(erasure.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

}  // namespace

void RegisterSql::insert_divisions(std::span<const households::Division> rows) {
  insert_rows(connection_, kDivisionTable, BookRows<households::Division, division_cell>(book_id_, rows));
}

void RegisterSql::update_divisions(std::span<const households::Division> rows) {
  update_rows(connection_, kDivisionTable, BookRows<households::Division, division_cell>(book_id_, rows));
}

void RegisterSql::insert_spells(std::span<const households::Spell> rows) {
  insert_rows(connection_, kSpellTable, BookRows<households::Spell, spell_cell>(book_id_, rows));
}

void RegisterSql::update_spells(std::span<const households::Spell> rows) {
  update_rows(connection_, kSpellTable, BookRows<households::Spell, spell_cell>(book_id_, rows));
}

void RegisterSql::insert_stays(std::span<const households::Stay> rows) {
  insert_rows(connection_, kStayTable, BookRows<households::Stay, stay_cell>(book_id_, rows));
}

void RegisterSql::update_stays(std::span<const households::Stay> rows) {
  update_rows(connection_, kStayTable, BookRows<households::Stay, stay_cell>(book_id_, rows));
}

void RegisterSql::insert_persons(std::span<const households::Person> rows) {
  insert_rows(connection_, kPersonTable, BookRows<households::Person, person_cell>(book_id_, rows));
}

void RegisterSql::update_persons(std::span<const households::Person> rows) {
  update_rows(connection_, kPersonTable, BookRows<households::Person, person_cell>(book_id_, rows));
}

void RegisterSql::insert_steps(std::span<const households::ProcedureStep> rows) {
  insert_rows(connection_, kStepTable, BookRows<households::ProcedureStep, step_cell>(book_id_, rows));
}

void RegisterSql::update_steps(std::span<const households::ProcedureStep> rows) {
  update_rows(connection_, kStepTable, BookRows<households::ProcedureStep, step_cell>(book_id_, rows));
}

void RegisterSql::insert_scores(std::span<const households::Score> rows) {
  insert_rows(connection_, kScoreTable, BookRows<households::Score, score_cell>(book_id_, rows));
}

void RegisterSql::insert_items(std::span<const households::ChecklistItem> rows) {
  insert_rows(connection_, kItemTable, BookRows<households::ChecklistItem, item_cell>(book_id_, rows));
}

void RegisterSql::insert_erasures(std::span<const households::Erasure> rows) {
  insert_rows(connection_, kErasureTable, BookRows<households::Erasure, erasure_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
