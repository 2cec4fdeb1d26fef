// SPDX-License-Identifier: Apache-2.0
// Follows movements from the record that moved the money to what stands above and below it.
#include "reports/money_walk.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/world_error.h"

namespace mingzhang::reports {
namespace {

using funds::Movement;

/// A row that must be there, because another one names it.
template <class T>
T required(std::optional<T> found) {
  if (!found) throw WorldError(WorldFault::Damaged, "a movement names what is not there; run verify");
  return *std::move(found);
}

std::string both(std::string_view zh, std::string_view en) { return std::string(zh) + " " + std::string(en); }

/// The table of one walk while it grows.
class Walk {
 public:
  explicit Walk(const WalkSources& sources)
      : sources_(sources),
        table_({"walk", "资金走向", "Walk of the money"}, {{{"step", "环节", "step"}, CellKind::Text},
                                                       {{"code", "编号", "code"}, CellKind::Text},
                                                       {{"date", "日期", "date"}, CellKind::Date},
                                                       {{"what", "内容", "what"}, CellKind::Text},
                                                       {{"amount", "金额", "amount"}, CellKind::Money}}) {}

  Table& table() { return table_; }

  void document(const funds::Indicator& indicator, int level) {
    table_.add_row(RowKind::Line, {"文号 document", indicator.document, indicator.date,
                                   both(chinese_of(indicator.level), word_of(indicator.level)), Value()}, level);
  }
  void indicator(const funds::Indicator& indicator, int level) {
    table_.add_row(RowKind::Line,
                   {"指标 indicator", indicator.code, indicator.date, indicator.purpose, indicator.amount}, level);
  }
  void movement(const Movement& movement, int level) {
    table_.add_row(RowKind::Line, {both(chinese_of(movement.kind), word_of(movement.kind)), movement.code, movement.date,
                                   movement.project.empty() ? Value() : Value(movement.project), movement.amount}, level);
  }
  void voucher(std::int64_t seq, int level) {
    const RecordedVoucher recorded = required(sources_.vouchers.head_of(seq));
    const ledger::VoucherRequest& request = recorded.voucher.request;
    table_.add_row(RowKind::Line, {"凭证 voucher", to_text(recorded.voucher.name()), request.date, request.summary, Value()},
                   level);
  }
  void vouchers_of(const Movement& movement, int level) {
    for (std::int64_t i = 1; i <= movement.vouchers; ++i) voucher(movement.seq + i, level);
  }
  void row(const funds::ListRow& row, int level) {
    const std::string what = both(chinese_of(row.state), word_of(row.state)) + " #" + std::to_string(row.key.number);
    table_.add_row(RowKind::Line, {"户 household", row.household, row.changed, what, row.amount}, level);
  }

  /// A voucher that no command of the funds posted still says in every line whose money it is.
  void funds_of(std::int64_t seq, int level) {
    std::set<std::string> codes;
    for (const ledger::Line& line : required(sources_.vouchers.voucher_of(seq)).voucher.request.lines) codes.insert(line.fund);
    for (const std::string& code : codes) {
      const std::optional<funds::Indicator> found = code.empty() ? std::nullopt : sources_.funds.indicator(code);
      if (found) indicator(*found, level);
      if (found) document(*found, level + 1);
      if (!found && !code.empty()) table_.add_row(RowKind::Line, {"资金 fund", code, Value(), Value(), Value()}, level);
    }
  }

  /// From a movement up: its list, the allocation whose money it is, the indicator and its document.
  void up(const Movement& from, int level) {
    movement(from, level);
    if (!from.list.is_none()) {
      const funds::DisbursementList list = required(sources_.funds.list(from.list));
      if (list.code != from.code) movement(required(sources_.funds.movement(list.code)), ++level);
    }
    if (!from.allocation.is_none() && from.allocation != from.id) {
      movement(required(sources_.funds.movement(from.allocation)), ++level);
    }
    const funds::Indicator found = required(sources_.funds.indicator(from.indicator));
    indicator(found, level + 1);
    document(found, level + 2);
  }

  /// From a movement down: its vouchers, and of a list its households.
  void down(const Movement& from, int level) {
    movement(from, level);
    vouchers_of(from, level + 1);
    if (from.kind != funds::MovementKind::List) return;
    sources_.funds.rows_of(from.list, [&](const funds::ListRow& found) { row(found, level + 1); });
  }

 private:
  WalkSources sources_;
  Table table_;
};

}  // namespace

Table walk_from_document(const WalkSources& sources, std::string_view document) {
  Walk walk(sources);
  for (const funds::Indicator& indicator : sources.funds.indicators()) {
    if (indicator.document != document) continue;
    walk.document(indicator, 0);
    walk.indicator(indicator, 1);
    std::vector<Movement> movements;
    sources.funds.movements_of(indicator.id, [&](const Movement& movement) { movements.push_back(movement); });
    for (const Movement& movement : movements) walk.down(movement, 2);
  }
  return walk.table();
}

Table walk_from_household(const WalkSources& sources, std::string_view household) {
  Walk walk(sources);
  for (const funds::ListRow& row : sources.funds.rows_of_household(household)) {
    walk.row(row, 0);
    if (row.paid_by.is_none()) {
      const funds::DisbursementList list = required(sources.funds.list(row.key.list));
      walk.up(required(sources.funds.movement(list.code)), 1);
      continue;
    }
    const Movement payment = required(sources.funds.movement(row.paid_by));
    walk.vouchers_of(payment, 1);
    walk.up(payment, 2);
  }
  for (const funds::Benefit& benefit : sources.funds.benefits_of_household(household)) {
    const Movement movement = required(sources.funds.movement(benefit.movement));
    walk.vouchers_of(movement, 0);
    walk.up(movement, 1);
  }
  return walk.table();
}

Table walk_from_voucher(const WalkSources& sources, std::int64_t seq) {
  Walk walk(sources);
  const RecordedVoucher recorded = required(sources.vouchers.head_of(seq));
  const std::optional<Movement> movement = sources.funds.movement(recorded.voucher.request.source);
  walk.voucher(seq, 0);
  if (!movement || seq <= movement->seq || seq > movement->seq + movement->vouchers) {
    walk.funds_of(seq, 1);
    return walk.table();
  }
  walk.up(*movement, 1);
  if (movement->list.is_none()) return walk.table();
  sources.funds.rows_of(movement->list, [&](const funds::ListRow& row) { walk.row(row, 1); });
  return walk.table();
}

}  // namespace mingzhang::reports
