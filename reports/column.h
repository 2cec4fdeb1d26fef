// SPDX-License-Identifier: Apache-2.0
// The usual columns and cells of a table.
#pragma once

#include <string_view>

#include "reports/table.h"

namespace mingzhang::reports {

inline Column text_column(const char* key, const char* zh, const char* en) { return {{key, zh, en}, CellKind::Text}; }
inline Column date_column(const char* key, const char* zh, const char* en) { return {{key, zh, en}, CellKind::Date}; }
inline Column count_column(const char* key, const char* zh, const char* en) { return {{key, zh, en}, CellKind::Count}; }
/// Amounts; zeros are left blank for people.
inline Column money_column(const char* key, const char* zh, const char* en) { return {{key, zh, en}, CellKind::Money, true}; }

/// An empty text as an empty cell.
inline Value filled(std::string_view text) { return text.empty() ? Value() : Value(text); }

}  // namespace mingzhang::reports
