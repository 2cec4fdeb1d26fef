// SPDX-License-Identifier: Apache-2.0
// Beginnings of steps that the commands share.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "loans/loan.h"
#include "loans/loans.h"

namespace mingzhang::loans {

/// What the step of any command begins with; `command` has code and date.
template <class Command>
LoanStep step_of(const Command& command, StepKind kind, std::int64_t seq) {
  LoanStep step;
  step.code = command.code;
  step.kind = kind;
  step.seq = seq;
  step.date = command.date;
  return step;
}

/// The loan that the checks have found to exist, to be changed.
inline Loan& change_loan(std::string_view code, Loans& loans) {
  const Loan* loan = loans.loans().find(code);
  MZ_CHECK(loan != nullptr);
  return loans.loans().change(loan->id.value);
}

}  // namespace mingzhang::loans
