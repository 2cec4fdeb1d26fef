// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing the projections of guarantee/.
#include "guarantee/guarantee.h"

#include <utility>

#include "base/check.h"

namespace mingzhang::guarantee {
namespace {

constexpr std::size_t kSensibleRows = 100'000;

Money change_of_deposit(const Movement& movement) {
  switch (movement.kind) {
    case MovementKind::Deposit: return movement.amount;
    case MovementKind::Withdrawal:
    case MovementKind::Draw: return -movement.amount;
    default: return Money();
  }
}

}  // namespace

Guarantee::Guarantee(GuaranteeStore& store)
    : store_(store),
      pools_([&store](std::string_view code) { return store.pool(code); },
             [&store](std::int64_t id) { return store.pool(PoolId{id}); }, store.pool_count()),
      movements_([&store](std::string_view code) { return store.movement(code); },
                 [&store](std::int64_t id) { return store.movement(MovementId{id}); }, store.movement_count()),
      risk_funds_([&store](std::string_view code) { return store.risk_fund(code); },
                  [&store](std::int64_t id) { return store.risk_fund(RiskFundId{id}); }, store.risk_fund_count()),
      claims_([&store](std::string_view code) { return store.claim(code); },
              [&store](std::int64_t id) { return store.claim(ClaimId{id}); }, store.claim_count()),
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

RiskFund& Guarantee::change_risk_fund(std::string_view code) {
  const RiskFund* fund = risk_funds_.find(code);
  MZ_CHECK(fund != nullptr);
  return risk_funds_.change(fund->id.value);
}

Claim& Guarantee::change_claim(std::string_view code) {
  const Claim* claim = claims_.find(code);
  MZ_CHECK(claim != nullptr);
  return claims_.change(claim->id.value);
}

const ClaimRow* Guarantee::claim_row(const ClaimKey& key) {
  return rows_.find(key, [&] { return store_.claim_row(key); });
}

ClaimRow& Guarantee::change_claim_row(const ClaimKey& key) {
  MZ_CHECK(claim_row(key) != nullptr);
  return rows_.change(key);
}

bool Guarantee::is_claimed(const std::string& loan) {
  return *claimed_.find(loan, [&] { return std::optional<bool>(store_.is_claimed(loan)); });
}

void Guarantee::add_claim_row(ClaimRow row) {
  MZ_CHECK(!is_claimed(row.loan));  // INV-31
  claimed_.change(row.loan) = true;
  const ClaimKey key = row.key;
  rows_.insert(key, std::move(row));
}

void Guarantee::release_loan(const std::string& loan) {
  MZ_CHECK(is_claimed(loan));
  claimed_.change(loan) = false;
}

Guarantee::Mark Guarantee::mark() const {
  return Mark{pools_.mark(), movements_.mark(), risk_funds_.mark(), claims_.mark(), rows_.mark(), claimed_.mark()};
}

void Guarantee::undo_to(const Mark& mark) {
  risk_funds_.undo_to(mark.risk_funds);
  claims_.undo_to(mark.claims);
  rows_.undo_to(mark.rows);
  claimed_.undo_to(mark.loans);
  pools_.undo_to(mark.pools);
  movements_.undo_to(mark.movements);
}

void Guarantee::forget_undo() {
  risk_funds_.forget_undo();
  claims_.forget_undo();
  rows_.forget_undo();
  claimed_.forget_undo();
  pools_.forget_undo();
  movements_.forget_undo();
}

void Guarantee::flush() {
  const auto pools = pools_.take_pending();
  store_.insert_pools(pools.first);
  store_.update_pools(pools.second);
  store_.insert_movements(movements_.take_pending().first);
  stored_movements_ = movements_.count();
  const auto funds = risk_funds_.take_pending();
  store_.insert_risk_funds(funds.first);
  store_.update_risk_funds(funds.second);
  const auto claims = claims_.take_pending();
  store_.insert_claims(claims.first);
  store_.update_claims(claims.second);
  const auto rows = rows_.take_pending();
  store_.insert_claim_rows(rows.first);
  store_.update_claim_rows(rows.second);
  claimed_.take_pending();
}

bool Guarantee::is_large() const { return pools_.size() + movements_.size() + rows_.size() > kSensibleRows; }

}  // namespace mingzhang::guarantee
