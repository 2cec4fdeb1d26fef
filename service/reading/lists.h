// SPDX-License-Identifier: Apache-2.0
// Lists of what a database and a book hold, rendered.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/database.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// How a report or a list is rendered.
enum class Format : std::uint8_t { Text = 1, Json = 2, Csv = 3 };

/// Reads "text", "json" or "csv".
std::optional<Format> parse_format(std::string_view word);

TextResult list_books(ledger::Database& database, Format format);
/// Title, first month, how many records, vouchers' lines, accounts, funds and people.
TextResult show_book(const BookPlace& place, Format format);
/// The charts that a new book can start with.
TextResult list_templates(Format format);

TextResult list_accounts(const BookPlace& place, Format format);
TextResult list_funds(const BookPlace& place, Format format);
TextResult list_projects(const BookPlace& place, Format format);
/// Everybody with their roles, also those that were taken away.
TextResult list_users(const BookPlace& place, Format format);
/// Months in use or closed, with their state.
TextResult list_periods(const BookPlace& place, Format format);

/// The vouchers that a receipt acknowledges, e.g. "2016-10 记-0012"; empty where they cannot be read.
std::vector<std::string> voucher_names(const BookPlace& place, const Receipt& receipt);

}  // namespace mingzhang::service
