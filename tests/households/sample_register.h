// SPDX-License-Identifier: Apache-2.0
// A small county above rows in memory; everybody in it is synthetic.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "households/command.h"
#include "tests/support/memory_register_store.h"

namespace mingzhang::tests {

/// Requires a real day, "2016-10-14".
Date day(std::string_view iso);
/// A digest that differs with `number`.
std::string digest_of(int number);
/// The name of the first problem, or "Ok".
std::string first_of(const std::vector<Problem>& problems);
/// The first line in which two dumps differ, "" where they are equal.
std::string first_difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got);

/// A household of `persons` people, P<number>01 being the head, as of `iso`.
households::RegisterHousehold new_household(int number, std::string division, std::string_view iso, int persons);
households::ChangeMember join(std::string household, std::string person, std::string_view iso);
households::ChangeMember leave(std::string household, std::string person, std::string_view iso);
households::ChangeMember move(std::string household, std::string person, std::string to, std::string_view iso);

/// County 520526 with townships …100 and …101, villages 520526100201, …202 below the first and 520526101201 below the
/// second, and the groups 52052610020101 and …02 of the first village, all from 2014-01-01.
class SampleRegister {
 public:
  SampleRegister();

  households::HouseholdRegister& current() { return *register_; }
  MemoryRegisterStore& store() { return store_; }
  /// Everything that was done, in order: what the log would hold.
  const std::vector<households::Command>& commands() const { return commands_; }

  /// What the write path would answer: the problems of the request, or if there are none those of the register.
  std::vector<Problem> problems(const households::Command& command);
  std::string answer(const households::Command& command) { return first_of(problems(command)); }
  /// Does what must be allowed (checked).
  void run(const households::Command& command);
  void flush() { register_->flush(); }
  /// A fresh object over the rows that were flushed.
  void reopen();

 private:
  MemoryRegisterStore store_;
  std::unique_ptr<households::HouseholdRegister> register_;
  std::vector<households::Command> commands_;
};

inline const std::string kVillage1 = "520526100201";
inline const std::string kVillage2 = "520526100202";
inline const std::string kVillage3 = "520526101201";
inline const std::string kGroup1 = "52052610020101";
inline const std::string kGroup2 = "52052610020102";

}  // namespace mingzhang::tests
