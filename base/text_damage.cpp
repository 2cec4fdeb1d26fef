// SPDX-License-Identifier: Apache-2.0
// Looks at one character after the other.
#include "base/text_damage.h"

#include "base/utf8.h"

namespace mingzhang {
namespace {

/// The longest syllables are "zhuang", "chuang" and "shuang".
constexpr int kSyllableLetters = 6;

constexpr bool is_ideograph(char32_t code) {
  return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

/// a–z, and the letters with tone marks, which all lie in this range: à is U+00E0, ǜ U+01DC.
constexpr bool is_pinyin_letter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= 0xE0 && code <= 0x1DC && code != 0xF7);
}

constexpr bool is_open(char32_t code) { return code == U'(' || code == 0xFF08; }
constexpr bool is_close(char32_t code) { return code == U')' || code == 0xFF09; }

}  // namespace

bool is_damaged(std::string_view utf8) {
  char32_t before = 0;
  int letters = -1;  // behind an ideograph and a parenthesis; −1: not there
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Character character = utf8_at(utf8, at);
    if (character.length == 0 || character.code == U'?' || character.code == 0xFFFD) return true;
    if (letters > 0 && is_close(character.code)) return true;
    const bool goes_on = letters >= 0 && letters < kSyllableLetters && is_pinyin_letter(character.code);
    letters = goes_on ? letters + 1 : is_open(character.code) && is_ideograph(before) ? 0 : -1;
    before = character.code;
    at += character.length;
  }
  return false;
}

}  // namespace mingzhang
