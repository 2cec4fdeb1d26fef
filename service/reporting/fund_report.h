// SPDX-License-Identifier: Apache-2.0
// What became of indicators: their progress, and money that lies idle, by the words that a person types.
#pragma once

#include <string>

#include "base/date.h"
#include "service/policies/shelf.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What these reports are asked for. Empty texts were not given.
struct FundReportQuery {
  std::string as_of;       ///< a day; empty: `today`
  std::string document;    ///< 文号; of document, indicator and fund at most one is given
  std::string indicator;   ///< code
  std::string fund;        ///< code of the fund, which is that of its indicator
  std::string older_than;  ///< whole number of days
  std::string rule;        ///< "PACK/RULE" of the kind score_bands, asked with the days; empty: the national bands
  std::vector<PackFile> site;  ///< packs of the site
  Date today;
};

/// The progress of every indicator, or of those that were asked for.
TextResult report_fund_progress(const BookPlace& place, const FundReportQuery& query, Format format);
/// What lies unspent by age, oldest first.
TextResult report_idle_money(const BookPlace& place, const FundReportQuery& query, Format format);

}  // namespace mingzhang::service
