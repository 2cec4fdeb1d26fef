// SPDX-License-Identifier: Apache-2.0
// Parts of the records' data that several commands share.
#pragma once

#include <string_view>

#include "base/record_members.h"
#include "loans/schedule.h"

namespace mingzhang::loans {

/// {"fees":…,"interest":…,"penalties":…,"principal":…} in fen, zeros left out; all of it left out where there are only zeros.
void write_parts(JsonWriter& writer, std::string_view key, const Parts& parts);
/// Zeros where it is absent; `fail` where it is anything else.
Parts read_parts(Members& members, std::string_view key);

/// 10^-8 a year.
void write_rate(JsonWriter& writer, std::string_view key, Rate rate);
Rate read_rate(Members& members, std::string_view key);

}  // namespace mingzhang::loans
