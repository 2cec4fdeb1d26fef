// SPDX-License-Identifier: Apache-2.0
// What recorded reconciliations need from storage.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "loans/reconciliation_list.h"

namespace mingzhang::loans {

using VisitReconciliation = std::function<void(const Reconciliation&)>;

/// Reads and writes the reconciliations of one book, inside a transaction that somebody else holds. See loans_store.h.
class ReconciliationStore {
 public:
  virtual ~ReconciliationStore() = default;

  virtual std::optional<Reconciliation> reconciliation(std::string_view code) = 0;
  virtual std::optional<Reconciliation> reconciliation(ReconciliationId id) = 0;
  virtual std::optional<ReconciliationItem> reconciliation_item(ReconciliationItemId id) = 0;
  /// Largest ids given so far.
  virtual std::int64_t reconciliation_count() = 0;
  virtual std::int64_t reconciliation_item_count() = 0;
  /// In the order of ids.
  virtual void all_reconciliations(const VisitReconciliation& visit) = 0;
  virtual std::vector<ReconciliationItem> items_of(ReconciliationId reconciliation) = 0;

  virtual void insert_reconciliations(std::span<const Reconciliation> rows) = 0;
  virtual void update_reconciliations(std::span<const Reconciliation> rows) = 0;
  virtual void insert_reconciliation_items(std::span<const ReconciliationItem> rows) = 0;
  virtual void update_reconciliation_items(std::span<const ReconciliationItem> rows) = 0;
};

}  // namespace mingzhang::loans
