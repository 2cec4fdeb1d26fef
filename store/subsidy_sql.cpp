// SPDX-License-Identifier: Apache-2.0
// Reading and writing claims of subsidy and their lines.
#include "store/subsidy_sql.h"

#include <string>

#include "base/check.h"
#include "base/json.h"
#include "loans/subsidy_commands.h"
#include "store/reading.h"
#include "store/rows.h"
#include "store/subsidy_tables.h"

namespace mingzhang::store {
namespace {

// Members and column numbers below stand in the order of store/subsidy_tables.h, where book_id is column 0.

loans::SubsidyClaim read_claim(Cells& cells) {
  loans::SubsidyClaim claim;
  claim.id = cells.id<loans::SubsidyClaimId>();
  claim.code = cells.text();
  claim.bank = cells.text();
  claim.mode = cells.word(loans::SubsidyMode::ToBank);
  claim.date = cells.date();
  claim.from = cells.date();
  claim.to = cells.date();
  const auto payers = parse_canonical_json(cells.text());
  auto read_payers = payers ? loans::payers_of(*payers) : std::nullopt;
  if (!read_payers) cells.refuse();
  claim.payers = std::move(*read_payers);
  claim.first = cells.id<loans::SubsidyRowId>();
  claim.rows = cells.integer();
  claim.interest = cells.money();
  claim.subsidy = cells.money();
  claim.paid = cells.money();
  claim.back = cells.money();
  if (const std::string text = cells.optional_text(); !text.empty()) {
    const auto accounts = parse_canonical_json(text);
    auto read_accounts = accounts ? loans::accounts_of(*accounts) : std::nullopt;
    if (!read_accounts) cells.refuse();
    claim.accounts = std::move(*read_accounts);
  }
  claim.seq = cells.integer();
  return claim;
}

loans::SubsidyRow read_row(Cells& cells) {
  loans::SubsidyRow row;
  row.id = cells.id<loans::SubsidyRowId>();
  row.claim = cells.id<loans::SubsidyClaimId>();
  row.number = cells.integer();
  row.loan = cells.id<loans::LoanId>();
  row.from = cells.date();
  row.to = cells.date();
  row.principal = cells.money();
  row.interest = cells.money();
  row.subsidised = cells.money();
  row.subsidy = cells.money();
  row.state = cells.word(loans::SubsidyState::Paid);
  row.reason = cells.optional_text();
  row.paid_on = cells.date();
  row.back = cells.money();
  return row;
}

constexpr Reading<loans::SubsidyClaim> kClaims{kSubsidyClaimTable, read_claim};
constexpr Reading<loans::SubsidyRow> kRows{kSubsidyRowTable, read_row};

/// A claim with the texts that its cells point to.
struct ClaimTexts {
  const loans::SubsidyClaim* claim;
  std::string payers;
  std::string accounts;
};

std::vector<ClaimTexts> with_texts(std::span<const loans::SubsidyClaim> claims) {
  std::vector<ClaimTexts> rows;
  for (const loans::SubsidyClaim& claim : claims) {
    rows.push_back({&claim, loans::text_of(claim.payers), claim.accounts.empty() ? "" : loans::text_of(claim.accounts)});
  }
  return rows;
}

Value claim_cell(const ClaimTexts& row, std::size_t column) {
  const loans::SubsidyClaim& claim = *row.claim;
  switch (column) {
    case 1:
      return integer_cell(claim.id.value);
    case 2:
      return text_cell(claim.code);
    case 3:
      return text_cell(claim.bank);
    case 4:
      return word_cell(claim.mode);
    case 5:
      return integer_cell(claim.date.days());
    case 6:
      return integer_cell(claim.from.days());
    case 7:
      return integer_cell(claim.to.days());
    case 8:
      return text_cell(row.payers);
    case 9:
      return integer_cell(claim.first.value);
    case 10:
      return integer_cell(claim.rows);
    case 11:
      return money_cell(claim.interest);
    case 12:
      return money_cell(claim.subsidy);
    case 13:
      return money_cell(claim.paid);
    case 14:
      return money_cell(claim.back);
    case 15:
      return text_cell(row.accounts);
    case 16:
      return integer_cell(claim.seq);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value row_cell(const loans::SubsidyRow& row, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(row.id.value);
    case 2:
      return integer_cell(row.claim.value);
    case 3:
      return integer_cell(row.number);
    case 4:
      return integer_cell(row.loan.value);
    case 5:
      return integer_cell(row.from.days());
    case 6:
      return integer_cell(row.to.days());
    case 7:
      return money_cell(row.principal);
    case 8:
      return money_cell(row.interest);
    case 9:
      return money_cell(row.subsidised);
    case 10:
      return money_cell(row.subsidy);
    case 11:
      return word_cell(row.state);
    case 12:
      return text_cell(row.reason);
    case 13:
      return integer_cell(row.paid_on.days());
    case 14:
      return money_cell(row.back);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<loans::SubsidyClaim> SubsidySql::subsidy_claim(std::string_view code) {
  static const std::string sql = kClaims.select("AND code = ?");
  return one_row(connection_, sql, kClaims, book_id_, code);
}

std::optional<loans::SubsidyClaim> SubsidySql::subsidy_claim(loans::SubsidyClaimId id) {
  static const std::string sql = kClaims.select("AND claim_id = ?");
  return one_row(connection_, sql, kClaims, book_id_, id.value);
}

std::optional<loans::SubsidyRow> SubsidySql::subsidy_row(loans::SubsidyRowId id) {
  static const std::string sql = kRows.select("AND row_id = ?");
  return one_row(connection_, sql, kRows, book_id_, id.value);
}

std::int64_t SubsidySql::subsidy_claim_count() {
  return number_or_zero(connection_, "SELECT claim_id FROM subsidy_claim WHERE book_id = ? ORDER BY claim_id DESC LIMIT 1",
                        book_id_);
}

std::int64_t SubsidySql::subsidy_row_count() {
  return number_or_zero(connection_, "SELECT row_id FROM subsidy_row WHERE book_id = ? ORDER BY row_id DESC LIMIT 1", book_id_);
}

void SubsidySql::all_subsidy_claims(const loans::VisitSubsidyClaim& visit) {
  static const std::string sql = kClaims.select("ORDER BY claim_id");
  visit_rows(connection_, sql, kClaims, visit, book_id_);
}

std::vector<loans::SubsidyRow> SubsidySql::subsidy_rows_of(loans::SubsidyClaimId claim) {
  const std::optional<loans::SubsidyClaim> found = subsidy_claim(claim);
  if (!found) return {};
  static const std::string sql = kRows.select("AND row_id >= ? AND row_id < ? ORDER BY row_id");
  return all_rows(connection_, sql, kRows, book_id_, found->first.value, found->first.value + found->rows);
}

std::vector<loans::SubsidyRow> SubsidySql::subsidy_rows_of(loans::LoanId loan) {
  // The inner query is answered by subsidy_row_by_loan alone. Asked directly, SQLite reads the whole book along its key.
  static const std::string sql = kRows.select(
      "AND row_id IN (SELECT row_id FROM subsidy_row WHERE book_id = ? AND loan_id = ?) ORDER BY row_id");
  return all_rows(connection_, sql, kRows, book_id_, book_id_, loan.value);
}

void SubsidySql::insert_subsidy_claims(std::span<const loans::SubsidyClaim> rows) {
  const std::vector<ClaimTexts> texts = with_texts(rows);
  store::insert_rows(connection_, kSubsidyClaimTable, BookRows<ClaimTexts, claim_cell>(book_id_, texts));
}

void SubsidySql::update_subsidy_claims(std::span<const loans::SubsidyClaim> rows) {
  const std::vector<ClaimTexts> texts = with_texts(rows);
  store::update_rows(connection_, kSubsidyClaimTable, BookRows<ClaimTexts, claim_cell>(book_id_, texts));
}

void SubsidySql::insert_subsidy_rows(std::span<const loans::SubsidyRow> rows) {
  store::insert_rows(connection_, kSubsidyRowTable, BookRows<loans::SubsidyRow, row_cell>(book_id_, rows));
}

void SubsidySql::update_subsidy_rows(std::span<const loans::SubsidyRow> rows) {
  store::update_rows(connection_, kSubsidyRowTable, BookRows<loans::SubsidyRow, row_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
