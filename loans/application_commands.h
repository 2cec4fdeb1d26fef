// SPDX-License-Identifier: Apache-2.0
// From an application to a contract: who wants how much, who looked into it, who granted it, what was signed.
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

/// Asks for a loan 申请: loan_application/v1. `code` is the loan's for good; the step has the same.
struct ApplyForLoan {
  std::string code;
  Date date;
  std::string household;    ///< opaque
  std::string borrower;     ///< opaque code of the person
  std::string bank;         ///< code of the lender
  std::string product;      ///< "microcredit-2021/microcredit", or a name
  std::string fund;         ///< may be empty: the lender's own money
  std::string cover;        ///< code of a guarantee; may be empty
  std::string purpose;
  Money amount;
  std::int64_t months = 0;
  std::string explanation;  ///< of the product's check, canonical JSON; may be empty
};

/// What an investigation found 调查: loan_review/v1.
struct ReviewLoan {
  std::string code;
  std::string loan;
  Date date;
  bool passes = false;
  std::string finding;
  std::vector<std::string> evidence;
};

/// Grants or declines 审批: loan_approval/v1. What is granted is set aside at the loan's guarantee at once.
struct ApproveLoan {
  std::string code;
  std::string loan;
  Date date;
  bool grants = false;
  Money amount;            ///< at most what was asked for; 0 where it declines
  std::int64_t months = 0; ///< 0 where it declines
  std::string reason;      ///< why it declines; else may be empty
};

/// Signs 签约: loan_contract/v1. `contract.terms.principal` is at most what was granted; the rules of its day stay for good.
struct SignLoan {
  std::string code;
  std::string loan;
  Date date;
  Contract contract;
  std::string explanation;  ///< of the rate's check, canonical JSON; may be empty
  std::vector<std::string> evidence;
};

/// Gives the loan up before any money was paid out 撤销: loan_drop/v1.
struct DropLoan {
  std::string code;
  std::string loan;
  Date date;
  std::string reason;
};

// See command.h for what these do.
std::vector<Problem> check_request(const ApplyForLoan& command);
std::vector<Problem> check_request(const ReviewLoan& command);
std::vector<Problem> check_request(const ApproveLoan& command);
std::vector<Problem> check_request(const SignLoan& command);
std::vector<Problem> check_request(const DropLoan& command);
std::vector<Problem> check_state(const ApplyForLoan& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ReviewLoan& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ApproveLoan& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const SignLoan& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const DropLoan& command, Loans& loans, ledger::Book& book);
std::string encode(const ApplyForLoan& command);
std::string encode(const ReviewLoan& command);
std::string encode(const ApproveLoan& command);
std::string encode(const SignLoan& command);
std::string encode(const DropLoan& command);
std::optional<ApplyForLoan> decode_apply_for_loan(const JsonValue& data);
std::optional<ReviewLoan> decode_review_loan(const JsonValue& data);
std::optional<ApproveLoan> decode_approve_loan(const JsonValue& data);
std::optional<SignLoan> decode_sign_loan(const JsonValue& data);
std::optional<DropLoan> decode_drop_loan(const JsonValue& data);
void apply(const ApplyForLoan& command, std::int64_t seq, Loans& loans);
void apply(const ReviewLoan& command, std::int64_t seq, Loans& loans);
void apply(const ApproveLoan& command, std::int64_t seq, Loans& loans);
void apply(const SignLoan& command, std::int64_t seq, Loans& loans);
void apply(const DropLoan& command, std::int64_t seq, Loans& loans);

}  // namespace mingzhang::loans
