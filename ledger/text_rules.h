// SPDX-License-Identifier: Apache-2.0
// What codes and names of the ledger may look like.
#pragma once

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

}  // namespace mingzhang::ledger
