// SPDX-License-Identifier: Apache-2.0
// Comparing each household's state before and after every day on which something changes.
#include "households/movements.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/check.h"
#include "base/register.h"

namespace mingzhang::households {
namespace {

struct MovementWords {
  Movement movement;
  std::string_view word;
  std::string_view chinese;
};

constexpr std::array kMovements{
    MovementWords{Movement::Entered, "entered", "新增"},  MovementWords{Movement::Returned, "returned", "返贫"},
    MovementWords{Movement::MovedIn, "moved_in", "迁入"}, MovementWords{Movement::Joined, "joined", "人口增加"},
    MovementWords{Movement::Exited, "exited", "脱贫"},    MovementWords{Movement::Removed, "removed", "剔除"},
    MovementWords{Movement::MovedOut, "moved_out", "迁出"}, MovementWords{Movement::Left, "left", "人口减少"},
};

const MovementWords& words_of(Movement movement) {
  const auto index = static_cast<std::size_t>(movement) - 1;
  MZ_CHECK(index < kMovements.size());
  MZ_CHECK(kMovements[index].movement == movement);
  return kMovements[index];
}

/// What counts of one household on one day.
struct DayState {
  bool is_listed = false;
  bool is_inside = false;  ///< of the division asked for
  std::int64_t persons = 0;
  Status status = Status::Identified;
  std::string reason;

  bool counts() const { return is_listed && is_inside; }
};

class MovementCounter {
 public:
  MovementCounter(const Divisions& divisions, Date from, Date to, std::string_view division)
      : divisions_(divisions), from_(from), to_(to), division_(division) {
    divisions.for_each([&](const Division& one) {
      // A merger moves households without touching their spells.
      if (from_ <= one.to && one.to < to_) mergers_.insert(one.to);
    });
  }

  /// Spells by household and day.
  void take(const Spell& spell) {
    if (spell.household != household_) finish();
    household_ = spell.household;
    const bool begins_before = spell.from < from_;
    if (begins_before) before_ = state_on(spell, plus_days(from_, -1));
    if (begins_before && before_.counts()) add(table_.opening, before_.persons);
    const Date first = std::max(spell.from, from_);
    const Date end = std::min(spell.to, to_);
    // The first day of the span differs from the eve where a merger falls on it.
    if (!begins_before || (mergers_.contains(first) && first < end)) compare(state_on(spell, first));
    for (auto merger = mergers_.upper_bound(first); merger != mergers_.end() && *merger < end; ++merger) {
      compare(state_on(spell, *merger));
    }
  }

  MovementTable result() {
    finish();
    return std::move(table_);
  }

 private:
  static void add(Count& count, std::int64_t persons) {
    ++count.households;
    count.persons += persons;
  }

  DayState state_on(const Spell& spell, Date date) {
    const bool is_inside = division_.empty() || is_within(spell.state.division, date);
    return DayState{is_listed(spell.state.status), is_inside, spell.state.persons, spell.state.status,
                    spell.state.status_reason};
  }

  /// Resolved once per division and stretch of days without a merger.
  bool is_within(const std::string& code, Date date) {
    const auto merger = mergers_.upper_bound(date);
    const Date stretch = merger == mergers_.end() ? open_end() : *merger;
    auto& known = date < from_ ? inside_before_ : inside_[stretch];
    const auto found = known.find(code);
    if (found != known.end()) return found->second;
    return known.emplace(code, divisions_.is_within(code, division_, date)).first->second;
  }

  void count(Movement movement, const DayState& state, std::int64_t persons) {
    add(table_.movements[movement], persons);
    const bool has_reason = movement != Movement::MovedIn && movement != Movement::MovedOut;
    if (has_reason) add(table_.reasons[movement][state.reason], persons);
  }

  void count_persons(std::int64_t difference) {
    if (difference > 0) table_.movements[Movement::Joined].persons += difference;
    if (difference < 0) table_.movements[Movement::Left].persons -= difference;
  }

  void compare(const DayState& after) {
    if (before_.counts()) count_persons(after.persons - before_.persons);
    if (!before_.counts() && after.counts()) {
      const bool only_moved = before_.is_listed;
      const Movement listed = after.status == Status::Returned ? Movement::Returned : Movement::Entered;
      count(only_moved ? Movement::MovedIn : listed, after, after.persons);
    }
    if (before_.counts() && !after.counts()) {
      const Movement unlisted = after.status == Status::Removed ? Movement::Removed : Movement::Exited;
      count(after.is_listed ? Movement::MovedOut : unlisted, after, after.persons);
    }
    before_ = after;
  }

  void finish() {
    if (before_.counts()) add(table_.closing, before_.persons);
    before_ = DayState();
    household_.clear();
  }

  const Divisions& divisions_;
  Date from_;
  Date to_;
  std::string_view division_;
  std::set<Date> mergers_;
  std::unordered_map<std::string, bool> inside_before_;
  std::map<Date, std::unordered_map<std::string, bool>> inside_;
  std::string household_;
  DayState before_;
  MovementTable table_;
};

Count sum_of(const MovementTable& table, Movement movement, const std::vector<std::string>& reasons) {
  Count sum;
  for (const std::string& reason : reasons) {
    const Count count = table.of(movement, reason);
    sum.households += count.households;
    sum.persons += count.persons;
  }
  return sum;
}

}  // namespace

std::string_view word_of(Movement movement) { return words_of(movement).word; }
std::string_view chinese_of(Movement movement) { return words_of(movement).chinese; }
bool is_inward(Movement movement) { return movement <= Movement::Joined; }

Count MovementTable::of(Movement movement) const {
  const auto found = movements.find(movement);
  return found == movements.end() ? Count() : found->second;
}

Count MovementTable::of(Movement movement, std::string_view reason) const {
  const auto by_reason = reasons.find(movement);
  if (by_reason == reasons.end()) return Count();
  const auto found = by_reason->second.find(std::string(reason));
  return found == by_reason->second.end() ? Count() : found->second;
}

Count MovementTable::net() const {
  Count net;
  for (const auto& [movement, count] : movements) {
    const std::int64_t sign = is_inward(movement) ? 1 : -1;
    net.households += sign * count.households;
    net.persons += sign * count.persons;
  }
  return net;
}

MovementTable movement_table(RegisterStore& store, Date from, Date to, std::string_view division) {
  MZ_CHECK(from < to);
  const Divisions divisions(store.divisions());
  MovementCounter counter(divisions, from, to, division);
  store.spells_between(plus_days(from, -1), to, [&](const Spell& spell) { counter.take(spell); });
  return counter.result();
}

MistakeRate mistake_rate(const Count& mistakes, const Count& base) {
  MistakeRate rate{mistakes, base, 0, 0};
  if (base.households > 0) rate.household_share = share_of(mistakes.households, base.households);
  if (base.persons > 0) rate.person_share = share_of(mistakes.persons, base.persons);
  return rate;
}

MistakeRates mistake_rates(const MovementTable& table, const MistakeReasons& reasons) {
  return MistakeRates{mistake_rate(table.of(Movement::Removed), table.opening),
                      mistake_rate(sum_of(table, Movement::Entered, reasons.missed), table.opening),
                      mistake_rate(sum_of(table, Movement::Returned, reasons.wrongly_out), table.opening)};
}

}  // namespace mingzhang::households
