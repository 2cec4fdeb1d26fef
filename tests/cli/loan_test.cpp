// SPDX-License-Identifier: Apache-2.0
// Loans on the command line: schedules, interest and days without a book.
#include <fstream>
#include <string>

#include "base/json.h"
#include "cli/exit_code.h"
#include "tests/cli/shell.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::Ran;
using mingzhang::tests::Shell;

// 50,000.00 at 4.35 % in 36 months: 1,484.00 a month; tests/loans/schedule_test.cpp says how it was computed.
std::string terms(const std::string& more) {
  return R"({"principal":"50000.00","start":"2016-03-01","rate":"4.35%","method":"equal_installments","day_count":"months/12",)"
         R"("installments":36,"rounding":{"mode":"half_up"})" + more + "}";
}

bool holds_text(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a schedule is computed from a file or from standard input", "[cli][loans]") {
  Shell shell;
  const std::string path = shell.file("loan.json");
  std::ofstream(path, std::ios::binary) << terms("");
  const Ran ran = shell.run_bare({"calc", "schedule", "--input", path, "--json"});
  REQUIRE(ran.code == mingzhang::cli::kDone);
  CHECK(holds_text(ran.data, R"("installment":"1484.00")"));
  CHECK(holds_text(ran.data, R"("due":"2016-04-01")"));
  CHECK(holds_text(ran.data, R"("interest":"181.25")"));
  CHECK(holds_text(ran.data, "等额本息"));
  const Ran list = shell.run_bare({"calc", "schedule", "--input", "-", "--json"}, "[" + terms("") + "," + terms("") + "]");
  const auto document = mingzhang::parse_canonical_json(list.data.substr(0, list.data.size() - 1));
  REQUIRE(document);
  CHECK(document->items().size() == 2);
  CHECK(holds_text(shell.run_bare({"calc", "schedule", "--input", "-"}, terms("")).data, "1,484.00"));
  CHECK(shell.run_bare({"calc", "schedule", "--input", shell.file("none.json")}).code == mingzhang::cli::kNotFound);
}

TEST_CASE("events change a schedule as they say", "[cli][loans]") {
  Shell shell;
  const std::string events = R"(,"repayment":{"recalculation":"daily","prepayment":"shorter"},)"
                             R"("events":[{"kind":"payment","date":"2016-04-01","amount":"20000.00"},)"
                             R"({"kind":"pay_off","date":"2016-04-11"}],"as_of":"2016-05-01")";
  const Ran ran = shell.run_bare({"calc", "schedule", "--input", "-", "--json"}, terms(events));
  REQUIRE(ran.code == mingzhang::cli::kDone);
  CHECK(holds_text(ran.data, R"("paid_on":"2016-04-11")"));
  CHECK(holds_text(ran.data, R"("principal":"19818.75")"));
}

TEST_CASE("all faults of terms are reported with their paths", "[cli][loans]") {
  Shell shell;
  const Ran bad = shell.run_bare({"calc", "schedule", "--input", "-", "--json"},
                                 R"([{"principal":"5","start":"2016-02-30","rate":"435","method":"magic","day_count":"act/360",)"
                                 R"("installments":0,"rounding":{},"colour":"red"},)" + terms(R"(,"settlement_day":20,"first_due":"2016-04-21")") + "]");
  CHECK(bad.code == mingzhang::cli::kValidation);
  for (const char* place : {"/0/start", "/0/rate", "/0/method", "/0/installments", "/0/rounding/mode", "/0/colour", "/1/first_due"}) {
    CHECK(holds_text(bad.data, std::string("\"") + place + "\""));
  }
  const Ran event = shell.run_bare({"calc", "schedule", "--input", "-", "--json"},
                                   terms(R"(,"events":[{"kind":"payment","date":"2016-04-01"}])"));
  CHECK(holds_text(event.data, "/events/0/amount"));
  const Ran large = shell.run_bare({"calc", "schedule", "--input", "-", "--json"},
                                   terms(R"(,"events":[{"kind":"payment","date":"2016-04-01","amount":"99999.00"}])"));
  CHECK(holds_text(large.data, "LOAN-301"));
  CHECK(holds_text(large.data, "/events/0"));
  CHECK(shell.run_bare({"calc", "schedule", "--input", "-"}, "[]").code == mingzhang::cli::kValidation);
  CHECK(shell.run_bare({"calc", "schedule", "--input", "-"}, "no json").code == mingzhang::cli::kValidation);
}

TEST_CASE("interest and days are answered by their day count", "[cli][loans]") {
  Shell shell;
  const auto interest = [&](const char* basis) {
    return shell.run_bare({"calc", "interest", "--principal", "50000.00", "--rate", "4.35", "--from", "2016-03-01", "--to", "2017-03-01",
                           "--basis", basis}).data;
  };
  CHECK(interest("act/360") == "2205.21\n");
  CHECK(interest("act/365") == "2175.00\n");
  CHECK(interest("30/360") == "2175.00\n");
  const Ran json = shell.run_bare({"calc", "days", "--from", "2007-02-28", "--to", "2007-08-31", "--basis", "30/360", "--json"});
  CHECK(json.data == R"({"basis":"30/360","days":183,"from":"2007-02-28","to":"2007-08-31","year_part":"61/120"})" "\n");
  const auto code = [&](std::vector<std::string> words) { return shell.run_bare(words).code; };
  CHECK(code({"calc", "days", "--from", "2007-02-30", "--to", "2007-08-31", "--basis", "30/360"}) == mingzhang::cli::kValidation);
  CHECK(code({"calc", "days", "--from", "2007-09-01", "--to", "2007-08-31", "--basis", "30/360"}) == mingzhang::cli::kValidation);
  CHECK(code({"calc", "days", "--from", "2007-02-28", "--to", "2007-08-31", "--basis", "31/360"}) == mingzhang::cli::kValidation);
  CHECK(code({"calc", "interest", "--principal", "5", "--rate", "x", "--from", "2007-02-28", "--to", "2007-08-31", "--basis", "30/360"}) ==
        mingzhang::cli::kValidation);
}
