// SPDX-License-Identifier: Apache-2.0
// The closed lists of words of this folder, with the word in records and the Chinese.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace mingzhang::funds {

/// Who gave the money (资金层级).
enum class Level : std::uint8_t { Central = 1, Province = 2, City = 3, County = 4, Social = 5, Donated = 6 };

/// Who gets an allocation.
enum class TargetKind : std::uint8_t { Township = 1, Village = 2, Project = 3, HouseholdList = 4, Unit = 5 };

/// What a record did to the money of an indicator.
enum class MovementKind : std::uint8_t {
  Indicator = 1,         ///< 指标下达
  Increase = 2,          ///< 追加
  Decrease = 3,          ///< 调减
  Allocation = 4,        ///< 拨付
  AllocationReturn = 5,  ///< 收回拨付
  Reimbursement = 6,     ///< 报账
  Advance = 7,           ///< 预付
  Settlement = 8,        ///< 预付结算
  AdvanceReturn = 9,     ///< 预付退回
  TakeBack = 10,         ///< 追回
  List = 11,             ///< 发放清单
  Payment = 12,          ///< 发放
  RowsReturned = 13,     ///< 退回
  RowsRepaid = 14,       ///< 重发
  RowsCancelled = 15,    ///< 退回不再发放
  Withdrawal = 16,       ///< 清单撤回
  Benefit = 17,          ///< 到人补助
  CarryOver = 18,        ///< 结转
  Recovery = 19,         ///< 缴回财政
};

/// Where a row of a payment list stands.
enum class RowState : std::uint8_t {
  Submitted = 1,  ///< 待发放
  Paid = 2,       ///< 已发放
  Returned = 3,   ///< 已退回
  Repaid = 4,     ///< 已重发
  Cancelled = 5,  ///< 不再发放: returned by the bank and given back to where the list's money came from
};

/// What happens to rows after they were paid.
enum class RowAction : std::uint8_t { Return = 1, Repay = 2, Cancel = 3 };

/// Whether an indicator grows or shrinks.
enum class Direction : std::uint8_t { Increase = 1, Decrease = 2 };

/// What becomes of money that was not spent by the end of the year.
enum class CarryAction : std::uint8_t { Carry = 1, Recover = 2 };

/// "central", "province", "city", "county", "social", "donated"; 中央 省 市 县 社会帮扶 捐赠.
std::string_view word_of(Level level);
std::string_view chinese_of(Level level);
/// Reads the word or the Chinese, here and below.
std::optional<Level> parse_level(std::string_view word);

/// "township", "village", "project", "household_list", "unit"; 乡镇 村 项目 到户清单 单位.
std::string_view word_of(TargetKind kind);
std::string_view chinese_of(TargetKind kind);
std::optional<TargetKind> parse_target_kind(std::string_view word);

/// "indicator", "increase" …; the Chinese beside the enumerators.
std::string_view word_of(MovementKind kind);
std::string_view chinese_of(MovementKind kind);

/// "submitted", "paid", "returned", "repaid", "cancelled"; 待发放 已发放 已退回 已重发 不再发放.
std::string_view word_of(RowState state);
std::string_view chinese_of(RowState state);

/// "return", "repay", "cancel"; 退回 重发 不再发放.
std::string_view word_of(RowAction action);
std::string_view chinese_of(RowAction action);

/// "increase", "decrease"; 追加 调减.
std::string_view word_of(Direction direction);
std::optional<Direction> parse_direction(std::string_view word);

/// "carry", "recover"; 结转 缴回.
std::string_view word_of(CarryAction action);
std::optional<CarryAction> parse_carry_action(std::string_view word);

}  // namespace mingzhang::funds
