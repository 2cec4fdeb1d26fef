// SPDX-License-Identifier: Apache-2.0
// UTF-8 checks, columns and small conversions.
#include "base/text.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "base/utf8.h"

namespace mingzhang {
namespace {

/// Eight bytes at once, for the long ASCII runs that digests and identifiers are.
std::uint64_t eight_bytes(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

constexpr std::uint64_t kEach = 0x0101010101010101;
constexpr std::uint64_t kHighBits = 0x80 * kEach;

bool all_ascii(std::uint64_t word) {
  return (word & kHighBits) == 0;
}

/// Requires all_ascii. A byte below 0x20 borrows when 0x20 is taken away; a DEL carries into the high bit when 1 is
/// added.
bool all_printable(std::uint64_t word) {
  return (((word - 0x20 * kEach) | (word + kEach)) & kHighBits) == 0;
}

struct CodeRange {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool holds(const CodeRange (&ranges)[N], char32_t code) {
  const auto* found = std::upper_bound(std::begin(ranges), std::end(ranges), code,
                                       [](char32_t wanted, const CodeRange& range) { return wanted < range.first; });
  return found != std::begin(ranges) && code <= std::prev(found)->last;
}

/// Characters that add no column: controls, joiners, variation selectors, and the combining marks of Latin, of Chinese
/// phonetics and of the scripts written in China (Uyghur, Tibetan, Mongolian).
constexpr CodeRange kNoColumn[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0F18, 0x0F19}, {0x0F35, 0x0F35}, {0x0F37, 0x0F37}, {0x0F39, 0x0F39}, {0x0F71, 0x0F7E},
    {0x0F80, 0x0F84}, {0x0F86, 0x0F87}, {0x0F8D, 0x0FBC}, {0x180B, 0x180F}, {0x1885, 0x1886}, {0x18A9, 0x18A9},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
    {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

/// East Asian Width W and F of Unicode Annex 11, by block: exact for writing, approximate for emoji. Ambiguous
/// characters (“ ” … —) count one, as terminals with a UTF-8 locale show them.
constexpr CodeRange kTwoColumns[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x2705, 0x2705},
    {0x274C, 0x274C},   {0x2E80, 0x303E},   {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF}, {0x1AFF0, 0x1B2FF}, {0x1F200, 0x1F265},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x2FFFD},
    {0x30000, 0x3FFFD},
};

std::size_t columns(char32_t code) {
  if (code >= 0x20 && code < 0x7F) return 1;
  if (holds(kNoColumn, code)) return 0;
  return holds(kTwoColumns, code) ? 2 : 1;
}

constexpr std::string_view kIdeographicSpace = "\u3000";
constexpr std::string_view kEllipsis = "…";

}  // namespace

std::size_t first_malformed_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && all_ascii(eight_bytes(text.data() + at))) {
      at += 8;
      continue;
    }
    const std::size_t length = utf8_at(text, at).length;
    if (length == 0) return at;
    at += length;
  }
  return at;
}

bool is_utf8(std::string_view text) {
  return first_malformed_utf8(text) == text.size();
}

bool is_plain_text(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8) {
      const std::uint64_t word = eight_bytes(text.data() + at);
      if (all_ascii(word)) {
        if (!all_printable(word)) return false;
        at += 8;
        continue;
      }
    }
    const Utf8Character character = utf8_at(text, at);
    if (character.length == 0 || is_control(character.code)) return false;
    at += character.length;
  }
  return true;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Character character = utf8_at(utf8, at);
    // A malformed byte is shown by terminals as one replacement character.
    width += character.length == 0 ? 1 : columns(character.code);
    at += std::max<std::size_t>(character.length, 1);
  }
  return width;
}

std::string pad_right(std::string_view utf8, std::size_t width) {
  std::string padded(utf8);
  const std::size_t taken = display_width(utf8);
  if (taken < width) padded.append(width - taken, ' ');
  return padded;
}

std::string pad_left(std::string_view utf8, std::size_t width) {
  const std::size_t taken = display_width(utf8);
  std::string padded(taken < width ? width - taken : 0, ' ');
  return padded.append(utf8);
}

std::string fold_full_width(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Character character = utf8_at(utf8, at);
    const std::size_t length = std::max<std::size_t>(character.length, 1);
    if (character.code >= 0xFF01 && character.code <= 0xFF5E) {
      folded += static_cast<char>(character.code - 0xFF01 + '!');
    } else if (character.code == 0x3000) {
      folded += ' ';
    } else if (character.code == 0xFFE5) {
      folded += "¥";
    } else {
      folded += utf8.substr(at, length);
    }
    at += length;
  }
  return folded;
}

std::string_view trimmed(std::string_view utf8) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  for (;;) {
    if (!utf8.empty() && blank(utf8.front())) {
      utf8.remove_prefix(1);
    } else if (utf8.starts_with(kIdeographicSpace)) {
      utf8.remove_prefix(kIdeographicSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!utf8.empty() && blank(utf8.back())) {
      utf8.remove_suffix(1);
    } else if (utf8.ends_with(kIdeographicSpace)) {
      utf8.remove_suffix(kIdeographicSpace.size());
    } else {
      return utf8;
    }
  }
}

std::string shortened(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return std::string(utf8);
  const bool has_room_for_mark = bytes >= kEllipsis.size();
  std::size_t kept = has_room_for_mark ? bytes - kEllipsis.size() : bytes;
  // The byte after the cut must not be a continuation byte.
  while (kept > 0 && (static_cast<unsigned char>(utf8[kept]) & 0xC0) == 0x80) --kept;
  std::string cut(utf8.substr(0, kept));
  return has_room_for_mark ? cut.append(kEllipsis) : cut;
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 0x0F];
  }
  return hex;
}

std::optional<std::string> from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  const auto value_of = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
  };
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t at = 0; at < hex.size(); at += 2) {
    const int high = value_of(hex[at]);
    const int low = value_of(hex[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

std::string quotable(std::string_view text) {
  constexpr std::size_t kShownBytes = 60;
  return is_plain_text(text) ? shortened(text, kShownBytes) : std::string();
}

}  // namespace mingzhang
