// SPDX-License-Identifier: Apache-2.0
// The suspicion tests by name: titles, thresholds with their source, and what to look at after a hit.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mingzhang::suspicion {

/// In the order of the report.
enum class Test : std::uint8_t {
  SharedCard = 1,     ///< 一卡多户
  SharedPhone,        ///< 一号多户
  ExitedHousehold,    ///< 向已脱贫、剔除户发放
  NotRegistered,      ///< 向未登记户发放
  ClassChanged,       ///< 定单后类别变动
  ShortPublicity,     ///< 公示不足即发放
  Split,              ///< 化整为零
  RepeatedClaim,      ///< 跨年重复申领
  RepeatedEvidence,   ///< 同一凭据重复报账
  OverRule,           ///< 补助超过规则算出的金额
  Idle,               ///< 长期闲置
  Staff,              ///< 财政供养人员
};

struct TestInfo {
  Test test;
  std::string_view name;  ///< in commands and files, e.g. "shared-card"
  std::string_view zh;
  std::string_view en;
  std::string_view source_zh;  ///< what the test and its default threshold rest on
  std::string_view next_zh;    ///< what to look at after a hit
  std::string_view next_en;
};

std::span<const TestInfo> all_tests();
const TestInfo& info_of(Test test);
std::optional<Test> parse_test(std::string_view name);

/// What counts as suspicious.
struct Thresholds {
  std::int64_t card_households = 2;   ///< one card in at least so many households
  std::int64_t phone_households = 2;  ///< one phone in at least so many households
  std::int64_t publicity_days = 10;   ///< days between a list and the end of its publicity
  std::int64_t split_days = 30;       ///< days within which amounts count together
  std::int64_t idle_days = 365;       ///< more days than these
};

}  // namespace mingzhang::suspicion
