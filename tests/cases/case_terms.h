// SPDX-License-Identifier: Apache-2.0
// From the inputs of a case, written for other systems, to our terms: their conventions become parameters here.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "loans/events.h"
#include "loans/terms.h"

namespace mingzhang::tests {

/// A case as our terms, events and day.
struct CaseLoan {
  loans::LoanTerms terms;
  std::vector<loans::Event> events;
  Date as_of;
};

/// Throws `Unsupported` with the key that has no counterpart.
CaseLoan loan_of_case(const nlohmann::json& object);

/// The same for inputs with a rate per installment (case_terms_per_period.cpp).
void read_per_period(class CaseInputs& inputs, loans::LoanTerms& terms);
/// Events of the case, after the terms are read (case_events.cpp).
void read_events(const nlohmann::json& events, CaseLoan& loan, bool recomputes_at_close);

}  // namespace mingzhang::tests
