// SPDX-License-Identifier: Apache-2.0
// The subsidy of one book in plain maps, so that loans/ can be tested without SQL.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "loans/subsidy_commands.h"
#include "loans/subsidy_store.h"

namespace mingzhang::tests {

/// Every member of a row, in the order of its declaration, separated by '|'.
inline std::string text_of(const loans::SubsidyClaim& row) {
  const auto number = [](std::int64_t value) { return std::to_string(value) + "|"; };
  return number(row.id.value) + row.code + "|" + row.bank + "|" + std::string(word_of(row.mode)) + "|" + to_iso(row.date) + "|" +
         to_iso(row.from) + "|" + to_iso(row.to) + "|" + loans::text_of(row.payers) + "|" + number(row.first.value) +
         number(row.rows) + number(row.interest.fen()) + number(row.subsidy.fen()) + number(row.paid.fen()) +
         number(row.back.fen()) + loans::text_of(row.accounts) + "|" + std::to_string(row.seq);
}
inline std::string text_of(const loans::SubsidyRow& row) {
  const auto number = [](std::int64_t value) { return std::to_string(value) + "|"; };
  return number(row.id.value) + number(row.claim.value) + number(row.number) + number(row.loan.value) + to_iso(row.from) + "|" +
         to_iso(row.to) + "|" + number(row.principal.fen()) + number(row.interest.fen()) + number(row.subsidised.fen()) +
         number(row.subsidy.fen()) + std::string(word_of(row.state)) + "|" + row.reason + "|" + to_iso(row.paid_on) + "|" +
         std::to_string(row.back.fen());
}

/// Keeps what was inserted; aborts where a row is inserted twice or updated before it was inserted.
class MemorySubsidyStore final : public loans::SubsidyStore {
 public:
  std::optional<loans::SubsidyClaim> subsidy_claim(std::string_view code) override {
    for (const auto& [id, claim] : claims_) {
      if (claim.code == code) return claim;
    }
    return std::nullopt;
  }
  std::optional<loans::SubsidyClaim> subsidy_claim(loans::SubsidyClaimId id) override {
    const auto found = claims_.find(id.value);
    return found == claims_.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<loans::SubsidyRow> subsidy_row(loans::SubsidyRowId id) override {
    const auto found = rows_.find(id.value);
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
  }
  std::int64_t subsidy_claim_count() override { return static_cast<std::int64_t>(claims_.size()); }
  std::int64_t subsidy_row_count() override { return static_cast<std::int64_t>(rows_.size()); }
  void all_subsidy_claims(const loans::VisitSubsidyClaim& visit) override {
    for (const auto& [id, claim] : claims_) visit(claim);
  }
  std::vector<loans::SubsidyRow> subsidy_rows_of(loans::SubsidyClaimId claim) override {
    std::vector<loans::SubsidyRow> found;
    for (const auto& [id, row] : rows_) {
      if (row.claim == claim) found.push_back(row);
    }
    return found;
  }
  std::vector<loans::SubsidyRow> subsidy_rows_of(loans::LoanId loan) override {
    std::vector<loans::SubsidyRow> found;
    for (const auto& [id, row] : rows_) {
      if (row.loan == loan) found.push_back(row);
    }
    return found;
  }
  void insert_subsidy_claims(std::span<const loans::SubsidyClaim> rows) override {
    for (const loans::SubsidyClaim& row : rows) MZ_CHECK(claims_.emplace(row.id.value, row).second);
  }
  void update_subsidy_claims(std::span<const loans::SubsidyClaim> rows) override {
    for (const loans::SubsidyClaim& row : rows) claims_.at(row.id.value) = row;
  }
  void insert_subsidy_rows(std::span<const loans::SubsidyRow> rows) override {
    for (const loans::SubsidyRow& row : rows) MZ_CHECK(rows_.emplace(row.id.value, row).second);
  }
  void update_subsidy_rows(std::span<const loans::SubsidyRow> rows) override {
    for (const loans::SubsidyRow& row : rows) rows_.at(row.id.value) = row;
  }

 private:
  std::map<std::int64_t, loans::SubsidyClaim> claims_;
  std::map<std::int64_t, loans::SubsidyRow> rows_;
};

}  // namespace mingzhang::tests
