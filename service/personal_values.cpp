// SPDX-License-Identifier: Apache-2.0
// Salts, digests, and writing personal values in the transaction of their records.
#include "service/personal_values.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "audit/salt.h"
#include "base/check.h"
#include "base/text.h"

namespace mingzhang::service {
namespace {

using DigestsByPerson = std::unordered_map<std::string_view, std::string_view>;

/// The digests that the commands of the register give to people.
DigestsByPerson digests_in(const Request& request) {
  DigestsByPerson digests;
  for (const Command& command : request.commands) {
    const auto* of_register = std::get_if<households::Command>(&command);
    if (of_register == nullptr) continue;
    if (const auto* registered = std::get_if<households::RegisterHousehold>(of_register)) {
      for (const households::NewMember& member : registered->members) digests[member.person] = member.digest;
    }
    if (const auto* change = std::get_if<households::ChangeMember>(of_register)) digests[change->person] = change->digest;
    if (const auto* update = std::get_if<households::UpdatePerson>(of_register)) digests[update->person] = update->digest;
  }
  return digests;
}

const households::ErasePerson* erasure_in(const Command& command) {
  const auto* of_register = std::get_if<households::Command>(&command);
  return of_register == nullptr ? nullptr : std::get_if<households::ErasePerson>(of_register);
}

}  // namespace

void add_salts(std::span<households::PersonalValues> people) {
  const audit::Salts salts = audit::random_salts(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) people[i].salt = from_hex(salts[i]).value();
}

std::string digest_of(const households::PersonalValues& values, audit::Hasher& sha256) {
  MZ_CHECK(values.salt.size() >= 16);
  return audit::hex_of(sha256.plain(values.salt + households::canonical_form(values)));
}

bool touches_people(const Request& request) {
  return !request.personal.empty() ||
         std::any_of(request.commands.begin(), request.commands.end(),
                     [](const Command& command) { return erasure_in(command) != nullptr; });
}

void write_personal(const Request& request, households::PersonalStore& personal, audit::Hasher& sha256) {
  if (!request.personal.empty()) {
    const DigestsByPerson digests = digests_in(request);
    for (const households::PersonalValues& values : request.personal) {
      const auto found = digests.find(values.person);
      MZ_CHECK(found != digests.end());
      MZ_CHECK(found->second == digest_of(values, sha256));  // INV-18
    }
    personal.put(request.personal);
  }
  for (const Command& command : request.commands) {
    // Somebody may have been registered without values; the record says that there are none from now on.
    if (const auto* erasure = erasure_in(command)) personal.erase(erasure->person);
  }
}

bool has_same_personal(const Request& request, households::PersonalStore& personal) {
  return std::all_of(request.personal.begin(), request.personal.end(), [&](const households::PersonalValues& values) {
    const std::optional<households::PersonalValues> kept = personal.get(values.person);
    return !kept || households::canonical_form(*kept) == households::canonical_form(values);
  });
}

std::string form_for_digest(const Command& command) {
  const auto* of_register = std::get_if<households::Command>(&command);
  if (of_register == nullptr) return canonical_form(command);
  households::Command bare = *of_register;
  if (auto* registered = std::get_if<households::RegisterHousehold>(&bare)) {
    for (households::NewMember& member : registered->members) member.digest.clear();
  }
  if (auto* change = std::get_if<households::ChangeMember>(&bare)) change->digest.clear();
  if (auto* update = std::get_if<households::UpdatePerson>(&bare)) update->digest.clear();
  return canonical_form(Command(std::move(bare)));
}

}  // namespace mingzhang::service
