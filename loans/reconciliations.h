// SPDX-License-Identifier: Apache-2.0
// The reconciliations of one book as of its head, in memory until they are written in bulk.
#pragma once

#include <cstdint>
#include <vector>

#include "base/overlay.h"
#include "base/register.h"
#include "loans/reconciliation_list.h"
#include "loans/reconciliation_store.h"

namespace mingzhang::loans {

/// The reconciliations' part of `Loans`; see there.
class Reconciliations {
 public:
  /// `store` must outlive this object.
  explicit Reconciliations(ReconciliationStore& store);
  Reconciliations(const Reconciliations&) = delete;
  Reconciliations& operator=(const Reconciliations&) = delete;

  Register<Reconciliation>& lists() { return lists_; }
  /// The item with this number, or null. The pointer is good until an item is added.
  const ReconciliationItem* item_of(const Reconciliation& list, std::int64_t number);

  // Called by the apply functions only.
  /// Gives the list its id and the items theirs.
  const Reconciliation& add(Reconciliation list, std::vector<ReconciliationItem> items);
  /// Keeps the list's counts: INV-35.
  void set_state(const ReconciliationItem& item, ItemState state);
  ReconciliationItem& change(ReconciliationItemId item) { return items_.change(item.value); }

  struct Mark {
    RegisterMark lists;
    std::size_t items;
    std::int64_t item_count;
  };
  Mark mark() const { return {lists_.mark(), items_.mark(), item_count_}; }
  void undo_to(const Mark& mark);
  void forget_undo();
  void flush();
  std::size_t size() const { return lists_.size() + items_.size(); }

 private:
  ReconciliationStore& store_;
  Register<Reconciliation> lists_;
  Overlay<std::int64_t, ReconciliationItem, IntegerHash> items_;
  std::int64_t item_count_ = 0;
};

}  // namespace mingzhang::loans
