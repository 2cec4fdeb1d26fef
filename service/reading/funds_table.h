// SPDX-License-Identifier: Apache-2.0
// What the tables about funds share: columns, and a read transaction with the funds of the book.
#pragma once

#include <functional>
#include <string_view>

#include "funds/funds_outcome.h"
#include "funds/funds_store.h"
#include "reports/column.h"
#include "reports/table.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

using ReadFunds = std::function<TextResult(funds::FundsStore& store, BookReading& reading)>;

/// Runs `body` in one read transaction of the book, with its funds.
TextResult read_funds(const BookPlace& place, const ReadFunds& body);

/// The refusal of a code that names nothing.
Refusal unknown(funds::FundsOutcome outcome, std::string_view code);

using reports::count_column;
using reports::date_column;
using reports::filled;
using reports::money_column;
using reports::text_column;

}  // namespace mingzhang::service
