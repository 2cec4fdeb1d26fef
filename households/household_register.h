// SPDX-License-Identifier: Apache-2.0
// The register of one book as of its head: what the checks ask and what `apply` changes, in memory until it is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/overlay.h"
#include "base/register.h"
#include "households/divisions.h"
#include "households/household.h"
#include "households/membership.h"
#include "households/procedure.h"
#include "households/register_store.h"

namespace mingzhang::households {

/// The state of one book's register above its store. Reads see every change made through this object; nothing is written
/// before `flush`; `mark` and `undo_to` take back one request. Valid while nobody else writes to the book.
class HouseholdRegister {
 public:
  /// Reads the divisions. `store` must outlive this object.
  explicit HouseholdRegister(RegisterStore& store)
      : store_(store),
        divisions_(store.divisions()),
        greatest_household_(store.greatest_household()),
        greatest_person_(store.greatest_person()) {}
  HouseholdRegister(const HouseholdRegister&) = delete;
  HouseholdRegister& operator=(const HouseholdRegister&) = delete;

  RegisterStore& store() { return store_; }
  Divisions& divisions() { return divisions_; }

  // References and pointers are valid until the next change of the same kind.
  /// Null where there is no such household.
  const Household* household(std::string_view code);
  const Person* person(std::string_view code);
  /// Null where the person's values have not been erased.
  const Erasure* erasure(std::string_view person);
  /// Empty where there is no such household.
  const Membership& membership(std::string_view household);
  /// Empty where none was ever started.
  const Procedures& procedures(std::string_view household);
  bool has_score(std::string_view household, std::string_view rule, Date date);
  bool has_checklist(std::string_view household, std::string_view checklist, Date date);
  /// True where on `date` or later a household stands in one of these divisions, by the codes that it was put into.
  bool is_inhabited(const std::vector<std::string>& divisions, Date date);

  // Called by the apply functions only.
  void add_household(Household household, Membership membership);
  Household& change_household(std::string_view code);
  Membership& change_membership(std::string_view household);
  void add_person(Person person);
  Person& change_person(std::string_view code);
  Procedures& change_procedures(std::string_view household);
  void add_score(Score score);
  /// Requires items of one checklist of one household and day.
  void add_checklist(std::vector<ChecklistItem> items);
  void add_erasure(Erasure erasure);

  struct Mark {
    std::size_t divisions, households, memberships, persons, procedures, scores, checklists, erasures;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  /// Called between two requests: what was done stays.
  void forget_undo();
  /// Writes everything that is new or changed, and holds only the divisions from then on.
  void flush();
  /// True where more is held than is sensible; the caller then flushes.
  bool is_large() const;

 private:
  using Households = Overlay<std::string, Household, TextHash>;
  using Memberships = Overlay<std::string, Membership, TextHash>;
  using ProceduresOfAll = Overlay<std::string, Procedures, TextHash>;
  using Checklist = std::vector<ChecklistItem>;

  RegisterStore& store_;
  Divisions divisions_;
  std::string greatest_household_;  // of those stored
  std::string greatest_person_;
  Households households_;
  Memberships memberships_;
  Overlay<std::string, Person, TextHash> persons_;
  ProceduresOfAll procedures_;
  Overlay<std::string, Score, TextHash> scores_;          // by household, rule and day
  Overlay<std::string, Checklist, TextHash> checklists_;  // by household, checklist and day
  Overlay<std::string, Erasure, TextHash> erasures_;      // by person
};

}  // namespace mingzhang::households
