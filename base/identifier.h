// SPDX-License-Identifier: Apache-2.0
// Check digits of ID cards, unified social credit codes and bank cards. A failing check warns, it never refuses:
// real numbers that fail exist (legacy ID cards, old passbooks).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

/// What a check found. `valid` with an empty reason, or the reason in English and Chinese: a sentence about "it" that
/// names at most the check character that was expected and never a part of the number, which is personal data.
struct IdentifierCheck {
  bool valid = false;
  std::string reason;
  std::string reason_zh;
};

/// 公民身份号码, GB 11643-1999: 17 digits and a check character, ISO 7064 MOD 11-2, with a real birth date not before
/// 1800. A lower-case x is read as X. 15-digit numbers of before 1999 are reported as old, without a check digit.
/// The region code is not looked up: codes change every year and old ones stay valid in cards.
/// Looked for in this order: other characters, length, calendar, check character, year of birth.
IdentifierCheck check_id_card(std::string_view number);

/// 统一社会信用代码, GB 32100-2015: 18 characters of 0-9 A-H J-N P-R T-U W-Y, weights 3^(i−1) mod 31.
IdentifierCheck check_social_credit_code(std::string_view code);

/// Bank card, ISO/IEC 7812 Luhn, 8 to 19 digits.
IdentifierCheck check_bank_card(std::string_view number);

/// True where `text` holds, anywhere, a run of exactly 18 characters that is a valid ID card number: a row of 18 digits,
/// or a row of 17 and an X, that no further digit precedes or lengthens.
bool holds_id_card(std::string_view text);

}  // namespace mingzhang
