// SPDX-License-Identifier: Apache-2.0
// The claims of one book as of its head, in memory until they are written in bulk.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/overlay.h"
#include "base/register.h"
#include "loans/subsidy.h"
#include "loans/subsidy_store.h"

namespace mingzhang::loans {

/// The subsidy's part of `Loans`; see there.
class Subsidies {
 public:
  /// `store` must outlive this object.
  explicit Subsidies(SubsidyStore& store);
  Subsidies(const Subsidies&) = delete;
  Subsidies& operator=(const Subsidies&) = delete;

  Register<SubsidyClaim>& claims() { return claims_; }
  /// The line with this number, or null. The pointer is good until a line is added.
  const SubsidyRow* row_of(const SubsidyClaim& claim, std::int64_t number);
  /// Every line of a loan in the order of ids, rejected ones among them.
  std::vector<SubsidyRow> rows_of(LoanId loan);

  // Called by the apply functions only.
  /// Gives the claim its id and the lines theirs.
  void add(SubsidyClaim claim, std::vector<SubsidyRow> rows);
  SubsidyRow& change(SubsidyRowId row) { return rows_.change(row.value); }

  struct Mark {
    RegisterMark claims;
    std::size_t rows;
    std::int64_t row_count;
  };
  Mark mark() const { return {claims_.mark(), rows_.mark(), row_count_}; }
  void undo_to(const Mark& mark);
  void forget_undo();
  void flush();
  std::size_t size() const { return claims_.size() + rows_.size(); }

 private:
  const SubsidyRow* row(std::int64_t id);
  std::vector<std::int64_t>& ids_of(LoanId loan);

  SubsidyStore& store_;
  Register<SubsidyClaim> claims_;
  Overlay<std::int64_t, SubsidyRow, IntegerHash> rows_;
  std::int64_t row_count_ = 0;
  // What was read of a loan's lines and added since. Ids that were taken back may still stand here.
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> ids_of_loan_;
};

}  // namespace mingzhang::loans
