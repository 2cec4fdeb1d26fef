// SPDX-License-Identifier: Apache-2.0
// Computes digests again and finds the packs behind explanations.
#include "service/content_checks.h"

#include <optional>
#include <string>

#include "audit/hash.h"
#include "policy/policy_outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

/// A problem where `said` is not the SHA-256 of `bytes`.
std::vector<Problem> compare(const std::string& said, const std::string& bytes, const OutcomeInfo& info) {
  audit::Hasher sha256(audit::Suite::Sha256);
  const std::string digest = audit::hex_of(sha256.plain(bytes));
  if (said == digest) return {};
  // What was said may be anything; what it should be is enough to go on.
  return {Problem{&info, "digest", "SHA-256 = " + digest}};
}

std::string text_member(const JsonValue& object, std::string_view name) {
  const JsonValue* member = object.find(name);
  const std::string* text = member == nullptr ? nullptr : member->as_text();
  return text == nullptr ? std::string() : *text;
}

/// Which pack an explanation names, and whether that is one the book has adopted.
bool is_of_adopted_pack(const JsonValue& explanation, const policy::Adoptions& adoptions) {
  const std::optional<Date> day = parse_date(text_member(explanation, "date"));
  const policy::Adoption* adoption = day ? adoptions.in_force(text_member(explanation, "pack"), *day) : nullptr;
  const JsonValue* version = explanation.find("version");
  return adoption != nullptr && version != nullptr && version->as_integer() == adoption->version &&
         text_member(explanation, "sha256") == adoption->digest;
}

std::string shown(const JsonValue& explanation) {
  return "pack " + text_member(explanation, "pack") + ", rule " + text_member(explanation, "rule") + ", " +
         text_member(explanation, "date");
}

}  // namespace

std::vector<Problem> check_digests(const Command& command) {
  if (const auto* of_funds = std::get_if<funds::Command>(&command)) {
    const auto* list = std::get_if<funds::SubmitList>(of_funds);
    if (list == nullptr) return {};
    return compare(list->digest, funds::list_rows_bytes(list->rows), info_of(RequestOutcome::ListDigestDiffers));
  }
  if (const auto* of_policy = std::get_if<policy::Command>(&command)) {
    const auto* adopt = std::get_if<policy::AdoptPack>(of_policy);
    if (adopt == nullptr) return {};
    return compare(adopt->digest, adopt->content, policy::info_of(policy::PolicyOutcome::AdoptionDigestDiffers));
  }
  return {};
}

std::vector<Problem> check_explanation(const Command& command, BookState& state) {
  const std::string& given = explanation_of(command);
  if (given.empty() || state.adoptions().all().empty()) return {};
  const auto explanation = parse_canonical_json(given);
  if (explanation && is_of_adopted_pack(*explanation, state.adoptions())) return {};
  return {Problem{&policy::info_of(policy::PolicyOutcome::NotOfAdoptedPack), "explanation",
                  explanation ? shown(*explanation) : std::string()}};
}

const std::string& explanation_of(const Command& command) {
  static const std::string kNone;
  const auto of_one = [](const auto& one) -> const std::string& {
    if constexpr (requires { one.explanation; }) return one.explanation;
    return kNone;
  };
  if (const auto* of_funds = std::get_if<funds::Command>(&command)) return std::visit(of_one, *of_funds);
  if (const auto* of_loans = std::get_if<loans::Command>(&command)) return std::visit(of_one, *of_loans);
  if (const auto* of_pools = std::get_if<guarantee::Command>(&command)) return std::visit(of_one, *of_pools);
  return kNone;
}

}  // namespace mingzhang::service
