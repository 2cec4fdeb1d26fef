// SPDX-License-Identifier: Apache-2.0
// A schedule as a table, alike for a loan that is only computed and for one in a book.
#pragma once

#include "loans/schedule.h"
#include "loans/terms.h"
#include "reports/table.h"

namespace mingzhang::service {

/// A table with the columns of a schedule and nothing in it yet. Facts are added before the rows are.
reports::Table schedule_table(reports::Caption title);

/// Adds the conventions in words as facts, then the rows and their sums.
void add_schedule(reports::Table& table, const loans::LoanTerms& terms, const loans::Schedule& schedule);

}  // namespace mingzhang::service
