// SPDX-License-Identifier: Apache-2.0
// Reconciliation 对账 of a bank's files with the books: reads both sides, compares, renders the work list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "loans/reconciliation_commands.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What a comparison found.
struct Reconciled {
  std::string text;
  std::int64_t differences = 0;
  /// The same as it would be recorded, without its code. What is no code in the other side's file is not in it.
  loans::RecordReconciliation record;
};
using ReconciledResult = Result<Reconciled, Refusal>;

/// A file and what it is compared with.
struct RegisterQuestion {
  std::string bank;       ///< whose loans; empty: of every bank
  std::string date;       ///< the end of this day
  std::string tolerance;  ///< yuan; empty: 0.00
};
/// The difference as an item of a record: its texts as `loans::recordable` makes them, keys of our own rows as they are.
loans::FoundItem found_item(const loans::Difference& difference, std::int64_t number, bool is_our_key);
/// SHA-256 of a file's bytes, hexadecimal.
std::string file_digest(std::string_view file_bytes);
/// Chinese and English of a field of a recorded item; the key where it is not known.
std::string field_title(loans::ReconciliationSubject subject, std::string_view field);

/// The bank's list of loans against the register. A settled loan that the bank does not list any more is no difference.
ReconciledResult reconcile_register(const BookPlace& place, std::string_view file_bytes, const RegisterQuestion& question,
                                    Format format);

/// The bank's subsidy list against a claim: line by line where the file has days, else loan by loan.
ReconciledResult reconcile_subsidy(const BookPlace& place, std::string_view file_bytes, const std::string& claim,
                                   const std::string& tolerance, Format format);

/// A statement against an account: running balances, then rows against voucher lines of the days that it covers.
ReconciledResult reconcile_statement(const BookPlace& place, std::string_view file_bytes, const std::string& account,
                                     Format format);

}  // namespace mingzhang::service
