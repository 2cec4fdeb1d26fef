// SPDX-License-Identifier: Apache-2.0
// What a day's end asks of all loans: interest that is due, classes by days overdue.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "loans/batch_commands.h"
#include "loans/command.h"
#include "loans/loans.h"
#include "service/lending/loan_setup.h"
#include "service/policies/asking.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// One command of a close.
struct DayBatch {
  std::string code;
  bool settles = false;    ///< interest; else it classifies
  std::int64_t loans = 0;
  loans::Command command;
};

/// The close of one day (日终). Loans are found by how they stand, so that only those are read of which something changes.
struct DayClose {
  /// Settlements of interest, then classifications, each of at most `loans::kBatchMax` loans, with the codes CODE-1, CODE-2 …
  /// that are free. Empty: the day changes nothing, or was closed before.
  std::vector<DayBatch> batches;
  std::int64_t settled = 0;       ///< loans whose interest is settled
  Money interest;
  std::int64_t reclassified = 0;  ///< loans that get another class
};

/// Reads the book and the table of days overdue ("PACK/RULE" in `table.rule`, kind overdue_classes; empty: the national one).
/// Of `words` it takes code and date. A close that stopped half-way goes on where it stopped when it is asked for again.
Result<DayClose, Refusal> close_day(const BookPlace& place, const LoanWords& words, const RuleWords& table);

/// Interest that has become due by the day and was not settled yet, in the order of the loans' codes. `loans` has no changes
/// that are not written.
std::vector<loans::AccruedRow> interest_due(loans::Loans& loans, Date day);

/// Loans whose class by days overdue is another than the one they have.
struct ClassChanges {
  std::vector<loans::ClassifiedRow> rows;  ///< in the order of their codes
  std::string explanation;                 ///< the table's answer for the longest overdue; empty where nothing was asked
};
Result<ClassChanges, Refusal> class_changes(const BookPlace& place, Date day, const RuleWords& table);

}  // namespace mingzhang::service
