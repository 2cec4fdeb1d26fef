// SPDX-License-Identifier: Apache-2.0
// Payment lists (发放清单): submitted, paid, returned by the bank row by row, paid again, cancelled, withdrawn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "funds/accounts.h"
#include "funds/funds.h"
#include "funds/movements.h"
#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::funds {

/// Most rows of one list.
inline constexpr std::size_t kRowsMax = 200'000;
/// Most lines of one voucher that pays a list; a longer list is paid by several vouchers.
inline constexpr std::size_t kVoucherLines = 20'000;
/// Rows that such a voucher has room for beside the bank and the budget entry.
inline constexpr std::size_t kVoucherRows = kVoucherLines - 3;

/// One row of a list that is submitted.
struct SubmittedRow {
  std::string household;  ///< opaque code
  std::string person;     ///< opaque code; empty: the household as a whole
  Money amount;
  std::string payee;      ///< salted SHA-256 of the account, 64 hex digits; may be empty
};

/// Submits a list: disbursement/v1. Its total is set aside from its day on, so that two lists never promise the same yuan.
struct SubmitList {
  std::string code;
  std::string indicator;
  TargetName target;        ///< whose money pays it; none: the indicator's own
  std::string project;      ///< code; may be empty
  std::string title;        ///< programme, e.g. 到户产业发展补助
  Date date;
  Date publicity_end;       ///< first day on which it may be paid; `date` where there is no publicity
  std::string explanation;  ///< of the rule behind the amounts, canonical JSON; may be empty
  Money total;
  std::string digest;       ///< SHA-256 of `list_rows_bytes(rows)`; the caller computes it, a replay can check it
  std::vector<SubmittedRow> rows;
};

/// Pays all rows that wait: disbursement_payment/v1. D expense per row, C bank (or what the list's target holds).
struct PayList {
  std::string code;
  std::string list;
  Date date;
  Accounts accounts;
};

/// One row that changes.
struct ChangedRow {
  std::int64_t number = 0;  ///< from 1
  std::string reason;       ///< why it comes back or is cancelled; empty where it is paid again
  std::string payee;        ///< digest of the corrected account, only where it is paid again; may be empty
};

/// Rows of a paid list: returned by the bank (disbursement_return/v1: D bank, C to be paid again), paid again
/// (disbursement_repay/v1: D to be paid again, C bank), or not to be paid any more (disbursement_cancel/v1: D to be paid
/// again, C expense; the money is where the list took it from).
struct ChangeRows {
  std::string code;
  std::string list;
  RowAction action = RowAction::Return;
  Date date;
  std::vector<ChangedRow> rows;
  Accounts accounts;
};

/// Withdraws a list before it is paid: disbursement_withdrawal/v1. The same rows can be submitted again.
struct WithdrawList {
  std::string code;
  std::string list;
  Date date;
  std::string reason;
};

/// The canonical bytes of a list's rows: what its digest is of.
std::string list_rows_bytes(const std::vector<SubmittedRow>& rows);
/// How many vouchers pay so many rows. Example: 20,236 rows → 2.
std::int64_t voucher_count(std::int64_t rows);

// See command.h for what these do.
std::vector<Problem> check_request(const SubmitList& command);
std::vector<Problem> check_request(const PayList& command);
std::vector<Problem> check_request(const ChangeRows& command);
std::vector<Problem> check_request(const WithdrawList& command);
std::vector<Problem> check_state(const SubmitList& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const PayList& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const ChangeRows& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const WithdrawList& command, Funds& funds, ledger::Book& book);
std::string encode(const SubmitList& command);
std::string encode(const PayList& command);
std::string encode(const ChangeRows& command);
std::string encode(const WithdrawList& command);
std::optional<SubmitList> decode_submit_list(const JsonValue& data);
std::optional<PayList> decode_pay_list(const JsonValue& data);
std::optional<ChangeRows> decode_change_rows(const JsonValue& data, RowAction action);
std::optional<WithdrawList> decode_withdraw_list(const JsonValue& data);
void apply(const SubmitList& command, std::int64_t seq, Funds& funds);
void apply(const PayList& command, std::int64_t seq, Funds& funds);
void apply(const ChangeRows& command, std::int64_t seq, Funds& funds);
void apply(const WithdrawList& command, std::int64_t seq, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const PayList& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const ChangeRows& command, Funds& funds);

}  // namespace mingzhang::funds
