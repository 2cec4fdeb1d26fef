// SPDX-License-Identifier: Apache-2.0
// Checks and effects of changes to households; their records stand in household_records.cpp.
#include "households/household_commands.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "households/refusals.h"
#include "households/state_checks.h"

namespace mingzhang::households {
namespace {

constexpr std::size_t kMembersMax = 100;

void check_members(const std::vector<NewMember>& members, Refusals& refusals) {
  if (members.empty() || members.size() > kMembersMax) {
    refusals.add(RegisterOutcome::MembersMissing, std::to_string(members.size()));
  }
  std::set<std::string_view> seen;
  std::size_t heads = 0;
  for (std::size_t index = 0; index < members.size(); ++index) {
    const NewMember& member = members[index];
    const std::string place = "member " + std::to_string(index + 1);
    refusals.check_code(member.person, place);
    refusals.check_word(member.relation, place);
    if (!member.digest.empty()) refusals.check_digest(member.digest, place);
    if (!seen.insert(member.person).second) refusals.add(RegisterOutcome::MemberTwice, place, "");
    heads += member.is_head ? 1 : 0;
  }
  if (!members.empty() && heads != 1) refusals.add(RegisterOutcome::HeadNotOne, std::to_string(heads));
}

/// The refusals of a change that only needs its household, and `is_so`: whether it changes nothing on that day.
template <class IsSo>
std::vector<Problem> check_change(const std::string& code, Date date, HouseholdRegister& households, IsSo is_so) {
  Refusals refusals;
  const Household* household = household_on(code, date, households, refusals);
  if (household != nullptr && is_so(household->on(date))) refusals.add(RegisterOutcome::AlreadySo, to_iso(date));
  return refusals.in_order();
}

}  // namespace

std::vector<Problem> check_request(const RegisterHousehold& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_division_code(command.division, "division");
  refusals.check_word(command.household_class, "class");
  refusals.check_date(command.date, "date");
  if (command.status != Status::Identified && command.status != Status::In) {
    refusals.add(RegisterOutcome::StatusBad, std::string(word_of(command.status)));
  }
  if (!command.reason.empty()) refusals.check_word(command.reason, "reason");
  check_causes(command.causes, refusals);
  check_members(command.members, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_request(const MoveHousehold& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_date(command.date, "date");
  refusals.check_division_code(command.division, "division");
  refusals.check_word(command.reason, "reason");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ClassifyHousehold& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_date(command.date, "date");
  refusals.check_word(command.household_class, "class");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ChangeCauses& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_date(command.date, "date");
  check_causes(command.causes, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_request(const AssignResponsible& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_date(command.date, "date");
  if (!command.person.empty()) refusals.check_code(command.person, "person");
  if (!command.unit.empty()) refusals.check_code(command.unit, "unit");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ChangeStatus& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_date(command.date, "date");
  refusals.check_word(command.reason, "reason");
  return refusals.in_order();
}

std::vector<Problem> check_state(const RegisterHousehold& command, HouseholdRegister& households) {
  Refusals refusals;
  if (households.household(command.code) != nullptr) refusals.add(RegisterOutcome::HouseholdExists, command.code);
  check_home(command.division, command.date, households.divisions(), refusals);
  for (std::size_t index = 0; index < command.members.size(); ++index) {
    const NewMember& member = command.members[index];
    check_joining(member.person, member.digest, command.date, households, "member " + std::to_string(index + 1),
                  refusals);
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const MoveHousehold& command, HouseholdRegister& households) {
  Refusals refusals;
  const Household* household = household_on(command.code, command.date, households, refusals);
  check_home(command.division, command.date, households.divisions(), refusals);
  if (household == nullptr) return refusals.in_order();
  const Divisions& divisions = households.divisions();
  const Division* home = divisions.on_day(household->on(command.date).division, command.date);
  if (home != nullptr && home->code == command.division) refusals.add(RegisterOutcome::AlreadySo, command.division);
  return refusals.in_order();
}

std::vector<Problem> check_state(const ClassifyHousehold& command, HouseholdRegister& households) {
  return check_change(command.code, command.date, households, [&](const HouseholdState& state) {
    return state.household_class == command.household_class;
  });
}

std::vector<Problem> check_state(const ChangeCauses& command, HouseholdRegister& households) {
  return check_change(command.code, command.date, households,
                      [&](const HouseholdState& state) { return state.causes == joined_causes(command.causes); });
}

std::vector<Problem> check_state(const AssignResponsible& command, HouseholdRegister& households) {
  return check_change(command.code, command.date, households, [&](const HouseholdState& state) {
    return state.responsible_person == command.person && state.responsible_unit == command.unit;
  });
}

std::vector<Problem> check_state(const ChangeStatus& command, HouseholdRegister& households) {
  Refusals refusals;
  const Household* household = household_on(command.code, command.date, households, refusals);
  if (household == nullptr) return refusals.in_order();
  const Status before = household->newest().status;
  if (command.date <= household->status_since()) {
    refusals.add(RegisterOutcome::StatusOutOfOrder, to_iso(command.date) + " ≤ " + to_iso(household->status_since()));
  }
  if (!may_follow(before, command.status)) {  // INV-16
    refusals.add(RegisterOutcome::TransitionForbidden,
                 std::string(word_of(before)) + " → " + std::string(word_of(command.status)));
  }
  return refusals.in_order();
}

void apply(const RegisterHousehold& command, std::int64_t seq, HouseholdRegister& households) {
  Spell spell;
  spell.household = command.code;
  spell.from = command.date;
  spell.to = open_end();
  spell.seq = seq;
  spell.state.division = command.division;
  spell.state.household_class = command.household_class;
  spell.state.status = command.status;
  spell.state.status_reason = command.reason;
  spell.state.causes = joined_causes(command.causes);
  spell.state.persons = static_cast<std::int64_t>(command.members.size());
  Membership membership;
  for (const NewMember& member : command.members) {
    const Stay stay{command.code,   member.person,  command.date, open_end(), member.relation,
                    member.is_head, command.reason, "",           seq};
    put_person(stay, member.digest, households);
    membership.join(stay);
  }
  MZ_CHECK(!membership.first_head_problem(command.date));  // INV-15
  households.add_household(Household(std::move(spell)), std::move(membership));
}

void apply(const MoveHousehold& command, std::int64_t seq, HouseholdRegister& households) {
  households.change_household(command.code).set_division(command.date, command.division, seq);
}

void apply(const ClassifyHousehold& command, std::int64_t seq, HouseholdRegister& households) {
  households.change_household(command.code).set_class(command.date, command.household_class, seq);
}

void apply(const ChangeCauses& command, std::int64_t seq, HouseholdRegister& households) {
  households.change_household(command.code).set_causes(command.date, joined_causes(command.causes), seq);
}

void apply(const AssignResponsible& command, std::int64_t seq, HouseholdRegister& households) {
  households.change_household(command.code).set_responsible(command.date, command.person, command.unit, seq);
}

void apply(const ChangeStatus& command, std::int64_t seq, HouseholdRegister& households) {
  households.change_household(command.code).set_status(command.date, command.status, command.reason, seq);
}

}  // namespace mingzhang::households
