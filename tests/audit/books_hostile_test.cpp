// SPDX-License-Identifier: Apache-2.0
// Records and lines that no program of ours wrote, and the lists that must keep up with the programs that do.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <regex>
#include <set>

#include "audit/books/books.h"
#include "audit/books/line.h"
#include "tests/audit/books_world.h"
#include "tests/support/seed.h"

namespace mingzhang::tests::books_world {
namespace {

TEST_CASE("lines and members that are not of their form are told and never fatal", "[audit][books]") {
  const PlainVoucher voucher = receipt("2016-01-06", 2, 5);
  const auto codes_with = [&](const std::string& lines) {
    return codes_after([&](BooksWorld& world) { world.record("voucher/v1", json_voucher(voucher), lines); });
  };
  const std::string first = json_line(voucher.lines[0], 1);
  CHECK(codes_with(first + json_line(voucher.lines[1], 2)) == Codes{});
  for (const std::string& second : {
           json_line(voucher.lines[1], 3), std::string("{}\n"), std::string("[]\n"), std::string("x\n"),
           std::string(R"({"account":"4001","amount":"5","n":2,"salt":"000102030405060708090a0b0c0d0e0f","side":"credit","t":"line/v1"})") + "\n",
           std::string(R"({"account":"4001","amount":5,"n":2,"salt":"zz","side":"credit","t":"line/v1"})") + "\n",
           std::string(R"({"account":"4001","amount":5,"extra":1,"n":2,"salt":"000102030405060708090a0b0c0d0e0f","side":"credit","t":"line/v1"})") + "\n",
           std::string(R"({"account":"4001","amount":5,"n":2,"salt":"000102030405060708090a0b0c0d0e0f","side":"贷","t":"line/v1"})") + "\n",
           std::string(R"({"leaf_sha256":"00","leaf_sm3":"00","t":"withheld/v1"})") + "\n"}) {
    INFO(second);
    CHECK(codes_with(first + second) == Codes{"BOOKS-103"});
  }
  // Twenty problems say enough of one record.
  PlainVoucher many = voucher;
  many.lines.assign(100, PlainLine{"debit", "9999", "F9", 0, "", "", ""});
  CHECK(codes_after([&](BooksWorld& world) { world.voucher(many); }).size() == 20);
}

TEST_CASE("a voucher has at most 50,000 lines, as those that are posted", "[audit][books]") {
  PlainVoucher voucher = receipt("2016-01-06", 2, 50'000);
  voucher.lines.resize(1);
  const PlainLine credit{"credit", voucher.lines[0].account == "4001" ? "100201" : "4001", voucher.lines[0].fund, 1, "", "", ""};
  voucher.lines.insert(voucher.lines.end(), 49'999, credit);
  voucher.lines[0].amount = 49'999;
  CHECK(codes_after([&](BooksWorld& world) { world.voucher(voucher); }) == Codes{});
  voucher.lines.push_back(credit);
  voucher.lines[0].amount = 50'000;
  CHECK(codes_after([&](BooksWorld& world) { world.voucher(voucher); }) == Codes{"BOOKS-103"});
}

TEST_CASE("the fast way of reading a line and the strict one agree on every line", "[audit][books]") {
  std::mt19937_64 random(run_seed());
  const std::vector<std::string> texts = {"", "", "1002", "F1", "村:甲", "a\"b", "a\\b", "x y", "100201", "\xE2\x80\xA8", "\x7F"};
  const std::string bytes_to_put = "\"\\{}[]:,0123456789-ax \n\x01\x7F\xE4\xFF";
  const auto text = [&] { return texts[random() % (texts.size() - 2)]; };  // the last two only as damage
  int plain = 0;
  for (int round = 0; round < 20'000; ++round) {
    PlainLine line{random() % 2 == 0 ? "debit" : "credit", text(), text(), static_cast<std::int64_t>(random() % 3), text(), text(), text()};
    if (random() % 4 == 0) line.amount = std::int64_t{1} << (random() % 54);
    const std::size_t number = 1 + random() % 3;
    std::string bytes = json_line(line, number);
    bytes.pop_back();
    for (std::uint64_t changes = random() % 3; changes > 0; --changes) {
      const std::size_t at = random() % bytes.size();
      switch (random() % 4) {
        case 0: bytes[at] = bytes_to_put[random() % bytes_to_put.size()]; break;
        case 1: bytes.erase(at, 1 + random() % 3); break;
        case 2: bytes.insert(at, 1, bytes_to_put[random() % bytes_to_put.size()]); break;
        default: bytes.insert(at, texts[random() % texts.size()]);
      }
      if (bytes.empty()) bytes = "{";
    }
    const std::optional<audit::BookLine> fast = audit::read_book_line(bytes, number);
    if (fast != audit::read_book_line_slowly(bytes, number)) FAIL(bytes);
    plain += fast ? 1 : 0;
  }
  CHECK(plain > 2'000);
  CHECK(plain < 18'000);
}

/// Replaces one value somewhere in a record's data by another of any kind.
JsonValue spoilt(const JsonValue& value, std::mt19937_64& random) {
  static const std::vector<JsonValue> kOthers = {
      JsonValue::make_integer(0),       JsonValue::make_integer(-1),       JsonValue::make_integer(kJsonIntegerMax),
      JsonValue::make_boolean(true),    JsonValue::make_text(""),          JsonValue::make_text("2016-13"),
      JsonValue::make_text("2999-12"),  JsonValue::make_text("1900-01-01"), JsonValue::make_array({}),
      JsonValue::make_object({}),       JsonValue::make_text(std::string(5000, '9'))};
  const auto members = value.members();
  if (members.empty() || random() % 8 == 0) return kOthers[random() % kOthers.size()];
  std::vector<std::pair<std::string, JsonValue>> changed(members.begin(), members.end());
  const std::size_t at = random() % changed.size();
  switch (random() % 3) {
    case 0: changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: changed[at].second = spoilt(changed[at].second, random); break;
    default: changed[at].second = kOthers[random() % kOthers.size()];
  }
  return JsonValue::make_object(std::move(changed));
}

TEST_CASE("spoilt members are told, and the books are read on", "[audit][books]") {
  std::mt19937_64 random(run_seed());
  BooksWorld world;
  fill_world(world);
  int told = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<WorldRecord> records = world.records();
    WorldRecord& victim = records[random() % records.size()];
    victim.record.data = spoilt(victim.record.data, random);
    audit::Books books(audit::BooksStart{});
    told += derived_of(records, books).empty() ? 0 : 1;
    audit::Books again(audit::BooksStart{});
    codes_of(records, again);
  }
  CHECK(told == 400);
}

TEST_CASE("the kinds of records known here are those that the program writes", "[audit][books]") {
  std::set<std::string> written;
  const std::regex kind("\"([a-z_]+/v[0-9]+)\"");
  for (const char* folder : {"ledger", "funds", "households", "loans", "guarantee", "policy", "audit/keys"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(MINGZHANG_SOURCE_DIR "/") + folder)) {
      if (entry.path().extension() != ".cpp") continue;
      std::ifstream file(entry.path());
      const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      for (auto at = std::sregex_iterator(text.begin(), text.end(), kind); at != std::sregex_iterator(); ++at) {
        written.insert((*at)[1].str());
      }
    }
  }
  written.erase("line/v1");  // stands in lines only
  CHECK(written.size() > 70);
  for (const std::string& name : written) {
    INFO(name);
    CHECK(audit::is_known_kind(name));
  }
  std::ifstream file(MINGZHANG_SOURCE_DIR "/audit/books/words.cpp");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (auto at = std::sregex_iterator(text.begin(), text.end(), kind); at != std::sregex_iterator(); ++at) {
    INFO((*at)[1].str());
    CHECK(written.contains((*at)[1].str()));
  }
  CHECK_FALSE(audit::is_known_kind("voucher/v2"));
  CHECK_FALSE(audit::is_known_kind(""));
}

TEST_CASE("every refusal about books has its sentences", "[audit][books]") {
  std::set<std::string_view> codes;
  std::uint16_t last = 0;
  for (const OutcomeInfo& info : audit::books_outcomes()) {
    CHECK(info.code == "BOOKS-" + std::to_string(info.number));
    CHECK(info.number > last);
    last = info.number;
    CHECK(codes.insert(info.code).second);
    CHECK_FALSE(info.zh.empty());
    CHECK_FALSE(info.en.empty());
    CHECK_FALSE(info.remedy_zh.empty());
    CHECK_FALSE(info.remedy_en.empty());
    CHECK(&audit::info_of(static_cast<audit::BooksOutcome>(info.number)) == &info);
  }
  CHECK(codes.size() == 26);
}

}  // namespace
}  // namespace mingzhang::tests::books_world
