// SPDX-License-Identifier: Apache-2.0
// The cells of an imported row: amounts, dates, totals rows, and how a bad value is shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "service/imports/voucher_import_outcome.h"

namespace mingzhang::service {

/// Reads a positive amount: full-width digits are folded, one leading ¥ and correct thousands separators are accepted.
/// "1,234.50" → 123450 fen; "12,34" is AmountGrouping, "1.005" AmountHalfFen, "-1" and "0" AmountNotPositive, "1.1E+5"
/// and "(3.00)" AmountNotANumber, an empty cell CellMissing.
Result<Money, ImportOutcome> read_amount(std::string_view cell);

/// Reads 2024-03-15, 2024/3/15, 2024.3.15, 20240315 and 2024年3月15日, full-width digits folded, one or two digits for
/// month and day. Nothing for every other form (15/3/2024, 24-3-15, 2024-03-15 10:00) and where there is no such day.
std::optional<Date> read_date(std::string_view cell);

/// A code; one that is written in full-width ASCII only (１００２) is folded.
std::string read_code(std::string_view cell);

/// True for 合计, 小计, 总计 and 累计, also with 本页, 本月, 本年 or 本期 before, blanks inside or a colon behind.
bool is_totals_word(std::string_view cell);

/// True for what a spreadsheet makes of a long number: 1.1E+17.
bool is_destroyed_number(std::string_view cell);

/// At most 60 bytes for messages: control characters replaced, and all but the last four characters masked of every
/// number that may be an ID card, a bank card or a phone.
std::string shown_value(std::string_view cell);

}  // namespace mingzhang::service
