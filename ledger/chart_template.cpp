// SPDX-License-Identifier: Apache-2.0
// Joins the tables of the chart templates and turns them into commands.
#include "ledger/chart_template.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/check.h"
#include "ledger/chart_tables.h"

namespace mingzhang::ledger {
namespace {

constexpr std::size_t kFirstLevelDigits = 4;
constexpr std::size_t kLowerLevelDigits = 2;

}  // namespace

std::span<const ChartTemplate> chart_templates() {
  static const std::array kTemplates{special_fund_chart(), risk_fund_chart(), guarantee_fund_chart(),
                                     loan_register_chart(), mutual_fund_chart()};
  return kTemplates;
}

const ChartTemplate* find_chart_template(std::string_view name) {
  const std::span<const ChartTemplate> templates = chart_templates();
  const auto found = std::find_if(templates.begin(), templates.end(),
                                  [name](const ChartTemplate& chart) { return chart.name == name; });
  return found == templates.end() ? nullptr : &*found;
}

std::string_view parent_code_of(std::string_view code) {
  if (code.size() <= kFirstLevelDigits) return {};
  return code.substr(0, std::max(kFirstLevelDigits, code.size() - kLowerLevelDigits));
}

std::vector<AddAccount> accounts_of(const ChartTemplate& chart) {
  // Order by code puts "1002" before "100201"; the tables promise it and the commands depend on it.
  MZ_CHECK(std::is_sorted(chart.rows.begin(), chart.rows.end(),
                          [](const ChartRow& a, const ChartRow& b) { return a.code < b.code; }));
  std::vector<AddAccount> commands;
  commands.reserve(chart.rows.size());
  for (const ChartRow& row : chart.rows) {
    commands.push_back(AddAccount{std::string(row.code), std::string(row.name), row.account_class, row.normal_side,
                                  std::string(parent_code_of(row.code)), std::string(row.closes_to),
                                  row.never_negative});
  }
  return commands;
}

}  // namespace mingzhang::ledger
