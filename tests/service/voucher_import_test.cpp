// SPDX-License-Identifier: Apache-2.0
// Importing into a book: all or nothing, once per file, and every refusal of the book at its row and column.
#include "service/imports/voucher_import.h"

#include <string>
#include <vector>

#include "ledger/account_commands.h"
#include "service/drafts.h"
#include "service/imports/voucher_import_plan.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using service::ImportOptions;
using service::ImportProblem;
using service::ImportResult;

const std::string kVoucherHeader = "voucher,date,summary,account,side,amount,fund,project,subject\n";
const std::string kGood = kVoucherHeader +
                          "1,2016-03-01,拨入,1002,借,100.00,F1,,\n"
                          "1,2016-03-01,拨入,4001,贷,100.00,F1,,\n"
                          "2,2016-03-02,支出,5001,借,40.00,F1,,H1\n"
                          "2,2016-03-02,支出,1002,贷,40.00,F1,,\n";

struct ImportOffice {
  TemporaryFolder directory;
  Desk desk{"sqlite:" + directory.file("books.db")};
  ImportOptions options;

  ImportOffice() {
    desk.open_book();
    options.book = kBook;
    options.by = "maker";
    options.approved_by = "checker";
  }

  ImportResult import(const std::string& file) {
    return service::import_vouchers(file, options, desk.database(), desk.writer(), desk.clock(), {});
  }

  std::vector<service::PendingDraft> pending() {
    return service::Drafts(desk.writer(), desk.clock()).pending(kBook).value();
  }
};

std::vector<std::string> lines_of(const ImportResult& result) {
  std::vector<std::string> lines;
  for (const ImportProblem& problem : result.problems) {
    lines.push_back(std::string(problem.problem.info->code) + " " + std::to_string(problem.row) + " " +
                    problem.column + " " + problem.value);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("a good file is posted in one request and the book proves it", "[service][import]") {
  ImportOffice office;
  const std::int64_t before = office.desk.records();
  const ImportResult result = office.import(kGood);
  INFO(lines_of(result).size());
  REQUIRE(result.is_ok());
  CHECK(result.vouchers == 2);
  CHECK(result.lines == 4);
  REQUIRE(result.receipt);
  CHECK(result.receipt->first_seq == before);
  CHECK(result.receipt->records == 2);
  CHECK_FALSE(result.receipt->is_repeat);
  CHECK(office.desk.balance_fen("1002", "F1") == 6'000);
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("the same file again gives the first receipt and posts nothing", "[service][import]") {
  ImportOffice office;
  office.options.create_accounts = true;
  const std::string file = kVoucherHeader + "1,2016-03-01,s,9001,借,1,N1,,\n1,2016-03-01,s,9002,贷,1,N1,,\n";
  const ImportResult first = office.import(file);
  REQUIRE(first.receipt);
  const std::int64_t records = office.desk.records();
  const ImportResult again = office.import(file);
  REQUIRE(again.receipt);
  CHECK(again.receipt->is_repeat);
  CHECK(again.receipt->first_seq == first.receipt->first_seq);
  CHECK(again.receipt->records == 4);
  CHECK(again.receipt->leaf_sha256 == first.receipt->leaf_sha256);
  CHECK(again.accounts_created == 0);
  CHECK(office.desk.records() == records);
  office.options.dry_run = true;
  const ImportResult rehearsed = office.import(file);
  REQUIRE(rehearsed.receipt);
  CHECK(rehearsed.receipt->is_repeat);
}

TEST_CASE("the same file with other options is a conflict, in another book it is not", "[service][import]") {
  ImportOffice office;
  REQUIRE(office.import(kGood).is_ok());
  const std::int64_t records = office.desk.records();
  office.options.type = ledger::VoucherType::Transfer;
  CHECK(lines_of(office.import(kGood)) == Lines{"IMPORT-502 0  "});
  office.options.type = ledger::VoucherType::General;
  office.options.approved_by.clear();
  CHECK(lines_of(office.import(kGood)) == Lines{"IMPORT-502 0  "});
  CHECK(office.desk.records() == records);
  REQUIRE(code_of(office.desk.submit(open_test_book("other"))) == "");
  office.options.book = "other";
  office.options.approved_by = "checker";
  CHECK(office.import(kGood).is_ok());
}

TEST_CASE("one bad row changes nothing at all", "[service][import]") {
  ImportOffice office;
  const std::int64_t records = office.desk.records();
  for (const char* rows : {"3,2016-03-03,s,1002,借,1.005,F1,,\n", "3,2016-03-03,s,1002,借,1,F1,,\n",
                           "3,2016-03-03,s,7777,借,1,F1,,\n3,2016-03-03,s,1002,贷,1,F1,,\n",
                           "3,2016-03-03,s,5001,借,99,F1,,\n3,2016-03-03,s,1002,贷,99,F1,,\n"}) {
    INFO(rows);
    CHECK_FALSE(office.import(kGood + rows).is_ok());
    CHECK(office.desk.records() == records);
    CHECK(office.desk.balance_fen("1002", "F1") == 0);
    CHECK(office.desk.balance_fen("5001", "F1") == 0);
  }
  CHECK(first_problem_of(office.desk.verify()) == "");
  CHECK(office.import(kGood).is_ok());
}

TEST_CASE("what the book refuses is told at the row and column of the file", "[service][import]") {
  ImportOffice office;
  CHECK(lines_of(office.import(kGood +
                               "3,2015-12-31,s,5001,借,1,F1,,\n3,2015-12-31,s,4001,贷,1,F1,,\n"
                               "4,2016-03-03,s,7777,借,1,F9,P9,\n4,2016-03-03,s,4001,贷,1,F9,P9,\n"
                               "5,2016-03-03,s,5001,借,99,F1,,\n5,2016-03-03,s,1002,贷,99,F1,,\n")) ==
        Lines{"POST-301 6 date 2015-12-31", "POST-201 8 account 7777", "POST-202 8 fund F9", "POST-202 9 fund F9",
              "POST-203 8 project P9", "POST-203 9 project P9", "POST-401 10 voucher 5"});
}

TEST_CASE("what is wrong with a voucher's shape is told at its row and column", "[service][import]") {
  ImportOffice office;
  const std::string shape = "3,2016-03-03,\"a\nb\",5001,借,1,F1,,\n3,2016-03-03,,1002,贷,1,F1,,\n"
                            "4,2016-03-03,s,5001,借,1,F1,,\n"
                            "5,2019-03-03,s,5001,借,3,F1,,\n5,2019-03-03,s,1002,贷,2,F1,,110101199003070134\n";
  const Lines expected = {"POST-101 6 summary ",   "POST-106 9 voucher 4", "POST-112 9 voucher 4",
                          "POST-114 9 amount 1.00", "POST-104 11 subject **************0134",
                          "POST-111 10 date 2019-03-03", "POST-114 10 amount 3.00"};
  CHECK(lines_of(office.import(kGood + shape)) == expected);
  // The same is told beside rows that cannot be read.
  Lines beside = lines_of(office.import(kGood + shape + "6,2016-03-03,s,1002,x,1,,,\n"));
  REQUIRE_FALSE(beside.empty());
  CHECK(beside.front() == "IMPORT-305 12 side x");
  beside.erase(beside.begin());
  CHECK(beside == expected);
}

TEST_CASE("unknown codes are made in the same request where that is asked for", "[service][import]") {
  ImportOffice office;
  const std::string file = kVoucherHeader +
                           "1,2016-03-01,s,9001,借,5,新资金,新项目,H1\n1,2016-03-01,s,9002,贷,5,新资金,新项目,\n"
                           "2,2016-03-01,s,9002,借,5,F1,,\n2,2016-03-01,s,1201,贷,5,F1,,\n";
  const std::int64_t records = office.desk.records();
  CHECK(office.import(file).problems.size() == 7);
  CHECK(office.desk.records() == records);
  office.options.create_accounts = true;
  const ImportResult result = office.import(file);
  REQUIRE(result.receipt);
  CHECK(result.accounts_created == 2);
  CHECK(result.funds_created == 1);
  CHECK(result.projects_created == 1);
  CHECK(office.desk.records() == records + 6);
  const auto store = office.desk.database().ledger(*office.desk.database().find_book(kBook));
  const auto account = store->account("9001");
  REQUIRE(account);
  CHECK(account->name == "9001");
  CHECK(account->account_class == ledger::AccountClass::Unclassified);
  CHECK(account->parent.is_none());
  CHECK_FALSE(account->never_negative);
  CHECK(store->fund("新资金")->name == "新资金");
  CHECK(store->project("新项目")->name == "新项目");
  CHECK(office.desk.balance_fen("9001", "新资金") == 500);
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("a code that is too long to be made is told where it stands", "[service][import]") {
  ImportOffice office;
  office.options.create_accounts = true;
  const std::string code(65, 'A');
  const ImportResult result =
      office.import(kGood + "3,2016-03-01,s,5001,借,5,F1,,\n3,2016-03-01,s," + code + ",贷,5,F1,,\n");
  CHECK(lines_of(result) == Lines{"POST-103 7 account " + std::string(57, 'A') + "…"});
  CHECK(result.accounts_created == 0);
}

TEST_CASE("a refusal to make a code is told where the file names it first", "[service][import]") {
  // Somebody else makes the account between the look into the book and the request.
  service::Refusal refusal;
  refusal.problems.push_back({0, Problem{&ledger::info_of(ledger::AccountOutcome::AccountExists), "", "9001"}});
  const service::ImportPlan plan =
      service::plan_of({}, {service::NewName{service::ImportColumn::Account, "9001", 17}}, {});
  service::ImportProblems problems;
  service::translate(refusal, plan, problems);
  ImportResult result;
  result.problems = problems.take();
  CHECK(lines_of(result) == Lines{"ACCT-301 17 account 9001"});
}

TEST_CASE("without an approver the vouchers become a draft, once", "[service][import]") {
  ImportOffice office;
  office.options.approved_by.clear();
  const std::int64_t records = office.desk.records();
  const ImportResult result = office.import(kGood);
  REQUIRE(result.draft);
  CHECK_FALSE(result.receipt);
  CHECK(office.desk.records() == records);
  REQUIRE(office.pending().size() == 1);
  CHECK(office.pending().front().commands.size() == 2);
  CHECK(lines_of(office.import(kGood)) == Lines{"IMPORT-503 0  "});
  office.options.approved_by = "checker";
  CHECK(lines_of(office.import(kGood)) == Lines{"IMPORT-503 0  "});
  service::Drafts drafts(office.desk.writer(), office.desk.clock());
  REQUIRE(drafts.approve(kBook, *result.draft, "checker"));
  CHECK(office.desk.balance_fen("1002", "F1") == 6'000);
  CHECK(lines_of(office.import(kGood)) == Lines{"IMPORT-503 0  "});
  CHECK(office.desk.records() == records + 2);
}

TEST_CASE("a draft that was sent back may come again", "[service][import]") {
  ImportOffice office;
  office.options.approved_by.clear();
  const ImportResult first = office.import(kGood);
  REQUIRE(first.draft);
  service::Drafts drafts(office.desk.writer(), office.desk.clock());
  REQUIRE(drafts.reject(kBook, *first.draft, "checker", "日期不对"));
  const ImportResult second = office.import(kGood);
  REQUIRE(second.draft);
  CHECK(*second.draft == *first.draft + 1);
}

TEST_CASE("a draft adds no codes and says which ones are missing", "[service][import]") {
  ImportOffice office;
  office.options.approved_by.clear();
  office.options.create_accounts = true;
  const std::string file = kVoucherHeader + "1,2016-03-01,s,9001,借,5,,,\n1,2016-03-01,s,1201,贷,5,,,\n";
  CHECK(lines_of(office.import(file)) == Lines{"IMPORT-501 2 account 9001"});
  CHECK(office.pending().empty());
  office.options.create_accounts = false;
  CHECK(lines_of(office.import(file)) == Lines{"POST-201 2 account 9001"});
}

TEST_CASE("a migration needs nobody's approval and its records say so", "[service][import]") {
  ImportOffice office;
  office.options.by.clear();
  office.options.approved_by.clear();
  office.options.is_system = true;
  const ImportResult result = office.import(kGood);
  REQUIRE(result.receipt);
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("the people's roles are checked", "[service][import]") {
  ImportOffice office;
  office.options.approved_by = "maker";
  CHECK(lines_of(office.import(kGood)) == Lines{"REQ-406 0  "});
  office.options.by = "nobody";
  CHECK(lines_of(office.import(kGood)) == Lines{"REQ-402 0  "});
  office.options.approved_by.clear();
  CHECK(lines_of(office.import(kGood)) == Lines{"REQ-402 0  "});
  office.options.book = "nowhere";
  CHECK(lines_of(office.import(kGood)) == Lines{"REQ-201 0  "});
}

TEST_CASE("a rehearsal finds what the import would find and changes nothing", "[service][import]") {
  ImportOffice office;
  const std::int64_t records = office.desk.records();
  office.options.dry_run = true;
  office.options.create_accounts = true;
  const std::string file = kVoucherHeader + "1,2016-03-01,s,9001,借,5,,,\n1,2016-03-01,s,1201,贷,5,,,\n";
  const ImportResult good = office.import(file);
  CHECK(good.is_ok());
  CHECK_FALSE(good.receipt);
  CHECK(good.accounts_created == 1);
  const std::string overdrawn = kGood + "3,2016-03-03,s,5001,借,99,F1,,\n3,2016-03-03,s,1002,贷,99,F1,,\n";
  CHECK(lines_of(office.import(overdrawn)) == Lines{"POST-401 6 voucher 3"});
  office.options.by = "checker";
  CHECK(lines_of(office.import(kGood)) == Lines{"REQ-403 0  "});
  office.options.approved_by.clear();
  CHECK(lines_of(office.import(kGood)) == Lines{"REQ-403 0  "});
  CHECK(office.pending().empty());
  CHECK(office.desk.records() == records);
}

TEST_CASE("the bad rows come back as a file with the reasons", "[service][import]") {
  ImportOffice office;
  const std::string file = kGood + "3,2016-03-03,\"=1+1,x\",5001,x,-1.005\n";
  const ImportResult result = office.import(file);
  REQUIRE(result.problems.size() == 2);
  const std::string bad = service::export_bad_rows(file, result.problems);
  const std::string start = "\xEF\xBB\xBFvoucher,date,summary,account,side,amount,fund,project,subject,错误\r\n"
                            "3,2016-03-03,\"'=1+1,x\",5001,x,-1.005,,,,";
  CHECK(bad.substr(0, start.size()) == start);
  CHECK(bad.find("IMPORT-305") != std::string::npos);
  CHECK(bad.find("IMPORT-308") != std::string::npos);
  CHECK(bad.find("拨入") == std::string::npos);
  CHECK(bad.substr(bad.size() - 2) == "\r\n");
  CHECK(service::export_bad_rows(kGood, {}) == "");
  const ImportResult unread = office.import("\xFF\xFF\xFF");
  CHECK(service::export_bad_rows("\xFF\xFF\xFF", unread.problems) == "");
}

}  // namespace
}  // namespace mingzhang::tests
