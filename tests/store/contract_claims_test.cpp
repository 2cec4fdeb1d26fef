// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the rows of risk-compensation funds and claims.
#include <string>
#include <vector>

#include "base/world_error.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

namespace gg = guarantee;

// Every number of a row differs, so that no two columns can be exchanged unseen; what can be empty is full in the first
// row and empty in the second.

std::vector<gg::RiskFund> funds() {
  return {{{2}, "RF2", "样例基金", "621102", {fen(11), {12, 13}, {14, 15}, {16, 17}, true, 18},
           {"a", "b", "c", "d", "e", "f", "g"}, {fen(19), fen(20), fen(21)}, fen(22), fen(23), fen(24), day(2016, 1, 2), 25},
          {{1}, "RF1", "另一基金", "520526", {fen(0), {1, 0}, {0, 1}, {1'000, 1'000}, false, 0}, {}, {}, fen(0), fen(0),
           fen(0), day(2016, 1, 1), 0}};
}

std::vector<gg::Claim> claims() {
  return {{{2}, "B2", {2}, "bank", day(2016, 2, 2), gg::ClaimState::Refused, 31, fen(32), fen(33), 34},
          {{1}, "B1", {1}, "bank-2", day(2016, 2, 1), gg::ClaimState::Submitted, 0, fen(0), fen(0), 0}};
}

std::vector<gg::ClaimRow> claim_rows() {
  return {{{{2}, 2}, "L2", fen(41), fen(42), 43, std::string(64, 'a'), true, "原因", fen(44), fen(45), fen(46), fen(47), fen(48)},
          {{{2}, 1}, "L1", fen(49), fen(0), 0, std::string(64, 'b'), false, "", fen(0), fen(0), fen(0), fen(0), fen(0)},
          {{{1}, 1}, "L1", fen(50), fen(0), 0, std::string(64, 'c'), true, "", fen(0), fen(0), fen(0), fen(0), fen(0)}};
}

std::string numbers(const std::vector<std::int64_t>& parts) {
  std::string text;
  for (const std::int64_t part : parts) text += "|" + std::to_string(part);
  return text;
}

std::string text_of(const gg::RiskFund& row) {
  const gg::RiskFundTerms& t = row.terms;
  const gg::RiskFundAccounts& a = row.accounts;
  return row.code + "|" + row.name + "|" + row.place + "|" + a.bank + "|" + a.province + "|" + a.local + "|" + a.institution +
         "|" + a.receivable + "|" + a.loss + "|" + a.regained + "|" + to_iso(row.date) +
         numbers({row.id.value, t.target.fen(), t.contributions.first, t.contributions.second, t.government.first,
                  t.government.second, t.loss.first, t.loss.second, t.covers_interest ? 1 : 0, t.overdue_days,
                  row.contributed.province.fen(), row.contributed.local.fen(), row.contributed.institution.fen(),
                  row.paid.fen(), row.recovered.fen(), row.written_off.fen(), row.seq});
}

std::string text_of(const gg::Claim& row) {
  return row.code + "|" + row.bank + "|" + to_iso(row.date) + "|" + std::string(word_of(row.state)) +
         numbers({row.id.value, row.fund.value, row.rows, row.loss.fen(), row.paid.fen(), row.seq});
}

std::string text_of(const gg::ClaimRow& row) {
  return row.loan + "|" + row.evidence + "|" + row.reason +
         numbers({row.key.claim.value, row.key.number, row.principal.fen(), row.interest.fen(), row.days_overdue,
                  row.is_disputed ? 1 : 0, row.fund_part.fen(), row.bank_part.fen(), row.fund_recovered.fen(),
                  row.bank_recovered.fen(), row.written_off.fen()});
}

template <class Rows>
std::string all_of(const Rows& rows) {
  std::string text;
  for (const auto& row : rows) text += text_of(row) + "\n";
  return text;
}

void fill(gg::GuaranteeStore& store) {
  store.insert_risk_funds(funds());
  store.insert_claims(claims());
  store.insert_claim_rows(claim_rows());
}

}  // namespace

TEST_CASE("funds and claims come back as they were written, of their own book only", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "other");
  const auto rows = one.store->guarantee_of(one.book);
  write(*one.store, [&] { fill(*rows); });
  CHECK(all_of(rows->risk_funds()) == text_of(funds()[1]) + "\n" + text_of(funds()[0]) + "\n");
  CHECK(text_of(*rows->risk_fund("RF2")) == text_of(funds()[0]));
  CHECK(text_of(*rows->risk_fund(gg::RiskFundId{1})) == text_of(funds()[1]));
  CHECK(all_of(rows->claims()) == text_of(claims()[1]) + "\n" + text_of(claims()[0]) + "\n");
  CHECK(text_of(*rows->claim("B2")) == text_of(claims()[0]));
  CHECK(text_of(*rows->claim(gg::ClaimId{1})) == text_of(claims()[1]));
  CHECK(all_of(rows->rows_of({2})) == text_of(claim_rows()[1]) + "\n" + text_of(claim_rows()[0]) + "\n");
  CHECK(text_of(*rows->claim_row({{1}, 1})) == text_of(claim_rows()[2]));
  CHECK_FALSE(rows->claim_row({{1}, 2}));
  CHECK(rows->is_claimed("L1"));
  CHECK_FALSE(rows->is_claimed("L2"));  // its only line is disputed
  CHECK(rows->risk_fund_count() == 2);
  CHECK(rows->claim_count() == 2);

  const auto others = one.store->guarantee_of(other);
  CHECK(others->risk_funds().empty());
  CHECK(others->claims().empty());
  CHECK(others->rows_of({2}).empty());
  CHECK_FALSE(others->is_claimed("L1"));
  CHECK(others->risk_fund_count() + others->claim_count() == 0);

  gg::RiskFund fund = funds()[0];
  fund.id = {1}, fund.code = "RF1";
  gg::Claim claim = claims()[0];
  claim.id = {1}, claim.code = "B1";
  gg::ClaimRow row = claim_rows()[0];
  row.key.number = 1;
  write(*one.store, [&] {
    rows->update_risk_funds(std::vector{fund});
    rows->update_claims(std::vector{claim});
    rows->update_claim_rows(std::vector{row});
  });
  CHECK(text_of(*rows->risk_fund("RF1")) == text_of(fund));
  CHECK(text_of(*rows->claim("B1")) == text_of(claim));
  CHECK(text_of(*rows->claim_row(row.key)) == text_of(row));
}

TEST_CASE("a claim is not written twice, and no line that is missing is changed", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->guarantee_of(one.book);
  write(*one.store, [&] { fill(*rows); });
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->insert_claims(claims()); }), store::ConstraintViolation);
  one.store->rollback();
  gg::ClaimRow missing = claim_rows()[0];
  missing.key.number = 9;
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->update_claim_rows(std::vector{missing}); }), WorldError);
  one.store->rollback();
}

}  // namespace mingzhang::contract
