// SPDX-License-Identifier: Apache-2.0
// The naive register's answers and arrays.
#include "tests/households/naive_register.h"

#include <algorithm>

namespace mingzhang::tests {

namespace hh = households;

Date date_of(int day_number) { return plus_days(*Date::from_civil(2014, 1, 1), day_number); }
int day_number_of(Date date) { return static_cast<int>(days_between(*Date::from_civil(2014, 1, 1), date)); }

void NaiveRegister::add_division(const std::string& code, hh::DivisionLevel level, const std::string& parent) {
  levels_[code] = level;
  parents_[code] = parent;
  places_[code].fill(code);
}

int NaiveRegister::until(const NaivePerson& person) const {
  int end = kDays;
  while (end > 0 && person.where[static_cast<std::size_t>(end - 1)].empty()) --end;
  return end;
}

bool NaiveRegister::holds(const std::string& division, int day) const {
  const auto& places = places_.at(division);
  return std::none_of(places.begin() + day, places.end(), [](const std::string& place) { return place.empty(); });
}

void NaiveRegister::check_home(const std::string& division, int day, Outcomes& found) const {
  if (levels_.at(division) < hh::DivisionLevel::Village) found.insert(Outcome::LevelBad);
  const bool is_in_force = places_.at(division)[static_cast<std::size_t>(day)] == division;
  if (!is_in_force || !holds(division, day)) found.insert(Outcome::DivisionNotInForce);
}

const NaiveRegister::NaiveHousehold* NaiveRegister::check_household(const std::string& code, int day,
                                                                    Outcomes& found) const {
  const auto household = households_.find(code);
  if (household == households_.end()) {
    found.insert(Outcome::HouseholdUnknown);
    return nullptr;
  }
  if (day >= household->second.registered) return &household->second;
  found.insert(Outcome::BeforeRegistration);
  return nullptr;
}

void NaiveRegister::check_joining(const std::string& person, int day, Outcomes& found) const {
  const auto known = people_.find(person);
  if (known == people_.end()) return;
  if (known->second.is_erased) found.insert(Outcome::PersonErased);
  if (until(known->second) > day) found.insert(Outcome::PersonElsewhere);
}

void NaiveRegister::check_heads(const People& people, const std::string& household, int day, Outcomes& found) {
  for (auto at = static_cast<std::size_t>(day); at < kDays; ++at) {
    int members = 0;
    int heads = 0;
    for (const auto& [code, person] : people) {
      if (person.where[at] != household) continue;
      ++members;
      heads += person.is_head[at] ? 1 : 0;
    }
    if (members == 0 || heads == 1) continue;
    found.insert(heads == 0 ? Outcome::HeadMissing : Outcome::HeadTwice);
    return;
  }
}

void NaiveRegister::take_out(People& people, const hh::ChangeMember& command, int day) {
  NaivePerson& person = people.at(command.person);
  for (auto at = static_cast<std::size_t>(day); at < kDays; ++at) {
    person.where[at].clear();
    person.is_head[at] = false;
  }
  if (command.new_head.empty()) return;
  NaivePerson& head = people.at(command.new_head);
  if (head.since < day && !head.is_head[kDays - 1]) head.since = day;
  for (auto at = static_cast<std::size_t>(day); at < kDays; ++at) head.is_head[at] = true;
}

void NaiveRegister::put_in(People& people, const hh::ChangeMember& command, int day) {
  NaivePerson& person = people[command.person];
  person.since = day;
  for (auto at = static_cast<std::size_t>(day); at < kDays; ++at) {
    person.where[at] = command.change == hh::MemberChange::Join ? command.household : command.to_household;
    person.is_head[at] = command.is_head;
  }
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::EndDivision& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  if (places_.at(command.code)[kDays - 1] != command.code) found.insert(Outcome::DivisionEnded);
  bool is_too_early = day <= 0;
  bool has_parts = false;
  for (const auto& [code, places] : places_) {
    for (int at = 0; at < kDays; ++at) {
      const auto index = static_cast<std::size_t>(at);
      const bool comes_late = at >= day && code != command.code && places[index] == command.code;
      if (comes_late && (day == 0 || places[static_cast<std::size_t>(day - 1)] != command.code)) is_too_early = true;
      if (at < day || places[index] != code || parents_.at(code).empty()) continue;
      has_parts = has_parts || places_.at(parents_.at(code))[index] == command.code;
    }
  }
  if (is_too_early) found.insert(Outcome::EndTooEarly);
  if (!command.merged_into.empty()) {
    if (levels_.at(command.merged_into) != levels_.at(command.code)) found.insert(Outcome::LevelBad);
    const bool is_in_force = places_.at(command.merged_into)[static_cast<std::size_t>(day)] == command.merged_into;
    const bool is_good = is_in_force && command.merged_into != command.code && holds(command.merged_into, day);
    if (!is_good) found.insert(Outcome::DivisionNotInForce);
    return found;
  }
  if (has_parts) found.insert(Outcome::DivisionHasParts);
  for (const auto& [code, household] : households_) {
    for (int at = std::max(day, household.registered); at < kDays; ++at) {
      if (path(code, at).front() == command.code) found.insert(Outcome::DivisionInhabited);
    }
  }
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::RegisterHousehold& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  if (households_.contains(command.code)) found.insert(Outcome::HouseholdExists);
  check_home(command.division, day, found);
  for (const hh::NewMember& member : command.members) check_joining(member.person, day, found);
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::MoveHousehold& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  const bool is_known = check_household(command.code, day, found) != nullptr;
  check_home(command.division, day, found);
  if (is_known && path(command.code, day).front() == command.division) found.insert(Outcome::AlreadySo);
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::ClassifyHousehold& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  const NaiveHousehold* household = check_household(command.code, day, found);
  const bool is_so = household != nullptr &&
                     household->household_class[static_cast<std::size_t>(day)] == command.household_class;
  if (is_so) found.insert(Outcome::AlreadySo);
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::ChangeCauses& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  const NaiveHousehold* household = check_household(command.code, day, found);
  if (household != nullptr && household->causes[static_cast<std::size_t>(day)] == command.causes.front()) {
    found.insert(Outcome::AlreadySo);
  }
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::ChangeStatus& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  const NaiveHousehold* household = check_household(command.code, day, found);
  if (household == nullptr) return found;
  int since = kDays - 1;
  const hh::Status last = household->status[kDays - 1];
  while (since > household->registered && household->status[static_cast<std::size_t>(since - 1)] == last) --since;
  if (day <= since) found.insert(Outcome::StatusOutOfOrder);
  if (!hh::may_follow(last, command.status)) found.insert(Outcome::TransitionForbidden);
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::ChangeMember& command) const {
  Outcomes found;
  const int day = day_number_of(command.date);
  const bool is_known = check_household(command.household, day, found) != nullptr;
  const bool is_join = command.change == hh::MemberChange::Join;
  if (command.change == hh::MemberChange::Move) {
    const auto target = households_.find(command.to_household);
    if (target == households_.end()) found.insert(Outcome::TargetUnknown);
    if (target != households_.end() && day < target->second.registered) found.insert(Outcome::BeforeRegistration);
  }
  if (is_join) check_joining(command.person, day, found);
  People after = people_;
  const auto is_now_in = [&](const std::string& code) {
    return people_.contains(code) && people_.at(code).where[kDays - 1] == command.household;
  };
  if (!is_join && is_known) {
    const auto successor_is_good = [&] {
      return command.new_head.empty() || (is_now_in(command.new_head) && people_.at(command.new_head).since <= day);
    };
    if (!is_now_in(command.person)) found.insert(Outcome::NotMember);
    else if (day <= people_.at(command.person).since) found.insert(Outcome::StayTooShort);
    else if (!successor_is_good()) found.insert(Outcome::NotMember);
    else {
      take_out(after, command, day);
      check_heads(after, command.household, day, found);
    }
  }
  if (command.change == hh::MemberChange::Leave || !found.empty()) return found;
  put_in(after, command, day);
  check_heads(after, is_join ? command.household : command.to_household, day, found);
  return found;
}

NaiveRegister::Outcomes NaiveRegister::found(const hh::ErasePerson& command) const {
  const auto person = people_.find(command.person);
  if (person == people_.end()) return {Outcome::PersonUnknown};
  return person->second.is_erased ? Outcomes{Outcome::AlreadyErased} : Outcomes();
}

}  // namespace mingzhang::tests
