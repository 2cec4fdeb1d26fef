// SPDX-License-Identifier: Apache-2.0
// What a suspicion test found in a book, or why it could not be made; and running them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "reports/table.h"
#include "service/reporting/suspicion_book.h"
#include "suspicion/hit.h"
#include "suspicion/staff.h"
#include "suspicion/test_list.h"

namespace mingzhang::service {

/// The answer of one test.
struct Finding {
  suspicion::Test test;
  bool is_checked = true;
  std::string zh;  ///< what was looked at, or why nothing could be
  std::string en;
  std::vector<suspicion::Hit> hits;
};

/// What the tests are made with.
struct SuspicionSettings {
  std::vector<suspicion::Test> tests;  ///< in the order of the list, each once
  suspicion::Thresholds thresholds;
  std::optional<Money> limit;
  std::optional<suspicion::StaffList> staff;
  std::int64_t staff_unreadable = 0;  ///< rows of the list that hold no ID number

  bool asks(suspicion::Test test) const;
};

/// Makes every test that is asked for; payments are read once for all of them.
std::vector<Finding> find_suspicions(SuspicionBook& book, const SuspicionSettings& settings);

/// The findings as a table; people are masked.
reports::Table suspicion_table(const ledger::BookHead& head, SuspicionBook& book, const SuspicionSettings& settings,
                               const std::vector<Finding>& findings);

}  // namespace mingzhang::service
