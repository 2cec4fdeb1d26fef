// SPDX-License-Identifier: Apache-2.0
// Parameters of the kinds about loans that contradict themselves are refused at their place.
#include <string>
#include <vector>

#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using Places = std::vector<std::string>;

Places refusals(const std::string& kind, const std::string& parameters) {
  Places places = mingzhang::tests::refusals_of(mingzhang::tests::sample_pack(mingzhang::tests::sample_rule(kind, parameters)));
  const std::string start = "/rules/0/parameters";
  for (std::string& place : places) {
    const std::size_t at = place.find(start);
    if (at != std::string::npos) place.erase(at, start.size());
  }
  return places;
}

}  // namespace

TEST_CASE("a rule of rates has a table or a figure, not both and not neither", "[policy][load]") {
  CHECK(refusals("rate_cap", R"({"relation":"equal"})") == Places{"POLICY-109 /tiers"});
  CHECK(refusals("rate_cap", R"({"relation":"equal","fixed":"4.35","tiers":[{"table":"a/b"}],"points":"1"})") ==
        Places{"POLICY-140 /tiers", "POLICY-140 /points"});
  CHECK(refusals("rate_cap", R"({"relation":"equal","fixed":"-1"})") == Places{"POLICY-115 /fixed"});
  for (const char* table : {"a", "/a", "a/", "a/b/c"}) {
    CHECK(refusals("rate_cap", R"({"relation":"equal","tiers":[{"table":")" + std::string(table) + R"("}]})") == Places{"POLICY-113 /tiers/0/table"});
  }
  CHECK(refusals("rate_cap", R"({"relation":"equal","tiers":[{"table":"a/b"},{"to_months":12,"table":"a/c"}]})") == Places{"POLICY-138 /tiers/1/to_months"});
}

TEST_CASE("limits of a product are in their order", "[policy][load]") {
  CHECK(refusals("loan_product", R"({"per":"household","cap":"2.00","top_up_cap":"1.00"})") == Places{"POLICY-133 /top_up_cap"});
  CHECK(refusals("loan_product", R"({"per":"household","top_up_cap":"1.00"})") == Places{"POLICY-109 /cap"});
  CHECK(refusals("loan_product", R"({"per":"household","least_age":65,"most_age":18})") == Places{"POLICY-133 /most_age"});
  CHECK(refusals("loan_product", R"({"per":"household","security":[{"code":"a","title":"甲"},{"code":"a","title":"乙"}]})") ==
        Places{"POLICY-122 /security/1/code"});
  CHECK(refusals("loan_product", R"({"per":"household","rate":{"relation":"equal"}})") == Places{"POLICY-109 /rate/tiers"});
}

TEST_CASE("shares of a subsidy rise by date and stay below the whole", "[policy][load]") {
  const std::string rest = R"(,"overdue":"none","misuse":"none","rounding":"half_up"})";
  CHECK(refusals("subsidy_share", R"({"shares":[{"from":"2016-02-01","share":"70%"},{"from":"2016-02-01","share":"50%"}])" + rest) ==
        Places{"POLICY-127 /shares/1/from"});
  CHECK(refusals("subsidy_share", R"({"shares":[{"from":"2016-02-01","share":"101%"}])" + rest) == Places{"POLICY-115 /shares/0/share"});
}

TEST_CASE("classes begin at no day overdue and get worse", "[policy][load]") {
  const auto classes = [](const std::string& first, const std::string& second) {
    return refusals("overdue_classes", R"({"classes":[{"name":"a",)" + first + R"(},{"name":"b",)" + second + "}]}");
  };
  CHECK(classes(R"("from_days":1,"non_performing":false)", R"("from_days":2,"non_performing":true)") == Places{"POLICY-138 /classes/0/from_days"});
  CHECK(classes(R"("from_days":0,"non_performing":false)", R"("from_days":0,"non_performing":true)") == Places{"POLICY-138 /classes/1/from_days"});
  CHECK(classes(R"("from_days":0,"non_performing":true)", R"("from_days":1,"non_performing":false)") ==
        Places{"POLICY-138 /classes/1/non_performing"});
}

TEST_CASE("an extension has a share or months", "[policy][load]") {
  const std::string rest = R"(}],"apply_before_maturity":true,"rate_of_total_term":true})";
  CHECK(refusals("extension_limit", R"({"tiers":[{"name":"a","share":"1/2","months":3)" + rest) == Places{"POLICY-140 /tiers/0/months"});
  CHECK(refusals("extension_limit", R"({"tiers":[{"name":"a")" + rest) == Places{"POLICY-109 /tiers/0/share"});
}

TEST_CASE("a penalty's least is not above its most", "[policy][load]") {
  CHECK(refusals("penalty_rate", R"({"overdue":{"least":"150%","most":"130%"},"misuse":{"least":"150%","most":"200%"}})") ==
        Places{"POLICY-133 /overdue/most"});
}

TEST_CASE("a day of the calendar stands once, in its year", "[policy][load]") {
  CHECK(refusals("work_calendar", R"({"years":[{"year":2016,"holidays":["2016-10-03"],"workdays":["2016-10-03"],"complete":true}]})") ==
        Places{"POLICY-122 /years/0/workdays"});
  CHECK(refusals("work_calendar", R"({"years":[{"year":2016,"holidays":["2017-10-03"],"complete":true}]})") == Places{"POLICY-115 /years/0/holidays"});
  CHECK(refusals("work_calendar", R"({"years":[{"year":2016,"holidays":["2016-02-30"],"complete":true}]})") == Places{"POLICY-118 /years/0/holidays/0"});
  CHECK(refusals("work_calendar", R"({"years":[{"year":2016,"complete":true},{"year":2016,"complete":true}]})") == Places{"POLICY-127 /years/1/year"});
}
