// SPDX-License-Identifier: Apache-2.0
// The formal Chinese numerals (大写数字) that amounts and dates in words share.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace mingzhang {

/// Bytes of every character used in amounts and dates in words, in UTF-8.
inline constexpr std::size_t kNumeralBytes = 3;

/// The numeral of each digit: kNumerals[7] is 柒.
inline constexpr std::array<std::string_view, 10> kNumerals = {"零", "壹", "贰", "叁", "肆",
                                                               "伍", "陆", "柒", "捌", "玖"};

/// `words` with the forms that must be accepted in place of ours (貳 參 叄 陸 萬 億 圆 圓 正 幣 負) replaced by ours
/// (贰 叁 叁 陆 万 亿 元 元 整 币 负). Everything else stays as it is, so that garbage stays garbage.
std::string with_our_numerals(std::string_view words);

}  // namespace mingzhang
