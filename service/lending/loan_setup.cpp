// SPDX-License-Identifier: Apache-2.0
// Reads what is asked for before there is money, and what needs no look at the book.
#include "service/lending/loan_setup.h"

#include <array>
#include <utility>

#include "loans/lending_outcome.h"
#include "service/lending/document.h"
#include "service/lending/loan_terms.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

NewLoanCommand finished(FundWords& reader, loans::Command command) {
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  return command;
}

/// Why an answer says no; empty where it does not.
std::string forbidding(const JsonValue& result) {
  const JsonValue* allowed = result.find("allowed");
  if (allowed == nullptr || allowed->as_boolean().value_or(true)) return std::string();
  std::string words;
  const JsonValue* reasons = result.find("reasons");
  for (const JsonValue& reason : reasons == nullptr ? std::vector<JsonValue>() : reasons->items()) {
    for (const char* name : {"sentence", "sentence_en"}) {
      const JsonValue* sentence = reason.find(name);
      if (sentence != nullptr && sentence->as_text() != nullptr) words += (words.empty() ? "" : "；") + *sentence->as_text();
    }
  }
  return words.empty() ? "allowed: false" : words;
}

}  // namespace

NewLoanCommand apply_for_loan(const LoanWords& words) {
  FundWords reader;
  loans::ApplyForLoan command;
  command.code = words.loan;
  command.date = reader.date("--date", words.date);
  command.household = words.household;
  command.borrower = words.borrower;
  command.bank = words.bank;
  command.product = words.product;
  command.fund = words.fund;
  command.cover = words.cover;
  command.purpose = words.reason;
  command.amount = reader.amount("--amount", words.amount);
  command.months = reader.number("--months", words.months);
  command.explanation = words.explanation;
  return finished(reader, command);
}

NewLoanCommand review_loan(const LoanWords& words, bool passes) {
  FundWords reader;
  return finished(reader, loans::ReviewLoan{words.code, words.loan, reader.date("--date", words.date), passes, words.reason,
                                            words.evidence});
}

NewLoanCommand approve_loan(const LoanWords& words) {
  FundWords reader;
  loans::ApproveLoan command;
  command.code = words.code;
  command.loan = words.loan;
  command.date = reader.date("--date", words.date);
  command.grants = true;
  command.amount = reader.amount("--amount", words.amount);
  command.months = reader.number("--months", words.months);
  command.reason = words.reason;
  return finished(reader, command);
}

NewLoanCommand decline_loan(const LoanWords& words) {
  FundWords reader;
  loans::ApproveLoan command;
  command.code = words.code;
  command.loan = words.loan;
  command.date = reader.date("--date", words.date);
  command.reason = words.reason;
  return finished(reader, command);
}

NewLoanCommand sign_loan(const LoanWords& words) {
  FundWords reader;
  loans::SignLoan command;
  command.code = words.code;
  command.loan = words.loan;
  command.date = reader.date("--date", words.date);
  command.explanation = words.explanation;
  command.evidence = words.evidence;
  Result<loans::Contract, Refusal> contract = contract_of(words, reader);
  if (!contract) return Err(contract.error());
  command.contract = std::move(contract).value();
  return finished(reader, std::move(command));
}

NewLoanCommand drop_loan(const LoanWords& words) {
  FundWords reader;
  return finished(reader, loans::DropLoan{words.code, words.loan, reader.date("--date", words.date), words.reason});
}

NewLoanCommand disburse_loan(const LoanWords& words) {
  FundWords reader;
  return finished(reader, loans::Disburse{words.code, words.loan, reader.date("--date", words.date),
                                          reader.amount("--amount", words.amount)});
}

NewLoanCommand recover_loan(const LoanWords& words) {
  FundWords reader;
  return finished(reader, loans::RecoverLoan{words.code, words.loan, reader.date("--date", words.date),
                                             reader.amount("--amount", words.amount)});
}

NewLoanCommand provision_loans(const LoanWords& words) {
  FundWords reader;
  loans::ProvisionLoans command;
  command.code = words.code;
  command.loan = words.loan;
  command.date = reader.date("--date", words.date);
  command.amount = reader.amount("--amount", words.amount);
  command.reason = words.reason;
  command.explanation = words.explanation;
  return finished(reader, command);
}

NewLoanCommand explained_loan(const BookPlace& place, loans::Command command, const RuleWords& rule, const std::string& date) {
  const Result<policy::Evaluation, Refusal> answer = ask_rule(place, rule, date);
  if (!answer) return Err(answer.error());
  if (const std::string reasons = forbidding(answer->result); !reasons.empty()) {
    return Err(refusal(ReadingOutcome::RuleForbids, rule.rule + ": " + reasons));
  }
  const bool is_taken = std::visit(
      [&answer](auto& one) {
        if constexpr (requires { one.explanation; }) {
          if (one.explanation.empty()) {
            one.explanation = answer->explanation.bytes();
            return true;
          }
        }
        return false;
      },
      command);
  if (!is_taken) return Err(refusal(ReadingOutcome::ExplainedTwice, ""));
  return command;
}

}  // namespace mingzhang::service
