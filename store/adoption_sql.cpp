// SPDX-License-Identifier: Apache-2.0
// Reads and writes adopted packs.
#include "store/adoption_sql.h"

#include "base/check.h"
#include "store/policy_tables.h"
#include "store/reading.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

/// Stands for "no end" in the column: the last day of the calendar.
Date open_end() { return *Date::from_civil(2999, 12, 31); }

policy::Adoption read_adoption(Cells& cells) {
  policy::Adoption adoption;
  adoption.id = cells.integer();
  adoption.pack = cells.text();
  adoption.version = cells.integer();
  adoption.digest = cells.text();
  adoption.validity.from = cells.date();
  const Date to = cells.date();
  if (to != open_end()) adoption.validity.to = to;
  adoption.seq = cells.integer();
  return adoption;
}

Value adoption_cell(const policy::Adoption& adoption, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(adoption.id);
    case 2: return text_cell(adoption.pack);
    case 3: return integer_cell(adoption.version);
    case 4: return text_cell(adoption.digest);
    case 5: return integer_cell(adoption.validity.from.days());
    case 6: return integer_cell(adoption.validity.to.value_or(open_end()).days());
    case 7: return integer_cell(adoption.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

constexpr Reading<policy::Adoption> kAdoptions{kAdoptionTable, read_adoption};
using AdoptionRows = BookRows<policy::Adoption, adoption_cell>;

}  // namespace

std::vector<policy::Adoption> AdoptionSql::adoptions() {
  return all_rows(connection_, kAdoptions.select("ORDER BY adoption_id"), kAdoptions, book_id_);
}

void AdoptionSql::insert_adoptions(std::span<const policy::Adoption> rows) {
  insert_rows(connection_, kAdoptionTable, AdoptionRows(book_id_, rows));
}

void AdoptionSql::update_adoptions(std::span<const policy::Adoption> rows) {
  update_rows(connection_, kAdoptionTable, AdoptionRows(book_id_, rows));
}

}  // namespace mingzhang::store
