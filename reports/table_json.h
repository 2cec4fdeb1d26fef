// SPDX-License-Identifier: Apache-2.0
// A table for programs.
#pragma once

#include <string>

#include "reports/table.h"

namespace mingzhang::reports {

/// One JSON document, keys sorted, no white space: every fact by its key, "report", "title", "title_en", and the rows
/// as objects by column key: "rows" (lines), "groups" and "sums". Amounts are decimal strings with two digits, days ISO
/// 8601, sides "debit" and "credit"; empty cells are left out.
std::string to_json(const Table& table);

}  // namespace mingzhang::reports
