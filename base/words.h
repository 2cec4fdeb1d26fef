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
/// Where 零 is optional we print it before 角 and after an empty section (壹亿零伍仟元整), not between 万 or 亿 and 仟.
/// From 10^12 yuan on we count 万亿, never 兆: 1234567890123.45 →
/// 人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分.
std::string amount_in_words(Money amount);

/// Reads what `amount_in_words` writes and every official variant of it: without 人民币; 正 for 整; 整 also after 角;
/// optional 零 where the place of 万, 亿 or 元 is zero; 圆 and the traditional forms (貳參陸萬億圓 …). Below one yuan also a
/// leading 零元 (零元伍角, 零元零伍分), which many offices write. 整 is required after 元 and refused after 分.
/// Nothing where it is no such amount or disagrees with itself: white space, 一二三, 〇, 廿, a missing or a second 零,
/// 拾 without 壹, units out of order, or more than `Money::kFenMax`.
std::optional<Money> amount_from_words(std::string_view words);

/// Bill dates: 2017-01-15 → 贰零壹柒年零壹月壹拾伍日; months 1, 2, 10 and days 1–9, 10, 20, 30 take 零.
std::string date_in_words(Date date);

/// Reads what `date_in_words` writes, and the same without the leading 零 of month or day (also in the traditional
/// forms). Nothing for any other form or where there is no such day.
std::optional<Date> date_from_words(std::string_view words);

}  // namespace mingzhang
