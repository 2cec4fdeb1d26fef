// SPDX-License-Identifier: Apache-2.0
// The strict JSON subset of the records: one byte form per value, and nothing outside it is accepted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace mingzhang {

/// Writes canonical JSON straight into a string: members in the order of the calls, which must be the sorted
/// order of their keys (checked), no white space, integers only. Text is escaped as RFC 8785 does it.
/// Example: JsonWriter w; w.begin_object(); w.key("n"); w.integer(7); w.end_object(); → {"n":7}
class JsonWriter {
 public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// Requires: ASCII, and greater than the previous key of this object.
  void key(std::string_view name);
  /// Requires: |value| ≤ 2^53.
  void integer(std::int64_t value);
  void boolean(bool value);
  /// Requires: valid UTF-8 without control characters (`is_plain_text`, base/text.h).
  void text(std::string_view value);
  /// A value that is already canonical, e.g. another writer's output.
  void raw(std::string_view canonical);

  const std::string& bytes() const { return bytes_; }
  std::string take();

 private:
  void before_value();
  struct Level {
    bool is_object;
    bool is_empty;
    std::string last_key;
  };
  std::string bytes_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

/// Why bytes are not canonical JSON of the subset.
enum class JsonProblem : std::uint8_t {
  Syntax = 1,         ///< not JSON, or trailing bytes
  WhiteSpace = 2,     ///< insignificant white space
  BadNumber = 3,      ///< float, exponent, leading zero, "-0", or beyond ±2^53
  Null = 4,           ///< null is outside the subset
  BadText = 5,        ///< invalid UTF-8, a control character, or an escape that is not the canonical one
  BadKey = 6,         ///< a key that is not ASCII, not sorted, or doubled
  TooDeep = 7,        ///< more than 16 levels
  TooLarge = 8,       ///< more than 64 MiB
};

struct JsonError {
  JsonProblem problem;
  std::size_t offset;  ///< byte at which it was found
};

/// One parsed value. Numbers are int64, members keep their (sorted) order.
class JsonValue {
 public:
  enum class Kind : std::uint8_t { Integer, Boolean, Text, Array, Object };

  static JsonValue make_integer(std::int64_t value);
  static JsonValue make_boolean(bool value);
  static JsonValue make_text(std::string value);
  static JsonValue make_array(std::vector<JsonValue> items);
  static JsonValue make_object(std::vector<std::pair<std::string, JsonValue>> members);

  Kind kind() const { return kind_; }
  /// The member named `name`, or null where this is no object or has no such member.
  const JsonValue* find(std::string_view name) const;
  const std::vector<std::pair<std::string, JsonValue>>& members() const { return members_; }
  const std::vector<JsonValue>& items() const { return items_; }
  /// The values, or nothing where the kind is another one.
  std::optional<std::int64_t> as_integer() const;
  std::optional<bool> as_boolean() const;
  /// Null where this is no text.
  const std::string* as_text() const;

  /// The canonical bytes of this value; parse(bytes) and bytes() are each other's inverse.
  std::string bytes() const;

 private:
  Kind kind_ = Kind::Integer;
  std::int64_t integer_ = 0;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<std::pair<std::string, JsonValue>> members_;
};

/// Parses exactly one canonical value. Whatever it accepts, `bytes()` writes back byte for byte.
Result<JsonValue, JsonError> parse_canonical_json(std::string_view bytes);

}  // namespace mingzhang
