// SPDX-License-Identifier: Apache-2.0
// Reading targets, advances, payment lists, benefits and the days of the pots.
#include <string>

#include "store/funds_sql.h"
#include "store/funds_tables.h"
#include "store/reading.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Braces evaluate from left to right, so the members below stand in the order of the columns of store/funds_tables.h.

funds::TargetKey read_target_key(Cells& cells) { return {cells.id<funds::MovementId>(), cells.integer()}; }

funds::Target read_target(Cells& cells) {
  return {read_target_key(cells),
          cells.id<funds::IndicatorId>(),
          cells.word(funds::TargetKind::Unit),
          cells.text(),
          cells.optional_text(),
          cells.date(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money()};
}

funds::Advance read_advance(Cells& cells) {
  return {cells.id<funds::MovementId>(),
          cells.text(),
          read_target_key(cells),
          cells.id<funds::IndicatorId>(),
          cells.text(),
          cells.text(),
          cells.date(),
          cells.money(),
          cells.money(),
          cells.money()};
}

funds::DisbursementList read_list(Cells& cells) {
  return {cells.id<funds::ListId>(),
          cells.text(),
          cells.id<funds::IndicatorId>(),
          read_target_key(cells),
          cells.optional_text(),
          cells.text(),
          cells.date(),
          cells.date(),
          cells.text(),
          cells.integer(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.flag(),
          cells.integer()};
}

funds::ListRow read_row(Cells& cells) {
  return {funds::ListRowKey{cells.id<funds::ListId>(), cells.integer()},
          cells.text(),
          cells.optional_text(),
          cells.money(),
          std::string(cells.optional_bytes()),
          cells.word(funds::RowState::Cancelled),
          cells.date(),
          cells.id<funds::MovementId>(),
          cells.optional_text()};
}

funds::Benefit read_benefit(Cells& cells) {
  return {std::string(cells.bytes()), cells.id<funds::MovementId>(), cells.text(),  cells.text(), cells.text(),
          cells.integer(),            cells.date(),                  cells.money(), cells.money()};
}

funds::BenefitTotal read_total(Cells& cells) {
  return {funds::BenefitKey{cells.text(), cells.text(), cells.integer()}, cells.money(), cells.money()};
}

funds::PotDay read_pot_day(Cells& cells) {
  return {funds::Pot{cells.word(funds::PotKind::Advance), cells.integer(), cells.integer()}, cells.date(),
          cells.money(), cells.money()};
}

constexpr Reading<funds::Target> kTargets{kTargetTable, read_target};
constexpr Reading<funds::Advance> kAdvances{kAdvanceTable, read_advance};
constexpr Reading<funds::DisbursementList> kLists{kListTable, read_list};
constexpr Reading<funds::ListRow> kRows{kListRowTable, read_row};
constexpr Reading<funds::Benefit> kBenefits{kBenefitTable, read_benefit};
constexpr Reading<funds::BenefitTotal> kTotals{kBenefitTotalTable, read_total};
constexpr Reading<funds::PotDay> kPotDays{kPotDayTable, read_pot_day};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement. What a secondary index is for is
// asked BETWEEN ? AND ?, twice the same value: see store/README.md.

std::optional<funds::Target> FundsSql::target(const funds::TargetKey& key) {
  static const std::string sql = kTargets.select("AND allocation_id = ? AND number = ?");
  return one_row(connection_, sql, kTargets, book_id_, key.allocation.value, key.number);
}

std::vector<funds::Target> FundsSql::targets_of(funds::MovementId allocation) {
  static const std::string sql = kTargets.select("AND allocation_id = ? ORDER BY number");
  return all_rows(connection_, sql, kTargets, book_id_, allocation.value);
}

std::vector<funds::Target> FundsSql::targets() {
  static const std::string sql = kTargets.select("ORDER BY allocation_id, number");
  return all_rows(connection_, sql, kTargets, book_id_);
}

std::optional<funds::Advance> FundsSql::advance(funds::MovementId id) {
  static const std::string sql = kAdvances.select("AND advance_id = ?");
  return one_row(connection_, sql, kAdvances, book_id_, id.value);
}

std::vector<funds::Advance> FundsSql::advances() {
  static const std::string sql = kAdvances.select("ORDER BY advance_id");
  return all_rows(connection_, sql, kAdvances, book_id_);
}

std::optional<funds::DisbursementList> FundsSql::list(std::string_view code) {
  static const std::string sql = kLists.select("AND code = ?");
  return one_row(connection_, sql, kLists, book_id_, code);
}

std::optional<funds::DisbursementList> FundsSql::list(funds::ListId id) {
  static const std::string sql = kLists.select("AND list_id = ?");
  return one_row(connection_, sql, kLists, book_id_, id.value);
}

std::optional<funds::DisbursementList> FundsSql::list_with_digest(std::string_view digest) {
  static const std::string sql = kLists.select("AND digest BETWEEN ? AND ? ORDER BY digest DESC, list_id DESC LIMIT 1");
  return one_row(connection_, sql, kLists, book_id_, digest, digest);
}

std::vector<funds::DisbursementList> FundsSql::lists() {
  static const std::string sql = kLists.select("ORDER BY list_id");
  return all_rows(connection_, sql, kLists, book_id_);
}

std::int64_t FundsSql::list_count() {
  return number_or_zero(
      connection_, "SELECT list_id FROM disbursement_list WHERE book_id = ? ORDER BY list_id DESC LIMIT 1", book_id_);
}

std::optional<funds::ListRow> FundsSql::row(const funds::ListRowKey& key) {
  static const std::string sql = kRows.select("AND list_id = ? AND number = ?");
  return one_row(connection_, sql, kRows, book_id_, key.list.value, key.number);
}

void FundsSql::rows_of(funds::ListId list, const funds::VisitRow& visit) {
  static const std::string sql = kRows.select("AND list_id = ? ORDER BY number");
  visit_rows(connection_, sql, kRows, visit, book_id_, list.value);
}

std::vector<funds::ListRow> FundsSql::rows_of_household(std::string_view household) {
  static const std::string sql = kRows.select("AND household BETWEEN ? AND ? ORDER BY household, list_id, number");
  return all_rows(connection_, sql, kRows, book_id_, household, household);
}

std::optional<funds::Benefit> FundsSql::benefit(std::string_view claim) {
  static const std::string sql = kBenefits.select("AND claim = ?");
  const Prepared statement = connection_.prepare(sql);
  statement->bind(1, book_id_);
  statement->bind_blob(2, claim);
  if (!statement->step()) return std::nullopt;
  Cells cells(*statement, kBenefitTable);
  return read_benefit(cells);
}

std::optional<funds::Benefit> FundsSql::benefit_of(funds::MovementId movement) {
  static const std::string sql = kBenefits.select("AND movement_id = ?");
  return one_row(connection_, sql, kBenefits, book_id_, movement.value);
}

std::vector<funds::Benefit> FundsSql::benefits_of_household(std::string_view household) {
  static const std::string sql = kBenefits.select("AND household = ? ORDER BY movement_id");
  return all_rows(connection_, sql, kBenefits, book_id_, household);
}

void FundsSql::all_benefits(const funds::VisitBenefit& visit) {
  static const std::string sql = kBenefits.select("ORDER BY movement_id");
  visit_rows(connection_, sql, kBenefits, visit, book_id_);
}

std::optional<funds::BenefitTotal> FundsSql::benefit_total(const funds::BenefitKey& key) {
  static const std::string sql = kTotals.select("AND programme = ? AND person = ? AND year = ?");
  return one_row(connection_, sql, kTotals, book_id_, std::string_view(key.programme), std::string_view(key.person),
                 key.year);
}

std::vector<funds::BenefitTotal> FundsSql::benefit_totals() {
  static const std::string sql = kTotals.select("ORDER BY programme, person, year");
  return all_rows(connection_, sql, kTotals, book_id_);
}

std::vector<funds::PotDay> FundsSql::pot_days(const funds::Pot& pot) {
  static const std::string sql = kPotDays.select("AND kind = ? AND owner = ? AND number = ? ORDER BY day");
  return all_rows(connection_, sql, kPotDays, book_id_, static_cast<std::int64_t>(pot.kind), pot.owner, pot.number);
}

void FundsSql::all_pot_days(const funds::VisitPotDay& visit) {
  static const std::string sql = kPotDays.select("ORDER BY kind, owner, number, day");
  visit_rows(connection_, sql, kPotDays, visit, book_id_);
}

}  // namespace mingzhang::store
