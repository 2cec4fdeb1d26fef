// SPDX-License-Identifier: Apache-2.0
// Reads steps and finds the one in force.
#include "policy/steps.h"

#include <array>

namespace mingzhang::policy {
namespace {

constexpr std::array kStep{
    Field{"from", FieldType::Date, true, "自哪天起", "the first day of this amount"},
    Field{"amount", FieldType::Amount, true, "标准（元）", "the amount in yuan"},
};

}  // namespace

std::span<const Field> step_fields() { return kStep; }

std::vector<Step> read_steps(const Parameters& parameters, std::string_view key, bool only_first_days) {
  std::vector<Step> steps;
  for (const Parameters& item : parameters.objects(key)) {
    const std::optional<Date> from = item.date("from");
    if (!from) continue;
    if (!steps.empty() && *from <= steps.back().from) {
      item.refuse(PolicyOutcome::StepsDisordered, "from", to_iso(*from) + " ≤ " + to_iso(steps.back().from));
      continue;
    }
    if (only_first_days && from->day() != 1) item.refuse(PolicyOutcome::StepNotFirstDay, "from", to_iso(*from));
    steps.push_back({*from, item.amount("amount")});
  }
  return steps;
}

std::optional<Money> amount_on(const std::vector<Step>& steps, Date day) {
  std::optional<Money> amount;
  for (const Step& step : steps) {
    if (step.from <= day) amount = step.amount;
  }
  return amount;
}

}  // namespace mingzhang::policy
