// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the rows of loans. A store of plain maps gets the same rows and is asked the same questions.
#include <functional>
#include <string>
#include <vector>

#include "base/world_error.h"
#include "loans/loans.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"
#include "tests/support/memory_loans_store.h"

namespace mingzhang::contract {
namespace {

namespace ll = loans;
using tests::text_of;

// Every number of a row differs, so that no two columns can be exchanged unseen; what can be empty is full in the first
// row and empty in the second.

std::vector<ll::Loan> some_loans() {
  ll::Loan full;
  full.id = {2};
  full.code = "L2";
  full.household = "H-1";
  full.borrower = "PE-1";
  full.bank = "NSH";
  full.product = "pack/rule";
  full.fund = "ZY";
  full.cover = "DB-1";
  full.state = ll::LoanState::Renewed;
  full.date = day(2021, 3, 1);
  full.requested = fen(11);
  full.approved = fen(12);
  full.disbursed = fen(13);
  full.principal = fen(14);
  full.interest_accrued = fen(-15);
  full.paid.principal = fen(16);
  full.paid.interest = fen(17);
  full.paid.penalties = fen(18);
  full.written_off = fen(19);
  full.recovered = fen(Money::kFenMax);
  full.months = 20;
  full.start = day(2021, 3, 2);
  full.original_start = day(2021, 3, 3);
  full.maturity = day(2021, 3, 4);
  full.renewed_from = {1};
  full.renewals = 21;
  full.extensions = 22;
  full.misused_from = day(2021, 3, 5);
  full.loan_class = ll::LoanClass::Loss;
  full.contract = R"({"rate":1})";
  full.seq = 23;
  full.accrued_until = day(2021, 3, 6);
  full.accrual_due = day(2021, 3, 7);
  full.open_due = day(2021, 3, 8);
  full.standing_since = day(2021, 3, 9);
  ll::Loan bare;
  bare.id = {1};
  bare.code = "L1";
  bare.household = "H-1";
  bare.borrower = "PE-2";
  bare.bank = "YC";
  bare.product = "p";
  bare.date = day(2021, 1, 1);
  bare.start = bare.original_start = bare.maturity = no_day();
  return {full, bare};
}

std::vector<ll::LoanStep> some_steps() {
  ll::LoanStep full;
  full.id = {3};
  full.code = "HK-3";
  full.kind = ll::StepKind::Recovery;
  full.seq = 31;
  full.vouchers = 32;
  full.date = day(2021, 4, 1);
  full.loan = {2};
  full.amount = fen(33);
  full.change.principal = fen(34);
  full.change.interest = fen(-35);
  full.change.penalties = fen(36);
  full.from = day(2021, 4, 2);
  full.to = day(2021, 4, 3);
  full.rate = Rate::from_units(37);
  full.count = 38;
  full.flag = true;
  full.corrected_by = {39};
  full.corrects = {40};
  ll::LoanStep bare;
  bare.id = {1};
  bare.code = "HK-1";
  ll::LoanStep of_same;
  of_same.id = {2};
  of_same.code = "HK-2";
  of_same.loan = {2};
  return {full, bare, of_same};
}

std::vector<ll::LoanDay> some_days() {
  return {{{2}, day(2021, 5, 2), fen(41), day(2021, 6, 1), ll::LoanClass::Loss, 42, 43, true},
          {{2}, day(2021, 5, 1), fen(44), no_day(), ll::LoanClass::Normal, 0, 0, false},
          {{1}, day(2021, 5, 1), fen(45), day(2021, 6, 2), ll::LoanClass::Special, 1, 2, false}};
}

void fill(ll::LoansStore& store) {
  store.insert_loans(some_loans());
  store.insert_steps(some_steps());
  store.insert_days(some_days());
}

/// Gives the first row of every table the values of the second, but for its key and code.
void change(ll::LoansStore& store) {
  const auto put = [](auto rows, auto keep) {
    auto changed = rows[1];
    keep(changed, rows[0]);
    return std::vector{changed};
  };
  const auto keep_code = [](auto& changed, const auto& old) { changed.id = old.id, changed.code = old.code; };
  store.update_loans(put(some_loans(), keep_code));
  store.update_steps(put(some_steps(), [](auto& changed, const auto& old) {
    changed.id = old.id, changed.loan = old.loan, changed.code = old.code;
  }));
  store.update_days(put(some_days(), [](auto& changed, const auto& old) { changed.loan = old.loan, changed.day = old.day; }));
}

/// Everything that can be asked, each answer behind the name of its question.
Texts answers(ll::LoansStore& store) {
  Texts texts;
  const auto one = [&texts](const std::string& name, const auto& row) {
    texts.push_back(name + " " + (row ? text_of(*row) : "none"));
  };
  const auto all = [&texts](const std::string& name, const auto& rows) {
    for (const auto& row : rows) texts.push_back(name + " " + text_of(row));
  };
  const auto scan = [&texts](const auto& row) { texts.push_back("all " + text_of(row)); };
  for (const char* code : {"L1", "L2", "HK-1", "HK-3", "x"}) {
    one("loan", store.loan(code));
    one("step", store.step(code));
  }
  for (std::int64_t id = 0; id <= 4; ++id) {
    one("loan", store.loan(ll::LoanId{id}));
    one("step", store.step(ll::StepId{id}));
    all("steps", store.steps_of(ll::LoanId{id}));
    all("days", store.days_of(ll::LoanId{id}));
  }
  for (const char* household : {"H-1", "H-2"}) all("household", store.loans_of_household(household));
  for (const ll::LoanState state : {ll::LoanState::Applied, ll::LoanState::Active, ll::LoanState::Renewed}) {
    for (const Date until : {day(2021, 3, 6), day(2021, 3, 7), no_day()}) {
      store.standings(state, until, [&texts](const ll::LoanStanding& row) {
        texts.push_back("standing " + std::to_string(row.id.value) + " " + std::string(word_of(row.state)) + to_iso(row.accrual_due) +
                        to_iso(row.open_due) + std::string(word_of(row.loan_class)) + to_iso(row.since));
      });
    }
  }
  store.all_loans(scan);
  store.all_steps(scan);
  store.all_days(scan);
  texts.push_back("count " + std::to_string(store.loan_count()) + " " + std::to_string(store.step_count()));
  return texts;
}

}  // namespace

TEST_CASE("the rows of loans answer every question as plain maps do, before and after they change", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->loans_of(one.book);
  tests::MemoryLoansStore maps;
  CHECK(answers(*rows) == answers(maps));
  fill(maps);
  write(*one.store, [&] { fill(*rows); });
  CHECK(answers(*rows) == answers(maps));
  CHECK(answers(*rows).size() > 30);
  change(maps);
  write(*one.store, [&] { change(*rows); });
  CHECK(answers(*rows) == answers(maps));
}

TEST_CASE("the loans of one book are not seen from another", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "dingbian");
  write(*one.store, [&] { fill(*one.store->loans_of(one.book)); });
  tests::MemoryLoansStore empty;
  CHECK(answers(*one.store->loans_of(other)) == answers(empty));
  write(*one.store, [&] { fill(*one.store->loans_of(other)); });
}

TEST_CASE("a code of a loan or a step, or a loan's day twice is a broken rule of the schema", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->loans_of(one.book);
  write(*one.store, [&] { fill(*rows); });
  ll::Loan loan = some_loans()[0];
  loan.id = {3};
  ll::LoanStep step = some_steps()[0];
  step.id = {4};
  const std::vector<std::function<void()>> twice{[&] { rows->insert_loans(std::span(&loan, 1)); },
                                                 [&] { rows->insert_steps(std::span(&step, 1)); },
                                                 [&] { rows->insert_days(some_days()); }};
  for (const auto& insert : twice) {
    one.store->begin_write();
    CHECK_THROWS_AS(finish(*one.store, insert), store::ConstraintViolation);
    one.store->rollback();
  }
}

}  // namespace mingzhang::contract
