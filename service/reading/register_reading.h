// SPDX-License-Identifier: Apache-2.0
// Divisions and households of a book, listed and shown; what names people is masked unless the caller asks otherwise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Where a list stops and which day it means. Empty texts do not restrict.
struct RegisterQuery {
  std::string as_of;                  ///< a day; empty: `today`
  std::string division;               ///< households in or below it
  std::string household_class;
  std::string cause;                  ///< the main one
  std::vector<std::string> statuses;  ///< empty: all
  bool is_unmasked = false;           ///< names, numbers and cards as they are: for the office only
  Date today;
};

/// Divisions in force on the day, each parent before its parts.
TextResult list_divisions(const BookPlace& place, const RegisterQuery& query, Format format);
/// Households by code as of the day, with the number of members; nobody is named.
TextResult list_households(const BookPlace& place, const RegisterQuery& query, Format format);
/// One household as of the day and its members on it.
TextResult show_household(const BookPlace& place, const std::string& code, const RegisterQuery& query, Format format);

}  // namespace mingzhang::service
