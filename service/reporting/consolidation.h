// SPDX-License-Identifier: Apache-2.0
// Rolling the closed month of many books up to city and province.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "service/opened_database.h"
#include "service/reading/lists.h"
#include "service/request.h"

namespace mingzhang::service {

struct ConsolidationQuery {
  std::string period;               ///< a month that is over, e.g. "2016-12"
  std::vector<std::string> groups;  ///< "NAME=BOOK,BOOK,…", e.g. "固原市=xiji,longde"; none: all books in one sum
};

/// The sums, and how many books are not in them.
struct ConsolidationReport {
  std::string text;
  std::int64_t left_out = 0;
};

/// Adds up the books of the database that closed the month. A book counts with what its closing record says: its trial
/// balance is digested again and must be the one that was closed. Left out, each with its reason: a book that has not
/// closed the month, one that has moved elsewhere, one whose balances are not those of its close (run verify), one whose
/// chart has an account of another class under the same code. One read transaction: all books are seen at one moment.
/// Refuses a bad month (READ-102), a group that is not NAME=BOOK,… (READ-121) and a book that is not there (REQ-201).
Result<ConsolidationReport, Refusal> report_consolidation(const OpenedDatabase& opened, const ConsolidationQuery& query,
                                                          Format format);

}  // namespace mingzhang::service
