// SPDX-License-Identifier: Apache-2.0
// Lists of what the funds hold: indicators, allocations, projects with gates, payment lists, benefits.
#pragma once

#include <string>

#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Every indicator with its sums; the last row adds them up.
TextResult list_indicators(const BookPlace& place, Format format);
/// One indicator and every movement of its money, in the order of the records.
TextResult show_indicator(const BookPlace& place, const std::string& code, Format format);
/// Every target of every allocation: what it got, gave back, reported and still holds.
TextResult list_allocations(const BookPlace& place, Format format);
/// The plan of a project and its gates.
TextResult show_project(const BookPlace& place, const std::string& code, Format format);
/// Every payment list with the sums of its states.
TextResult list_disbursements(const BookPlace& place, Format format);
/// One list, row by row.
TextResult show_disbursement(const BookPlace& place, const std::string& code, Format format);
/// What persons got under each rule in each year; of one household where it is given, claim by claim.
TextResult list_benefits(const BookPlace& place, const std::string& household, Format format);

}  // namespace mingzhang::service
