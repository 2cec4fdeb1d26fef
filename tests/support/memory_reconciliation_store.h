// SPDX-License-Identifier: Apache-2.0
// The recorded reconciliations of one book in plain maps, so that loans/ can be tested without SQL.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "loans/reconciliation_store.h"
#include "tests/support/memory_table.h"

namespace mingzhang::tests {

/// Every member of a row, in the order of its declaration, separated by '|'.
inline std::string text_of(const loans::ReconciliationSignature& one) {
  return one.unit + "|" + one.capacity + "|" + one.document + "|" + to_iso(one.date) + "|";
}
inline std::string text_of(const loans::Reconciliation& row) {
  const auto number = [](std::int64_t value) { return std::to_string(value) + "|"; };
  return number(row.id.value) + row.code + "|" + std::string(word_of(row.subject)) + "|" + row.about + "|" + to_iso(row.date) + "|" +
         row.sha256 + "|" + number(row.tolerance.fen()) + number(row.rows_here) + number(row.rows_there) +
         number(row.first.value) + number(row.items) + number(row.resolved) + number(row.accepted) +
         number(row.replaces.value) + number(row.replaced_by.value) + text_of(row.here) + text_of(row.there) +
         std::to_string(row.seq);
}
inline std::string text_of(const loans::ReconciliationItem& row) {
  const auto number = [](std::int64_t value) { return std::to_string(value) + "|"; };
  return number(row.id.value) + number(row.reconciliation.value) + number(row.number) + row.key + "|" +
         std::string(word_of(row.kind)) + "|" + row.field + "|" + row.here + "|" + row.there + "|" + number(row.row) +
         std::string(word_of(row.state)) + "|" + row.to + "|" + row.note + "|" + row.source + "|" + to_iso(row.changed_on);
}

/// Keeps what was inserted; aborts where a row is inserted twice or updated before it was inserted.
class MemoryReconciliationStore final : public loans::ReconciliationStore {
 public:
  /// Every row as one line of text, lists first.
  std::vector<std::string> dump() const {
    std::vector<std::string> lines;
    for (const auto& row : lists_.all()) lines.push_back(text_of(row));
    for (const auto& row : items_.all()) lines.push_back(text_of(row));
    return lines;
  }

  std::optional<loans::Reconciliation> reconciliation(std::string_view code) override {
    const auto found = lists_.where([code](const loans::Reconciliation& row) { return row.code == code; });
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  std::optional<loans::Reconciliation> reconciliation(loans::ReconciliationId id) override { return lists_.find(id.value); }
  std::optional<loans::ReconciliationItem> reconciliation_item(loans::ReconciliationItemId id) override {
    return items_.find(id.value);
  }
  std::int64_t reconciliation_count() override { return lists_.count(); }
  std::int64_t reconciliation_item_count() override { return items_.count(); }
  void all_reconciliations(const loans::VisitReconciliation& visit) override {
    for (const auto& row : lists_.all()) visit(row);
  }
  std::vector<loans::ReconciliationItem> items_of(loans::ReconciliationId reconciliation) override {
    return items_.where([reconciliation](const loans::ReconciliationItem& row) { return row.reconciliation == reconciliation; });
  }
  void insert_reconciliations(std::span<const loans::Reconciliation> rows) override { lists_.insert(rows); }
  void update_reconciliations(std::span<const loans::Reconciliation> rows) override { lists_.update(rows); }
  void insert_reconciliation_items(std::span<const loans::ReconciliationItem> rows) override { items_.insert(rows); }
  void update_reconciliation_items(std::span<const loans::ReconciliationItem> rows) override { items_.update(rows); }

 private:
  MemoryTable<std::int64_t, loans::Reconciliation> lists_{[](const loans::Reconciliation& row) { return row.id.value; }};
  MemoryTable<std::int64_t, loans::ReconciliationItem> items_{
      [](const loans::ReconciliationItem& row) { return row.id.value; }};
};

}  // namespace mingzhang::tests
