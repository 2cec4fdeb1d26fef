// SPDX-License-Identifier: Apache-2.0
// What reports ask of the funds: progress, idle money by age, open advances, missing gates.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "funds/funds_store.h"

namespace mingzhang::funds {

/// How much of an indicator has reached its end (paid, reported, granted), in whole percent rounded down; 0 where the
/// indicator is empty. Example: 999.99 of 1,000.00 → 99.
std::int64_t percent_spent(const Indicator& indicator);

/// Money that lies still: received on one day and not passed on by another.
struct IdleMoney {
  PotKind kind = PotKind::Indicator;
  std::string code;          ///< of the indicator, the allocation or the advance
  std::int64_t target = 0;   ///< number within the allocation; 0 otherwise
  std::string subject;       ///< who holds it; empty for an indicator
  IndicatorId indicator;
  Date since;                ///< day on which it was received
  std::int64_t days = 0;     ///< from then to the day that is asked for
  Money amount;
};

/// What every pot held at the end of `date`, split by the days on which it was received: what came first leaves first.
/// By pot and day.
/// Example: received 100.00 on 1 March and 50.00 on 1 May, used 120.00 → on 31 May 30.00 are idle since 1 May, 30 days.
std::vector<IdleMoney> idle_money(FundsStore& store, Date date);

/// An advance that is neither settled nor returned in full.
struct OpenAdvance {
  Advance advance;
  std::int64_t days = 0;  ///< since it was paid
};

/// All of them, by id.
std::vector<OpenAdvance> open_advances(FundsStore& store, Date today);

/// A project whose gates are not all signed.
struct MissingGate {
  ProjectPlan plan;
  Gate next;             ///< the first that is not signed
  bool blocks_money = false;  ///< it stands before the money gate: nothing can be reported
  Money spent;           ///< reported for the project so far, without what was taken back
};

/// All of them, by the id of the plan.
std::vector<MissingGate> missing_gates(FundsStore& store);

}  // namespace mingzhang::funds
