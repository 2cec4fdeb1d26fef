// SPDX-License-Identifier: Apache-2.0
// From words that a person types to commands of the funds: indicators, allocations, projects, payment lists, benefits.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "funds/command.h"
#include "service/policies/asking.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// A command of the funds, or every word that could not be read, each with the option that it stands behind.
using NewFundCommand = Result<funds::Command, Refusal>;

/// Codes of accounts as they were given; what is empty is filled in from the chart of special funds (special-fund), as
/// each function says. An account of "-" stays empty.
struct AccountWords {
  std::string debit;
  std::string credit;
  std::string budget_debit;
  std::string budget_credit;
};

struct NewIndicator {
  std::string code;
  std::string document;
  std::string level;     ///< "county", "县" …
  std::string purpose;
  std::string amount;
  std::string date;
  std::string deadline;    ///< empty: none
  std::string assumption;  ///< empty: document and amount are known
  bool arrives = false;
  AccountWords accounts;  ///< where it arrives: D 100201, C the income of its level; budget D 800102, C the same of 6xxx
};
NewFundCommand add_indicator(const NewIndicator& indicator);

struct IndicatorChange {
  std::string code;
  std::string indicator;
  std::string date;
  std::string document;
  std::string direction;  ///< "increase", "追加", "decrease", "调减"
  std::string amount;
  std::string reason;
  AccountWords accounts;  ///< all empty: no money moves; nothing is filled in
};
NewFundCommand change_indicator(const IndicatorChange& change);

struct NewAllocation {
  std::string code;
  std::string indicator;
  std::string date;
  std::string kind;  ///< empty: township
  std::string total;
  std::vector<std::string> targets;  ///< "XZ-01 100.00" or "XZ-01 100.00 P1": subject, amount, project
  std::string explanation;
  AccountWords accounts;  ///< D 121401 for townships and villages, else 121402; C 100201; budget D 710101, C 800102
};
NewFundCommand allocate(const NewAllocation& allocation);

struct AllocationReturn {
  std::string code;
  std::string target;  ///< "A1/2": the allocation and the target's number
  std::string date;
  std::string amount;
  std::string reason;
  AccountWords accounts;  ///< D 100201, C what the target was given on; budget D 800102, C 710101
};
NewFundCommand return_allocation(const BookPlace& place, const AllocationReturn& request);

struct NewPlan {
  std::string code;
  std::string title;
  std::string place;
  std::string date;
  std::string budget;
  std::vector<std::string> gates;
  std::string money_gate;
};
NewFundCommand plan_project(const NewPlan& plan);

struct NewSignature {
  std::string project;
  std::string gate;
  std::string date;
  std::string by;
  std::string evidence;
};
NewFundCommand sign_gate(const NewSignature& signature);

struct NewList {
  std::string code;
  std::string indicator;
  std::string target;  ///< "A1/2"; empty: the indicator's own money
  std::string project;
  std::string title;
  std::string date;
  std::string publicity_end;  ///< empty: `date`
  std::string total;
  std::vector<std::string> rows;  ///< "HU-1 100.00" or "HU-1 100.00 PE-1": household, amount, person
  std::string explanation;
};
/// Without `rows` the caller adds them and calls `seal_list`.
NewFundCommand submit_list(const NewList& list);
/// Writes the digest of the rows into the list.
void seal_list(funds::SubmitList& list);

struct ListPayment {
  std::string code;
  std::string list;
  std::string date;
  /// D 500101. C 100201 with budget D 710101, C 800102; where a target pays, what it was given on, without budget entry:
  /// that was made when the money was allocated.
  AccountWords accounts;
};
NewFundCommand pay_list(const BookPlace& place, const ListPayment& payment);

struct RowChange {
  std::string code;
  std::string list;
  std::string date;
  std::vector<std::string> rows;  ///< numbers from 1
  std::string reason;             ///< the same for all of them
  std::string payee;              ///< digest of the corrected account; for one row that is paid again
  AccountWords accounts;          ///< 100201, 230702 and 500101 as funds/disbursement_commands.h says; no budget entry
};
NewFundCommand change_rows(const RowChange& change, funds::RowAction action);
NewFundCommand return_rows(const RowChange& change);
NewFundCommand repay_rows(const RowChange& change);
NewFundCommand cancel_rows(const RowChange& change);

NewFundCommand withdraw_list(const std::string& code, const std::string& list, const std::string& date,
                             const std::string& reason);

struct NewBenefit {
  std::string code;
  std::string indicator;
  std::string project;
  std::string programme;
  std::string person;
  std::string household;
  std::string year;  ///< empty: that of `date`
  std::string date;
  std::string claim;
  std::string eligible;
  std::string amount;
  std::string claimed_before;  ///< empty: what the books say
  std::string paid_before;     ///< empty: what the books say
  std::string explanation;
  AccountWords accounts;  ///< D 500105, C 100201; budget D 710101, C 800102; none where the amount is zero
};
NewFundCommand grant_benefit(const BookPlace& place, const NewBenefit& benefit);
/// The same with what a rule of tiered benefits says: the programme is the rule where none is named, eligible cost and
/// amount are the rule's where they are not given (READ-123 where they differ), and the rule is told `cost` (the eligible
/// cost that was given) and what was claimed and paid before, unless the words say so themselves.
NewFundCommand grant_benefit(const BookPlace& place, NewBenefit benefit, RuleWords rule);

/// The command with the answer of a rule on its day as its explanation. READ-124 where it has one already.
NewFundCommand explained(const BookPlace& place, funds::Command command, const RuleWords& rule, const std::string& date);

}  // namespace mingzhang::service
