// SPDX-License-Identifier: Apache-2.0
// What stands in records and drafts: every form is read back to what was written, and no other form is read.
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "ledger/command.h"
#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using ledger::Command;
using ledger::Decision;
using ledger::VoucherRequest;

const std::string kSalt = "00112233445566778899aabbccddeeff";
const std::string kDigest(64, 'c');

JsonValue parsed(const std::string& bytes) {
  auto value = parse_canonical_json(bytes);
  REQUIRE(value.has_value());
  return *value;
}

VoucherRequest full_voucher() {
  VoucherRequest request = transfer("2016-03-05", "5001", "1011", 700, "F1");
  request.lines[0].project = "P1";
  request.lines[0].subject = "H-1";
  request.lines[1].summary = "代发";
  request.kind = ledger::VoucherKind::Reversal;
  request.source = "A-1";
  request.reason = "重复";
  request.attachments = {kDigest};
  request.reverses = ledger::VoucherName{month("2016-02"), ledger::VoucherType::Payment, 3};
  return request;
}

/// Each kind of record with all its members, its bytes written down by hand, and the members that may be missing.
struct Form {
  Command command;
  Decision decision;
  std::string kind;
  std::string bytes;
  std::set<std::string> optional;
};

std::vector<Form> forms() {
  using ledger::AccountClass;
  const ledger::PeriodDigest digest{kDigest};
  return {
      {ledger::OpenBook{"a", "账套", month("2016-01"), "special-fund"}, {}, "book/v1",
       R"({"chart":"special-fund","name":"a","start":"2016-01","title":"账套"})", {"chart"}},
      {ledger::GrantRole{"synthetic", "auditor", false}, {}, "grant/v1",
       R"({"active":false,"role":"auditor","user":"synthetic"})", {}},
      {ledger::AddFund{"F1", "资金", "文〔2016〕1号", true}, {}, "fund/v1",
       R"({"assumption":true,"code":"F1","document":"文〔2016〕1号","name":"资金"})", {"assumption", "document"}},
      {ledger::AddProject{"P1", "项目"}, {}, "project/v1", R"({"code":"P1","name":"项目"})", {}},
      {ledger::AddAccount{"100201", "专户", AccountClass::Asset, ledger::Side::Debit, "1002", "3001", true}, {},
       "account/v1",
       R"({"class":"asset","closes_to":"3001","code":"100201","name":"专户","never_negative":true,)"
       R"("normal_side":"debit","parent":"1002"})",
       {"closes_to", "never_negative", "parent"}},
      {ledger::ChangeAccount{"1002", ledger::AccountAction::ForbidNegative, "样例"}, {}, "account_change/v1",
       R"({"action":"forbid_negative","code":"1002","reason":"样例"})", {}},
      {ledger::ChangePeriod{month("2016-01"), ledger::PeriodAction::Close, "样例"}, {0, digest}, "period/v1",
       R"({"action":"close","period":"2016-01","reason":"样例","trial_balance_sha256":")" + kDigest +
           R"("})", {"reason"}},
      {ledger::ChangePeriod{month("2016-01"), ledger::PeriodAction::Reopen, "样例"}, {}, "period/v1",
       R"({"action":"reopen","period":"2016-01","reason":"样例"})", {"reason"}},
      {full_voucher(), {12, std::nullopt}, "voucher/v1",
       R"({"attachments":[")" + kDigest +
           R"("],"date":"2016-03-05","kind":"reversal","number":12,"period":"2016-03","reason":"重复",)"
           R"("reverses":{"number":3,"period":"2016-02","type":"付"},"source":"A-1","summary":"拨付资金","type":"记"})",
       {"attachments", "reason", "reverses", "source"}},
  };
}

std::string lines_of_full_voucher() {
  return R"({"account":"5001","amount":700,"fund":"F1","n":1,"project":"P1","salt":")" + kSalt +
         R"(","side":"debit","subject":"H-1","t":"line/v1"})" "\n"
         R"({"account":"1011","amount":700,"fund":"F1","n":2,"salt":")" + kSalt +
         R"(","side":"credit","summary":"代发","t":"line/v1"})" "\n";
}

std::string lines_of(const VoucherRequest& request) {
  std::string jsonl;
  for (std::size_t i = 0; i < request.lines.size(); ++i) ledger::append_line(request.lines[i], i + 1, kSalt, jsonl);
  return jsonl;
}

bool is_read(const Form& form, const JsonValue& data) {
  const std::string lines = form.kind == "voucher/v1" ? lines_of_full_voucher() : "";
  return ledger::decode_event(form.kind, data, lines).has_value();
}

/// The same object with member `name` replaced, or without it.
JsonValue with(const JsonValue& object, const std::string& name, const std::optional<JsonValue>& value) {
  std::vector<std::pair<std::string, JsonValue>> members;
  for (const auto& member : object.members()) {
    if (member.first != name) members.push_back(member);
  }
  if (value) members.emplace_back(name, *value);
  return JsonValue::make_object(std::move(members));
}

std::string random_text(std::mt19937_64& random) {
  static const std::vector<std::string> kPieces{"拨付", "a", "\"", "\\", "/", "〔2016〕", "𠀀", " ", "é", "0", "&<"};
  std::string text = "x";
  for (std::uint64_t count = random() % 6; count > 0; --count) text += kPieces[random() % kPieces.size()];
  return text;
}

std::string random_optional(std::mt19937_64& random) { return random() % 2 == 0 ? "" : random_text(random); }

VoucherRequest random_voucher(std::mt19937_64& random) {
  VoucherRequest request;
  request.type = static_cast<ledger::VoucherType>(1 + random() % 4);
  request.kind = static_cast<ledger::VoucherKind>(1 + random() % 3);
  request.date = plus_days(day("1990-01-01"), static_cast<std::int64_t>(random() % 30'000));
  request.summary = random_text(random);
  request.source = random_optional(random);
  request.reason = random_optional(random);
  for (std::uint64_t count = random() % 3; count > 0; --count) request.attachments.push_back(random_text(random));
  if (random() % 2 == 0) {
    request.reverses = ledger::VoucherName{Month::of(request.date), request.type,
                                           1 + static_cast<std::int64_t>(random() % 1'000'000)};
  }
  for (std::uint64_t count = 2 + random() % 5; count > 0; --count) {
    ledger::Line line;
    line.side = random() % 2 == 0 ? ledger::Side::Debit : ledger::Side::Credit;
    line.amount = Money::from_fen(static_cast<std::int64_t>(random() % (Money::kFenMax + 1)));
    line.account = random_text(random);
    line.fund = random_optional(random);
    line.project = random_optional(random);
    line.subject = random_optional(random);
    line.summary = random_optional(random);
    request.lines.push_back(line);
  }
  return request;
}

}  // namespace

TEST_CASE("every kind of record has the bytes that are written down here", "[ledger][record]") {
  std::set<std::size_t> kinds;
  for (const Form& form : forms()) {
    INFO(form.bytes);
    CHECK(ledger::record_kind_of(form.command) == form.kind);
    CHECK(ledger::record_data_of(form.command, form.decision) == form.bytes);
    const std::string lines = form.kind == "voucher/v1" ? lines_of_full_voucher() : "";
    const auto event = ledger::decode_event(form.kind, parsed(form.bytes), lines);
    REQUIRE(event.has_value());
    CHECK(event->command.index() == form.command.index());
    CHECK(ledger::record_data_of(event->command, event->decision) == form.bytes);
    CHECK(ledger::lines_of(event->command) == ledger::lines_of(form.command));
    kinds.insert(form.command.index());
  }
  CHECK(kinds.size() == std::variant_size_v<Command>);
  CHECK(lines_of(full_voucher()) == lines_of_full_voucher());
}

TEST_CASE("a record with a missing, an unknown or a wrong member is not read", "[ledger][record]") {
  for (const Form& form : forms()) {
    const JsonValue data = parsed(form.bytes);
    REQUIRE(is_read(form, data));
    CHECK_FALSE(is_read(form, with(data, "unknown", JsonValue::make_integer(1))));
    CHECK_FALSE(is_read(form, JsonValue::make_array({data})));
    for (const auto& [name, value] : data.members()) {
      INFO(form.kind << " " << name);
      CHECK(is_read(form, with(data, name, std::nullopt)) == form.optional.contains(name));
      CHECK_FALSE(is_read(form, with(data, name, JsonValue::make_text(""))));
      CHECK_FALSE(is_read(form, with(data, name, JsonValue::make_array({}))));
      CHECK_FALSE(is_read(form, with(data, name, JsonValue::make_object({}))));
      if (value.kind() != JsonValue::Kind::Integer) {
        CHECK_FALSE(is_read(form, with(data, name, JsonValue::make_integer(1))));
      }
      if (value.kind() != JsonValue::Kind::Boolean) {
        CHECK_FALSE(is_read(form, with(data, name, JsonValue::make_boolean(true))));
      }
      if (value.kind() != JsonValue::Kind::Text) {
        CHECK_FALSE(is_read(form, with(data, name, JsonValue::make_text("1"))));
      }
    }
  }
}

TEST_CASE("words, dates and numbers outside their range are not read", "[ledger][record]") {
  const std::vector<Form> all = forms();
  const auto refuses = [&all](std::size_t form, const std::string& name, JsonValue value) {
    return !is_read(all[form], with(parsed(all[form].bytes), name, std::move(value)));
  };
  CHECK(refuses(0, "start", JsonValue::make_text("2016-13")));
  CHECK(refuses(1, "role", JsonValue::make_text("king")));
  CHECK(refuses(4, "class", JsonValue::make_text("money")));
  CHECK(refuses(4, "normal_side", JsonValue::make_text("left")));
  CHECK(refuses(5, "action", JsonValue::make_text("open")));
  CHECK(refuses(6, "action", JsonValue::make_text("reopen")));  // with a digest that only a close has
  CHECK(refuses(7, "action", JsonValue::make_text("close")));   // without one
  CHECK(refuses(6, "trial_balance_sha256", JsonValue::make_text("no digest")));
  CHECK(refuses(8, "date", JsonValue::make_text("2016-02-30")));
  CHECK(refuses(8, "date", JsonValue::make_text("2016-04-05")));  // not in the period
  CHECK(refuses(8, "period", JsonValue::make_text("2016-04")));
  CHECK(refuses(8, "number", JsonValue::make_integer(0)));
  CHECK(refuses(8, "kind", JsonValue::make_text("joke")));
  CHECK(refuses(8, "type", JsonValue::make_text("借")));
  CHECK(refuses(8, "attachments", JsonValue::make_array({JsonValue::make_integer(1)})));
  const JsonValue reverses = *parsed(all[8].bytes).find("reverses");
  CHECK(refuses(8, "reverses", with(reverses, "number", JsonValue::make_integer(0))));
  CHECK(refuses(8, "reverses", with(reverses, "type", std::nullopt)));
  CHECK(refuses(8, "reverses", with(reverses, "unknown", JsonValue::make_integer(1))));
  CHECK_FALSE(ledger::decode_event("voucher/v2", parsed(all[8].bytes), lines_of_full_voucher()).has_value());
  CHECK_FALSE(ledger::decode_event("project/v1", parsed(all[3].bytes), lines_of_full_voucher()).has_value());
}

TEST_CASE("a line is read only with its own number, a salt of 16 bytes and its kind", "[ledger][record]") {
  const JsonValue data = parsed(forms()[8].bytes);
  const std::string good = lines_of_full_voucher();
  const auto reads = [&data](const std::string& lines) { return ledger::decode_voucher(data, lines).has_value(); };
  REQUIRE(reads(good));
  const auto changed = [&good](const std::string& from, const std::string& to) {
    std::string lines = good;
    const std::size_t at = lines.rfind(from);
    REQUIRE(at != std::string::npos);
    return lines.replace(at, from.size(), to);
  };
  CHECK_FALSE(reads(changed("\"n\":2", "\"n\":1")));
  CHECK_FALSE(reads(changed("\"n\":2", "\"n\":3")));
  CHECK_FALSE(reads(changed("\"n\":2,", "")));
  CHECK_FALSE(reads(changed(kSalt, kSalt.substr(2))));
  CHECK_FALSE(reads(changed(kSalt, kSalt + "00")));
  CHECK_FALSE(reads(changed(kSalt, "this is a note, not a 16-byte xx")));
  CHECK_FALSE(reads(changed("\"salt\":\"" + kSalt + "\",", "")));
  CHECK_FALSE(reads(changed("line/v1", "line/v2")));
  CHECK_FALSE(reads(changed(",\"t\":\"line/v1\"", "")));
  CHECK_FALSE(reads(changed("\"credit\"", "\"left\"")));
  CHECK_FALSE(reads(changed("\"amount\":700", "\"amount\":1000000000000001")));
  CHECK_FALSE(reads(changed("\"fund\":\"F1\"", "\"fund\":\"\"")));
  CHECK_FALSE(reads(changed("\"summary\"", "\"summarY\"")));
  CHECK_FALSE(reads(changed("\n", "")));
  CHECK_FALSE(reads(good + "\n"));
  CHECK_FALSE(reads(" " + good));
}

TEST_CASE("random vouchers are read back from records and from drafts", "[ledger][record]") {
  std::mt19937_64 random(run_seed());
  for (int round = 0; round < 500; ++round) {
    const VoucherRequest request = random_voucher(random);
    const std::int64_t number = 1 + static_cast<std::int64_t>(random() % 100'000);
    const auto from_record =
        ledger::decode_voucher(parsed(ledger::encode_voucher(request, number)), lines_of(request));
    REQUIRE(from_record.has_value());
    REQUIRE(from_record->request == request);
    REQUIRE(from_record->number == number);
    const auto from_draft = ledger::decode_request(parsed(ledger::encode_request(request)));
    REQUIRE(from_draft.has_value());
    REQUIRE(*from_draft == request);
  }
}

TEST_CASE("a draft with a missing, an unknown or a wrong member is not read", "[ledger][record]") {
  const JsonValue draft = parsed(ledger::encode_request(full_voucher()));
  REQUIRE(ledger::decode_request(draft).has_value());
  const std::set<std::string> optional{"attachments", "reason", "reverses", "source"};
  for (const auto& [name, value] : draft.members()) {
    INFO(name);
    CHECK(ledger::decode_request(with(draft, name, std::nullopt)).has_value() == optional.contains(name));
    CHECK_FALSE(ledger::decode_request(with(draft, name, JsonValue::make_integer(1))).has_value());
  }
  CHECK_FALSE(ledger::decode_request(with(draft, "number", JsonValue::make_integer(1))).has_value());
  const JsonValue line = draft.find("lines")->items().front();
  for (const char* name : {"n", "salt", "t"}) {  // members of a posted line only
    const JsonValue bad = with(line, name, JsonValue::make_text(kSalt));
    CHECK_FALSE(ledger::decode_request(with(draft, "lines", JsonValue::make_array({bad}))).has_value());
  }
}

TEST_CASE("requests that differ in anything have different canonical forms", "[ledger][record]") {
  std::set<std::string> seen;
  std::size_t count = 0;
  for (const Form& form : forms()) {
    seen.insert(ledger::canonical_form(form.command));
    ++count;
  }
  for (const auto action : {ledger::PeriodAction::Close, ledger::PeriodAction::Lock, ledger::PeriodAction::Reopen}) {
    seen.insert(ledger::canonical_form(ledger::ChangePeriod{month("2016-07"), action, "样例"}));
    ++count;
  }
  VoucherRequest other = full_voucher();
  other.lines[1].summary.clear();
  seen.insert(ledger::canonical_form(other));
  CHECK(seen.size() == count + 1);
}

}  // namespace mingzhang::tests
