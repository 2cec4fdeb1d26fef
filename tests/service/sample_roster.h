// SPDX-License-Identifier: Apache-2.0
// Synthetic files of households for tests: nobody in them exists.
#pragma once

#include <cstdint>
#include <string>

#include "service/imports/register_import.h"
#include "tests/service/desk.h"

namespace mingzhang::tests {

/// The header of every file.
inline constexpr const char* kRosterHeader =
    "household,division,class,status,date,causes,person,name,id_number,relation,is_head,card,phone\r\n";

/// An ID number with a right check character (GB 11643, ISO 7064 MOD 11-2) in the region 999999, which is nowhere.
std::string synthetic_id_number(int number);

/// One row: household "H<h>", person "P<p>" with a number of its own, name 合成<p>.
std::string roster_row(int household, int person, bool is_head, const std::string& division = "520526100201");

/// County 520526, township 520526100 and village 520526100201 from 2010 on, in the test book.
void add_sample_divisions(Desk& desk);

/// Imports into the test book as "maker".
service::RosterResult import_roster(Desk& desk, const std::string& csv, const std::string& key = "");

/// The codes of all problems in their order, "ROSTER-305@2/id_number" with row and column.
std::string codes_of(const std::vector<service::ImportProblem>& problems);

}  // namespace mingzhang::tests
