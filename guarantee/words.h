// SPDX-License-Identifier: Apache-2.0
// The closed lists of words of guarantees, with the word in records and the Chinese.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang::guarantee {

/// Whether a pool takes on more.
enum class PoolState : std::uint8_t {
  Open = 1,           ///< 正常
  Alert = 2,          ///< 预警: near its multiple; still takes on
  Full = 3,           ///< 已达倍数上限
  NonPerforming = 4,  ///< 不良率达到容忍度
  Stopped = 5,        ///< 已停办, by hand
};

/// What a record did to a pool or a risk-compensation fund.
enum class MovementKind : std::uint8_t {
  Opening = 1,     ///< 设立
  Deposit = 2,     ///< 存入
  Withdrawal = 3,  ///< 退出: never below what is covered
  Draw = 4,        ///< 扣划: the bank takes it for a loan that was not repaid
  Terms = 5,       ///< 变更条件
  FundOpening = 6,   ///< 设立风险补偿基金
  Contribution = 7,  ///< 出资
  Claim = 8,         ///< 代偿申请
  Review = 9,        ///< 代偿审核
  Compensation = 10, ///< 代偿
  Recovery = 11,     ///< 追回
  LossWriteOff = 12, ///< 核销代偿款
};

/// Who pays into a risk-compensation fund.
enum class Contributor : std::uint8_t {
  None = 0,
  Province = 1,     ///< 省级财政
  Local = 2,        ///< 市县财政
  Institution = 3,  ///< 金融机构
};

/// How far a claim has come.
enum class ClaimState : std::uint8_t {
  Submitted = 1,       ///< 已申请
  TownshipPassed = 2,  ///< 乡镇已审
  Passed = 3,          ///< 主管部门已审
  Paid = 4,            ///< 已代偿
  Refused = 5,         ///< every line was disputed 全部退回
};

/// Who reviews a claim.
enum class ReviewStep : std::uint8_t {
  Township = 1,  ///< 乡镇
  Bureau = 2,    ///< 主管部门
};

std::string_view word_of(PoolState state);
std::string_view word_of(MovementKind kind);
std::string_view word_of(Contributor contributor);  ///< not None
std::string_view word_of(ClaimState state);
std::string_view word_of(ReviewStep step);
std::string_view chinese_of(Contributor contributor);  ///< not None
std::string_view chinese_of(ClaimState state);
std::string_view chinese_of(ReviewStep step);
std::string_view chinese_of(PoolState state);
std::string_view chinese_of(MovementKind kind);
/// Reads the word or the Chinese.
std::optional<MovementKind> parse_movement_kind(std::string_view text);
std::optional<Contributor> parse_contributor(std::string_view text);
std::optional<ReviewStep> parse_review_step(std::string_view text);

}  // namespace mingzhang::guarantee
