// SPDX-License-Identifier: Apache-2.0
// Words, numbers and objects in a contract's record: what has its usual value is left out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/json.h"
#include "base/members.h"
#include "base/record_members.h"

namespace mingzhang::loans {

// The words of an enum stand in the order of its values, which begin at 1.

inline constexpr std::array<std::string_view, 4> kRoundings{"half_up", "half_even", "down", "up"};

/// The word of a value.
template <class Enum, std::size_t kSize>
std::string_view word(const std::array<std::string_view, kSize>& words, Enum value) {
  const auto index = static_cast<std::size_t>(value) - 1;
  MZ_CHECK(index < kSize);
  return words[index];
}

/// Writes the word; left out where it is the usual value.
template <class Enum, std::size_t kSize>
void write_word(JsonWriter& writer, std::string_view key, const std::array<std::string_view, kSize>& words, Enum value,
                Enum usual) {
  if (value != usual) write_text(writer, key, word(words, value));
}

/// Reads a word; `usual` where it is absent.
template <class Enum, std::size_t kSize>
Enum read_word(Members& members, std::string_view key, const std::array<std::string_view, kSize>& words, Enum usual) {
  const std::string text = members.text(key, false);
  if (text.empty()) return usual;
  for (std::size_t index = 0; index < kSize; ++index) {
    if (words[index] == text) return static_cast<Enum>(index + 1);
  }
  members.fail();
  return usual;
}

/// Reads an object by `read`; what is absent is as `usual`.
template <class Value, class Read>
Value read_object(Members& members, std::string_view key, Value usual, Read read) {
  const JsonValue* object = members.take(key, false);
  if (object == nullptr) return usual;
  Members inner(*object);
  read(inner, usual);
  if (!inner.is_complete()) members.fail();
  return usual;
}

/// Reads a number from 0 to 100,000.
inline int small(Members& members, std::string_view key, int usual) {
  const std::int64_t number = members.integer(key, usual, false);
  if (number < 0 || number > 100'000) members.fail();
  return number < 0 || number > 100'000 ? usual : static_cast<int>(number);
}

/// Writes an object under `key`; left out where it has no members.
template <class Write>
void write_object(JsonWriter& writer, std::string_view key, Write write) {
  JsonWriter inner;
  inner.begin_object();
  write(inner);
  inner.end_object();
  const std::string bytes = inner.take();
  if (bytes != "{}") write_json(writer, key, bytes);
}

}  // namespace mingzhang::loans
