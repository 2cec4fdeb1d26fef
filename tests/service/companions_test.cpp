// SPDX-License-Identifier: Apache-2.0
// INV-25: the funds' commands and the vouchers that move their money stand and fall together.
#include "service/companions.h"

#include "tests/service/fund_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

ledger::VoucherRequest& voucher_in(service::Request& request, std::size_t index) {
  return std::get<ledger::VoucherRequest>(std::get<ledger::Command>(request.commands[index]));
}

}  // namespace

TEST_CASE("an allocation moves its money in the same request, and the book verifies", "[service][companions]") {
  FundDesk funds;
  service::Request request = funds.request_of(sample_allocation("A1", 400));
  CHECK(request.commands.size() == 2);
  CHECK(code_of(funds.submit("a1", request)).empty());
  CHECK(funds.desk().balance_fen("1201", "F1") == 400'00);
  CHECK(funds.desk().balance_fen("1002", "F1") == 600'00);
  const service::VerifyReport proof = funds.desk().verify();
  if (proof.books.front().first_problem) UNSCOPED_INFO(to_text(*proof.books.front().first_problem));
  CHECK(proof.is_ok());
}

TEST_CASE("a command of the funds without its voucher is refused and leaves nothing", "[service][companions]") {
  FundDesk funds;
  const std::int64_t before = funds.desk().records();
  service::Request request = funds.request_of(sample_allocation("A1", 400));
  request.commands.pop_back();
  CHECK(code_of(funds.submit("a1", request)) == "REQ-601");

  request = funds.request_of(sample_allocation("A1", 400));
  request.commands.insert(request.commands.begin() + 1, service::Command(ledger::AddProject{"P9", "样例"}));
  CHECK(code_of(funds.submit("a2", request)) == "REQ-601");
  CHECK(funds.desk().records() == before);
  CHECK(code_of(funds.submit("a3", funds.request_of(sample_allocation("A1", 400)))).empty());
}

TEST_CASE("a voucher that differs from what the command asks for is refused", "[service][companions]") {
  FundDesk funds;
  service::Request request = funds.request_of(sample_allocation("A1", 400));
  for (ledger::Line& line : voucher_in(request, 1).lines) line.amount = Money::from_fen(399'99);
  CHECK(code_of(funds.submit("a1", request)) == "REQ-602");
  CHECK(funds.desk().balance_fen("1201", "F1") == 0);
}

TEST_CASE("the funds' vouchers keep their source and are not reversed by hand", "[service][companions]") {
  FundDesk funds;
  service::Request request = funds.request_of(sample_allocation("A1", 400));
  const ledger::VoucherRequest moved = voucher_in(request, 1);
  REQUIRE(code_of(funds.submit("a1", request)).empty());

  ledger::VoucherRequest copied = transfer(on(2016, 4, 1), "5001", "1002", yuan(1), "F1");
  copied.source = "A1";
  CHECK(code_of(funds.desk().submit(posting("copied", {copied}))) == "REQ-603");
  copied.source = "A2";  // the negative control: the same voucher with a source of its own
  CHECK(code_of(funds.desk().submit(posting("free", {copied}))).empty());

  // The indicator's receipt is 记-0001 of February, the allocation's voucher the first of March, the free one of April.
  const auto reversal = [](const ledger::VoucherRequest& original, std::int64_t number) {
    return ledger::reversal_of(ledger::Voucher{original, number}, on(2016, 5, 1), "样例");
  };
  CHECK(code_of(funds.desk().submit(posting("by-hand", {reversal(moved, 1)}))) == "REQ-604");
  CHECK(code_of(funds.desk().submit(posting("own", {reversal(copied, 1)}))).empty());
  CHECK(funds.desk().verify().is_ok());
}

}  // namespace mingzhang::tests
