// SPDX-License-Identifier: Apache-2.0
// Tests that look at money: publicity, limits, repeated claims and papers, rules, idle sums.
#include "suspicion/idle.h"
#include "suspicion/over_rule.h"
#include "suspicion/publicity.h"
#include "suspicion/register_at_payment.h"
#include "suspicion/repeated.h"
#include "suspicion/split.h"
#include "suspicion/test_list.h"
#include "tests/suspicion/sample_rows.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

namespace {

using suspicion::Hit;
using suspicion::Spending;

Money fen(std::int64_t amount) { return Money::from_fen(amount); }

suspicion::PaidList paid_list(std::string_view submitted, std::string_view end, std::string_view paid) {
  return {day(submitted), day(end), day(paid), fen(100'00), {7, 1, 0}};
}

Spending spending(std::string_view iso, std::int64_t amount, std::int64_t movement) {
  return {"报账 reimbursement", "XZ-01", "", "", day(iso), fen(amount), {movement, 0, 0}, {}};
}

suspicion::Claim claim(std::string_view person, std::int64_t year, std::int64_t cost, std::int64_t movement) {
  return {"chronic", person, year, fen(cost), payment("H1", person, "2016-05-01", 100, movement)};
}

}  // namespace

TEST_CASE("a payment to a household that had left the register on that day is a hit", "[suspicion]") {
  suspicion::RegisterAtPayment test;
  test.add_household("H1", day("2015-01-01"));
  test.add_household("H2", day("2016-06-01"));
  test.add_left("H1", suspicion::Left::Exited, day("2016-03-01"), day("2016-05-01"));
  test.add_left("H1", suspicion::Left::Removed, day("2016-08-01"), day("2999-12-31"));
  test.see(payment("H1", "", "2016-02-29", 1, 1));
  test.see(payment("H1", "", "2016-03-01", 2, 2));  // the first day
  test.see(payment("H1", "P1", "2016-04-30", 4, 3));  // the last
  test.see(payment("H1", "", "2016-05-01", 8, 4));  // returned
  test.see(payment("H2", "", "2016-07-01", 16, 5));
  const auto hits = test.left_hits();
  REQUIRE(hits.size() == 1);
  CHECK(sum_of(hits[0]) == 6);
  CHECK(test.unregistered_hits().empty());
}

TEST_CASE("a payment to a household that is not on the register, or not yet, is a hit", "[suspicion]") {
  suspicion::RegisterAtPayment test;
  CHECK(test.is_empty());
  test.add_household("H2", day("2016-06-01"));
  test.see(payment("H2", "", "2016-05-31", 16, 1));
  test.see(payment("H2", "", "2016-06-01", 32, 2));
  test.see(payment("H9", "", "2016-06-01", 64, 3));
  const auto hits = test.unregistered_hits();
  REQUIRE(hits.size() == 2);
  CHECK(sum_of(hits[0]) == 16);
  CHECK(sum_of(hits[1]) == 64);
  CHECK(hits[0].zh != hits[1].zh);
}

TEST_CASE("a payment by a list of a day on which the household had another class is a hit", "[suspicion]") {
  suspicion::RegisterAtPayment test;
  test.add_household("H1", day("2015-01-01"));
  test.add_class("H1", "一般贫困户", day("2015-01-01"), day("2015-06-01"));
  test.add_class("H1", "一般贫困户", day("2015-06-01"), day("2016-03-01"));
  test.add_class("H1", "低保贫困户", day("2016-03-01"), day("2999-12-31"));
  const auto paid = [](const char* iso, std::int64_t fen, const char* decided) {
    suspicion::Payment one = payment("H1", "", iso, fen, 1);
    if (decided != nullptr) one.decided = day(decided);
    return one;
  };
  test.see(paid("2016-02-29", 1, "2015-05-31"));  // the same class in two spells
  test.see(paid("2016-03-01", 2, "2016-02-29"));
  test.see(paid("2016-03-01", 4, nullptr));  // fixed on the day itself
  test.see(paid("2016-05-01", 8, "2016-03-01"));
  test.see(paid("2016-05-01", 16, "2014-12-31"));  // not yet registered: another test's matter
  const auto hits = test.class_hits();
  REQUIRE(hits.size() == 1);
  CHECK(sum_of(hits[0]) == 2);
  CHECK(hits[0].zh == "清单日类别“一般贫困户”，发放日类别“低保贫困户”");
}

TEST_CASE("a list is a hit where its publicity was missing, short or not waited for", "[suspicion]") {
  const std::vector<suspicion::PaidList> lists = {
      paid_list("2016-04-01", "2016-04-11", "2016-04-11"),  // ten days: none
      paid_list("2016-04-01", "2016-04-10", "2016-05-01"),  // nine
      paid_list("2016-04-01", "2016-04-01", "2016-05-01"),  // no publicity
      paid_list("2016-04-01", "2016-04-21", "2016-04-20"),  // a day early
  };
  const auto hits = suspicion::short_publicity(lists, 10);
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].zh == "公示 9 天，不足 10 天");
  CHECK(hits[1].zh == "没有公示");
  CHECK(hits[2].en == "paid before the publicity ended on 2016-04-21");
  CHECK(suspicion::short_publicity(lists, 0).size() == 1);
}

TEST_CASE("amounts below the limit that reach it together within the days are a hit", "[suspicion]") {
  const suspicion::SplitRule rule{fen(100'00), 30};
  CHECK(suspicion::split_amounts({spending("2016-03-01", 60'00, 1), spending("2016-03-20", 50'00, 2)}, rule).size() == 1);
  CHECK(suspicion::split_amounts({spending("2016-03-31", 50'00, 2), spending("2016-03-01", 50'00, 1)}, rule).size() == 1);
  // One day too late, one fen too little, or one of them at the limit itself.
  CHECK(suspicion::split_amounts({spending("2016-03-01", 60'00, 1), spending("2016-04-01", 50'00, 2)}, rule).empty());
  CHECK(suspicion::split_amounts({spending("2016-03-01", 49'99, 1), spending("2016-03-02", 50'00, 2)}, rule).empty());
  CHECK(suspicion::split_amounts({spending("2016-03-01", 100'00, 1), spending("2016-03-02", 99'99, 2)}, rule).empty());
  Spending other = spending("2016-03-02", 60'00, 2);
  other.kind = "拨付 allocation";
  CHECK(suspicion::split_amounts({spending("2016-03-01", 60'00, 1), other}, rule).empty());
  other = spending("2016-03-02", 60'00, 2);
  other.approved = fen(100'00);  // a part of what was approved at the limit
  CHECK(suspicion::split_amounts({spending("2016-03-01", 60'00, 1), other}, rule).empty());
  other = spending("2016-03-02", 60'00, 2);
  other.target = "XZ-02";
  CHECK(suspicion::split_amounts({spending("2016-03-01", 60'00, 1), other}, rule).empty());
}

TEST_CASE("runs that share an amount are one hit, and the same amounts are told once", "[suspicion]") {
  const suspicion::SplitRule rule{fen(100'00), 10};
  std::vector<Spending> chain = {spending("2016-03-01", 60'00, 1), spending("2016-03-08", 60'00, 2),
                                 spending("2016-03-15", 60'00, 3), spending("2016-05-01", 60'00, 4),
                                 spending("2016-05-02", 60'00, 5)};
  auto hits = suspicion::split_amounts(chain, rule);
  REQUIRE(hits.size() == 2);
  CHECK(sum_of(hits[0]) == 180'00);
  CHECK(sum_of(hits[1]) == 120'00);
  for (Spending& one : chain) one.project = "P1";
  CHECK(suspicion::split_amounts(chain, rule).size() == 2);
}

TEST_CASE("a cost that comes back to the fen in another year is a hit", "[suspicion]") {
  suspicion::RepeatedClaims test;
  test.see(claim("P1", 2016, 12'345'67, 1));
  test.see(claim("P1", 2017, 12'345'67, 2));
  test.see(claim("P2", 2016, 12'345'68, 3));
  test.see(claim("P2", 2016, 12'345'68, 4));  // the same year: the cap counts both
  test.see(claim("P3", 2016, 1'500'00, 5));   // a fixed rate
  test.see(claim("P3", 2017, 1'500'00, 6));
  test.see(claim("P4", 2017, 12'345'67, 7));  // another person
  const auto hits = test.hits();
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].zh == "费用 12345.67 在 2016、2017 年度各申领一次");
  CHECK(hits[0].items.size() == 2);
}

TEST_CASE("a paper behind two reports is a hit, twice behind one is not", "[suspicion]") {
  const auto paper = [](const char* digest, std::int64_t movement) {
    return suspicion::Evidence{digest, day("2016-05-01"), fen(1), {movement, 0, 0}};
  };
  const auto hits = suspicion::repeated_evidence({paper("aaaaaaaaaaaaaa", 1), paper("bbbbbbbbbbbbbb", 1),
                                                  paper("bbbbbbbbbbbbbb", 1), paper("aaaaaaaaaaaaaa", 2)});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].items.size() == 2);
  CHECK(hits[0].en == "the paper aaaaaaaaaaaa… stands behind 2 reports");
}

TEST_CASE("a benefit above its rule or its cost is a hit", "[suspicion]") {
  suspicion::OverRule test;
  // 12,345.67 of cost give 4,672.84 by the seed's rule: (12345.67 − 3000.00) ÷ 2, half up.
  test.see({payment("H1", "P1", "2016-05-01", 4'672'84, 1), fen(12'345'67), fen(4'672'84)});
  test.see({payment("H1", "P1", "2016-05-01", 4'672'85, 2), fen(12'345'67), fen(4'672'84)});
  test.see({payment("H1", "P1", "2016-05-01", 10'00, 3), fen(10'00), std::nullopt});
  test.see({payment("H1", "P1", "2016-05-01", 10'01, 4), fen(10'00), std::nullopt});
  const auto hits = std::move(test).hits();
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].zh == "补助 4672.85，规则算出 4672.84");
  CHECK(hits[1].zh == "补助 10.01，费用只有 10.00");
}

TEST_CASE("money is idle for long beyond the days, not on them, longest first", "[suspicion]") {
  const auto hits = suspicion::long_idle({{"指标 F1", day("2016-01-01"), 365, fen(1), {}},
                                          {"指标 F2", day("2016-01-01"), 366, fen(2), {}},
                                          {"指标 F3", day("2015-01-01"), 731, fen(4), {}}},
                                         365);
  REQUIRE(hits.size() == 2);
  CHECK(sum_of(hits[0]) == 4);
  CHECK(sum_of(hits[1]) == 2);
}

TEST_CASE("every test has a name that is read again, and titles in two languages", "[suspicion]") {
  CHECK(suspicion::all_tests().size() == 12);
  for (const suspicion::TestInfo& info : suspicion::all_tests()) {
    CHECK(suspicion::parse_test(info.name) == info.test);
    CHECK(&suspicion::info_of(info.test) == &info);
    for (const auto text : {info.zh, info.en, info.source_zh, info.next_zh, info.next_en}) CHECK_FALSE(text.empty());
  }
  CHECK_FALSE(suspicion::parse_test("none").has_value());
}

}  // namespace mingzhang::tests
