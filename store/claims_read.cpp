// SPDX-License-Identifier: Apache-2.0
// Reading risk-compensation funds and the claims on them.
#include <string>

#include "store/guarantee_sql.h"
#include "store/guarantee_tables.h"
#include "store/reading.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// The members below stand in the order of the columns of store/guarantee_tables.h.

guarantee::Weights read_weights(Cells& cells) {
  guarantee::Weights weights;
  weights.first = cells.integer();
  weights.second = cells.integer();
  const auto is_weight = [](std::int64_t weight) { return weight >= 0 && weight <= 1'000; };
  if (!is_weight(weights.first) || !is_weight(weights.second) || weights.first + weights.second == 0) cells.refuse();
  return weights;
}

guarantee::RiskFund read_fund(Cells& cells) {
  guarantee::RiskFund fund;
  fund.id = cells.id<guarantee::RiskFundId>();
  fund.code = cells.text();
  fund.name = cells.text();
  fund.place = cells.text();
  fund.terms.target = cells.money();
  fund.terms.contributions = read_weights(cells);
  fund.terms.government = read_weights(cells);
  fund.terms.loss = read_weights(cells);
  fund.terms.covers_interest = cells.flag();
  fund.terms.overdue_days = cells.integer();
  for (std::string* account : {&fund.accounts.bank, &fund.accounts.province, &fund.accounts.local,
                               &fund.accounts.institution, &fund.accounts.receivable, &fund.accounts.loss,
                               &fund.accounts.regained}) {
    *account = cells.optional_text();
  }
  fund.contributed.province = cells.money();
  fund.contributed.local = cells.money();
  fund.contributed.institution = cells.money();
  fund.paid = cells.money();
  fund.recovered = cells.money();
  fund.written_off = cells.money();
  fund.date = cells.date();
  fund.seq = cells.integer();
  return fund;
}

guarantee::Claim read_claim(Cells& cells) {
  guarantee::Claim claim;
  claim.id = cells.id<guarantee::ClaimId>();
  claim.code = cells.text();
  claim.fund = cells.id<guarantee::RiskFundId>();
  claim.bank = cells.text();
  claim.date = cells.date();
  claim.state = cells.word(guarantee::ClaimState::Refused);
  claim.rows = cells.integer();
  claim.loss = cells.money();
  claim.paid = cells.money();
  claim.seq = cells.integer();
  return claim;
}

guarantee::ClaimRow read_row(Cells& cells) {
  guarantee::ClaimRow row;
  row.key.claim = cells.id<guarantee::ClaimId>();
  row.key.number = cells.integer();
  row.loan = cells.text();
  row.principal = cells.money();
  row.interest = cells.money();
  row.days_overdue = cells.integer();
  row.evidence = cells.text();
  row.is_disputed = cells.flag();
  row.reason = cells.optional_text();
  row.fund_part = cells.money();
  row.bank_part = cells.money();
  row.fund_recovered = cells.money();
  row.bank_recovered = cells.money();
  row.written_off = cells.money();
  return row;
}

constexpr Reading<guarantee::RiskFund> kFunds{kRiskFundTable, read_fund};
constexpr Reading<guarantee::Claim> kClaims{kRiskClaimTable, read_claim};
constexpr Reading<guarantee::ClaimRow> kRows{kRiskClaimRowTable, read_row};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<guarantee::RiskFund> GuaranteeSql::risk_fund(std::string_view code) {
  static const std::string sql = kFunds.select("AND code = ?");
  return one_row(connection_, sql, kFunds, book_id_, code);
}

std::optional<guarantee::RiskFund> GuaranteeSql::risk_fund(guarantee::RiskFundId id) {
  static const std::string sql = kFunds.select("AND risk_fund_id = ?");
  return one_row(connection_, sql, kFunds, book_id_, id.value);
}

std::vector<guarantee::RiskFund> GuaranteeSql::risk_funds() {
  static const std::string sql = kFunds.select("ORDER BY risk_fund_id");
  return all_rows(connection_, sql, kFunds, book_id_);
}

std::int64_t GuaranteeSql::risk_fund_count() {
  return number_or_zero(connection_, "SELECT risk_fund_id FROM risk_fund WHERE book_id = ? ORDER BY risk_fund_id DESC LIMIT 1",
                        book_id_);
}

std::optional<guarantee::Claim> GuaranteeSql::claim(std::string_view code) {
  static const std::string sql = kClaims.select("AND code = ?");
  return one_row(connection_, sql, kClaims, book_id_, code);
}

std::optional<guarantee::Claim> GuaranteeSql::claim(guarantee::ClaimId id) {
  static const std::string sql = kClaims.select("AND claim_id = ?");
  return one_row(connection_, sql, kClaims, book_id_, id.value);
}

std::vector<guarantee::Claim> GuaranteeSql::claims() {
  static const std::string sql = kClaims.select("ORDER BY claim_id");
  return all_rows(connection_, sql, kClaims, book_id_);
}

std::int64_t GuaranteeSql::claim_count() {
  return number_or_zero(connection_, "SELECT claim_id FROM risk_claim WHERE book_id = ? ORDER BY claim_id DESC LIMIT 1", book_id_);
}

std::optional<guarantee::ClaimRow> GuaranteeSql::claim_row(const guarantee::ClaimKey& key) {
  static const std::string sql = kRows.select("AND claim_id = ? AND row_number = ?");
  return one_row(connection_, sql, kRows, book_id_, key.claim.value, key.number);
}

std::vector<guarantee::ClaimRow> GuaranteeSql::rows_of(guarantee::ClaimId claim) {
  static const std::string sql = kRows.select("AND claim_id = ? ORDER BY row_number");
  return all_rows(connection_, sql, kRows, book_id_, claim.value);
}

bool GuaranteeSql::is_claimed(std::string_view loan) {
  static const std::string sql = kRows.select("AND loan BETWEEN ? AND ? AND is_disputed = 0 LIMIT 1");
  return one_row(connection_, sql, kRows, book_id_, loan, loan).has_value();
}

}  // namespace mingzhang::store
