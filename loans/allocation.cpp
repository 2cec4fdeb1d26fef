// SPDX-License-Identifier: Apache-2.0
// The table's words, and what a table must have.
#include "loans/allocation.h"

#include <cstddef>

namespace mingzhang::loans {
namespace {

// In the order of `kUsualSteps`.
constexpr std::array<std::string_view, 12> kWords{
    "past_due_penalty", "past_due_fee", "past_due_interest",    "past_due_principal",
    "due_penalty",      "due_fee",      "due_interest",         "due_principal",
    "in_advance_penalty", "in_advance_fee", "in_advance_interest", "in_advance_principal"};

std::size_t place_of(AllocationStep step) {
  return (static_cast<std::size_t>(step.age) - 1) * 4 + static_cast<std::size_t>(step.part) - 1;
}

}  // namespace

bool is_complete(const AllocationOrder& order) {
  std::array<bool, 12> is_there{};
  for (const AllocationStep step : order.steps) is_there[place_of(step)] = true;
  for (const bool is_one : is_there) {
    if (!is_one) return false;
  }
  if (order.by == AllocationBy::Part) return true;
  for (std::size_t i = 0; i < order.steps.size(); ++i) {
    if (order.steps[i].age != order.steps[i / 4 * 4].age) return false;
  }
  return true;
}

std::string_view word_of(AllocationStep step) { return kWords[place_of(step)]; }

std::optional<AllocationStep> parse_allocation_step(std::string_view word) {
  for (const AllocationStep step : kUsualSteps) {
    if (word_of(step) == word) return step;
  }
  return std::nullopt;
}

}  // namespace mingzhang::loans
