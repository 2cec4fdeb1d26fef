// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing the projections of guarantee/.
#include "guarantee/guarantee.h"

#include "base/check.h"

namespace mingzhang::guarantee {
namespace {

constexpr std::size_t kSensibleRows = 100'000;

Money change_of_deposit(const Movement& movement) {
  switch (movement.kind) {
    case MovementKind::Deposit: return movement.amount;
    case MovementKind::Withdrawal:
    case MovementKind::Draw: return -movement.amount;
    case MovementKind::Opening:
    case MovementKind::Terms: return Money();
  }
  return Money();
}

}  // namespace

Guarantee::Guarantee(GuaranteeStore& store)
    : store_(store),
      pools_([&store](std::string_view code) { return store.pool(code); },
             [&store](std::int64_t id) { return store.pool(PoolId{id}); }, store.pool_count()),
      movements_([&store](std::string_view code) { return store.movement(code); },
                 [&store](std::int64_t id) { return store.movement(MovementId{id}); }, store.movement_count()),
      stored_movements_(movements_.count()) {}

Money Guarantee::left_of(PoolId pool, std::string_view fund) {
  Money left;
  for (const Movement& movement : store_.movements_of(pool)) {
    if (movement.fund == fund) left += change_of_deposit(movement);
  }
  for (std::int64_t id = stored_movements_ + 1; id <= movements_.count(); ++id) {
    const Movement& movement = *movements_.find_id(id);
    if (movement.pool == pool && movement.fund == fund) left += change_of_deposit(movement);
  }
  return left;
}

Pool& Guarantee::change_pool(std::string_view code) {
  const Pool* pool = pools_.find(code);
  MZ_CHECK(pool != nullptr);
  return pools_.change(pool->id.value);
}

void Guarantee::undo_to(const Mark& mark) {
  pools_.undo_to(mark.pools);
  movements_.undo_to(mark.movements);
}

void Guarantee::forget_undo() {
  pools_.forget_undo();
  movements_.forget_undo();
}

void Guarantee::flush() {
  const auto pools = pools_.take_pending();
  store_.insert_pools(pools.first);
  store_.update_pools(pools.second);
  store_.insert_movements(movements_.take_pending().first);
  stored_movements_ = movements_.count();
}

bool Guarantee::is_large() const { return pools_.size() + movements_.size() > kSensibleRows; }

}  // namespace mingzhang::guarantee
