// SPDX-License-Identifier: Apache-2.0
// Which encoding a file is in. The people named here are made up.
#include "base/encoding.h"

#include <iconv.h>

#include <random>
#include <string>

#include "base/text.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::decode_text;
using mingzhang::Encoding;
using mingzhang::EncodingError;
using Problem = mingzhang::EncodingError::Problem;

const std::string kMark = "\xEF\xBB\xBF";
// Written out from the tables of GB 18030-2005.
const std::string kZhangSan = "\xD5\xC5\xC8\xFD";                 // 张三
const std::string kHeader = "\xB1\xE0\xBA\xC5,\xD0\xD5\xC3\xFB";  // 编号,姓名
const std::string kWangXiaoming = "\xCD\xF5\xD0\xA1\xC3\xF7";     // 王小明

void check_text(std::string_view bytes, std::string_view utf8, Encoding encoding) {
  const auto decoded = decode_text(bytes);
  REQUIRE(decoded.has_value());
  CHECK(decoded->utf8 == utf8);
  CHECK(decoded->encoding == encoding);
}

void check_refused(std::string_view bytes, EncodingError expected) {
  const auto decoded = decode_text(bytes);
  REQUIRE_FALSE(decoded.has_value());
  CHECK(static_cast<int>(decoded.error().problem) == static_cast<int>(expected.problem));
  CHECK(decoded.error().line == expected.line);
  CHECK(decoded.error().offset == expected.offset);
}

/// The other direction of the conversion, for round trips.
std::string as_gb18030(std::string utf8) {
  const iconv_t state = iconv_open("GB18030", "UTF-8");
  std::string bytes(utf8.size() * 2 + 4, '\0');
  char* from = utf8.data();
  char* to = bytes.data();
  std::size_t left = utf8.size();
  std::size_t room = bytes.size();
  const std::size_t converted = iconv(state, &from, &left, &to, &room);
  iconv_close(state);
  REQUIRE(converted != static_cast<std::size_t>(-1));
  bytes.resize(bytes.size() - room);
  return bytes;
}

std::string utf8_of(char32_t code) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

/// A row as an office writes it: a name of three characters and an office's name.
std::string random_row(std::mt19937_64& random) {
  std::string row = std::to_string(random() % 1000) + ",县财政局扶贫办,";
  for (int i = 0; i < 3; ++i) row += utf8_of(static_cast<char32_t>(0x4E00 + random() % 20'902));
  return row + ",100.00\n";
}

}  // namespace

TEST_CASE("ASCII and UTF-8 are UTF-8", "[base][encoding]") {
  check_text("", "", Encoding::Utf8);
  check_text("a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n", Encoding::Utf8);
  check_text("编号,姓名\n1,张三\n", "编号,姓名\n1,张三\n", Encoding::Utf8);
  check_text("𠮷", "𠮷", Encoding::Utf8);
}

TEST_CASE("a byte order mark is taken off", "[base][encoding]") {
  check_text(kMark, "", Encoding::Utf8WithBom);
  check_text(kMark + "编号\n", "编号\n", Encoding::Utf8WithBom);
  check_text(kMark + kMark + "a", kMark + "a", Encoding::Utf8WithBom);
}

TEST_CASE("a Chinese office file is GB18030", "[base][encoding]") {
  check_text(kHeader + "\n1," + kZhangSan + "\n", "编号,姓名\n1,张三\n", Encoding::Gb18030);
  check_text(kZhangSan, "张三", Encoding::Gb18030);
}

TEST_CASE("characters that GBK and GB2312 lose are kept", "[base][encoding]") {
  check_text("\xE9\x46", "镕", Encoding::Gb18030);          // not in GB2312
  check_text("\x95\x34\xB2\x35", "𠮷", Encoding::Gb18030);  // four bytes, beyond the BMP
  check_text("\x81\x39\xEF\x31", "㐂", Encoding::Gb18030);  // four bytes, CJK extension A
  check_text(kWangXiaoming + "\x81\x39\xEF\x31", "王小明㐂", Encoding::Gb18030);
}

TEST_CASE("a GB18030 name that happens to be well-formed UTF-8 does not make a file mixed", "[base][encoding]") {
  // 一 is D2 BB, which is also the UTF-8 of U+04BB.
  check_text(kHeader + "\n\xD2\xBB\n", "编号,姓名\n一\n", Encoding::Gb18030);
  // 婕颁汉 is E6BC B0E4 BABA, which is also the UTF-8 of 漰人.
  check_text(kHeader + "\n\xE6\xBC\xB0\xE4\xBA\xBA\n", "编号,姓名\n婕颁汉\n", Encoding::Gb18030);
}

TEST_CASE("UTF-16 is refused by its mark and a NUL byte by its place", "[base][encoding]") {
  check_refused(std::string_view("\xFF\xFE\x16\x7F", 4), {Problem::Utf16, 0, 1});
  check_refused(std::string_view("\xFE\xFF\x7F\x16", 4), {Problem::Utf16, 0, 1});
  check_refused(std::string_view("a\nb\0c", 5), {Problem::NulByte, 3, 2});
  check_refused(std::string_view("a\0,\0", 4), {Problem::NulByte, 1, 1});  // UTF-16 without a mark
  check_refused(kMark + std::string(1, '\0'), {Problem::NulByte, 3, 1});
}

TEST_CASE("a UTF-8 line in a GB18030 file is named", "[base][encoding]") {
  const std::string two_rows = kHeader + "\n1," + kZhangSan + "\n";
  check_refused(two_rows + "2,王小明\n" + kZhangSan + "\n", {Problem::Mixed, two_rows.size() + 2, 3});
  // An even number of bytes, so that the line can be read as GB18030 (garbage) as well.
  check_refused(two_rows + "2,李四\n", {Problem::Mixed, two_rows.size() + 2, 3});
  check_refused(two_rows + "2,县财政局扶贫\n", {Problem::Mixed, two_rows.size() + 2, 3});
}

TEST_CASE("a GB18030 line in a UTF-8 file is named", "[base][encoding]") {
  const std::string two_rows = "编号,姓名\n1,李四\n";
  check_refused(two_rows + "2," + kZhangSan + "\n", {Problem::Mixed, two_rows.size() + 2, 3});
  check_refused("1," + kZhangSan + "\n" + two_rows, {Problem::Mixed, 2, 1});
  check_refused(kMark + two_rows + "2," + kZhangSan, {Problem::Mixed, kMark.size() + two_rows.size() + 2, 3});
  check_refused(kMark + kZhangSan + "\n", {Problem::Mixed, 3, 1});
}

TEST_CASE("with as many lines of each encoding the first change is named", "[base][encoding]") {
  check_refused("a\n姓名是\n" + kZhangSan + "\n", {Problem::Mixed, 12, 3});
  check_refused(kZhangSan + "\n姓名是\n", {Problem::Mixed, 5, 2});
}

TEST_CASE("a line that is neither is named with the byte that is wrong", "[base][encoding]") {
  check_refused("\xFF", {Problem::Neither, 0, 1});
  check_refused("a\n\xD5", {Problem::Neither, 2, 2});  // half a character
  check_refused(kHeader + "\n1," + kZhangSan + "\xFF\n", {Problem::Neither, kHeader.size() + 7, 2});
  check_refused("编号,姓名\n张三\xFF\n", {Problem::Neither, 20, 2});
  // In a UTF-8 file it is the byte that breaks UTF-8: as GB18030 the line would break one byte earlier.
  check_refused("编号\n张三李\xFF\n", {Problem::Neither, 16, 2});
  check_refused(kMark + "编号\n\xFF\n", {Problem::Neither, 10, 2});
  // A broken line weighs more than a mixture, because nothing can be read from it.
  check_refused("编号\n" + kZhangSan + "\n\xFF", {Problem::Neither, 12, 3});
}

TEST_CASE("a text longer than the conversion's blocks comes through whole", "[base][encoding]") {
  std::string bytes = "a";  // so that characters straddle every even border
  std::string utf8 = "a";
  for (int i = 0; i < 100'000; ++i) {
    bytes += kZhangSan;
    utf8 += "张三";
  }
  const auto decoded = decode_text(bytes);
  REQUIRE(decoded.has_value());
  CHECK(decoded->encoding == Encoding::Gb18030);
  CHECK((decoded->utf8 == utf8));  // in parentheses: a failure must not print half a megabyte
}

TEST_CASE("random rows are recognized in both encodings", "[base][encoding][random]") {
  std::mt19937_64 random(mingzhang::tests::run_seed());
  for (int i = 0; i < 200; ++i) {
    std::string rows;
    for (int row = 0; row < 20; ++row) rows += random_row(random);
    const auto from_utf8 = decode_text(rows);
    REQUIRE(from_utf8.has_value());
    REQUIRE(from_utf8->encoding == Encoding::Utf8);
    const auto from_gb18030 = decode_text(as_gb18030(rows));
    REQUIRE(from_gb18030.has_value());
    REQUIRE(from_gb18030->encoding == Encoding::Gb18030);
    REQUIRE(from_gb18030->utf8 == rows);
  }
}

TEST_CASE("one random row in the other encoding is found", "[base][encoding][random]") {
  std::mt19937_64 random(mingzhang::tests::run_seed());
  for (int i = 0; i < 500; ++i) {
    const std::size_t odd_one = random() % 10;
    const bool most_are_utf8 = i % 2 == 0;
    std::string bytes;
    for (std::size_t row = 0; row < 10; ++row) {
      const std::string utf8 = random_row(random);
      bytes += most_are_utf8 == (row == odd_one) ? as_gb18030(utf8) : utf8;
    }
    const auto decoded = decode_text(bytes);
    REQUIRE_FALSE(decoded.has_value());
    REQUIRE(decoded.error().problem == Problem::Mixed);
    REQUIRE(decoded.error().line == odd_one + 1);
  }
}

TEST_CASE("random bytes are refused inside the file or become UTF-8", "[base][encoding][random]") {
  std::mt19937_64 random(mingzhang::tests::run_seed());
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 12, '\0');
    for (char& byte : bytes) byte = random() % 4 == 0 ? '\n' : static_cast<char>(random() & 0xFF);
    const auto decoded = decode_text(bytes);
    if (decoded) {
      REQUIRE(mingzhang::is_utf8(decoded->utf8));
    } else {
      REQUIRE(decoded.error().offset < bytes.size());
      REQUIRE(decoded.error().line >= 1);
    }
  }
}
