// SPDX-License-Identifier: Apache-2.0
// INV-05: a month in use has a row for all that ever moved up to it; details and chains lead to every line.
#include <set>
#include <string>
#include <vector>

#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

ledger::Cell cell(SampleBook& sample, const std::string& account, const std::string& fund) {
  return {sample.book().accounts().find(account)->id, sample.book().funds().find(fund)->id};
}

/// "opening debit/credit, debit/credit" of a month's own row in fen; "none" without one.
std::string row(SampleBook& sample, std::string_view iso, const std::string& account) {
  const ledger::Balance* found = sample.book().balances().row(month(iso), cell(sample, account, "F1"));
  if (found == nullptr) return "none";
  return std::to_string(found->opening_debit.fen()) + "/" + std::to_string(found->opening_credit.fen()) + ", " +
         std::to_string(found->debit.fen()) + "/" + std::to_string(found->credit.fen());
}

ledger::VoucherRequest with_details(ledger::VoucherRequest request, const std::string& project,
                                    const std::string& subject) {
  request.lines[0].project = project;
  request.lines[0].subject = subject;
  return request;
}

/// Posts into five months in an order that makes chains, details and openings grow from all sides.
void post_many(SampleBook& sample) {
  for (const char* iso : {"2016-05-01", "2016-02-10", "2016-05-01", "2016-08-31", "2016-03-15", "2016-02-01"}) {
    sample.run(with_details(transfer(iso, "5001", "1011", 10, "F1"), "P1", "H-1"));
    sample.run(with_details(transfer(iso, "5001", "1011", 20, "F2"), "", "H-1"));
    sample.run(with_details(transfer(iso, "5001", "1011", 30, "F1"), "P2", ""));
    sample.run(transfer(iso, "5001", "3001", 40, "F1"));
    sample.flush();
    sample.run(voucher(iso, {debit("5001", 1, "F1"), debit("5001", 2, "F1"), credit("1011", 3, "F1")}));
  }
}

/// Follows one chain and adds its lines; false where a line turns up twice.
bool follow(MemoryLedgerStore& store, ledger::LineId last, ledger::LineId ledger::PostedLine::*previous,
            std::set<std::int64_t>& seen) {
  for (ledger::LineId id = last; !id.is_none();) {
    const auto line = store.line(id);
    if (!line || !seen.insert(id.value).second) return false;
    if (*line.*previous >= id) return false;  // chains lead back in time
    id = *line.*previous;
  }
  return true;
}

}  // namespace

TEST_CASE("INV-05 a backdated voucher changes the openings of all later months", "[ledger][balances]") {
  SampleBook sample;
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.run(transfer("2016-06-05", "5001", "1011", 40, "F1"));
  CHECK(row(sample, "2016-06", "1011") == "100/0, 0/40");
  CHECK(row(sample, "2016-06", "3001") == "0/100, 0/0");  // did not move in June and has its row
  CHECK(row(sample, "2016-03", "5001") == "none");        // moved later only

  sample.run(transfer("2016-03-01", "5001", "1011", 5, "F1"));
  CHECK(row(sample, "2016-03", "1011") == "0/0, 100/5");
  CHECK(row(sample, "2016-06", "1011") == "100/5, 0/40");
  CHECK(row(sample, "2016-06", "5001") == "5/0, 40/0");
  CHECK(row(sample, "2016-04", "1011") == "none");  // not in use
  CHECK(sample.difference() == "");

  // A cell that is new in an old month gets its row in every later month too.
  sample.run(transfer("2016-03-01", "1201", "2001", 7, "F1"));
  CHECK(row(sample, "2016-06", "1201") == "7/0, 0/0");
  CHECK(sample.difference() == "");
}

TEST_CASE("INV-05 a month in the middle and a month before all others can be used late", "[ledger][balances]") {
  for (const bool is_fresh : {false, true}) {
    SampleBook sample;
    const auto pause = [&] {
      if (!is_fresh) return;
      sample.flush();
      sample.reopen();
    };
    sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
    sample.run(transfer("2016-06-05", "5001", "1011", 40, "F1"));
    pause();
    sample.run(transfer("2016-05-05", "5001", "1011", 10, "F1"));
    CHECK(row(sample, "2016-05", "1011") == "100/0, 0/10");
    CHECK(row(sample, "2016-05", "3001") == "0/100, 0/0");
    CHECK(row(sample, "2016-06", "1011") == "100/10, 0/40");
    pause();
    sample.run(transfer("2016-01-05", "1201", "2001", 3, "F1"));
    CHECK(row(sample, "2016-01", "1201") == "0/0, 3/0");
    CHECK(row(sample, "2016-01", "1011") == "none");
    CHECK(row(sample, "2016-03", "1201") == "3/0, 0/0");
    CHECK(row(sample, "2016-06", "1201") == "3/0, 0/0");
    CHECK(sample.difference() == "");
  }
}

TEST_CASE("totals of a month that is not in use are those of the month before", "[ledger][balances]") {
  SampleBook sample;
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.run(transfer("2016-06-05", "1011", "3001", 50, "F1"));
  ledger::Balances& balances = sample.book().balances();
  const ledger::Cell transit = cell(sample, "1011", "F1");
  CHECK(balances.totals(month("2016-02"), transit).debit.fen() == 0);
  CHECK(balances.totals(month("2016-03"), transit).debit.fen() == 100);
  CHECK(balances.totals(month("2016-05"), transit).debit.fen() == 100);
  CHECK(balances.totals(month("2016-06"), transit).debit.fen() == 150);
  CHECK(balances.totals(month("2020-01"), transit).debit.fen() == 150);
  CHECK(balances.totals_now(transit).net(ledger::Side::Credit).fen() == -150);
  CHECK_FALSE(balances.in_use_at(month("2016-02")).has_value());
  CHECK(balances.in_use_at(month("2016-05")) == month("2016-03"));
  CHECK(balances.last_in_use() == month("2016-06"));
}

TEST_CASE("closing a month without vouchers does not put it in use", "[ledger][balances]") {
  SampleBook sample;
  sample.change_period("2016-01", ledger::PeriodAction::Close);
  sample.change_period("2016-02", ledger::PeriodAction::Close);
  CHECK_FALSE(sample.book().balances().last_in_use().has_value());
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.change_period("2016-02", ledger::PeriodAction::Reopen);
  sample.run(transfer("2016-02-05", "5001", "1011", 1, "F1"));
  CHECK(sample.difference() == "");
}

TEST_CASE("details stand per subject, project, account, fund and month", "[ledger][balances]") {
  SampleBook sample;
  post_many(sample);
  CHECK(sample.difference() == "");
  const auto subject = sample.store().subject("H-1");
  const auto first = sample.store().project("P1");
  REQUIRE(subject.has_value());
  REQUIRE(first.has_value());
  CHECK(sample.store().details_of(subject->id).size() == 8);  // 4 months, two kinds of lines
  const ledger::Cell expense = cell(sample, "5001", "F1");
  const auto may = sample.store().detail(subject->id, first->id, expense.account, expense.fund, month("2016-05"));
  REQUIRE(may.has_value());
  CHECK(may->debit.fen() == 20);  // two vouchers of 10 on 2016-05-01
  CHECK(may->credit.fen() == 0);
}

TEST_CASE("INV-11 details sum to the lines that name a subject or a project", "[ledger][balances]") {
  SampleBook sample;
  post_many(sample);
  sample.flush();
  std::int64_t detail_sum = 0;
  for (const char* code : {"P1", "P2"}) {
    for (const ledger::Detail& detail : sample.store().details_of(sample.store().project(code)->id)) {
      detail_sum += detail.debit.fen();
    }
  }
  CHECK(detail_sum == 6 * (10 + 30));  // post_many: six dates, 10 fen on P1 and 30 on P2 each
}

TEST_CASE("chains lead from the last line of a row to every line exactly once", "[ledger][balances]") {
  SampleBook sample;
  post_many(sample);
  sample.flush();
  MemoryLedgerStore& store = sample.store();
  std::set<std::int64_t> in_accounts;
  for (const ledger::Period& period : store.periods()) {
    store.balances(period.month, [&](const ledger::Balance& balance) {
      CHECK(follow(store, balance.last_line, &ledger::PostedLine::previous_in_account, in_accounts));
    });
  }
  std::set<std::int64_t> all;
  std::set<std::int64_t> with_project;
  store.lines(ledger::LineId{1}, sample.book().next_line(), [&](const ledger::PostedLine& line) {
    all.insert(line.id.value);
    if (!line.project.is_none()) with_project.insert(line.id.value);
  });
  CHECK(all.size() == 6 * 11);  // post_many: four pairs and one voucher of three lines on each of six dates
  CHECK(in_accounts == all);

  std::set<std::int64_t> in_details;
  for (const char* code : {"P1", "P2"}) {
    for (const ledger::Detail& detail : store.details_of(store.project(code)->id)) {
      CHECK(follow(store, detail.last_line, &ledger::PostedLine::previous_in_detail, in_details));
    }
  }
  CHECK(with_project.size() == 12);
  CHECK(in_details == with_project);
}

TEST_CASE("a line is found before and after it is written", "[ledger][balances]") {
  SampleBook sample;
  sample.run(transfer("2016-03-05", "1011", "3001", 100, "F1"));
  sample.flush();
  sample.run(transfer("2016-03-05", "1011", "3001", 200, "F1"));
  ledger::Postings& postings = sample.book().postings();
  for (const bool is_written : {false, true}) {
    if (is_written) sample.flush();
    REQUIRE(postings.line(ledger::LineId{2}).has_value());
    REQUIRE(postings.line(ledger::LineId{3}).has_value());
    CHECK(postings.line(ledger::LineId{2})->amount.fen() == 100);
    CHECK(postings.line(ledger::LineId{3})->amount.fen() == 200);
    CHECK(postings.line(ledger::LineId{3})->previous_in_account == ledger::LineId{1});
    CHECK_FALSE(postings.line(ledger::LineId{5}).has_value());
  }
}

}  // namespace mingzhang::tests
