// SPDX-License-Identifier: Apache-2.0
// Builds the tables of claims and their lines.
#include "service/banks/subsidy_reading.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "audit/record.h"
#include "base/text.h"
#include "base/world_error.h"
#include "loans/command.h"
#include "loans/subsidy_outcome.h"
#include "service/banks/subsidy_rule.h"
#include "service/reading/funds_table.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using loans::SubsidyClaim;
using loans::SubsidyRow;
using reports::RowKind;
using reports::Table;
using reports::Value;

using ReadClaim = std::function<TextResult(const SubsidyClaim&, loans::LoansStore&, BookReading&)>;

TextResult read_claim(const BookPlace& place, const std::string& code, const ReadClaim& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    const std::optional<SubsidyClaim> claim = store->subsidies().subsidy_claim(code);
    if (claim) return body(*claim, *store, reading);
    return Err(refusal(loans::info_of(loans::SubsidyOutcome::ClaimUnknown), is_plain_text(code) ? shortened(code, 60) : ""));
  });
}

void add_facts(const SubsidyClaim& claim, Table& table) {
  table.add_fact({"claim", "清单", "claim"}, claim.code);
  table.add_fact({"bank", "银行", "bank"}, claim.bank);
  table.add_fact({"due_from", "到期日起", "due from"}, claim.from);
  table.add_fact({"due_to", "到期日止（不含）", "due to"}, claim.to);
}

std::string state_text(const SubsidyRow& row) {
  return std::string(loans::chinese_of(row.state)) + " " + std::string(loans::word_of(row.state));
}

std::string code_of(loans::LoanId id, loans::LoansStore& store) {
  const std::optional<loans::Loan> loan = store.loan(id);
  return loan ? loan->code : std::string();
}

Table lines_table(const SubsidyClaim& claim, loans::LoansStore& store) {
  std::vector<reports::Column> columns{
      count_column("line", "行号", "line"), text_column("loan", "贷款", "loan"), date_column("from", "起", "from"),
      date_column("to", "止", "to"), money_column("interest", "利息", "interest"), money_column("subsidy", "贴息", "subsidy")};
  std::vector<std::string> names;
  for (const loans::SubsidyPayer& payer : claim.payers) {
    columns.push_back({{"part_of_" + payer.payer, payer.payer, payer.payer}, reports::CellKind::Money, true, false});
  }
  columns.push_back(text_column("state", "状态", "state"));
  columns.push_back(money_column("back", "已收回", "clawed back"));
  columns.push_back(text_column("reason", "原因", "reason"));
  Table table({"subsidy_claim", "贴息清单", "Subsidy claim"}, columns);
  add_facts(claim, table);
  table.add_fact({"mode", "方式", "mode"}, std::string(loans::chinese_of(claim.mode)));
  for (const SubsidyRow& row : store.subsidies().subsidy_rows_of(claim.id)) {
    const std::string code = code_of(row.loan, store);
    const std::string state = state_text(row);
    std::vector<Value> cells{Value::count(row.number), code, row.from, row.to, row.interest, row.subsidy};
    for (const Money part : loans::payer_parts(row.subsidy, claim.payers)) cells.emplace_back(part);
    cells.emplace_back(state);
    cells.emplace_back(row.back);
    cells.push_back(filled(row.reason));
    table.add_row(RowKind::Line, cells);
  }
  std::vector<Value> sums{Value(), "合计", Value(), Value(), claim.interest, claim.subsidy};
  for (std::size_t i = 0; i < claim.payers.size(); ++i) sums.emplace_back();
  for (const Value& cell : {Value(), Value(claim.back), Value()}) sums.push_back(cell);
  table.add_row(RowKind::Sum, sums);
  return table;
}

/// The claim as it was made.
loans::ClaimSubsidy recorded_claim(audit::LogStore& log, std::int64_t seq) {
  loans::ClaimSubsidy recorded;
  log.read(seq, seq + 1, [&recorded](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    const auto command = parsed ? loans::decode_command(parsed->kind, parsed->data) : std::nullopt;
    if (command) {
      if (const auto* claim = std::get_if<loans::ClaimSubsidy>(&*command)) recorded = *claim;
    }
    return false;
  });
  return recorded;
}

/// A line that stands, and what the register says of it now.
struct CheckedLine {
  SubsidyRow row;
  loans::ClaimedLine claimed;
  std::int64_t months = 0;
  std::optional<std::string> now;  ///< nothing: what was claimed
};

/// What the rule of the claim gives for a line where that is not what was claimed.
std::optional<std::string> other_amount(const CheckedLine& line, SubsidyRule& rule) {
  const auto answer = rule.ask(line.claimed.period, line.months);
  if (!answer) return std::string(answer.error().problems.front().problem.info->code);
  if (answer->subsidy == line.claimed.subsidy && answer->subsidised == line.claimed.subsidised) return std::nullopt;
  return to_yuan(answer->subsidised) + " → " + to_yuan(answer->subsidy);
}

/// The very rule by which the claim was made: same pack, same bytes. The code of the refusal where it is not at hand.
Result<SubsidyRule, std::string> rule_of_claim(const BookPlace& place, const std::string& explanation,
                                               const std::vector<PackFile>& site) {
  const auto made_by = parse_canonical_json(explanation);
  const std::optional<Date> day = made_by ? parse_date(text_member_of(*made_by, "date")) : std::nullopt;
  if (!day) return Err(std::string("-"));
  const RuleWords words{text_member_of(*made_by, "pack") + "/" + text_member_of(*made_by, "rule"), {}, site, {}};
  Result<ChosenRule, Refusal> chosen = choose_rule(place, words, *day);
  if (!chosen) return Err(std::string(chosen.error().problems.front().problem.info->code));
  SubsidyRule rule(std::move(chosen).value(), *day);
  if (rule.digest() != text_member_of(*made_by, "sha256")) return Err(std::string("sha256"));
  return rule;
}

/// What the register says now of the days of a line; nothing where it says what was claimed.
std::optional<std::string> change_of(const loans::ClaimedLine& line, const SubsidyClaim& claim, loans::Loans& register_of_loans) {
  const loans::Loan* loan = register_of_loans.loans().find(line.loan);
  if (loan == nullptr) throw WorldError(WorldFault::Damaged, "a claimed loan is missing; run verify");
  const auto periods = loans::subsidy_periods(*loan, register_of_loans, claim.from, claim.to, claim.date);
  std::string now;
  for (const loans::SubsidyPeriod& period : periods) {
    if (period == line.period) return std::nullopt;
    if (period.from < line.period.to && line.period.from < period.to) now += (now.empty() ? "" : "; ") + loans::period_text(period);
  }
  return now.empty() ? "-" : now;
}

}  // namespace

TextResult list_subsidy_claims(const BookPlace& place, Format format) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    Table table({"subsidy_claims", "贴息清单", "Subsidy claims"},
                {text_column("claim", "清单", "claim"), text_column("bank", "银行", "bank"), date_column("date", "申领日", "date"),
                 date_column("from", "起", "from"), date_column("to", "止", "to"), count_column("lines", "行数", "lines"),
                 money_column("interest", "利息", "interest"), money_column("subsidy", "贴息", "subsidy"),
                 money_column("paid", "已支付", "paid"), money_column("back", "已收回", "clawed back")});
    store->subsidies().all_subsidy_claims([&table](const SubsidyClaim& claim) {
      table.add_row(RowKind::Line, {claim.code, claim.bank, claim.date, claim.from, claim.to, Value::count(claim.rows),
                                    claim.interest, claim.subsidy, claim.paid, claim.back});
    });
    return rendered(table, format);
  });
}

TextResult show_subsidy_claim(const BookPlace& place, const std::string& code, Format format) {
  return read_claim(place, code, [format](const SubsidyClaim& claim, loans::LoansStore& store, BookReading&) -> TextResult {
    return rendered(lines_table(claim, store), format);
  });
}

Result<SubsidyCheck, Refusal> check_subsidy_claim(const BookPlace& place, const std::string& code,
                                                  const std::vector<PackFile>& site, Format format) {
  std::optional<SubsidyClaim> claim;
  std::string explanation;
  std::vector<CheckedLine> lines;
  const auto body = [&](const SubsidyClaim& found, loans::LoansStore& store, BookReading& reading) -> TextResult {
    claim = found;
    const loans::ClaimSubsidy recorded = recorded_claim(reading.log, found.seq);
    explanation = recorded.explanation;
    loans::Loans register_of_loans(store);
    for (SubsidyRow& row : store.subsidies().subsidy_rows_of(found.id)) {
      const auto index = static_cast<std::size_t>(row.number - 1);
      if (row.standing().is_zero() || index >= recorded.rows.size()) continue;
      const loans::ClaimedLine& claimed = recorded.rows[index];
      const std::int64_t months = register_of_loans.loan_of(row.loan).months;
      lines.push_back({std::move(row), claimed, months, change_of(claimed, found, register_of_loans)});
    }
    return std::string();
  };
  const TextResult read = read_claim(place, code, body);
  if (!read) return Err(read.error());
  Result<SubsidyRule, std::string> rule = rule_of_claim(place, explanation, site);
  SubsidyCheck check;
  Table table({"subsidy_check", "贴息清单核对", "Check of a subsidy claim"},
              {count_column("line", "行号", "line"), text_column("loan", "贷款", "loan"), text_column("state", "状态", "state"),
               money_column("standing", "有效贴息", "standing"), text_column("claimed", "申领时", "as claimed"),
               text_column("now", "台账现在", "register now"), text_column("by_rule", "依规则应为", "by the rule")});
  add_facts(*claim, table);
  table.add_fact({"rule_checked", "规则", "rule"},
                 rule ? std::string("已核算 computed again") : "未核算 not computed again: " + rule.error());
  for (const CheckedLine& line : lines) {
    const std::optional<std::string> amount = rule ? other_amount(line, rule.value()) : std::nullopt;
    if (!line.now && !amount) continue;
    ++check.changed;
    const std::string claimed = loans::period_text(line.claimed.period);
    const std::string state = state_text(line.row);
    table.add_row(RowKind::Line, {Value::count(line.row.number), line.claimed.loan, state, line.row.standing(), claimed,
                                  filled(line.now.value_or("")), filled(amount.value_or(""))});
  }
  check.text = rendered(table, format);
  return check;
}

}  // namespace mingzhang::service
