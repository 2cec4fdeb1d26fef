// SPDX-License-Identifier: Apache-2.0
// Escaping byte by byte, and back.
#include "reports/journal_export_names.h"

#include <cstddef>
#include <cstdint>

namespace mingzhang::reports {

namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Three bytes of UTF-8 that stand for U+4E00–U+9FFF: letters in every version of Unicode.
bool begins_with_ideograph(std::string_view text) {
  if (text.size() < 3) return false;
  const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at])); };
  if ((byte(0) & 0xF0U) != 0xE0U || (byte(1) & 0xC0U) != 0x80U || (byte(2) & 0xC0U) != 0x80U) return false;
  const std::uint32_t point = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
  return point >= 0x4E00 && point <= 0x9FFF;
}

std::string_view root_of(ledger::AccountClass account_class) {
  switch (account_class) {
    case ledger::AccountClass::Asset:
      return "Assets";
    case ledger::AccountClass::Liability:
      return "Liabilities";
    case ledger::AccountClass::NetAssets:
      return "Equity";
    case ledger::AccountClass::Income:
      return "Income";
    case ledger::AccountClass::Expense:
      return "Expenses";
    case ledger::AccountClass::BudgetIncome:
      return "Income:Budget";
    case ledger::AccountClass::BudgetExpense:
      return "Expenses:Budget";
    case ledger::AccountClass::BudgetBalance:
      return "Equity:Budget";
    case ledger::AccountClass::Unclassified:
      return "Assets:Unclassified";
  }
  return "Assets:Unclassified";
}

}  // namespace

std::string escaped_code(std::string_view code) {
  std::string escaped;
  for (std::size_t at = 0; at < code.size();) {
    if (is_plain(code[at])) {
      escaped += code[at++];
    } else if (begins_with_ideograph(code.substr(at))) {
      escaped += code.substr(at, 3);
      at += 3;
    } else {
      const auto byte = static_cast<unsigned char>(code[at++]);
      escaped += '-';
      escaped += kHexDigits[byte >> 4];
      escaped += kHexDigits[byte & 15];
    }
  }
  return escaped;
}

std::optional<std::string> unescaped_code(std::string_view escaped) {
  std::string code;
  for (std::size_t at = 0; at < escaped.size();) {
    if (escaped[at] != '-') {
      code += escaped[at++];
      continue;
    }
    if (at + 2 >= escaped.size()) return std::nullopt;
    const std::size_t high = kHexDigits.find(escaped[at + 1]);
    const std::size_t low = kHexDigits.find(escaped[at + 2]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    code += static_cast<char>(high * 16 + low);
    at += 3;
  }
  // Whatever should have been escaped, or was so without need, is not ours.
  if (escaped_code(code) != escaped) return std::nullopt;
  return code;
}

std::string exported_account(const ledger::Account& account, std::string_view fund_code) {
  std::string name(root_of(account.account_class));
  name += ":A" + escaped_code(account.code);
  name += ":F" + escaped_code(fund_code);
  return name;
}

std::optional<AccountAndFund> exported_codes(std::string_view name) {
  const std::size_t fund_at = name.rfind(':');
  if (fund_at == std::string_view::npos || fund_at == 0) return std::nullopt;
  const std::size_t account_at = name.rfind(':', fund_at - 1);
  if (account_at == std::string_view::npos) return std::nullopt;
  const std::string_view account = name.substr(account_at + 1, fund_at - account_at - 1);
  const std::string_view fund = name.substr(fund_at + 1);
  if (!account.starts_with('A') || !fund.starts_with('F')) return std::nullopt;
  std::optional<std::string> account_code = unescaped_code(account.substr(1));
  std::optional<std::string> fund_code = unescaped_code(fund.substr(1));
  if (!account_code || account_code->empty() || !fund_code) return std::nullopt;
  return AccountAndFund{*account_code, *fund_code};
}

}  // namespace mingzhang::reports
