// SPDX-License-Identifier: Apache-2.0
// What is done to many loans on one day: interest is settled, classes are set, provisions are made.
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

struct AccruedRow {
  std::string loan;
  Money interest;  ///< what has become due and was not settled yet; negative where a change made it less
};

/// Settles interest 结息: interest_accrual/v1. D receivable, C income, for every row that is due by the day.
struct AccrueInterest {
  std::string code;
  Date date;
  std::vector<AccruedRow> rows;
};

struct ClassifiedRow {
  std::string loan;
  LoanClass loan_class = LoanClass::Normal;
};

/// Sets classes 五级分类: loan_classification/v1; by a table of days overdue, whose explanation it carries, or by hand with a
/// reason. Moves no money. It holds from its day on.
struct ClassifyLoans {
  std::string code;
  Date date;
  std::vector<ClassifiedRow> rows;
  std::string reason;       ///< where it is by hand
  std::string explanation;  ///< of the table
};

/// Makes provisions for loan losses 计提贷款损失准备, or releases them: loan_provision/v1. D loss, C provision.
struct ProvisionLoans {
  std::string code;
  Date date;
  std::string loan;        ///< whose accounts and fund it uses; any signed loan
  Money amount;            ///< negative: releases
  std::string reason;
  std::string explanation;
};

// See command.h for what these do.
std::vector<Problem> check_request(const AccrueInterest& command);
std::vector<Problem> check_request(const ClassifyLoans& command);
std::vector<Problem> check_request(const ProvisionLoans& command);
std::vector<Problem> check_state(const AccrueInterest& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ClassifyLoans& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ProvisionLoans& command, Loans& loans, ledger::Book& book);
std::string encode(const AccrueInterest& command);
std::string encode(const ClassifyLoans& command);
std::string encode(const ProvisionLoans& command);
std::optional<AccrueInterest> decode_accrue_interest(const JsonValue& data);
std::optional<ClassifyLoans> decode_classify_loans(const JsonValue& data);
std::optional<ProvisionLoans> decode_provision_loans(const JsonValue& data);
void apply(const AccrueInterest& command, std::int64_t seq, Loans& loans);
void apply(const ClassifyLoans& command, std::int64_t seq, Loans& loans);
void apply(const ProvisionLoans& command, std::int64_t seq, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const AccrueInterest& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ClassifyLoans& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ProvisionLoans& command, Loans& loans);

/// What has become due of a loan's interest by `day` and was not settled yet. Requires a loan that was paid out.
Money interest_to_accrue(const Loan& loan, Loans& loans, Date day);

}  // namespace mingzhang::loans
