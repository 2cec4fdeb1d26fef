// SPDX-License-Identifier: Apache-2.0
// One character of UTF-8 at a time, strictly; for the sources of base/, everybody else wants base/text.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang {

/// One decoded character and the bytes it takes. `length` 0: malformed at this place.
struct Utf8Character {
  char32_t code = 0;
  std::uint8_t length = 0;
};

/// The character at `at`, as RFC 3629 allows it: shortest form, no surrogates, at most U+10FFFF.
/// Requires: at < text.size(). Example: ("账", 0) → U+8D26, 3 bytes.
constexpr Utf8Character utf8_at(std::string_view text, std::size_t at) {
  const auto byte = [text, at](std::size_t offset) -> std::uint32_t {
    return static_cast<unsigned char>(text[at + offset]);
  };
  const std::size_t left = text.size() - at;
  const auto continues = [&](std::size_t offset) { return left > offset && (byte(offset) & 0xC0) == 0x80; };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {static_cast<char32_t>(first), 1};
  if (first < 0xC2) return {};
  if (first < 0xE0) {
    if (!continues(1)) return {};
    return {static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  }
  if (first < 0xF0) {
    if (!continues(1) || !continues(2)) return {};
    const std::uint32_t code = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (code < 0x800 || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {static_cast<char32_t>(code), 3};
  }
  if (first > 0xF4 || !continues(1) || !continues(2) || !continues(3)) return {};
  const std::uint32_t code = (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  if (code < 0x10000 || code > 0x10FFFF) return {};
  return {static_cast<char32_t>(code), 4};
}

/// True for C0, DEL, C1 and the line and paragraph separators: what plain text must not hold.
constexpr bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029;
}

/// The offset of the first byte that is not well-formed UTF-8, or text.size().
std::size_t first_malformed_utf8(std::string_view text);

}  // namespace mingzhang
