// SPDX-License-Identifier: Apache-2.0
// Loans that are given up as lost, and what comes back of them.
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

/// Writes a loan off 核销: loan_write_off/v1. D provision, C principal for all that is outstanding; interest that was settled
/// and not paid is taken out of income. The debt is not extinguished.
struct WriteOff {
  std::string code;
  std::string loan;
  Date date;
  Money principal;  ///< all that is outstanding
  Money interest;   ///< settled and not paid
  std::string reason;
  std::vector<std::string> evidence;
};

/// Money that comes back of a loan that was written off 收回已核销贷款: loan_recovery/v1. D bank, C provision.
struct RecoverLoan {
  std::string code;
  std::string loan;
  Date date;
  Money amount;
};

// See command.h for what these do.
std::vector<Problem> check_request(const WriteOff& command);
std::vector<Problem> check_request(const RecoverLoan& command);
std::vector<Problem> check_state(const WriteOff& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const RecoverLoan& command, Loans& loans, ledger::Book& book);
std::string encode(const WriteOff& command);
std::string encode(const RecoverLoan& command);
std::optional<WriteOff> decode_write_off(const JsonValue& data);
std::optional<RecoverLoan> decode_recover_loan(const JsonValue& data);
void apply(const WriteOff& command, std::int64_t seq, Loans& loans);
void apply(const RecoverLoan& command, std::int64_t seq, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const WriteOff& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const RecoverLoan& command, Loans& loans);

/// Interest that was settled as income and has not been paid.
Money interest_open(const Loan& loan);

}  // namespace mingzhang::loans
