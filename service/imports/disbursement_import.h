// SPDX-License-Identifier: Apache-2.0
// A file of households and amounts becomes one payment list, or a list of everything that is wrong with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "service/imports/voucher_import.h"
#include "service/setup/fund_setup.h"

namespace mingzhang::service {

/// Most problems of one file that are told.
inline constexpr std::size_t kListProblemsMax = 1'000;

/// Reads a CSV file (service/csv.h: UTF-8, GB18030) with the header household,person,amount,note (户编号,人编号,金额,备注)
/// in any order; person and note may be absent. Notes stay in the file: they are about people. Amounts as in
/// service/voucher_import.h. Nothing is repaired: every bad row is told with its line and column, the value that stands
/// there (never a name), the rule and what to do. The words of `list` but its rows are read as `submit_list` reads them.
/// `today` as in funds/command.h.
NewFundCommand read_disbursement(std::string_view file_bytes, const NewList& list, Date today);

/// Those of the problems that are about a line of the file, as `export_bad_rows` wants them.
std::vector<ImportProblem> problems_of_rows(const Refusal& refusal);

/// The idempotency key of a file under a list's code: the same file again gives the first receipt.
std::string disbursement_key(std::string_view file_bytes, const std::string& book, const std::string& code);

}  // namespace mingzhang::service
