// SPDX-License-Identifier: Apache-2.0
// What the register needs from storage: the rows of one book's projections, read by household, written in bulk.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "households/assessment.h"
#include "households/division.h"
#include "households/household.h"
#include "households/membership.h"
#include "households/procedure.h"

namespace mingzhang::households {

using VisitSpell = std::function<void(const Spell&)>;
using VisitStay = std::function<void(const Stay&)>;

/// Reads and writes the projections of one book, inside a transaction that somebody else holds.
/// Reads see what was written before in the same transaction. Every failure throws WorldError.
class RegisterStore {
 public:
  virtual ~RegisterStore() = default;

  virtual std::vector<Division> divisions() = 0;                                ///< all, by code
  virtual std::vector<Spell> spells_of(std::string_view household) = 0;         ///< by day; empty: not known
  virtual std::vector<Stay> stays_in(std::string_view household) = 0;           ///< by person and day
  virtual std::optional<Person> person(std::string_view code) = 0;
  /// The greatest code that is stored, compared byte by byte; "" where there is none. What is greater need not be asked
  /// for: an import in the order of its codes never looks anything up in vain.
  virtual std::string greatest_household() = 0;
  virtual std::string greatest_person() = 0;
  virtual std::vector<ProcedureStep> steps_of(std::string_view household) = 0;  ///< by procedure, run, position
  virtual std::vector<Score> scores_of(std::string_view household) = 0;         ///< by rule and day
  virtual std::vector<ChecklistItem> items_of(std::string_view household) = 0;  ///< by checklist, day, item
  virtual std::optional<Erasure> erasure(std::string_view person) = 0;

  // Scans for statistics: one row after the other, none kept.
  /// What holds on `date`: one spell per household that was registered by then, by household.
  virtual void spells_on(Date date, const VisitSpell& visit) = 0;
  /// Spells that share a day with [from, to), by household and day.
  virtual void spells_between(Date from, Date to, const VisitSpell& visit) = 0;
  /// Spells of households that were put into exactly this division and that end after `date`, by household and day.
  virtual void spells_in(std::string_view division, Date date, const VisitSpell& visit) = 0;
  /// Members on `date`, by household and person.
  virtual void stays_on(Date date, const VisitStay& visit) = 0;
  /// Everywhere a person has been, by day. Reads all stays: for single questions.
  virtual std::vector<Stay> stays_of(std::string_view person) = 0;

  virtual void insert_divisions(std::span<const Division> rows) = 0;
  virtual void update_divisions(std::span<const Division> rows) = 0;
  virtual void insert_spells(std::span<const Spell> rows) = 0;
  virtual void update_spells(std::span<const Spell> rows) = 0;
  virtual void insert_stays(std::span<const Stay> rows) = 0;
  virtual void update_stays(std::span<const Stay> rows) = 0;
  virtual void insert_persons(std::span<const Person> rows) = 0;
  virtual void update_persons(std::span<const Person> rows) = 0;
  virtual void insert_steps(std::span<const ProcedureStep> rows) = 0;
  virtual void update_steps(std::span<const ProcedureStep> rows) = 0;
  virtual void insert_scores(std::span<const Score> rows) = 0;
  virtual void insert_items(std::span<const ChecklistItem> rows) = 0;
  virtual void insert_erasures(std::span<const Erasure> rows) = 0;
};

}  // namespace mingzhang::households
