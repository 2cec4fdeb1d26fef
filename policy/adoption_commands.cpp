// SPDX-License-Identifier: Apache-2.0
// Checks, records and effects of adoptions.
#include "policy/adoption_commands.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/identifier.h"
#include "base/members.h"
#include "base/record_members.h"
#include "base/text.h"
#include "policy/policy_outcome.h"

namespace mingzhang::policy {
namespace {

constexpr std::size_t kTextBytes = 200;

bool is_good_text(std::string_view text) {
  return !text.empty() && text.size() <= kTextBytes && is_plain_text(text) && !holds_id_card(text);
}

/// Lower-case letters, digits and hyphens, as the loader wants it.
bool is_good_id(std::string_view id) {
  return !id.empty() && id.size() <= kTextBytes && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// What is wrong with the content, or nothing.
std::string content_problem(const AdoptPack& command) {
  // Two levels deeper than by itself, as in the record.
  if (!parse_canonical_json("[[" + command.content + "]]")) return "not canonical JSON";
  const Result<JsonValue, JsonError> content = parse_canonical_json(command.content);
  if (!content) return "not canonical JSON";
  const JsonValue* id = content->find("pack");
  const JsonValue* version = content->find("version");
  if (id == nullptr || id->as_text() == nullptr || *id->as_text() != command.pack) return "pack";
  if (version == nullptr || version->as_integer() != command.version) return "version";
  return holds_id_card(command.content) ? "ID card" : std::string();  // INV-12
}

void check(const AdoptPack& command, Problems& problems) {
  if (!is_good_id(command.pack)) problems.add(PolicyOutcome::IdBad, "pack", "");
  if (command.version < 1) problems.add(PolicyOutcome::NumberBad, "version", std::to_string(command.version));
  const std::string wrong = content_problem(command);
  if (!wrong.empty()) problems.add(PolicyOutcome::AdoptionContentBad, "content", wrong);
  if (command.validity.to && *command.validity.to <= command.validity.from) {
    problems.add(PolicyOutcome::AdoptionEmpty, "", to_iso(command.validity.from) + " – " + to_iso(*command.validity.to));
  }
}

void check(const EndPack& command, Problems& problems) {
  if (!is_good_id(command.pack)) problems.add(PolicyOutcome::IdBad, "pack", "");
  if (!is_good_text(command.reason)) problems.add(PolicyOutcome::TextBad, "reason", "");
}

/// The adoption that `command` makes shorter, or null.
const Adoption* shortened_by(const EndPack& command, const Adoptions& adoptions) {
  for (const Adoption& one : adoptions.all()) {
    if (one.pack != command.pack || command.to <= one.validity.from) continue;
    if (!one.validity.to || command.to < *one.validity.to) return &one;
  }
  return nullptr;
}

std::string encode(const AdoptPack& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("content");
  writer.raw(command.content);
  writer.key("digest");
  writer.text(command.digest);
  writer.key("from");
  writer.text(to_iso(command.validity.from));
  writer.key("pack");
  writer.text(command.pack);
  if (command.validity.to) {
    writer.key("to");
    writer.text(to_iso(*command.validity.to));
  }
  writer.key("version");
  writer.integer(command.version);
  writer.end_object();
  return writer.take();
}

std::string encode(const EndPack& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("pack");
  writer.text(command.pack);
  writer.key("reason");
  writer.text(command.reason);
  writer.key("to");
  writer.text(to_iso(command.to));
  writer.end_object();
  return writer.take();
}

std::optional<Command> decode_adopt_pack(const JsonValue& data) {
  Members members(data);
  AdoptPack command;
  const JsonValue* content = members.take("content", true);
  if (content != nullptr) command.content = content->bytes();
  command.digest = members.text("digest", true);
  command.validity.from = read_date(members, "from");
  command.pack = members.text("pack", true);
  if (data.find("to") != nullptr) command.validity.to = read_date(members, "to");
  command.version = members.integer("version", 0, true);
  return members.is_complete() ? std::optional<Command>(std::move(command)) : std::nullopt;
}

std::optional<Command> decode_end_pack(const JsonValue& data) {
  Members members(data);
  EndPack command;
  command.pack = members.text("pack", true);
  command.reason = members.text("reason", true);
  command.to = read_date(members, "to");
  return members.is_complete() ? std::optional<Command>(std::move(command)) : std::nullopt;
}

}  // namespace

std::vector<Problem> check_request(const Command& command) {
  Problems problems;
  std::visit([&problems](const auto& one) { check(one, problems); }, command);
  return problems.all();
}

std::vector<Problem> check_state(const Command& command, const Adoptions& adoptions) {
  Problems problems;
  if (const auto* adopt = std::get_if<AdoptPack>(&command)) {
    for (const Adoption& other : adoptions.all()) {
      if (other.pack != adopt->pack || !other.validity.overlaps(adopt->validity)) continue;
      problems.add(PolicyOutcome::AdoptionOverlaps, "",
                   other.pack + " v" + std::to_string(other.version) + ", " + to_text(other.validity));
    }
  }
  if (const auto* end = std::get_if<EndPack>(&command)) {
    if (shortened_by(*end, adoptions) == nullptr) {
      problems.add(PolicyOutcome::AdoptionUnknown, "", end->pack + ", " + to_iso(end->to));
    }
  }
  return problems.all();
}

std::string_view record_kind_of(const Command& command) {
  return std::holds_alternative<AdoptPack>(command) ? "pack_adoption/v1" : "pack_end/v1";
}

std::string record_data_of(const Command& command) {
  return std::visit([](const auto& one) { return encode(one); }, command);
}

std::optional<Command> decode_command(std::string_view kind, const JsonValue& data) {
  std::optional<Command> command;
  if (kind == "pack_adoption/v1") command = decode_adopt_pack(data);
  if (kind == "pack_end/v1") command = decode_end_pack(data);
  // One form only: whatever would be written in another way is not known.
  if (command && record_data_of(*command) != data.bytes()) return std::nullopt;
  return command;
}

void apply(const Command& command, std::int64_t seq, Adoptions& adoptions) {
  if (const auto* adopt = std::get_if<AdoptPack>(&command)) {
    adoptions.add(Adoption{0, adopt->pack, adopt->version, adopt->digest, adopt->validity, seq});
  }
  if (const auto* end = std::get_if<EndPack>(&command)) {
    const Adoption* adoption = shortened_by(*end, adoptions);
    MZ_CHECK(adoption != nullptr);
    adoptions.end(adoption->id, end->to);
  }
}

}  // namespace mingzhang::policy
