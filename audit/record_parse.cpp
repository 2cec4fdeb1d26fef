// SPDX-License-Identifier: Apache-2.0
// The strict way back from a record's bytes to its members.
#include <algorithm>
#include <array>

#include "audit/record.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

using Kind = JsonValue::Kind;

struct MemberRule {
  std::string_view name;
  Kind kind;
  bool is_required;
};

constexpr std::array<MemberRule, 12> kMembers = {{
    {"approved_by", Kind::Text, false},
    {"at", Kind::Text, true},
    {"book", Kind::Text, true},
    {"by", Kind::Text, true},
    {"data", Kind::Object, true},
    {"lines", Kind::Integer, false},
    {"lines_sha256", Kind::Text, false},
    {"lines_sm3", Kind::Text, false},
    {"request", Kind::Object, false},
    {"rule", Kind::Object, false},
    {"seq", Kind::Integer, true},
    {"t", Kind::Text, true},
}};

constexpr std::array<std::string_view, 3> kLineMembers = {"lines", "lines_sha256", "lines_sm3"};

RecordProblem problem(RecordFlaw flaw, std::string_view member) {
  return {.flaw = flaw, .member = std::string(member), .offset = 0};
}

bool is_known(std::string_view name) {
  return std::any_of(kMembers.begin(), kMembers.end(), [name](const MemberRule& rule) { return rule.name == name; });
}

// The line members stand or fall together.
std::optional<std::string_view> missing_line_member(const JsonValue& record) {
  const auto is_there = [&record](std::string_view name) { return record.find(name) != nullptr; };
  if (std::none_of(kLineMembers.begin(), kLineMembers.end(), is_there)) return std::nullopt;
  const auto* const missing = std::find_if_not(kLineMembers.begin(), kLineMembers.end(), is_there);
  if (missing == kLineMembers.end()) return std::nullopt;
  return *missing;
}

std::optional<RecordProblem> shape_problem(const JsonValue& record) {
  if (record.kind() != Kind::Object) return problem(RecordFlaw::NotAnObject, {});
  for (const auto& [name, value] : record.members()) {
    if (!is_known(name)) return problem(RecordFlaw::UnknownMember, name);
  }
  for (const MemberRule& rule : kMembers) {
    if (rule.is_required && record.find(rule.name) == nullptr) return problem(RecordFlaw::MissingMember, rule.name);
  }
  if (const auto missing = missing_line_member(record)) return problem(RecordFlaw::MissingMember, *missing);
  for (const MemberRule& rule : kMembers) {
    const JsonValue* const member = record.find(rule.name);
    if (member != nullptr && member->kind() != rule.kind) return problem(RecordFlaw::WrongType, rule.name);
  }
  return std::nullopt;
}

bool has_good_value(std::string_view name, const JsonValue& value) {
  if (name == "seq") return *value.as_integer() >= 0 && *value.as_integer() < kMaximumLeaves;
  if (name == "lines") return *value.as_integer() > 0 && *value.as_integer() <= kMaximumLeaves;
  if (name == "lines_sha256" || name == "lines_sm3") return digest_from_hex(*value.as_text()).has_value();
  if (name == "at") return is_record_instant(*value.as_text());
  if (name == "t") return is_record_kind(*value.as_text());
  const std::string* const text = value.as_text();
  return text == nullptr || !text->empty();
}

const std::string& text_of(const JsonValue& record, std::string_view name) {
  const JsonValue* const member = record.find(name);
  MZ_CHECK(member != nullptr && member->as_text() != nullptr);
  return *member->as_text();
}

std::int64_t integer_of(const JsonValue& record, std::string_view name) {
  const JsonValue* const member = record.find(name);
  MZ_CHECK(member != nullptr && member->as_integer().has_value());
  return *member->as_integer();
}

Digest digest_of(const JsonValue& record, std::string_view name) {
  const std::optional<Digest> digest = digest_from_hex(text_of(record, name));
  MZ_CHECK(digest.has_value());
  return *digest;
}

// Requires a record without shape or value problem.
ParsedRecord members_of(const JsonValue& record) {
  ParsedRecord parsed;
  parsed.kind = text_of(record, "t");
  parsed.book = text_of(record, "book");
  parsed.seq = integer_of(record, "seq");
  parsed.at = text_of(record, "at");
  parsed.by = text_of(record, "by");
  if (record.find("approved_by") != nullptr) parsed.approved_by = text_of(record, "approved_by");
  if (const JsonValue* const rule = record.find("rule")) parsed.rule = *rule;
  if (const JsonValue* const request = record.find("request")) parsed.request = *request;
  parsed.data = *record.find("data");
  if (record.find("lines") != nullptr) {
    parsed.lines = {.count = integer_of(record, "lines"),
                    .sha256 = digest_of(record, "lines_sha256"),
                    .sm3 = digest_of(record, "lines_sm3")};
  }
  return parsed;
}

}  // namespace

Result<ParsedRecord, RecordProblem> parse_record(std::string_view bytes) {
  const Result<JsonValue, JsonError> json = parse_canonical_json(bytes);
  if (!json) {
    return Err(RecordProblem{.flaw = RecordFlaw::NotCanonical, .member = {}, .offset = json.error().offset});
  }
  const JsonValue& record = json.value();
  if (std::optional<RecordProblem> found = shape_problem(record)) return Err(*std::move(found));
  for (const auto& [name, value] : record.members()) {
    if (!has_good_value(name, value)) return Err(problem(RecordFlaw::BadValue, name));
  }
  return members_of(record);
}

}  // namespace mingzhang::audit
