// SPDX-License-Identifier: Apache-2.0
// Makes receipts, checks them, and prints their slips.
#include "service/sealing/receipts.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "audit/keys/history.h"
#include "audit/notes/outcome.h"
#include "audit/receipts/receipt.h"
#include "base/base64.h"
#include "base/text.h"
#include "base/world_error.h"
#include "ledger/voucher.h"
#include "reports/column.h"
#include "reports/slip_pdf.h"
#include "reports/table.h"
#include "service/policies/shelf.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using audit::SealOutcome;
using reports::Value;

/// A record that was copied out of the log.
struct CopiedRecord {
  std::string bytes;
  std::string lines;
};

std::optional<CopiedRecord> copy_record(audit::LogStore& log, std::int64_t seq) {
  std::optional<CopiedRecord> copy;
  log.read(seq, seq + 1, [&copy](const audit::StoredRecord& record) {
    copy = CopiedRecord{std::string(record.bytes), std::string(record.lines)};
    return false;
  });
  return copy;
}

std::string bytes_of_receipt(BookReading& reading, const audit::StoredCheckpoint& stored, const CopiedRecord& record,
                             std::int64_t seq, std::int64_t line) {
  audit::Hasher hasher(stored.suite);
  audit::TlogProof proof;
  audit::ReceiptContent content{record.bytes, std::nullopt};
  if (line > 0) content.line = audit::receipt_line(record.lines, line - 1, hasher);
  proof.extra = audit::receipt_extra(content);
  proof.index = seq;
  proof.path = audit::inclusion_proof(hasher, {seq, stored.size}, audit::stored_subtrees(reading.log, stored.suite, hasher));
  Result<audit::Note, Problem> note = audit::parse_note(stored.note);
  if (!note) throw WorldError(WorldFault::Damaged, "a checkpoint is damaged; run verify");
  proof.note = std::move(note).value();
  return audit::tlog_proof_bytes(proof);
}

std::string text_of(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  const std::string* text = value == nullptr ? nullptr : value->as_text();
  return text == nullptr ? std::string() : *text;
}

std::int64_t number_of(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  return value == nullptr ? 0 : value->as_integer().value_or(0);
}

void add_fact_of(reports::Table& table, const char* key, const char* zh, const char* en, const std::string& text) {
  if (!text.empty()) table.add_fact({key, zh, en}, text);
}

void add_line_facts(reports::Table& table, const audit::ReceiptLine& line) {
  const Result<JsonValue, JsonError> json = parse_canonical_json(line.bytes);
  if (!json) return;
  table.add_fact({"line", "分录", "line"}, Value::count(line.index + 1));
  table.add_fact({"amount", "金额", "amount"}, Value::fen(number_of(*json, "amount")));
  const bool is_credit = text_of(*json, "side") == "credit";
  table.add_fact({"side", "方向", "side"}, is_credit ? ledger::Side::Credit : ledger::Side::Debit);
  add_fact_of(table, "account", "科目", "account", text_of(*json, "account"));
  add_fact_of(table, "fund", "资金来源", "fund", text_of(*json, "fund"));
  add_fact_of(table, "project", "项目", "project", text_of(*json, "project"));
  add_fact_of(table, "subject", "户或单位代码", "subject", text_of(*json, "subject"));
}

std::string short_root(const audit::Digest& root) {
  return base64_of(audit::bytes_of(root)).substr(0, 12);
}

std::string code_of(const audit::CheckedReceipt& receipt) {
  audit::Hasher hasher(audit::Suite::Sha256);
  return audit::receipt_code(hasher.leaf(receipt.content.line ? receipt.content.line->bytes : receipt.content.record));
}

reports::Table slip_of(const audit::CheckedReceipt& receipt) {
  reports::Table table({"receipt", "收据核验", "Receipt"}, {reports::text_column("says", "说明", "what it says")});
  const audit::ParsedRecord& record = receipt.record;
  table.add_fact({"code", "收据码", "code"}, code_of(receipt));
  table.add_fact({"book", "账套", "book"}, record.book);
  table.add_fact({"record", "记录", "record"}, Value::count(record.seq));
  add_fact_of(table, "date", "记账日期", "date", text_of(record.data, "date"));
  add_fact_of(table, "type", "凭证字", "type", text_of(record.data, "type"));
  table.add_fact({"number", "凭证号", "number"}, Value::count(number_of(record.data, "number")));
  add_fact_of(table, "summary", "摘要", "summary", text_of(record.data, "summary"));
  if (receipt.content.line) add_line_facts(table, *receipt.content.line);
  table.add_fact({"checkpoint", "检查点（记录数）", "checkpoint, records"}, Value::count(receipt.checkpoint.size));
  table.add_fact({"root", "根（前十二位）", "root, first twelve"}, short_root(receipt.checkpoint.root));
  std::string witnesses;
  for (const std::string& name : receipt.trust.witnesses) witnesses += (witnesses.empty() ? "" : "，") + name;
  table.add_fact({"witnesses", "见证", "witnesses"}, witnesses.empty() ? "无 none" : witnesses);
  table.add_row(reports::RowKind::Line, {"这笔账在上述检查点所说的共同账里，未被改动。 It stands in the history of this checkpoint, unchanged."});
  table.add_row(reports::RowKind::Line,
                {"它不证明您的全部款项都在内；全部与否由审计核对。 It does not prove that this is all; that is the auditor's count."});
  return table;
}

/// Checks a receipt and hands it to `body`.
TextResult with_receipt(std::string_view file, std::string_view policy,
                        const std::function<TextResult(const audit::CheckedReceipt&)>& body) {
  const Result<audit::TrustPolicy, Problem> trusted = audit::parse_trust_policy(policy);
  if (!trusted) return Err(refusal_of({trusted.error()}));
  try {
    const Result<audit::CheckedReceipt, Problem> receipt = audit::check_receipt(file, *trusted);
    return receipt ? body(*receipt) : TextResult(Err(refusal_of({receipt.error()})));
  } catch (const WorldError& error) {
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

}  // namespace

TextResult make_receipt(const BookPlace& place, const ReceiptOrder& order) {
  const std::optional<ledger::VoucherName> name = ledger::parse_voucher_name(order.voucher);
  if (!name) return Err(refusal(ReadingOutcome::NameBad, quotable(order.voucher)));
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto posted = reading.store.voucher(name->period, name->type, name->number);
    if (!posted) return Err(refusal(ReadingOutcome::VoucherUnknown, to_text(*name)));
    if (order.line < 0 || order.line > posted->line_count) {
      return Err(refusal(ReadingOutcome::NumberBad, "--line 1 … " + std::to_string(posted->line_count)));
    }
    const std::optional<audit::StoredCheckpoint> latest =
        place.opened.seals->seals_of(reading.head.id.value)->latest_checkpoint(order.suite);
    if (!latest) return Err(refusal(audit::info_of(SealOutcome::CheckpointUnknown), std::string(audit::suite_name(order.suite))));
    if (posted->seq >= latest->size) {
      return Err(refusal(audit::info_of(SealOutcome::NotPublished), "record " + std::to_string(posted->seq) + " ≥ " + std::to_string(latest->size)));
    }
    const std::optional<CopiedRecord> record = copy_record(reading.log, posted->seq);
    if (!record) throw WorldError(WorldFault::Damaged, "a record of the log is missing; run verify");
    return bytes_of_receipt(reading, *latest, *record, posted->seq, order.line);
  });
}

TextResult check_receipt_file(std::string_view file, std::string_view policy, Format format) {
  return with_receipt(file, policy, [format](const audit::CheckedReceipt& receipt) { return rendered(slip_of(receipt), format); });
}

TextResult print_receipt(std::string_view file, std::string_view policy) {
  return with_receipt(file, policy, [file](const audit::CheckedReceipt& receipt) -> TextResult {
    reports::SlipCode code{std::string(file), "收据全文，可用核验页核对 the whole receipt, for the page that checks it"};
    if (file.size() > reports::kSlipCodeBytesMax) {
      code = {"mingzhang-receipt " + code_of(receipt) + " " + std::to_string(receipt.record.seq) + " " +
                  std::to_string(receipt.checkpoint.size) + " " + short_root(receipt.checkpoint.root),
              "收据码、记录、检查点；全文见收据文件 the receipt's code and place; its file has the proof"};
    }
    return reports::slip_pdf(slip_of(receipt), std::span(&code, 1), receipt.record.at);
  });
}

}  // namespace mingzhang::service
