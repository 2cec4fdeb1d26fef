// SPDX-License-Identifier: Apache-2.0
// Members of the data of records that every kind of record writes and reads the same way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/members.h"
#include "base/money.h"

namespace mingzhang {

// Members of the object being written, in the order of their keys.
void write_text(JsonWriter& writer, std::string_view key, std::string_view value);    ///< left out where empty
void write_number(JsonWriter& writer, std::string_view key, std::int64_t value);      ///< left out where zero
void write_amount(JsonWriter& writer, std::string_view key, Money amount);            ///< fen
void write_date(JsonWriter& writer, std::string_view key, Date date);                 ///< "2016-10-14"
void write_flag(JsonWriter& writer, std::string_view key, bool flag);                 ///< left out where false
void write_words(JsonWriter& writer, std::string_view key, const std::vector<std::string>& words);  ///< where empty
void write_json(JsonWriter& writer, std::string_view key, std::string_view canonical);  ///< left out where empty

// Members of the object being read; `fail` where they are missing or wrong. A form that would be written in another way
// is caught by whoever decodes the record and compares the bytes.
Money read_amount(Members& members, std::string_view key);
Date read_date(Members& members, std::string_view key);
Date read_date(Members& members, std::string_view key, Date otherwise);  ///< `otherwise` where it is absent
/// A list of texts, none empty; empty where it is absent, `fail` where it is anything else or an empty list.
std::vector<std::string> read_words(Members& members, std::string_view key);
/// The canonical bytes of any value; empty where it is absent.
std::string read_json(Members& members, std::string_view key);

}  // namespace mingzhang
