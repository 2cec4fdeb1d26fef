// SPDX-License-Identifier: Apache-2.0
// UTF-8, columns, folding, hexadecimal.
#include "base/text.h"

#include <random>
#include <string>

#include "base/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::display_width;
using mingzhang::first_malformed_utf8;
using mingzhang::fold_full_width;
using mingzhang::from_hex;
using mingzhang::is_plain_text;
using mingzhang::is_utf8;
using mingzhang::pad_left;
using mingzhang::pad_right;
using mingzhang::shortened;
using mingzhang::to_hex;
using mingzhang::trimmed;

/// The bytes of one code point by the table of RFC 3629 section 3, without any check.
std::string encoded(char32_t code) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  if (code < 0x10000) return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
          byte(0x80 | (code & 0x3F))};
}

bool is_surrogate(char32_t code) {
  return code >= 0xD800 && code <= 0xDFFF;
}

std::string bytes_of(std::initializer_list<int> values) {
  std::string bytes;
  for (const int value : values) bytes += static_cast<char>(static_cast<unsigned char>(value));
  return bytes;
}

}  // namespace

TEST_CASE("every code point but the surrogates is UTF-8", "[base][text]") {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    const std::string bytes = encoded(code);
    const mingzhang::Utf8Character character = mingzhang::utf8_at(bytes, 0);
    const bool expected = !is_surrogate(code);
    const bool decodes = character.length == bytes.size() && character.code == code;
    if (is_utf8(bytes) != expected || decodes != expected) FAIL("wrong at code point " << static_cast<unsigned>(code));
  }
  CHECK_FALSE(is_utf8(encoded(0x110000)));
}

// The numbers of well-formed sequences follow from the ranges of RFC 3629: any other accepted sequence would raise
// them.
TEST_CASE("no other byte sequence is UTF-8", "[base][text]") {
  int one = 0;
  int two = 0;
  int three = 0;
  for (int a = 0; a < 256; ++a) {
    if (is_utf8(bytes_of({a}))) ++one;
    for (int b = 0; b < 256; ++b) {
      if (a >= 0x80 && is_utf8(bytes_of({a, b}))) ++two;
      for (int c = 0; a >= 0xE0 && c < 256; ++c) {
        if (is_utf8(bytes_of({a, b, c}))) ++three;
      }
    }
  }
  CHECK(one == 128);
  CHECK(two == 0x800 - 0x80);
  CHECK(three == 0x10000 - 0x800 - 2048);

  int four = 0;
  for (int a = 0xF0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      for (int c = 0; c < 256; ++c) {
        for (const int d : {0x7F, 0x80, 0xBF, 0xC0}) {
          if (is_utf8(bytes_of({a, b, c, d}))) ++four;
        }
      }
    }
  }
  CHECK(four == 0x100000 / 64 * 2);  // two of the 64 possible last bytes were tried
}

TEST_CASE("the first malformed byte is found behind any length of good text", "[base][text]") {
  for (std::size_t length = 0; length < 40; ++length) {
    for (const char* good : {"a", "é", "账", "𠮷"}) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += good;
      CHECK(first_malformed_utf8(text) == text.size());
      for (const char* bad : {"\xFF", "\x80", "\xE8\xB4", "\xC0\x80", "\xED\xA0\x80"}) {
        CHECK(first_malformed_utf8(text + bad + "some more text") == text.size());
        CHECK_FALSE(is_plain_text(text + bad));
      }
    }
  }
}

TEST_CASE("plain text holds no control character", "[base][text]") {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (is_surrogate(code)) continue;
    const bool is_control =
        code < 0x20 || code == 0x7F || (code >= 0x80 && code < 0xA0) || code == 0x2028 || code == 0x2029;
    if (is_plain_text(encoded(code)) == is_control) FAIL("wrong at code point " << static_cast<unsigned>(code));
  }
  CHECK(is_plain_text(""));
}

TEST_CASE("a control character is found at every place of a text", "[base][text]") {
  for (std::size_t at = 0; at < 24; ++at) {
    for (int byte = 0; byte < 0x80; ++byte) {
      std::string text = "abcdefghijklmnopqrstuvwx";
      text[at] = static_cast<char>(byte);
      CHECK(is_plain_text(text) == (byte >= 0x20 && byte != 0x7F));
    }
  }
}

// Unicode Annex 11: W and F are wide; general categories Mn and Me add nothing.
TEST_CASE("Chinese characters and full-width forms take two columns", "[base][text]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc 123") == 7);
  CHECK(display_width("明账") == 4);
  CHECK(display_width("𠮷") == 2);
  CHECK(display_width("１２３．５６") == 12);
  CHECK(display_width("，。、；：？！（）《》【】「」") == 30);
  CHECK(display_width("￥") == 2);
  CHECK(display_width("¥") == 1);
  CHECK(display_width("\u3000") == 2);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("ひカ") == 4);
  CHECK(display_width("〇") == 2);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("é") == 1);
}

TEST_CASE("combining marks take no column and a malformed byte takes one", "[base][text]") {
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u0F40\u0F72") == 1);  // Tibetan ki
  CHECK(display_width("か\u3099") == 2);
  CHECK(display_width("葛\U000E0100") == 2);
  CHECK(display_width("a\u200Bb") == 2);
  CHECK(display_width("a\xFF") == 2);
  CHECK(display_width("a\tb") == 2);
}

TEST_CASE("padding counts columns and never cuts", "[base][text]") {
  CHECK(pad_right("账", 5) == "账   ");
  CHECK(pad_left("账", 5) == "   账");
  CHECK(pad_right("abc", 3) == "abc");
  CHECK(pad_right("明账", 3) == "明账");
  CHECK(pad_left("明账", 0) == "明账");
  CHECK(pad_right("", 2) == "  ");
}

TEST_CASE("full-width forms fold to ASCII and everything else stays", "[base][text]") {
  CHECK(fold_full_width("１２３．５６") == "123.56");
  CHECK(fold_full_width("ＡＢＣｘｙｚ") == "ABCxyz");
  CHECK(fold_full_width("（－１，０００）") == "(-1,000)");
  CHECK(fold_full_width("２０１６／１０／１４") == "2016/10/14");
  CHECK(fold_full_width("￥100") == "¥100");
  CHECK(fold_full_width("a\u3000b") == "a b");
  CHECK(fold_full_width("张三。é𠮷") == "张三。é𠮷");
  CHECK(fold_full_width("\xFF\xEF\xBC") == "\xFF\xEF\xBC");
  for (char32_t code = 0xFF01; code <= 0xFF5E; ++code) {
    CHECK(fold_full_width(encoded(code)) == encoded(code - 0xFEE0));  // the offset between the two Unicode blocks
  }
}

TEST_CASE("blanks at both ends go and blanks inside stay", "[base][text]") {
  CHECK(trimmed("  a b\t") == "a b");
  CHECK(trimmed("\u3000\t 张\u3000三 \u3000") == "张\u3000三");
  CHECK(trimmed(" \u3000\t").empty());
  CHECK(trimmed("").empty());
  CHECK(trimmed("a") == "a");
  CHECK(trimmed("\na\n") == "\na\n");
}

TEST_CASE("a shortened text fits, stays whole characters and says that it was cut", "[base][text]") {
  CHECK(shortened("明账", 6) == "明账");
  CHECK(shortened("明账账", 8) == "明…");
  CHECK(shortened("明账账", 6) == "明…");
  CHECK(shortened("明账账", 5) == "…");
  CHECK(shortened("abcdef", 5) == "ab…");
  CHECK(shortened("abcdef", 3) == "…");
  CHECK(shortened("abcdef", 2) == "ab");  // no room for the mark
  CHECK(shortened("明", 2).empty());
  CHECK(shortened("a", 0).empty());
  const std::string text = "a明é𠮷b账";
  for (std::size_t bytes = 0; bytes <= text.size() + 1; ++bytes) {
    const std::string cut = shortened(text, bytes);
    CHECK(cut.size() <= bytes);
    CHECK(is_utf8(cut));
    CHECK((cut == text) == (bytes >= text.size()));
  }
}

TEST_CASE("hexadecimal is lower-case and only lower-case", "[base][text]") {
  CHECK(to_hex("") == "");
  CHECK(to_hex(std::string_view("\x00\x7F\x80\xFF\x0A", 5)) == "007f80ff0a");
  CHECK(from_hex("007f80ff0a") == std::string("\x00\x7F\x80\xFF\x0A", 5));
  CHECK(from_hex("") == std::string());
  for (const char* wrong : {"0", "0g", "g0", "FF", "0x00", " 00", "00 ", "a:", "a`", "/0", "é"}) {
    INFO("hex: " << wrong);
    CHECK_FALSE(from_hex(wrong).has_value());
  }
}

TEST_CASE("random bytes survive hexadecimal", "[base][text][random]") {
  std::mt19937_64 random(mingzhang::tests::run_seed());
  for (int i = 0; i < 1'000; ++i) {
    std::string bytes(random() % 70, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
    REQUIRE(from_hex(to_hex(bytes)) == bytes);
  }
}
