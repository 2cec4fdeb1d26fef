// SPDX-License-Identifier: Apache-2.0
// Registers of synthetic households for the demonstration: as many households and people as a document counts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "households/command.h"
#include "service/demo/desk.h"

namespace mingzhang::service {

/// A household that has been registered, and its people; everybody is synthetic and named so.
struct DemoHousehold {
  std::string code;                  ///< "HU-SYN-000001"
  std::vector<std::string> persons;  ///< "P-SYN-000001"; the head comes first
};

/// Households that are alike.
struct DemoGroup {
  std::int64_t households = 0;
  std::int64_t persons = 0;  ///< spread evenly, the larger households first; at least one in each
  std::string household_class;
  std::string cause;
  Date date;
  std::string reason;                  ///< why they are listed; may be empty
  std::vector<std::string> divisions;  ///< they live here in turn
};

/// Fills the register of one book.
class DemoRegister {
 public:
  /// Codes get `width` digits.
  DemoRegister(DemoDesk& desk, std::size_t width) : desk_(desk), width_(width) {}

  void add_division(const std::string& code, const std::string& name, households::DivisionLevel level,
                    const std::string& parent, Date from);
  /// Registers a group as listed households.
  std::vector<DemoHousehold> enroll(const DemoGroup& group);
  /// The same new status for all of them on a day.
  void change_status(const std::vector<DemoHousehold>& households, Date date, households::Status status,
                     const std::string& reason);
  /// Any other change of the register; sent with the next thousands.
  void add(households::Command command);
  /// Sends what waits. Call it before anything reads the register or names its households.
  void flush();

 private:
  DemoDesk& desk_;
  std::size_t width_;
  std::int64_t households_ = 0;
  std::int64_t persons_ = 0;
  std::vector<Command> waiting_;
  std::vector<households::PersonalValues> people_;
};

}  // namespace mingzhang::service
