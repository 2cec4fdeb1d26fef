// SPDX-License-Identifier: Apache-2.0
// Implements the shared checks.
#include "households/state_checks.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/text.h"

namespace mingzhang::households {
namespace {

constexpr std::size_t kCausesMax = 8;

}  // namespace

const Household* household_on(std::string_view code, Date date, HouseholdRegister& households, Refusals& refusals) {
  const Household* household = households.household(code);
  if (household == nullptr) {
    refusals.add(RegisterOutcome::HouseholdUnknown, std::string(code));
    return nullptr;
  }
  if (household->registered() <= date) return household;
  refusals.add(RegisterOutcome::BeforeRegistration, to_iso(date) + " < " + to_iso(household->registered()));
  return nullptr;
}

void check_home(std::string_view code, Date date, const Divisions& divisions, Refusals& refusals) {
  const Division* division = divisions.find(code);
  if (division == nullptr) {
    refusals.add(RegisterOutcome::DivisionUnknown, std::string(code));
    return;
  }
  const bool is_home = division->level == DivisionLevel::Village || division->level == DivisionLevel::Group;
  if (!is_home) refusals.add(RegisterOutcome::LevelBad, std::string(code));
  if (!division->is_in_force(date) || !divisions.holds_during(code, date, open_end())) {
    refusals.add(RegisterOutcome::DivisionNotInForce, std::string(code) + " " + to_iso(date));
  }
}

void check_joining(std::string_view person, std::string_view digest, Date date, HouseholdRegister& households,
                   const std::string& place, Refusals& refusals) {
  const Person* known = households.person(person);
  if (known == nullptr) {
    if (digest.empty()) refusals.add(RegisterOutcome::DigestMissing, place, std::string(person));
    return;
  }
  if (households.erasure(person) != nullptr) refusals.add(RegisterOutcome::PersonErased, place, std::string(person));
  if (known->until <= date) return;
  const std::string until = known->until == open_end() ? "" : ", " + to_iso(known->until);
  refusals.add(RegisterOutcome::PersonElsewhere, place,
               known->code + ": " + known->household + ", " + to_iso(known->since) + until);
}

void check_causes(const std::vector<std::string>& causes, Refusals& refusals) {
  const std::set<std::string_view> different(causes.begin(), causes.end());
  if (causes.empty() || causes.size() > kCausesMax || different.size() < causes.size()) {
    refusals.add(RegisterOutcome::CausesBad, std::to_string(causes.size()));
  }
  for (const std::string& cause : causes) refusals.check_word(cause, "causes");
}

void put_person(const Stay& stay, std::string_view digest, HouseholdRegister& households) {
  const std::string bytes = digest.empty() ? std::string() : from_hex(digest).value();
  if (households.person(stay.person) == nullptr) {
    MZ_CHECK(!bytes.empty());
    households.add_person(Person{stay.person, bytes, stay.household, stay.from, stay.to, stay.seq});
    return;
  }
  Person& person = households.change_person(stay.person);
  MZ_CHECK(person.until <= stay.from);  // INV-14
  if (!bytes.empty()) person.digest = bytes;
  person.household = stay.household;
  person.since = stay.from;
  person.until = stay.to;
  person.seq = stay.seq;
}

}  // namespace mingzhang::households
