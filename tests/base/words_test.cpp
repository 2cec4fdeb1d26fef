// SPDX-License-Identifier: Apache-2.0
// Amounts in Chinese words: one form is written, every official form is read, nothing else is.
#include "base/words.h"

#include <initializer_list>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/base/words_model.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::amount_from_words;
using mingzhang::amount_in_words;
using mingzhang::Money;
using mingzhang::tests::check_both_ways;
using mingzhang::tests::Tally;

constexpr std::size_t kCharacterBytes = 3;

Money yuan_of(const char* text) {
  return mingzhang::parse_yuan(text).value();
}

std::string without(std::string text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
  return text;
}

/// What is left of words when everything optional is taken out: two texts that mean the same amount agree in it.
std::string skeleton(const std::string& words) {
  return without(without(without(without(words, "人民币"), "零元"), "零"), "整");
}

/// Checks that every text of `rows` is refused; "|" separates the texts of a row.
void check_refused(std::initializer_list<std::string> rows) {
  for (const std::string& row : rows) {
    std::istringstream texts(row);
    for (std::string text; std::getline(texts, text, '|');) {
      CAPTURE(text);
      CHECK(amount_from_words(text) == std::nullopt);
    }
  }
}

}  // namespace

TEST_CASE("the official examples are written as the annex writes them", "[base][words]") {
  // Case AC-01, canonical column; the examples of 银发〔1997〕393号 annex 1.
  CHECK(amount_in_words(yuan_of("1409.50")) == "人民币壹仟肆佰零玖元伍角");
  CHECK(amount_in_words(yuan_of("6007.14")) == "人民币陆仟零柒元壹角肆分");
  CHECK(amount_in_words(yuan_of("1680.32")) == "人民币壹仟陆佰捌拾元零叁角贰分");
  CHECK(amount_in_words(yuan_of("107000.53")) == "人民币壹拾万柒仟元零伍角叁分");
  CHECK(amount_in_words(yuan_of("16409.02")) == "人民币壹万陆仟肆佰零玖元零贰分");
  CHECK(amount_in_words(yuan_of("325.04")) == "人民币叁佰贰拾伍元零肆分");
  // Case AC-02 (policy.md §3.3): the loans of the Weining seed and 3 % of them.
  CHECK(amount_in_words(yuan_of("573480000")) == "人民币伍亿柒仟叁佰肆拾捌万元整");
  CHECK(amount_in_words(yuan_of("17204400")) == "人民币壹仟柒佰贰拾万肆仟肆佰元整");
}

TEST_CASE("every accepted variant of the official examples is read", "[base][words]") {
  // Case AC-01, accepted column.
  const std::vector<std::pair<const char*, std::vector<const char*>>> rows = {
      {"1409.50", {"人民币壹仟肆佰零玖元伍角", "人民币壹仟肆佰零玖元伍角整"}},
      {"6007.14", {"人民币陆仟零柒元壹角肆分"}},
      {"1680.32", {"人民币壹仟陆佰捌拾元零叁角贰分", "人民币壹仟陆佰捌拾元叁角贰分"}},
      {"107000.53",
       {"人民币壹拾万柒仟元零伍角叁分", "人民币壹拾万柒仟元伍角叁分", "人民币壹拾万零柒仟元伍角叁分",
        "人民币壹拾万零柒仟元零伍角叁分"}},
      {"16409.02", {"人民币壹万陆仟肆佰零玖元零贰分"}},
      {"325.04", {"人民币叁佰贰拾伍元零肆分"}},
  };
  for (const auto& [amount, variants] : rows) {
    for (const std::string variant : variants) {
      CAPTURE(variant);
      CHECK(amount_from_words(variant) == yuan_of(amount));
      CHECK(amount_from_words(without(variant, "人民币")) == yuan_of(amount));
    }
  }
}

TEST_CASE("the forms that must be accepted in place of ours are read", "[base][words]") {
  CHECK(amount_from_words("人民币壹佰元正") == yuan_of("100"));
  CHECK(amount_from_words("人民币壹佰圆整") == yuan_of("100"));
  CHECK(amount_from_words("人民幣壹佰圓正") == yuan_of("100"));
  CHECK(amount_from_words("伍角正") == yuan_of("0.50"));
  CHECK(amount_from_words("貳億參仟陸佰萬圓整") == yuan_of("236000000"));
  CHECK(amount_from_words("叄佰元整") == yuan_of("300"));
  CHECK(amount_from_words("人民幣負貳圓整") == yuan_of("-2"));
  CHECK(amount_from_words("壹拾亿零伍仟万元整") == yuan_of("1050000000"));
  CHECK(amount_from_words("壹亿零伍仟元整") == yuan_of("100005000"));
  CHECK(amount_from_words("壹亿伍仟元整") == yuan_of("100005000"));
  CHECK(amount_from_words("零元伍角") == yuan_of("0.50"));
  CHECK(amount_from_words("零元零伍角叁分") == yuan_of("0.53"));
  CHECK(amount_from_words("人民币零元零伍分") == yuan_of("0.05"));
}

TEST_CASE("the small and the large ends are written in a fixed form", "[base][words]") {
  CHECK(amount_in_words(yuan_of("0")) == "人民币零元整");
  CHECK(amount_in_words(yuan_of("0.01")) == "人民币壹分");
  CHECK(amount_in_words(yuan_of("0.10")) == "人民币壹角");
  CHECK(amount_in_words(yuan_of("0.53")) == "人民币伍角叁分");
  CHECK(amount_in_words(yuan_of("10")) == "人民币壹拾元整");
  CHECK(amount_in_words(yuan_of("100")) == "人民币壹佰元整");
  CHECK(amount_in_words(yuan_of("-1409.50")) == "人民币负壹仟肆佰零玖元伍角");
  CHECK(amount_in_words(yuan_of("1005000")) == "人民币壹佰万伍仟元整");
  CHECK(amount_in_words(yuan_of("100005000")) == "人民币壹亿零伍仟元整");
  CHECK(amount_in_words(yuan_of("100050000")) == "人民币壹亿零伍万元整");
  CHECK(amount_in_words(yuan_of("1050000000.60")) == "人民币壹拾亿伍仟万元零陆角");
  CHECK(amount_in_words(yuan_of("1000000000000")) == "人民币壹万亿元整");
  CHECK(amount_in_words(yuan_of("1000000000001")) == "人民币壹万亿零壹元整");
  CHECK(amount_in_words(yuan_of("1500000000000")) == "人民币壹万伍仟亿元整");
  CHECK(amount_in_words(yuan_of("1234567890123.45")) ==
        "人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分");
  CHECK(amount_in_words(Money::from_fen(Money::kFenMax)) == "人民币壹拾万亿元整");
  CHECK(amount_in_words(Money::from_fen(Money::kFenMax - 1)) ==
        "人民币玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
  CHECK(amount_from_words("人民币负壹拾万亿元整") == Money::from_fen(-Money::kFenMax));
}

TEST_CASE("texts that are no amount are refused", "[base][words]") {
  check_refused({
      "人民币|元|整|元整|零|零元|零整|负|人民币负|壹|壹佰|100元整|一百元整|壹佰块整|伍毛|贰拾〇元整|廿元整",
      "人民币人民币壹元整|币壹元整|abc|壹元整壹元整",
  });
  CHECK(amount_from_words("") == std::nullopt);
  CHECK(amount_from_words("壹元整\n") == std::nullopt);
}

TEST_CASE("white space and signs around an amount are refused", "[base][words]") {
  check_refused({
      "人民币 壹元整|人民币　壹元整| 壹元整|壹元整 |壹 元整|人民币：壹元整|¥壹元整",
  });
}

TEST_CASE("整 is required after 元 and refused after 分", "[base][words]") {
  check_refused({
      "壹元|人民币壹佰元|壹元贰角叁分整|壹元整贰角|壹元整整|整壹元|贰分整|壹元正整",
  });
}

TEST_CASE("units without a digit, out of order or twice are refused", "[base][words]") {
  check_refused({
      "拾元整|壹佰拾元整|佰元整|壹拾贰佰元整|壹佰贰佰元整|壹贰元整|壹元贰元整|壹元贰分叁角|壹元贰角叁角",
      "壹角贰元整|万元整|壹万万元整|壹亿亿元整|壹万贰万元整|壹亿贰亿元整|壹元万整|壹万壹拾万元整|壹兆元整",
      "壹佰万亿元整|壹拾万亿零壹元整|壹拾万亿元零壹分",
  });
}

TEST_CASE("a missing, a needless or a second 零 is refused", "[base][words]") {
  check_refused({
      "壹佰贰元整|壹仟肆佰玖元整|壹万伍佰元整|壹亿伍元整|叁佰贰拾伍元肆分|壹佰零元整|壹佰零贰拾元整",
      "壹万零贰仟元零整|贰万零叁仟零零伍元整|壹万零零伍元整|零壹元整|壹零元整|伍元零叁角",
      "壹拾贰万零叁仟元整x|壹佰元零|壹元零角|壹元零角伍分|壹元零分|壹元伍角零分|伍角零叁分|零伍分|零角伍分",
      "零元伍分|零元零角零分|零元零整|零零元整|壹拾万零零柒仟元整|壹拾元零零叁角",
  });
  // 万位 is 2 and not zero, so a 零 behind it would claim a zero that is not there.
  CHECK(amount_from_words("壹拾贰万零叁仟元整") == std::nullopt);
  CHECK(amount_from_words("壹拾贰万叁仟元整") == yuan_of("123000"));
}

TEST_CASE("a misplaced sign is refused", "[base][words]") {
  check_refused({
      "负零元整|负人民币壹元整|壹元负整|负负壹元整|人民币正壹元整|人民币-壹元整",
  });
}

TEST_CASE("broken bytes and endless texts are refused", "[base][words]") {
  const std::string words = amount_in_words(yuan_of("107000.53"));
  for (std::size_t length = 0; length < words.size(); ++length) {
    if (length % kCharacterBytes == 0) continue;
    CHECK(amount_from_words(std::string_view(words).substr(0, length)) == std::nullopt);
    CHECK(amount_from_words(std::string_view(words).substr(length)) == std::nullopt);
  }
  CHECK(amount_from_words(std::string("壹元整\0", 10)) == std::nullopt);
  for (const char* part :
       {"玖", "仟", "玖仟", "玖万", "玖仟玖佰万", "玖亿", "玖仟亿", "玖元", "玖仟亿元", "玖角", "玖分", "零"}) {
    std::string endless;
    for (int i = 0; i < 20'000; ++i) endless += part;
    CAPTURE(part);
    CHECK(amount_from_words(endless + "元整") == std::nullopt);
  }
}

TEST_CASE("a sample of amounts is written like the naive writer writes them", "[base][words]") {
  // The complete comparison is in words_slow_test.cpp; prime steps reach every place of the digits.
  Tally tally;
  for (std::int64_t fen = 1; fen <= 200'000; fen += fen < 1'100 ? 1 : 31) check_both_ways(tally, fen);
  for (std::int64_t group = 0; group < 10'000; group += 37) {
    for (const std::int64_t other : {1, 10, 1000, 1010, 9999}) {
      check_both_ways(tally, (other * 10'000 + group) * 100);
      check_both_ways(tally, (group * 10'000 + other) * 100 + 50);
      check_both_ways(tally, (group * 100'000'000 + other * 10'000) * 100 + 5);
    }
  }
  CAPTURE(tally.first_failed_fen);
  CHECK(tally.checked > 11'000);
  CHECK(tally.failed == 0);
}

TEST_CASE("every pattern of zeros up to the largest amount reads back", "[base][words]") {
  Tally tally;
  // Fifteen places from 分 to 万亿, each zero or one.
  for (unsigned pattern = 1; pattern < (1U << 15); ++pattern) {
    std::int64_t fen = 0;
    for (int place = 14; place >= 0; --place) fen = fen * 10 + static_cast<std::int64_t>(pattern >> place & 1U);
    tally.add(fen, amount_from_words(amount_in_words(Money::from_fen(fen))) == Money::from_fen(fen));
  }
  CAPTURE(tally.first_failed_fen);
  CHECK(tally.checked == 32'767);
  CHECK(tally.failed == 0);
}

TEST_CASE("random amounts of either sign read back", "[base][words]") {
  std::mt19937_64 generator(mingzhang::tests::run_seed());
  Tally tally;
  for (std::int64_t limit = 10; limit <= Money::kFenMax; limit *= 10) {
    std::uniform_int_distribution<std::int64_t> below(-limit, limit);
    for (int round = 0; round < 1'000; ++round) {
      const Money amount = Money::from_fen(below(generator));
      tally.add(amount.fen(), amount_from_words(amount_in_words(amount)) == amount);
    }
  }
  CAPTURE(tally.first_failed_fen);
  CHECK(tally.checked == 15'000);
  CHECK(tally.failed == 0);
}

TEST_CASE("words with a slip are refused, or differ only in what is optional", "[base][words]") {
  std::mt19937_64 generator(mingzhang::tests::run_seed());
  const auto pick = [&generator](std::size_t count) { return static_cast<std::size_t>(generator() % count); };
  const std::string characters = "零壹贰叁玖拾佰仟万亿元角分整负";
  Tally tally;
  std::int64_t read = 0;
  std::int64_t limit = 100;
  for (int round = 0; round < 10'000; ++round) {
    limit = limit == Money::kFenMax ? 100 : limit * 10;
    std::string words =
        amount_in_words(Money::from_fen(static_cast<std::int64_t>(pick(static_cast<std::size_t>(limit)))));
    const std::size_t at = pick(words.size() / kCharacterBytes) * kCharacterBytes;
    const std::string character = characters.substr(pick(characters.size() / kCharacterBytes) * kCharacterBytes, 3);
    switch (pick(3)) {
      case 0:
        words.erase(at, kCharacterBytes);
        break;
      case 1:
        words.insert(at, character);
        break;
      default:
        words.replace(at, kCharacterBytes, character);
        break;
    }
    const auto amount = amount_from_words(words);
    if (!amount) continue;
    ++read;
    tally.add(amount->fen(), skeleton(words) == skeleton(amount_in_words(*amount)));
  }
  CAPTURE(tally.first_failed_fen);
  CHECK(read > 300);
  CHECK(read < 7'000);
  CHECK(tally.failed == 0);
}
