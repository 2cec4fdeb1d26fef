// SPDX-License-Identifier: Apache-2.0
// The tables behind the words.
#include "funds/words.h"

#include <array>

#include "base/word_table.h"

namespace mingzhang::funds {
namespace {

constexpr std::array kLevels{
    Word<Level>{Level::Central, "central", "中央"}, Word<Level>{Level::Province, "province", "省"},
    Word<Level>{Level::City, "city", "市"},         Word<Level>{Level::County, "county", "县"},
    Word<Level>{Level::Social, "social", "社会帮扶"}, Word<Level>{Level::Donated, "donated", "捐赠"},
};

constexpr std::array kTargetKinds{
    Word<TargetKind>{TargetKind::Township, "township", "乡镇"},
    Word<TargetKind>{TargetKind::Village, "village", "村"},
    Word<TargetKind>{TargetKind::Project, "project", "项目"},
    Word<TargetKind>{TargetKind::HouseholdList, "household_list", "到户清单"},
    Word<TargetKind>{TargetKind::Unit, "unit", "单位"},
};

constexpr std::array kMovementKinds{
    Word<MovementKind>{MovementKind::Indicator, "indicator", "指标下达"},
    Word<MovementKind>{MovementKind::Increase, "increase", "追加"},
    Word<MovementKind>{MovementKind::Decrease, "decrease", "调减"},
    Word<MovementKind>{MovementKind::Allocation, "allocation", "拨付"},
    Word<MovementKind>{MovementKind::AllocationReturn, "allocation_return", "收回拨付"},
    Word<MovementKind>{MovementKind::Reimbursement, "reimbursement", "报账"},
    Word<MovementKind>{MovementKind::Advance, "advance", "预付"},
    Word<MovementKind>{MovementKind::Settlement, "settlement", "预付结算"},
    Word<MovementKind>{MovementKind::AdvanceReturn, "advance_return", "预付退回"},
    Word<MovementKind>{MovementKind::TakeBack, "take_back", "追回"},
    Word<MovementKind>{MovementKind::List, "list", "发放清单"},
    Word<MovementKind>{MovementKind::Payment, "payment", "发放"},
    Word<MovementKind>{MovementKind::RowsReturned, "rows_returned", "退回"},
    Word<MovementKind>{MovementKind::RowsRepaid, "rows_repaid", "重发"},
    Word<MovementKind>{MovementKind::RowsCancelled, "rows_cancelled", "退回不再发放"},
    Word<MovementKind>{MovementKind::Withdrawal, "withdrawal", "清单撤回"},
    Word<MovementKind>{MovementKind::Benefit, "benefit", "到人补助"},
    Word<MovementKind>{MovementKind::CarryOver, "carry_over", "结转"},
    Word<MovementKind>{MovementKind::Recovery, "recovery", "缴回财政"},
};

constexpr std::array kRowStates{
    Word<RowState>{RowState::Submitted, "submitted", "待发放"}, Word<RowState>{RowState::Paid, "paid", "已发放"},
    Word<RowState>{RowState::Returned, "returned", "已退回"},   Word<RowState>{RowState::Repaid, "repaid", "已重发"},
    Word<RowState>{RowState::Cancelled, "cancelled", "不再发放"},
};

constexpr std::array kRowActions{
    Word<RowAction>{RowAction::Return, "return", "退回"},
    Word<RowAction>{RowAction::Repay, "repay", "重发"},
    Word<RowAction>{RowAction::Cancel, "cancel", "不再发放"},
};

constexpr std::array kDirections{
    Word<Direction>{Direction::Increase, "increase", "追加"},
    Word<Direction>{Direction::Decrease, "decrease", "调减"},
};

constexpr std::array kCarryActions{
    Word<CarryAction>{CarryAction::Carry, "carry", "结转"},
    Word<CarryAction>{CarryAction::Recover, "recover", "缴回"},
};

}  // namespace

std::string_view word_of(Level level) { return row_of(kLevels, level).word; }
std::string_view chinese_of(Level level) { return row_of(kLevels, level).chinese; }
std::optional<Level> parse_level(std::string_view word) { return parse_word(kLevels, word); }

std::string_view word_of(TargetKind kind) { return row_of(kTargetKinds, kind).word; }
std::string_view chinese_of(TargetKind kind) { return row_of(kTargetKinds, kind).chinese; }
std::optional<TargetKind> parse_target_kind(std::string_view word) { return parse_word(kTargetKinds, word); }

std::string_view word_of(MovementKind kind) { return row_of(kMovementKinds, kind).word; }
std::string_view chinese_of(MovementKind kind) { return row_of(kMovementKinds, kind).chinese; }

std::string_view word_of(RowState state) { return row_of(kRowStates, state).word; }
std::string_view chinese_of(RowState state) { return row_of(kRowStates, state).chinese; }

std::string_view word_of(RowAction action) { return row_of(kRowActions, action).word; }
std::string_view chinese_of(RowAction action) { return row_of(kRowActions, action).chinese; }

std::string_view word_of(Direction direction) { return row_of(kDirections, direction).word; }
std::optional<Direction> parse_direction(std::string_view word) { return parse_word(kDirections, word); }

std::string_view word_of(CarryAction action) { return row_of(kCarryActions, action).word; }
std::optional<CarryAction> parse_carry_action(std::string_view word) { return parse_word(kCarryActions, word); }

}  // namespace mingzhang::funds
