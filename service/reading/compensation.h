// SPDX-License-Identifier: Apache-2.0
// Lists of risk-compensation funds, what they still lack, and claims on them.
#pragma once

#include <string>

#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Every fund: contributed by whom, how far it is to its target, paid, recovered, on its account.
TextResult list_risk_funds(const BookPlace& place, Format format);
/// How large a fund should be and who still has to pay in how much: the size is `base` × `ratio`, rounded half up.
/// Example: base 573480000.00 (loans issued) and ratio "3:100" → 17,204,400.00; "1:10", "1:20" likewise.
TextResult contribution_plan(const BookPlace& place, const std::string& code, const std::string& base, const std::string& ratio,
                             Format format);
TextResult list_claims(const BookPlace& place, Format format);
/// One claim, line by line.
TextResult show_claim(const BookPlace& place, const std::string& code, Format format);

}  // namespace mingzhang::service
