// SPDX-License-Identifier: Apache-2.0
// The demonstration books: the seeds' figures, synthetic households, posted like everybody's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/money.h"
#include "service/writer.h"

namespace mingzhang::service {

/// What the demonstration is made of. The defaults are the figures of the county's report of 2016-10-14.
struct DemoOptions {
  std::int64_t households = 20'236;          ///< poor households of the county
  std::int64_t persons = 85'008;             ///< poor people
  std::int64_t poorest_households = 3'000;   ///< in the seven poorest townships: an assumption
  std::int64_t loan_share = 1;               ///< one of so many of the county's loans is in the books
};

/// Where to find what was posted.
struct DemoBooks {
  std::string weining = "weining";
  std::string kundulun = "kundulun";
  std::string fengqing = "fengqing";
  std::string qinan = "qinan";
  std::string dingxi = "dingxi";
  std::string lending = "weining-loans";
  std::string subsidy = "qingyang-subsidy";

  std::vector<std::string> all() const { return {weining, kundulun, fengqing, qinan, dingxi, lending, subsidy}; }
  std::string one_household;   ///< subject whose account is worth printing
  Money budget;                ///< 150.00 for each poor person
  Money grants;                ///< paid to households
  Money district_fund;         ///< 1,000,000.00
};

/// Says one line to whoever watches.
using Say = std::function<void(const std::string& line)>;

/// Opens and fills the books through `writer`, which writes to `opened`. An unexpected refusal ends it: the refusal is
/// the error.
Result<DemoBooks, Refusal> post_demo_books(const OpenedDatabase& opened, Writer& writer, const DemoOptions& options,
                                           const Say& say);

}  // namespace mingzhang::service
