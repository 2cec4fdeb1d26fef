// SPDX-License-Identifier: Apache-2.0
// Dates in Chinese words as bills and cheques carry them.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/words.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Date;
using mingzhang::date_from_words;
using mingzhang::date_in_words;

Date day(const char* iso) {
  const auto date = mingzhang::parse_date(iso);
  REQUIRE(date.has_value());
  return *date;
}

}  // namespace

TEST_CASE("dates take 零 and 壹 where the rule for bills wants them", "[base][words]") {
  // Case AC-03 (policy.md §3.3): 零 before months 1, 2, 10 and days 1–9, 10, 20, 30; 壹 before 拾 in 11–19.
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"2017-01-15", "贰零壹柒年零壹月壹拾伍日"},   {"2016-02-29", "贰零壹陆年零贰月贰拾玖日"},
      {"2016-10-10", "贰零壹陆年零壹拾月零壹拾日"}, {"2016-03-01", "贰零壹陆年叁月零壹日"},
      {"2016-09-09", "贰零壹陆年玖月零玖日"},       {"2016-11-20", "贰零壹陆年壹拾壹月零贰拾日"},
      {"2016-12-30", "贰零壹陆年壹拾贰月零叁拾日"}, {"2016-12-31", "贰零壹陆年壹拾贰月叁拾壹日"},
      {"2020-08-11", "贰零贰零年捌月壹拾壹日"},     {"1900-01-01", "壹玖零零年零壹月零壹日"},
      {"2000-06-21", "贰零零零年陆月贰拾壹日"},     {"2999-12-19", "贰玖玖玖年壹拾贰月壹拾玖日"},
  };
  for (const auto& [iso, words] : rows) {
    CAPTURE(iso);
    CHECK(date_in_words(day(iso)) == words);
    CHECK(date_from_words(words) == day(iso));
  }
}

TEST_CASE("dates are read without the leading 零 and in traditional forms", "[base][words]") {
  CHECK(date_from_words("贰零壹柒年壹月壹拾伍日") == day("2017-01-15"));
  CHECK(date_from_words("贰零壹陆年壹拾月零壹拾日") == day("2016-10-10"));
  CHECK(date_from_words("贰零壹陆年零壹拾月壹拾日") == day("2016-10-10"));
  CHECK(date_from_words("贰零壹陆年叁月壹日") == day("2016-03-01"));
  CHECK(date_from_words("贰零壹陆年壹拾贰月叁拾日") == day("2016-12-30"));
  CHECK(date_from_words("貳零壹陸年零貳月叁日") == day("2016-02-03"));
}

TEST_CASE("what is no date in words is refused", "[base][words]") {
  const char* refused[] = {
      "",
      "年月日",
      "贰零壹柒年",
      "贰零壹柒年零壹月",
      "2017年1月15日",
      "二〇一七年一月十五日",
      "贰〇壹柒年零壹月零壹日",
      // No such day or month, or outside 1900–2999.
      "贰零壹柒年零贰月贰拾玖日",
      "贰零壹陆年肆月叁拾壹日",
      "贰零壹陆年零贰月零叁拾日",
      "贰零壹陆年壹拾叁月零壹日",
      "贰零壹陆年零月零壹日",
      "贰零壹陆年零壹月零日",
      "贰零壹陆年零壹月叁拾贰日",
      "壹捌玖玖年壹拾贰月叁拾壹日",
      "叁零零零年零壹月零壹日",
      // 零 or 壹 in the wrong place, units missing or doubled, white space, more behind it.
      "贰零壹陆年零叁月零壹日",
      "贰零壹陆年零壹拾壹月零壹日",
      "贰零壹陆年叁月零壹拾伍日",
      "贰零壹陆年叁月零贰拾壹日",
      "贰零壹陆年叁月零零壹日",
      "贰零壹陆年拾月零壹日",
      "贰零壹陆年叁月拾伍日",
      "贰零壹陆年叁月贰拾零日",
      "零贰零壹陆年叁月零壹日",
      "壹陆年叁月零壹日",
      "贰零壹陆叁月零壹日",
      "贰零壹陆年叁零壹日",
      "贰零壹陆年叁月零壹",
      "贰零壹陆年叁月零壹日整",
      "贰零壹陆年 叁月零壹日",
      " 贰零壹陆年叁月零壹日",
      "贰仟零壹拾陆年叁月零壹日",
      "贰零壹陆年叁月零壹号",
      "公元贰零壹陆年叁月零壹日",
  };
  for (const char* text : refused) {
    CAPTURE(text);
    CHECK(date_from_words(text) == std::nullopt);
  }
  const std::string words = date_in_words(day("2017-01-15"));
  for (std::size_t length = 0; length < words.size(); ++length) {
    CHECK(date_from_words(std::string_view(words).substr(0, length)) == std::nullopt);
  }
}

TEST_CASE("every day of a leap cycle and random days read back", "[base][words]") {
  std::vector<Date> days;
  const std::int64_t first = day("2016-01-01").days();
  for (std::int64_t i = 0; i < 1461; ++i) days.push_back(Date::from_days(first + i));
  std::mt19937_64 generator(mingzhang::tests::run_seed());
  std::uniform_int_distribution<std::int64_t> any(day("1900-01-01").days(), day("2999-12-31").days());
  for (int round = 0; round < 2'000; ++round) days.push_back(Date::from_days(any(generator)));
  for (const Date date : days) {
    CAPTURE(date.days());
    REQUIRE(date_from_words(date_in_words(date)) == date);
  }
}
