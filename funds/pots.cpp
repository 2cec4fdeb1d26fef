// SPDX-License-Identifier: Apache-2.0
// Keeps the days of the pots and looks for the first overdrawn one.
#include "funds/pots.h"

#include "base/check.h"
#include "funds/funds_store.h"

namespace mingzhang::funds {

Pot pot_of(IndicatorId indicator) { return Pot{PotKind::Indicator, indicator.value, 0}; }
Pot pot_of(const TargetKey& target) { return Pot{PotKind::Target, target.allocation.value, target.number}; }
Pot pot_of_advance(MovementId advance) { return Pot{PotKind::Advance, advance.value, 0}; }

std::size_t Pots::KeyHash::operator()(const Key& key) const {
  const std::size_t seed = mix_hash(static_cast<std::size_t>(key.pot.kind), key.pot.owner);
  return mix_hash(mix_hash(seed, key.pot.number), key.date.days());
}

std::set<Date>& Pots::known_days(const Pot& pot) {
  const auto [known, is_new] = known_.try_emplace(pot);
  if (!is_new) return known->second;
  for (const PotDay& day : store_.pot_days(pot)) {
    known->second.insert(day.date);
    days_.find(Key{pot, day.date}, [&day] { return std::optional<PotDay>(day); });
  }
  return known->second;
}

template <class Visit>
void Pots::for_each_day(const Pot& pot, Visit visit) {
  for (const Date date : known_days(pot)) {
    const PotDay* day = days_.find(Key{pot, date}, [] { return std::optional<PotDay>(); });
    if (day != nullptr) visit(*day);  // a day that was undone has no row
  }
}

std::vector<PotDay> Pots::days(const Pot& pot) {
  std::vector<PotDay> result;
  for_each_day(pot, [&result](const PotDay& day) { result.push_back(day); });
  return result;
}

Money Pots::left(const Pot& pot) {
  Money left;
  for_each_day(pot, [&left](const PotDay& day) { left += day.received - day.used; });
  return left;
}

std::optional<Shortage> Pots::shortage(const Pot& pot, Date date, Money amount) {
  Money left = -amount;
  std::optional<Shortage> found;
  bool is_past = false;  // the days before `date` have been added up
  const auto look = [&](Date on) {
    if (!found && left.is_negative()) found = Shortage{on, left};
  };
  for_each_day(pot, [&](const PotDay& day) {
    if (!is_past && day.date > date) look(date);
    is_past = is_past || day.date >= date;
    left += day.received - day.used;
    if (is_past) look(day.date);
  });
  if (!is_past) look(date);
  return found;
}

bool Pots::can_grow(const Pot& pot, Money amount) {
  std::optional<Money> received = amount;
  std::optional<Money> used = amount;
  for_each_day(pot, [&](const PotDay& day) {
    if (received) received = checked_add(*received, day.received);
    if (used) used = checked_add(*used, day.used);
  });
  return received && used;
}

PotDay& Pots::day_for_change(const Pot& pot, Date date) {
  known_days(pot).insert(date);
  const Key key{pot, date};
  const auto none = [] { return std::optional<PotDay>(); };
  if (PotDay* found = days_.find_for_change(key, none)) return *found;
  return days_.insert(key, PotDay{pot, date, Money(), Money()});
}

void Pots::receive(const Pot& pot, Date date, Money amount) {
  MZ_CHECK(!amount.is_negative());
  day_for_change(pot, date).received += amount;
}

void Pots::use(const Pot& pot, Date date, Money amount) {
  MZ_CHECK(!amount.is_negative());
  MZ_CHECK(!shortage(pot, date, amount));  // INV-19, INV-20
  day_for_change(pot, date).used += amount;
}

void Pots::flush() {
  const auto [added, changed] = days_.take_pending();
  store_.insert_pot_days(added);
  store_.update_pot_days(changed);
  days_.clear();
  known_.clear();
}

}  // namespace mingzhang::funds
