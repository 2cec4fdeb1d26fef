// SPDX-License-Identifier: Apache-2.0
// Traces that a text has lost characters or gained others on its way through web pages and office programs.
#pragma once

#include <string_view>

namespace mingzhang {

/// True where a name or a word of a list shows such a trace: a question mark or U+FFFD in the place of a lost character
/// ("张?三"), or the pinyin of a character behind it in parentheses ("特困戶(hù)", "因病（bìng）").
/// A guess: "王五(a)" is one, too. Text that is not UTF-8 is damaged.
bool is_damaged(std::string_view utf8);

}  // namespace mingzhang
