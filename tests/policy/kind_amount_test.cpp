// SPDX-License-Identifier: Apache-2.0
// The kinds that compute money: their borders and their roundings. Numbers are calculated by hand; where a document gives
// them its words are quoted.
#include <string>
#include <vector>

#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::AskedRule;

std::string percentage(const std::string& percent, const std::string& rounding) {
  return R"({"percent":")" + percent + R"(","of":"base","of_title":"基数","rounding":")" + rounding + R"("})";
}

std::string ratio(const std::string& relation, const std::string& limit) {
  return R"({"numerator":"part","numerator_title":"部分","denominator":"whole","denominator_title":"全部","relation":")" + relation +
         R"(","limit":")" + limit + R"("})";
}

}  // namespace

TEST_CASE("a split gives the largest remainder first and ties to the earlier part", "[policy][split]") {
  const AskedRule seven_three("split", R"({"parts":[{"name":"甲","weight":7},{"name":"乙","weight":3}]})");
  CHECK(seven_three.result("amount=100.01") == R"({"parts":[{"amount":"70.01","name":"甲"},{"amount":"30.00","name":"乙"}]})");
  CHECK(seven_three.result("amount=0.02") == R"({"parts":[{"amount":"0.01","name":"甲"},{"amount":"0.01","name":"乙"}]})");
  CHECK(seven_three.result("amount=0.00") == R"({"parts":[{"amount":"0.00","name":"甲"},{"amount":"0.00","name":"乙"}]})");
  const AskedRule thirds("split", R"({"parts":[{"name":"a","weight":1},{"name":"b","weight":1},{"name":"c","weight":1}]})");
  CHECK(thirds.result("amount=1.00") == R"({"parts":[{"amount":"0.34","name":"a"},{"amount":"0.33","name":"b"},{"amount":"0.33","name":"c"}]})");
  CHECK(thirds.evaluation("amount=1.00").explanation.find("rounding")->as_text()->starts_with("largest_remainder"));
}

TEST_CASE("parts of parts sum to their part", "[policy][split]") {
  // 3% of the loans, 7:3, the government's part in two halves: an odd fen goes to the earlier half.
  const AskedRule fund("percentage",
                       R"({"percent":"3%","of":"loans","of_title":"贷款数量","rounding":"half_up","parts":[)"
                       R"({"name":"政府","weight":7,"parts":[{"name":"省级","weight":50},{"name":"市县","weight":50}]},)"
                       R"({"name":"金融机构","weight":3}]})");
  CHECK(fund.result("loans=573480000.00") ==
        R"({"amount":"17204400.00","parts":[{"amount":"12043080.00","name":"政府","parts":[{"amount":"6021540.00","name":"省级"},)"
        R"({"amount":"6021540.00","name":"市县"}]},{"amount":"5161320.00","name":"金融机构"}]})");
  CHECK(fund.result("loans=1.00") ==
        R"({"amount":"0.03","parts":[{"amount":"0.02","name":"政府","parts":[{"amount":"0.01","name":"省级"},)"
        R"({"amount":"0.01","name":"市县"}]},{"amount":"0.01","name":"金融机构"}]})");
}

TEST_CASE("a percentage rounds as it is told", "[policy][percentage]") {
  // 50% of 0.01, 0.03 and 0.05 lie half way between two fen.
  CHECK(AskedRule("percentage", percentage("50%", "half_up")).result("base=0.01") == R"({"amount":"0.01"})");
  CHECK(AskedRule("percentage", percentage("50%", "half_even")).result("base=0.01") == R"({"amount":"0.00"})");
  CHECK(AskedRule("percentage", percentage("50%", "half_even")).result("base=0.03") == R"({"amount":"0.02"})");
  CHECK(AskedRule("percentage", percentage("50%", "down")).result("base=0.05") == R"({"amount":"0.02"})");
  CHECK(AskedRule("percentage", percentage("0.5%", "up")).result("base=0.01") == R"({"amount":"0.01"})");
  CHECK(AskedRule("percentage", percentage("2/3", "half_up")).result("base=300") == R"({"amount":"200.00"})");
}

TEST_CASE("a percentage finds the base of an amount", "[policy][percentage]") {
  // "每个县区…达到1000万元以上" at 3%: 10,000,000 / 0.03 = 333,333,333.33…
  const AskedRule fund("percentage", percentage("3%", "half_up"));
  CHECK(fund.result("amount=10000000.00") == R"({"base":"333333333.33"})");
  CHECK(fund.refusals("amount=1.00 base=1.00") == std::vector<std::string>{"POLICY-313 rule rule, input base"});
  CHECK(fund.refusals("") == std::vector<std::string>{"POLICY-304 rule rule, input base"});
  CHECK(AskedRule("percentage", percentage("0%", "half_up")).refusals("amount=1.00") ==
        std::vector<std::string>{"POLICY-403 rule rule, input amount"});
}

TEST_CASE("an amount per unit replaces another class's and is never added to it", "[policy][per_unit]") {
  // "对每户贫困户落实1000元…7个极贫乡镇每户贫困户增加到5000元": raised to, not by. 17,236 + 3,000 households.
  const AskedRule grant("per_unit",
                        R"({"unit":"household","period":"year","classes":[{"class":"default","title":"一般乡镇",)"
                        R"("steps":[{"from":"2016-01-01","amount":"1000.00"}]},{"class":"extreme","title":"极贫乡镇",)"
                        R"("steps":[{"from":"2016-01-01","amount":"5000.00"}]}]})");
  CHECK(grant.member("amount", "count.default=17236 count.extreme=3000") == R"("32236000.00")");
  CHECK(grant.member("amount", "count.extreme=1") == R"("5000.00")");
  CHECK(grant.refusals("") == std::vector<std::string>{"POLICY-304 rule rule, input count.default"});
}

TEST_CASE("what is given once is not given twice", "[policy][per_unit]") {
  // "高等教育阶段本科新生每生一次性资助10000元": year one 1500 + 2 × 2000 + 2400 + 10000, year two without the last.
  const AskedRule aid("per_unit",
                      R"({"unit":"student","period":"year","classes":[)"
                      R"({"class":"pre","title":"学前","steps":[{"from":"2016-01-01","amount":"1500.00"}]},)"
                      R"({"class":"basic","title":"义务教育","steps":[{"from":"2016-01-01","amount":"2000.00"}]},)"
                      R"({"class":"high","title":"高中","steps":[{"from":"2016-01-01","amount":"2400.00"}]},)"
                      R"({"class":"fresh","title":"本科新生","steps":[{"from":"2016-01-01","amount":"10000.00"}],"once":true}]})");
  const std::string children = "count.pre=1 count.basic=2 count.high=1 count.fresh=1";
  CHECK(aid.member("amount", children) == R"("17900.00")");
  CHECK(aid.member("amount", children + " received.fresh=1") == R"("7900.00")");
  CHECK(aid.refusals(children + " received.fresh=2") == std::vector<std::string>{"POLICY-314 rule rule, input received.fresh"});
}

TEST_CASE("months are paid at the amount in force in each of them", "[policy][per_unit]") {
  // 192 a month until August, 234 from September: 8 × 192 + 4 × 234 = 2472 for one person's 2016.
  const AskedRule allowance("per_unit",
                            R"({"unit":"person","period":"month","classes":[{"class":"default","title":"二类低保",)"
                            R"("steps":[{"from":"2016-01-01","amount":"192.00"},{"from":"2016-09-01","amount":"234.00"}]}]})");
  CHECK(allowance.result("count=1 from_month=2016-01 to_month=2016-12") ==
        R"({"amount":"2472.00","classes":[{"amount":"2472.00","class":"default","count":1,"spans":[)"
        R"({"from_month":"2016-01","months":8,"to_month":"2016-08","unit_amount":"192.00"},)"
        R"({"from_month":"2016-09","months":4,"to_month":"2016-12","unit_amount":"234.00"}]}]})");
  CHECK(allowance.member("amount", "count=1 from_month=2016-08 to_month=2016-08") == R"("192.00")");
  CHECK(allowance.member("amount", "count=1 from_month=2016-09 to_month=2016-09") == R"("234.00")");
  CHECK(allowance.member("amount", "count=3 from_month=2016-08 to_month=2017-01") == R"("4086.00")");  // 3 × (192 + 5 × 234)
  // "二类…234元": 4 persons, 12 months = 11,232.
  CHECK(allowance.member("amount", "count=4 months=12", "2016-09-01") == R"("11232.00")");
  CHECK(allowance.member("amount", "count=4 months=12", "2016-08-31") == R"("9216.00")");
  CHECK(allowance.evaluation("count=1 from_month=2016-08 to_month=2016-09").formula == "(192.00 × 1 月 + 234.00 × 1 月) × 1 人 = 426.00 元");
}

TEST_CASE("components add up to the whole", "[policy][per_unit]") {
  // "按照个人自筹90元、财政补助420元的标准统筹资金", 85,008 persons.
  const AskedRule pool("per_unit",
                       R"({"unit":"person","period":"year","classes":[{"class":"default","title":"参合人员",)"
                       R"("steps":[{"from":"2016-01-01","amount":"510.00"}]}],"components":[{"name":"个人自筹","amount":"90.00"},)"
                       R"({"name":"财政补助","amount":"420.00"}]})");
  CHECK(pool.member("amount", "count=85008") == R"("43354080.00")");
  CHECK(pool.member("components", "count=85008") ==
        R"([{"amount":"7650720.00","name":"个人自筹"},{"amount":"35703360.00","name":"财政补助"}])");
  CHECK(pool.member("components", "count=0") == R"([{"amount":"0.00","name":"个人自筹"},{"amount":"0.00","name":"财政补助"}])");
}

TEST_CASE("increments count what grew, and nothing for what fell", "[policy][increments]") {
  // 20% of one increment, and 30% of 40% of another: 0.2 × 1,000,000 + 0.12 × 500,000.
  const std::string terms =
      R"("terms":[{"name":"budget","title":"收入","shares":["20%"]},{"name":"eco","title":"转移支付","shares":["40%","30%"]}])";
  const AskedRule zero("increments", "{" + terms + R"(,"negative":"zero","rounding":"half_up"})");
  CHECK(zero.member("amount", "delta.budget=1000000.00 before.eco=2000000.00 after.eco=2500000.00") == R"("260000.00")");
  CHECK(zero.member("amount", "delta.budget=-1000000.00 delta.eco=500000.00") == R"("60000.00")");
  const AskedRule allow("increments", "{" + terms + R"(,"negative":"allow","rounding":"half_up"})");
  CHECK(allow.member("amount", "delta.budget=-1000000.00 delta.eco=500000.00") == R"("-140000.00")");
  CHECK(zero.refusals("delta.budget=1.00 before.eco=1.00") == std::vector<std::string>{"POLICY-304 rule rule, input after.eco"});
  CHECK(zero.refusals("") == std::vector<std::string>{"POLICY-304 rule rule, input delta.budget", "POLICY-304 rule rule, input delta.eco"});
  CHECK(zero.refusals("delta.budget=1.00 delta.eco=1.00 after.eco=1.00") ==
        std::vector<std::string>{"POLICY-313 rule rule, input delta.eco"});
}

TEST_CASE("a ratio is compared exactly, whatever it is rounded to", "[policy][ratio_limit]") {
  const AskedRule at_least("ratio_limit", ratio("at_least", "70%"));
  CHECK(at_least.result("part=700000000.00 whole=1000000000.00") == R"({"holds":true,"limit_amount":"700000000.00","percent":"70.00"})");
  // 70% of 1,000,000,000.01 is 700,000,000.007: one fen is missing.
  CHECK(at_least.result("part=700000000.00 whole=1000000000.01") ==
        R"({"holds":false,"limit_amount":"700000000.01","missing":"0.01","percent":"69.99"})");
  const AskedRule more_than("ratio_limit", ratio("more_than", "70%"));
  CHECK(more_than.result("part=70.00 whole=100.00") == R"({"holds":false,"limit_amount":"70.01","missing":"0.01","percent":"70.00"})");
  CHECK(more_than.member("holds", "part=70.01 whole=100.00") == "true");
  const AskedRule at_most("ratio_limit", ratio("at_most", "1%"));
  CHECK(at_most.member("holds", "part=1.00 whole=100.00") == "true");
  CHECK(at_most.result("part=1.01 whole=100.99") == R"({"excess":"0.01","holds":false,"limit_amount":"1.00","percent":"1.00"})");
  const AskedRule less_than("ratio_limit", ratio("less_than", "8%"));
  CHECK(less_than.result("part=8.00 whole=100.00") == R"({"excess":"0.01","holds":false,"limit_amount":"7.99","percent":"8.00"})");
  CHECK(less_than.member("holds", "part=7.99 whole=100.00") == "true");
}

TEST_CASE("a deposit carries five to ten times its loans", "[policy][multiplier]") {
  // "按5倍至10倍比例放大": 5 billion of loans need one billion, or half of it.
  const AskedRule multiplier("multiplier", R"({"min":5,"max":10})");
  CHECK(multiplier.result("loans=5000000000.00") == R"({"deposit_at_max":"500000000.00","deposit_at_min":"1000000000.00"})");
  CHECK(multiplier.result("loans=0.01") == R"({"deposit_at_max":"0.01","deposit_at_min":"0.01"})");
  CHECK(multiplier.result("deposit=10000000.00") == R"({"capacity_at_max":"100000000.00","capacity_at_min":"50000000.00"})");
  CHECK(multiplier.refusals("") == std::vector<std::string>{"POLICY-304 rule rule, input deposit"});
  CHECK(multiplier.refusals("deposit=1.00 loans=1.00") == std::vector<std::string>{"POLICY-313 rule rule, input deposit"});
}

TEST_CASE("a fund lasts when everybody could be paid the most", "[policy][sufficiency]") {
  const AskedRule fund("sufficiency", R"({"amount":"15000.00","unit":"person"})");
  CHECK(fund.result("count=264 fund=1000000.00") == R"({"shortfall":"2960000.00","sufficient":false,"worst_case":"3960000.00"})");
  CHECK(fund.result("count=264 fund=3960000.00") == R"({"shortfall":"0.00","sufficient":true,"worst_case":"3960000.00"})");
  CHECK(fund.result("count=264 fund=3959999.99") == R"({"shortfall":"0.01","sufficient":false,"worst_case":"3960000.00"})");
}

TEST_CASE("a quota says what is left and what is too much", "[policy][quota]") {
  const AskedRule quota("quota", R"({"limit":5,"unit":"household","per":"enterprise"})");
  CHECK(quota.result("count=5") == R"({"allowed":5,"holds":true,"left":0})");
  CHECK(quota.result("count=6") == R"({"allowed":5,"excess":1,"holds":false})");
  CHECK(quota.result("count=3650 per_count=730") == R"({"allowed":3650,"holds":true,"left":0})");
}
