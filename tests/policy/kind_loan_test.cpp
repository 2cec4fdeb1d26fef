// SPDX-License-Identifier: Apache-2.0
// The kinds about loans, at their borders. Amounts are calculated by hand.
#include <string>
#include <vector>

#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::AskedRule;
using Places = std::vector<std::string>;

const char* const kProduct =
    R"({"per":"household","cap":"50000.00","top_up_cap":"100000.00","longest_months":36,)"
    R"("rate":{"relation":"at_most","tiers":[{"to_months":12,"table":"t/short"},{"to_months":36,"table":"t/long"}]},)"
    R"("security":[{"code":"credit","title":"信用"}],"borrowers":[{"code":"poor","title":"贫困户"}],)"
    R"("forbidden_uses":[{"code":"marriage","title":"结婚"}],"least_age":18,"most_age":65})";
const char* const kAll = "borrower=poor security=credit use=breeding age=40 rate=4.00 base_rate=4.00 ";

const char* const kSubsidy =
    R"({"shares":[{"from":"2016-01-01","share":"100%"},{"from":"2017-01-01","share":"70%"}],"principal_most":"50000.00",)"
    R"("longest_months":12,"overdue":"none","misuse":"none","rounding":"half_up"})";
const char* const kLoss =
    R"({"parts":[{"name":"基金","weight":8},{"name":"银行","weight":2}],"over_days":90,"of":"principal_and_interest",)"
    R"("principal_most":"50000.00","rounding":"half_up"})";
const char* const kClasses =
    R"({"classes":[{"name":"正常","from_days":0,"non_performing":false},{"name":"关注","from_days":1,"non_performing":false},)"
    R"({"name":"次级","from_days":91,"non_performing":true}]})";
const char* const kExtension =
    R"({"tiers":[{"name":"短期","to_months":12,"share":"100%"},{"name":"中期","to_months":60,"share":"1/2"}],)"
    R"("apply_before_maturity":true,"rate_of_total_term":true})";

}  // namespace

TEST_CASE("a rate is held against its table's limit", "[policy][rate_cap]") {
  const AskedRule cap("rate_cap", R"({"relation":"at_most","tiers":[{"to_months":36,"table":"t/a"}],"multiple":"130%","points":"-0.5"})");
  // 4.75 × 1.3 − 0.5 = 5.675.
  CHECK(cap.result("rate=5.675 term_months=36 base_rate=4.75") == R"({"allowed":true,"limit":"5.675"})");
  CHECK(cap.result("rate=5.675001 term_months=36 base_rate=4.75") == R"({"allowed":false,"excess":"0.000001","limit":"5.675"})");
  CHECK(cap.refusals("rate=5 term_months=37 base_rate=4.75") == Places{"POLICY-405 rule rule, input term_months"});
  CHECK(cap.refusals("rate=5 term_months=36") == Places{"POLICY-406 rule rule, input base_rate"});
  CHECK(cap.refusals("rate=-1 term_months=36 base_rate=4.75") == Places{"POLICY-312 rule rule, input rate"});
  const AskedRule exact("rate_cap", R"({"relation":"equal","fixed":"4.35"})");
  CHECK(exact.member("allowed", "rate=4.35") == "true");
  CHECK(exact.result("rate=4.34") == R"({"allowed":false,"limit":"4.35"})");
}

TEST_CASE("a loan inside all terms is allowed and fully checked", "[policy][loan_product]") {
  const AskedRule product("loan_product", kProduct);
  CHECK(product.result(std::string(kAll) + "amount=50000.00 term_months=36") ==
        R"({"above_standard":"0.00","allowed":true,"complete":true,"rate_limit":"4.00","reasons":[],"standard_amount":"50000.00","unchecked":[],"unknown":[]})");
  CHECK(product.member("allowed", std::string(kAll) + "amount=10000.00 outstanding=40000.00 term_months=1") == "true");
  CHECK(product.member("allowed", std::string(kAll) + "amount=10000.00 outstanding=40000.01 term_months=1") == "false");
  CHECK(product.member("allowed", std::string(kAll) + "amount=100000.00 term_months=36 top_up=yes") == "true");
  CHECK(product.member("above_standard", std::string(kAll) + "amount=80000.00 term_months=36 top_up=yes") == R"("30000.00")");
}

TEST_CASE("words are found by code and by title", "[policy][loan_product]") {
  const AskedRule product("loan_product", kProduct);
  CHECK(product.member("allowed", "amount=1.00 term_months=1 borrower=贫困户 security=信用 use=养殖") == "true");
  CHECK(product.member("reasons", "amount=1.00 term_months=1 use=结婚") ==
        R"([{"reason":"use","sentence":"不得用于结婚","sentence_en":"not to be used for: 结婚"}])");
}

TEST_CASE("what was not given or is not stated is named", "[policy][loan_product]") {
  const AskedRule product("loan_product", kProduct);
  const std::string few = "amount=1.00 term_months=1";
  CHECK(product.member("unchecked", few) == R"(["age","borrower","security","use","rate"])");
  CHECK(product.member("complete", few) == "false");
  CHECK(product.evaluation(few).warnings.size() == 1);
  const AskedRule bare("loan_product", R"({"per":"household"})");
  CHECK(bare.member("unknown", few) == R"(["cap","longest_months","rate","security","borrowers"])");
  CHECK(bare.member("allowed", "amount=9999999999999.99 term_months=600") == "true");
  CHECK(bare.member("reasons", "amount=0.00 term_months=0").find("nothing") != std::string::npos);
}

TEST_CASE("ages are inside at both ends", "[policy][loan_product]") {
  const AskedRule product("loan_product", kProduct);
  for (const char* age : {"18", "65"}) CHECK(product.member("reasons", std::string("amount=1.00 term_months=1 age=") + age) == "[]");
  for (const char* age : {"17", "66"}) CHECK(product.member("reasons", std::string("amount=1.00 term_months=1 age=") + age) != "[]");
}

TEST_CASE("a subsidy follows the days of accrual", "[policy][subsidy_share]") {
  const AskedRule subsidy("subsidy_share", kSubsidy);
  // 31 days of one yuan; 11 days of 2016, 20 of 2017; 5/8 of the principal: 6.875 → 6.88 and 12.50 × 70 % = 8.75.
  const std::string period = "principal=80000.00 interest=31.00 from=2016-12-21 to=2017-01-21 loan_from=2016-06-01";
  CHECK(subsidy.result(period) ==
        R"({"borrower_pays":"15.37","spans":[{"days":11,"from":"2016-12-21","interest":"11.00","share":"100%","subsidised_interest":"6.88","subsidy":"6.88","to":"2017-01-01"},)"
        R"({"days":20,"from":"2017-01-01","interest":"20.00","share":"70%","subsidised_interest":"12.50","subsidy":"8.75","to":"2017-01-21"}],)"
        R"("subsidised_interest":"19.38","subsidised_principal":"50000.00","subsidy":"15.63"})");
  CHECK(subsidy.member("subsidy", period + " overdue_from=2016-12-21") == R"("0.00")");
  CHECK(subsidy.member("subsidy", period + " misused_from=2017-01-01") == R"("6.88")");
  CHECK(subsidy.member("subsidy", period + " overdue_from=2017-01-21") == R"("15.63")");
}

TEST_CASE("a subsidy ends with its longest time", "[policy][subsidy_share]") {
  const AskedRule subsidy("subsidy_share", kSubsidy);
  const std::string period = "principal=50000.00 interest=31.00 from=2016-12-21 to=2017-01-21 loan_from=";
  CHECK(subsidy.member("subsidy", period + "2015-12-21") == R"("0.00")");
  CHECK(subsidy.member("subsidy", period + "2015-12-22") == R"("1.00")");
  CHECK(subsidy.refusals(period + "2016-12-22") == Places{"POLICY-314 rule rule, input loan_from"});
  CHECK(subsidy.refusals("principal=1.00 interest=1.00 from=2016-12-21 to=2016-12-21 loan_from=2016-01-01") == Places{"POLICY-314 rule rule, input to"});
  CHECK(subsidy.refusals("principal=1.00 interest=1.00 from=2016-12-21 loan_from=2016-01-01") == Places{"POLICY-304 rule rule, input to"});
}

TEST_CASE("interest above the rate cap is not subsidised", "[policy][subsidy_share]") {
  const AskedRule subsidy("subsidy_share",
                          R"({"shares":[{"from":"2016-01-01","share":"100%"}],"overdue":"paid","misuse":"paid",)"
                          R"("rate_cap":{"relation":"at_most","fixed":"4.35"},"rounding":"down"})");
  CHECK(subsidy.member("subsidy", "principal=1.00 interest=87.00 rate=8.70") == R"("43.50")");
  CHECK(subsidy.member("subsidy", "principal=1.00 interest=87.00 rate=4.35") == R"("87.00")");
  CHECK(subsidy.member("subsidy", "principal=1.00 interest=87.00 rate=0") == R"("87.00")");
}

TEST_CASE("a loss is shared only after its days, and only what is covered", "[policy][loss_share]") {
  const AskedRule loss("loss_share", kLoss);
  CHECK(loss.result("principal=30000.00 interest=500.00 days_overdue=90") == R"({"days_left":1,"due":false})");
  CHECK(loss.member("parts", "principal=30000.00 interest=500.00 days_overdue=91") ==
        R"([{"amount":"24400.00","name":"基金"},{"amount":"6100.00","name":"银行"}])");
  // 50,000 of 80,000 and 5/8 of 100.01: 62.50625.
  CHECK(loss.member("amount", "principal=80000.00 interest=100.01 days_overdue=91") == R"("50062.51")");
  CHECK(loss.refusals("principal=1.00") == Places{"POLICY-304 rule rule, input days_overdue"});
  CHECK(loss.refusals("recovered=1.00 principal=1.00") == Places{"POLICY-313 rule rule, input principal"});
  CHECK(loss.refusals("") == Places{"POLICY-304 rule rule, input principal"});
  CHECK(loss.member("parts", "recovered=0.01") == R"([{"amount":"0.01","name":"基金"},{"amount":"0.00","name":"银行"}])");
}

TEST_CASE("judgement makes a class worse, never better", "[policy][overdue_classes]") {
  const AskedRule classes("overdue_classes", kClasses);
  CHECK(classes.result("days_overdue=0") == R"({"class":"正常","days_to_next":1,"floor":"正常","non_performing":false})");
  CHECK(classes.result("days_overdue=91") == R"({"class":"次级","floor":"次级","non_performing":true})");
  CHECK(classes.member("class", "days_overdue=0 judged=次级") == R"("次级")");
  CHECK(classes.member("class", "days_overdue=91 judged=正常") == R"("次级")");
  CHECK(classes.evaluation("days_overdue=91 judged=正常").warnings.size() == 1);
  CHECK(classes.refusals("days_overdue=1 judged=坏") == Places{"POLICY-310 rule rule, input judged"});
}

TEST_CASE("extensions count together", "[policy][extension_limit]") {
  const AskedRule limit("extension_limit", kExtension);
  CHECK(limit.result("term_months=25") == R"({"left_months":12,"max_extension_months":12,"tier":"中期"})");
  CHECK(limit.member("left_months", "term_months=12 extended_months=13") == "0");
  CHECK(limit.member("allowed", "term_months=12 extended_months=6 extension_months=6 applied=2016-09-30 maturity=2016-10-01") == "true");
  CHECK(limit.member("allowed", "term_months=12 extended_months=6 extension_months=7 applied=2016-09-30 maturity=2016-10-01") == "false");
  CHECK(limit.member("allowed", "term_months=12 extension_months=6 applied=2016-10-01 maturity=2016-10-01") == "false");
  CHECK(limit.member("rate_term_months", "term_months=12 extension_months=1") == "13");
  CHECK(limit.evaluation("term_months=12 extension_months=1").warnings.size() == 1);
  CHECK(limit.refusals("term_months=61") == Places{"POLICY-405 rule rule, input term_months"});
}

TEST_CASE("a penalty lies between its shares of the contract's rate", "[policy][penalty_rate]") {
  const AskedRule penalty("penalty_rate", R"({"overdue":{"least":"130%","most":"150%"},"misuse":{"least":"150%","most":"200%"}})");
  CHECK(penalty.result("rate=4.35 cause=overdue penalty=5.655") == R"({"allowed":true,"least":"5.655","most":"6.525"})");
  CHECK(penalty.member("allowed", "rate=4.35 cause=overdue penalty=5.654999") == "false");
  CHECK(penalty.member("allowed", "rate=4.35 cause=misuse penalty=8.700001") == "false");
}

TEST_CASE("lending stops at the tolerance or behind it, as the document says", "[policy][npl_pause]") {
  const AskedRule reached("npl_pause", R"({"tolerance":"3%","boundary":"reached"})");
  CHECK(reached.member("paused", "non_performing=2.99 outstanding=100.00") == "false");
  CHECK(reached.member("paused", "non_performing=3.00 outstanding=100.00") == "true");
  const AskedRule exceeded("npl_pause", R"({"boundary":"exceeded","multiple":10})");
  CHECK(exceeded.member("paused", "non_performing=3.00 outstanding=100.00 tolerance=3 fund=11.00") == "false");
  CHECK(exceeded.member("paused", "non_performing=3.01 outstanding=100.00 tolerance=3 fund=11.00") == "true");
  CHECK(exceeded.member("reasons", "non_performing=0.00 outstanding=100.00 tolerance=3 fund=10.00").find("multiple") != std::string::npos);
  CHECK(exceeded.member("room", "non_performing=0.00 outstanding=100.00 tolerance=3 fund=11.00") == R"("10.00")");
  CHECK(exceeded.member("paused", "non_performing=0.00 outstanding=0.00 tolerance=3 fund=1.00") == "false");
  CHECK(exceeded.refusals("non_performing=2.00 outstanding=1.00 tolerance=3 fund=1.00") == Places{"POLICY-314 rule rule, input non_performing"});
}

TEST_CASE("a weekend worked in exchange is a working day", "[policy][work_calendar]") {
  const AskedRule calendar("work_calendar",
                           R"({"years":[{"year":2016,"holidays":["2016-10-03","2016-10-04","2016-10-05","2016-10-06","2016-10-07"],)"
                           R"("workdays":["2016-10-08","2016-10-09"],"complete":true}]})");
  CHECK(calendar.result("date=2016-09-30") ==
        R"({"known":true,"next_workday":"2016-10-08","previous_workday":"2016-09-29","why":"weekday","workday":true})");
  CHECK(calendar.member("why", "date=2016-10-01") == R"("weekend")");
  CHECK(calendar.member("why", "date=2016-10-03") == R"("holiday")");
  CHECK(calendar.member("why", "date=2016-10-09") == R"("make_up")");
  CHECK(calendar.evaluation("date=2016-10-03").warnings.empty());
  CHECK(calendar.evaluation("date=2016-12-31").warnings.size() == 1);  // the next working day lies in another year
  CHECK(calendar.member("workday", "date=2999-12-31") == "true");      // a Tuesday, the last day that there is
}
