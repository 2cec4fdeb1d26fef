// SPDX-License-Identifier: Apache-2.0
// Implements the rules for codes, words and digests.
#include "households/codes.h"

#include <algorithm>

#include "base/text.h"

namespace mingzhang::households {
namespace {

constexpr std::size_t kCodeBytes = 32;
constexpr std::size_t kDigestDigits = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_code_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

}  // namespace

bool is_opaque_code(std::string_view text) {
  return !text.empty() && text.size() <= kCodeBytes && std::all_of(text.begin(), text.end(), is_code_character);
}

bool is_division_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 15 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_good_word(std::string_view text) {
  return !text.empty() && text.size() <= kWordBytes && is_plain_text(text) && trimmed(text) == text &&
         text.find(',') == std::string_view::npos;
}

bool is_digest(std::string_view text) {
  return text.size() == kDigestDigits && std::all_of(text.begin(), text.end(), is_hex_digit);
}

}  // namespace mingzhang::households
