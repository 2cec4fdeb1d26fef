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

/// What a record did to a pool.
enum class MovementKind : std::uint8_t {
  Opening = 1,     ///< 设立
  Deposit = 2,     ///< 存入
  Withdrawal = 3,  ///< 退出: never below what is covered
  Draw = 4,        ///< 扣划: the bank takes it for a loan that was not repaid
  Terms = 5,       ///< 变更条件
};

std::string_view word_of(PoolState state);
std::string_view word_of(MovementKind kind);
std::string_view chinese_of(PoolState state);
std::string_view chinese_of(MovementKind kind);
/// Reads the word or the Chinese.
std::optional<MovementKind> parse_movement_kind(std::string_view text);

}  // namespace mingzhang::guarantee
