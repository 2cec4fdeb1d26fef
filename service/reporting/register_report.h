// SPDX-License-Identifier: Apache-2.0
// The reports of the register, by the words that a person types.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What a report of the register is asked for. Empty texts were not given.
struct RegisterReportQuery {
  std::string as_of;                     ///< a day; empty: `today`
  std::string from;                      ///< first day
  std::string to;                        ///< last day
  std::string division;
  std::string household;
  std::vector<std::string> missed;       ///< reasons that mean 漏评; empty: 漏评
  std::vector<std::string> wrongly_out;  ///< reasons that mean 错退; empty: 错退
  Date today;
};

/// Households and persons by division, and sums that must agree.
TextResult report_register(const BookPlace& place, const RegisterReportQuery& query, Format format);
/// 致贫原因 and 类别: shares of households and of persons, in or below a division where one is given.
TextResult report_causes(const BookPlace& place, const RegisterReportQuery& query, Format format);
TextResult report_classes(const BookPlace& place, const RegisterReportQuery& query, Format format);
/// Dynamic management on the days from `from` to `to`, both counted.
TextResult report_dynamic(const BookPlace& place, const RegisterReportQuery& query, Format format);
/// One household with its history, its members (masked) and the money that names it.
TextResult report_household(const BookPlace& place, const RegisterReportQuery& query, Format format);

}  // namespace mingzhang::service
