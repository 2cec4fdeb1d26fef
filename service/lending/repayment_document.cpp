// SPDX-License-Identifier: Apache-2.0
// Tables of payments from JSON.
#include "service/lending/repayment_document.h"

#include "policy/field.h"

namespace mingzhang::service {
namespace {

using policy::PolicyOutcome;

void read_order(LoanReader reader, loans::AllocationOrder& order) {
  reader.choose("by", "row|part", order.by);
  reader.choose("advance", "next|last", order.advance);
  const std::vector<std::string> words = reader.names("order");
  if (words.empty()) return;
  order.steps = {};
  std::size_t next = 0;
  for (const std::string& word : words) {
    const auto step = loans::parse_allocation_step(word);
    if (!step) reader.report(PolicyOutcome::WordUnknown, "order", word);
    // One line too many makes the table as wrong as one too few.
    if (step && next < order.steps.size()) order.steps[next++] = *step;
  }
  if (words.size() != order.steps.size()) order.steps = {};
}

}  // namespace

void read_repayment(const LoanReader& reader, loans::RepaymentPolicy& policy) {
  reader.choose("recalculation", "none|daily|per_row", policy.recalculation);
  reader.choose("overdue", "each_day|current_row", policy.overdue);
  reader.choose("prepayment", "shorter|smaller|next", policy.prepayment);
  policy.payoff_to_due_date = reader.text("payoff_interest") == "to_due_date";
  policy.payoff_keeps_rows = reader.text("payoff_rows") == "kept";
  read_order(reader.inside("allocation"), policy.allocation);
  if (reader.find("allocation_overdue") != nullptr) {
    LoanReader overdue = reader.inside("allocation_overdue");
    policy.allocation_overdue.emplace();
    overdue.read("days", policy.allocation_overdue->days);
    read_order(overdue, policy.allocation_overdue->order);
  }
  reader.read("compound", policy.overdue_interest_compounds);
}

void read_late_fee(LoanReader reader, loans::LateFeeTerms& fee) {
  reader.read("per_day", fee.per_day);
  reader.choose("base", "initial|outstanding|overdue_principal|overdue_amount", fee.base);
  reader.read("grace_days", fee.grace_days);
  reader.choose("rounding", policy::kRoundings, fee.rounding);
}

}  // namespace mingzhang::service
