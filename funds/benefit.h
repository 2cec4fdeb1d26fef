// SPDX-License-Identifier: Apache-2.0
// Benefits that a person gets in a year under a rule, and what they add up to.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "funds/ids.h"

namespace mingzhang::funds {

/// One benefit, known by the claim (凭据) behind it: no claim is paid twice (INV-22).
struct Benefit {
  std::string claim;      ///< SHA-256 of the claim, 32 bytes
  MovementId movement;
  std::string programme;  ///< code of the rule
  std::string person;     ///< opaque code
  std::string household;  ///< opaque code
  std::int64_t year = 0;
  Date date;
  Money eligible;         ///< cost that the rule looks at
  Money amount;           ///< may be zero: a claim below the threshold counts towards it
};

/// Which person, under which rule, in which year.
struct BenefitKey {
  std::string programme;
  std::string person;
  std::int64_t year = 0;
  friend bool operator==(const BenefitKey&, const BenefitKey&) = default;
};

/// All benefits of one key: what a yearly threshold and a yearly cap are compared with (INV-24).
struct BenefitTotal {
  BenefitKey key;
  Money claimed;  ///< eligible costs, without those of claims that were taken back in full
  Money paid;     ///< without what was taken back
};

}  // namespace mingzhang::funds
