// SPDX-License-Identifier: Apache-2.0
// Which encoding a file from a Chinese office is in, and its text as UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace mingzhang {

enum class Encoding : std::uint8_t { Utf8 = 1, Utf8WithBom = 2, Gb18030 = 3 };

struct DecodedText {
  std::string utf8;
  Encoding encoding;
};

/// Why bytes are not text, with the first offending byte (offset from the start) and its line (from 1).
struct EncodingError {
  enum class Problem : std::uint8_t { NulByte = 1, Neither = 2, Mixed = 3, Utf16 = 4 };
  Problem problem;
  std::size_t offset;
  std::size_t line;
};

/// BOM → UTF-8; else strict UTF-8; else GB18030 (never GBK or GB2312: they lose characters).
/// `Mixed` where some lines are only valid UTF-8 beyond ASCII and others only valid GB18030.
Result<DecodedText, EncodingError> decode_text(std::string_view bytes);

}  // namespace mingzhang
