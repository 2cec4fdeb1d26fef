// SPDX-License-Identifier: Apache-2.0
// Writing risk-compensation funds and the claims on them.
#include "base/check.h"
#include "store/guarantee_sql.h"
#include "store/guarantee_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Column numbers are those of store/guarantee_tables.h, where book_id is column 0.

Value fund_cell(const guarantee::RiskFund& fund, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(fund.id.value);
    case 2: return text_cell(fund.code);
    case 3: return text_cell(fund.name);
    case 4: return text_cell(fund.place);
    case 5: return money_cell(fund.terms.target);
    case 6: return integer_cell(fund.terms.contributions.first);
    case 7: return integer_cell(fund.terms.contributions.second);
    case 8: return integer_cell(fund.terms.government.first);
    case 9: return integer_cell(fund.terms.government.second);
    case 10: return integer_cell(fund.terms.loss.first);
    case 11: return integer_cell(fund.terms.loss.second);
    case 12: return flag_cell(fund.terms.covers_interest);
    case 13: return integer_cell(fund.terms.overdue_days);
    case 14: return text_cell(fund.accounts.bank);
    case 15: return text_cell(fund.accounts.province);
    case 16: return text_cell(fund.accounts.local);
    case 17: return text_cell(fund.accounts.institution);
    case 18: return text_cell(fund.accounts.receivable);
    case 19: return text_cell(fund.accounts.loss);
    case 20: return text_cell(fund.accounts.regained);
    case 21: return money_cell(fund.contributed.province);
    case 22: return money_cell(fund.contributed.local);
    case 23: return money_cell(fund.contributed.institution);
    case 24: return money_cell(fund.paid);
    case 25: return money_cell(fund.recovered);
    case 26: return money_cell(fund.written_off);
    case 27: return integer_cell(fund.date.days());
    case 28: return integer_cell(fund.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value claim_cell(const guarantee::Claim& claim, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(claim.id.value);
    case 2: return text_cell(claim.code);
    case 3: return integer_cell(claim.fund.value);
    case 4: return text_cell(claim.bank);
    case 5: return integer_cell(claim.date.days());
    case 6: return word_cell(claim.state);
    case 7: return integer_cell(claim.rows);
    case 8: return money_cell(claim.loss);
    case 9: return money_cell(claim.paid);
    case 10: return integer_cell(claim.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value row_cell(const guarantee::ClaimRow& row, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(row.key.claim.value);
    case 2: return integer_cell(row.key.number);
    case 3: return text_cell(row.loan);
    case 4: return money_cell(row.principal);
    case 5: return money_cell(row.interest);
    case 6: return integer_cell(row.days_overdue);
    case 7: return text_cell(row.evidence);
    case 8: return flag_cell(row.is_disputed);
    case 9: return text_cell(row.reason);
    case 10: return money_cell(row.fund_part);
    case 11: return money_cell(row.bank_part);
    case 12: return money_cell(row.fund_recovered);
    case 13: return money_cell(row.bank_recovered);
    case 14: return money_cell(row.written_off);
    default: MZ_CHECK(false); return Value::null();
  }
}

}  // namespace

void GuaranteeSql::insert_risk_funds(std::span<const guarantee::RiskFund> rows) {
  store::insert_rows(connection_, kRiskFundTable, BookRows<guarantee::RiskFund, fund_cell>(book_id_, rows));
}

void GuaranteeSql::update_risk_funds(std::span<const guarantee::RiskFund> rows) {
  store::update_rows(connection_, kRiskFundTable, BookRows<guarantee::RiskFund, fund_cell>(book_id_, rows));
}

void GuaranteeSql::insert_claims(std::span<const guarantee::Claim> rows) {
  store::insert_rows(connection_, kRiskClaimTable, BookRows<guarantee::Claim, claim_cell>(book_id_, rows));
}

void GuaranteeSql::update_claims(std::span<const guarantee::Claim> rows) {
  store::update_rows(connection_, kRiskClaimTable, BookRows<guarantee::Claim, claim_cell>(book_id_, rows));
}

void GuaranteeSql::insert_claim_rows(std::span<const guarantee::ClaimRow> rows) {
  store::insert_rows(connection_, kRiskClaimRowTable, BookRows<guarantee::ClaimRow, row_cell>(book_id_, rows));
}

void GuaranteeSql::update_claim_rows(std::span<const guarantee::ClaimRow> rows) {
  store::update_rows(connection_, kRiskClaimRowTable, BookRows<guarantee::ClaimRow, row_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
