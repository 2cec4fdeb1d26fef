// SPDX-License-Identifier: Apache-2.0
// Registers and claims against files.
#include "service/banks/reconciliation.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "loans/reconciliation_register.h"
#include "loans/subsidy_outcome.h"
#include "loans/subsidy_periods.h"
#include "service/banks/own_rows.h"
#include "service/imports/reconciliation_file.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using loans::Difference;
using loans::ReconciliationRow;
using reports::RowKind;
using reports::Table;
using reports::Value;

Result<Money, Refusal> read_tolerance(const std::string& word) {
  if (word.empty()) return Money();
  const auto parsed = parse_yuan(word);
  if (parsed && !parsed->is_negative()) return *parsed;
  return Err(refusal(ReadingOutcome::AmountBad, is_plain_text(word) ? shortened(word, 40) : ""));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Both sides, ready to be compared.
struct Sides {
  std::vector<ReconciliationRow> here;
  ReconciliationFile file;
};

std::string name_of(std::string_view field, std::span<const loans::ReconciliationField> fields) {
  for (const loans::ReconciliationField& one : fields) {
    if (one.key == field) return std::string(one.zh) + " " + std::string(one.en);
  }
  return std::string();
}

Table work_list(const reports::Caption& title, const std::vector<Difference>& found,
                std::span<const loans::ReconciliationField> fields) {
  Table table(title, {count_column("item", "序号", "item"), text_column("key", "编号", "key"), text_column("kind", "差异", "kind"),
                      text_column("field", "项目", "field"), text_column("here", "本方", "here"),
                      text_column("there", "对方", "there"), count_column("row", "对方行号", "row of the file")});
  std::map<loans::DifferenceKind, std::int64_t> counts;
  std::int64_t item = 0;
  for (const Difference& one : found) {
    const std::string kind = std::string(loans::chinese_of(one.kind)) + " " + std::string(loans::word_of(one.kind));
    const std::string field = name_of(one.field, fields);
    const std::string here = loans::text_of(one.here);
    const std::string there = loans::text_of(one.there);
    table.add_row(RowKind::Line, {Value::count(++item), one.key, kind, filled(field), filled(here), filled(there),
                                  one.number == 0 ? Value() : Value::count(one.number)});
    ++counts[one.kind];
  }
  for (const auto& [kind, count] : counts) {
    table.add_fact({std::string(loans::word_of(kind)), std::string(loans::chinese_of(kind)), std::string(loans::word_of(kind))},
                   Value::count(count));
  }
  return table;
}

/// Totals of both sides for people, and as they are recorded.
void add_totals(const Sides& sides, std::span<const loans::ReconciliationField> fields, Table& table,
                loans::RecordReconciliation& record) {
  record.rows_here = static_cast<std::int64_t>(sides.here.size());
  record.rows_there = static_cast<std::int64_t>(sides.file.rows.size());
  table.add_fact({"rows_here", "本方行数", "rows here"}, Value::count(record.rows_here));
  table.add_fact({"rows_there", "对方行数", "rows there"}, Value::count(record.rows_there));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& columns = sides.file.columns;
    const bool is_amount = fields[i].kind == loans::DifferenceKind::Amount;
    if (!is_amount || std::find(columns.begin(), columns.end(), fields[i].key) == columns.end()) continue;
    const std::string key(fields[i].key);
    record.sums.push_back({key, loans::total_of(sides.here, i), loans::total_of(sides.file.rows, i)});
    table.add_fact({key + "_here", std::string(fields[i].zh) + "（本方）", std::string(fields[i].en) + " here"},
                   record.sums.back().here);
    table.add_fact({key + "_there", std::string(fields[i].zh) + "（对方）", std::string(fields[i].en) + " there"},
                   record.sums.back().there);
  }
  for (const std::string& column : sides.file.ignored) record.columns.push_back(loans::recordable(column.empty() ? "-" : column));
  const std::string ignored = joined(sides.file.ignored);
  if (!ignored.empty()) table.add_fact({"ignored", "未比较的列", "columns not compared"}, ignored);
}

std::vector<loans::FoundItem> items_of(const std::vector<Difference>& found, const std::vector<ReconciliationRow>& here) {
  std::set<std::string_view> ours;
  for (const ReconciliationRow& row : here) ours.insert(row.key);
  std::vector<loans::FoundItem> items;
  items.reserve(found.size());
  for (const Difference& one : found) {
    items.push_back(found_item(one, static_cast<std::int64_t>(items.size()) + 1, ours.count(one.key) != 0));
  }
  return items;
}

/// `record` says what is compared; the rest of it is found here.
Reconciled compared(const reports::Caption& title, Sides sides, std::span<const loans::ReconciliationField> fields,
                    loans::RecordReconciliation record, Format format) {
  const std::vector<Difference> found = loans::differences_of(fields, sides.here, sides.file.rows, record.tolerance);
  Table table = work_list(title, found, fields);
  add_totals(sides, fields, table, record);
  record.items = items_of(found, sides.here);
  return {rendered(table, format), static_cast<std::int64_t>(found.size()), std::move(record)};
}

/// What is compared: everything of a record but what the comparison finds.
loans::RecordReconciliation subject_of(loans::ReconciliationSubject subject, std::string about, Date day,
                                       std::string_view file_bytes, Money tolerance) {
  loans::RecordReconciliation record;
  record.subject = subject;
  record.about = std::move(about);
  record.date = day;
  record.sha256 = file_digest(file_bytes);
  record.tolerance = tolerance;
  return record;
}

}  // namespace

std::string file_digest(std::string_view file_bytes) {
  audit::Hasher sha256(audit::Suite::Sha256);
  return audit::hex_of(sha256.plain(file_bytes));
}

loans::FoundItem found_item(const Difference& difference, std::int64_t number, bool is_our_key) {
  loans::FoundItem item;
  item.number = number;
  item.key = is_our_key ? difference.key : loans::recordable_key(difference.key);
  item.kind = difference.kind;
  item.field = std::string(difference.field);
  item.here = loans::recordable(loans::text_of(difference.here));
  item.there = loans::recordable(loans::text_of(difference.there));
  item.row = difference.number;
  return item;
}

std::string field_title(loans::ReconciliationSubject subject, std::string_view field) {
  static constexpr std::array kStatementFields{
      loans::ReconciliationField{"amount", "金额", "amount", loans::DifferenceKind::Amount},
      loans::ReconciliationField{"balance", "余额", "balance", loans::DifferenceKind::Balance},
  };
  std::string title;
  if (subject == loans::ReconciliationSubject::Register) title = name_of(field, loans::register_fields());
  if (subject == loans::ReconciliationSubject::Subsidy) title = name_of(field, subsidy_fields());
  if (subject == loans::ReconciliationSubject::Statement) title = name_of(field, kStatementFields);
  return title.empty() ? std::string(field) : title;
}

ReconciledResult reconcile_register(const BookPlace& place, std::string_view file_bytes, const RegisterQuestion& question,
                                    Format format) {
  const std::optional<Date> day = parse_date(question.date);
  if (!day) return Err(refusal(ReadingOutcome::DateBad, is_plain_text(question.date) ? shortened(question.date, 40) : ""));
  const auto tolerance = read_tolerance(question.tolerance);
  if (!tolerance) return Err(tolerance.error());
  auto file = read_register_file(file_bytes);
  if (!file) return Err(file.error());
  Sides sides{{}, std::move(file).value()};
  const TextResult read = add_register(place, question.bank, *day, sides.here);
  if (!read) return Err(read.error());
  std::set<std::string_view> listed;
  for (const ReconciliationRow& row : sides.file.rows) listed.insert(row.key);
  std::erase_if(sides.here, [&](const ReconciliationRow& row) { return loans::is_over(row) && listed.count(row.key) == 0; });
  return compared({"reconciliation_register", "贷款台账对账", "Register against the bank's file"}, std::move(sides),
                  loans::register_fields(),
                  subject_of(loans::ReconciliationSubject::Register, question.bank, *day, file_bytes, *tolerance), format);
}

ReconciledResult reconcile_subsidy(const BookPlace& place, std::string_view file_bytes, const std::string& claim,
                                   const std::string& tolerance, Format format) {
  const auto allowed = read_tolerance(tolerance);
  if (!allowed) return Err(allowed.error());
  auto file = read_subsidy_file(file_bytes);
  if (!file) return Err(file.error());
  Sides sides{{}, std::move(file).value()};
  Date day;
  const TextResult read = add_claim(place, claim, sides.file.has_days, sides.here, day);
  if (!read) return Err(read.error());
  return compared({"reconciliation_subsidy", "贴息对账", "Subsidy against the bank's file"}, std::move(sides), subsidy_fields(),
                  subject_of(loans::ReconciliationSubject::Subsidy, claim, day, file_bytes, *allowed), format);
}

}  // namespace mingzhang::service
