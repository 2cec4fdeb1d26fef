// SPDX-License-Identifier: Apache-2.0
// What guarantee/ needs from storage: the rows of one book's projections, read one by one, written in bulk.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guarantee/claim.h"
#include "guarantee/pool.h"
#include "guarantee/risk_fund.h"

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

  virtual std::optional<RiskFund> risk_fund(std::string_view code) = 0;
  virtual std::optional<RiskFund> risk_fund(RiskFundId id) = 0;
  virtual std::int64_t risk_fund_count() = 0;
  virtual std::vector<RiskFund> risk_funds() = 0;  ///< all, by id
  /// Of one fund and its claims in the order of their records.
  virtual std::vector<Movement> movements_of(RiskFundId fund) = 0;
  virtual std::optional<Claim> claim(std::string_view code) = 0;
  virtual std::optional<Claim> claim(ClaimId id) = 0;
  virtual std::int64_t claim_count() = 0;
  virtual std::vector<Claim> claims() = 0;  ///< all, by id
  virtual std::optional<ClaimRow> claim_row(const ClaimKey& key) = 0;
  virtual std::vector<ClaimRow> rows_of(ClaimId claim) = 0;  ///< by number
  /// Whether a line of this loan stands that is not disputed.
  virtual bool is_claimed(std::string_view loan) = 0;

  virtual void insert_risk_funds(std::span<const RiskFund> rows) = 0;
  virtual void update_risk_funds(std::span<const RiskFund> rows) = 0;
  virtual void insert_claims(std::span<const Claim> rows) = 0;
  virtual void update_claims(std::span<const Claim> rows) = 0;
  virtual void insert_claim_rows(std::span<const ClaimRow> rows) = 0;
  virtual void update_claim_rows(std::span<const ClaimRow> rows) = 0;
  virtual void insert_pools(std::span<const Pool> rows) = 0;
  virtual void update_pools(std::span<const Pool> rows) = 0;
  virtual void insert_movements(std::span<const Movement> rows) = 0;
};

}  // namespace mingzhang::guarantee
