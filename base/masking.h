// SPDX-License-Identifier: Apache-2.0
// Masks for everything that leaves the office: lists on the village board, logs, errors.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang {

// One star stands for one character. Text that is not UTF-8 is starred whole, byte for byte.

/// All but the last four characters: **************002X (the form for public notices). Of four or fewer, none is shown.
std::string mask_id_card_strict(std::string_view number);
/// Birth date hidden: 110105********002X (the form for the office). Falls back to the strict form for other lengths.
std::string mask_id_card(std::string_view number);
/// Head four, tail four: 6228***********0000. Shorter than nine characters: all masked.
std::string mask_bank_card(std::string_view number);
/// 138****0001 for eleven digits, all masked otherwise.
std::string mask_phone(std::string_view number);
/// First character kept, the rest starred: 张三 → 张*, 诸葛亮 → 诸**; one-character names are starred whole.
std::string mask_name(std::string_view utf8);

}  // namespace mingzhang
