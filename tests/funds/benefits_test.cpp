// SPDX-License-Identifier: Apache-2.0
// Benefits with a yearly cap: what was paid before is what the books say, and no claim is paid twice.
#include <algorithm>

#include "tests/funds/sample_funds.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

constexpr std::int64_t kThreshold = 3'000'00;
constexpr std::int64_t kCap = 15'000'00;

/// The chronic-illness rule of Kundulun district: half of what exceeds 3,000.00 in the year, at most 15,000.00.
/// `before` and `cost` are the year's own costs before and of this claim.
std::int64_t due(std::int64_t before, std::int64_t cost) {
  const auto until = [](std::int64_t sum) { return std::min(std::max<std::int64_t>(sum - kThreshold, 0) / 2, kCap); };
  return until(before + cost) - until(before);
}

void add_large_indicator(SampleFunds& sample) {
  funds::AddIndicator indicator = add_indicator();
  indicator.amount = fen(100'000'00);
  sample.run(indicator);
}

}  // namespace

TEST_CASE("INV-24 a cap accumulates over the claims of a year", "[funds][benefit]") {
  SampleFunds sample;
  add_large_indicator(sample);
  // 12,345.67 → 4,672.83 (rounded down here); the cap is reached at costs of 33,000.00.
  CHECK(due(0, 12'345'67) == 4'672'83);
  const std::int64_t costs[] = {2'000'00, 10'345'67, 10'000'00, 20'000'00};
  std::int64_t spent = 0;
  std::int64_t paid = 0;
  for (std::int64_t claim = 0; claim < 4; ++claim) {
    funds::GrantBenefit benefit = grant_benefit("Y" + std::to_string(claim), "2016-03-01", claim);
    benefit.eligible = fen(costs[claim]);
    benefit.amount = fen(due(spent, costs[claim]));
    if (benefit.amount.is_zero()) benefit.accounts = {};
    if (claim > 0) CHECK(sample.answer(benefit) == "PaidBeforeDiffers");
    benefit.claimed_before = fen(spent);
    if (claim > 1) CHECK(sample.answer(benefit) == "PaidBeforeDiffers");
    benefit.paid_before = fen(paid);
    CHECK(sample.run(benefit).size() == (claim == 0 ? 0 : 1));  // below the threshold nothing is paid yet
    spent += costs[claim];
    paid += benefit.amount.fen();
    sample.flush();
    if (claim == 1) sample.reopen();
  }
  CHECK(paid == kCap);
  CHECK(sample.funds().benefit_total({"chronic", "PE-SYN-1", 2016}).paid == fen(kCap));
  CHECK(sample.funds().benefit_total({"chronic", "PE-SYN-1", 2016}).claimed == fen(42'345'67));
  CHECK(sample.balance("500105", "F1") == fen(kCap));
  CHECK(sample.indicator("F1").benefits == fen(kCap));
  // Another person, another rule, another year begin at nothing.
  for (int other = 0; other < 3; ++other) {
    funds::GrantBenefit benefit = grant_benefit("X" + std::to_string(other), "2017-03-01", 10 + other);
    if (other == 0) benefit.person = "PE-SYN-2";
    if (other == 1) benefit.programme = "hospital";
    if (other == 2) benefit.year = 2017;
    CHECK(sample.answer(benefit) == "Ok");
  }
  CHECK(aborts([&] { funds::apply(grant_benefit("X9", "2016-03-02", 9), 99, sample.funds()); }));
}

TEST_CASE("INV-22 a claim is paid once, also in another year and for another person", "[funds][benefit]") {
  SampleFunds sample;
  add_large_indicator(sample);
  sample.run(grant_benefit("Y1", "2016-03-01", 1));
  funds::GrantBenefit again = grant_benefit("Y2", "2017-03-01", 1);
  again.year = 2017;
  CHECK(sample.answer(again) == "ClaimTwice");
  again.person = "PE-SYN-2";
  CHECK(sample.answer(again) == "ClaimTwice");
  sample.flush();
  sample.reopen();
  CHECK(sample.answer(again) == "ClaimTwice");
  CHECK(aborts([&] { funds::apply(again, 99, sample.funds()); }));
}

TEST_CASE("INV-24 what is taken back makes room under the cap, but not for the same claim", "[funds][benefit]") {
  SampleFunds sample;
  add_large_indicator(sample);
  const auto vouchers = sample.run(grant_benefit("Y1", "2016-03-01", 1));
  REQUIRE(vouchers.size() == 1);
  CHECK(vouchers[0].lines[0].subject == household(1));
  for (const bool is_fresh : {false, true}) {
    if (is_fresh) {
      sample.flush();
      sample.reopen();
    }
    const std::string code = is_fresh ? "T2" : "T1";
    const auto undone = sample.run(funds::TakeBack{code, "Y1", day("2016-04-01"), fen(20'00), "票据有误",
                                                   entry("100201", "500105")});
    CHECK(undone[0].lines[1].subject == household(1));
  }
  const funds::BenefitKey key{"chronic", "PE-SYN-1", 2016};
  CHECK(sample.funds().benefit_total(key).paid == fen(10'00));
  CHECK(sample.funds().benefit_total(key).claimed == fen(100'00));
  CHECK(sample.indicator("F1").benefits == fen(10'00));
  CHECK(sample.answer(grant_benefit("Y2", "2016-04-02", 1)) == "ClaimTwice");
  funds::GrantBenefit next = grant_benefit("Y2", "2016-04-02", 2);
  next.paid_before = fen(10'00);
  next.claimed_before = fen(100'00);
  CHECK(sample.answer(next) == "Ok");
  CHECK(aborts([&] { sample.funds().take_from_benefit_total(key, fen(0), fen(10'01)); }));
  CHECK(aborts([&] { sample.funds().take_from_benefit_total(key, fen(100'01), fen(0)); }));
  // Of a claim that is taken back in full nothing counts any more.
  sample.run(funds::TakeBack{"T3", "Y1", day("2016-04-01"), fen(10'00), "票据无效", entry("100201", "500105")});
  CHECK(sample.funds().benefit_total(key).paid == fen(0));
  CHECK(sample.funds().benefit_total(key).claimed == fen(0));
}

}  // namespace mingzhang::tests
