// SPDX-License-Identifier: Apache-2.0
// Our own side of a reconciliation: rows of the register and of subsidy claims.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "loans/reconciliation.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Appends a row as `loans::register_fields` for each loan of the bank (of every bank where it is empty) at the end of `day`.
TextResult add_register(const BookPlace& place, const std::string& bank, Date day, std::vector<loans::ReconciliationRow>& rows);

/// Appends the lines of a claim that stand, by line ("D1 2016-05-15") or summed up by loan; `day` becomes the day of the claim.
/// Refused where there is no such claim.
TextResult add_claim(const BookPlace& place, const std::string& code, bool by_day, std::vector<loans::ReconciliationRow>& rows, Date& day);

}  // namespace mingzhang::service
