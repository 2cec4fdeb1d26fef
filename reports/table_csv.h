// SPDX-License-Identifier: Apache-2.0
// A table for spreadsheets.
#pragma once

#include <string>
#include <string_view>

#include "reports/table.h"

namespace mingzhang::reports {

/// RFC 4180: a head row (Chinese and English), then lines and sums; UTF-8 with a byte order mark, CR LF. Amounts are
/// plain numbers. A text that a spreadsheet would take for a formula gets a leading apostrophe.
std::string to_csv(const Table& table);

/// One text cell: with `'` before = + - @ TAB CR at its start, quoted where it holds a comma, a quote or a line end.
/// Example: =A1,"x" → "'=A1,""x"""
std::string csv_text_cell(std::string_view text);

}  // namespace mingzhang::reports
