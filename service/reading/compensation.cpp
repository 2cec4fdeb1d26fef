// SPDX-License-Identifier: Apache-2.0
// Builds the tables of risk-compensation funds and claims.
#include "service/reading/compensation.h"

#include "base/text.h"
#include "guarantee/guarantee_outcome.h"
#include "guarantee/guarantee_store.h"
#include "reports/percent.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using guarantee::Claim;
using guarantee::ClaimRow;
using guarantee::FundParts;
using guarantee::GuaranteeOutcome;
using guarantee::RiskFund;
using reports::RowKind;
using reports::Table;
using reports::Value;

std::string progress_of(const RiskFund& fund) {
  return fund.terms.target.is_zero() ? std::string()
                                     : reports::percent_of(fund.contributed.total().fen(), fund.terms.target.fen(), Rounding::Down);
}

Table funds_table(guarantee::GuaranteeStore& store) {
  Table table({"risk_funds", "风险补偿基金", "Risk-compensation funds"},
              {text_column("fund", "编号", "fund"), text_column("name", "名称", "name"), text_column("place", "县区", "place"),
               money_column("target", "目标", "target"), money_column("province", "省级财政", "province"),
               money_column("local", "市县财政", "city and county"), money_column("institution", "金融机构", "institutions"),
               money_column("contributed", "已出资", "contributed"), text_column("progress", "进度", "progress"),
               money_column("paid", "已代偿", "paid"), money_column("recovered", "已追回", "recovered"),
               money_column("written_off", "已核销", "written off"), money_column("balance", "余额", "balance")});
  for (const RiskFund& fund : store.risk_funds()) {
    const std::string progress = progress_of(fund);
    table.add_row(RowKind::Line, {fund.code, fund.name, fund.place, fund.terms.target, fund.contributed.province,
                                  fund.contributed.local, fund.contributed.institution, fund.contributed.total(),
                                  filled(progress), fund.paid, fund.recovered, fund.written_off, fund.balance()});
  }
  return table;
}

Table plan_table(const RiskFund& fund, Money size) {
  Table table({"contribution_plan", "出资测算", "Contributions"},
              {text_column("contributor", "出资方", "contributor"), money_column("required", "应出资", "required"),
               money_column("contributed", "已出资", "contributed"), money_column("missing", "尚缺", "missing")});
  table.add_fact({"fund", "编号", "fund"}, fund.code);
  table.add_fact({"size", "应有规模", "size"}, size);
  const FundParts required = guarantee::parts_of(size, fund.terms);
  const FundParts& there = fund.contributed;
  const FundParts missing = guarantee::missing_of(required, there);
  table.add_row(RowKind::Line, {"省级财政 province", required.province, there.province, missing.province});
  table.add_row(RowKind::Line, {"市县财政 city and county", required.local, there.local, missing.local});
  table.add_row(RowKind::Line, {"金融机构 institutions", required.institution, there.institution, missing.institution});
  table.add_row(RowKind::Sum, {"合计 total", required.total(), there.total(), missing.total()});
  return table;
}

std::string state_words(const Claim& claim) {
  return std::string(chinese_of(claim.state)) + " " + std::string(word_of(claim.state));
}

Table claims_table(guarantee::GuaranteeStore& store) {
  Table table({"claims", "代偿申请", "Claims"},
              {text_column("claim", "编号", "claim"), text_column("fund", "基金", "fund"), text_column("bank", "银行", "bank"),
               date_column("date", "日期", "date"), text_column("state", "状态", "state"), count_column("lines", "笔数", "lines"),
               money_column("loss", "损失", "loss"), money_column("paid", "代偿", "paid")});
  for (const Claim& claim : store.claims()) {
    const std::optional<RiskFund> fund = store.risk_fund(claim.fund);
    const std::string code = fund ? fund->code : std::string();
    table.add_row(RowKind::Line, {claim.code, code, claim.bank, claim.date, state_words(claim), Value::count(claim.rows),
                                  claim.loss, claim.paid});
  }
  return table;
}

Table lines_table(const Claim& claim, guarantee::GuaranteeStore& store) {
  Table table({"claim", "代偿明细", "Claim"},
              {count_column("line", "行", "line"), text_column("loan", "贷款", "loan"), money_column("principal", "本金", "principal"),
               money_column("interest", "利息", "interest"), count_column("days_overdue", "逾期天数", "days overdue"),
               text_column("disputed", "退回原因", "disputed"), money_column("fund_part", "基金承担", "borne by the fund"),
               money_column("bank_part", "银行承担", "borne by the bank"), money_column("fund_recovered", "基金追回", "fund recovered"),
               money_column("bank_recovered", "银行追回", "bank recovered"), money_column("written_off", "已核销", "written off")});
  table.add_fact({"claim", "编号", "claim"}, claim.code);
  table.add_fact({"bank", "银行", "bank"}, claim.bank);
  table.add_fact({"state", "状态", "state"}, state_words(claim));
  const std::optional<RiskFund> fund = store.risk_fund(claim.fund);
  const bool is_open = claim.state != guarantee::ClaimState::Paid && fund.has_value();
  for (const ClaimRow& row : store.rows_of(claim.id)) {
    // Before the payment the parts are what they would be.
    const Money part = is_open && !row.is_disputed ? guarantee::borne_by_fund(row.loss(), fund->terms) : row.fund_part;
    const Money rest = is_open && !row.is_disputed ? row.loss() - part : row.bank_part;
    table.add_row(RowKind::Line, {Value::count(row.key.number), row.loan, row.principal, row.interest,
                                  Value::count(row.days_overdue), filled(row.reason), part, rest, row.fund_recovered,
                                  row.bank_recovered, row.written_off});
  }
  return table;
}

Refusal wrong(ReadingOutcome outcome, const std::string& place, const std::string& text) {
  Refusal found = refusal(outcome, quotable(text));
  found.problems.front().problem.place = place;
  return found;
}

Refusal unknown_code(GuaranteeOutcome outcome, const std::string& code) {
  return refusal(guarantee::info_of(outcome), is_plain_text(code) ? shortened(code, 60) : std::string());
}

template <class Body>
TextResult read_guarantee(const BookPlace& place, const Body& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    return body(*place.opened.guarantees->guarantee_of(reading.head.id));
  });
}

}  // namespace

TextResult list_risk_funds(const BookPlace& place, Format format) {
  return read_guarantee(place, [&](guarantee::GuaranteeStore& store) -> TextResult { return rendered(funds_table(store), format); });
}

TextResult contribution_plan(const BookPlace& place, const std::string& code, const std::string& base, const std::string& ratio,
                             Format format) {
  const auto amount = parse_yuan(base);
  if (!amount || amount->is_negative()) return Err(wrong(ReadingOutcome::AmountBad, "--base", base));
  const auto weights = parse_weights(ratio);
  if (!weights || weights->size() != 2 || weights->back() == 0) return Err(wrong(ReadingOutcome::WeightsBad, "--ratio", ratio));
  const auto size = scale(*amount, Ratio{weights->front(), weights->back()}, Rounding::HalfUp);
  if (!size) return Err(unknown_code(GuaranteeOutcome::SumTooLarge, base));
  return read_guarantee(place, [&](guarantee::GuaranteeStore& store) -> TextResult {
    const std::optional<RiskFund> fund = store.risk_fund(code);
    if (!fund) return Err(unknown_code(GuaranteeOutcome::RiskFundUnknown, code));
    return rendered(plan_table(*fund, *size), format);
  });
}

TextResult list_claims(const BookPlace& place, Format format) {
  return read_guarantee(place, [&](guarantee::GuaranteeStore& store) -> TextResult { return rendered(claims_table(store), format); });
}

TextResult show_claim(const BookPlace& place, const std::string& code, Format format) {
  return read_guarantee(place, [&](guarantee::GuaranteeStore& store) -> TextResult {
    const std::optional<Claim> claim = store.claim(code);
    if (!claim) return Err(unknown_code(GuaranteeOutcome::ClaimUnknown, code));
    return rendered(lines_table(*claim, store), format);
  });
}

}  // namespace mingzhang::service
