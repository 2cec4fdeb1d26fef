// SPDX-License-Identifier: Apache-2.0
// Names of accounts and codes in plain-text journals: legal in every dialect, and readable back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/account.h"

namespace mingzhang::reports {

/// ASCII letters and digits and the ideographs U+4E00–U+9FFF stay; every other byte becomes '-' and two upper-case
/// hexadecimal digits. Different codes stay different. Example: "a:b-1" → "a-3Ab-2D1".
std::string escaped_code(std::string_view code);
/// The inverse; nothing for what `escaped_code` never writes.
std::optional<std::string> unescaped_code(std::string_view escaped);

/// Root:A<account>:F<fund>, the codes escaped; money without a source has the last level "F".
/// Roots: Assets, Liabilities, Equity, Income, Expenses, those of budget accounts followed by ":Budget", those of
/// unclassified ones "Assets:Unclassified". Example: 1002 in fund F1 → "Assets:A1002:FF1".
std::string exported_account(const ledger::Account& account, std::string_view fund_code);

struct AccountAndFund {
  std::string account;
  std::string fund;
  friend bool operator==(const AccountAndFund&, const AccountAndFund&) = default;
};

/// The codes in an exported name; nothing for any other text.
std::optional<AccountAndFund> exported_codes(std::string_view name);

}  // namespace mingzhang::reports
