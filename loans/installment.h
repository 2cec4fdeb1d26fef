// SPDX-License-Identifier: Apache-2.0
// The equal installment (等额本息) from the factors of interest of its rows.
#pragma once

#include <span>

#include "base/money.h"
#include "base/rate.h"
#include "loans/exact.h"
#include "loans/rounding_policy.h"

namespace mingzhang::loans {

/// A factor of interest, rate × part of a year, in units of 10^-18. Rounded to the nearest unit.
using Factor = Wide;
inline constexpr Factor kFactorOne = Factor{1'000'000'000} * 1'000'000'000;

/// Requires: rate ≤ 1,000 %, the part below 1,000 years.
Factor factor_of(Rate rate, Fraction part);

/// What the installments have to repay: the balance at the end of the first of their rows, with that row's interest.
struct InstallmentTask {
  Money principal;         ///< outstanding before the first row's payment
  Wide first_interest;     ///< exact interest of the first row in 10^-18 fen, below 10^32
  std::span<const Factor> later;  ///< factors of the rows after the first, in their order
};

/// The installment that repays the task in 1 + later.size() equal payments, rounded by `policy.installment` to
/// `policy.installment_multiple` (or to `policy.unit`).
///
/// It is (principal + interest) / (1 + v₁ + v₁v₂ + …) with vᵢ = 1 / (1 + fᵢ). Each vᵢ… is held in units of 10^-18 and
/// wrong by less than n of them, so the quotient's relative error stays below 2n · 10^-18: under 10^-6 fen for 1,200 rows
/// and installments up to 4,000,000.00 yuan. A value that lies within 10^-6 fen of a tie or of a whole multiple is taken
/// to be that tie or multiple, which is what it is wherever it is rational with the terms' few digits; the error
/// therefore cannot move a fen. Factors of zero are exact.
/// Example: 50,000.00 at 4.35 % in 36 months of 1/12 → 1,484.00.
Money equal_installment(const InstallmentTask& task, const RoundingPolicy& policy);

}  // namespace mingzhang::loans
