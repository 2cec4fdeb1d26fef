// SPDX-License-Identifier: Apache-2.0
// Walking through the refusals of one command in their order.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/guarantee/sample_cover.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

/// The command's first problem is `outcome`; `repair` takes it away, so that the next row shows what stood behind it.
template <class Command>
struct OutcomeRow {
  std::string outcome;
  std::function<void(Command&)> repair;
};

template <class Command>
std::set<std::string> walk(SampleCover& sample, Command command, const std::vector<OutcomeRow<Command>>& rows) {
  std::set<std::string> seen;
  for (const OutcomeRow<Command>& row : rows) {
    INFO("row " << row.outcome);
    CHECK(sample.answer(command) == row.outcome);
    seen.insert(row.outcome);
    row.repair(command);
  }
  CHECK(sample.answer(command) == "Ok");
  return seen;
}

/// The refusals of risk-compensation funds and claims that were reached, in compensation_outcomes.cpp.
std::set<std::string> walk_compensation();

}  // namespace mingzhang::tests
