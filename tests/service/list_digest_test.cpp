// SPDX-License-Identifier: Apache-2.0
// The digest of a payment list is that of its rows, when it is submitted and when the log is replayed (INV-22).
#include <utility>

#include "service/setup/fund_setup.h"
#include "tests/service/fund_desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

TEST_CASE("a list whose digest is not that of its rows is refused and leaves nothing", "[service][funds]") {
  FundDesk funds;
  const std::int64_t before = funds.desk().records();
  funds::SubmitList list = sample_list("L1");
  std::swap(list.rows[0].amount, list.rows[1].amount);  // the total stays
  CHECK(code_of(funds.submit("l1", only(list))) == "REQ-106");
  list.rows.clear();  // what the funds refuse by themselves comes first
  CHECK(code_of(funds.submit("l1", only(list))) == "FUND-118");
  CHECK(funds.desk().records() == before);
  CHECK(code_of(funds.submit("l1", only(sample_list("L1")))).empty());
  CHECK(first_problem_of(funds.desk().verify()).empty());
}

TEST_CASE("a forged digest would let the same rows be paid twice, and a replay finds it", "[service][verify]") {
  FundDesk funds;
  REQUIRE(code_of(funds.submit("l1", only(sample_list("L1")))).empty());
  REQUIRE(code_of(funds.submit("l2", only(sample_list("L2")))) == "FUND-311");

  SECTION("an honest list past the checks verifies: what is found below is the digest alone") {
    funds::SubmitList other = sample_list("L2");
    other.rows = {{"HU-SYN-3", "", yuan(50), ""}};
    service::seal_list(other);
    funds.forge("l2", only(other));
    CHECK(first_problem_of(funds.desk().verify()).empty());
  }
  SECTION("the same rows under another digest") {
    funds::SubmitList forged = sample_list("L2");
    forged.digest = std::string(64, '7');
    funds.forge("l2", only(forged));
    const std::string problem = first_problem_of(funds.desk().verify());
    INFO(problem);
    CHECK(problem.find("REQ-106") != std::string::npos);
  }
}

TEST_CASE("what cannot wait as a draft says so, and what can does not", "[service][people]") {
  FundDesk funds;
  service::Request request = funds.request_of(sample_allocation("A1", 10));
  request.key = "a1";
  request.by = "maker";
  CHECK(code_of(funds.desk().submit(request)) == "REQ-404");
  request.personal.emplace_back();  // a draft is no place for them
  service::Answer answer = funds.desk().submit(request);
  REQUIRE(code_of(answer) == "REQ-408");
  const Problem& problem = answer.error().problems.front().problem;
  CHECK(std::string(problem.info->zh).find("待审") != std::string::npos);
  CHECK(std::string(problem.info->remedy_zh).find("--approve-as") != std::string::npos);
}

}  // namespace mingzhang::tests
