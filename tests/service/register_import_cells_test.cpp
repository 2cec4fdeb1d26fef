// SPDX-License-Identifier: Apache-2.0
// Numbers that spreadsheets destroy are seen, and nothing is repaired.
#include "service/imports/register_import_cells.h"

#include "tests/support/catch.h"

using mingzhang::service::look_at_card;
using mingzhang::service::look_at_id_number;
using mingzhang::service::look_at_phone;
using mingzhang::service::read_causes;
using mingzhang::service::read_flag;
using mingzhang::service::RosterOutcome;

TEST_CASE("an ID number is good, worth a note, or refused", "[service][register_import]") {
  CHECK(look_at_id_number("11010519491231002X") == RosterOutcome::Ok);  // the example of GB 11643-1999
  CHECK(look_at_id_number("11010519491231002x") == RosterOutcome::Ok);
  CHECK(look_at_id_number("110105194912310021") == RosterOutcome::CheckDigitFails);
  CHECK(look_at_id_number("110105491231002") == RosterOutcome::IdNumberOld);
  CHECK(look_at_id_number("") == RosterOutcome::IdNumberMissing);
  CHECK(look_at_id_number("1.10105E+17") == RosterOutcome::NumberDestroyed);
  // A spreadsheet keeps 15 digits: 110105194912310021 comes back as this.
  CHECK(look_at_id_number("110105194912310000") == RosterOutcome::NumberDestroyed);
  CHECK(look_at_id_number("１10105194912310021") == RosterOutcome::FullWidth);
  CHECK(look_at_id_number("11010519491231002") == RosterOutcome::IdNumberBad);
  CHECK(look_at_id_number("1101051949123100X2") == RosterOutcome::IdNumberBad);
  CHECK(look_at_id_number("110105 194912310021") == RosterOutcome::IdNumberBad);
}

TEST_CASE("a card and a phone are looked at without being repaired", "[service][register_import]") {
  CHECK(look_at_card("") == RosterOutcome::Ok);
  CHECK(look_at_card("79927398713") == RosterOutcome::Ok);  // the textbook example of the Luhn formula
  CHECK(look_at_card("79927398710") == RosterOutcome::CardCheckFails);
  CHECK(look_at_card("6.22848E+18") == RosterOutcome::NumberDestroyed);
  CHECK(look_at_card("6228480402564880000") == RosterOutcome::NumberDestroyed);
  CHECK(look_at_card("6228 4804 0256") == RosterOutcome::CardBad);
  CHECK(look_at_card("1234567") == RosterOutcome::CardBad);
  CHECK(look_at_phone("") == RosterOutcome::Ok);
  CHECK(look_at_phone("+86-0857-1234567") == RosterOutcome::Ok);
  CHECK(look_at_phone("１3900000001") == RosterOutcome::FullWidth);
  CHECK(look_at_phone("1.39E+10") == RosterOutcome::NumberDestroyed);
  CHECK(look_at_phone("123456") == RosterOutcome::PhoneBad);
}

TEST_CASE("flags and causes are read as offices write them", "[service][register_import]") {
  CHECK(read_flag("是") == true);
  CHECK(read_flag("0") == false);
  CHECK(read_flag("") == false);
  CHECK_FALSE(read_flag("户主").has_value());
  CHECK(read_causes("因病") == std::vector<std::string>{"因病"});
  CHECK(read_causes("因病、因学；因灾;缺劳力，缺技术") ==
        std::vector<std::string>{"因病", "因学", "因灾", "缺劳力", "缺技术"});
  CHECK(read_causes("因病、") == std::vector<std::string>{"因病", ""});
}
