// SPDX-License-Identifier: Apache-2.0
// Looking at the loans of a book.
#pragma once

#include <string>

#include "base/date.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Which loans to list; what is empty asks for all.
struct LoanFilter {
  std::string state;      ///< "active", "已放款" …
  std::string household;
  bool only_overdue = false;
};

/// All loans with how they stand on `date` (ISO; empty: today).
TextResult list_loans(const BookPlace& place, const LoanFilter& filter, const std::string& date, Date today, Format format);

/// One loan: its facts, its schedule on `date` row by row with what is paid, and its conventions in words. LEND-201.
TextResult show_loan(const BookPlace& place, const std::string& code, const std::string& date, Date today, Format format);

/// What happened to one loan, step by step. LEND-201.
TextResult loan_history(const BookPlace& place, const std::string& code, Format format);

/// reports::loan_portfolio.
TextResult show_portfolio(const BookPlace& place, const std::string& date, Date today, Format format);

}  // namespace mingzhang::service
