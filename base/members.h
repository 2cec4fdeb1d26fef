// SPDX-License-Identifier: Apache-2.0
// Reading the members of a record's data, so strictly that nothing is overlooked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace mingzhang {

/// Takes members out of an object one by one; `is_complete` is false where one was missing, wrong or left over.
class Members {
 public:
  explicit Members(const JsonValue& value) : value_(value) {
    is_good_ = value.kind() == JsonValue::Kind::Object;
  }

  /// A non-empty text; empty where it is not required and absent.
  std::string text(std::string_view key, bool required) {
    const JsonValue* member = take(key, required);
    if (member == nullptr) return std::string();
    const std::string* found = member->as_text();
    is_good_ = is_good_ && found != nullptr && !found->empty();
    return found == nullptr ? std::string() : *found;
  }

  /// An integer; `otherwise` where it is not required and absent.
  std::int64_t integer(std::string_view key, std::int64_t otherwise, bool required) {
    const JsonValue* member = take(key, required);
    if (member == nullptr) return otherwise;
    const std::optional<std::int64_t> found = member->as_integer();
    is_good_ = is_good_ && found.has_value();
    return found.value_or(otherwise);
  }

  /// A boolean; false where it is not required and absent.
  bool boolean(std::string_view key, bool required) {
    const JsonValue* member = take(key, required);
    if (member == nullptr) return false;
    const std::optional<bool> found = member->as_boolean();
    is_good_ = is_good_ && found.has_value();
    return found.value_or(false);
  }

  /// Any value; null where it is absent.
  const JsonValue* take(std::string_view key, bool required) {
    const JsonValue* member = is_good_ ? value_.find(key) : nullptr;
    if (member == nullptr) {
      is_good_ = is_good_ && !required;
      return nullptr;
    }
    ++taken_;
    return member;
  }

  /// Says that a member has no sensible value.
  void fail() { is_good_ = false; }
  /// True where everything asked for was there and nothing else is.
  bool is_complete() const { return is_good_ && taken_ == value_.members().size(); }

 private:
  const JsonValue& value_;
  std::size_t taken_ = 0;
  bool is_good_ = false;
};

}  // namespace mingzhang
