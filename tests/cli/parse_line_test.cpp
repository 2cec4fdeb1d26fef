// SPDX-License-Identifier: Apache-2.0
// How a typed line becomes a line of a voucher.
#include <string>
#include <vector>

#include "service/setup/setup.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using service::parse_line;

std::string code_of(const std::string& text) {
  const auto line = parse_line(text);
  return line ? "" : std::string(line.error().problems.front().problem.info->code);
}

}  // namespace

TEST_CASE("a line is read part by part, in any order, and a note to the end", "[cli]") {
  const auto line = parse_line("  credit  4001 12345.67  subject=H-1 project=P1 fund=F1 note=乡镇 报账 fund=F9");
  REQUIRE(line.has_value());
  CHECK(line->side == ledger::Side::Credit);
  CHECK(line->account == "4001");
  CHECK(line->amount.fen() == 1'234'567);
  CHECK(line->fund == "F1");
  CHECK(line->project == "P1");
  CHECK(line->subject == "H-1");
  CHECK(line->summary == "乡镇 报账 fund=F9");
}

TEST_CASE("a line may say 借 or 贷 and leave everything else out", "[cli]") {
  const auto line = parse_line("借 1002 0.01");
  REQUIRE(line.has_value());
  CHECK(line->side == ledger::Side::Debit);
  CHECK(line->amount.fen() == 1);
  CHECK(line->fund.empty());
}

TEST_CASE("a line that says something else is refused", "[cli]") {
  for (const char* text : {"", "debit", "Debit 1002 1.00", "1002 debit 1.00", "debit 1002 1.00 F1", "debit 1002 1.00 funds=F1",
                           "debit 1002 1.00 fund=", "debit 1002 1.00 fund=F1 fund=F2", "debit 1002 1.00 =F1"}) {
    CAPTURE(text);
    CHECK(code_of(text) == "READ-104");
  }
}

TEST_CASE("an amount in a line is never repaired", "[cli]") {
  for (const char* text : {"debit 1002", "debit 1002 1,000.00", "debit 1002 1.001", "debit 1002 ¥1", "debit 1002 １.00",
                           "debit 1002 99999999999999999999"}) {
    CAPTURE(text);
    CHECK(code_of(text) == "READ-103");
  }
}

TEST_CASE("a refused line does not repeat the words behind the amount", "[cli]") {
  const auto line = parse_line("debit 1002 1.00 name=合成户主");
  REQUIRE_FALSE(line.has_value());
  CHECK(line.error().problems.front().problem.detail.find("合成户主") == std::string::npos);
}

TEST_CASE("every bad line of a voucher is told, each with its place", "[cli]") {
  service::NewVoucher voucher;
  voucher.date = "2016-10-14";
  voucher.summary = "x";
  voucher.lines = {"debit 1002 1.00", "debt 1002 1.00", "credit 4001 x"};
  const auto request = service::voucher_of(voucher);
  REQUIRE_FALSE(request.has_value());
  REQUIRE(request.error().problems.size() == 2);
  CHECK(request.error().problems[0].problem.place == "line 2");
  CHECK(request.error().problems[1].problem.place == "line 3");
}

}  // namespace mingzhang::tests
