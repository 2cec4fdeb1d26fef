// SPDX-License-Identifier: Apache-2.0
// tiered_benefit: a share of the year's cost above a threshold, up to a cap, claim by claim.
#include <algorithm>
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"
#include "policy/steps.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kFields{
    Field{"threshold", FieldType::Objects, true, "起付线，按日期先后", "the threshold, by date", {}, step_fields},
    Field{"share", FieldType::Share, false, "补助比例；文件没有写则省去", "the share; left out where the document has none"},
    Field{"cap", FieldType::Amount, false, "每年最高额；没有则省去", "the most in a year; left out where there is no cap"},
    Field{"per", FieldType::Choice, true, "按谁、按什么期间累计", "whose costs are added, and over which time",
          "person-year|household-year|person-stay"},
    Field{"excluded", FieldType::Text, false, "哪些费用不计", "which costs do not count"},
    Field{"excluded_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"rounding", FieldType::Choice, true, "舍入", "the rounding", kRoundings},
};

constexpr std::array kResults{
    ResultMember{"eligible", "amount", "本次可计费用", "eligible cost of this claim"},
    ResultMember{"above_threshold", "amount", "累计可计费用超过起付线的部分", "what all claims together have above the threshold"},
    ResultMember{"benefit", "amount", "本次应补助（比例已知时）", "what this claim gets (where the share is known)"},
    ResultMember{"self_pay", "amount", "本次费用减补助", "this claim's cost less the benefit"},
    ResultMember{"cap_reached", "true | false", "是否已到最高额（有最高额时）", "whether the cap is reached (where there is one)"},
};

class TieredBenefit : public RuleBody {
 public:
  explicit TieredBenefit(const Parameters& parameters)
      : thresholds_(read_steps(parameters, "threshold", false)),
        share_(parameters.share("share")),
        excluded_(parameters.has("excluded") ? parameters.text("excluded") : "不计的费用"),
        excluded_en_(parameters.has("excluded_en") ? parameters.text("excluded_en") : "cost that does not count"),
        rounding_(parameters.rounding("rounding")) {
    if (parameters.has("cap")) cap_ = parameters.amount("cap");
  }

  std::vector<Input> inputs() const override {
    return {{"cost", InputType::Amount, "元", true, "", "本次费用", "cost of this claim"},
            {"excluded", InputType::Amount, "元", false, "0.00", "其中" + excluded_, "of it: " + excluded_en_},
            {"claimed_before", InputType::Amount, "元", false, "0.00", "同期以前各次可计费用合计",
             "eligible cost of earlier claims of the same time"},
            {"paid_before", InputType::Amount, "元", false, "0.00", "同期以前已补助合计", "benefits paid for them"},
            {"date", InputType::Date, "", false, "", "费用日期，决定起付线；省去则为计算日",
             "day of the cost, which decides the threshold; the day of evaluation where left out"}};
  }

  Answer evaluate(const Given& given) const override {
    const Money cost = given.amount("cost");
    const Money excluded = given.amount("excluded");
    if (excluded > cost) return refused(given.problem(PolicyOutcome::InputsReversed, "excluded", "excluded > cost"));
    const Date day = given.has("date") ? given.date("date") : given.day();
    const std::optional<Money> threshold = amount_on(thresholds_, day);
    if (!threshold) {
      return refused(given.problem(PolicyOutcome::NoAmountYet, "date",
                                   to_iso(day) + "; ≥ " + to_iso(thresholds_.front().from)));
    }
    const std::optional<Money> total = checked_add(given.amount("claimed_before"), cost - excluded);
    if (!total) return refused(given.problem(PolicyOutcome::ResultTooLarge, "claimed_before", ""));
    const Money above = std::max(*total - *threshold, Money());
    Computation computation;
    computation.result = {{"above_threshold", json_of(above)}, {"eligible", json_of(cost - excluded)}};
    computation.formula = "max(" + to_yuan(given.amount("claimed_before")) + " + " + to_yuan(cost) + " − " +
                          to_yuan(excluded) + " − " + to_yuan(*threshold) + ", 0) = " + to_yuan(above);
    if (!share_) return computation;
    return with_benefit(given, above, std::move(computation));
  }

 private:
  Answer with_benefit(const Given& given, Money above, Computation computation) const {
    const std::optional<Money> uncapped = scale(above, share_->ratio, rounding_);
    if (!uncapped) return refused(given.problem(PolicyOutcome::ResultTooLarge, "cost", ""));
    const Money due = cap_ ? std::min(*uncapped, *cap_) : *uncapped;
    const Money paid = given.amount("paid_before");
    const Money benefit = std::max(due - paid, Money());
    if (cap_) computation.result.emplace_back("cap_reached", json_flag(*uncapped >= *cap_));
    computation.result.emplace_back("benefit", json_of(benefit));
    computation.result.emplace_back("self_pay", json_of(given.amount("cost") - benefit));
    computation.formula += "；" + to_yuan(above) + " × " + share_->text + " = " + to_yuan(*uncapped);
    if (cap_) computation.formula += "，最高 " + to_yuan(*cap_);
    computation.formula += "；" + to_yuan(due) + " − " + to_yuan(paid) + " = " + to_yuan(benefit) + " 元";
    computation.rounding = std::string(rounding_name(rounding_));
    if (paid > due) {
      computation.formula += "（不少于零）";
      computation.warnings.push_back({"以前已补助 " + to_yuan(paid) + " 元，多于累计应补助的 " + to_yuan(due) + " 元，请核对",
                                      "paid before: " + to_yuan(paid) + ", more than all claims are due: " + to_yuan(due) +
                                          "; check it"});
    }
    return computation;
  }

  std::vector<Step> thresholds_;
  std::optional<Share> share_;
  std::optional<Money> cap_;
  std::string excluded_;
  std::string excluded_en_;
  Rounding rounding_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  return std::make_unique<TieredBenefit>(parameters);
}

}  // namespace

const Kind kTieredBenefitKind{
    "tiered_benefit",
    "起付线以上按比例补助",
    "a share of the cost above a threshold",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"threshold":[{"from":"2016-01-01","amount":"3000.00"}],"share":"50%","cap":"15000.00","per":"person-year",)"
    R"("excluded":"医保药品目录外费用","rounding":"half_up"})",
    "cost=12345.67"};

}  // namespace mingzhang::policy
