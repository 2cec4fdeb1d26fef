// SPDX-License-Identifier: Apache-2.0
// Amounts that change on given days: each step is in force from its day until the next one's.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "policy/field.h"
#include "policy/parameters.h"

namespace mingzhang::policy {

/// `amount` from this day on, until the next step.
struct Step {
  Date from;
  Money amount;
};

/// from, amount.
std::span<const Field> step_fields();

/// The steps in the list `key`. Reports dates that do not rise; with `only_first_days` also those that are not the first
/// of a month.
std::vector<Step> read_steps(const Parameters& parameters, std::string_view key, bool only_first_days);

/// The amount in force on `day`; nothing before the first step. Requires rising dates.
/// Example: 192.00 from 2014-01-01, 234.00 from 2015-09-01: on 2015-08-31 → 192.00, on 2015-09-01 → 234.00.
std::optional<Money> amount_on(const std::vector<Step>& steps, Date day);

}  // namespace mingzhang::policy
