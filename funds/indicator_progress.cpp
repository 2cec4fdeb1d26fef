// SPDX-License-Identifier: Apache-2.0
// Moves money from part to part, movement by movement.
#include "funds/indicator_progress.h"

#include <optional>
#include <utility>

#include "base/check.h"

namespace mingzhang::funds {
namespace {

using Part = Money IndicatorProgress::*;

/// Where a list takes its money from.
Part source_of(const Movement& movement) {
  return movement.allocation.is_none() ? &IndicatorProgress::left : &IndicatorProgress::held;
}

class Progress {
 public:
  Progress(FundsStore& store, Indicator indicator, Date date) : store_(store), date_(date) {
    progress_.indicator = std::move(indicator);
  }

  void add(const Movement& movement) {
    if (movement.date > date_) return;
    if (movement.into == progress_.indicator.id) {
      gain(&IndicatorProgress::carried_in, movement.amount);
    } else {
      add_own(movement);
    }
  }

  IndicatorProgress done() && {
    MZ_CHECK(progress_.unspent() + progress_.spent() + progress_.carried + progress_.recovered == progress_.total());
    return std::move(progress_);
  }

 private:
  void gain(Part where_from, Money amount) {
    progress_.*where_from += amount;
    progress_.left += amount;
  }
  void move(Part from, Part to, Money amount) {
    progress_.*from -= amount;
    progress_.*to += amount;
  }

  void add_own(const Movement& movement) {
    using Me = IndicatorProgress;
    const Money amount = movement.amount;
    switch (movement.kind) {
      case MovementKind::Indicator: return gain(&Me::granted, amount);
      case MovementKind::Increase: return gain(&Me::increased, amount);
      case MovementKind::Decrease:
        progress_.decreased += amount;
        progress_.left -= amount;
        return;
      case MovementKind::Allocation:
        progress_.allocated += amount;
        return move(&Me::left, &Me::held, amount);
      case MovementKind::AllocationReturn:
        progress_.allocated -= amount;
        progress_.returned += amount;
        return move(&Me::held, &Me::left, amount);
      case MovementKind::Reimbursement: return move(&Me::held, &Me::reimbursed, amount);
      case MovementKind::Advance: return move(&Me::held, &Me::advanced, amount);
      case MovementKind::Settlement: return move(&Me::advanced, &Me::reimbursed, amount);
      case MovementKind::AdvanceReturn: return move(&Me::advanced, &Me::held, amount);
      case MovementKind::TakeBack: return take_back(movement);
      case MovementKind::List: return move(source_of(movement), &Me::waiting, amount);
      case MovementKind::Payment: return move(&Me::waiting, &Me::paid, amount);
      case MovementKind::RowsReturned: return move(&Me::paid, &Me::waiting, amount);
      case MovementKind::RowsRepaid: return move(&Me::waiting, &Me::paid, amount);
      case MovementKind::RowsCancelled:
      case MovementKind::Withdrawal: return move(&Me::waiting, source_of(movement), amount);
      case MovementKind::Benefit: return move(&Me::left, &Me::benefits, amount);
      case MovementKind::CarryOver:
        // Without another indicator it stays where it is.
        if (!movement.into.is_none()) move(&Me::left, &Me::carried, amount);
        return;
      case MovementKind::Recovery: return move(&Me::left, &Me::recovered, amount);
    }
  }

  /// The money is where it was before.
  void take_back(const Movement& movement) {
    const std::optional<Movement> cause = store_.movement(movement.cause);
    MZ_CHECK(cause.has_value());
    if (cause->kind == MovementKind::Benefit) {
      move(&IndicatorProgress::benefits, &IndicatorProgress::left, movement.amount);
    } else if (cause->kind == MovementKind::Settlement) {
      move(&IndicatorProgress::reimbursed, &IndicatorProgress::advanced, movement.amount);
    } else {
      move(&IndicatorProgress::reimbursed, &IndicatorProgress::held, movement.amount);
    }
  }

  FundsStore& store_;
  Date date_;
  IndicatorProgress progress_;
};

}  // namespace

std::vector<IndicatorProgress> indicator_progress(FundsStore& store, Date date) {
  std::vector<IndicatorProgress> result;
  for (Indicator& indicator : store.indicators()) {
    if (indicator.date > date) continue;
    const IndicatorId id = indicator.id;
    Progress progress(store, std::move(indicator), date);
    store.movements_of(id, [&progress](const Movement& movement) { progress.add(movement); });
    result.push_back(std::move(progress).done());
  }
  return result;
}

}  // namespace mingzhang::funds
