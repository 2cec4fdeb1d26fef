// SPDX-License-Identifier: Apache-2.0
// The register of poor households as of a day, counted at every level, and its dynamic management over a span of days.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "households/movements.h"
#include "households/register_store.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// Listed households (in, returned) and their persons by division, each division before its parts, and below them five
/// sums that must agree: counted person by person, household by household, by village, by township, by county.
/// The fact "agrees" says whether they do; households whose division has ended without a successor make them differ.
Table register_table(const ledger::BookHead& book, households::RegisterStore& store, Date as_of);

/// Which days and where: [from, to), `division` empty for everywhere.
struct DynamicQuestion {
  Date from;
  Date to;
  std::string division;
  households::MistakeReasons mistakes;
};

/// Opening, what came in and went out by reason, net, closing; then the rates of mistakes with their bases.
/// Example: 324 persons removed of 6,195 listed at the opening: 5.23 %.
Table dynamic_table(const ledger::BookHead& book, households::RegisterStore& store, const DynamicQuestion& question);

}  // namespace mingzhang::reports
