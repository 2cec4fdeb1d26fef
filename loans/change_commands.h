// SPDX-License-Identifier: Apache-2.0
// What changes the terms of a loan that runs: rates, pauses, extensions, misuse. Money that was set off before may be set
// off anew; the voucher then holds the difference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "ledger/book.h"
#include "ledger/voucher.h"
#include "loans/loan.h"
#include "loans/loans.h"

namespace mingzhang::loans {

/// A new rate from a day on 利率调整: loan_rate/v1.
struct ChangeRate {
  std::string code;
  std::string loan;
  Date date;
  Date from;
  Rate rate;
  Parts parts;  ///< by how much what was paid changes; sums to zero
  std::string reason;
  std::string explanation;
};

/// No interest on the days [from, to) 停息: loan_pause/v1.
struct PauseInterest {
  std::string code;
  std::string loan;
  Date date;
  Date from;
  Date to;
  Parts parts;
  std::string reason;
};

/// Extends 展期: loan_extension/v1. `rows` more rows at the end, the principal of the row due on `due` and after spread
/// over them; or, with `rows` 0, that row is due on `to`. With a rate, it holds from the day of the command.
/// It is granted before that row's due day is over. Limits: 贷款通则 art. 12, as an `extension_limit` rule says.
struct ExtendLoan {
  std::string code;
  std::string loan;
  Date date;
  Date due;
  std::int64_t rows = 0;
  Date to = no_day();
  std::optional<Rate> rate;
  Parts parts;
  std::string reason;
  std::string explanation;
  std::vector<std::string> evidence;
};

/// Money used against the contract 挪用, known from a day on: loan_misuse/v1. From then on the principal bears the
/// contract's multiple of its rate, and no subsidy is paid.
struct ReportMisuse {
  std::string code;
  std::string loan;
  Date date;
  Date from;
  Parts parts;
  std::string reason;
  std::vector<std::string> evidence;
};

// See command.h for what these do.
std::vector<Problem> check_request(const ChangeRate& command);
std::vector<Problem> check_request(const PauseInterest& command);
std::vector<Problem> check_request(const ExtendLoan& command);
std::vector<Problem> check_request(const ReportMisuse& command);
std::vector<Problem> check_state(const ChangeRate& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const PauseInterest& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ExtendLoan& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ReportMisuse& command, Loans& loans, ledger::Book& book);
std::string encode(const ChangeRate& command);
std::string encode(const PauseInterest& command);
std::string encode(const ExtendLoan& command);
std::string encode(const ReportMisuse& command);
std::optional<ChangeRate> decode_change_rate(const JsonValue& data);
std::optional<PauseInterest> decode_pause_interest(const JsonValue& data);
std::optional<ExtendLoan> decode_extend_loan(const JsonValue& data);
std::optional<ReportMisuse> decode_report_misuse(const JsonValue& data);
void apply(const ChangeRate& command, std::int64_t seq, Loans& loans);
void apply(const PauseInterest& command, std::int64_t seq, Loans& loans);
void apply(const ExtendLoan& command, std::int64_t seq, Loans& loans);
void apply(const ReportMisuse& command, std::int64_t seq, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ChangeRate& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const PauseInterest& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ExtendLoan& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ReportMisuse& command, Loans& loans);

// The step that a change becomes, for asking what it would do (`effect_of`).
LoanStep step_for(const ChangeRate& command);
LoanStep step_for(const PauseInterest& command);
LoanStep step_for(const ExtendLoan& command);
LoanStep step_for(const ReportMisuse& command);

}  // namespace mingzhang::loans
