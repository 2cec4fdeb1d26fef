// SPDX-License-Identifier: Apache-2.0
// UTF-8 text: validity, width on a terminal, folding of full-width forms, and hexadecimal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mingzhang {

/// True for well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view text);

/// True for well-formed UTF-8 without control characters (U+0000–U+001F, U+007F, U+0080–U+009F) and without
/// the line and paragraph separators U+2028/9.
bool is_plain_text(std::string_view text);

/// Columns on a terminal: CJK and full-width characters take two, combining marks none.
std::size_t display_width(std::string_view utf8);

/// `utf8` followed by blanks up to `width` columns; never cut.
std::string pad_right(std::string_view utf8, std::size_t width);
std::string pad_left(std::string_view utf8, std::size_t width);

/// Full-width digits, letters and punctuation to ASCII (１２３．５６ → 123.56, ￥ → ¥); for amounts, dates and codes
/// only, never for names.
std::string fold_full_width(std::string_view utf8);

/// Without blanks, tabs and ideographic spaces (U+3000) at both ends.
std::string_view trimmed(std::string_view utf8);

/// At most `bytes` bytes, cut at a character boundary, with "…" where something was cut.
std::string shortened(std::string_view utf8, std::size_t bytes);

/// What an error may repeat of an input: its first 60 bytes, or nothing where it is not plain text.
std::string quotable(std::string_view text);

/// True for the ASCII digits 0–9.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Lower-case hexadecimal.
std::string to_hex(std::string_view bytes);
/// Nothing where `hex` is not an even number of lower-case hexadecimal digits.
std::optional<std::string> from_hex(std::string_view hex);

}  // namespace mingzhang
