// SPDX-License-Identifier: Apache-2.0
// Everything that a household was listed for or granted, with the way to list, rule and voucher.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "funds/funds_store.h"

namespace mingzhang::funds {

/// One row of a list, or one benefit.
struct HouseholdMoney {
  std::string code;          ///< of the list or the benefit
  std::int64_t row = 0;      ///< of a list, from 1; 0: a benefit
  std::string title;         ///< programme
  std::string indicator;     ///< code
  std::string document;      ///< 文号 of the indicator
  std::string person;        ///< opaque code; may be empty
  Date date;                 ///< of the list or the benefit
  Money amount;              ///< of a benefit without what was taken back
  RowState state = RowState::Submitted;  ///< a benefit is paid
  bool is_withdrawn = false;  ///< the whole list was withdrawn
  std::int64_t rule_seq = 0;  ///< the record that carries the rule's explanation
  std::string source;         ///< source of the vouchers that paid it; empty: not paid yet
  std::int64_t first_voucher = 0;  ///< record of the first of these vouchers; 0: not paid yet
  std::int64_t vouchers = 0;       ///< how many they are, one record behind the other
};

/// By list and row, then the benefits in the order of their records.
std::vector<HouseholdMoney> money_of_household(FundsStore& store, std::string_view household);

}  // namespace mingzhang::funds
