// SPDX-License-Identifier: Apache-2.0
// The strict way back from a record's bytes to its members.
#include <array>

#include "audit/record.h"

namespace mingzhang::audit {
namespace {

using Kind = JsonValue::Kind;

// The members in the order of their names, which is the order in which a canonical record has them.
enum Member : std::size_t {
  kApprovedBy,
  kAt,
  kBook,
  kBy,
  kData,
  kLines,
  kLinesSha256,
  kLinesSm3,
  kRequest,
  kRule,
  kSeq,
  kKind,
  kMemberCount,
};

struct MemberRule {
  std::string_view name;
  Kind kind;
  bool is_required;
};

constexpr std::array<MemberRule, kMemberCount> kRules = {{
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

// The values by member; null where the record does not have it.
using Found = std::array<const JsonValue*, kMemberCount>;

RecordProblem problem(RecordFlaw flaw, std::string_view member) {
  return {.flaw = flaw, .member = std::string(member), .offset = 0};
}

// Both lists are sorted, so one walk along them finds every member and every unknown one.
std::optional<RecordProblem> find_members(const JsonValue& record, Found& found) {
  if (record.kind() != Kind::Object) return problem(RecordFlaw::NotAnObject, {});
  std::size_t member = 0;
  for (const auto& [name, value] : record.members()) {
    while (member < kMemberCount && kRules[member].name != name) ++member;
    if (member == kMemberCount) return problem(RecordFlaw::UnknownMember, name);
    found[member] = &value;
  }
  return std::nullopt;
}

std::optional<RecordProblem> shape_problem(const Found& found) {
  // The members about lines stand or fall together.
  const bool has_lines = found[kLines] != nullptr || found[kLinesSha256] != nullptr || found[kLinesSm3] != nullptr;
  for (std::size_t member = 0; member < kMemberCount; ++member) {
    const bool is_about_lines = member >= kLines && member <= kLinesSm3;
    const bool is_required = kRules[member].is_required || (is_about_lines && has_lines);
    if (is_required && found[member] == nullptr) return problem(RecordFlaw::MissingMember, kRules[member].name);
  }
  for (std::size_t member = 0; member < kMemberCount; ++member) {
    if (found[member] != nullptr && found[member]->kind() != kRules[member].kind) {
      return problem(RecordFlaw::WrongType, kRules[member].name);
    }
  }
  return std::nullopt;
}

bool has_good_value(std::size_t member, const JsonValue& value) {
  switch (member) {
    case kSeq:
      return *value.as_integer() >= 0 && *value.as_integer() < kMaximumLeaves;
    case kLines:
      return *value.as_integer() > 0 && *value.as_integer() <= kMaximumLeaves;
    case kLinesSha256:
    case kLinesSm3:
      return digest_from_hex(*value.as_text()).has_value();
    case kAt:
      return is_record_instant(*value.as_text());
    case kKind:
      return is_record_kind(*value.as_text());
    case kApprovedBy:
    case kBook:
    case kBy:
      return !value.as_text()->empty();
    default:
      return true;
  }
}

std::optional<RecordProblem> value_problem(const Found& found) {
  for (std::size_t member = 0; member < kMemberCount; ++member) {
    if (found[member] != nullptr && !has_good_value(member, *found[member])) {
      return problem(RecordFlaw::BadValue, kRules[member].name);
    }
  }
  return std::nullopt;
}

// Requires a record without shape or value problem.
ParsedRecord members_of(const Found& found) {
  ParsedRecord parsed;
  parsed.kind = *found[kKind]->as_text();
  parsed.book = *found[kBook]->as_text();
  parsed.seq = *found[kSeq]->as_integer();
  parsed.at = *found[kAt]->as_text();
  parsed.by = *found[kBy]->as_text();
  if (found[kApprovedBy] != nullptr) parsed.approved_by = *found[kApprovedBy]->as_text();
  if (found[kRule] != nullptr) parsed.rule = *found[kRule];
  if (found[kRequest] != nullptr) parsed.request = *found[kRequest];
  parsed.data = *found[kData];
  if (found[kLines] != nullptr) {
    parsed.lines = {.count = *found[kLines]->as_integer(),
                    .sha256 = digest_from_hex(*found[kLinesSha256]->as_text()).value(),
                    .sm3 = digest_from_hex(*found[kLinesSm3]->as_text()).value()};
  }
  return parsed;
}

}  // namespace

Result<ParsedRecord, RecordProblem> parse_record(std::string_view bytes) {
  const Result<JsonValue, JsonError> json = parse_canonical_json(bytes);
  if (!json) {
    return Err(RecordProblem{.flaw = RecordFlaw::NotCanonical, .member = {}, .offset = json.error().offset});
  }
  Found found{};
  if (std::optional<RecordProblem> wrong = find_members(json.value(), found)) return Err(*std::move(wrong));
  if (std::optional<RecordProblem> wrong = shape_problem(found)) return Err(*std::move(wrong));
  if (std::optional<RecordProblem> wrong = value_problem(found)) return Err(*std::move(wrong));
  return members_of(found);
}

}  // namespace mingzhang::audit
