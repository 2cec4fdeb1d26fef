// SPDX-License-Identifier: Apache-2.0
// From words that a person types to reviews, payments and claw-backs of the interest subsidy.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "loans/command.h"
#include "service/banks/subsidy_claim.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// A command of the loans, or every word that could not be read.
using NewLoanCommand = Result<loans::Command, Refusal>;

/// The claim of a list; SUBS-502 where it has no line.
NewLoanCommand claim_of(SubsidyList list);

struct NewSubsidyReview {
  std::string code;
  std::string claim;
  std::string date;
  std::vector<std::string> passed;    ///< "3", or "all": every line that waits
  std::vector<std::string> disputed;  ///< "3=reason"
  std::vector<std::string> rejected;  ///< "3=reason"
};
/// What is named in `disputed` or `rejected` is left out of "all".
NewLoanCommand review_subsidy(const BookPlace& place, const NewSubsidyReview& words);

struct NewSubsidyPayment {
  std::string code;
  std::string claim;
  std::string date;
  /// "payer=debit/credit" or "payer=debit/credit/fund"; who is left out gets D 500107, C 100201 and no fund (the chart of
  /// special funds).
  std::vector<std::string> accounts;
};
/// The amount is that of the lines that have passed and are unpaid.
NewLoanCommand pay_subsidy(const BookPlace& place, const NewSubsidyPayment& words);

struct NewSubsidyClawBack {
  std::string code;
  std::string claim;
  std::string line;
  std::string date;
  std::string amount;                 ///< empty: all that stands
  std::string reason;
  std::vector<std::string> accounts;  ///< as above; left out: those of the payment turned round
};
NewLoanCommand claw_back_subsidy(const BookPlace& place, const NewSubsidyClawBack& words);

}  // namespace mingzhang::service
