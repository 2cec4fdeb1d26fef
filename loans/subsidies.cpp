// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing claims.
#include "loans/subsidies.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mingzhang::loans {

Subsidies::Subsidies(SubsidyStore& store)
    : store_(store),
      claims_([&store](std::string_view code) { return store.subsidy_claim(code); },
              [&store](std::int64_t id) { return store.subsidy_claim(SubsidyClaimId{id}); }, store.subsidy_claim_count()),
      row_count_(store.subsidy_row_count()) {}

const SubsidyRow* Subsidies::row(std::int64_t id) {
  if (id < 1 || id > row_count_) return nullptr;
  return rows_.find(id, [this, id] { return store_.subsidy_row(SubsidyRowId{id}); });
}

const SubsidyRow* Subsidies::row_of(const SubsidyClaim& claim, std::int64_t number) {
  if (number < 1 || number > claim.rows) return nullptr;
  return row(claim.first.value + number - 1);
}

std::vector<std::int64_t>& Subsidies::ids_of(LoanId loan) {
  const auto [found, is_new] = ids_of_loan_.try_emplace(loan.value);
  if (is_new) {
    for (SubsidyRow& stored : store_.subsidy_rows_of(loan)) {
      const std::int64_t id = stored.id.value;
      found->second.push_back(id);
      rows_.find(id, [&stored] { return std::optional<SubsidyRow>(std::move(stored)); });
    }
  }
  return found->second;
}

std::vector<SubsidyRow> Subsidies::rows_of(LoanId loan) {
  std::vector<SubsidyRow> rows;
  for (const std::int64_t id : ids_of(loan)) {
    const SubsidyRow* found = row(id);
    // An id that was taken back is none now, or another loan's.
    if (found != nullptr && found->loan == loan) rows.push_back(*found);
  }
  return rows;
}

void Subsidies::add(SubsidyClaim claim, std::vector<SubsidyRow> rows) {
  claim.first = SubsidyRowId{row_count_ + 1};
  claim.rows = static_cast<std::int64_t>(rows.size());
  const SubsidyClaimId id = claims_.add(std::move(claim)).id;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    SubsidyRow& one = rows[index];
    std::vector<std::int64_t>& ids = ids_of(one.loan);
    while (!ids.empty() && ids.back() > row_count_) ids.pop_back();
    one.id = SubsidyRowId{++row_count_};
    one.claim = id;
    one.number = static_cast<std::int64_t>(index) + 1;
    ids.push_back(one.id.value);
    const std::int64_t key = one.id.value;
    rows_.find(key, [] { return std::optional<SubsidyRow>(); });
    rows_.insert(key, std::move(one));
  }
}

void Subsidies::undo_to(const Mark& mark) {
  claims_.undo_to(mark.claims);
  rows_.undo_to(mark.rows);
  row_count_ = mark.row_count;
}

void Subsidies::forget_undo() {
  claims_.forget_undo();
  rows_.forget_undo();
}

void Subsidies::flush() {
  const auto claims = claims_.take_pending();
  store_.insert_subsidy_claims(claims.first);
  store_.update_subsidy_claims(claims.second);
  const auto rows = rows_.take_pending();
  store_.insert_subsidy_rows(rows.first);
  store_.update_subsidy_rows(rows.second);
}

}  // namespace mingzhang::loans
