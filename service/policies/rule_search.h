// SPDX-License-Identifier: Apache-2.0
// Rules of one kind in all packs at hand: rate tables, loan products.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "service/policies/shelf.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Where a rule stands.
struct RulePlace {
  PackChoice pack;
  std::string rule;
};

/// The rule of this kind that `word` names: "PACK/RULE", or "RULE" where one pack has it, or one pack on that day.
/// POLICY-202 where there is none, POLICY-204 where none of several is in force on the day, POLICY-508 where several are.
/// Example: microcredit on 2016-10-14 → microcredit-2014/microcredit.
Result<RulePlace, Refusal> find_rule(const std::vector<PackFile>& site, std::string_view kind, const std::string& word, Date day);

/// {"date":…,"document":…,"effective":…,"known":…,"pack":…,"rate":"3.45","sha256":…,"table":…,"version":…,"warnings":[…]} of a
/// rate table. `term_months` may be empty where the table has one column.
struct RateWords {
  std::string table;        ///< as in `find_rule`
  std::string date;         ///< ISO; empty: today
  std::string term_months;  ///< digits
  Date today;
};
TextResult look_up_rate(const std::vector<PackFile>& site, const RateWords& words, Format format);

/// All rate tables: columns, first and last change, the last day known.
TextResult list_rates(const std::vector<PackFile>& site, Format format);

/// All loan products; with a day (ISO) only those that may be signed then.
TextResult list_products(const std::vector<PackFile>& site, const std::string& date, Format format);

}  // namespace mingzhang::service
