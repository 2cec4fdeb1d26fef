// SPDX-License-Identifier: Apache-2.0
// Reading the register: one household, one person, or everything as of a day.
#include <string>

#include "store/reading.h"
#include "store/register_sql.h"
#include "store/register_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Braces evaluate from left to right, so the members below stand in the order of the columns of store/register_tables.h.

households::Division read_division(Cells& cells) {
  return {cells.text(), cells.text(), cells.word(households::DivisionLevel::Group), cells.optional_text(),
          cells.date(), cells.date(), cells.optional_text(), cells.integer()};
}

households::Spell read_spell(Cells& cells) {
  households::Spell spell{cells.text(), cells.date(), cells.date(), {}, 0};
  spell.state = {cells.text(),          cells.text(),          cells.word(households::Status::Removed),
                 cells.optional_text(), cells.text(),          cells.optional_text(),
                 cells.optional_text(), cells.integer()};
  spell.seq = cells.integer();
  return spell;
}

households::Stay read_stay(Cells& cells) {
  return {cells.text(), cells.text(),          cells.date(),          cells.date(),   cells.text(),
          cells.flag(), cells.optional_text(), cells.optional_text(), cells.integer()};
}

households::Person read_person(Cells& cells) {
  return {cells.text(), std::string(cells.bytes()), cells.text(), cells.date(), cells.date(), cells.integer()};
}

households::ProcedureStep read_step(Cells& cells) {
  return {cells.text(),    cells.text(),
          cells.integer(), cells.integer(),
          cells.text(),    cells.integer(),
          cells.word(households::StepState::Failed), cells.date(),
          cells.optional_text(), cells.integer()};
}

households::Score read_score(Cells& cells) {
  return {cells.text(), cells.text(), cells.date(), cells.integer(), cells.text(), cells.optional_text(),
          cells.integer()};
}

households::ChecklistItem read_item(Cells& cells) {
  return {cells.text(), cells.text(), cells.date(), cells.text(), cells.word(households::Answer::Unknown),
          cells.optional_text(), cells.integer()};
}

households::Erasure read_erasure(Cells& cells) {
  return {cells.text(), cells.date(), cells.text(), cells.integer()};
}

/// The text in the first row that `sql` finds, or nothing.
std::string text_or_empty(Connection& connection, std::string_view sql, std::int64_t book_id) {
  const Prepared statement = connection.prepare(sql);
  bind_all(*statement, book_id);
  return statement->step() ? std::string(statement->column_text(0)) : std::string();
}

constexpr Reading<households::Division> kDivisions{kDivisionTable, read_division};
constexpr Reading<households::Spell> kSpells{kSpellTable, read_spell};
constexpr Reading<households::Stay> kStays{kStayTable, read_stay};
constexpr Reading<households::Person> kPersons{kPersonTable, read_person};
constexpr Reading<households::ProcedureStep> kSteps{kStepTable, read_step};
constexpr Reading<households::Score> kScores{kScoreTable, read_score};
constexpr Reading<households::ChecklistItem> kItems{kItemTable, read_item};
constexpr Reading<households::Erasure> kErasures{kErasureTable, read_erasure};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::vector<households::Division> RegisterSql::divisions() {
  static const std::string sql = kDivisions.select("ORDER BY code");
  return all_rows(connection_, sql, kDivisions, book_id_);
}

std::vector<households::Spell> RegisterSql::spells_of(std::string_view household) {
  static const std::string sql = kSpells.select("AND household = ? ORDER BY from_day");
  return all_rows(connection_, sql, kSpells, book_id_, household);
}

std::vector<households::Stay> RegisterSql::stays_in(std::string_view household) {
  static const std::string sql = kStays.select("AND household = ? ORDER BY person, from_day");
  return all_rows(connection_, sql, kStays, book_id_, household);
}

std::optional<households::Person> RegisterSql::person(std::string_view code) {
  static const std::string sql = kPersons.select("AND code = ?");
  return one_row(connection_, sql, kPersons, book_id_, code);
}

std::string RegisterSql::greatest_household() {
  return text_or_empty(connection_,
                       "SELECT household FROM household_spell WHERE book_id = ? ORDER BY household DESC LIMIT 1", book_id_);
}

std::string RegisterSql::greatest_person() {
  return text_or_empty(connection_, "SELECT code FROM person WHERE book_id = ? ORDER BY code DESC LIMIT 1", book_id_);
}

std::vector<households::ProcedureStep> RegisterSql::steps_of(std::string_view household) {
  static const std::string sql = kSteps.select("AND household = ? ORDER BY procedure_code, run, position");
  return all_rows(connection_, sql, kSteps, book_id_, household);
}

std::vector<households::Score> RegisterSql::scores_of(std::string_view household) {
  static const std::string sql = kScores.select("AND household = ? ORDER BY rule_code, day");
  return all_rows(connection_, sql, kScores, book_id_, household);
}

std::vector<households::ChecklistItem> RegisterSql::items_of(std::string_view household) {
  static const std::string sql = kItems.select("AND household = ? ORDER BY checklist, day, item");
  return all_rows(connection_, sql, kItems, book_id_, household);
}

std::optional<households::Erasure> RegisterSql::erasure(std::string_view person) {
  static const std::string sql = kErasures.select("AND person = ?");
  return one_row(connection_, sql, kErasures, book_id_, person);
}

void RegisterSql::spells_on(Date date, const households::VisitSpell& visit) {
  static const std::string sql = kSpells.select("AND from_day <= ? AND to_day > ? ORDER BY household");
  visit_rows(connection_, sql, kSpells, visit, book_id_, date.days(), date.days());
}

void RegisterSql::spells_between(Date from, Date to, const households::VisitSpell& visit) {
  static const std::string sql = kSpells.select("AND from_day < ? AND to_day > ? ORDER BY household, from_day");
  visit_rows(connection_, sql, kSpells, visit, book_id_, to.days(), from.days());
}

void RegisterSql::spells_in(std::string_view division, Date date, const households::VisitSpell& visit) {
  // The inner question is answered by the index alone. Asked in one, SQLite reads the whole table in the order of its key.
  static const std::string sql = kSpells.select(
      "AND (household, from_day) IN (SELECT household, from_day FROM household_spell WHERE book_id = ? AND division = ?) "
      "AND to_day > ? ORDER BY household, from_day");
  visit_rows(connection_, sql, kSpells, visit, book_id_, book_id_, division, date.days());
}

void RegisterSql::stays_on(Date date, const households::VisitStay& visit) {
  static const std::string sql = kStays.select("AND from_day <= ? AND to_day > ? ORDER BY household, person");
  visit_rows(connection_, sql, kStays, visit, book_id_, date.days(), date.days());
}

std::vector<households::Stay> RegisterSql::stays_of(std::string_view person) {
  static const std::string sql = kStays.select("AND person = ? ORDER BY from_day");
  return all_rows(connection_, sql, kStays, book_id_, person);
}

}  // namespace mingzhang::store
