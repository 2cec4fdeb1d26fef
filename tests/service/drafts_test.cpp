// SPDX-License-Identifier: Apache-2.0
// Every request that needs a second person can wait for them: what was shown is what is booked, once, by another person.
#include "service/drafts.h"

#include <string>

#include "service/people.h"
#include "tests/service/fund_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

struct DraftDesk : FundDesk {
  service::Drafts drafts() { return service::Drafts(desk().writer(), desk().clock()); }
  Result<std::int64_t, service::Refusal> submit_draft(const funds::Command& command, const std::string& by = "maker") {
    return drafts().submit(kBook, by, request_of(command).commands);
  }
};

std::string code_of_refusal(const Result<std::int64_t, service::Refusal>& result) {
  return result ? std::string() : std::string(result.error().problems.front().problem.info->code);
}

}  // namespace

TEST_CASE("an allocation waits with its voucher and is booked by another person, once", "[service][drafts]") {
  DraftDesk office;
  const std::int64_t before = office.desk().records();
  const auto number = office.submit_draft(sample_allocation("A1", 10));
  REQUIRE(code_of_refusal(number).empty());
  CHECK(office.desk().records() == before);
  const auto pending = office.drafts().pending(kBook);
  REQUIRE((pending && pending->size() == 1));
  const std::vector<service::Command> shown = pending->front().commands;
  REQUIRE(shown.size() == 2);
  CHECK(service::record_kind_of(shown[0]) == "allocation/v1");
  CHECK(service::as<ledger::VoucherRequest>(shown[1]) != nullptr);

  CHECK(code_of(office.drafts().approve(kBook, *number, "maker")) == "REQ-406");
  const service::Answer booked = office.drafts().approve(kBook, *number, "checker");
  REQUIRE(code_of(booked).empty());
  CHECK(booked->records == 2);
  CHECK(office.desk().records() == before + 2);
  const service::Answer again = office.drafts().approve(kBook, *number, "checker");
  REQUIRE(code_of(again).empty());
  CHECK(again->is_repeat);
  CHECK(office.desk().records() == before + 2);
  CHECK(office.drafts().pending(kBook)->empty());
  CHECK(first_problem_of(office.desk().verify()).empty());
}

TEST_CASE("what is refused at once is not kept as a draft", "[service][drafts]") {
  DraftDesk office;
  const std::vector<service::Command> good = office.request_of(sample_allocation("A1", 10)).commands;
  CHECK(code_of_refusal(office.drafts().submit(kBook, "", good)) == "REQ-401");
  CHECK(code_of_refusal(office.drafts().submit(kBook, "nobody", good)) == "REQ-402");
  CHECK(code_of_refusal(office.drafts().submit(kBook, "checker", good)) == "REQ-403");
  CHECK(code_of_refusal(office.drafts().submit("none", "maker", good)) == "REQ-201");
  const std::vector<service::Command> lonely = {good[0]};
  CHECK(code_of_refusal(office.drafts().submit(kBook, "maker", lonely)) == "REQ-601");
  // 1,000.00 are there: the request was made before the rows of it were changed to ask for more.
  auto greedy = std::get<funds::Allocate>(std::get<funds::Command>(good[0]));
  greedy.total = yuan(2'000);
  greedy.targets[0].amount = yuan(2'000);
  CHECK(code_of_refusal(office.drafts().submit(kBook, "maker", std::vector<service::Command>{greedy})) == "FUND-401");
  CHECK(office.drafts().pending(kBook)->empty());
}

TEST_CASE("the same request does not wait twice, and one that was decided may come again", "[service][drafts]") {
  DraftDesk office;
  const auto first = office.submit_draft(sample_allocation("A1", 10));
  REQUIRE(first);
  CHECK(code_of_refusal(office.submit_draft(sample_allocation("A1", 10))) == "REQ-503");
  CHECK(code_of_refusal(office.submit_draft(sample_allocation("A2", 10))).empty());
  REQUIRE(office.drafts().reject(kBook, *first, "checker", "退回重填"));
  CHECK(code_of(office.drafts().approve(kBook, *first, "checker")) == "REQ-502");
  CHECK(code_of_refusal(office.submit_draft(sample_allocation("A1", 10))).empty());
}

TEST_CASE("a draft that the book has overtaken is refused and goes on waiting", "[service][drafts]") {
  DraftDesk office;
  const auto number = office.submit_draft(sample_allocation("A1", 600));
  REQUIRE(number);
  REQUIRE(code_of(office.submit("a2", sample_allocation("A2", 600))).empty());
  const std::int64_t before = office.desk().records();
  CHECK(code_of(office.drafts().approve(kBook, *number, "checker")) == "FUND-401");
  CHECK(office.desk().records() == before);
  CHECK(office.drafts().pending(kBook)->size() == 1);
}

TEST_CASE("only what lacks nothing but its approver waits", "[service][drafts]") {
  DraftDesk office;
  service::Request request = office.request_of(sample_allocation("A1", 10));
  request.by = "maker";
  CHECK(service::waits_for_approver(request));
  request.personal.emplace_back();
  CHECK_FALSE(service::waits_for_approver(request));
  request.personal.clear();
  request.approved_by = "checker";
  CHECK_FALSE(service::waits_for_approver(request));
  request.approved_by.clear();
  request.is_system = true;
  CHECK_FALSE(service::waits_for_approver(request));
  request.is_system = false;
  request.commands = {ledger::Command(ledger::AddFund{"F9", "样例", ""})};
  CHECK_FALSE(service::waits_for_approver(request));
}

}  // namespace mingzhang::tests
