// SPDX-License-Identifier: Apache-2.0
// What the naive register does and counts, day by day.
#include <algorithm>
#include <cstdlib>
#include <type_traits>

#include "tests/households/naive_register.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

namespace hh = households;

namespace {

/// Sets the value on `day` and on the days after it on which it was the same as on `day`.
template <class Value>
void set_run(ByDay<Value>& values, int day, const Value& value) {
  const Value before = values[static_cast<std::size_t>(day)];
  for (auto at = static_cast<std::size_t>(day); at < kDays && values[at] == before; ++at) values[at] = value;
}

void add(hh::Count& sum, const hh::Count& count) {
  sum.households += count.households;
  sum.persons += count.persons;
}

}  // namespace

std::string NaiveRegister::answer(const hh::Command& command) const {
  const Outcomes outcomes = std::visit(
      [this](const auto& one) -> Outcomes {
        if constexpr (requires { this->found(one); }) return found(one);
        std::abort();  // the random test makes no such command
      },
      command);
  return outcomes.empty() ? "Ok" : std::string(hh::info_of(*outcomes.begin()).name);
}

void NaiveRegister::apply(const hh::Command& command) {
  if (const auto* one = std::get_if<hh::EndDivision>(&command)) {
    for (auto& [code, places] : places_) {
      for (auto at = static_cast<std::size_t>(day_number_of(one->date)); at < kDays; ++at) {
        if (places[at] != one->code) continue;
        places[at] = one->merged_into.empty() ? std::string() : places_.at(one->merged_into)[at];
      }
    }
  } else if (const auto* added = std::get_if<hh::RegisterHousehold>(&command)) {
    NaiveHousehold& household = households_[added->code];
    household.registered = day_number_of(added->date);
    household.home.fill(added->division);
    household.household_class.fill(added->household_class);
    household.causes.fill(added->causes.front());
    household.status.fill(added->status);
    for (const hh::NewMember& member : added->members) {
      hh::ChangeMember join;
      join.household = added->code;
      join.person = member.person;
      join.is_head = member.is_head;
      put_in(people_, join, household.registered);
    }
  } else if (const auto* moved = std::get_if<hh::MoveHousehold>(&command)) {
    set_run(households_.at(moved->code).home, day_number_of(moved->date), moved->division);
  } else if (const auto* classed = std::get_if<hh::ClassifyHousehold>(&command)) {
    set_run(households_.at(classed->code).household_class, day_number_of(classed->date), classed->household_class);
  } else if (const auto* caused = std::get_if<hh::ChangeCauses>(&command)) {
    set_run(households_.at(caused->code).causes, day_number_of(caused->date), caused->causes.front());
  } else if (const auto* changed = std::get_if<hh::ChangeStatus>(&command)) {
    set_run(households_.at(changed->code).status, day_number_of(changed->date), changed->status);
  } else if (const auto* member = std::get_if<hh::ChangeMember>(&command)) {
    const int day = day_number_of(member->date);
    if (member->change != hh::MemberChange::Join) take_out(people_, *member, day);
    if (member->change != hh::MemberChange::Leave) put_in(people_, *member, day);
  } else {
    people_.at(std::get<hh::ErasePerson>(command).person).is_erased = true;
  }
}

std::vector<std::string> NaiveRegister::path(const std::string& household, int day) const {
  const auto at = static_cast<std::size_t>(day);
  std::vector<std::string> path;
  std::string code = households_.at(household).home[at];
  while (!code.empty()) {
    const std::string& place = places_.at(code)[at];
    path.push_back(place);
    code = place.empty() ? std::string() : parents_.at(place);
  }
  return path;
}

hh::Count NaiveRegister::persons_and_one(const std::string& household, int day) const {
  hh::Count count{1, 0};
  for (const auto& [code, person] : people_) {
    count.persons += person.where[static_cast<std::size_t>(day)] == household ? 1 : 0;
  }
  return count;
}

bool NaiveRegister::is_inside(const std::string& household, const std::string& division, int day) const {
  if (division.empty()) return true;
  const std::vector<std::string> divisions = path(household, day);
  const std::string& wanted = places_.at(division)[static_cast<std::size_t>(day)];
  return !wanted.empty() && std::find(divisions.begin(), divisions.end(), wanted) != divisions.end();
}

hh::Count NaiveRegister::listed(const std::string& division, int day) const {
  hh::Count sum;
  for (const auto& [code, household] : households_) {
    if (day < household.registered || !hh::is_listed(household.status[static_cast<std::size_t>(day)])) continue;
    if (is_inside(code, division, day)) add(sum, persons_and_one(code, day));
  }
  return sum;
}

std::map<hh::Movement, hh::Count> NaiveRegister::movements(const std::string& division, int from, int to) const {
  using hh::Movement;
  std::map<Movement, hh::Count> sums;
  for (const auto& [code, household] : households_) {
    for (int day = std::max(from, household.registered); day < to; ++day) {
      const auto at = static_cast<std::size_t>(day);
      const bool is_new = day == household.registered;
      const bool was_listed = !is_new && hh::is_listed(household.status[at - 1]);
      const bool listed_now = hh::is_listed(household.status[at]);
      const bool counted = was_listed && is_inside(code, division, day - 1);
      const bool counts = listed_now && is_inside(code, division, day);
      const hh::Count now = persons_and_one(code, day);
      if (counted) {
        const std::int64_t more = now.persons - persons_and_one(code, day - 1).persons;
        if (more > 0) sums[Movement::Joined].persons += more;
        if (more < 0) sums[Movement::Left].persons -= more;
      }
      if (!counted && counts && was_listed) add(sums[Movement::MovedIn], now);
      if (!counted && counts && !was_listed) {
        add(sums[household.status[at] == hh::Status::Returned ? Movement::Returned : Movement::Entered], now);
      }
      if (counted && !counts && listed_now) add(sums[Movement::MovedOut], now);
      if (counted && !counts && !listed_now) {
        add(sums[household.status[at] == hh::Status::Removed ? Movement::Removed : Movement::Exited], now);
      }
    }
  }
  return sums;
}

}  // namespace mingzhang::tests
