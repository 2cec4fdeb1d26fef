// SPDX-License-Identifier: Apache-2.0
// The auditor's suspicion tests (疑点) over a book, by the words that a person types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What is asked for. Empty texts were not given.
struct SuspicionQuery {
  std::string as_of;               ///< a day; empty: `today`
  std::vector<std::string> tests;  ///< names of suspicion/test_list.h; none: all
  std::optional<std::string> staff_file;  ///< bytes of the CSV with ID numbers; read, compared, forgotten
  std::string limit;               ///< approval limit in yuan; empty: amounts that were split are not looked for
  std::string split_days;
  std::string publicity_days;
  std::string idle_days;
  std::string card_households;
  std::string phone_households;
  Date today;
};

/// One row per test, saying whether it could be made and what it found, and below it a row per record of every hit.
/// A test for which the books have no data is said to be not checked, never to have found nothing.
TextResult report_suspicion(const BookPlace& place, const SuspicionQuery& query, Format format);

/// Names and titles of all tests, for the help.
std::string suspicion_test_names();

}  // namespace mingzhang::service
