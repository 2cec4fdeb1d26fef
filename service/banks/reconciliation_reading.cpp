// SPDX-License-Identifier: Apache-2.0
// Builds the tables of recorded reconciliations.
#include "service/banks/reconciliation_reading.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "audit/record.h"
#include "base/text.h"
#include "loans/command.h"
#include "loans/reconciliation_outcome.h"
#include "service/banks/reconciliation.h"
#include "service/reading/funds_table.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using loans::ItemState;
using loans::Reconciliation;
using loans::ReconciliationItem;
using reports::RowKind;
using reports::Table;
using reports::Value;

using ReadOne = std::function<TextResult(const Reconciliation&, loans::ReconciliationStore&, BookReading&)>;

TextResult read_one(const BookPlace& place, const std::string& code, const ReadOne& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    const std::optional<Reconciliation> list = store->reconciliations().reconciliation(code);
    if (list) return body(*list, store->reconciliations(), reading);
    return Err(refusal(loans::info_of(loans::ReconciliationOutcome::ReconciliationUnknown),
                       is_plain_text(code) ? shortened(code, 60) : ""));
  });
}

template <class Word>
std::string both(Word word) {
  return std::string(chinese_of(word)) + " " + std::string(word_of(word));
}

std::string signature_text(const loans::ReconciliationSignature& signature) {
  if (!signature.is_there()) return "未签 not signed";
  const std::string document = signature.document.empty() ? "" : " " + signature.document;
  return signature.unit + " " + signature.capacity + " " + to_iso(signature.date) + document;
}

/// The comparison as it was recorded.
loans::RecordReconciliation recorded(audit::LogStore& log, std::int64_t seq) {
  loans::RecordReconciliation found;
  log.read(seq, seq + 1, [&found](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    const auto command = parsed ? loans::decode_command(parsed->kind, parsed->data) : std::nullopt;
    if (command) {
      if (const auto* one = std::get_if<loans::RecordReconciliation>(&*command)) found = *one;
    }
    return false;
  });
  return found;
}

std::string code_of(loans::ReconciliationId id, loans::ReconciliationStore& store) {
  const std::optional<Reconciliation> list = id.is_none() ? std::nullopt : store.reconciliation(id);
  return list ? list->code : std::string();
}

void add_facts(const Reconciliation& list, loans::ReconciliationStore& store, Table& table) {
  table.add_fact({"reconciliation", "对账", "reconciliation"}, list.code);
  table.add_fact({"subject", "对象", "subject"}, both(list.subject));
  if (!list.about.empty()) table.add_fact({"about", "银行、清单或科目", "bank, claim or account"}, list.about);
  table.add_fact({"date", "日期", "date"}, list.date);
  table.add_fact({"sha256", "文件校验值", "digest of the file"}, list.sha256);
  table.add_fact({"tolerance", "金额容差", "tolerance"}, list.tolerance);
  table.add_fact({"rows_here", "本方行数", "rows here"}, Value::count(list.rows_here));
  table.add_fact({"rows_there", "对方行数", "rows there"}, Value::count(list.rows_there));
  const std::string replaces = code_of(list.replaces, store);
  const std::string replaced_by = code_of(list.replaced_by, store);
  if (!replaces.empty()) table.add_fact({"replaces", "替代", "replaces"}, replaces);
  if (!replaced_by.empty()) table.add_fact({"replaced_by", "被替代于", "replaced by"}, replaced_by);
  table.add_fact({"here", "本方签字", "signed here"}, signature_text(list.here));
  table.add_fact({"there", "对方签字", "signed there"}, signature_text(list.there));
  table.add_fact({"state", "状态", "state"}, std::string(state_text(list)));
  table.add_fact({"progress", "进度", "progress"}, progress_of(list));
  table.add_json_fact({"items", "差异", "differences"}, Value::count(list.items));
  table.add_json_fact({"resolved", "已解决", "resolved"}, Value::count(list.resolved));
  table.add_json_fact({"accepted", "已说明", "accepted"}, Value::count(list.accepted));
  table.add_json_fact({"open", "未处理", "open"}, Value::count(list.open()));
}

void add_sums(const loans::RecordReconciliation& record, Table& table) {
  for (const loans::ReconciliationSum& sum : record.sums) {
    table.add_fact({sum.field + "_here", sum.field + "（本方）", sum.field + " here"}, sum.here);
    table.add_fact({sum.field + "_there", sum.field + "（对方）", sum.field + " there"}, sum.there);
  }
  std::string columns;
  for (const std::string& column : record.columns) columns += (columns.empty() ? "" : ", ") + column;
  if (!columns.empty()) table.add_fact({"ignored", "未比较的列", "columns not compared"}, columns);
}

Table work_table() {
  return Table({"reconciliation", "对账工作单", "Reconciliation work list"},
               {text_column("who", "处理人", "who"), count_column("item", "序号", "item"), text_column("state", "状态", "state"),
                text_column("key", "编号", "key"), text_column("kind", "差异", "kind"), text_column("field", "项目", "field"),
                text_column("here", "本方", "here"), text_column("there", "对方", "there"),
                count_column("row", "对方行号", "row of the file"), text_column("source", "来源", "source"),
                text_column("note", "说明", "note")});
}

}  // namespace

std::string progress_of(const Reconciliation& list) {
  return "差异 " + std::to_string(list.items) + " / 已解决 " + std::to_string(list.resolved) + " / 已说明 " +
         std::to_string(list.accepted) + " / 未处理 " + std::to_string(list.open());
}

TextResult list_reconciliations(const BookPlace& place, Format format) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    Table table({"reconciliations", "对账", "Reconciliations"},
                {text_column("reconciliation", "对账", "reconciliation"), text_column("subject", "对象", "subject"),
                 text_column("about", "银行、清单或科目", "bank, claim or account"), date_column("date", "日期", "date"),
                 count_column("items", "差异", "differences"), count_column("resolved", "已解决", "resolved"),
                 count_column("accepted", "已说明", "accepted"), count_column("open", "未处理", "open"),
                 text_column("state", "状态", "state")});
    store->reconciliations().all_reconciliations([&table](const Reconciliation& list) {
      const std::string subject = both(list.subject);
      table.add_row(RowKind::Line, {list.code, subject, filled(list.about), list.date, Value::count(list.items),
                                    Value::count(list.resolved), Value::count(list.accepted), Value::count(list.open()),
                                    std::string(state_text(list))});
    });
    return rendered(table, format);
  });
}

TextResult show_reconciliation(const BookPlace& place, const std::string& code, bool only_open, Format format) {
  return read_one(place, code, [&](const Reconciliation& list, loans::ReconciliationStore& store, BookReading& reading) -> TextResult {
    Table table = work_table();
    add_facts(list, store, table);
    add_sums(recorded(reading.log, list.seq), table);
    std::vector<ReconciliationItem> items = store.items_of(list.id);
    if (only_open) std::erase_if(items, [](const ReconciliationItem& item) { return item.state != ItemState::Open; });
    std::stable_sort(items.begin(), items.end(), [](const ReconciliationItem& a, const ReconciliationItem& b) {
      return std::forward_as_tuple(a.state != ItemState::Open, a.to) < std::forward_as_tuple(b.state != ItemState::Open, b.to);
    });
    for (const ReconciliationItem& item : items) {
      const std::string who = item.to.empty() ? "未分派 unassigned" : item.to;
      const std::string state = both(item.state);
      const std::string kind = both(item.kind);
      const std::string field = field_title(list.subject, item.field);
      table.add_row(RowKind::Line, {who, Value::count(item.number), state, item.key, kind, filled(field), filled(item.here),
                                    filled(item.there), item.row == 0 ? Value() : Value::count(item.row), filled(item.source),
                                    filled(item.note)});
    }
    return rendered(table, format);
  });
}

TextResult verify_reconciliation(const BookPlace& place, const std::string& code, std::string_view file_bytes, Format format) {
  return read_one(place, code, [&](const Reconciliation& list, loans::ReconciliationStore& store, BookReading&) -> TextResult {
    if (file_digest(file_bytes) != list.sha256) {
      return Err(refusal(loans::info_of(loans::ReconciliationOutcome::FileDiffers), "SHA-256 = " + list.sha256));
    }
    Table table({"reconciliation_file", "对账文件核对", "File of a reconciliation"}, {text_column("result", "结果", "result")});
    add_facts(list, store, table);
    table.add_row(RowKind::Line, {"与当时对账的文件一致 the file that was compared"});
    return rendered(table, format);
  });
}

}  // namespace mingzhang::service
