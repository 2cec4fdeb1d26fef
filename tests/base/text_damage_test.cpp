// SPDX-License-Identifier: Apache-2.0
// Damaged texts are told from sound ones; the damaged forms are those of a county's page as it was handed down.
#include "base/text_damage.h"

#include "tests/support/catch.h"

using mingzhang::is_damaged;

TEST_CASE("pinyin behind a character, question marks and replacement characters are damage", "[base][text]") {
  for (const char* text : {"精準(zhǔn)扶貧", "特困戶(hù)", "因病（bìng）", "装(zhuang)", "的(de)", "绿(lǜ)", "?h上", "张?三", "张\xEF\xBF\xBD三",
                           "\xFF", "一(二(èr)"}) {
    INFO(text);
    CHECK(is_damaged(text));
  }
}

TEST_CASE("names and words as people write them are sound", "[base][text]") {
  for (const char* text : {"", "一般貧困戶", "王五（曾用名王六）", "阿依古丽·买买提", "因病、因学", "其他(1)", "张三（户主）", "Mehmet (li)",
                           "甲(LTD)", "甲(abcdefg)", "甲()", "甲(li", "这是为什么？"}) {
    INFO(text);
    CHECK_FALSE(is_damaged(text));
  }
}
