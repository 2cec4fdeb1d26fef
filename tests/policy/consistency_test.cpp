// SPDX-License-Identifier: Apache-2.0
// Figures against each other. The numbers are those of the five documents; what follows from them is calculated by hand.
#include <string>
#include <vector>

#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::AskedRule;
using Places = std::vector<std::string>;

/// "a=7.53万人 b=…" as figures; a figure without a number has none.
std::string figures(const std::string& list) {
  std::string text;
  std::size_t at = 0;
  while (at < list.size()) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    const std::string word = list.substr(at, end - at);
    const std::size_t equals = word.find('=');
    const std::size_t unit = std::min(word.find_first_not_of("0123456789.", equals + 1), word.size());
    const std::string value = word.substr(equals + 1, unit - equals - 1);
    text += (text.empty() ? "" : ",") + std::string(R"({"name":")") + word.substr(0, equals) + R"(","title":"数",)" +
            (value.empty() ? "" : R"("value":")" + value + R"(",)") + R"("unit":")" + word.substr(unit) + R"("})";
    at = end + 1;
  }
  return text;
}

AskedRule consistency(const std::string& list, const std::string& check, const std::string& severity) {
  return AskedRule("consistency", R"({"figures":[)" + figures(list) + R"(],"check":)" + check + R"(,"severity":")" + severity +
                                      R"(","sentence":"文件自相矛盾","sentence_en":"the document contradicts itself"})");
}

}  // namespace

TEST_CASE("a sum is shown in its unit and in single ones", "[policy][consistency]") {
  const AskedRule sum = consistency("a=7.53万人 b=5.17万人 c=2.28万人 d=4.17万人 e=0.42万人", R"({"kind":"sum","terms":["a","b","c","d","e"]})", "ok");
  CHECK(sum.result("") == R"({"base_unit":"人","base_value":"195700","consistent":true,"unit":"万人","value":"19.57"})");
  CHECK(sum.member("value", "a=8.53") == R"("20.57")");
}

TEST_CASE("units of ten thousand and of one are added as what they are", "[policy][consistency]") {
  const AskedRule left = consistency("in=100万元 out=4672.84元", R"({"kind":"sum","terms":["in","-out"]})", "ok");
  CHECK(left.result("") == R"({"consistent":true,"unit":"元","value":"995327.16"})");
}

TEST_CASE("a total that does not agree is a warning", "[policy][consistency]") {
  const AskedRule agrees = consistency("a=11个 b=3个 c=14个", R"({"kind":"sum","terms":["a","b"],"total":"c"})", "ok");
  CHECK(agrees.member("consistent", "") == "true");
  CHECK(agrees.member("consistent", "c=15") == "false");
  const auto answer = agrees.evaluation("c=15");
  REQUIRE(answer.warnings.size() == 1);
  CHECK(answer.warnings.front().zh.find("14个 ≠ 15个") != std::string::npos);  // not the document's sentence: not its number
}

TEST_CASE("more borrowers than poor households is said and not repaired", "[policy][consistency]") {
  const AskedRule rule = consistency("borrowers=23661户 poor=20236户", R"({"kind":"not_more_than","left":"borrowers","right":"poor"})", "warning");
  CHECK(rule.result("") ==
        R"({"consistent":false,"excess":"3425","excess_unit":"户","left":"23661","right":"20236","warning":"文件自相矛盾",)"
        R"("warning_en":"the document contradicts itself"})");
  CHECK(rule.evaluation("").explanation.find("warnings")->items().size() == 1);
  CHECK(rule.result("borrowers=20236") == R"({"consistent":true,"left":"20236","right":"20236"})");
}

TEST_CASE("what differs in unit is compared in single ones", "[policy][consistency]") {
  const AskedRule rule = consistency("a=19.57万人 b=85008人", R"({"kind":"equal","left":"a","right":"b"})", "warning");
  CHECK(rule.member("difference", "") == R"("110692")");
  CHECK(rule.member("consistent", "a=8.5008") == "true");
}

TEST_CASE("what a document does not list remains without a name", "[policy][consistency]") {
  const AskedRule rule = consistency("all=57348万元 a=35750万元 b=4918万元", R"({"kind":"difference","from":"all","take":["a","b"]})", "ok");
  CHECK(rule.result("") == R"({"base_unit":"元","base_value":"166800000","consistent":true,"unit":"万元","value":"16680"})");
}

TEST_CASE("a ratio is exact against its limit and rounded for people", "[policy][consistency]") {
  CHECK(consistency("p=85008人 h=20236户", R"({"kind":"ratio","numerator":"p","denominator":"h","places":4})", "ok").member("value", "") == R"("4.2008")");
  const AskedRule average =
      consistency("a=4918万元 h=863户 cap=50000元", R"({"kind":"ratio","numerator":"a","denominator":"h","limit":"cap"})", "warning");
  CHECK(average.member("value", "") == R"("56987.25")");
  CHECK(average.member("consistent", "a=4315") == "true");           // 50,000.00 each
  CHECK(average.member("consistent", "a=4315.000001") == "false");   // a hundredth of a yuan over all: still shown as 50,000.00
  CHECK(average.member("value", "a=4315.000001") == R"("50000.00")");
  CHECK(average.refusals("h=0") == Places{"POLICY-403 rule rule, input h"});
}

TEST_CASE("parts may be taken away inside a ratio", "[policy][consistency]") {
  const AskedRule growth = consistency("p17=149478人 h17=22923户 p15=40542人 h15=8047户",
                                       R"({"kind":"ratio","numerator":["p17","-p15"],"denominator":["h17","-h15"]})", "ok");
  CHECK(growth.member("value", "") == R"("7.32")");
}

TEST_CASE("growth is compared as it is printed", "[policy][consistency]") {
  // 6615 ÷ 5854 = 1.12999…, 7475 ÷ 6615 = 1.13000…
  const AskedRule income = consistency("a=5854元 b=6615元 c=7475元", R"({"kind":"growth","series":["a","b","c"],"percent":"13.00"})", "ok");
  CHECK(income.member("values", "") == R"(["13.00","13.00"])");
  CHECK(income.member("consistent", "c=7480") == "false");
}

TEST_CASE("a total tells what the missing year must have been", "[policy][consistency]") {
  const AskedRule plan = consistency("a=12.5万人 b=28.52万人 c=21.65万人 t=62.67万人", R"({"kind":"cumulative","terms":["a","b","c"],"total":"t"})", "ok");
  CHECK(plan.result("") == R"({"consistent":true,"total":"62.67","values":["12.5","41.02","62.67"]})");
  CHECK(plan.member("consistent", "t=62.68") == "false");
  const AskedRule villages = consistency("a=14个 b=31个 c=59个 t=164个 all=193个",
                                         R"({"kind":"cumulative","terms":["a","b","c"],"total":"t","implied":"2017年","of":"all"})", "ok");
  CHECK(villages.result("") ==
        R"({"consistent":true,"implied":"60","percent":"84.97","remaining":"29","total":"164","values":["14","45","104","164"]})");
  CHECK(villages.member("consistent", "t=103") == "false");
}

TEST_CASE("shares name their whole and are held against the print", "[policy][consistency]") {
  const std::string persons = "a=159人 b=11人 c=264人 d=45人 pa=33.2% pb=2.3% pc=55.1% pd=9.4%";
  const std::string check = R"({"kind":"share","parts":["a","b","c","d"],"printed":["pa","pb","pc","pd"],"places":1})";
  const AskedRule shares = consistency(persons, check, "ok");
  CHECK(shares.result("") == R"({"consistent":true,"sum":"100.0","values":["33.2","2.3","55.1","9.4"]})");
  CHECK(shares.member("consistent", "pc=62.3") == "false");
  CHECK(consistency("over=14人 all=54人", R"({"kind":"share","parts":["over"],"whole":"all"})", "ok").member("values", "") == R"(["25.93"])");
}

TEST_CASE("two printed rates fit one denominator or they do not", "[policy][consistency]") {
  const std::string check = R"({"kind":"denominator","parts":["wrong","left"],"rates":["wr","lr"]})";
  // 324 ÷ n prints as 5.23% for 6190 to 6200, 4 ÷ n as 0.06% for 6154 to 7272.
  CHECK(consistency("wrong=324人 left=4人 wr=5.23% lr=0.06%", check, "ok").result("") ==
        R"({"consistent":true,"from":"6190","ranges":[{"from":"6190","name":"wrong","to":"6200"},{"from":"6154","name":"left","to":"7272"}],"to":"6200"})");
  // 74 ÷ n: 1414 to 1416; 1 ÷ n: 1539 to 1818.
  CHECK(consistency("wrong=74户 left=1户 wr=5.23% lr=0.06%", check, "warning").member("ranges", "") ==
        R"([{"from":"1414","name":"wrong","to":"1416"},{"from":"1539","name":"left","to":"1818"}])");
}

TEST_CASE("a figure that the document lacks must be given", "[policy][consistency]") {
  const AskedRule rule = consistency("target=1000万元 fund=元", R"({"kind":"not_more_than","left":"target","right":"fund"})", "warning");
  CHECK(rule.refusals("") == Places{"POLICY-304 rule rule, input fund"});
  CHECK(rule.member("consistent", "fund=10000000") == "true");
  CHECK(rule.member("warning", "fund=9999999.99") == R"("文件自相矛盾")");
}
