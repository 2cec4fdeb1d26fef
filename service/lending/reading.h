// SPDX-License-Identifier: Apache-2.0
// Schedules, interest and days of loans, computed without a book and rendered.
#pragma once

#include <string>
#include <string_view>

#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// The schedules of a document (service/loan_document.h): a table with its policy in words, or a list of them.
TextResult loan_schedules(std::string_view document, Format format);

/// A principal and its days, as a person writes them.
struct InterestWords {
  std::string principal;  ///< yuan
  std::string rate;       ///< "4.35%", "4.35" (percent)
  std::string from;
  std::string to;
  std::string basis;     ///< a day count
  std::string rounding;  ///< half_up, half_even, down, up; empty: half_up 四舍五入
};

/// {"basis":…,"days":…,"interest":…,…}; interest over [from, to), rounded once.
TextResult loan_interest(const InterestWords& words, Format format);
/// {"basis":…,"days":…,"year_part":…}: the days of [from, to) and their part of a year as a fraction.
TextResult loan_days(const InterestWords& words, Format format);

}  // namespace mingzhang::service
