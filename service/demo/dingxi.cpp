// SPDX-License-Identifier: Apache-2.0
// What a county sets aside of the growth of its revenue: shares of increments, one of them a share of a share.
#include "service/demo/books.h"
#include "service/reading/guarantee.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kFenPerYi = 10'000'000'000;  // 100,000,000 yuan

}  // namespace

void post_dingxi(DemoDesk& desk, DemoRules& rules) {
  // The document gives the shares, not the revenue: the increments are made up.
  const policy::Evaluation carved = rules.ask("carve-out", {{"delta.public_budget", "30000000.00"},
                                                            {"delta.equalisation", "20000000.00"},
                                                            {"delta.county_guarantee", "10000000.00"},
                                                            {"delta.eco", "5000000.00"}});
  constexpr const char* kFund = "DX-2016-QK";
  constexpr const char* kDocument = "定发〔2015〕13号";
  desk.add_fund(kFund, "财力增量切块资金", kDocument);
  funds::AddIndicator indicator =
      demo_indicator(kFund, kDocument, funds::Level::County, "财力增量切块用于扶贫", amount_of(carved), demo_day(1, 31));
  indicator.assumption = "各项财力增量为演示假设，文件只写比例";
  indicator.accounts = {kDemoBank, "400104", kDemoMoney, "600104"};
  desk.act(indicator);
  funds::Allocate allocation;
  allocation.code = "DX-QK-1";
  allocation.indicator = kFund;
  allocation.date = demo_day(2, 15);
  allocation.kind = funds::TargetKind::Unit;
  allocation.total = indicator.amount;
  allocation.targets.push_back({"FP-SYN-01", indicator.amount, ""});
  allocation.explanation = carved.explanation.bytes();
  allocation.accounts = {"121402", kDemoBank, "710101", kDemoMoney};
  desk.act(allocation);
  desk.say("增量切块（增量为假设）：" + carved.formula);
  // The document names the multiples and the balance wanted; the deposit is made up.
  const Money wanted = Money::from_fen(rules.figure("shuanglian-target") * kFenPerYi);
  const TextResult pool = what_if("600000000.00", to_yuan(wanted), Format::Text);
  if (!pool) return desk.fail(pool.error());
  desk.say(*pool);
}

}  // namespace mingzhang::service
