// SPDX-License-Identifier: Apache-2.0
// Reading canonical JSON, and nothing else.
#include <array>

#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"

namespace mingzhang {
namespace {

/// True for the ASCII bytes that stand for themselves inside a text: printable, neither quote nor backslash.
constexpr std::array<bool, 256> kStandsForItself = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = ' '; c <= '~'; ++c) table[c] = c != '"' && c != '\\';
  return table;
}();

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// Records have about this many members; more only cost a second allocation.
constexpr std::size_t kUsualMembers = 8;

}  // namespace

/// A recursive descent over one value. Each function returns false with `error_` set at the first problem.
class JsonParser {
 public:
  explicit JsonParser(std::string_view bytes) : bytes_(bytes) {}

  Result<JsonValue, JsonError> parse() {
    if (bytes_.size() > kJsonBytesMax) return Err(JsonError{JsonProblem::TooLarge, kJsonBytesMax});
    JsonValue value;
    if (!read_value(value)) return Err(error_);
    if (at_ != bytes_.size()) {
      unexpected();
      return Err(error_);
    }
    return value;
  }

 private:
  bool fail(JsonProblem problem, std::size_t offset) {
    error_ = JsonError{problem, offset};
    return false;
  }

  /// Something else was wanted at `at_`: says whether it is white space or no JSON at all.
  bool unexpected() {
    const char c = next();
    const bool is_white = at_ < bytes_.size() && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
    return fail(is_white ? JsonProblem::WhiteSpace : JsonProblem::Syntax, at_);
  }

  /// The byte at `at_`, or NUL (never wanted anywhere) at the end.
  char next() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool take(char wanted) {
    if (next() != wanted) return false;
    ++at_;
    return true;
  }

  bool take_word(std::string_view word) {
    if (bytes_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  bool read_value(JsonValue& value) {
    switch (next()) {
      case '"':
        return read_text(value.state_.emplace<std::string>());
      case '{':
        return read_object(value);
      case '[':
        return read_array(value);
      case 't':
        value.state_ = true;
        return take_word("true") || unexpected();
      case 'f':
        value.state_ = false;
        return take_word("false") || unexpected();
      case 'n': {
        const std::size_t start = at_;
        return take_word("null") ? fail(JsonProblem::Null, start) : unexpected();
      }
      default:
        return read_integer(value.state_.emplace<std::int64_t>());
    }
  }

  bool read_integer(std::int64_t& value) {
    const std::size_t start = at_;
    const bool is_negative = take('-');
    if (!is_digit(next())) return unexpected();
    const bool starts_with_zero = next() == '0';
    const std::size_t first_digit = at_;
    std::int64_t magnitude = 0;
    for (; is_digit(next()); ++at_) {
      magnitude = magnitude * 10 + (next() - '0');
      if (magnitude > kJsonIntegerMax) return fail(JsonProblem::BadNumber, start);
    }
    const bool has_needless_zero = starts_with_zero && (is_negative || at_ - first_digit > 1);
    const bool goes_on = next() == '.' || next() == 'e' || next() == 'E';
    if (has_needless_zero || goes_on) return fail(JsonProblem::BadNumber, start);
    value = is_negative ? -magnitude : magnitude;
    return true;
  }

  bool read_text(std::string& text) {
    if (!take('"')) return unexpected();
    std::size_t run = at_;  // what stands between `run` and `at_` is not copied yet
    for (;;) {
      while (at_ < bytes_.size() && kStandsForItself[static_cast<unsigned char>(bytes_[at_])]) ++at_;
      if (at_ == bytes_.size()) return unexpected();
      if (bytes_[at_] == '"') {
        text.append(bytes_.data() + run, at_ - run);
        ++at_;
        return true;
      }
      if (bytes_[at_] == '\\') {
        text.append(bytes_.data() + run, at_ - run);
        const std::size_t escape = at_++;
        if (at_ == bytes_.size()) return unexpected();
        if (next() != '"' && next() != '\\') return fail(JsonProblem::BadText, escape);
        run = at_++;
        continue;
      }
      const Utf8Character character = utf8_at(bytes_, at_);
      if (character.length == 0 || is_control(character.code)) return fail(JsonProblem::BadText, at_);
      at_ += character.length;
    }
  }

  bool enter() { return depth_ < kJsonDepthMax ? (++depth_, ++at_, true) : fail(JsonProblem::TooDeep, at_); }

  bool read_array(JsonValue& value) {
    if (!enter()) return false;
    auto& items = value.state_.emplace<std::vector<JsonValue>>();
    if (!take(']')) {
      do {
        if (!read_value(items.emplace_back())) return false;
      } while (take(','));
      if (!take(']')) return unexpected();
    }
    --depth_;
    return true;
  }

  bool read_object(JsonValue& value) {
    if (!enter()) return false;
    auto& members = value.state_.emplace<JsonValue::Members>();
    if (!take('}')) {
      members.reserve(kUsualMembers);
      do {
        if (!read_member(members)) return false;
      } while (take(','));
      if (!take('}')) return unexpected();
    }
    --depth_;
    return true;
  }

  bool read_member(JsonValue::Members& members) {
    const std::size_t start = at_;
    auto& [name, value] = members.emplace_back();
    if (!read_text(name)) return false;
    if (!is_ascii(name)) return fail(JsonProblem::BadKey, start);
    if (members.size() > 1 && members[members.size() - 2].first >= name) return fail(JsonProblem::BadKey, start);
    if (!take(':')) return unexpected();
    return read_value(value);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  JsonError error_{JsonProblem::Syntax, 0};
};

Result<JsonValue, JsonError> parse_canonical_json(std::string_view bytes) {
  return JsonParser(bytes).parse();
}

}  // namespace mingzhang
