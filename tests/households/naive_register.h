// SPDX-License-Identifier: Apache-2.0
// The register once more, day by day in plain arrays: slow, obvious, and without a line of the program's own rules.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "households/command.h"
#include "households/movements.h"
#include "households/register_outcome.h"

namespace mingzhang::tests {

/// Days of the naive world from 2014-01-01; what holds on the last one holds for ever.
constexpr int kDays = 160;
Date date_of(int day_number);
int day_number_of(Date date);

template <class Value>
using ByDay = std::array<Value, kDays>;

/// Answers and applies the commands that the random test makes: mergers, registrations, changes, members, erasures.
class NaiveRegister {
 public:
  /// A division in force from the first day on.
  void add_division(const std::string& code, households::DivisionLevel level, const std::string& parent);

  /// The name of the first refusal, "Ok" where there is none.
  std::string answer(const households::Command& command) const;
  void apply(const households::Command& command);

  struct NaiveHousehold {
    int registered = 0;
    ByDay<std::string> home, household_class, causes;
    ByDay<households::Status> status{};
  };
  const std::map<std::string, NaiveHousehold>& all() const { return households_; }
  const std::map<std::string, ByDay<std::string>>& places() const { return places_; }
  /// Where the household stands: village, township, county; mergers followed.
  std::vector<std::string> path(const std::string& household, int day) const;
  households::Count persons_and_one(const std::string& household, int day) const;
  /// Listed households in or below the division (empty: everywhere).
  households::Count listed(const std::string& division, int day) const;
  /// Movements on the days of [from, to), counted day by day.
  std::map<households::Movement, households::Count> movements(const std::string& division, int from, int to) const;

 private:
  using Outcome = households::RegisterOutcome;
  using Outcomes = std::set<Outcome>;
  struct NaivePerson {
    ByDay<std::string> where;
    ByDay<bool> is_head{};
    int since = 0;
    bool is_erased = false;
  };
  using People = std::map<std::string, NaivePerson>;

  int until(const NaivePerson& person) const;
  bool holds(const std::string& division, int day) const;
  void check_home(const std::string& division, int day, Outcomes& found) const;
  const NaiveHousehold* check_household(const std::string& code, int day, Outcomes& found) const;
  void check_joining(const std::string& person, int day, Outcomes& found) const;
  static void check_heads(const People& people, const std::string& household, int day, Outcomes& found);
  static void take_out(People& people, const households::ChangeMember& command, int day);
  static void put_in(People& people, const households::ChangeMember& command, int day);
  bool is_inside(const std::string& household, const std::string& division, int day) const;

  Outcomes found(const households::EndDivision& command) const;
  Outcomes found(const households::RegisterHousehold& command) const;
  Outcomes found(const households::MoveHousehold& command) const;
  Outcomes found(const households::ClassifyHousehold& command) const;
  Outcomes found(const households::ChangeCauses& command) const;
  Outcomes found(const households::ChangeStatus& command) const;
  Outcomes found(const households::ChangeMember& command) const;
  Outcomes found(const households::ErasePerson& command) const;

  std::map<std::string, households::DivisionLevel> levels_;
  std::map<std::string, std::string> parents_;
  std::map<std::string, ByDay<std::string>> places_;  // by code: where it leads on each day
  std::map<std::string, NaiveHousehold> households_;
  People people_;
};

}  // namespace mingzhang::tests
