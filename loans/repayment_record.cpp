// SPDX-License-Identifier: Apache-2.0
// Writing and reading how payments act.
#include "loans/repayment_record.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "loans/contract_words.h"
#include "loans/record_parts.h"

namespace mingzhang::loans {
namespace {

constexpr std::array<std::string_view, 3> kRecalculations{"none", "daily", "per_row"};
constexpr std::array<std::string_view, 2> kOverdues{"each_day", "current_row"};
constexpr std::array<std::string_view, 3> kPrepayments{"shorter", "smaller", "next"};
constexpr std::array<std::string_view, 2> kBys{"row", "part"};
constexpr std::array<std::string_view, 2> kAdvances{"next", "last"};
constexpr std::array<std::string_view, 4> kFeeBases{"initial", "outstanding", "overdue_principal", "overdue_amount"};

/// `days`: 0 for the table that has none.
void write_order(JsonWriter& writer, const AllocationOrder& order, int days) {
  write_word(writer, "advance", kAdvances, order.advance, AdvanceRows::Next);
  write_word(writer, "by", kBys, order.by, AllocationBy::Row);
  write_number(writer, "days", days);
  if (order.steps == kUsualSteps) return;
  std::vector<std::string> words;
  for (const AllocationStep step : order.steps) words.emplace_back(word_of(step));
  write_words(writer, "order", words);
}

void read_order(Members& members, AllocationOrder& order) {
  order.advance = read_word(members, "advance", kAdvances, AdvanceRows::Next);
  order.by = read_word(members, "by", kBys, AllocationBy::Row);
  const std::vector<std::string> words = read_words(members, "order");
  if (words.empty()) return;
  if (words.size() != order.steps.size()) return members.fail();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<AllocationStep> step = parse_allocation_step(words[i]);
    if (!step) return members.fail();
    order.steps[i] = *step;
  }
}

}  // namespace

void write_repayment(JsonWriter& writer, const RepaymentPolicy& policy) {
  const RepaymentPolicy usual;
  write_object(writer, "allocation", [&](JsonWriter& inner) { write_order(inner, policy.allocation, 0); });
  if (policy.allocation_overdue) {
    const OverdueAllocation& overdue = *policy.allocation_overdue;
    write_object(writer, "allocation_overdue", [&](JsonWriter& inner) { write_order(inner, overdue.order, overdue.days); });
  }
  write_flag(writer, "compound", policy.overdue_interest_compounds);
  write_word(writer, "overdue", kOverdues, policy.overdue, usual.overdue);
  write_flag(writer, "payoff_keeps_rows", policy.payoff_keeps_rows);
  write_flag(writer, "payoff_to_due_date", policy.payoff_to_due_date);
  write_word(writer, "prepayment", kPrepayments, policy.prepayment, usual.prepayment);
  write_word(writer, "recalculation", kRecalculations, policy.recalculation, usual.recalculation);
}

void read_repayment(Members& members, RepaymentPolicy& policy) {
  policy.allocation = read_object(members, "allocation", AllocationOrder(), [](Members& inner, AllocationOrder& order) { read_order(inner, order); });
  if (const JsonValue* overdue = members.take("allocation_overdue", false)) {
    Members inner(*overdue);
    policy.allocation_overdue.emplace();
    read_order(inner, policy.allocation_overdue->order);
    policy.allocation_overdue->days = small(inner, "days", 0);
    if (!inner.is_complete()) members.fail();
  }
  policy.overdue_interest_compounds = members.boolean("compound", false);
  policy.overdue = read_word(members, "overdue", kOverdues, policy.overdue);
  policy.payoff_keeps_rows = members.boolean("payoff_keeps_rows", false);
  policy.payoff_to_due_date = members.boolean("payoff_to_due_date", false);
  policy.prepayment = read_word(members, "prepayment", kPrepayments, policy.prepayment);
  policy.recalculation = read_word(members, "recalculation", kRecalculations, policy.recalculation);
}

void write_late_fee(JsonWriter& writer, const LateFeeTerms& fee) {
  if (fee.per_day == Rate()) return;
  write_word(writer, "base", kFeeBases, fee.base, LateFeeBase::OverduePrincipal);
  write_number(writer, "grace_days", fee.grace_days);
  write_number(writer, "per_day", fee.per_day.units());
  write_word(writer, "rounding", kRoundings, fee.rounding, Rounding::HalfUp);
}

void read_late_fee(Members& members, LateFeeTerms& fee) {
  fee.base = read_word(members, "base", kFeeBases, LateFeeBase::OverduePrincipal);
  fee.grace_days = small(members, "grace_days", 0);
  fee.per_day = read_rate(members, "per_day");
  fee.rounding = read_word(members, "rounding", kRoundings, Rounding::HalfUp);
}

}  // namespace mingzhang::loans
