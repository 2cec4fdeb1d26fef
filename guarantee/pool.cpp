// SPDX-License-Identifier: Apache-2.0
// What a pool can carry, and when it stops.
#include "guarantee/pool.h"

#include "base/check.h"
#include "base/ratio.h"

namespace mingzhang::guarantee {

std::optional<Money> capacity_of(Money deposit, std::int64_t multiple) {
  return scale(deposit, Ratio{multiple, 1}, Rounding::Down);
}

Money deposit_for(Money target, std::int64_t multiple) {
  const std::optional<Money> deposit = scale(target, Ratio{1, multiple}, Rounding::Up);
  MZ_CHECK(deposit.has_value());
  return *deposit;
}

Money Pool::capacity() const {
  const std::optional<Money> capacity = capacity_of(deposit, terms.multiple);
  MZ_CHECK(capacity.has_value());  // checked whenever deposit or multiple grow
  return *capacity;
}

PoolState Pool::state() const {
  if (!stop_reason.empty()) return PoolState::Stopped;
  // Percents of at most 10^15 fen stay far inside 64 bits.
  if (terms.npl_tolerance > 0 && bad.fen() > 0 && bad.fen() * 100 >= terms.npl_tolerance * balance.fen()) {
    return PoolState::NonPerforming;
  }
  if (headroom().fen() <= 0) return PoolState::Full;
  if (terms.alert_percent > 0 && exposure.fen() * 100 >= terms.alert_percent * capacity().fen()) return PoolState::Alert;
  return PoolState::Open;
}

}  // namespace mingzhang::guarantee
