// SPDX-License-Identifier: Apache-2.0
// A loan in a book: what was agreed, what has happened, and how it stands from which day on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/ratio.h"
#include "loans/ids.h"
#include "loans/schedule.h"
#include "loans/terms.h"
#include "loans/words.h"

namespace mingzhang::loans {

/// Codes of the accounts with which a loan's money moves. All empty: the book keeps the loan without money.
struct LoanAccounts {
  std::string bank_out;   ///< what is paid out comes from here
  std::string bank_in;    ///< what is repaid goes here
  std::string principal;  ///< 贷款
  std::string interest;   ///< 应收利息: grows with every settlement, falls with every payment
  std::string income;     ///< 利息收入
  std::string penalty;    ///< 罚息收入, when it is paid
  std::string provision;  ///< 贷款损失准备
  std::string loss;       ///< 减值损失

  bool are_none() const { return *this == LoanAccounts{}; }
  friend bool operator==(const LoanAccounts&, const LoanAccounts&) = default;
};

/// What overdue and misused money costs, as multiples of the contract's rate; compound interest (复利) at the same.
/// Source: 银发〔2003〕251号 (overdue 130 % … 150 %, misuse 150 % … 200 %).
struct PenaltyTerms {
  int overdue_percent = 0;  ///< 150: what is overdue bears one and a half times the rate; 0: nothing beyond the schedule
  int misuse_percent = 0;   ///< of the rate that the whole principal bears from the day of misuse; 0: as agreed
  bool compounds = false;   ///< overdue interest bears it too
  Rounding rounding = Rounding::HalfUp;
};

/// What a contract says. `terms.principal` is the amount signed for, `terms.start` the day planned; both are replaced by
/// what is really paid out (`loan_account.h`).
struct Contract {
  LoanTerms terms;
  PenaltyTerms penalty;
  LoanAccounts accounts;
};

/// One loan.
struct Loan {
  LoanId id;
  std::string code;
  std::string household;  ///< opaque
  std::string borrower;   ///< opaque code of the person who signs
  std::string bank;       ///< code of the lender
  std::string product;    ///< "microcredit-2021/microcredit", or a name where no pack is used
  std::string fund;       ///< restricted source of the money; empty: the lender's own
  std::string cover;      ///< code of the guarantee behind it; empty: none
  LoanState state = LoanState::Applied;
  Date date;              ///< of the last change of state
  Money requested;
  Money approved;
  Money disbursed;
  Money principal;        ///< outstanding, written off or not
  Money interest_accrued; ///< settled as income so far
  Parts paid;             ///< of all repayments, as they are set off now
  Money written_off;
  Money recovered;        ///< of what was written off
  std::int64_t months = 0;
  Date start;             ///< first disbursement; of a renewal the day it went on
  Date original_start;    ///< first disbursement of the first loan of a chain of renewals
  Date maturity;          ///< last due day as it stands
  LoanId renewed_from;
  std::int64_t renewals = 0;    ///< how often the debt has gone on so far
  std::int64_t extensions = 0;
  std::optional<Date> misused_from;
  LoanClass loan_class = LoanClass::Normal;
  Date accrued_until;            ///< day of the last settlement of interest; 1970-01-01 before the first
  Date accrual_due = no_day();   ///< from this day on there may be interest to settle; no_day: never
  Date open_due = no_day();      ///< of the newest `LoanDay`
  Date standing_since;           ///< day of the newest `LoanDay`; 1970-01-01 where there is none
  std::string contract;   ///< canonical JSON (contract_record.h); empty before it is signed
  std::int64_t seq = 0;   ///< record of the application, or of the renewal

  /// What a guarantee stands for: the amount approved, then the principal and what may still be paid out.
  Money exposure() const;
};

/// One thing that happened, to one loan or, where `loan` is none, to many at once.
struct LoanStep {
  StepId id;
  std::string code;         ///< vouchers carry it as their source
  StepKind kind = StepKind::Application;
  std::int64_t seq = 0;
  std::int64_t vouchers = 0;
  Date date;
  LoanId loan;
  Money amount;             ///< what came in or went out; the principal of a renewal or a write-off
  Parts change;             ///< by how much what is paid has changed; parts of it may be negative where money was set off anew
  Date from;                ///< of a rate, a pause, misuse; the due day that an extension moves
  Date to;                  ///< of a pause; the new due day of an extension
  Rate rate;                ///< of a change, of misuse; of an extension where `flag`
  std::int64_t count = 0;   ///< rows of an extension
  bool flag = false;        ///< a repayment settles the loan; a review or an approval says yes; an extension has a rate
  StepId corrected_by;      ///< none: it stands
  StepId corrects;

  bool stands() const { return corrected_by.is_none(); }
};

/// How a loan stands from `day` on, until its next such row.
struct LoanDay {
  LoanId loan;
  Date day;
  Money principal;
  Date open_due;            ///< due day of the oldest row that is not wholly paid; no_day where all are
  LoanClass loan_class = LoanClass::Normal;
  std::int64_t renewals = 0;
  std::int64_t extensions = 0;
  bool is_written_off = false;

  /// Days since that row was due; 0 where it is not due yet. Example: due 03-21, asked 03-22 → 1.
  std::int64_t days_overdue(Date asked) const;
};

/// What the close of a day asks of a loan, read without the loan itself.
struct LoanStanding {
  LoanId id;
  LoanState state = LoanState::Applied;
  Date accrual_due;
  Date open_due;
  LoanClass loan_class = LoanClass::Normal;
  Date since;  ///< `standing_since`
};

}  // namespace mingzhang::loans
