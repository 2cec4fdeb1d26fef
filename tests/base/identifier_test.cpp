// SPDX-License-Identifier: Apache-2.0
// Check digits: what is valid, why something is not, and that no reason repeats the number.
// All numbers are examples of the standards or synthetic; no living person is meant.
#include "base/identifier.h"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::check_bank_card;
using mingzhang::check_id_card;
using mingzhang::check_social_credit_code;
using mingzhang::holds_id_card;
using mingzhang::IdentifierCheck;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A refusal explains itself in both languages and repeats no four characters of the number.
void check_refused(const IdentifierCheck& check, const std::string& number, const std::string& reason_part,
                   const std::string& reason_zh_part) {
  CAPTURE(number, check.reason, check.reason_zh);
  CHECK_FALSE(check.valid);
  CHECK(contains(check.reason, reason_part));
  CHECK(contains(check.reason_zh, reason_zh_part));
  for (std::size_t at = 0; at + 4 <= number.size(); ++at) {
    CHECK_FALSE(contains(check.reason, number.substr(at, 4)));
    CHECK_FALSE(contains(check.reason_zh, number.substr(at, 4)));
  }
}

void check_passed(const IdentifierCheck& check, const std::string& number) {
  CAPTURE(number, check.reason);
  CHECK(check.valid);
  CHECK(check.reason.empty());
  CHECK(check.reason_zh.empty());
}

/// An independent check character: ISO 7064 MOD 11-2 by its recursion, without a table of weights.
char mod_11_2(const std::string& digits) {
  int product = 0;
  for (const char digit : digits) product = (product + (digit - '0')) * 2 % 11;
  const int value = (12 - product) % 11;
  return value == 10 ? 'X' : static_cast<char>('0' + value);
}

std::string random_digits(std::mt19937_64& generator, std::size_t count) {
  std::string digits;
  while (digits.size() < count) digits += static_cast<char>('0' + generator() % 10);
  return digits;
}

}  // namespace

TEST_CASE("ID card numbers are checked as GB 11643 says", "[base][identifier]") {
  // Case ID-01, in its order.
  check_passed(check_id_card("11010519491231002X"), "11010519491231002X");
  check_refused(check_id_card("110105194912310021"), "110105194912310021", "should be X", "应为X");
  check_passed(check_id_card("11010519491231002x"), "11010519491231002x");
  check_refused(check_id_card("520526188102290011"), "520526188102290011", "not a day of the calendar", "不存在");
  check_refused(check_id_card("5205261880010100"), "5205261880010100", "16 characters", "16位");
}

TEST_CASE("birth dates of the nineteenth century pass, earlier ones are reported", "[base][identifier]") {
  // Case ID-01 calls the first two valid: the standard's own example, and a synthetic number of nobody alive.
  check_passed(check_id_card("440524188001010014"), "440524188001010014");
  check_passed(check_id_card("520526188001010017"), "520526188001010017");
  check_refused(check_id_card("440524188001010015"), "440524188001010015", "should be 4", "应为4");
  check_refused(check_id_card("110105179912310016"), "110105179912310016", "before 1800", "早于1800年");
}

TEST_CASE("what has not the form of an ID card number is refused with the reason", "[base][identifier]") {
  check_refused(check_id_card(""), "", "empty", "为空");
  check_refused(check_id_card("X"), "X", "1 character where", "1位");
  check_refused(check_id_card("1101051949123100X2"), "1101051949123100X2", "characters other than", "以外的字符");
  check_refused(check_id_card(" 1010519491231002X"), " 1010519491231002X", "characters other than", "以外的字符");
  check_refused(check_id_card("１10105194912310"), "１10105194912310", "characters other than", "以外的字符");
  check_refused(check_id_card("110105194912310021X"), "110105194912310021X", "19 characters", "19位");
  check_refused(check_id_card("11010519491231X"), "11010519491231X", "15 characters", "15位");
  check_refused(check_id_card("110105194900310027"), "110105194900310027", "calendar", "日历");
  check_refused(check_id_card("110105194902300027"), "110105194902300027", "calendar", "日历");
}

TEST_CASE("numbers of 15 digits are reported as old", "[base][identifier]") {
  // Synthetic: the standard's example without the century and the check character.
  check_refused(check_id_card("110105491231002"), "110105491231002", "old number of 15 digits", "15位旧号码");
  check_refused(check_id_card("110105491331002"), "110105491331002", "calendar", "日历");
}

TEST_CASE("exactly one check character is valid for each birth date and serial number", "[base][identifier]") {
  std::mt19937_64 generator(mingzhang::tests::run_seed());
  for (int round = 0; round < 500; ++round) {
    std::string digits = random_digits(generator, 6) + "19" + random_digits(generator, 2);
    digits += round % 2 == 0 ? "0228" : "1231";
    digits += random_digits(generator, 3);
    const char expected = mod_11_2(digits);
    for (const char last : std::string("0123456789X")) {
      const IdentifierCheck check = check_id_card(digits + last);
      CAPTURE(digits, last);
      REQUIRE(check.valid == (last == expected));
      REQUIRE(check.valid == check.reason.empty());
      if (!check.valid) REQUIRE(contains(check.reason, std::string("should be ") + expected));
    }
  }
}

TEST_CASE("unified social credit codes are checked as GB 32100 says", "[base][identifier]") {
  // policy.md §3.4: two codes recomputed there (sum 1640 → 3; sum 1505 → E).
  check_passed(check_social_credit_code("91350100M000100Y43"), "91350100M000100Y43");
  check_passed(check_social_credit_code("91512081MA62K0260E"), "91512081MA62K0260E");
  // By hand: a sum of 0 gives 31 − 0 = 31, which is 0 mod 31.
  check_passed(check_social_credit_code("000000000000000000"), "000000000000000000");
  check_refused(check_social_credit_code("91350100M000100Y44"), "91350100M000100Y44", "should be 3", "应为3");
  check_refused(check_social_credit_code("91512081MA62K0260F"), "91512081MA62K0260F", "should be E", "应为E");
  check_refused(check_social_credit_code("91350100M000100Y4"), "91350100M000100Y4", "17 characters", "17位");
  check_refused(check_social_credit_code(""), "", "empty", "为空");
  for (const char other : std::string("IOSVZiosvzam-_ .:")) {
    std::string code = "91350100M000100Y43";
    code[8] = other;
    check_refused(check_social_credit_code(code), code, "characters other than", "以外的字符");
  }
}

TEST_CASE("every single mistyped character of a social credit code is noticed", "[base][identifier]") {
  const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const std::string valid = "91512081MA62K0260E";
  for (std::size_t at = 0; at < valid.size(); ++at) {
    for (const char other : alphabet) {
      std::string code = valid;
      code[at] = other;
      CAPTURE(code);
      CHECK(check_social_credit_code(code).valid == (code == valid));
    }
  }
}

TEST_CASE("bank cards are checked by Luhn", "[base][identifier]") {
  // Case ID-03; the first is synthetic (an account of zeros), the third the well-known example of the formula.
  check_passed(check_bank_card("6228480000000000000"), "6228480000000000000");
  check_refused(check_bank_card("6228480000000000001"), "6228480000000000001", "should be 0", "应为0");
  check_passed(check_bank_card("79927398713"), "79927398713");
  check_refused(check_bank_card("79927398710"), "79927398710", "should be 3", "应为3");
  check_refused(check_bank_card(""), "", "empty", "为空");
  check_refused(check_bank_card("6228 4800 0000 0000"), "6228 4800 0000 0000", "other than digits", "以外的字符");
  // Both ends of the length.
  check_passed(check_bank_card("00000000"), "00000000");
  check_refused(check_bank_card("0000000"), "0000000", "7 characters", "7位");
  check_passed(check_bank_card("0000000000000000000"), "0000000000000000000");
  check_refused(check_bank_card("00000000000000000000"), "00000000000000000000", "20 characters", "20位");
}

TEST_CASE("every single mistyped digit of a bank card is noticed", "[base][identifier]") {
  const std::string valid = "79927398713";
  for (std::size_t at = 0; at < valid.size(); ++at) {
    for (const char other : std::string("0123456789")) {
      std::string number = valid;
      number[at] = other;
      CAPTURE(number);
      CHECK(check_bank_card(number).valid == (number == valid));
    }
  }
}

TEST_CASE("an ID card number is found wherever it stands in a text", "[base][identifier]") {
  const std::string number = "11010519491231002X";
  // Synthetic, the serial number 003 and its check character from the recursion above.
  const std::string of_digits = std::string("11010519491231003") + mod_11_2("11010519491231003");
  REQUIRE(of_digits.back() != 'X');
  for (const std::string& id : {number, of_digits}) {
    for (const std::string before : {"", "身份证", "id=", "x", "X", "1 ", "12345,", "\"", "\xFF"}) {
      for (const std::string after : {"", "号", " 2", ",", "a", "\"}", "\xFF", "，1234"}) {
        CAPTURE(before, id, after);
        CHECK(holds_id_card(before + id + after));
      }
    }
    CHECK(holds_id_card("123456789012345678 " + id));
    CHECK_FALSE(holds_id_card("1" + id));
  }
  CHECK(holds_id_card("11010519491231002x"));
  CHECK(holds_id_card("11010519491231002X" + of_digits));
  CHECK(holds_id_card(of_digits + "X"));
  // The first number fails its check and must not swallow the first digit of the second.
  CHECK(holds_id_card("11010519491231003X" + of_digits));
  CHECK_FALSE(holds_id_card(of_digits + "1"));
  CHECK_FALSE(holds_id_card(of_digits + of_digits));
  CHECK_FALSE(holds_id_card(""));
  CHECK_FALSE(holds_id_card("11010519491231002"));
  CHECK_FALSE(holds_id_card("110105194912310021"));
  CHECK_FALSE(holds_id_card("1101051949123100 2X"));
  CHECK_FALSE(holds_id_card("110105********002X"));
  CHECK_FALSE(holds_id_card("6228480000000000000"));
  CHECK_FALSE(holds_id_card("1234567.89 元，共 12 户"));
}
