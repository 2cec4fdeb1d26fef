// SPDX-License-Identifier: Apache-2.0
// Discounting in fixed point, and the one rounding of the installment.
#include "loans/installment.h"

#include "base/check.h"

namespace mingzhang::loans {
namespace {

// The quotient is found to 10^-12 fen; what is nearer than 10^-6 fen to a tie or to a whole is that.
constexpr Wide kFine = Wide{1'000'000} * 1'000'000;
constexpr Wide kNear = 1'000'000;

Money snapped(Wide fine_fen, Money multiple, Rounding rounding) {
  const Wide step = kFine * multiple.fen();
  Wide whole = fine_fen / step;
  Wide rest = fine_fen % step;
  const Wide half = step / 2;
  if (rest <= kNear) {
    rest = 0;
  } else if (step - rest <= kNear) {
    rest = 0;
    ++whole;
  } else if (rest >= half - kNear && rest <= half + kNear) {
    rest = half;
  }
  const Wide fen = rounded(whole * step + rest, step, rounding) * multiple.fen();
  MZ_CHECK(fen <= Money::kFenMax);
  return Money::from_fen(static_cast<std::int64_t>(fen));
}

}  // namespace

Factor factor_of(Rate rate, Fraction part) {
  constexpr Wide kUnits = kFactorOne / Rate::kUnitsPerOne;
  return rounded(Wide{rate.units()} * part.numerator() * kUnits, part.denominator(), Rounding::HalfEven);
}

Money equal_installment(const InstallmentTask& task, const RoundingPolicy& policy) {
  MZ_CHECK(task.first_interest >= 0);
  Wide discount = kFactorOne;
  Wide sum = kFactorOne;
  for (const Factor factor : task.later) {
    discount = rounded(discount * kFactorOne, kFactorOne + factor, Rounding::HalfEven);
    sum += discount;
  }
  const Wide owed = Wide{task.principal.fen()} * kFactorOne + task.first_interest;
  const Wide fine_fen = owed / sum * kFine + owed % sum * kFine / sum;
  const Money multiple = policy.installment_multiple.is_zero() ? policy.unit : policy.installment_multiple;
  return snapped(fine_fen, multiple, policy.installment);
}

}  // namespace mingzhang::loans
