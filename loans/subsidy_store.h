// SPDX-License-Identifier: Apache-2.0
// What the subsidy needs from storage: claims and their lines.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "loans/subsidy.h"

namespace mingzhang::loans {

using VisitSubsidyClaim = std::function<void(const SubsidyClaim&)>;

/// Reads and writes the subsidy of one book, inside a transaction that somebody else holds. See loans_store.h.
class SubsidyStore {
 public:
  virtual ~SubsidyStore() = default;

  virtual std::optional<SubsidyClaim> subsidy_claim(std::string_view code) = 0;
  virtual std::optional<SubsidyClaim> subsidy_claim(SubsidyClaimId id) = 0;
  virtual std::optional<SubsidyRow> subsidy_row(SubsidyRowId id) = 0;
  /// Largest ids given so far.
  virtual std::int64_t subsidy_claim_count() = 0;
  virtual std::int64_t subsidy_row_count() = 0;
  /// In the order of ids.
  virtual void all_subsidy_claims(const VisitSubsidyClaim& visit) = 0;
  virtual std::vector<SubsidyRow> subsidy_rows_of(SubsidyClaimId claim) = 0;
  virtual std::vector<SubsidyRow> subsidy_rows_of(LoanId loan) = 0;

  virtual void insert_subsidy_claims(std::span<const SubsidyClaim> rows) = 0;
  virtual void update_subsidy_claims(std::span<const SubsidyClaim> rows) = 0;
  virtual void insert_subsidy_rows(std::span<const SubsidyRow> rows) = 0;
  virtual void update_subsidy_rows(std::span<const SubsidyRow> rows) = 0;
};

}  // namespace mingzhang::loans
