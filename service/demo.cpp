// SPDX-License-Identifier: Apache-2.0
// The demonstration: a county's year 2016 and a district's fund.
#include "service/demo.h"

#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "service/demo_books.h"

namespace mingzhang::service {
namespace {

/// Runs one book; the sentences in which its document contradicts itself come last.
std::optional<Refusal> fill(DemoDesk& desk, DemoRules& rules, const std::string& title,
                            const std::function<void()>& post) {
  desk.open(title, *Month::from_civil(2016, 1));
  post();
  for (const std::string& warning : rules.warnings()) desk.say("  一致性提示：" + warning);
  if (rules.failure()) desk.fail(*rules.failure());
  return desk.failure();
}

}  // namespace

Date demo_day(unsigned month, unsigned day_of_month) { return *Date::from_civil(2016, month, day_of_month); }

std::string demo_code(const std::string& prefix, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return prefix + std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

funds::AddIndicator demo_indicator(const std::string& fund, const std::string& document, funds::Level level,
                                   const std::string& purpose, Money amount, Date date) {
  funds::AddIndicator indicator;
  indicator.code = fund;
  indicator.document = document;
  indicator.level = level;
  indicator.purpose = purpose;
  indicator.amount = amount;
  indicator.date = date;
  indicator.is_assumption = true;
  indicator.assumption = "文件没有写文号、来源层级和到账日期，均为演示假设";
  indicator.arrives = true;
  return indicator;
}

funds::SubmitList demo_list(const std::string& code, const std::string& indicator, const std::string& title, Date date,
                            std::vector<funds::SubmittedRow> rows, const std::string& explanation) {
  funds::SubmitList list;
  list.code = code;
  list.indicator = indicator;
  list.title = title;
  list.date = date;
  list.publicity_end = date;
  list.explanation = explanation;
  for (const funds::SubmittedRow& row : rows) list.total += row.amount;
  audit::Hasher sha256(audit::Suite::Sha256);
  list.digest = audit::hex_of(sha256.plain(funds::list_rows_bytes(rows)));
  list.rows = std::move(rows);
  return list;
}

funds::PayList demo_payment(const funds::SubmitList& list, Date date, const std::string& expense) {
  return funds::PayList{list.code + "-FK", list.code, date, {expense, kDemoBank, "710101", kDemoMoney}};
}

Result<DemoBooks, Refusal> post_demo_books(const OpenedDatabase& opened, Writer& writer, const DemoOptions& options,
                                           const Say& say) {
  DemoBooks books;
  DemoDesk weining(opened, writer, books.weining, say);
  DemoRules weining_rules("weining-2016", demo_day(10, 14));
  std::optional<Refusal> failure = fill(weining, weining_rules, "威宁县财政专项扶贫资金专账（演示，住户为合成数据）",
                                        [&] { post_weining(weining, weining_rules, options, books); });
  if (failure) return Err(std::move(*failure));
  DemoDesk kundulun(opened, writer, books.kundulun, say);
  DemoRules kundulun_rules("kundulun-2016", demo_day(10, 14));
  failure = fill(kundulun, kundulun_rules, "昆都仑区专项扶贫基金（演示，合成数据）",
                 [&] { post_kundulun(kundulun, kundulun_rules, books); });
  if (failure) return Err(std::move(*failure));
  return books;
}

}  // namespace mingzhang::service
