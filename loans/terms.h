// SPDX-License-Identifier: Apache-2.0
// The terms of a loan: all that its schedule depends on besides what happens later.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "loans/allocation.h"
#include "loans/day_count.h"
#include "loans/exact.h"
#include "loans/rounding_policy.h"
#include "loans/work_calendar.h"

namespace mingzhang::loans {

/// How principal and interest are repaid.
enum class Method : std::uint8_t {
  EqualInstallments = 1,  ///< 等额本息
  EqualPrincipal,         ///< 等额本金
  PrincipalAtEnd,         ///< 按期付息、到期还本
  AllAtEnd,               ///< 利随本清: one row
  Flat,                   ///< interest on the first principal throughout, in equal parts or by `shares`
  Shares,                 ///< principal by a table of shares, interest on the balance
};

enum class PeriodUnit : std::uint8_t { Days = 1, Weeks, Months };

/// A payment period; a quarter is three months.
struct Period {
  PeriodUnit unit = PeriodUnit::Months;
  int every = 1;
  friend bool operator==(Period, Period) = default;
};

/// What becomes of the 29th … 31st in a month that has none.
enum class MonthEnd : std::uint8_t {
  Clamp = 1,    ///< the month's last day
  LastDay,      ///< a loan that begins on a month's last day is due on last days throughout
  FirstOfNext,  ///< the first day of the next month
};

/// Whether interest follows a due date that a holiday moved.
enum class HolidayInterest : std::uint8_t {
  Unmoved = 1,  ///< interest runs to the due date as it stood
  Moved,        ///< interest runs to the day of payment, and the next period begins there
  FirstMoved,   ///< as `Unmoved`, but the first row pays by its real days
};

/// How a first period that is longer or shorter than the others pays for its odd days.
enum class BrokenFirst : std::uint8_t {
  ByDays = 1,    ///< the first row's interest is that of its days, within the installment
  AddToFirst,    ///< odd days on top of the first installment
  AddToLast,     ///< odd days on top of the last
  Spread,        ///< odd days in equal parts on top of every installment
  Upfront,       ///< odd days are a row of their own on the first day
  Waived,        ///< odd days are not charged
};

/// When rows are due.
struct DueRule {
  Period period;
  int installments = 1;            ///< rows; with `settlement_day`, the periods from start to maturity
  std::optional<Date> first_due;   ///< where it is not start + one period; the others follow it
  std::optional<int> settlement_day;  ///< 结息日, 1 … 28: interest runs to it, both days counted; paid `paid_after` days later
  int paid_after = 1;              ///< 0 or 1; 20th settled and 21st paid: 1
  MonthEnd month_end = MonthEnd::Clamp;
  HolidayRule holidays = HolidayRule::None;
  HolidayInterest holiday_interest = HolidayInterest::Unmoved;
  WorkCalendar calendar;
  BrokenFirst broken_first = BrokenFirst::ByDays;
};

/// Rows at the beginning that ask for less.
struct Grace {
  int principal = 0;         ///< rows without principal
  int interest_payment = 0;  ///< rows whose interest is collected in one lump with the first row after them
  int interest_free = 0;     ///< rows without interest, for good
};

/// Part of a loan paid out on a day.
struct Tranche {
  Date date;
  Money amount;
};

/// One row's part of the principal, and under `Flat` of the interest, as exact fractions that sum to 1.
struct Share {
  Fraction principal;
  Fraction interest;
};

enum class RateBasis : std::uint8_t {
  PerYear = 1,
  PerPeriod,  ///< the rate is that of one payment period, whatever its days
};

/// What the principal of the equal installment is.
enum class InstallmentBase : std::uint8_t {
  Disbursed = 1,  ///< what is paid out; a later tranche changes the installment from its row on
  Approved,       ///< the whole `principal` from the first row on
};

/// When a payment changes the interest of rows that are not due yet.
enum class Recalculation : std::uint8_t {
  None = 1,  ///< never: the schedule stands, payments are set off against it
  Daily,     ///< from its day on
  PerRow,    ///< from the next due date on
};

/// Which days interest on overdue principal runs on, where there is recalculation.
enum class OverdueInterest : std::uint8_t {
  EachDay = 1,  ///< until it is paid
  CurrentRow,   ///< within the row of the day of payment or of the as-of day alone
};

/// What principal beyond the plan does to the rows that follow.
enum class Prepayment : std::uint8_t {
  Shorter = 1,          ///< the installment stays, the term shrinks 缩短期限
  SmallerInstallments,  ///< the term stays, the installment is found anew 减少月供
  NextInstallments,     ///< it is set off against the next rows' principal
};

/// How payments act.
struct RepaymentPolicy {
  Recalculation recalculation = Recalculation::None;
  OverdueInterest overdue = OverdueInterest::EachDay;
  Prepayment prepayment = Prepayment::SmallerInstallments;
  bool payoff_to_due_date = false;  ///< a pay-off owes the interest of its whole row, not to its day
  bool payoff_keeps_rows = false;   ///< a paid-off schedule keeps its rows at the installment; else its row takes all
  bool overdue_interest_compounds = false;  ///< overdue interest bears interest as overdue principal does 复利
  /// Which parts a payment meets first. Where payments change interest, money in advance is principal of the row that runs:
  /// the table then keeps its usual lines for it, as the last ones.
  AllocationOrder allocation;
  std::optional<OverdueAllocation> allocation_overdue;  ///< the table from so many days overdue on
};

/// What a late fee is reckoned on.
enum class LateFeeBase : std::uint8_t {
  Initial = 1,      ///< what was paid out
  Outstanding,      ///< principal that is not repaid, due or not
  OverduePrincipal,
  OverdueAmount,    ///< principal and interest
};

/// Late fees 滞纳金: a part of `fees`, from day to day on top of interest and penalties. On what is overdue every row is
/// charged for itself; on the initial amount or on what is outstanding the loan is charged once a day, on its oldest row
/// that is overdue. Paused days cost nothing, and fees bear no fees.
struct LateFeeTerms {
  Rate per_day;        ///< 0: none; at most 1 % a day
  LateFeeBase base = LateFeeBase::OverduePrincipal;
  int grace_days = 0;  ///< so many days after each due day cost nothing
  Rounding rounding = Rounding::HalfUp;  ///< of the days from one payment to the next, to the terms' unit
  friend bool operator==(const LateFeeTerms&, const LateFeeTerms&) = default;
};

/// The terms. Valid where `check_terms` (terms_check.h) finds nothing.
struct LoanTerms {
  Money principal;
  std::vector<Tranche> tranches;  ///< sorted by date; empty: all on `start`
  Date start;                     ///< the first row's first day
  Rate rate;
  RateBasis rate_basis = RateBasis::PerYear;
  DayCount day_count;
  Method method = Method::EqualInstallments;
  std::vector<Share> shares;  ///< of `Shares`, and of `Flat` where the parts are not equal: one for each row after grace
  DueRule due;
  Grace grace;
  RoundingPolicy rounding;
  InstallmentBase installment_base = InstallmentBase::Disbursed;
  RepaymentPolicy repayment;
  LateFeeTerms late_fee;
};

}  // namespace mingzhang::loans
