// SPDX-License-Identifier: Apache-2.0
// Adds up flows.
#include "tests/funds/naive_funds.h"

#include <set>
#include <type_traits>

#include "base/check.h"

namespace mingzhang::tests {

using funds::RowAction;
using funds::RowState;

std::string pot_name(const funds::TargetName& target) { return target.allocation + "/" + std::to_string(target.number); }

bool NaiveFunds::fits(const std::string& pot, Date date, std::int64_t fen) const {
  std::map<Date, std::int64_t> days{{date, -fen}};
  for (const Flow& one : flows_) {
    if (one.pot == pot) days[one.date] += one.fen;
  }
  std::int64_t sum = 0;
  for (const auto& [on, change] : days) {
    sum += change;
    if (on >= date && sum < 0) return false;
  }
  return true;
}

std::int64_t NaiveFunds::left(const std::string& pot) const {
  std::int64_t sum = 0;
  for (const Flow& one : flows_) sum += one.pot == pot ? one.fen : 0;
  return sum;
}

std::int64_t NaiveFunds::lowest(const std::string& pot) const {
  std::map<Date, std::int64_t> days;
  for (const Flow& one : flows_) {
    if (one.pot == pot) days[one.date] += one.fen;
  }
  std::int64_t sum = 0;
  std::int64_t low = 0;
  for (const auto& [on, change] : days) {
    sum += change;
    low = std::min(low, sum);
  }
  return low;
}

std::vector<std::string> NaiveFunds::pots() const {
  std::set<std::string> names;
  for (const Flow& one : flows_) names.insert(one.pot);
  return {names.begin(), names.end()};
}

void NaiveFunds::flow(const std::string& pot, Date date, Money amount, bool comes_in) {
  flows_.push_back(Flow{pot, date, comes_in ? amount.fen() : -amount.fen()});
}

std::string NaiveFunds::answer(const funds::ChangeRows& command) const {
  const List& list = lists.at(command.list);
  bool is_early = false;
  std::string state = "Ok";
  for (const funds::ChangedRow& changed : command.rows) {
    const Row& row = list.rows.at(static_cast<std::size_t>(changed.number) - 1);
    is_early = is_early || command.date < row.changed;
    const bool is_paid = row.state == RowState::Paid || row.state == RowState::Repaid;
    if (command.action == RowAction::Return && !is_paid) state = "RowNotPaid";
    if (command.action != RowAction::Return && row.state != RowState::Returned) state = "RowNotReturned";
  }
  return is_early ? "TooEarly" : state;
}

std::string NaiveFunds::answer(const funds::Command& command) const {
  return std::visit(
      [this](const auto& one) -> std::string {
        using One = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<One, funds::ChangeIndicator>) {
          const bool grows = one.direction == funds::Direction::Increase;
          return grows || fits(one.indicator, one.date, one.amount.fen()) ? "Ok" : "BelowAllocated";
        } else if constexpr (std::is_same_v<One, funds::CarryOver>) {
          return fits(one.indicator, one.date, one.amount.fen()) ? "Ok" : "NotAvailable";
        } else if constexpr (std::is_same_v<One, funds::Allocate>) {
          return fits(one.indicator, one.date, one.total.fen()) ? "Ok" : "NotAvailable";
        } else if constexpr (std::is_same_v<One, funds::ReturnAllocation> || std::is_same_v<One, funds::Reimburse> ||
                             std::is_same_v<One, funds::PayAdvance>) {
          return fits(pot_name(one.target), one.date, one.amount.fen()) ? "Ok" : "TargetExhausted";
        } else if constexpr (std::is_same_v<One, funds::SettleAdvance> || std::is_same_v<One, funds::ReturnAdvance>) {
          return fits(one.advance, one.date, one.amount.fen()) ? "Ok" : "AdvanceExhausted";
        } else if constexpr (std::is_same_v<One, funds::TakeBack>) {
          if (one.date < spent.at(one.movement).date) return "TooEarly";
          return one.amount.fen() <= spent.at(one.movement).rest ? "Ok" : "MoreThanSpent";
        } else if constexpr (std::is_same_v<One, funds::SubmitList>) {
          if (one.target.is_none()) return fits(one.indicator, one.date, one.total.fen()) ? "Ok" : "NotAvailable";
          return fits(pot_name(one.target), one.date, one.total.fen()) ? "Ok" : "TargetExhausted";
        } else if constexpr (std::is_same_v<One, funds::PayList> || std::is_same_v<One, funds::WithdrawList>) {
          const List& list = lists.at(one.list);
          if (one.date < list.date) return "TooEarly";
          if (list.is_withdrawn) return "ListWithdrawn";
          return list.rows[0].state == RowState::Submitted ? "Ok" : "ListPaid";
        } else if constexpr (std::is_same_v<One, funds::ChangeRows>) {
          return answer(one);
        } else if constexpr (std::is_same_v<One, funds::GrantBenefit>) {
          const auto before = benefits.find(one.person);
          if (one.paid_before.fen() != (before == benefits.end() ? 0 : before->second)) return "PaidBeforeDiffers";
          if (before != benefits.end() && one.claimed_before.fen() != claims.at(one.person)) return "PaidBeforeDiffers";
          return fits(one.indicator, one.date, one.amount.fen()) ? "Ok" : "NotAvailable";
        } else {
          return "Ok";
        }
      },
      command);
}

void NaiveFunds::apply(const funds::ChangeRows& command) {
  List& list = lists.at(command.list);
  for (const funds::ChangedRow& changed : command.rows) {
    Row& row = list.rows.at(static_cast<std::size_t>(changed.number) - 1);
    if (command.action == RowAction::Cancel) flow(list.source, command.date, Money::from_fen(row.fen), true);
    row.state = command.action == RowAction::Return  ? RowState::Returned
                : command.action == RowAction::Repay ? RowState::Repaid
                                                     : RowState::Cancelled;
    row.changed = command.date;
  }
}

void NaiveFunds::apply(const funds::Command& command) {
  std::visit(
      [this](const auto& one) {
        using One = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<One, funds::AddIndicator>) {
          flow(one.code, one.date, one.amount, true);
        } else if constexpr (std::is_same_v<One, funds::ChangeIndicator>) {
          flow(one.indicator, one.date, one.amount, one.direction == funds::Direction::Increase);
        } else if constexpr (std::is_same_v<One, funds::CarryOver>) {
          flow(one.indicator, one.date, one.amount, false);
          if (!one.into.empty()) flow(one.into, one.date, one.amount, true);
        } else if constexpr (std::is_same_v<One, funds::Allocate>) {
          flow(one.indicator, one.date, one.total, false);
          for (std::size_t i = 0; i < one.targets.size(); ++i) {
            flow(one.code + "/" + std::to_string(i + 1), one.date, one.targets[i].amount, true);
          }
        } else if constexpr (std::is_same_v<One, funds::ReturnAllocation>) {
          flow(pot_name(one.target), one.date, one.amount, false);
          flow("F" + one.target.allocation.substr(1, 1), one.date, one.amount, true);
        } else if constexpr (std::is_same_v<One, funds::Reimburse>) {
          flow(pot_name(one.target), one.date, one.amount, false);
          spent[one.code] = Spent{pot_name(one.target), one.date, one.amount.fen(), "", 0};
        } else if constexpr (std::is_same_v<One, funds::PayAdvance>) {
          flow(pot_name(one.target), one.date, one.amount, false);
          flow(one.code, one.date, one.amount, true);
        } else if constexpr (std::is_same_v<One, funds::SettleAdvance>) {
          flow(one.advance, one.date, one.amount, false);
          spent[one.code] = Spent{one.advance, one.date, one.amount.fen(), "", 0};
        } else if constexpr (std::is_same_v<One, funds::TakeBack>) {
          Spent& taken = spent.at(one.movement);
          taken.rest -= one.amount.fen();
          flow(taken.pot, one.date, one.amount, true);
          if (!taken.person.empty()) benefits[taken.person] -= one.amount.fen();
          if (!taken.person.empty() && taken.rest == 0) claims[taken.person] -= taken.eligible;
        } else if constexpr (std::is_same_v<One, funds::SubmitList>) {
          List list{one.target.is_none() ? one.indicator : pot_name(one.target), one.date, false, {}};
          for (const funds::SubmittedRow& row : one.rows) {
            list.rows.push_back(Row{row.amount.fen(), RowState::Submitted, one.date});
          }
          flow(list.source, one.date, one.total, false);
          lists[one.code] = std::move(list);
        } else if constexpr (std::is_same_v<One, funds::PayList>) {
          for (Row& row : lists.at(one.list).rows) row = Row{row.fen, RowState::Paid, one.date};
        } else if constexpr (std::is_same_v<One, funds::ChangeRows>) {
          apply(one);
        } else if constexpr (std::is_same_v<One, funds::WithdrawList>) {
          List& list = lists.at(one.list);
          list.is_withdrawn = true;
          for (const Row& row : list.rows) flow(list.source, one.date, Money::from_fen(row.fen), true);
        } else if constexpr (std::is_same_v<One, funds::GrantBenefit>) {
          flow(one.indicator, one.date, one.amount, false);
          benefits[one.person] += one.amount.fen();
          claims[one.person] += one.eligible.fen();
          spent[one.code] = Spent{one.indicator, one.date, one.amount.fen(), one.person, one.eligible.fen()};
        }
      },
      command);
}

}  // namespace mingzhang::tests
