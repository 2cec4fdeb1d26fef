// SPDX-License-Identifier: Apache-2.0
// Indicators, allocations and payment lists on the command line. All households are synthetic.
#include <fstream>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "tests/cli/shell.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::Ran;
using mingzhang::tests::Shell;

/// A book whose indicator F1 of 1,000.00 has arrived on 2016-01-10.
class FundShell {
 public:
  FundShell() {
    shell_.make_book();
    REQUIRE(two({"indicator", "add", "F1", "--document", "样例〔2016〕1号", "--level", "省", "--purpose", "产业发展",
                 "--amount", "1000.00", "--date", "2016-01-10", "--arrives"})
                .code == mingzhang::cli::kDone);
  }

  /// Prepared by one, approved by the other.
  Ran two(std::vector<std::string> words) {
    words.insert(words.end(), {"--as", "zhidan", "--approve-as", "shenhe"});
    return shell_.run(words);
  }
  Ran run(const std::vector<std::string>& words) { return shell_.run(words); }
  Ran allocate(const std::string& code, const std::string& date, const std::string& amount) {
    return two({"allocation", "add", "--code", code, "--indicator", "F1", "--date", date, "--total", amount, "--target",
                "XZ-01 " + amount});
  }
  /// A list of 100.00 and 50.00.
  Ran submit(const std::string& code, const std::string& total) {
    return two({"disbursement", "submit", "--code", code, "--indicator", "F1", "--title", "到户补助", "--date",
                "2016-04-01", "--total", total, "--row", "HU-SYN-1 100.00", "--row", "HU-SYN-2 50.00"});
  }
  Ran change(const std::string& action, const std::string& code, const std::string& date) {
    return two({"disbursement", action, "L1", "--code", code, "--date", date, "--row", "2", "--reason", "账户不存在"});
  }
  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(shell_.file(name), std::ios::binary) << text;
    return shell_.file(name);
  }

 private:
  Shell shell_;
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an allocation beyond what is left is refused with the day", "[cli][funds]") {
  FundShell shell;
  REQUIRE(shell.allocate("A1", "2016-05-01", "900.00").code == mingzhang::cli::kDone);
  // Enough on its own day, but then 900.00 could not have been allocated on 1 May: 1,000.00 − 100.01 − 900.00 = −0.01.
  const Ran backdated = shell.allocate("A2", "2016-03-01", "100.01");
  CHECK(backdated.code == mingzhang::cli::kConflict);
  CHECK(holds(backdated.notes, "FUND-401"));
  CHECK(holds(backdated.notes, "2016-05-01 → -0.01"));
  CHECK(shell.allocate("A2", "2016-03-01", "100.00").code == mingzhang::cli::kDone);
  CHECK(shell.run({"verify"}).code == mingzhang::cli::kDone);
}

TEST_CASE("every word that cannot be read is told at once", "[cli][funds]") {
  FundShell shell;
  const Ran wrong = shell.two({"allocation", "add", "--code", "A1", "--indicator", "F1", "--date", "1.3.2016", "--kind",
                               "街道", "--total", "1,000.00", "--target", "XZ-01", "--target", "XZ-02 0.005"});
  CHECK(wrong.code == mingzhang::cli::kValidation);
  for (const char* part : {"READ-101", "--date", "READ-121", "--kind", "READ-103", "--total", "READ-122", "--target 1",
                           "--target 2"}) {
    INFO(part);
    CHECK(holds(wrong.notes, part));
  }
}

TEST_CASE("a list that is off by one fen is refused with both sums", "[cli][funds]") {
  FundShell shell;
  const Ran off = shell.submit("L1", "150.01");
  CHECK(off.code == mingzhang::cli::kValidation);
  CHECK(holds(off.notes, "150.00 ≠ 150.01"));
  CHECK(shell.submit("L1", "150.00").code == mingzhang::cli::kDone);
}

TEST_CASE("a file is imported once, whatever the list is called", "[cli][funds][import]") {
  FundShell shell;
  const std::string path = shell.file("list.csv", "\xEF\xBB\xBFhousehold,person,amount,note\nHU-SYN-1,PE-SYN-1,100.00,合成\n");
  const auto import_as = [&](const std::string& code) {
    return shell.two({"import", "disbursement", path, "--code", code, "--indicator", "F1", "--title", "到户补助", "--date",
                      "2016-04-01", "--total", "100.00", "--json"});
  };
  const Ran first = import_as("L1");
  REQUIRE(first.code == mingzhang::cli::kDone);
  CHECK(holds(first.data, "\"is_repeat\":false"));
  CHECK(holds(import_as("L1").data, "\"is_repeat\":true"));
  const Ran other = import_as("L2");
  CHECK(other.code == mingzhang::cli::kConflict);
  CHECK(holds(other.data, "FUND-311"));
  CHECK(holds(shell.run({"indicator", "list", "--json"}).data, "\"listed\":\"100.00\""));
}

TEST_CASE("a list that is paid, sent back and paid again adds up, and the book verifies", "[cli][funds]") {
  FundShell shell;
  REQUIRE(shell.submit("L1", "150.00").code == mingzhang::cli::kDone);
  CHECK(shell.change("return", "R1", "2016-04-05").code == mingzhang::cli::kConflict);  // not paid yet
  REQUIRE(shell.two({"disbursement", "pay", "L1", "--code", "P1", "--date", "2016-04-08"}).code == mingzhang::cli::kDone);
  CHECK(shell.two({"disbursement", "pay", "L1", "--code", "P2", "--date", "2016-04-08"}).code == mingzhang::cli::kConflict);
  REQUIRE(shell.change("return", "R1", "2016-04-12").code == mingzhang::cli::kDone);
  const std::string returned = shell.run({"disbursement", "show", "L1", "--json"}).data;
  CHECK(holds(returned, "\"sum_returned\":\"50.00\""));
  CHECK(holds(returned, "\"reason\":\"账户不存在\""));
  REQUIRE(shell.change("repay", "R2", "2016-04-20").code == mingzhang::cli::kDone);
  const std::string repaid = shell.run({"disbursement", "show", "L1", "--json"}).data;
  CHECK(holds(repaid, "\"sum_paid\":\"100.00\""));
  CHECK(holds(repaid, "\"sum_repaid\":\"50.00\""));
  CHECK(holds(repaid, "\"sum_returned\":\"0.00\""));
  // 1,000.00 − 150.00 at the bank and the account of returned money empty: 150.00 + 50.00 − 50.00 were spent.
  const std::string balance = shell.run({"report", "account", "--account", "100201", "--from", "2016-01-01", "--to",
                                         "2016-12-31", "--format", "csv"}).data;
  CHECK(holds(balance, "850.00"));
  CHECK(holds(shell.run({"indicator", "list", "--json"}).data, "\"spent\":\"150.00\""));
  CHECK(shell.run({"verify"}).code == mingzhang::cli::kDone);
}

TEST_CASE("one key orders one command of the funds", "[cli][funds]") {
  FundShell shell;
  const auto order = [&](const std::string& amount) {
    return shell.two({"allocation", "add", "--code", "A1", "--indicator", "F1", "--date", "2016-03-01", "--total", amount,
                      "--target", "XZ-01 " + amount, "--key", "one", "--json"});
  };
  CHECK(holds(order("100.00").data, "\"is_repeat\":false"));
  CHECK(holds(order("100.00").data, "\"is_repeat\":true"));
  CHECK(order("200.00").code == mingzhang::cli::kConflict);
  CHECK(holds(shell.run({"indicator", "list", "--json"}).data, "\"allocated\":\"100.00\""));
}

TEST_CASE("a household's payment leads back to its document, and the document to the household", "[cli][funds][walk]") {
  FundShell shell;
  REQUIRE(shell.submit("L1", "150.00").code == mingzhang::cli::kDone);
  const auto before = shell.run({"report", "walk", "--household", "HU-SYN-2", "--format", "csv"});
  CHECK(holds(before.data, "样例〔2016〕1号"));
  CHECK_FALSE(holds(before.data, "付-0001"));  // not paid yet
  REQUIRE(shell.two({"disbursement", "pay", "L1", "--code", "P1", "--date", "2016-04-08"}).code == mingzhang::cli::kDone);
  for (const char* option : {"--household", "--document", "--voucher"}) {
    const std::string from = std::string(option) == "--household"  ? "HU-SYN-2"
                             : std::string(option) == "--document" ? "样例〔2016〕1号"
                                                                   : "2016-04/付/1";
    const std::string walk = shell.run({"report", "walk", option, from, "--format", "csv"}).data;
    for (const char* part : {"样例〔2016〕1号", "F1", "P1", "2016-04 付-0001", "HU-SYN-2", "50.00"}) {
      INFO(option << " " << part);
      CHECK(holds(walk, part));
    }
  }
  CHECK(shell.run({"report", "walk", "--voucher", "2016-01/收/1"}).code == mingzhang::cli::kDone);
  CHECK(shell.run({"report", "walk", "--voucher", "2016-01/收/2"}).code == mingzhang::cli::kNotFound);
  CHECK(shell.run({"report", "walk", "--household", "a", "--document", "b"}).code == mingzhang::cli::kValidation);
}
