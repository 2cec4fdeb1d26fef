// SPDX-License-Identifier: Apache-2.0
// What guarantee/ needs from storage: the rows of one book's projections, read one by one, written in bulk.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guarantee/pool.h"

namespace mingzhang::guarantee {

/// Reads and writes the projections of one book, inside a transaction that somebody else holds.
/// Reads see what was written before in the same transaction. Every failure throws WorldError.
class GuaranteeStore {
 public:
  virtual ~GuaranteeStore() = default;

  virtual std::optional<Pool> pool(std::string_view code) = 0;
  virtual std::optional<Pool> pool(PoolId id) = 0;
  /// By the code that vouchers carry as their source.
  virtual std::optional<Movement> movement(std::string_view code) = 0;
  virtual std::optional<Movement> movement(MovementId id) = 0;
  /// Largest ids given so far.
  virtual std::int64_t pool_count() = 0;
  virtual std::int64_t movement_count() = 0;
  virtual std::vector<Pool> pools() = 0;  ///< all, by id
  /// Of one pool in the order of their records.
  virtual std::vector<Movement> movements_of(PoolId pool) = 0;

  virtual void insert_pools(std::span<const Pool> rows) = 0;
  virtual void update_pools(std::span<const Pool> rows) = 0;
  virtual void insert_movements(std::span<const Movement> rows) = 0;
};

}  // namespace mingzhang::guarantee
