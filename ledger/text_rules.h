// SPDX-License-Identifier: Apache-2.0
// What codes, names and explanations in records may look like.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::ledger {

/// 1–64 bytes of plain text without blanks at the ends and without line feeds: a code as people write it.
bool is_good_code(std::string_view text);
/// 1–64 of a–z, 0–9, '-', '_', '.', starting with a letter or a digit: the name of a book.
bool is_good_book_name(std::string_view text);
/// 1–64 bytes of letters, digits, '.', '-', '_', '@' in any script, no blanks: the name of a user.
bool is_good_user_name(std::string_view text);
/// Most bytes of a name or title.
inline constexpr std::size_t kNameBytes = 200;
/// Most bytes of a purpose, a reason or a document number.
inline constexpr std::size_t kTextBytes = 200;
/// Most bytes of a code.
inline constexpr std::size_t kCodeBytes = 64;
/// Most bytes of a rule's explanation.
inline constexpr std::size_t kExplanationBytes = 65'536;

/// A canonical JSON object that nests no deeper than a record can hold it, in a request of several commands.
bool is_explanation(std::string_view text);
/// "12 bytes": what a refusal says of a text that came in the place of a code and may be anything, also a name.
std::string size_of(std::string_view text);

}  // namespace mingzhang::ledger
