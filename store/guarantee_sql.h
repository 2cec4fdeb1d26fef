// SPDX-License-Identifier: Apache-2.0
// The projections of one book's guarantees in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guarantee/guarantee_store.h"
#include "ledger/ids.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `guarantee::GuaranteeStore`. Empty optional texts are stored as NULL and come back empty; a row with an impossible
/// value throws WorldError Damaged.
class GuaranteeSql final : public guarantee::GuaranteeStore {
 public:
  /// `connection` must outlive this store.
  GuaranteeSql(Connection& connection, ledger::BookId book) : connection_(connection), book_id_(book.value) {}

  std::optional<guarantee::Pool> pool(std::string_view code) override;
  std::optional<guarantee::Pool> pool(guarantee::PoolId id) override;
  std::optional<guarantee::Movement> movement(std::string_view code) override;
  std::optional<guarantee::Movement> movement(guarantee::MovementId id) override;
  std::int64_t pool_count() override;
  std::int64_t movement_count() override;
  std::vector<guarantee::Pool> pools() override;
  std::vector<guarantee::Movement> movements_of(guarantee::PoolId pool) override;
  std::optional<guarantee::RiskFund> risk_fund(std::string_view code) override;
  std::optional<guarantee::RiskFund> risk_fund(guarantee::RiskFundId id) override;
  std::int64_t risk_fund_count() override;
  std::vector<guarantee::RiskFund> risk_funds() override;
  std::vector<guarantee::Movement> movements_of(guarantee::RiskFundId fund) override;
  std::optional<guarantee::Claim> claim(std::string_view code) override;
  std::optional<guarantee::Claim> claim(guarantee::ClaimId id) override;
  std::int64_t claim_count() override;
  std::vector<guarantee::Claim> claims() override;
  std::optional<guarantee::ClaimRow> claim_row(const guarantee::ClaimKey& key) override;
  std::vector<guarantee::ClaimRow> rows_of(guarantee::ClaimId claim) override;
  bool is_claimed(std::string_view loan) override;
  void insert_risk_funds(std::span<const guarantee::RiskFund> rows) override;
  void update_risk_funds(std::span<const guarantee::RiskFund> rows) override;
  void insert_claims(std::span<const guarantee::Claim> rows) override;
  void update_claims(std::span<const guarantee::Claim> rows) override;
  void insert_claim_rows(std::span<const guarantee::ClaimRow> rows) override;
  void update_claim_rows(std::span<const guarantee::ClaimRow> rows) override;
  void insert_pools(std::span<const guarantee::Pool> rows) override;
  void update_pools(std::span<const guarantee::Pool> rows) override;
  void insert_movements(std::span<const guarantee::Movement> rows) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
