// SPDX-License-Identifier: Apache-2.0
// Building a claim of interest subsidy from the register of loans and a rule.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "loans/subsidy_commands.h"
#include "service/policies/asking.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What a person asks for.
struct NewSubsidyClaim {
  std::string code;
  std::string bank;
  std::string product;               ///< only loans of this product; empty: all of the bank
  std::string date;
  std::string from;                  ///< interest due on the days [from, to)
  std::string to;
  std::string mode;                  ///< "refund", "先付后贴" … empty: refund
  std::vector<std::string> payers;   ///< "province=7"; none: the county alone
  RuleWords rule;                    ///< asked for the last day of the claim
};

/// Interest that gets nothing, and why.
struct UnsubsidisedLine {
  std::string loan;
  loans::SubsidyPeriod period;
  std::string reason;  ///< Chinese and English
};

/// The claim that the register and the rule give, sorted by loan code and day, and what is left out of it.
struct SubsidyList {
  loans::ClaimSubsidy command;
  std::vector<UnsubsidisedLine> left_out;
};

/// Reads every loan of the bank and asks the rule once for each installment. The same book and rule give the same list.
/// SUBS-501 where the rule has no share.
Result<SubsidyList, Refusal> build_subsidy_claim(const BookPlace& place, const NewSubsidyClaim& words);

/// The list as a table, lines that get nothing with their reasons behind the others.
std::string rendered(const SubsidyList& list, Format format);

}  // namespace mingzhang::service
