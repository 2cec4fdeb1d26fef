// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing reconciliations.
#include "loans/reconciliations.h"

#include <optional>
#include <utility>

#include "base/check.h"

namespace mingzhang::loans {

Reconciliations::Reconciliations(ReconciliationStore& store)
    : store_(store),
      lists_([&store](std::string_view code) { return store.reconciliation(code); },
             [&store](std::int64_t id) { return store.reconciliation(ReconciliationId{id}); }, store.reconciliation_count()),
      item_count_(store.reconciliation_item_count()) {}

const ReconciliationItem* Reconciliations::item_of(const Reconciliation& list, std::int64_t number) {
  if (number < 1 || number > list.items) return nullptr;
  const std::int64_t id = list.first.value + number - 1;
  return items_.find(id, [this, id] { return store_.reconciliation_item(ReconciliationItemId{id}); });
}

const Reconciliation& Reconciliations::add(Reconciliation list, std::vector<ReconciliationItem> items) {
  list.first = ReconciliationItemId{item_count_ + 1};
  list.items = static_cast<std::int64_t>(items.size());
  const Reconciliation& added = lists_.add(std::move(list));
  for (std::size_t index = 0; index < items.size(); ++index) {
    ReconciliationItem& one = items[index];
    one.id = ReconciliationItemId{++item_count_};
    one.reconciliation = added.id;
    one.number = static_cast<std::int64_t>(index) + 1;
    const std::int64_t key = one.id.value;
    items_.find(key, [] { return std::optional<ReconciliationItem>(); });
    items_.insert(key, std::move(one));
  }
  return added;
}

void Reconciliations::set_state(const ReconciliationItem& item, ItemState state) {
  const ItemState before = item.state;
  if (before == state) return;
  Reconciliation& list = lists_.change(item.reconciliation.value);
  MZ_CHECK(!list.is_closed());  // INV-35
  list.resolved += (state == ItemState::Resolved ? 1 : 0) - (before == ItemState::Resolved ? 1 : 0);
  list.accepted += (state == ItemState::Accepted ? 1 : 0) - (before == ItemState::Accepted ? 1 : 0);
  MZ_CHECK(list.resolved >= 0 && list.accepted >= 0 && list.open() >= 0);  // INV-35
  change(item.id).state = state;
}

void Reconciliations::undo_to(const Mark& mark) {
  lists_.undo_to(mark.lists);
  items_.undo_to(mark.items);
  item_count_ = mark.item_count;
}

void Reconciliations::forget_undo() {
  lists_.forget_undo();
  items_.forget_undo();
}

void Reconciliations::flush() {
  const auto lists = lists_.take_pending();
  store_.insert_reconciliations(lists.first);
  store_.update_reconciliations(lists.second);
  const auto items = items_.take_pending();
  store_.insert_reconciliation_items(items.first);
  store_.update_reconciliation_items(items.second);
}

}  // namespace mingzhang::loans
