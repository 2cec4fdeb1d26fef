// SPDX-License-Identifier: Apache-2.0
// The recorded reconciliations of one book in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/ids.h"
#include "loans/reconciliation_store.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `loans::ReconciliationStore`; a row with an impossible value throws WorldError Damaged.
class ReconciliationSql final : public loans::ReconciliationStore {
 public:
  /// `connection` must outlive this store.
  ReconciliationSql(Connection& connection, ledger::BookId book) : connection_(connection), book_id_(book.value) {}

  std::optional<loans::Reconciliation> reconciliation(std::string_view code) override;
  std::optional<loans::Reconciliation> reconciliation(loans::ReconciliationId id) override;
  std::optional<loans::ReconciliationItem> reconciliation_item(loans::ReconciliationItemId id) override;
  std::int64_t reconciliation_count() override;
  std::int64_t reconciliation_item_count() override;
  void all_reconciliations(const loans::VisitReconciliation& visit) override;
  std::vector<loans::ReconciliationItem> items_of(loans::ReconciliationId reconciliation) override;
  void insert_reconciliations(std::span<const loans::Reconciliation> rows) override;
  void update_reconciliations(std::span<const loans::Reconciliation> rows) override;
  void insert_reconciliation_items(std::span<const loans::ReconciliationItem> rows) override;
  void update_reconciliation_items(std::span<const loans::ReconciliationItem> rows) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
