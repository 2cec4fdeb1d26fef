// SPDX-License-Identifier: Apache-2.0
// Builds the sample county.
#include "tests/households/sample_register.h"

#include <algorithm>

#include "base/text.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

using households::AddDivision;
using households::DivisionLevel;

Date day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  REQUIRE(date.has_value());
  return *date;
}

std::string digest_of(int number) {
  std::string digits = std::to_string(number);
  return std::string(64 - digits.size(), 'a') + digits;
}

std::string first_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "Ok" : std::string(problems.front().info->name);
}

std::string first_difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got) {
  const auto [a, b] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  if (a == wanted.end() && b == got.end()) return "";
  return "wanted " + (a == wanted.end() ? "nothing" : *a) + ", got " + (b == got.end() ? "nothing" : *b);
}

households::RegisterHousehold new_household(int number, std::string division, std::string_view iso, int persons) {
  households::RegisterHousehold command;
  command.code = "H" + std::to_string(number);
  command.division = std::move(division);
  command.household_class = "精准扶贫户";
  command.date = day(iso);
  command.status = households::Status::In;
  command.causes = {"因病"};
  for (int member = 1; member <= persons; ++member) {
    const int person = number * 100 + member;
    command.members.push_back(
        {"P" + std::to_string(person), digest_of(person), member == 1 ? "户主" : "家庭成员", member == 1});
  }
  return command;
}

households::ChangeMember join(std::string household, std::string person, std::string_view iso) {
  households::ChangeMember command;
  command.household = std::move(household);
  command.person = std::move(person);
  command.date = day(iso);
  command.reason = "出生";
  command.relation = "子女";
  command.digest = digest_of(7);
  return command;
}

households::ChangeMember leave(std::string household, std::string person, std::string_view iso) {
  households::ChangeMember command;
  command.change = households::MemberChange::Leave;
  command.household = std::move(household);
  command.person = std::move(person);
  command.date = day(iso);
  command.reason = "死亡";
  return command;
}

households::ChangeMember move(std::string household, std::string person, std::string to, std::string_view iso) {
  households::ChangeMember command = leave(std::move(household), std::move(person), iso);
  command.change = households::MemberChange::Move;
  command.reason = "结婚";
  command.to_household = std::move(to);
  command.relation = "配偶";
  return command;
}

SampleRegister::SampleRegister() : register_(std::make_unique<households::HouseholdRegister>(store_)) {
  const auto add = [this](std::string code, DivisionLevel level, std::string parent) {
    run(AddDivision{std::move(code), "样例", level, std::move(parent), day("2014-01-01"), households::open_end()});
  };
  add("520526", DivisionLevel::County, "");
  add("520526100", DivisionLevel::Township, "520526");
  add("520526101", DivisionLevel::Township, "520526");
  add(kVillage1, DivisionLevel::Village, "520526100");
  add(kVillage2, DivisionLevel::Village, "520526100");
  add(kVillage3, DivisionLevel::Village, "520526101");
  add(kGroup1, DivisionLevel::Group, kVillage1);
  add(kGroup2, DivisionLevel::Group, kVillage1);
}

std::vector<Problem> SampleRegister::problems(const households::Command& command) {
  std::vector<Problem> problems = households::check_request(command);
  return problems.empty() ? households::check_state(command, *register_) : problems;
}

void SampleRegister::run(const households::Command& command) {
  INFO(households::record_kind_of(command) << " " << households::record_data_of(command));
  REQUIRE(answer(command) == "Ok");
  households::apply(command, static_cast<std::int64_t>(commands_.size()), *register_);
  register_->forget_undo();
  commands_.push_back(command);
}

void SampleRegister::reopen() { register_ = std::make_unique<households::HouseholdRegister>(store_); }

}  // namespace mingzhang::tests
