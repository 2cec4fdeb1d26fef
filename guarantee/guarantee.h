// SPDX-License-Identifier: Apache-2.0
// What stands behind the loans of one book as of its head, in memory until it is written in bulk.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/register.h"
#include "guarantee/guarantee_store.h"
#include "guarantee/pool.h"

namespace mingzhang::guarantee {

/// The state of one book's guarantees above its store. Reads see every change made through this object; nothing is written
/// before `flush`; `mark` and `undo_to` take back one request. Valid while nobody else writes to the book.
class Guarantee {
 public:
  /// `store` must outlive this object.
  explicit Guarantee(GuaranteeStore& store);
  Guarantee(const Guarantee&) = delete;
  Guarantee& operator=(const Guarantee&) = delete;

  GuaranteeStore& store() { return store_; }
  Register<Pool>& pools() { return pools_; }
  Register<Movement>& movements() { return movements_; }
  /// What came into the pool's deposit from a fund, less what went back to it or was taken of it.
  Money left_of(PoolId pool, std::string_view fund);

  // Called by the apply functions only.
  /// The pool that the checks have found to exist, to be changed.
  Pool& change_pool(std::string_view code);
  void add_movement(Movement movement) { movements_.add(std::move(movement)); }

  struct Mark {
    RegisterMark pools, movements;
  };
  Mark mark() const { return Mark{pools_.mark(), movements_.mark()}; }
  void undo_to(const Mark& mark);
  /// Called between two requests: what was done stays.
  void forget_undo();
  /// Writes everything that is new or changed.
  void flush();
  /// True where more rows are held than is sensible; the caller then flushes and starts with a fresh one.
  bool is_large() const;

 private:
  GuaranteeStore& store_;
  Register<Pool> pools_;
  Register<Movement> movements_;
  std::int64_t stored_movements_;  // the later ones are in memory only
};

}  // namespace mingzhang::guarantee
