// SPDX-License-Identifier: Apache-2.0
// What stands behind the loans of one book as of its head, in memory until it is written in bulk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/overlay.h"
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
  Register<RiskFund>& risk_funds() { return risk_funds_; }
  Register<Claim>& claims() { return claims_; }
  /// Null where the claim has no such line.
  const ClaimRow* claim_row(const ClaimKey& key);
  /// The lines of a claim by number.
  template <class Visit>
  void visit_rows(const Claim& claim, Visit visit) {
    for (std::int64_t number = 1; number <= claim.rows; ++number) visit(*claim_row({claim.id, number}));
  }
  /// Whether a line of this loan stands that is not disputed.
  bool is_claimed(const std::string& loan);
  /// What came into the pool's deposit from a fund, less what went back to it or was taken of it.
  Money left_of(PoolId pool, std::string_view fund);

  // Called by the apply functions only.
  /// The pool that the checks have found to exist, to be changed.
  Pool& change_pool(std::string_view code);
  RiskFund& change_risk_fund(std::string_view code);
  Claim& change_claim(std::string_view code);
  void add_claim_row(ClaimRow row);
  ClaimRow& change_claim_row(const ClaimKey& key);
  /// The loan can be claimed again.
  void release_loan(const std::string& loan);
  void add_movement(Movement movement) { movements_.add(std::move(movement)); }

  struct Mark {
    RegisterMark pools, movements, risk_funds, claims;
    std::size_t rows, loans;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  /// Called between two requests: what was done stays.
  void forget_undo();
  /// Writes everything that is new or changed.
  void flush();
  /// True where more rows are held than is sensible; the caller then flushes and starts with a fresh one.
  bool is_large() const;

 private:
  struct RowHash {
    std::size_t operator()(const ClaimKey& key) const { return mix_hash(mix_hash(5, key.claim.value), key.number); }
  };

  GuaranteeStore& store_;
  Register<Pool> pools_;
  Register<Movement> movements_;
  Register<RiskFund> risk_funds_;
  Register<Claim> claims_;
  Overlay<ClaimKey, ClaimRow, RowHash> rows_;
  Overlay<std::string, bool, TextHash> claimed_;  // follows from the rows, and is read from them
  std::int64_t stored_movements_;  // the later ones are in memory only
};

}  // namespace mingzhang::guarantee
