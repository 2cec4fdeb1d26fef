// SPDX-License-Identifier: Apache-2.0
// Simple interest of a principal over a span of days, rounded once.
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "base/ratio.h"
#include "loans/day_count.h"
#include "loans/exact.h"

namespace mingzhang::loans {

/// A principal that stands for some days.
struct StandingPrincipal {
  Money principal;  ///< 0 ≤ principal ≤ kPrincipalMax
  Rate rate;        ///< per year, at most 1,000 %
  Date from;        ///< first day that bears interest
  Date to;          ///< first day that does not
};

/// Interest over the half-open days [from, to), rounded once at the end to whole fen.
/// Example: 50,000.00 at 4.35 % from 2016-03-01 to 2017-03-01, half up: act/360 → 2,205.21; act/365 → 2,175.00.
/// Requires from ≤ to.
Money interest_for(const StandingPrincipal& standing, DayCount count, Rounding rounding);

/// Interest that is collected exactly, piece by piece, and rounded when all pieces are in.
class ExactInterest {
 public:
  /// Adds principal × rate × part of a year. Requires: 0 ≤ principal ≤ kPrincipalMax, rate ≤ 1,000 %.
  void add(Money principal, Rate rate, Fraction part);
  /// The sum, rounded once to a multiple of `unit`.
  Money rounded(Money unit, Rounding rounding) const;

 private:
  // The sum is numerator_ / (denominator_ · 10^8) fen.
  Wide numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace mingzhang::loans
