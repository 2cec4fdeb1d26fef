// SPDX-License-Identifier: Apache-2.0
// Every reason why an input or an answer is refused, and where they are named.
#include <string>
#include <vector>

#include "base/outcome.h"
#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::AskedRule;
using Places = std::vector<std::string>;

const char* const kMonthly =
    R"({"unit":"person","period":"month","classes":[{"class":"default","title":"二类低保",)"
    R"("steps":[{"from":"2016-03-01","amount":"192.00"}]}]})";
const char* const kBands =
    R"({"bands":[{"name":"低","from":"0","from_inclusive":true,"to":"60","to_inclusive":false},)"
    R"({"name":"高","from":"60","from_inclusive":true,"to":"100","to_inclusive":true}]})";
const char* const kPublicity = R"({"steps":[{"name":"v","title":"村公示","level":"village","kind":"notice","days":7}]})";
const char* const kChecklist = R"({"items":[{"id":"1","title":"有安全住房"}],"all_must_hold":true})";
const char* const kRatio =
    R"({"numerator":"spent","numerator_title":"支出","denominator":"all","denominator_title":"总额","relation":"at_least","limit":"70%"})";
const char* const kSufficiency = R"({"amount":"15000.00","unit":"person"})";
const char* const kMasking = R"({"fields":[{"field":"id_card","style":"tail4"}]})";

}  // namespace

TEST_CASE("an input that cannot be read is named", "[policy][input]") {
  const AskedRule monthly("per_unit", kMonthly);
  CHECK(monthly.refusals("counts=4 count=4 months=1") == Places{"POLICY-303 rule rule, input counts"});
  CHECK(monthly.refusals("count=4 count=5 months=1") == Places{"POLICY-302 rule rule, input count"});
  CHECK(monthly.refusals("months=1") == Places{"POLICY-304 rule rule, input count"});
  CHECK(monthly.refusals("count=-1 months=1") == Places{"POLICY-306 rule rule, input count"});
  CHECK(monthly.refusals("count=1.5 months=1") == Places{"POLICY-306 rule rule, input count"});
  CHECK(monthly.refusals("count=1000000001 months=1") == Places{"POLICY-312 rule rule, input count"});
  CHECK(monthly.refusals("count=1 from_month=2016-13 to_month=2016-04") == Places{"POLICY-309 rule rule, input from_month"});
  CHECK(AskedRule("sufficiency", kSufficiency).refusals("count=1 fund=1.005") == Places{"POLICY-305 rule rule, input fund"});
  CHECK(AskedRule("sufficiency", kSufficiency).refusals("count=1 fund=-1.00") == Places{"POLICY-305 rule rule, input fund"});
  CHECK(AskedRule("sufficiency", kSufficiency).refusals("count=1 fund=10000000000000.01") == Places{"POLICY-312 rule rule, input fund"});
  CHECK(AskedRule("score_bands", kBands).refusals("score=59.999") == Places{"POLICY-307 rule rule, input score"});
  CHECK(AskedRule("publicity", kPublicity).refusals("posted.v=2016-02-30") == Places{"POLICY-308 rule rule, input posted.v"});
  CHECK(AskedRule("checklist", kChecklist).refusals("item.1=maybe") == Places{"POLICY-310 rule rule, input item.1"});
  CHECK(AskedRule("masking", kMasking).refusals("id_card=\x01") == Places{"POLICY-311 rule rule, input id_card"});
}

TEST_CASE("all bad inputs are reported, in the order of their numbers", "[policy][input]") {
  const AskedRule rule("sufficiency", kSufficiency);
  CHECK(rule.refusals("count=x fund=y colour=red") ==
        Places{"POLICY-303 rule rule, input colour", "POLICY-305 rule rule, input fund", "POLICY-306 rule rule, input count"});
}

TEST_CASE("inputs that do not go together are refused", "[policy][input]") {
  const AskedRule monthly("per_unit", kMonthly);
  CHECK(monthly.refusals("count=4 months=2 from_month=2016-03") == Places{"POLICY-313 rule rule, input months"});
  CHECK(monthly.refusals("count=4 from_month=2016-03") == Places{"POLICY-304 rule rule, input to_month"});
  CHECK(monthly.refusals("count=4") == Places{"POLICY-304 rule rule, input from_month"});
  CHECK(monthly.refusals("count=4 from_month=2016-05 to_month=2016-04") == Places{"POLICY-314 rule rule, input to_month"});
  // The sample pack is in force from 2016-01-01 to 2017-12-31.
  CHECK(monthly.refusals("count=4 from_month=2016-03 to_month=2018-01") == Places{"POLICY-204 rule rule, input to_month"});
}

TEST_CASE("a rule without an answer says why", "[policy][input]") {
  const AskedRule monthly("per_unit", kMonthly);
  CHECK(monthly.refusals("count=4 months=1", "2016-02-29") == Places{"POLICY-401 rule rule, input count"});
  CHECK(monthly.refusals("count=4 months=1", "2016-03-01").empty());
  CHECK(monthly.refusals("count=4 from_month=2016-02 to_month=2016-03") == Places{"POLICY-401 rule rule, input count"});
  CHECK(AskedRule("score_bands", kBands).refusals("score=100.01") == Places{"POLICY-402 rule rule, input score"});
  CHECK(AskedRule("score_bands", kBands).refusals("score=-0.01") == Places{"POLICY-402 rule rule, input score"});
  CHECK(AskedRule("ratio_limit", kRatio).refusals("spent=1.00 all=0.00") == Places{"POLICY-403 rule rule, input all"});
  CHECK(AskedRule("sufficiency", kSufficiency).refusals("count=1000000000 fund=1.00") == Places{"POLICY-404 rule rule, input count"});
}

TEST_CASE("what may be a person's number is not repeated", "[policy][input]") {
  // A synthetic number of the standard's example, typed into the wrong place.
  const AskedRule rule("sufficiency", kSufficiency);
  const auto inputs = std::vector<mingzhang::policy::NamedText>{{"count", "11010519491231002X"}, {"fund", "6228480000000000000"}};
  const auto read = mingzhang::policy::read_inputs(
      mingzhang::policy::Given("rule", mingzhang::Date(), {mingzhang::Date()}),
      {{"count", mingzhang::policy::InputType::Count, "", true, "", "个数", "how many"},
       {"fund", mingzhang::policy::InputType::Amount, "", true, "", "资金", "the fund"}},
      inputs);
  REQUIRE_FALSE(read);
  const std::string text = to_text(read.error());
  CHECK(text.find("1101") == std::string::npos);
  CHECK(text.find("6228") == std::string::npos);
  CHECK(text.find("input count") != std::string::npos);
}
