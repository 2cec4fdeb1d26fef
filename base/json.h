// SPDX-License-Identifier: Apache-2.0
// The strict JSON subset of the records: one byte form per value, and nothing outside it is accepted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace mingzhang {

/// The integers that every JSON reader holds exactly: |n| ≤ 2^53.
constexpr std::int64_t kJsonIntegerMax = std::int64_t{1} << 53;
/// Levels of objects and arrays that may stand inside each other.
constexpr std::size_t kJsonDepthMax = 16;
/// Longest value that is parsed: 64 MiB.
constexpr std::size_t kJsonBytesMax = std::size_t{64} << 20;

/// Writes canonical JSON straight into a string: members in the order of the calls, which must be the sorted
/// order of their keys (checked), no white space, integers only. Text is escaped as RFC 8785 does it.
/// Calls out of order (a value without its key, a second value, a 17th level) abort.
/// Example: JsonWriter w; w.begin_object(); w.key("n"); w.integer(7); w.end_object(); → {"n":7}
class JsonWriter {
 public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// Requires: printable ASCII, and bytewise greater than the previous key of this object.
  void key(std::string_view name);
  /// Requires: |value| ≤ 2^53.
  void integer(std::int64_t value);
  void boolean(bool value);
  /// Requires: valid UTF-8 without control characters (`is_plain_text`, base/text.h).
  void text(std::string_view value);
  /// A value that is already canonical, e.g. another writer's output. Its bytes are not looked at.
  void raw(std::string_view canonical);

  /// What stands written so far.
  const std::string& bytes() const { return bytes_; }
  /// Hands over the finished value; the writer can then write another. Requires: everything begun has ended.
  std::string take();

 private:
  struct Level {
    bool is_object = false;
    bool is_empty = true;
    // Where the last key stands in bytes_, so that comparing with it needs no copy.
    std::size_t key_at = 0;
    std::size_t key_size = 0;
  };
  void before_value();
  void begin(bool is_object);
  void end(bool is_object);
  Level& top() { return levels_[depth_ - 1]; }

  std::string bytes_;
  std::array<Level, kJsonDepthMax> levels_;
  std::size_t depth_ = 0;
  bool after_key_ = false;
};

/// Why bytes are not canonical JSON of the subset.
enum class JsonProblem : std::uint8_t {
  Syntax = 1,      ///< not JSON, or trailing bytes
  WhiteSpace = 2,  ///< insignificant white space
  BadNumber = 3,   ///< float, exponent, leading zero, "-0", or beyond ±2^53
  Null = 4,        ///< null is outside the subset
  BadText = 5,     ///< invalid UTF-8, a control character, or an escape that is not the canonical one
  BadKey = 6,      ///< a key that is not ASCII, not in bytewise order, or doubled
  TooDeep = 7,     ///< more than 16 levels
  TooLarge = 8,    ///< more than 64 MiB
};

struct JsonError {
  JsonProblem problem;
  std::size_t offset;  ///< byte at which it was found
};

/// One parsed value. Numbers are int64, members keep their (sorted) order.
class JsonValue {
 public:
  enum class Kind : std::uint8_t { Integer, Boolean, Text, Array, Object };

  /// Zero.
  JsonValue() = default;
  /// Requires: |value| ≤ 2^53.
  static JsonValue make_integer(std::int64_t value);
  static JsonValue make_boolean(bool value);
  /// Requires: `is_plain_text`.
  static JsonValue make_text(std::string value);
  static JsonValue make_array(std::vector<JsonValue> items);
  /// Puts the members into the order of their keys. Requires: keys printable ASCII, none twice.
  static JsonValue make_object(std::vector<std::pair<std::string, JsonValue>> members);

  Kind kind() const { return static_cast<Kind>(state_.index()); }
  /// The member named `name`, or null where this is no object or has no such member.
  const JsonValue* find(std::string_view name) const;
  /// The members of an object, sorted; empty for every other kind.
  const std::vector<std::pair<std::string, JsonValue>>& members() const;
  /// The items of an array; empty for every other kind.
  const std::vector<JsonValue>& items() const;
  /// The values, or nothing where the kind is another one.
  std::optional<std::int64_t> as_integer() const;
  std::optional<bool> as_boolean() const;
  /// Null where this is no text.
  const std::string* as_text() const;

  /// The canonical bytes of this value; parse(bytes) and bytes() are each other's inverse.
  std::string bytes() const;

 private:
  friend class JsonParser;
  using Members = std::vector<std::pair<std::string, JsonValue>>;
  void write(JsonWriter& writer) const;

  // In the order of Kind.
  std::variant<std::int64_t, bool, std::string, std::vector<JsonValue>, Members> state_;
};

/// Parses exactly one canonical value. Whatever it accepts, `bytes()` writes back byte for byte.
Result<JsonValue, JsonError> parse_canonical_json(std::string_view bytes);

}  // namespace mingzhang
