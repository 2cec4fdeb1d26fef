// SPDX-License-Identifier: Apache-2.0
// Listens to the JSON parser and builds values, so that duplicate keys are seen before a tree would swallow them.
#include "policy/document.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/text.h"

namespace mingzhang::policy {
namespace {

bool is_ascii_key(std::string_view key) {
  return std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// Receives the parser's events. A value that cannot stand becomes the integer 0, and its place has a problem.
class Listener : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Listener(Problems& problems) : problems_(problems) {}

  JsonValue take() { return std::move(root_); }

  bool null() override { return refuse(PolicyOutcome::NullValue, ""); }
  bool boolean(bool value) override { return put(JsonValue::make_boolean(value)); }
  bool number_integer(number_integer_t value) override {
    if (value < -kJsonIntegerMax || value > kJsonIntegerMax) return refuse(PolicyOutcome::NotWhole, std::to_string(value));
    return put(JsonValue::make_integer(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(kJsonIntegerMax)) {
      return refuse(PolicyOutcome::NotWhole, std::to_string(value));
    }
    return put(JsonValue::make_integer(static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t, const string_t& text) override { return refuse(PolicyOutcome::NotWhole, text); }
  bool string(string_t& value) override {
    if (!is_plain_text(value)) return refuse(PolicyOutcome::TextNotPlain, "");
    return put(JsonValue::make_text(value));
  }
  bool binary(binary_t&) override { return refuse(PolicyOutcome::WrongType, ""); }

  bool start_object(std::size_t) override { return start(true); }
  bool start_array(std::size_t) override { return start(false); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool key(string_t& name) override {
    Level& level = levels_.back();
    level.key = name;
    level.is_ignored = false;
    const std::string place = below(level.place, name);
    if (!is_plain_text(name) || !is_ascii_key(name)) {
      problems_.add(PolicyOutcome::TextNotPlain, is_plain_text(name) ? place : level.place, "");
      level.is_ignored = true;
    } else if (std::any_of(level.members.begin(), level.members.end(),
                           [&name](const auto& member) { return member.first == name; })) {
      problems_.add(PolicyOutcome::KeyTwice, place, "");
      level.is_ignored = true;
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    position_ = position;
    return false;
  }

  /// Bytes read when the parser gave up.
  std::size_t position() const { return position_; }
  bool is_too_deep() const { return is_too_deep_; }

 private:
  struct Level {
    bool is_object = false;
    bool is_ignored = false;  // the value after a bad key
    std::string place;
    std::string key;
    std::vector<std::pair<std::string, JsonValue>> members;
    std::vector<JsonValue> items;
  };

  std::string place() const {
    if (levels_.empty()) return "";
    const Level& level = levels_.back();
    return level.is_object ? below(level.place, level.key) : below(level.place, level.items.size());
  }

  bool refuse(PolicyOutcome outcome, const std::string& detail) {
    problems_.add(outcome, place(), detail);
    return put(JsonValue());
  }

  bool put(JsonValue value) {
    if (levels_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Level& level = levels_.back();
    if (!level.is_object) {
      level.items.push_back(std::move(value));
    } else if (!level.is_ignored) {
      level.members.emplace_back(level.key, std::move(value));
    }
    return true;
  }

  bool start(bool is_object) {
    if (levels_.size() == kJsonDepthMax) {
      problems_.add(PolicyOutcome::TooDeep, place(), "");
      is_too_deep_ = true;
      return false;
    }
    Level level;
    level.is_object = is_object;
    level.place = place();
    levels_.push_back(std::move(level));
    return true;
  }

  bool end() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    return put(level.is_object ? JsonValue::make_object(std::move(level.members))
                               : JsonValue::make_array(std::move(level.items)));
  }

  Problems& problems_;
  std::vector<Level> levels_;
  JsonValue root_;
  std::size_t position_ = 0;
  bool is_too_deep_ = false;
};

std::string line_and_column(std::string_view text, std::size_t position) {
  const std::string_view before = text.substr(0, position == 0 ? 0 : position - 1);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "第 " + std::to_string(lines + 1) + " 行第 " + std::to_string(before.size() - line_start + 1) + " 字节 line " +
         std::to_string(lines + 1) + ", byte " + std::to_string(before.size() - line_start + 1);
}

}  // namespace

std::string below(std::string_view place, std::string_view key) {
  std::string result(place);
  result += '/';
  for (const char letter : key) {
    if (letter == '~') {
      result += "~0";
    } else if (letter == '/') {
      result += "~1";
    } else {
      result += letter;
    }
  }
  return result;
}

std::string below(std::string_view place, std::size_t index) {
  return std::string(place) + "/" + std::to_string(index);
}

std::optional<JsonValue> read_document(std::string_view text, Problems& problems) {
  if (text.size() > kPackBytesMax) {
    problems.add(PolicyOutcome::TooLarge, "", std::to_string(text.size()) + " bytes");
    return std::nullopt;
  }
  Listener listener(problems);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &listener)) return listener.take();
  if (!listener.is_too_deep()) problems.add(PolicyOutcome::NotJson, "", line_and_column(text, listener.position()));
  return std::nullopt;
}

}  // namespace mingzhang::policy
