// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the head row, accounts, funds, projects, subjects, periods, grants and requests.
#include "store/connection.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {

TEST_CASE("books are found by name and listed by name", "[store][contract]") {
  OneBook one;
  const ledger::BookId second = add_book(*one.store, "alashan");
  CHECK(one.book.value == 1);
  CHECK(second.value == 2);
  CHECK(one.store->find_book("yanchi") == one.book);
  CHECK(one.store->find_book("alashan") == second);
  CHECK_FALSE(one.store->find_book("nobody").has_value());
  const std::vector<ledger::BookName> books = one.store->books();
  REQUIRE(books.size() == 2);
  CHECK(books[0].name == "alashan");
  CHECK(books[1].name == "yanchi");
  CHECK(books[1].id == one.book);
}

TEST_CASE("a name can be given to one book only", "[store][contract]") {
  OneBook one;
  one.store->begin_write();
  CHECK_THROWS_AS(one.store->add_book_name("yanchi"), store::ConstraintViolation);
  one.store->rollback();
  CHECK(one.store->books().size() == 1);
}

TEST_CASE("a head row comes back as it was written and updated", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  ledger::BookHead head = empty_head(one.book, "yanchi");
  CHECK(text_of(rows->head().value()) == text_of(head));

  head.title = "改名的合成账";
  head.start = month(2017, 12);
  head.records = 9'007'199'254'740'991;  // 2^53 − 1, the largest integer of a record
  head.lines = 12'345'678'901;
  head.frontier_sha256 = std::string(1'700, '\x00');  // longer than the frontier of any tree: 8 + 32 · 53 bytes
  write(*one.store, [&] { rows->update_head(head); });
  CHECK(text_of(rows->head().value()) == text_of(head));
}

TEST_CASE("a book without a head row has none", "[store][contract]") {
  OneBook one;
  CHECK_FALSE(one.store->ledger({77})->head().has_value());
}

TEST_CASE("accounts are found by code and id and listed by code", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  CHECK(rows->account_count() == 0);
  ledger::Account bank = account_of(2, "1002", "银行存款");
  ledger::Account special = account_of(1, "100201", "扶贫专户");
  special.parent = {2};
  special.account_class = ledger::AccountClass::Unclassified;
  special.normal_side = ledger::Side::Credit;
  special.closes_to = "3001";
  special.has_children = true;
  special.keeps_days = true;
  special.is_closed = true;
  ledger::Account income = account_of(3, "0001", "合成收入");
  income.never_negative = true;
  income.is_frozen = true;
  write(*one.store, [&] { rows->insert_accounts(std::vector{bank, special, income}); });

  CHECK(texts_of(rows->accounts()) == Texts{text_of(income), text_of(bank), text_of(special)});
  CHECK(text_of(rows->account("100201").value()) == text_of(special));
  CHECK(text_of(rows->account(ledger::AccountId{2}).value()) == text_of(bank));
  CHECK_FALSE(rows->account("9999").has_value());
  CHECK_FALSE(rows->account(ledger::AccountId{4}).has_value());
  CHECK(rows->account_count() == 3);

  bank.name = "银行存款（合成）";
  bank.has_children = true;
  special.closes_to.clear();
  write(*one.store, [&] { rows->update_accounts(std::vector{special, bank}); });
  CHECK(texts_of(rows->accounts()) == Texts{text_of(income), text_of(bank), text_of(special)});
}

TEST_CASE("funds, projects and subjects are found by code and id and listed by id", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const std::vector<ledger::Fund> funds = {{{2}, "F-B", "省级资金", "合成〔2016〕2号", true},
                                           {{1}, "F-C", "中央资金", "", false}};
  const std::vector<ledger::Project> projects = {{{2}, "P-1", "合成村道路"}, {{1}, "P-2", "合成村水窖"}};
  const std::vector<ledger::Subject> subjects = {{{2}, "H-0001"}, {{1}, "H-0002"}};
  write(*one.store, [&] {
    rows->insert_funds(funds);
    rows->insert_projects(projects);
    rows->insert_subjects(subjects);
  });

  CHECK(texts_of(rows->funds()) == Texts{text_of(funds[1]), text_of(funds[0])});
  CHECK(text_of(rows->fund("F-B").value()) == text_of(funds[0]));
  CHECK(text_of(rows->fund(ledger::FundId{1}).value()) == text_of(funds[1]));
  CHECK_FALSE(rows->fund("F-D").has_value());
  CHECK_FALSE(rows->fund(ledger::FundId{3}).has_value());
  CHECK(texts_of(rows->projects()) == Texts{text_of(projects[1]), text_of(projects[0])});
  CHECK(text_of(rows->project("P-1").value()) == text_of(projects[0]));
  CHECK(text_of(rows->project(ledger::ProjectId{1}).value()) == text_of(projects[1]));
  CHECK_FALSE(rows->project("P-3").has_value());
  CHECK_FALSE(rows->project(ledger::ProjectId{3}).has_value());
  CHECK(text_of(rows->subject("H-0001").value()) == text_of(subjects[0]));
  CHECK(text_of(rows->subject(ledger::SubjectId{1}).value()) == text_of(subjects[1]));
  CHECK_FALSE(rows->subject("H-0003").has_value());
  CHECK_FALSE(rows->subject(ledger::SubjectId{3}).has_value());
}

TEST_CASE("counts are the largest ids given, not the numbers of rows", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  CHECK(rows->fund_count() == 0);
  CHECK(rows->project_count() == 0);
  CHECK(rows->subject_count() == 0);
  write(*one.store, [&] {
    rows->insert_accounts(std::vector{account_of(40, "1001", "库存现金")});
    rows->insert_funds(std::vector<ledger::Fund>{{{5}, "F", "资金", "", false}, {{10}, "G", "资金", "", false}});
    rows->insert_projects(std::vector<ledger::Project>{{{20}, "P", "项目"}});
    rows->insert_subjects(std::vector<ledger::Subject>{{{30}, "H"}});
  });
  CHECK(rows->account_count() == 40);
  CHECK(rows->fund_count() == 10);
  CHECK(rows->project_count() == 20);
  CHECK(rows->subject_count() == 30);
}

TEST_CASE("texts of people come back byte for byte", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  // A character outside the basic plane, a combining mark, quotes, a percent sign and a NUL byte's neighbour.
  const std::string name = "𠮷 é 'x' \"y\" 100% \\ ; -- \x01";
  write(*one.store, [&] {
    rows->insert_projects(std::vector<ledger::Project>{{{1}, "'; DROP TABLE line; --", name}});
  });
  const std::optional<ledger::Project> project = rows->project("'; DROP TABLE line; --");
  REQUIRE(project.has_value());
  CHECK(project->name == name);
}

TEST_CASE("periods are listed by month and change their state", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const ledger::Period december{month(2016, 12), ledger::PeriodState::Open, true};
  ledger::Period november{month(2016, 11), ledger::PeriodState::Open, false};
  write(*one.store, [&] { rows->insert_periods(std::vector{december, november}); });
  CHECK(texts_of(rows->periods()) == Texts{"2016-11|#1|no", "2016-12|#1|yes"});
  november.state = ledger::PeriodState::Locked;
  november.in_use = true;
  write(*one.store, [&] { rows->update_periods(std::vector{november}); });
  CHECK(texts_of(rows->periods()) == Texts{"2016-11|#3|yes", "2016-12|#1|yes"});
}

TEST_CASE("grants are listed by user and role and can be revoked", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] {
    rows->insert_grants(
        std::vector<ledger::Grant>{{"wang", "reader", true}, {"li", "preparer", true}, {"li", "approver", true}});
    rows->update_grants(std::vector<ledger::Grant>{{"li", "preparer", false}});
  });
  CHECK(texts_of(rows->grants()) == Texts{"li|approver|yes", "li|preparer|no", "wang|reader|yes"});
}

TEST_CASE("the first answer to an idempotency key is found", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const ledger::RequestEntry entry{"import-2016-10/行1", std::string(64, 'a'), 12, 3};
  write(*one.store, [&] { rows->insert_requests(std::vector{entry}); });
  CHECK(text_of(rows->request("import-2016-10/行1").value()) == text_of(entry));
  CHECK_FALSE(rows->request("import-2016-10/行").has_value());
}

TEST_CASE("an empty text that must not be empty is refused", "[store][contract]") {
  OneBook one;
  one.store->begin_write();
  const std::vector<ledger::Project> nameless{{{1}, "P", ""}};
  CHECK_THROWS_AS(finish(*one.store, [&] { one.store->ledger(one.book)->insert_projects(nameless); }),
                  store::ConstraintViolation);
  one.store->rollback();
}

}  // namespace mingzhang::contract
