// SPDX-License-Identifier: Apache-2.0
// The charts of accounts (科目表) that a new book can start with.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ledger/account.h"
#include "ledger/account_commands.h"

namespace mingzhang::ledger {

/// One account of a chart template. Codes have the lengths 4-2-2: the parent of a code with more than four digits is
/// the code without its last two, so "100201" stands below "1002".
struct ChartRow {
  std::string_view code;
  std::string_view name;  ///< Chinese
  AccountClass account_class = AccountClass::Unclassified;
  Side normal_side = Side::Debit;
  std::string_view closes_to = {};  ///< leaf that takes the balance at the year's end (年度结转); leaves only
  bool never_negative = false;      ///< money that is really there: cash, deposits, quotas; leaves only
};

/// A chart with a name. Rows are ordered by code, so parents stand before their children; lines are posted to leaves
/// only.
struct ChartTemplate {
  std::string_view name;      ///< what `OpenBook::chart` says, e.g. "special-fund"
  std::string_view title_zh;  ///< e.g. 财政专项扶贫资金专账
  std::string_view title_en;
  std::string_view note;      ///< where codes and names come from and what is assumed, Chinese first
  std::span<const ChartRow> rows;
};

/// special-fund, risk-fund, guarantee-fund, loan-register, mutual-fund, in this order.
std::span<const ChartTemplate> chart_templates();

/// The template of this name, or null.
const ChartTemplate* find_chart_template(std::string_view name);

/// Code of the account above `code` by the lengths 4-2-2; empty for the first level. Example: "71010101" → "710101".
std::string_view parent_code_of(std::string_view code);

/// The commands that build the chart, parents before children. In this order `check_state` accepts each one in a book
/// without accounts.
std::vector<AddAccount> accounts_of(const ChartTemplate& chart);

}  // namespace mingzhang::ledger
