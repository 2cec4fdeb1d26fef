// SPDX-License-Identifier: Apache-2.0
// What reports ask of the funds: idle money by age, open advances, missing gates. Progress: indicator_progress.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "funds/funds_store.h"

namespace mingzhang::funds {

/// Where money lies still.
enum class IdlePlace : std::uint8_t {
  Indicator = 1,  ///< 指标: not handed on
  Target = 2,     ///< 拨付对象: not reported, not advanced
  Advance = 3,    ///< 预付: neither settled nor returned
  List = 4,       ///< 清单: waits to be paid, or came back from the bank
};

/// "indicator", "target", "advance", "list"; 指标 拨付对象 预付 清单.
std::string_view word_of(IdlePlace place);
std::string_view chinese_of(IdlePlace place);

/// Money that lies still: received on one day and not passed on by another.
struct IdleMoney {
  IdlePlace place = IdlePlace::Indicator;
  std::string code;          ///< of the indicator, the allocation, the advance or the list
  std::int64_t target = 0;   ///< number within the allocation; 0 otherwise
  std::string subject;       ///< who holds it; empty for an indicator and a list
  IndicatorId indicator;
  Date since;                ///< day on which it was received
  std::int64_t days = 0;     ///< from then to the day that is asked for
  Money amount;
};

/// What lay anywhere at the end of `date`, split by the days on which it was received: what came first leaves first.
/// By place, owner and day. Its sum is that of `IndicatorProgress::unspent` of all indicators.
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
