// SPDX-License-Identifier: Apache-2.0
// One household as of a day: what holds of it, and its members with masked values.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "households/personal_store.h"
#include "households/register_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// The stores of one book's register, inside a read transaction.
struct RegisterStores {
  households::RegisterStore& store;
  households::PersonalStore& personal;
};

/// Which household on which day. `is_unmasked` shows values as they are: for the office that keeps them.
struct HouseholdQuestion {
  std::string code;
  Date date;
  bool is_unmasked = false;
};

/// What may be shown of a person. Empty where it is not known.
struct ShownPerson {
  std::string name;
  std::string id_number;
  std::string card;
  std::string phone;
  bool is_erased = false;  ///< nothing is left, and the log says so
};
/// Example: 张*, 110105********002X, 6228***********0000, 138****0001.
ShownPerson shown_person(const RegisterStores& stores, const std::string& person, bool is_unmasked);

/// Nothing where there is no such household, or none yet on that day.
std::optional<Table> household_people(const RegisterStores& stores, const HouseholdQuestion& question);

}  // namespace mingzhang::reports
