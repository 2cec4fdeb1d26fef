// SPDX-License-Identifier: Apache-2.0
// What a pack may contain, as tables: one table checks an object, reads it and describes it in the documentation.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "policy/policy_outcome.h"

namespace mingzhang::policy {

enum class FieldType : std::uint8_t {
  Text = 1,    ///< plain text, at most 2,000 bytes
  Name,        ///< at most 120 bytes without , ， = @, not beginning with -; may become part of an input's name
  Id,          ///< a-z 0-9 and -
  Word,        ///< a-z 0-9 and _, beginning with a letter: the name of an input
  Choice,      ///< one of `choices`
  Integer,     ///< within [least, most]
  Boolean,
  Amount,      ///< "150.00", not negative
  Share,       ///< "3%" or "2/3"
  Date,        ///< "2016-10-14"
  Decimal,     ///< "7.53", at most six decimals
  Object,      ///< `fields`
  Objects,     ///< a list, not empty, of `fields`
  MaybeObjects,  ///< a list of `fields` that may be empty
  Names,       ///< a list, not empty, of names
  Shares,      ///< a list, not empty, of shares
  Decimals,    ///< a list, not empty, of numbers
  Dates,       ///< a list, not empty, of days
  Sum,         ///< a name or a list of names; a name after - is subtracted
  Parameters,  ///< an object that depends on the rule's kind
};

struct Field;
/// The members of an object, as a function so that a table may name itself (a part has parts).
using FieldTable = std::span<const Field> (*)();

/// One member of an object.
struct Field {
  std::string_view key;
  FieldType type = FieldType::Text;
  bool is_required = false;
  std::string_view zh;
  std::string_view en;
  std::string_view choices = {};  ///< "half_up|half_even|down|up"
  FieldTable fields = nullptr;
  std::int64_t least = 0;
  std::int64_t most = 1'000'000'000'000;
};

/// Reports every member of `object` that is missing, unknown or not of its type, with its path below `place`.
/// Where `place` itself has a problem already nothing is added.
void check_fields(const JsonValue& object, std::span<const Field> fields, const std::string& place, Problems& problems);

/// What people call the type, e.g. "amount 金额".
std::string_view type_name(FieldType type);

/// The named roundings, for `choices`.
inline constexpr std::string_view kRoundings = "half_up|half_even|down|up";
/// True where `word` is one of `choices`.
bool is_choice(std::string_view choices, std::string_view word);

}  // namespace mingzhang::policy
