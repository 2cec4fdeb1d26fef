// SPDX-License-Identifier: Apache-2.0
// Everything about fen that is a choice: modes, units, who takes the remainder, how the installment is found.
#pragma once

#include <cstdint>
#include <string>

#include "base/money.h"
#include "base/ratio.h"

namespace mingzhang::loans {

/// Which row takes what rounding leaves over.
enum class Remainder : std::uint8_t {
  Last = 1,  ///< the last row closes the loan
  First,     ///< the first row that repays principal; the last where payments change interest (`Recalculation`)
  Spread,    ///< every row's installment or share is found anew from what is left, so there is no remainder
};

/// Which factors of interest the equal installment is found with.
enum class InstallmentFactor : std::uint8_t {
  EachRow = 1,   ///< every row's own, so that the last row differs by rounding alone
  FirstRow,      ///< the first row's for all
  WholePeriods,  ///< the rate of a whole period (a month is 1/12), whatever the days
};

/// The named rounding policy of a loan. Every member is part of the terms and is printed on every schedule.
struct RoundingPolicy {
  Rounding interest = Rounding::HalfUp;     ///< of every interest amount
  Rounding principal = Rounding::HalfUp;    ///< of shares of principal
  Rounding installment = Rounding::HalfUp;  ///< of the equal installment alone
  Money unit = Money::from_fen(1);          ///< every amount is a multiple of it: 0.01 or 1.00 yuan
  Money installment_multiple = Money();     ///< the equal installment is a multiple of it; 0: of `unit`
  Remainder remainder = Remainder::Last;
  InstallmentFactor factor = InstallmentFactor::EachRow;
  /// Where the last row differs, the installment is moved by difference / rows and kept if the difference shrinks.
  bool is_iterated = false;
  /// Interest of a row whose balance or rate changes on the way: every piece is rounded, or their sum once.
  bool rounds_pieces = false;
  friend bool operator==(const RoundingPolicy&, const RoundingPolicy&) = default;
};

}  // namespace mingzhang::loans
