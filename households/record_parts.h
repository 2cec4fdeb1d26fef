// SPDX-License-Identifier: Apache-2.0
// Parts of the records' data that many commands share: texts that may be absent, days, lists of words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/members.h"

namespace mingzhang::households {

/// A member of the object being written; left out where the text is empty.
void write_text(JsonWriter& writer, std::string_view key, std::string_view value);
/// "2016-10-14".
void write_date(JsonWriter& writer, std::string_view key, Date date);
/// Left out where the list is empty.
void write_words(JsonWriter& writer, std::string_view key, const std::vector<std::string>& words);

/// A day that must be there; 1970-01-01 and `fail` where it is missing or no day.
Date read_date(Members& members, std::string_view key);
/// A list of texts, none empty; empty where it is absent, `fail` where it is anything else or an empty list.
std::vector<std::string> read_words(Members& members, std::string_view key);

}  // namespace mingzhang::households
