// SPDX-License-Identifier: Apache-2.0
// Computes progress, ages and what is still open.
#include "funds/progress.h"

#include <deque>
#include <utility>

#include "base/check.h"

namespace mingzhang::funds {
namespace {

/// Money that was received on one day.
struct Part {
  Date since;
  Money amount;
};

void use(std::deque<Part>& parts, Money amount) {
  while (!amount.is_zero()) {
    MZ_CHECK(!parts.empty());  // INV-19, INV-20
    const Money taken = parts.front().amount < amount ? parts.front().amount : amount;
    parts.front().amount -= taken;
    amount -= taken;
    if (parts.front().amount.is_zero()) parts.pop_front();
  }
}

/// The name of a pot and who holds it.
IdleMoney named(const Pot& pot, FundsStore& store) {
  IdleMoney idle;
  idle.kind = pot.kind;
  if (pot.kind == PotKind::Indicator) {
    const std::optional<Indicator> indicator = store.indicator(IndicatorId{pot.owner});
    MZ_CHECK(indicator.has_value());
    idle.code = indicator->code;
    idle.indicator = indicator->id;
  } else if (pot.kind == PotKind::Target) {
    const std::optional<Target> target = store.target(TargetKey{MovementId{pot.owner}, pot.number});
    const std::optional<Movement> allocation = store.movement(MovementId{pot.owner});
    MZ_CHECK(target.has_value() && allocation.has_value());
    idle.code = allocation->code;
    idle.target = pot.number;
    idle.subject = target->subject;
    idle.indicator = target->indicator;
  } else {
    const std::optional<Advance> advance = store.advance(MovementId{pot.owner});
    MZ_CHECK(advance.has_value());
    idle.code = advance->code;
    idle.subject = advance->payee;
    idle.indicator = advance->indicator;
  }
  return idle;
}

/// Spending on a project, without what was taken back.
Money spent_on(std::string_view project, FundsStore& store) {
  Money spent;
  store.movements_of_project(project, [&spent](const Movement& movement) {
    const bool is_spending = movement.kind == MovementKind::Reimbursement || movement.kind == MovementKind::Settlement;
    if (is_spending) spent += movement.amount - movement.taken_back;
  });
  return spent;
}

}  // namespace

std::int64_t percent_spent(const Indicator& indicator) {
  if (indicator.amount.is_zero()) return 0;
  // Money is at most 10^15 fen, so a hundredfold fits.
  return indicator.spent().fen() * 100 / indicator.amount.fen();
}

std::vector<IdleMoney> idle_money(FundsStore& store, Date date) {
  std::vector<std::pair<Pot, std::deque<Part>>> pots;
  store.all_pot_days([&](const PotDay& day) {
    if (pots.empty() || pots.back().first != day.pot) pots.emplace_back(day.pot, std::deque<Part>());
    if (day.date > date) return;
    std::deque<Part>& parts = pots.back().second;
    if (!day.received.is_zero()) parts.push_back(Part{day.date, day.received});
    use(parts, day.used);
  });
  std::vector<IdleMoney> result;
  for (const auto& [pot, parts] : pots) {
    if (parts.empty()) continue;
    IdleMoney idle = named(pot, store);
    for (const Part& part : parts) {
      idle.since = part.since;
      idle.days = days_between(part.since, date);
      idle.amount = part.amount;
      result.push_back(idle);
    }
  }
  return result;
}

std::vector<OpenAdvance> open_advances(FundsStore& store, Date today) {
  std::vector<OpenAdvance> result;
  for (const Advance& advance : store.advances()) {
    if (!advance.open().is_zero()) result.push_back(OpenAdvance{advance, days_between(advance.date, today)});
  }
  return result;
}

std::vector<MissingGate> missing_gates(FundsStore& store) {
  std::vector<MissingGate> result;
  for (const ProjectPlan& plan : store.plans()) {
    if (plan.signed_gates == plan.gates) continue;
    const std::vector<Gate> gates = store.gates_of(plan.id);
    MZ_CHECK(static_cast<std::int64_t>(gates.size()) == plan.gates);
    const Gate& next = gates[static_cast<std::size_t>(plan.signed_gates)];
    result.push_back(MissingGate{plan, next, next.number < plan.money_gate, spent_on(plan.code, store)});
  }
  return result;
}

}  // namespace mingzhang::funds
