// SPDX-License-Identifier: Apache-2.0
// A loan's terms and events as people write them in JSON (docs/LOAN_TERMS.md), read strictly.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/outcome.h"
#include "base/result.h"
#include "loans/events.h"
#include "loans/terms.h"
#include "policy/field.h"

namespace mingzhang::service {

/// What a document asks for: the schedule of these terms after these events, on this day.
struct LoanQuestion {
  loans::LoanTerms terms;
  std::vector<loans::Event> events;
  Date as_of;
};

/// The loans of a document.
struct LoanDocument {
  std::vector<LoanQuestion> loans;
  bool is_list = false;  ///< the document is an array of loans, not one loan
};

/// The members of a loan, for reading.
std::span<const policy::Field> loan_fields();

/// Reads one loan or an array of at least one. On refusal all problems with their JSON paths.
Result<LoanDocument, std::vector<Problem>> read_loans(std::string_view text);

}  // namespace mingzhang::service
