// SPDX-License-Identifier: Apache-2.0
// What moves the money of a loan: paying out, repaying, going on into another loan, and taking a step back.
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

/// Pays out 放款: loan_disbursement/v1. D principal, C bank. The first day it is done is the loan's start.
struct Disburse {
  std::string code;
  std::string loan;
  Date date;
  Money amount;
};

/// Repays 还款: loan_repayment/v1. D bank, C principal, interest, penalties as they are set off. A day before other
/// repayments sets those off anew, and the voucher holds the difference. Where it settles the loan, `parts` are all that is
/// owed on the day, and what was not paid out yet is given up.
struct Repay {
  std::string code;
  std::string loan;
  Date date;
  bool settles = false;
  Parts parts;  ///< as the schedule sets them off; their sum is the money
};

/// Lets the principal go on into a new loan without cash 无还本续贷: loan_renewal/v1. Interest and penalties to the day are
/// paid; the new loan keeps household, bank, fund and guarantee, counts one renewal more and remembers the first day of
/// its chain. Source: 银保监发〔2021〕6号 (续贷), 国开办发〔2014〕78号.
struct RenewLoan {
  std::string code;
  std::string loan;         ///< the old one
  std::string into;         ///< code of the new one
  Date date;
  Parts parts;              ///< of the old loan, all that is owed; the principal goes on, the rest is paid
  std::int64_t months = 0;
  Contract contract;        ///< of the new loan; its principal is `parts.principal`
  std::string product;
  std::string explanation;
  std::vector<std::string> evidence;
};

/// Takes a step back 冲正: loan_correction/v1. Everything behind it is worked out anew; the voucher holds the difference.
struct CorrectStep {
  std::string code;
  std::string loan;
  std::string step;
  Date date;
  Parts parts;  ///< by how much what was paid changes, mostly negative
  std::string reason;
};

// See command.h for what these do.
std::vector<Problem> check_request(const Disburse& command);
std::vector<Problem> check_request(const Repay& command);
std::vector<Problem> check_request(const RenewLoan& command);
std::vector<Problem> check_request(const CorrectStep& command);
std::vector<Problem> check_state(const Disburse& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const Repay& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const RenewLoan& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const CorrectStep& command, Loans& loans, ledger::Book& book);
std::string encode(const Disburse& command);
std::string encode(const Repay& command);
std::string encode(const RenewLoan& command);
std::string encode(const CorrectStep& command);
std::optional<Disburse> decode_disburse(const JsonValue& data);
std::optional<Repay> decode_repay(const JsonValue& data);
std::optional<RenewLoan> decode_renew_loan(const JsonValue& data);
std::optional<CorrectStep> decode_correct_step(const JsonValue& data);
void apply(const Disburse& command, std::int64_t seq, Loans& loans);
void apply(const Repay& command, std::int64_t seq, Loans& loans);
void apply(const RenewLoan& command, std::int64_t seq, Loans& loans);
void apply(const CorrectStep& command, std::int64_t seq, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const Disburse& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const Repay& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const RenewLoan& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const CorrectStep& command, Loans& loans);

/// The step that a repayment becomes, for asking what it would do (`effect_of`).
LoanStep step_for(const Repay& command);

}  // namespace mingzhang::loans
