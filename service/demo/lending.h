// SPDX-License-Identifier: Apache-2.0
// What the demonstrations of loans share.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "loans/command.h"
#include "service/demo/desk.h"
#include "service/lending/loan_setup.h"

namespace mingzhang::service {

/// A loan to a household that was made up: HU-… and PE-… behind its own code.
struct DemoLoan {
  std::string code;
  std::string bank;
  std::string fund;
  std::string product;
  Date date;
  std::string cover;
  loans::Contract contract;  ///< amount and, as its rows of months, the term
};

/// Appends everything from the application to the money, on one day.
void grant(const DemoLoan& loan, std::vector<loans::Command>& commands);

/// Words about one step of a loan.
LoanWords words_about(const std::string& loan, const std::string& code, Date date, const std::string& reason);

/// A bank's list as of a day, made from the register, with seven errors planted: a balance that is a fen off, a loan left
/// out, one listed twice, another borrower, another state, another maturity, and a loan that nobody knows. Reconciles it and
/// shows the work list; anything but those seven ends the demonstration.
void reconcile_planted(DemoDesk& desk, const std::string& bank, Date day);

}  // namespace mingzhang::service
