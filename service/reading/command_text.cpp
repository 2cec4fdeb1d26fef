// SPDX-License-Identifier: Apache-2.0
// Reads the command's record and names its members in Chinese.
#include "service/reading/command_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/money.h"
#include "base/text.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kItemsShown = 20;
constexpr std::size_t kPartBytesShown = 300;

constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kChinese{{
    {"accounts", "科目"},      {"action", "做法"},         {"advance", "预付款"},     {"amount", "金额"},
    {"arrives", "同日到账"},   {"budget", "预算"},         {"budget_credit", "预算贷方"}, {"budget_debit", "预算借方"},
    {"code", "编号"},          {"credit", "贷方"},         {"date", "日期"},          {"debit", "借方"},
    {"document", "文号"},      {"eligible", "合规费用"},   {"evidence", "凭据"},      {"explanation", "计算说明"},
    {"fund", "资金"},          {"gate", "环节"},           {"household", "户"},       {"indicator", "指标"},
    {"kind", "类型"},          {"level", "级次"},          {"list", "清单"},          {"month", "月份"},
    {"pack", "规则包"},        {"person", "人员"},         {"project", "项目"},       {"publicity_end", "公示期满"},
    {"purpose", "用途"},       {"reason", "原因"},         {"rows", "各行"},          {"targets", "对象"},
    {"title", "名称"},         {"total", "合计"},
}};

/// "合计 total"; the key alone where it has no Chinese word.
std::string label_of(const std::string& key) {
  const auto* const found = std::find_if(kChinese.begin(), kChinese.end(), [&](const auto& one) { return one.first == key; });
  return found == kChinese.end() ? key : std::string(found->second) + " " + key;
}

/// Members of records that hold fen.
bool is_amount(std::string_view key) {
  constexpr std::array<std::string_view, 4> kAmounts{"amount", "budget", "eligible", "total"};
  return std::find(kAmounts.begin(), kAmounts.end(), key) != kAmounts.end();
}

/// A value on one line: amounts in yuan, texts bare, objects as their members, everything else in its canonical form.
std::string shown(std::string_view key, const JsonValue& value) {
  if (const std::string* text = value.as_text()) return shortened(*text, kPartBytesShown);
  const std::optional<std::int64_t> number = value.as_integer();
  if (number && is_amount(key)) return to_yuan(Money::from_fen(*number));
  if (value.kind() != JsonValue::Kind::Object) return shortened(value.bytes(), kPartBytesShown);
  std::string text;
  for (const auto& [name, member] : value.members()) {
    text += (text.empty() ? "" : "，") + label_of(name) + " " + shown(name, member);
  }
  return shortened(text, kPartBytesShown);
}

}  // namespace

std::string command_text(const Command& command) {
  std::string text = "事项 command " + std::string(record_kind_of(command)) + "\n";
  const auto data = parse_canonical_json(record_data_of(command, ledger::Decision()));
  if (!data) return text;
  for (const auto& [key, value] : data->members()) {
    if (value.kind() != JsonValue::Kind::Array) {
      text += "  " + label_of(key) + ": " + shown(key, value) + "\n";
      continue;
    }
    const std::vector<JsonValue>& items = value.items();
    text += "  " + label_of(key) + ": " + std::to_string(items.size()) + " 项 items\n";
    for (std::size_t i = 0; i < items.size() && i < kItemsShown; ++i) text += "    " + shown(key, items[i]) + "\n";
    if (items.size() > kItemsShown) text += "    … 全部见 --json all of them: --json\n";
  }
  return text;
}

}  // namespace mingzhang::service
