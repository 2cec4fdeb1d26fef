// SPDX-License-Identifier: Apache-2.0
// Check digits. No reason repeats a part of the number it is about, because numbers of people end up in logs that way.
#include "base/identifier.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/date.h"
#include "base/text.h"

namespace mingzhang {
namespace {

constexpr std::size_t kIdCardLength = 18;
constexpr std::size_t kOldIdCardLength = 15;
constexpr std::size_t kCodeLength = 18;
constexpr std::size_t kCardLengthMin = 8;
constexpr std::size_t kCardLengthMax = 19;
constexpr int kBirthYearMin = 1800;

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}
int digit_of(char c) {
  return c - '0';
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + digit_of(c);
  return number;
}

IdentifierCheck passed() {
  return {true, "", ""};
}
IdentifierCheck failed(std::string reason, std::string reason_zh) {
  return {false, std::move(reason), std::move(reason_zh)};
}

IdentifierCheck nothing_given() {
  return failed("it is empty", "为空");
}

/// For numbers of characters that are all allowed, so that a character is a byte.
IdentifierCheck wrong_length(std::size_t got, const std::string& wanted) {
  const std::string length = std::to_string(got);
  return failed("it has " + length + (got == 1 ? " character" : " characters") + " where " + wanted + " are wanted",
                "有" + length + "位，应为" + wanted + "位");
}

IdentifierCheck wrong_check_character(char expected) {
  const std::string wanted(1, expected);
  return failed(
      "the last character does not fit the others: it should be " + wanted + ", or one of the others is mistyped",
      "校验码不符：按其余各位计算，末位应为" + wanted + "，或其他某一位有误");
}

/// GB 11643-1999, ISO 7064 MOD 11-2, from the first 17 digits.
char id_card_check_character(std::string_view digits) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCheckCharacters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < std::size(kWeights); ++i) sum += kWeights[i] * digit_of(digits[i]);
  return kCheckCharacters[static_cast<std::size_t>(sum % 11)];
}

/// Whether eight digits are a day of the calendar, of any century: Date ends at 1900, but the calendar repeats every
/// 400 years.
bool is_calendar_day(std::string_view yyyymmdd) {
  const int year_in_cycle = 2000 + number_of(yyyymmdd.substr(0, 4)) % 400;
  const int month = number_of(yyyymmdd.substr(4, 2));
  const int day = number_of(yyyymmdd.substr(6, 2));
  return Date::from_civil(year_in_cycle, static_cast<unsigned>(month), static_cast<unsigned>(day)).has_value();
}

IdentifierCheck no_such_birth_date() {
  return failed("its birth date is not a day of the calendar", "其中的出生日期在日历上不存在");
}

/// 15 digits, of before 1999, when the year had two digits and there was no check digit.
IdentifierCheck check_old_id_card(std::string_view number) {
  if (!is_calendar_day("19" + std::string(number.substr(6, 6)))) return no_such_birth_date();
  return failed("it is an old number of 15 digits without a check digit; ask for the number of 18 characters",
                "是15位旧号码，没有校验码；请补登18位号码");
}

/// 17 digits and a check character, in capitals.
IdentifierCheck check_new_id_card(std::string_view number) {
  if (!is_calendar_day(number.substr(6, 8))) return no_such_birth_date();
  const char expected = id_card_check_character(number);
  if (number.back() != expected) return wrong_check_character(expected);
  if (number_of(number.substr(6, 4)) < kBirthYearMin) {
    return failed("its birth date is before 1800", "其中的出生日期早于1800年");
  }
  return passed();
}

constexpr std::string_view kCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The value of a character of a unified social credit code, or npos.
std::size_t code_value(char c) {
  return kCodeAlphabet.find(c);
}

}  // namespace

IdentifierCheck check_id_card(std::string_view number) {
  if (number.empty()) return nothing_given();
  const bool ends_in_x = number.back() == 'X' || number.back() == 'x';
  if (!all_digits(number.substr(0, number.size() - (ends_in_x ? 1 : 0)))) {
    return failed("it has characters other than digits and a final X", "含有数字和末位X以外的字符");
  }
  if (number.size() == kOldIdCardLength && !ends_in_x) return check_old_id_card(number);
  if (number.size() != kIdCardLength) return wrong_length(number.size(), "18");
  std::string capitals(number);
  if (ends_in_x) capitals.back() = 'X';
  return check_new_id_card(capitals);
}

IdentifierCheck check_social_credit_code(std::string_view code) {
  if (code.empty()) return nothing_given();
  if (!std::all_of(code.begin(), code.end(), [](char c) { return code_value(c) != std::string_view::npos; })) {
    return failed("it has characters other than digits and capital letters without I, O, S, V and Z",
                  "含有数字和大写字母（I、O、S、V、Z除外）以外的字符");
  }
  if (code.size() != kCodeLength) return wrong_length(code.size(), "18");
  // GB 32100-2015: the weight of the i-th character is 3^(i−1) mod 31.
  constexpr std::size_t kModulus = kCodeAlphabet.size();
  std::size_t weight = 1;
  std::size_t sum = 0;
  for (const char c : code.substr(0, kCodeLength - 1)) {
    sum += weight * code_value(c);
    weight = weight * 3 % kModulus;
  }
  const char expected = kCodeAlphabet[(kModulus - sum % kModulus) % kModulus];
  return code.back() == expected ? passed() : wrong_check_character(expected);
}

IdentifierCheck check_bank_card(std::string_view number) {
  if (number.empty()) return nothing_given();
  if (!all_digits(number)) return failed("it has characters other than digits", "含有数字以外的字符");
  if (number.size() < kCardLengthMin || number.size() > kCardLengthMax) return wrong_length(number.size(), "8–19");
  // Luhn: every second digit from the right, the check digit not counted, is doubled; of two digits, their sum counts.
  int sum = 0;
  bool is_doubled = true;
  for (std::size_t i = number.size() - 1; i-- > 0; is_doubled = !is_doubled) {
    const int value = digit_of(number[i]) * (is_doubled ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  const char expected = static_cast<char>('0' + (10 - sum % 10) % 10);
  return number.back() == expected ? passed() : wrong_check_character(expected);
}

bool holds_id_card(std::string_view text) {
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t to = from;
    while (to < text.size() && is_digit(text[to])) ++to;
    // A row of 17 digits may be followed by its X; a row of 18 is complete; every other row is another number.
    const bool has_x = to - from == kIdCardLength - 1 && to < text.size() && (text[to] == 'X' || text[to] == 'x');
    if (has_x) ++to;
    if (to - from == kIdCardLength && check_id_card(text.substr(from, kIdCardLength)).valid) return true;
    from = std::max(to, from + 1);
  }
  return false;
}

}  // namespace mingzhang
