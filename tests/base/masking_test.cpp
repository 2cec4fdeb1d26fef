// SPDX-License-Identifier: Apache-2.0
// Masks hide what they promise, count characters, and never end in half of one. All numbers and names are synthetic.
#include "base/masking.h"

#include <functional>
#include <string>
#include <vector>

#include "base/text.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::mask_bank_card;
using mingzhang::mask_id_card;
using mingzhang::mask_id_card_strict;
using mingzhang::mask_name;
using mingzhang::mask_phone;

}  // namespace

TEST_CASE("ID card numbers are masked for the board and for the office", "[base][masking]") {
  // Case ID-02.
  CHECK(mask_id_card_strict("11010519491231002X") == "**************002X");
  CHECK(mask_id_card("11010519491231002X") == "110105********002X");
  // An old number of 15 digits: its birth date stands elsewhere, so the office gets the strict form.
  CHECK(mask_id_card_strict("110105491231002") == "***********1002");
  CHECK(mask_id_card("110105491231002") == "***********1002");
  CHECK(mask_id_card("1101051949123100211") == "***************0211");
  CHECK(mask_id_card_strict("12345") == "*2345");
  CHECK(mask_id_card_strict("1234") == "****");
  CHECK(mask_id_card("12") == "**");
  CHECK(mask_id_card("") == "");
}

TEST_CASE("bank cards keep four digits at each end", "[base][masking]") {
  // Case ID-02.
  CHECK(mask_bank_card("6228480000000000000") == "6228***********0000");
  CHECK(mask_bank_card("123456789") == "1234*6789");
  CHECK(mask_bank_card("12345678") == "********");
  CHECK(mask_bank_card("1") == "*");
  CHECK(mask_bank_card("") == "");
}

TEST_CASE("phones of eleven digits keep head and tail, others nothing", "[base][masking]") {
  CHECK(mask_phone("13800000001") == "138****0001");
  CHECK(mask_phone("1380000000") == "**********");
  CHECK(mask_phone("138000000011") == "************");
  CHECK(mask_phone("0857-622222") == "***********");
  CHECK(mask_phone("1380000000x") == "***********");
  CHECK(mask_phone("１３８") == "***");
  CHECK(mask_phone("") == "");
}

TEST_CASE("names keep their first character", "[base][masking]") {
  CHECK(mask_name("张某某") == "张**");
  CHECK(mask_name("张某") == "张*");
  CHECK(mask_name("张") == "*");
  CHECK(mask_name("") == "");
  CHECK(mask_name("阿某某·某某") == "阿*****");
  // A rare surname outside the basic plane (U+20BB7, four bytes) is one character.
  CHECK(mask_name("𠮷某某") == "𠮷**");
  CHECK(mask_name("𠮷") == "*");
  CHECK(mask_name("Ada") == "A**");
}

TEST_CASE("a mask counts characters, so wide ones are never cut", "[base][masking]") {
  CHECK(mask_id_card_strict("身份证号码") == "*份证号码");
  CHECK(mask_id_card("一二三四五六") == "**三四五六");
  CHECK(mask_bank_card("一二三四五六七八九") == "一二三四*六七八九");
}

TEST_CASE("what is not UTF-8 is starred whole", "[base][masking]") {
  const std::string broken = "\xE5\xBC\xA0\xE5\xBC";
  const std::vector<std::function<std::string(std::string_view)>> masks = {mask_id_card_strict, mask_id_card,
                                                                           mask_bank_card, mask_phone, mask_name};
  for (const auto& mask : masks) {
    CHECK(mask(broken) == "*****");
    CHECK(mask(std::string("11010519491231002") + '\xFF') == std::string(18, '*'));
    CHECK(mask(std::string("张\0某", 7)).find('*') != std::string::npos);
    CHECK(
        mingzhang::is_utf8(mask("\xF0\x9F\x92"
                                "123456789")));
  }
}
