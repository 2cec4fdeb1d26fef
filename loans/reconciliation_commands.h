// SPDX-License-Identifier: Apache-2.0
// Reconciliation 对账 as records: what was found, what becomes of it, and the signatures of both sides. Moves no money.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "ledger/book.h"
#include "ledger/voucher.h"
#include "loans/loans.h"
#include "loans/reconciliation_list.h"

namespace mingzhang::loans {

/// What a column adds up to on both sides.
struct ReconciliationSum {
  std::string field;
  Money here;
  Money there;
};

/// One difference as it is recorded; texts as `recordable` makes them.
struct FoundItem {
  std::int64_t number = 0;  ///< 1, 2, 3 … in the order of the comparison
  std::string key;
  DifferenceKind kind = DifferenceKind::Amount;
  std::string field;
  std::string here;
  std::string there;
  std::int64_t row = 0;
};

/// Records a comparison: reconciliation/v1. The month of the day may be closed, for nothing is posted.
struct RecordReconciliation {
  std::string code;
  ReconciliationSubject subject = ReconciliationSubject::Register;
  std::string about;                 ///< bank (empty: every bank), claim or account
  Date date;                         ///< the day that was reconciled
  std::string sha256;                ///< of the file's bytes
  Money tolerance;
  std::int64_t rows_here = 0;
  std::int64_t rows_there = 0;
  std::vector<ReconciliationSum> sums;
  std::vector<std::string> columns;  ///< of the file that were not compared; `recordable`
  std::vector<FoundItem> items;
  std::string replaces;              ///< code of the one that it replaces; empty: none
};

/// Deals with items: reconciliation_item/v1.
struct HandleItems {
  std::string reconciliation;
  std::vector<std::int64_t> items;  ///< ascending
  ItemAction action = ItemAction::Assign;
  Date date;
  std::string to;      ///< of Assign: unit or role, plain text
  std::string note;
  std::string source;  ///< of Resolve: code of the step, or name of the voucher, that mended it
};

/// Signs for a side: reconciliation_sign/v1. With both signatures the reconciliation is closed.
struct SignReconciliation {
  std::string reconciliation;
  ReconciliationSide side = ReconciliationSide::Here;
  std::string unit;
  std::string capacity;
  std::string document;  ///< empty: none
  Date date;
};

// See command.h for what these do.
std::vector<Problem> check_request(const RecordReconciliation& command);
std::vector<Problem> check_request(const HandleItems& command);
std::vector<Problem> check_request(const SignReconciliation& command);
std::vector<Problem> check_state(const RecordReconciliation& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const HandleItems& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const SignReconciliation& command, Loans& loans, ledger::Book& book);
std::string encode(const RecordReconciliation& command);
std::string encode(const HandleItems& command);
std::string encode(const SignReconciliation& command);
std::optional<RecordReconciliation> decode_record_reconciliation(const JsonValue& data);
std::optional<HandleItems> decode_handle_items(const JsonValue& data);
std::optional<SignReconciliation> decode_sign_reconciliation(const JsonValue& data);
void apply(const RecordReconciliation& command, std::int64_t seq, Loans& loans);
void apply(const HandleItems& command, std::int64_t seq, Loans& loans);
void apply(const SignReconciliation& command, std::int64_t seq, Loans& loans);

}  // namespace mingzhang::loans
