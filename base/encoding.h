// SPDX-License-Identifier: Apache-2.0
// Which encoding a file from a Chinese office is in, and its text as UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace mingzhang {

/// What was recognized; a file of ASCII only is `Utf8`.
enum class Encoding : std::uint8_t { Utf8 = 1, Utf8WithBom = 2, Gb18030 = 3 };

/// A file's text, without its byte order mark.
struct DecodedText {
  std::string utf8;
  Encoding encoding;
};

/// Why bytes are not text, with the first offending byte (offset from the start of the file) and its line (from 1;
/// lines end with LF).
struct EncodingError {
  enum class Problem : std::uint8_t {
    NulByte = 1,  ///< binary, or UTF-16 without its mark
    Neither = 2,  ///< a line is neither UTF-8 nor GB18030
    Mixed = 3,    ///< some lines are UTF-8, some GB18030; names the first line of those that are fewer
    Utf16 = 4,    ///< begins with a UTF-16 byte order mark ("Unicode 文本" of a spreadsheet)
  };
  Problem problem;
  std::size_t offset;
  std::size_t line;
};

/// BOM → UTF-8; else strict UTF-8; else GB18030 (never GBK or GB2312: they lose characters).
/// Where the whole is not UTF-8, a line counts as UTF-8 when it is well-formed, holds a Chinese character, and its
/// bytes are no everyday Chinese as GB18030 (nearly every UTF-8 line is also *some* GB18030). A file of very short
/// lines can therefore escape `Mixed`: about one in thirty lines with a single two-character name does.
/// Takes time and memory in proportion to the bytes. Throws WorldError where the C library has no GB18030.
Result<DecodedText, EncodingError> decode_text(std::string_view bytes);

}  // namespace mingzhang
