// SPDX-License-Identifier: Apache-2.0
// The words of vouchers, and their canonical form in records and drafts.
#include "ledger/voucher.h"

#include <array>

#include "base/members.h"
#include "base/record_members.h"

namespace mingzhang::ledger {
namespace {

struct TypeWords {
  VoucherType type;
  std::string_view chinese;
  std::string_view word;
};

constexpr std::array kTypes{
    TypeWords{VoucherType::General, "记", "general"},
    TypeWords{VoucherType::Receipt, "收", "receipt"},
    TypeWords{VoucherType::Payment, "付", "payment"},
    TypeWords{VoucherType::Transfer, "转", "transfer"},
};

struct KindWords {
  VoucherKind kind;
  std::string_view word;
};

constexpr std::array kKinds{
    KindWords{VoucherKind::Ordinary, "ordinary"},
    KindWords{VoucherKind::Reversal, "reversal"},
    KindWords{VoucherKind::CarryForward, "carry_forward"},
};

void write_attachments(JsonWriter& writer, const std::vector<std::string>& attachments) {
  if (attachments.empty()) return;
  writer.key("attachments");
  writer.begin_array();
  for (const std::string& digest : attachments) writer.text(digest);
  writer.end_array();
}

void write_reverses(JsonWriter& writer, const std::optional<VoucherName>& name) {
  if (!name) return;
  writer.key("reverses");
  writer.begin_object();
  writer.key("number");
  writer.integer(name->number);
  writer.key("period");
  writer.text(to_iso(name->period));
  writer.key("type");
  writer.text(chinese_of(name->type));
  writer.end_object();
}

void read_reverses(Members& members, std::optional<VoucherName>& name) {
  const JsonValue* value = members.take("reverses", false);
  if (value == nullptr) return;
  Members inner(*value);
  const std::int64_t number = inner.integer("number", 0, true);
  const std::optional<Month> period = parse_month(inner.text("period", true));
  const std::optional<VoucherType> type = parse_voucher_type(inner.text("type", true));
  if (!inner.is_complete() || !period || !type || number < 1) return members.fail();
  name = VoucherName{*period, *type, number};
}

void read_attachments(Members& members, std::vector<std::string>& attachments) {
  const JsonValue* list = members.take("attachments", false);
  if (list == nullptr) return;
  if (list->kind() != JsonValue::Kind::Array || list->items().empty()) return members.fail();
  for (const JsonValue& item : list->items()) {
    const std::string* digest = item.as_text();
    if (digest == nullptr) return members.fail();
    attachments.push_back(*digest);
  }
}

/// The members that record and draft have in common.
void read_common(Members& members, VoucherRequest& request) {
  read_attachments(members, request.attachments);
  const std::optional<Date> date = parse_date(members.text("date", true));
  const std::optional<VoucherKind> kind = parse_voucher_kind(members.text("kind", true));
  const std::optional<VoucherType> type = parse_voucher_type(members.text("type", true));
  if (!date || !kind || !type) return members.fail();
  request.date = *date;
  request.kind = *kind;
  request.type = *type;
  request.summary = members.text("summary", true);
  request.source = members.text("source", false);
  request.reason = members.text("reason", false);
  read_reverses(members, request.reverses);
}

void write_line_members(JsonWriter& writer, const Line& line, std::size_t number, std::string_view salt) {
  writer.begin_object();
  writer.key("account");
  writer.text(line.account);
  writer.key("amount");
  writer.integer(line.amount.fen());
  write_text(writer, "fund", line.fund);
  if (number > 0) {
    writer.key("n");
    writer.integer(static_cast<std::int64_t>(number));
  }
  write_text(writer, "project", line.project);
  write_text(writer, "salt", salt);
  writer.key("side");
  writer.text(word_of(line.side));
  write_text(writer, "subject", line.subject);
  write_text(writer, "summary", line.summary);
  if (number > 0) {
    writer.key("t");
    writer.text("line/v1");
  }
  writer.end_object();
}

/// 16 bytes as lower-case hexadecimal digits; anything else could carry words past the checks of texts.
bool is_salt(std::string_view text) {
  return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads a line; `number` 0 for a draft's line, which has neither number nor salt.
std::optional<Line> read_line(const JsonValue& value, std::size_t number) {
  Members members(value);
  Line line;
  line.account = members.text("account", true);
  const std::int64_t fen = members.integer("amount", 0, true);
  line.fund = members.text("fund", false);
  line.project = members.text("project", false);
  line.subject = members.text("subject", false);
  line.summary = members.text("summary", false);
  const std::optional<Side> side = parse_side(members.text("side", true));
  if (number > 0) {
    const bool is_numbered = members.integer("n", 0, true) == static_cast<std::int64_t>(number);
    const bool is_salted = is_salt(members.text("salt", true));
    const bool is_line = members.text("t", true) == "line/v1";
    if (!is_numbered || !is_salted || !is_line) return std::nullopt;
  }
  if (!members.is_complete() || !side || fen > Money::kFenMax || fen < -Money::kFenMax) return std::nullopt;
  line.side = *side;
  line.amount = Money::from_fen(fen);
  return line;
}

}  // namespace

std::string_view chinese_of(VoucherType type) {
  const auto index = static_cast<std::size_t>(type) - 1;
  MZ_CHECK(index < kTypes.size() && kTypes[index].type == type);
  return kTypes[index].chinese;
}

std::optional<VoucherType> parse_voucher_type(std::string_view text) {
  for (const TypeWords& words : kTypes) {
    if (words.chinese == text || words.word == text) return words.type;
  }
  return std::nullopt;
}

std::string_view word_of(VoucherKind kind) {
  const auto index = static_cast<std::size_t>(kind) - 1;
  MZ_CHECK(index < kKinds.size() && kKinds[index].kind == kind);
  return kKinds[index].word;
}

std::optional<VoucherKind> parse_voucher_kind(std::string_view word) {
  for (const KindWords& words : kKinds) {
    if (words.word == word) return words.kind;
  }
  return std::nullopt;
}

std::string number_text(VoucherType type, std::int64_t number) {
  const std::string digits = std::to_string(number);
  const std::string zeros(digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return std::string(chinese_of(type)) + "-" + zeros + digits;
}

std::string to_text(const VoucherName& name) { return to_iso(name.period) + " " + number_text(name.type, name.number); }

std::optional<VoucherName> parse_voucher_name(std::string_view text) {
  if (text.size() < 8) return std::nullopt;
  const std::optional<Month> period = parse_month(text.substr(0, 7));
  std::string_view rest = text.substr(8);
  const std::size_t cut = rest.find_first_of("-/");
  const bool is_separated = std::string_view("/ -").find(text[7]) != std::string_view::npos;
  if (!period || !is_separated || cut == std::string_view::npos) return std::nullopt;
  const std::optional<VoucherType> type = parse_voucher_type(rest.substr(0, cut));
  std::int64_t number = 0;
  rest.remove_prefix(cut + 1);
  if (!type || rest.empty() || rest.size() > 12) return std::nullopt;
  for (const char digit : rest) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number < 1 ? std::nullopt : std::optional(VoucherName{*period, *type, number});
}

std::string encode_voucher(const VoucherRequest& request, std::int64_t number) {
  JsonWriter writer;
  writer.begin_object();
  write_attachments(writer, request.attachments);
  write_text(writer, "date", to_iso(request.date));
  write_text(writer, "kind", word_of(request.kind));
  writer.key("number");
  writer.integer(number);
  write_text(writer, "period", to_iso(Month::of(request.date)));
  write_text(writer, "reason", request.reason);
  write_reverses(writer, request.reverses);
  write_text(writer, "source", request.source);
  write_text(writer, "summary", request.summary);
  write_text(writer, "type", chinese_of(request.type));
  writer.end_object();
  return writer.take();
}

void append_line(const Line& line, std::size_t number, std::string_view salt, std::string& jsonl) {
  JsonWriter writer;
  write_line_members(writer, line, number, salt);
  jsonl += writer.bytes();
  jsonl += '\n';
}

std::optional<Voucher> decode_voucher(const JsonValue& data, std::string_view jsonl) {
  Voucher voucher;
  Members members(data);
  read_common(members, voucher.request);
  voucher.number = members.integer("number", 0, true);
  const std::optional<Month> period = parse_month(members.text("period", true));
  if (!members.is_complete() || voucher.number < 1 || !period || *period != voucher.period()) return std::nullopt;
  while (!jsonl.empty()) {
    const std::size_t end = jsonl.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto value = parse_canonical_json(jsonl.substr(0, end));
    if (!value) return std::nullopt;
    std::optional<Line> line = read_line(*value, voucher.request.lines.size() + 1);
    if (!line) return std::nullopt;
    voucher.request.lines.push_back(std::move(*line));
    jsonl.remove_prefix(end + 1);
  }
  return voucher;
}

std::string encode_request(const VoucherRequest& request) {
  JsonWriter writer;
  writer.begin_object();
  write_attachments(writer, request.attachments);
  write_text(writer, "date", to_iso(request.date));
  write_text(writer, "kind", word_of(request.kind));
  writer.key("lines");
  writer.begin_array();
  for (const Line& line : request.lines) write_line_members(writer, line, 0, "");
  writer.end_array();
  write_text(writer, "reason", request.reason);
  write_reverses(writer, request.reverses);
  write_text(writer, "source", request.source);
  write_text(writer, "summary", request.summary);
  write_text(writer, "type", chinese_of(request.type));
  writer.end_object();
  return writer.take();
}

std::optional<VoucherRequest> decode_request(const JsonValue& value) {
  VoucherRequest request;
  Members members(value);
  read_common(members, request);
  const JsonValue* lines = members.take("lines", true);
  if (!members.is_complete() || lines->kind() != JsonValue::Kind::Array) return std::nullopt;
  for (const JsonValue& item : lines->items()) {
    std::optional<Line> line = read_line(item, 0);
    if (!line) return std::nullopt;
    request.lines.push_back(std::move(*line));
  }
  return request;
}

}  // namespace mingzhang::ledger
