// SPDX-License-Identifier: Apache-2.0
// Parts of the records' data that several commands share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/members.h"
#include "base/money.h"
#include "funds/accounts.h"

namespace mingzhang::funds {

// Members of the object being written, in the order of their keys; what is empty or zero is left out where it says so.
void write_text(JsonWriter& writer, std::string_view key, std::string_view value);      ///< left out where empty
void write_number(JsonWriter& writer, std::string_view key, std::int64_t value);        ///< left out where zero
void write_amount(JsonWriter& writer, std::string_view key, Money amount);
void write_date(JsonWriter& writer, std::string_view key, Date date);                   ///< "2016-10-14"
void write_flag(JsonWriter& writer, std::string_view key, bool flag);                   ///< left out where false
void write_words(JsonWriter& writer, std::string_view key, const std::vector<std::string>& words);  ///< where empty
void write_json(JsonWriter& writer, std::string_view key, std::string_view canonical);  ///< left out where empty
/// {"budget_credit":…,"budget_debit":…,"credit":…,"debit":…}; left out where there are none.
void write_accounts(JsonWriter& writer, const Accounts& accounts);

// Members of the object being read; `fail` where they are missing or wrong. Forms that would be written in another way
// are caught by `decode_command`, which compares the bytes.
Money read_amount(Members& members, std::string_view key);
Date read_date(Members& members, std::string_view key);
Date read_date(Members& members, std::string_view key, Date otherwise);  ///< `otherwise` where it is absent
std::vector<std::string> read_words(Members& members, std::string_view key);
std::string read_json(Members& members, std::string_view key);
Accounts read_accounts(Members& members);

}  // namespace mingzhang::funds
