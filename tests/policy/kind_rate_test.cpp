// SPDX-License-Identifier: Apache-2.0
// The kinds about yearly rates, at their borders.
#include <string>
#include <vector>

#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::AskedRule;
using Places = std::vector<std::string>;

/// Two tiers and two days; one cell was not checked.
const char* const kTable =
    R"({"columns":[{"name":"1y","title":"一年以内","to_months":12},{"name":"5y","title":"一年至五年","to_months":60}],)"
    R"("rows":[{"from":"2016-03-01","rates":["5.10","5.50"],"unchecked":["5y"]},{"from":"2016-10-24","rates":["4.35","4.75"]}],)"
    R"("known_until":"2016-12-31"})";

}  // namespace

TEST_CASE("a rate is in force from its day until the next one's", "[policy][rate_table]") {
  const AskedRule table("rate_table", kTable);
  CHECK(table.result("term_months=12", "2016-03-01") == R"({"column":"1y","effective":"2016-03-01","known":true,"rate":"5.10"})");
  CHECK(table.member("rate", "term_months=12", "2016-10-23") == R"("5.10")");
  CHECK(table.member("rate", "term_months=12", "2016-10-24") == R"("4.35")");
  CHECK(table.refusals("term_months=12", "2016-02-29") == Places{"POLICY-401 rule rule"});
}

TEST_CASE("a term belongs to the first tier that reaches it", "[policy][rate_table]") {
  const AskedRule table("rate_table", kTable);
  CHECK(table.member("column", "term_months=1", "2016-11-01") == R"("1y")");
  CHECK(table.member("column", "term_months=13", "2016-11-01") == R"("5y")");
  CHECK(table.member("column", "term_months=60", "2016-11-01") == R"("5y")");
  CHECK(table.refusals("term_months=61", "2016-11-01") == Places{"POLICY-405 rule rule, input term_months"});
  CHECK(table.refusals("term_months=0", "2016-11-01") == Places{"POLICY-405 rule rule, input term_months"});
  CHECK(table.refusals("", "2016-11-01") == Places{"POLICY-304 rule rule, input term_months"});
}

TEST_CASE("what a table does not know is answered with a warning", "[policy][rate_table]") {
  const AskedRule table("rate_table", kTable);
  CHECK(table.evaluation("term_months=12", "2016-12-31").warnings.empty());
  CHECK(table.evaluation("term_months=12", "2017-01-01").warnings.size() == 1);
  CHECK(table.member("known", "term_months=12", "2017-01-01") == "false");
  CHECK(table.evaluation("term_months=13", "2016-03-01").warnings.size() == 1);
  CHECK(table.evaluation("term_months=13", "2016-10-24").warnings.empty());
}

TEST_CASE("a table of one column asks for no term", "[policy][rate_table]") {
  const AskedRule table("rate_table", R"({"columns":[{"name":"1y","title":"一年期"}],"rows":[{"from":"2016-01-01","rates":["3.1"]}],"known_until":"2016-12-31"})");
  CHECK(table.member("rate", "") == R"("3.10")");
  CHECK(table.member("rate", "term_months=600") == R"("3.10")");
}
