// SPDX-License-Identifier: Apache-2.0
// Amounts and dates in Chinese words (大写), as 支付结算办法 (银发〔1997〕393号) annex 1 prescribes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"

namespace mingzhang {

/// The one form we print, with the prefix 人民币: 1409.50 → 人民币壹仟肆佰零玖元伍角, 107000.53 →
/// 人民币壹拾万柒仟元零伍角叁分, 100.00 → 人民币壹佰元整, 0.00 → 人民币零元整. A negative amount takes 负 after the prefix.
std::string amount_in_words(Money amount);

/// Reads every official variant: with or without 人民币, 整/正 after 元 and (optional) 角, optional 零 where 万位 or 元位 is zero,
/// 圆 and the traditional forms (貳參陸萬億圓 …). Nothing where it is no such amount or disagrees with itself.
std::optional<Money> amount_from_words(std::string_view words);

/// Bill dates: 2017-01-15 → 贰零壹柒年零壹月壹拾伍日; months 1, 2, 10 and days 1–9, 10, 20, 30 take 零.
std::string date_in_words(Date date);

/// Reads what `date_in_words` writes, and the same without the optional leading 零.
std::optional<Date> date_from_words(std::string_view words);

}  // namespace mingzhang
