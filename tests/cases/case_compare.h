// SPDX-License-Identifier: Apache-2.0
// A case's expected figures against ours: what it leaves out is not compared.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "loans/schedule.h"
#include "tests/cases/case_terms.h"

namespace mingzhang::tests {

/// The first figure that differs, e.g. "row 3 interest: wanted 0.45, got 0.44"; empty where all agree. Throws
/// `Unsupported` where a figure is of a kind that we do not have.
std::string first_difference(const nlohmann::json& object, const CaseLoan& loan, const loans::Schedule& schedule);

/// The same for tables of day counts.
std::string first_day_count_difference(const nlohmann::json& object);

/// Whether the case lists weekends that are worked, and the first day on which our calendar says something else.
bool is_calendar_case(const nlohmann::json& inputs);
std::string first_calendar_difference(const nlohmann::json& object);

}  // namespace mingzhang::tests
