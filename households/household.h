// SPDX-License-Identifier: Apache-2.0
// One household through time: spells without gaps, each with everything that held on its days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "households/division.h"
#include "households/status.h"
#include "households/tracked_rows.h"

namespace mingzhang::households {

/// What is true of a household on one day.
struct HouseholdState {
  std::string division;            ///< where it was put; resolve it with `Divisions::on_day`
  std::string household_class;     ///< e.g. "精准扶贫户"; exactly one on every day (INV-13)
  Status status = Status::Identified;
  std::string status_reason;       ///< of the change to `status`; may be empty at registration
  std::string causes;              ///< joined by commas, the main one first
  std::string responsible_person;  ///< code of the official who answers for it; empty: nobody
  std::string responsible_unit;    ///< code of the unit; empty: none
  std::int64_t persons = 0;        ///< members on that day; always what the stays say (INV-14)
};

/// The state of a household on every day of [from, to).
struct Spell {
  std::string household;
  Date from;
  Date to;  ///< `open_end()` for the newest
  HouseholdState state;
  std::int64_t seq = 0;  ///< the newest record that changed this row
};

/// "因病,因学" of the causes in their order; the inverse of `causes_of`.
std::string joined_causes(const std::vector<std::string>& causes);
std::vector<std::string> causes_of(std::string_view joined);
/// The first of them. Requires that there is one.
std::string_view main_cause_of(std::string_view joined);

/// The spells of one household, from its registration to the end of time, each beginning where the one before it ends.
class Household {
 public:
  Household() = default;
  /// A household that is being registered. Requires that its spell has no end.
  explicit Household(Spell first);
  /// As stored, by day. Empty: there is no such household.
  explicit Household(std::vector<Spell> stored) : spells_(std::move(stored)) {}

  bool exists() const { return !spells_.empty(); }
  Date registered() const { return spells_[0].from; }
  /// What holds on `date`. Requires `registered() <= date`.
  const HouseholdState& on(Date date) const;
  /// What holds from the last known change on.
  const HouseholdState& newest() const { return spells_.back().state; }
  /// The day on which the newest status began.
  Date status_since() const;
  const TrackedRows<Spell>& spells() const { return spells_; }

  // Called by the apply functions only. Each holds from `date` until the next day on which the same thing changes:
  // a change that is entered late does not undo a later one. All require `registered() <= date`.
  void set_division(Date date, const std::string& division, std::int64_t seq);
  void set_class(Date date, const std::string& household_class, std::int64_t seq);
  void set_causes(Date date, const std::string& causes, std::int64_t seq);
  void set_responsible(Date date, const std::string& person, const std::string& unit, std::int64_t seq);
  void set_status(Date date, Status status, const std::string& reason, std::int64_t seq);
  /// On every day from `date` on. Requires that no day is left with fewer than none.
  void add_persons(Date date, std::int64_t count, std::int64_t seq);

 private:
  std::size_t index_on(Date date) const;
  /// The index of the spell that begins on `date`; cuts in two the one that goes on over it.
  std::size_t cut(Date date, std::int64_t seq);
  template <class IsSame, class Assign>
  void set_from(Date date, std::int64_t seq, IsSame is_same, Assign assign);

  TrackedRows<Spell> spells_;
};

}  // namespace mingzhang::households
