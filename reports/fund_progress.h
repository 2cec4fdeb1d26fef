// SPDX-License-Identifier: Apache-2.0
// The progress of indicators (执行进度): how much of each was handed on, spent, carried over, and what is left where.
#pragma once

#include <string>

#include "base/date.h"
#include "funds/funds_store.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// What is asked for.
struct FundProgressQuestion {
  Date as_of;
  std::string document;   ///< 文号; empty: every one
  std::string indicator;  ///< code, which is that of its fund; empty: every one
};

/// One row per indicator that was granted by the day, by code; a sum per level of source, and one of all.
/// total = granted + changed + carried_in = spent + advances + waiting + held + left + carried + recovered,
/// spent = paid + reimbursed + benefits; allocated is without what came back (returned). percent = spent ÷ total, two
/// decimals, cut off (Rounding::Down): 100.00% only where everything is spent.
/// The fact "agrees" says whether what lies still, counted pot by pot with its days, is the same money.
/// Example: 1,000.00 granted, 300.00 allocated, 40.00 of them reported, 130.00 paid → 17.00%.
Table fund_progress(const ledger::BookHead& book, funds::FundsStore& store, const FundProgressQuestion& question);

}  // namespace mingzhang::reports
