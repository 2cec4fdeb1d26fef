// SPDX-License-Identifier: Apache-2.0
// Pots: whatever holds money that must never be overdrawn on any day, kept as movements per day.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/overlay.h"
#include "funds/allocation.h"
#include "funds/ids.h"

namespace mingzhang::funds {

class FundsStore;

enum class PotKind : std::uint8_t {
  Indicator = 1,  ///< what can be allocated
  Target = 2,     ///< what a target holds
  Advance = 3,    ///< what is not settled yet
};

struct Pot {
  PotKind kind = PotKind::Indicator;
  std::int64_t owner = 0;   ///< indicator, allocation or advance
  std::int64_t number = 0;  ///< of a target; 0 otherwise
  friend auto operator<=>(const Pot&, const Pot&) = default;
};

Pot pot_of(IndicatorId indicator);
Pot pot_of(const TargetKey& target);
Pot pot_of_advance(MovementId advance);

/// One day of a pot: two sums that only grow.
struct PotDay {
  Pot pot;
  Date date;
  Money received;
  Money used;
};

/// The first day on which a pot would be overdrawn, and what would be there then.
struct Shortage {
  Date date;
  Money left;  ///< negative
};

/// The days of all pots above their table.
class Pots {
 public:
  explicit Pots(FundsStore& store) : store_(store) {}

  /// The movements of a pot by day, each day once.
  std::vector<PotDay> days(const Pot& pot);
  /// What would be left at the end of all days.
  Money left(const Pot& pot);
  /// The first day from `date` on at whose end less than nothing would be left if `amount` were used on `date`.
  std::optional<Shortage> shortage(const Pot& pot, Date date, Money amount);
  /// True where the sums of the pot stay within Money's range with `amount` more.
  bool can_grow(const Pot& pot, Money amount);

  // Called by the apply functions only.
  void receive(const Pot& pot, Date date, Money amount);
  /// INV-19, INV-20: aborts where the pot is overdrawn afterwards on any day.
  void use(const Pot& pot, Date date, Money amount);

  std::size_t mark() const { return days_.mark(); }
  void undo_to(std::size_t mark) { days_.undo_to(mark); }
  void forget_undo() { days_.forget_undo(); }
  /// Writes what is new or changed, and forgets everything.
  void flush();
  std::size_t size() const { return days_.size(); }

 private:
  struct Key {
    Pot pot;
    Date date;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  template <class Visit>
  void for_each_day(const Pot& pot, Visit visit);
  std::set<Date>& known_days(const Pot& pot);
  PotDay& day_for_change(const Pot& pot, Date date);

  FundsStore& store_;
  Overlay<Key, PotDay, KeyHash> days_;
  std::map<Pot, std::set<Date>> known_;  // days that may have a row
};

}  // namespace mingzhang::funds
