// SPDX-License-Identifier: Apache-2.0
// Findings as rows: one per test, one per record of a hit, people masked.
#include <map>
#include <string>

#include "reports/heading.h"
#include "reports/household_people.h"
#include "service/reading/funds_table.h"
#include "service/reporting/suspicion_findings.h"

namespace mingzhang::service {
namespace {

using reports::Table;
using reports::Value;
using suspicion::Test;

std::vector<reports::Column> columns() {
  return {text_column("test", "测试", "test"),      text_column("title", "名称", "title"),
          text_column("result", "结果", "result"),  count_column("hit", "疑点号", "hit"),
          text_column("finding", "说明", "finding"), text_column("household", "户", "household"),
          text_column("person", "人", "person"),    text_column("who", "姓名等（遮盖）", "who, masked"),
          date_column("date", "日期", "date"),      money_column("amount", "金额", "amount"),
          text_column("code", "单号", "code"),      text_column("list", "清单", "list"),
          count_column("row", "行号", "row"),       count_column("record", "记录", "record"),
          text_column("vouchers", "凭证", "vouchers"), text_column("next", "下一步", "next")};
}

std::string both(std::string_view zh, std::string_view en) { return std::string(zh) + "; " + std::string(en); }

/// What may be shown of people, looked up once each.
class MaskedPeople {
 public:
  explicit MaskedPeople(SuspicionBook& book) : stores_{book.registers(), book.personal()} {}

  /// The masked name, and with it the value that the test compares.
  std::string text_of(const std::string& person, Test test) {
    if (person.empty()) return std::string();
    auto found = known_.find(person);
    if (found == known_.end()) found = known_.emplace(person, reports::shown_person(stores_, person, false)).first;
    const reports::ShownPerson& shown = found->second;
    if (shown.is_erased) return "已抹除 erased";
    std::string text = shown.name;
    const std::string& value = test == Test::SharedCard    ? shown.card
                               : test == Test::SharedPhone ? shown.phone
                               : test == Test::Staff       ? shown.id_number
                                                           : empty_;
    if (!value.empty()) text += (text.empty() ? "" : " ") + value;
    return text;
  }

 private:
  reports::RegisterStores stores_;
  std::map<std::string, reports::ShownPerson> known_;
  const std::string empty_;
};

void write_item(const Finding& finding, std::int64_t number, const suspicion::Hit& hit, const suspicion::Item& item,
                SuspicionBook& book, MaskedPeople& people, Table& table) {
  const suspicion::TestInfo& info = suspicion::info_of(finding.test);
  const std::string what = both(hit.zh, hit.en);
  const std::string who = people.text_of(item.person, finding.test);
  const std::string next = both(info.next_zh, info.next_en);
  const bool has_record = item.source.movement != 0;
  const SuspicionBook::NamedMovement none;
  const SuspicionBook::NamedMovement& movement = has_record ? book.named(item.source.movement) : none;
  const std::string list = item.source.list == 0 ? std::string() : book.list_code(item.source.list);
  table.add_row(reports::RowKind::Line,
                {info.name, info.zh, "疑点 hit", Value::count(number), what, filled(item.household), filled(item.person),
                 filled(who), has_record ? Value(item.date) : Value(), has_record ? Value(item.amount) : Value(),
                 filled(movement.code), filled(list), item.source.row == 0 ? Value() : Value::count(item.source.row),
                 has_record ? Value::count(movement.seq) : Value(), filled(movement.vouchers), next});
}

void write_finding(const Finding& finding, SuspicionBook& book, MaskedPeople& people, Table& table) {
  const suspicion::TestInfo& info = suspicion::info_of(finding.test);
  const char* result = finding.is_checked ? "已检查 checked" : "未能检查 not checked";
  const std::string count = std::to_string(finding.hits.size());
  const std::string what = finding.is_checked ? both("疑点 " + count + " 项；" + finding.zh, count + " hits; " + finding.en)
                                              : both(finding.zh, finding.en);
  const std::string basis = "依据：" + std::string(info.source_zh);
  table.add_row(reports::RowKind::Line,
                {info.name, info.zh, result,
                 finding.is_checked ? Value::count(static_cast<std::int64_t>(finding.hits.size())) : Value(), what, Value(),
                 Value(), Value(), Value(), Value(), Value(), Value(), Value(), Value(), Value(), basis});
  std::int64_t number = 0;
  for (const suspicion::Hit& hit : finding.hits) {
    ++number;
    for (const suspicion::Item& item : hit.items) write_item(finding, number, hit, item, book, people, table);
  }
}

}  // namespace

Table suspicion_table(const ledger::BookHead& head, SuspicionBook& book, const SuspicionSettings& settings,
                      const std::vector<Finding>& findings) {
  Table table({"suspicion", "疑点", "Suspicion tests"}, columns());
  reports::add_book_facts(head, table);
  table.add_fact({"as_of", "截至", "as of"}, book.as_of());
  const suspicion::Thresholds& limits = settings.thresholds;
  table.add_json_fact({"card_households", "一卡户数", "households of a card"}, Value::count(limits.card_households));
  table.add_json_fact({"phone_households", "一号户数", "households of a phone"}, Value::count(limits.phone_households));
  table.add_json_fact({"publicity_days", "公示天数", "days of publicity"}, Value::count(limits.publicity_days));
  table.add_json_fact({"split_days", "拆分天数", "days of a split"}, Value::count(limits.split_days));
  table.add_json_fact({"idle_days", "闲置天数", "idle days"}, Value::count(limits.idle_days));
  if (settings.limit) table.add_json_fact({"limit", "审批限额", "approval limit"}, *settings.limit);
  std::int64_t hits = 0;
  std::int64_t missing = 0;
  for (const Finding& finding : findings) {
    hits += static_cast<std::int64_t>(finding.hits.size());
    missing += finding.is_checked ? 0 : 1;
  }
  table.add_fact({"hits", "疑点", "hits"}, Value::count(hits));
  table.add_fact({"not_checked", "未能检查", "tests not checked"}, Value::count(missing));
  MaskedPeople people(book);
  for (const Finding& finding : findings) write_finding(finding, book, people, table);
  return table;
}

}  // namespace mingzhang::service
