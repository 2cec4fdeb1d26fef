// SPDX-License-Identifier: Apache-2.0
// The days of an interest period cut where the subsidy changes: by steps of the share, overdue, misuse, term and year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "policy/decimal.h"

namespace mingzhang::policy {

/// A share from this day on, until the next one.
struct ShareStep {
  Date from;
  Share share;
};

/// When a subsidy is paid. Every day is optional: it does not happen where it is not there.
struct SubsidyDays {
  std::vector<ShareStep> shares;         ///< rising days; empty: the document names no share
  std::optional<Date> ends;              ///< first day without a subsidy because the longest time is over
  std::optional<Date> overdue_from;      ///< first day overdue, where that ends the subsidy
  std::optional<Date> misused_from;      ///< likewise for money used against the contract
  std::optional<unsigned> year_begins;   ///< month on whose first day a subsidy year begins
};

/// Days [from, to) on which nothing changes.
struct SubsidySpan {
  Date from;
  Date to;
  std::string refused = {};              ///< why nothing is paid: "before", "overdue", "misused" or "over"; empty: paid
  std::optional<Share> share = {};       ///< where one is known and something is paid
  std::optional<int> year = {};          ///< the subsidy year, called by the year in which it ends
  Money interest = {};                   ///< its part of the period's interest, by days
};

/// [from, to) cut into spans, each with its part of `interest` by days: largest remainder, so that they sum to it.
/// Requires from < to. Example: 100 % until 2023-12-31, then 70 %: [2023-12-21, 2024-01-21) → 11 days and 20 days.
std::vector<SubsidySpan> subsidy_spans(Date from, Date to, Money interest, const SubsidyDays& days);

}  // namespace mingzhang::policy
