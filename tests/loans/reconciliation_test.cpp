// SPDX-License-Identifier: Apache-2.0
// Comparing two sides: planted differences are all found and nothing else; statements follow their balances.
#include <algorithm>
#include <random>

#include "loans/bank_statement.h"
#include "loans/reconciliation.h"
#include "loans/reconciliation_register.h"
#include "tests/loans/sample_subsidy.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using loans::Difference;
using loans::DifferenceKind;
using loans::ReconciliationRow;

constexpr loans::ReconciliationField kFields[]{{"borrower", "借款人", "borrower", DifferenceKind::Identity},
                                               {"start", "放款日", "first day", DifferenceKind::Day},
                                               {"balance", "余额", "balance", DifferenceKind::Amount}};

ReconciliationRow row(const std::string& key, std::int64_t balance, std::int64_t number = 0) {
  return {key, {std::string("PE-SYN-" + key), loan_day("2016-03-01"), fen(balance)}, number};
}

std::string text(const Difference& one) {
  return one.key + " " + std::string(loans::word_of(one.kind)) + " " + std::string(one.field) + " " + loans::text_of(one.here) + "/" +
         loans::text_of(one.there);
}

std::vector<std::string> texts(const std::vector<Difference>& found) {
  std::vector<std::string> all;
  for (const Difference& one : found) all.push_back(text(one));
  return all;
}

}  // namespace

TEST_CASE("differences are typed, sorted by key, and none is absorbed", "[loans][reconciliation]") {
  std::vector<ReconciliationRow> here{row("D3", 300), row("D1", 100), row("D2", 200), row("D5", 500)};
  std::vector<ReconciliationRow> there{row("D2", 201, 1), row("D4", 400, 2), row("D1", 100, 3), row("D5", 500, 4), row("D5", 500, 5)};
  there[3].cells[0] = std::string("PE-SYN-9");
  there[3].cells[1] = loan_day("2016-03-02");
  const std::vector<std::string> wanted{"D2 amount balance 2.00/2.01", "D3 missing_there  /", "D4 missing_here  /", "D5 twice  /",
                                        "D5 identity borrower PE-SYN-D5/PE-SYN-9", "D5 date start 2016-03-01/2016-03-02"};
  CHECK(texts(loans::differences_of(kFields, here, there, fen(0))) == wanted);
  // With one fen allowed the first is none; days and people are never near enough.
  CHECK(texts(loans::differences_of(kFields, here, there, fen(1))) == std::vector(wanted.begin() + 1, wanted.end()));
  // What a side does not say is no difference.
  there[3].cells = {{}, {}, {}};
  CHECK(loans::differences_of(kFields, here, there, fen(1)).size() == 3);
  CHECK(loans::total_of(there, 2) == fen(201 + 400 + 100 + 500));
}

TEST_CASE("of planted differences all are found and no others", "[loans][reconciliation]") {
  std::mt19937_64 dice(run_seed());
  for (int round = 0; round < 50; ++round) {
    std::vector<ReconciliationRow> here;
    std::vector<ReconciliationRow> there;
    std::vector<std::string> planted;
    for (int i = 0; i < 100; ++i) {
      const std::string key = "D" + std::to_string(1000 + i);
      const ReconciliationRow one = row(key, static_cast<std::int64_t>(dice() % 10'000'000));
      ReconciliationRow other = one;
      switch (dice() % 12) {
        case 0:
          here.push_back(one);
          planted.push_back(key + " missing_there");
          continue;
        case 1:
          there.push_back(one);
          planted.push_back(key + " missing_here");
          continue;
        case 2:
          other.cells[2] = std::get<Money>(one.cells[2]) + fen(1);
          planted.push_back(key + " amount");
          break;
        case 3:
          other.cells[0] = std::string("PE-SYN-X");
          planted.push_back(key + " identity");
          break;
        case 4:
          there.push_back(one);
          planted.push_back(key + " twice");
          break;
        default:
          break;
      }
      here.push_back(one);
      there.push_back(other);
    }
    std::shuffle(here.begin(), here.end(), dice);
    std::shuffle(there.begin(), there.end(), dice);
    std::vector<std::string> found;
    for (const Difference& one : loans::differences_of(kFields, here, there, fen(0))) {
      found.push_back(one.key + " " + std::string(loans::word_of(one.kind)));
    }
    CHECK(found == planted);
  }
}

TEST_CASE("a row of the register is the loan at the end of the day", "[loans][reconciliation]") {
  SampleSubsidy sample(1);
  sample.repay("H1", "D1", "2023-10-21", 181'25);
  const loans::Loan& loan = *sample.loans().loans().find("D1");
  const auto cell = [&](const char* day, loans::RegisterField field) {
    return loans::text_of(loans::register_row(loan, sample.loans(), loan_day(day))->cells[static_cast<std::size_t>(field)]);
  };
  CHECK_FALSE(loans::register_row(loan, sample.loans(), loan_day("2023-09-20")).has_value());
  CHECK(cell("2023-11-21", loans::RegisterField::Status) == "normal");
  CHECK(cell("2023-11-22", loans::RegisterField::Status) == "overdue");
  CHECK(cell("2023-11-25", loans::RegisterField::OverdueDays) == "4");
  CHECK(cell("2023-10-20", loans::RegisterField::InterestPaid) == "0.00");
  CHECK(cell("2023-10-21", loans::RegisterField::InterestPaid) == "181.25");
  CHECK(cell("2023-10-21", loans::RegisterField::Balance) == "50000.00");
  CHECK(cell("2023-10-21", loans::RegisterField::Maturity) == "2026-09-21");
  CHECK(loans::parse_loan_status("已结清") == "settled");
  CHECK_FALSE(loans::parse_loan_status("关注").has_value());
}

TEST_CASE("a statement's balances are followed row by row, to the fen", "[loans][reconciliation]") {
  using loans::StatementRow;
  const Date day = loan_day("2016-04-01");
  std::vector<StatementRow> rows{{day, fen(100), fen(0), fen(1'100), 2},
                                 {day, fen(0), fen(30), fen(1'069), 3},   // one fen less than 10.70
                                 {plus_days(day, 1), fen(5), fen(0), fen(1'074), 4}};
  auto breaks = loans::balance_breaks(rows, std::nullopt);
  REQUIRE(breaks.size() == 1);  // and the row behind it follows from what is stated
  CHECK(breaks[0].number == 3);
  CHECK(breaks[0].expected == fen(1'070));
  CHECK(breaks[0].got == fen(1'069));
  CHECK(loans::balance_breaks(rows, fen(999)).size() == 2);
  const std::vector<StatementRow> newest_first(rows.rbegin(), rows.rend());
  CHECK(loans::oldest_first(newest_first).front().number == 2);
  // All on one day, newest first: the balances show it.
  std::vector<StatementRow> one_day{{day, fen(0), fen(20), fen(80), 1}, {day, fen(50), fen(0), fen(100), 2}};
  CHECK(loans::oldest_first(one_day).front().number == 2);
}

TEST_CASE("rows of a statement match lines of the account one to one", "[loans][reconciliation]") {
  const Date day = loan_day("2016-04-01");
  const std::vector<loans::StatementRow> rows{{day, fen(100), fen(0), fen(100), 1}, {day, fen(100), fen(0), fen(200), 2},
                                              {day, fen(0), fen(100), fen(100), 3}, {day, fen(0), fen(0), fen(100), 4}};
  const std::vector<loans::AccountEntry> entries{{day, fen(100), "收-0001"}, {plus_days(day, 1), fen(100), "收-0002"},
                                                 {day, fen(-100), "付-0001"}, {day, fen(-100), "付-0002"}};
  const loans::Unmatched left = loans::unmatched_of(rows, entries);
  REQUIRE(left.there.size() == 1);
  CHECK(left.there[0].number == 2);
  REQUIRE(left.here.size() == 2);
  CHECK(left.here[0].name == "付-0002");
  CHECK(left.here[1].name == "收-0002");
}

}  // namespace mingzhang::tests
