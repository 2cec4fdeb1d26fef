// SPDX-License-Identifier: Apache-2.0
// What the tables about funds share: columns, and a read transaction with the funds of the book.
#pragma once

#include <functional>
#include <string_view>

#include "funds/funds_outcome.h"
#include "funds/funds_store.h"
#include "reports/table.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

using ReadFunds = std::function<TextResult(funds::FundsStore& store, BookReading& reading)>;

/// Runs `body` in one read transaction of the book, with its funds.
TextResult read_funds(const BookPlace& place, const ReadFunds& body);

/// The refusal of a code that names nothing.
Refusal unknown(funds::FundsOutcome outcome, std::string_view code);

inline reports::Column text_column(const char* key, const char* zh, const char* en) {
  return {{key, zh, en}, reports::CellKind::Text, false, false};
}
inline reports::Column money_column(const char* key, const char* zh, const char* en) {
  return {{key, zh, en}, reports::CellKind::Money, true, false};
}
inline reports::Column date_column(const char* key, const char* zh, const char* en) {
  return {{key, zh, en}, reports::CellKind::Date, false, false};
}
inline reports::Column count_column(const char* key, const char* zh, const char* en) {
  return {{key, zh, en}, reports::CellKind::Count, false, false};
}

/// An empty text as an empty cell.
inline reports::Value filled(std::string_view text) { return text.empty() ? reports::Value() : reports::Value(text); }

}  // namespace mingzhang::service
