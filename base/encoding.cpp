// SPDX-License-Identifier: Apache-2.0
// Telling UTF-8 and GB18030 apart, line by line where the whole is not clear.
#include "base/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/check.h"
#include "base/utf8.h"
#include "base/world_error.h"

namespace mingzhang {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// GB18030 read by the C library; opened once for a file, because opening costs more than a line.
class Gb18030Reader {
 public:
  Gb18030Reader() : state_(iconv_open("UTF-8", "GB18030")) {
    // NOLINTNEXTLINE: POSIX defines the failure value as (iconv_t)-1.
    if (state_ == reinterpret_cast<iconv_t>(-1)) {
      throw WorldError(WorldFault::Unavailable, "the C library has no GB18030 conversion (iconv)");
    }
  }
  ~Gb18030Reader() { iconv_close(state_); }
  Gb18030Reader(const Gb18030Reader&) = delete;
  Gb18030Reader& operator=(const Gb18030Reader&) = delete;

  /// Appends `bytes` as UTF-8 and returns the offset of the first byte that is not GB18030, or bytes.size().
  std::size_t read(std::string_view bytes, std::string& utf8) {
    iconv(state_, nullptr, nullptr, nullptr, nullptr);  // forget what an earlier call left unfinished
    char* from = const_cast<char*>(bytes.data());       // NOLINT: iconv reads through a pointer to mutable bytes
    std::size_t left = bytes.size();
    std::array<char, 64 * 1024> block;
    while (left > 0) {
      char* to = block.data();
      std::size_t room = block.size();
      const std::size_t converted = iconv(state_, &from, &left, &to, &room);
      utf8.append(block.data(), block.size() - room);
      if (converted == static_cast<std::size_t>(-1) && errno != E2BIG) break;
    }
    return bytes.size() - left;
  }

 private:
  iconv_t state_;
};

/// True where every character beyond ASCII is one of GB 2312, which nearly all Chinese office files keep to:
/// lead byte A1–A9 or B0–F7, second byte A1–FE.
bool reads_as_gb2312(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto lead = static_cast<unsigned char>(line[at]);
    if (lead < 0x80) continue;
    if (lead < 0xA1 || (lead > 0xA9 && lead < 0xB0) || lead > 0xF7 || ++at == line.size()) return false;
    const auto second = static_cast<unsigned char>(line[at]);
    if (second < 0xA1 || second == 0xFF) return false;
  }
  return true;
}

/// True where well-formed UTF-8 holds a Chinese character, and the same bytes make no everyday Chinese as GB18030.
/// Both conditions are needed: two-byte sequences of UTF-8 are common GB18030 characters, and a GB18030 line of a few
/// rare characters can look like three-byte sequences by chance.
bool is_surely_utf8(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const Utf8Character character = utf8_at(line, at);
    if (character.code >= 0x4E00 && character.code <= 0x9FFF) return !reads_as_gb2312(line);
    at += character.length;
  }
  return false;
}

/// What the lines of a text in more than one encoding are; lines of ASCII only are not counted.
struct Census {
  struct Place {
    std::size_t offset = 0;
    std::size_t line = 0;  ///< 0: there is none
  };
  std::size_t utf8_lines = 0;
  std::size_t other_lines = 0;
  Place first_utf8;
  Place first_other;
  // The first line that is neither: where it stops being UTF-8, and where it stops being GB18030.
  Place neither_as_utf8;
  Place neither_as_gb18030;
};

struct CountedText {
  std::string_view bytes;
  bool is_gb18030;  ///< as a whole
};

Census count_lines(CountedText text, Gb18030Reader& reader) {
  Census census;
  std::string ignored;
  std::size_t number = 0;
  for (std::size_t start = 0; start < text.bytes.size();) {
    const std::size_t end = std::min(text.bytes.find('\n', start), text.bytes.size());
    const std::string_view line = text.bytes.substr(start, end - start);
    ++number;
    const auto beyond_ascii =
        std::find_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const std::size_t first = start + static_cast<std::size_t>(beyond_ascii - line.begin());
    const std::size_t malformed = beyond_ascii == line.end() ? line.size() : first_malformed_utf8(line);
    if (beyond_ascii == line.end()) {
      // The same in every encoding.
    } else if (malformed == line.size()) {
      if (!text.is_gb18030 || is_surely_utf8(line)) {
        if (census.utf8_lines++ == 0) census.first_utf8 = {first, number};
      }
    } else {
      ignored.clear();
      const std::size_t stops = text.is_gb18030 ? line.size() : reader.read(line, ignored);
      if (stops == line.size()) {
        if (census.other_lines++ == 0) census.first_other = {first, number};
      } else if (census.neither_as_utf8.line == 0) {
        census.neither_as_utf8 = {start + malformed, number};
        census.neither_as_gb18030 = {start + stops, number};
      }
    }
    start = end + 1;
  }
  return census;
}

EncodingError error_at(EncodingError::Problem problem, Census::Place place) {
  return EncodingError{problem, place.offset, place.line};
}

/// The line a person should look at: the first of the encoding that fewer lines have; where both have as many, the
/// first that differs from the lines before it.
Census::Place first_of_minority(const Census& census) {
  if (census.utf8_lines < census.other_lines) return census.first_utf8;
  if (census.utf8_lines > census.other_lines) return census.first_other;
  return census.first_utf8.line > census.first_other.line ? census.first_utf8 : census.first_other;
}

std::size_t line_of(std::string_view bytes, std::size_t offset) {
  return 1 +
         static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// For a file that is not UTF-8 and has no byte order mark.
Result<DecodedText, EncodingError> decode_gb18030(std::string_view bytes) {
  using Problem = EncodingError::Problem;
  Gb18030Reader reader;
  DecodedText decoded{{}, Encoding::Gb18030};
  decoded.utf8.reserve(bytes.size() + bytes.size() / 2);  // two bytes become three
  const bool is_gb18030 = reader.read(bytes, decoded.utf8) == bytes.size();

  const Census census = count_lines({bytes, is_gb18030}, reader);
  if (census.neither_as_utf8.line != 0) {
    const bool is_mostly_utf8 = census.utf8_lines > census.other_lines;
    return Err(error_at(Problem::Neither, is_mostly_utf8 ? census.neither_as_utf8 : census.neither_as_gb18030));
  }
  if (census.utf8_lines > 0) return Err(error_at(Problem::Mixed, first_of_minority(census)));
  MZ_CHECK(is_gb18030);  // no byte of a GB18030 character is a line break, so lines and whole agree
  return decoded;
}

/// For a file that promises UTF-8 by its byte order mark and breaks the promise.
EncodingError broken_promise(std::string_view bytes) {
  using Problem = EncodingError::Problem;
  Gb18030Reader reader;
  const std::string_view body = bytes.substr(kByteOrderMark.size());
  const Census census = count_lines({body, false}, reader);
  const bool is_neither = census.neither_as_utf8.line != 0;
  Census::Place place = is_neither ? census.neither_as_utf8 : census.first_other;
  place.offset += kByteOrderMark.size();
  return error_at(is_neither ? Problem::Neither : Problem::Mixed, place);
}

}  // namespace

Result<DecodedText, EncodingError> decode_text(std::string_view bytes) {
  using Problem = EncodingError::Problem;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Err(EncodingError{Problem::Utf16, 0, 1});
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) return Err(EncodingError{Problem::NulByte, nul, line_of(bytes, nul)});

  const bool has_mark = bytes.starts_with(kByteOrderMark);
  const std::string_view body = has_mark ? bytes.substr(kByteOrderMark.size()) : bytes;
  if (first_malformed_utf8(body) == body.size()) {
    return DecodedText{std::string(body), has_mark ? Encoding::Utf8WithBom : Encoding::Utf8};
  }
  if (has_mark) return Err(broken_promise(bytes));
  return decode_gb18030(bytes);
}

}  // namespace mingzhang
