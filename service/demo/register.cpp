// SPDX-License-Identifier: Apache-2.0
// Makes up the households.
#include "service/demo/register.h"

#include <utility>

#include "base/check.h"
#include "base/ratio.h"
#include "service/demo/books.h"
#include "service/personal_values.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kCommandsAtOnce = 5'000;

/// How many people live in each household.
std::vector<std::int64_t> sizes_of(const DemoGroup& group) {
  MZ_CHECK(group.persons >= group.households);
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(group.households), 1);
  std::vector<std::int64_t> sizes;
  for (const Money& share : allocate(Money::from_fen(group.persons), equal)) sizes.push_back(share.fen());  // people
  return sizes;
}

}  // namespace

void DemoRegister::add_division(const std::string& code, const std::string& name, households::DivisionLevel level,
                                const std::string& parent, Date from) {
  add(households::AddDivision{code, name, level, parent, from, households::open_end()});
}

std::vector<DemoHousehold> DemoRegister::enroll(const DemoGroup& group) {
  std::vector<DemoHousehold> enrolled;
  if (group.households == 0) return enrolled;
  audit::Hasher sha256(audit::Suite::Sha256);
  for (const std::int64_t size : sizes_of(group)) {
    DemoHousehold household{demo_code("HU-SYN-", ++households_, width_), {}};
    std::vector<households::PersonalValues> people;
    for (std::int64_t member = 0; member < size; ++member) {
      household.persons.push_back(demo_code("P-SYN-", ++persons_, width_));
      people.push_back({household.persons.back(), "", "合成" + std::to_string(persons_), "", "", "", "合成人口，演示用"});
    }
    add_salts(people);
    households::RegisterHousehold command;
    command.code = household.code;
    command.division = group.divisions[enrolled.size() % group.divisions.size()];
    command.household_class = group.household_class;
    command.date = group.date;
    command.status = households::Status::In;
    command.reason = group.reason;
    command.causes = {group.cause};
    for (const households::PersonalValues& person : people) {
      const bool is_head = command.members.empty();
      command.members.push_back({person.person, digest_of(person, sha256), is_head ? "户主" : "家庭成员", is_head});
      people_.push_back(person);
    }
    add(std::move(command));
    enrolled.push_back(std::move(household));
  }
  return enrolled;
}

void DemoRegister::change_status(const std::vector<DemoHousehold>& households, Date date, households::Status status,
                                 const std::string& reason) {
  for (const DemoHousehold& household : households) {
    add(households::ChangeStatus{household.code, date, status, reason});
  }
}

void DemoRegister::add(households::Command command) {
  waiting_.emplace_back(std::move(command));
  if (waiting_.size() >= kCommandsAtOnce) flush();
}

void DemoRegister::flush() {
  if (!waiting_.empty()) desk_.enroll(std::exchange(waiting_, {}), std::exchange(people_, {}));
}

}  // namespace mingzhang::service
