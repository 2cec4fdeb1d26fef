// SPDX-License-Identifier: Apache-2.0
// From words that a person types to commands of the loans.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "loans/command.h"
#include "service/policies/asking.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// A command of the loans, or every word that could not be read, each with the option that it stands behind.
using NewLoanCommand = Result<loans::Command, Refusal>;

/// What a person typed about a loan; each command reads what it needs. Amounts in yuan, dates ISO, rates "4.35%".
struct LoanWords {
  std::string code;
  std::string loan;
  std::string date;
  std::string amount;
  std::string months;
  std::string reason;  ///< also the finding of a review, the purpose of an application
  std::vector<std::string> evidence;
  std::string explanation;
  // An application
  std::string household;
  std::string borrower;
  std::string bank;
  std::string product;
  std::string fund;
  std::string cover;
  // A contract or a renewal
  std::string terms;            ///< a terms document (docs/LOAN_TERMS.md): one loan without events and tranches
  std::string overdue_percent;  ///< empty: 150
  std::string misuse_percent;   ///< empty: 200
  bool compounds = false;
  bool without_money = false;   ///< this book keeps no money of the loan
  std::vector<std::string> accounts;  ///< "principal=130303"; the others as in the chart loan-register
  std::string into;
  // Changes
  std::string from;
  std::string to;
  std::string rate;
  std::string due;
  std::string rows;
  std::string step;
  // Batches
  std::vector<std::string> classes;  ///< "L1 substandard"
};

NewLoanCommand apply_for_loan(const LoanWords& words);
NewLoanCommand review_loan(const LoanWords& words, bool passes);
NewLoanCommand approve_loan(const LoanWords& words);
NewLoanCommand decline_loan(const LoanWords& words);
NewLoanCommand sign_loan(const LoanWords& words);
NewLoanCommand drop_loan(const LoanWords& words);
NewLoanCommand disburse_loan(const LoanWords& words);

// These ask the book how money is set off, and put that into the command.
/// `amount` empty: all that is owed on the day, and the loan is settled.
NewLoanCommand repay_loan(const BookPlace& place, const LoanWords& words);
NewLoanCommand renew_loan(const BookPlace& place, const LoanWords& words);
NewLoanCommand correct_loan_step(const BookPlace& place, const LoanWords& words);
NewLoanCommand change_loan_rate(const BookPlace& place, const LoanWords& words);
NewLoanCommand pause_loan_interest(const BookPlace& place, const LoanWords& words);
NewLoanCommand extend_loan(const BookPlace& place, const LoanWords& words);
NewLoanCommand report_loan_misuse(const BookPlace& place, const LoanWords& words);
NewLoanCommand write_off_loan(const BookPlace& place, const LoanWords& words);
NewLoanCommand recover_loan(const LoanWords& words);
NewLoanCommand provision_loans(const LoanWords& words);

/// Interest of every loan that has become due by the day and was not settled: nothing to do is LEND-115.
NewLoanCommand accrue_interest(const BookPlace& place, const LoanWords& words);
/// By hand where `words.classes` names loans; else every loan that runs by the table of the rule `table` ("PACK/RULE", kind
/// overdue_classes) and its days overdue; only what changes. LEND-115 where nothing does.
NewLoanCommand classify_loans(const BookPlace& place, const LoanWords& words, const RuleWords& table);

/// What a rule of kind extension_limit asks, from the book: original term, months of earlier extensions and of this one, day
/// of the application and of maturity. Empty where the schedule does not take the extension, which is then refused itself.
Result<std::vector<policy::NamedText>, Refusal> extension_facts(const BookPlace& place, const loans::Command& extension);

/// The national limit of extensions; every extension asks it where no other rule is named.
inline constexpr const char* kExtensionRule = "lending-general/extension-limit";

/// The command with the answer of a rule on its day as its explanation. READ-124 where it has one already,
/// READ-125 where the answer has `allowed` and says no.
NewLoanCommand explained_loan(const BookPlace& place, loans::Command command, const RuleWords& rule, const std::string& date);

}  // namespace mingzhang::service
