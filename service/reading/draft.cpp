// SPDX-License-Identifier: Apache-2.0
// Tables of vouchers that are not printed forms, and the list of vouchers.
#include "service/reading/draft.h"

#include <utility>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "reports/column.h"
#include "reports/table_json.h"
#include "reports/table_text.h"
#include "reports/voucher_form.h"
#include "service/reading/command_text.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"
#include "service/reading/report.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

using reports::CellKind;
using reports::Column;
using reports::RowKind;
using reports::Table;
using reports::Value;
using reports::filled;
using reports::text_column;

void add_fact(Table& table, const char* key, const char* zh, const char* en, const std::string& value) {
  if (!value.empty()) table.add_fact({key, zh, en}, value);
}

std::string drafts_json(ledger::LedgerStore& store, const std::vector<PendingDraft>& drafts) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("drafts");
  writer.begin_array();
  for (const PendingDraft& pending : drafts) {
    writer.begin_object();
    writer.key("commands");
    writer.begin_array();
    for (const Command& command : pending.commands) {
      if (as<ledger::VoucherRequest>(command) == nullptr) writer.raw(canonical_form(command));
    }
    writer.end_array();
    writer.key("draft");
    writer.integer(pending.draft.id);
    writer.key("prepared_at");
    writer.text(to_utc(pending.draft.prepared_at));
    writer.key("prepared_by");
    writer.text(pending.draft.prepared_by);
    writer.key("title");
    writer.text(pending.draft.title);
    writer.key("vouchers");
    writer.begin_array();
    for (const Command& command : pending.commands) {
      const auto* voucher = as<ledger::VoucherRequest>(command);
      if (voucher != nullptr) writer.raw(reports::to_json(voucher_table(store, *voucher)));
    }
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string drafts_text(ledger::LedgerStore& store, const std::vector<PendingDraft>& drafts) {
  if (drafts.empty()) return "没有待审单据 nothing is waiting\n";
  std::string text;
  for (const PendingDraft& pending : drafts) {
    text += "待审单据 draft " + std::to_string(pending.draft.id) + "，制单 prepared by " + pending.draft.prepared_by +
            "，" + to_utc(pending.draft.prepared_at) + "\n" + pending.draft.title + "\n\n";
    for (const Command& command : pending.commands) {
      const auto* voucher = as<ledger::VoucherRequest>(command);
      text += voucher == nullptr ? command_text(command) : reports::to_text(voucher_table(store, *voucher));
      text += "\n";
    }
  }
  return text;
}

}  // namespace

Table voucher_table(ledger::LedgerStore& store, const ledger::VoucherRequest& voucher) {
  Table table({"voucher", "凭证", "Voucher"},
              {Column{{"side", "方向", "side"}, CellKind::Side, false, false}, text_column("account", "科目", "account"),
               text_column("name", "名称", "name"), Column{{"amount", "金额", "amount"}, CellKind::Money, false, false},
               text_column("fund", "资金", "fund"), text_column("project", "项目", "project"),
               text_column("subject", "对象", "subject"), text_column("note", "摘要", "note")});
  table.add_fact({"date", "日期", "date"}, voucher.date);
  add_fact(table, "type", "凭证字", "type", std::string(chinese_of(voucher.type)));
  add_fact(table, "kind", "类别", "kind", std::string(word_of(voucher.kind)));
  add_fact(table, "summary", "摘要", "summary", voucher.summary);
  add_fact(table, "source", "来源号", "source", voucher.source);
  if (voucher.reverses) add_fact(table, "reverses", "冲销凭证", "reverses", to_text(*voucher.reverses));
  add_fact(table, "reason", "原因", "reason", voucher.reason);
  std::int64_t debit = 0;
  for (const ledger::Line& line : voucher.lines) {
    const std::optional<ledger::Account> account = store.account(line.account);
    const std::string name = account ? account->name : std::string();
    if (line.side == ledger::Side::Debit) debit += line.amount.fen();
    table.add_row(RowKind::Line, {line.side, line.account, filled(name), line.amount, filled(line.fund),
                                  filled(line.project), filled(line.subject), filled(line.summary)});
  }
  table.add_row(RowKind::Sum, {ledger::Side::Debit, "合计 total", Value(), Value::fen(debit), Value(), Value(), Value(),
                               Value()});
  return table;
}

TextResult show_drafts(const BookPlace& place, const std::vector<PendingDraft>& drafts, Format format) {
  return read_book(place, [&](BookReading& book) -> TextResult {
    return format == Format::Json ? drafts_json(book.store, drafts) : drafts_text(book.store, drafts);
  });
}

TextResult list_vouchers(const BookPlace& place, std::string_view period, Format format) {
  const std::optional<Month> month = parse_month(period);
  if (!month && !period.empty()) return Err(refusal(ReadingOutcome::MonthBad, is_plain_text(period) ? std::string(period) : ""));
  return read_book(place, [&](BookReading& book) -> TextResult {
    LogVouchers vouchers(book.log);
    Table table({"vouchers", "凭证", "Vouchers"},
                {text_column("voucher", "凭证", "voucher"), Column{{"date", "日期", "date"}, CellKind::Date, false, false},
                 text_column("kind", "类别", "kind"), Column{{"lines", "分录", "lines"}, CellKind::Count, false, false},
                 text_column("by", "制单", "by"), text_column("approved_by", "审核", "approved by"),
                 text_column("summary", "摘要", "summary"), text_column("state", "状态", "state")});
    for (const ledger::Period& used : book.store.periods()) {
      if (month && used.month != *month) continue;
      book.store.vouchers(used.month, [&](const ledger::PostedVoucher& posted) {
        const std::optional<reports::RecordedVoucher> head = vouchers.head_of(posted.seq);
        const std::string name = to_text(ledger::VoucherName{posted.period, posted.type, posted.number});
        table.add_row(RowKind::Line,
                      {name, posted.date, word_of(posted.kind), Value::count(posted.line_count),
                       filled(head ? head->by : ""), filled(head ? head->approved_by : ""),
                       filled(head ? head->voucher.request.summary : ""),
                       posted.reversed_by >= 0 ? Value("已冲销 reversed") : Value()});
      });
    }
    return rendered(table, format);
  });
}

TextResult show_voucher(const BookPlace& place, std::string_view name, Format format) {
  const std::optional<ledger::VoucherName> parsed = ledger::parse_voucher_name(name);
  if (!parsed) return Err(refusal(ReadingOutcome::NameBad, is_plain_text(name) ? shortened(name, 60) : ""));
  return read_book(place, [&](BookReading& book) -> TextResult {
    const auto posted = book.store.voucher(parsed->period, parsed->type, parsed->number);
    LogVouchers vouchers(book.log);
    const auto recorded = posted ? vouchers.voucher_of(posted->seq) : std::nullopt;
    if (!recorded) return Err(refusal(ReadingOutcome::VoucherUnknown, to_text(*parsed)));
    if (format == Format::Text) return reports::voucher_form(book.store, *recorded);
    Table table = voucher_table(book.store, recorded->voucher.request);
    add_fact(table, "voucher", "凭证", "voucher", to_text(recorded->voucher.name()));
    add_fact(table, "by", "制单", "prepared by", recorded->by);
    add_fact(table, "approved_by", "审核", "approved by", recorded->approved_by);
    add_fact(table, "at", "记账时间", "booked at", recorded->at);
    return rendered(table, format);
  });
}

}  // namespace mingzhang::service
