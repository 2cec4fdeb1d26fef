// SPDX-License-Identifier: Apache-2.0
// The demonstration: six documents, seven books.
#include "service/demo/demo.h"

#include <functional>
#include <utility>
#include <vector>

#include "audit/hash.h"
#include "base/text.h"
#include "service/demo/books.h"

namespace mingzhang::service {
namespace {

// Ten days in villages and townships: 财政扶贫资金项目公告公示制度 (2018); the documents themselves do not say.
constexpr std::int64_t kPublicityDays = 10;

/// One book, the pack of its document, and what fills it.
struct Part {
  std::string book;
  std::string title;
  std::string pack;
  Date from;  ///< the book uses the pack from this day on
  Date day;   ///< on which the pack is asked
  std::string chart;
  std::function<void(DemoDesk&, DemoRules&)> post;
};

/// Runs one book; the sentences in which its document contradicts itself come last.
std::optional<Refusal> fill(const OpenedDatabase& opened, Writer& writer, const Part& part, const Say& say) {
  DemoDesk desk(opened, writer, part.book, say);
  DemoRules rules(part.pack, part.day);
  say("【" + part.book + "】" + part.title);
  desk.open(part.title, Month::of(part.from), part.chart);
  desk.adopt(part.pack, part.from);
  part.post(desk, rules);
  for (const std::string& warning : rules.warnings()) desk.say("  一致性提示：" + warning);
  if (rules.failure()) desk.fail(*rules.failure());
  return desk.failure();
}

}  // namespace

Date demo_day(unsigned month, unsigned day_of_month) { return *Date::from_civil(2016, month, day_of_month); }
Date demo_day_of_2017(unsigned month, unsigned day_of_month) { return *Date::from_civil(2017, month, day_of_month); }

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
  list.publicity_end = plus_days(date, kPublicityDays);
  list.explanation = explanation;
  for (const funds::SubmittedRow& row : rows) list.total += row.amount;
  audit::Hasher sha256(audit::Suite::Sha256);
  list.digest = audit::hex_of(sha256.plain(funds::list_rows_bytes(rows)));
  list.rows = std::move(rows);
  return list;
}

funds::PayList demo_payment(const funds::SubmitList& list, const std::string& expense) {
  return funds::PayList{list.code + "-FK", list.code, plus_days(list.publicity_end, 1), {expense, kDemoBank, "710101", kDemoMoney}};
}

Result<DemoBooks, Refusal> post_demo_books(const OpenedDatabase& opened, Writer& writer, const DemoOptions& options,
                                           const Say& say) {
  DemoBooks books;
  const Date year = demo_day(1, 1);
  const Date report_day = demo_day(10, 14);
  const std::vector<Part> parts{
      {books.weining, "威宁县财政专项扶贫资金专账（演示，住户为合成数据）", "weining-2016", year, report_day, "special-fund",
       [&](DemoDesk& desk, DemoRules& rules) { post_weining(desk, rules, options, books); }},
      {books.kundulun, "昆都仑区专项扶贫基金（演示，合成数据）", "kundulun-2016", year, report_day, "special-fund",
       [&](DemoDesk& desk, DemoRules& rules) { post_kundulun(desk, rules, books); }},
      {books.fengqing, "凤庆县诗礼乡贫困对象动态管理（演示，合成数据）", "fengqing-shili-2017", demo_day_of_2017(1, 1),
       demo_day_of_2017(7, 14), "special-fund", post_fengqing},
      {books.qinan, "秦安县建档立卡（演示，合成数据）", "qinan-2015", year, report_day, "special-fund", post_qinan},
      {books.dingxi, "定西财力增量切块（演示，增量为假设）", "dingxi-2015-13", year, report_day, "special-fund", post_dingxi},
      {books.lending, "威宁县扶贫小额信贷台账（演示，住户和合同条件为合成数据）", "weining-2016", year, report_day, "loan-register",
       [&](DemoDesk& desk, DemoRules& rules) { post_weining_loans(desk, rules, options); }},
      {books.subsidy, "青阳县脱贫人口小额信贷贴息（演示，贷款为合成数据）", "qingyang-2021", *Date::from_civil(2023, 6, 1),
       *Date::from_civil(2023, 12, 21), "special-fund", post_qingyang},
  };
  for (const Part& part : parts) {
    if (std::optional<Refusal> failure = fill(opened, writer, part, say)) return Err(std::move(*failure));
  }
  return books;
}

}  // namespace mingzhang::service
