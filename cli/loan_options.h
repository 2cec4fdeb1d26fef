// SPDX-License-Identifier: Apache-2.0
// What the commands of the loans share: their options, and the way of a command to the books.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/fund_options.h"
#include "cli/verb.h"
#include "service/lending/loan_setup.h"

namespace mingzhang::cli {

/// Makes a command from words; the book may be read.
using MakeLoanCommand = std::function<service::NewLoanCommand(const service::BookPlace& place, const service::LoanWords& words)>;

/// Runs a verb that makes one command of the loans and submits it with its vouchers. Where --rule is given, the rule's
/// answer becomes the command's explanation. Where --terms is an option, the file is read.
std::function<int(Desk&, const Values&)> lending(MakeLoanCommand make);

/// What was given for any of the options that `LoanWords` knows.
service::LoanWords loan_words(const Values& values);

OptionSpec loan_argument();
OptionSpec step_code_option();
OptionSpec loan_amount_option(bool is_required);
OptionSpec evidence_option();
/// --terms, --overdue-percent, --misuse-percent, --compound, --without-money, --account.
std::vector<OptionSpec> with_contract(std::vector<OptionSpec> options);

}  // namespace mingzhang::cli
