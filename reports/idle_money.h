// SPDX-License-Identifier: Apache-2.0
// Idle money (闲置资金) by age: what lies unspent where, since when, oldest first.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/date.h"
#include "funds/funds_store.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// Names an age band by the days that money has lain; the same days always give the same name, and a band has no gaps.
struct AgeBands {
  std::function<std::string(std::int64_t days)> name_of;
  std::string source;  ///< document and article, or the rule
};

/// 不满1年 (0–364 days), 1年以上不满2年 (365–729), 2年以上 (730 and more): 预算法 (2014 amended) art. 42 treats money carried
/// over for two years as surplus; 国办发〔2014〕70号 has it recovered.
AgeBands default_age_bands();

/// What is asked for.
struct IdleMoneyQuestion {
  Date as_of;
  std::int64_t older_than = 0;  ///< rows that have lain for more days only; 0: all. The sums are of all.
  AgeBands bands;
};

/// One row per indicator, allocation target, open advance and unpaid list, and day on which money came to it; what came
/// first leaves first. Oldest first. A sum per band; together they are all that is unspent, as the fact "agrees" says.
Table idle_money_table(const ledger::BookHead& book, funds::FundsStore& store, const IdleMoneyQuestion& question);

}  // namespace mingzhang::reports
