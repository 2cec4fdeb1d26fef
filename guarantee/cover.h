// SPDX-License-Identifier: Apache-2.0
// Pools and loans: whether a pool can stand behind what is asked for, and what a loan's record changes for its pool.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/outcome.h"
#include "guarantee/guarantee.h"
#include "loans/command.h"
#include "loans/loans.h"

namespace mingzhang::guarantee {

/// What loans add to their pool.
struct CoverSums {
  Money exposure;
  Money balance;
  Money bad;

  friend bool operator==(const CoverSums&, const CoverSums&) = default;
};

/// By code of the pool.
using CoverByPool = std::map<std::string, CoverSums>;

/// What one loan adds. Exposure is what the loan itself says; the balance is its principal while it is in force, and bad
/// while it is 次级 or worse. Written off, settled and renewed loans add nothing.
CoverSums cover_of(const loans::Loan& loan);

/// The sums over the loans that the command changes, as they stand now. Asked for before and after `loans::apply`.
CoverByPool cover_behind(const loans::Command& command, loans::Loans& loans);

/// Why no pool can stand behind the command, or nothing. An application is refused where the pool has stopped or has less
/// headroom than is asked for, and reserves nothing; an approval the same, and reserves what it grants; a disbursement where
/// the deposit has become too small; anything else where it would make the cover grow beyond the headroom. Requires that
/// `loans::check_state` found nothing. Leaves both states as they were.
std::vector<Problem> check_cover(const loans::Command& command, loans::Loans& loans, Guarantee& guarantee);

/// Gives the pools the difference that a command's record has made. Aborts where a sum would become negative, or where
/// the cover has grown beyond deposit times multiple: INV-29, INV-30.
void observe(const CoverByPool& before, const CoverByPool& after, Guarantee& guarantee);

}  // namespace mingzhang::guarantee
