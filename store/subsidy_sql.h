// SPDX-License-Identifier: Apache-2.0
// The subsidy of one book's loans in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/ids.h"
#include "loans/subsidy_store.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `loans::SubsidyStore`; a row with an impossible value throws WorldError Damaged.
class SubsidySql final : public loans::SubsidyStore {
 public:
  /// `connection` must outlive this store.
  SubsidySql(Connection& connection, ledger::BookId book) : connection_(connection), book_id_(book.value) {}

  std::optional<loans::SubsidyClaim> subsidy_claim(std::string_view code) override;
  std::optional<loans::SubsidyClaim> subsidy_claim(loans::SubsidyClaimId id) override;
  std::optional<loans::SubsidyRow> subsidy_row(loans::SubsidyRowId id) override;
  std::int64_t subsidy_claim_count() override;
  std::int64_t subsidy_row_count() override;
  void all_subsidy_claims(const loans::VisitSubsidyClaim& visit) override;
  std::vector<loans::SubsidyRow> subsidy_rows_of(loans::SubsidyClaimId claim) override;
  std::vector<loans::SubsidyRow> subsidy_rows_of(loans::LoanId loan) override;
  void insert_subsidy_claims(std::span<const loans::SubsidyClaim> rows) override;
  void update_subsidy_claims(std::span<const loans::SubsidyClaim> rows) override;
  void insert_subsidy_rows(std::span<const loans::SubsidyRow> rows) override;
  void update_subsidy_rows(std::span<const loans::SubsidyRow> rows) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
