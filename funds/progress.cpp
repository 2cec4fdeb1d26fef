// SPDX-License-Identifier: Apache-2.0
// Computes ages and what is still open.
#include "funds/progress.h"

#include <deque>
#include <map>
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
  if (pot.kind == PotKind::Indicator) {
    const std::optional<Indicator> indicator = store.indicator(IndicatorId{pot.owner});
    MZ_CHECK(indicator.has_value());
    idle.code = indicator->code;
    idle.indicator = indicator->id;
  } else if (pot.kind == PotKind::Target) {
    const std::optional<Target> target = store.target(TargetKey{MovementId{pot.owner}, pot.number});
    const std::optional<Movement> allocation = store.movement(MovementId{pot.owner});
    MZ_CHECK(target.has_value() && allocation.has_value());
    idle.place = IdlePlace::Target;
    idle.code = allocation->code;
    idle.target = pot.number;
    idle.subject = target->subject;
    idle.indicator = target->indicator;
  } else {
    const std::optional<Advance> advance = store.advance(MovementId{pot.owner});
    MZ_CHECK(advance.has_value());
    idle.place = IdlePlace::Advance;
    idle.code = advance->code;
    idle.subject = advance->payee;
    idle.indicator = advance->indicator;
  }
  return idle;
}

/// What came to a list and went from it on one day.
struct ListDay {
  Money received;
  Money used;
};
using ListDays = std::map<ListId, std::map<Date, ListDay>>;

/// The lists that hold money which is not paid, by day.
ListDays list_days(FundsStore& store, Date date) {
  ListDays lists;
  store.all_movements([&](const Movement& movement) {
    if (movement.list.is_none() || movement.date > date) return;
    ListDay& day = lists[movement.list][movement.date];
    const bool comes = movement.kind == MovementKind::List || movement.kind == MovementKind::RowsReturned;
    (comes ? day.received : day.used) += movement.amount;
  });
  return lists;
}

void add_parts(IdleMoney idle, const std::deque<Part>& parts, Date date, std::vector<IdleMoney>& result) {
  for (const Part& part : parts) {
    idle.since = part.since;
    idle.days = days_between(part.since, date);
    idle.amount = part.amount;
    result.push_back(idle);
  }
}

void add_lists(FundsStore& store, Date date, std::vector<IdleMoney>& result) {
  for (const auto& [id, days] : list_days(store, date)) {
    std::deque<Part> parts;
    for (const auto& [day, moved] : days) {
      if (!moved.received.is_zero()) parts.push_back(Part{day, moved.received});
      use(parts, moved.used);
    }
    if (parts.empty()) continue;
    const std::optional<DisbursementList> list = store.list(id);
    MZ_CHECK(list.has_value());
    IdleMoney idle;
    idle.place = IdlePlace::List;
    idle.code = list->code;
    idle.indicator = list->indicator;
    add_parts(std::move(idle), parts, date, result);
  }
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

std::string_view word_of(IdlePlace place) {
  constexpr std::string_view kWords[] = {"indicator", "target", "advance", "list"};
  return kWords[static_cast<std::size_t>(place) - 1];
}

std::string_view chinese_of(IdlePlace place) {
  constexpr std::string_view kWords[] = {"指标", "拨付对象", "预付", "清单"};
  return kWords[static_cast<std::size_t>(place) - 1];
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
    if (!parts.empty()) add_parts(named(pot, store), parts, date, result);
  }
  add_lists(store, date, result);
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
