// SPDX-License-Identifier: Apache-2.0
// loss_share: who bears an unpaid loan, from which day overdue, and who gets back what is recovered 代偿与追偿.
#include <algorithm>
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"
#include "policy/parts.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kFields{
    Field{"parts", FieldType::Objects, false, "各方分担的权重；文件没有写则省去", "who bears how much; left out where the document is silent",
          {}, part_fields},
    Field{"over_days", FieldType::Integer, false, "逾期超过多少天才分担；文件没有写则省去",
          "shared where more than this many days overdue; left out where the document is silent", {}, nullptr, 0, 3'650},
    Field{"of", FieldType::Choice, true, "principal 只分担本金，principal_and_interest 本金和利息", "what is shared",
          "principal|principal_and_interest"},
    Field{"principal_most", FieldType::Amount, false, "每户分担的本金最多；超过部分及其利息不分担",
          "the most principal of one household; what is above it, and its interest, is not shared"},
    Field{"rounding", FieldType::Choice, true, "舍入", "the rounding", kRoundings},
};

constexpr std::array kResults{
    ResultMember{"due", "true | false", "是否到了分担的时候（给贷款时）", "whether the loss is shared already (where a loan is given)"},
    ResultMember{"covered_principal", "amount", "分担范围内的本金", "principal that is shared"},
    ResultMember{"covered_interest", "amount", "分担范围内的利息", "interest that is shared"},
    ResultMember{"amount", "amount", "分担或退回的合计", "what is shared or given back"},
    ResultMember{"parts", "list of {name, amount, parts?}", "各方金额（文件写明时）", "the parts (where the document says)"},
    ResultMember{"days_left", "count", "还差几天（未到时）", "days until it is due (where it is not)"},
};

class LossShare : public RuleBody {
 public:
  explicit LossShare(const Parameters& parameters)
      : parts_(read_parts(parameters, "parts")),
        shares_interest_(parameters.text("of") == "principal_and_interest"),
        rounding_(parameters.rounding("rounding")) {
    if (parameters.has("over_days")) over_days_ = parameters.integer("over_days", 0);
    if (parameters.has("principal_most")) principal_most_ = parameters.amount("principal_most");
  }

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs{
        {"principal", InputType::Amount, "元", false, "", "未还本金", "principal not repaid"},
        {"interest", InputType::Amount, "元", false, "", "未还利息", "interest not paid"},
        {"recovered", InputType::Amount, "元", false, "", "分担以后追回的金额，按同样比例退回", "what was recovered later, given back in the same shares"}};
    if (over_days_) inputs.push_back({"days_overdue", InputType::Count, "天", false, "", "逾期天数", "days overdue"});
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    if (given.has("recovered")) return recovery(given);
    if (!given.has("principal")) return refused(given.problem(PolicyOutcome::InputMissing, "principal", "principal | recovered"));
    if (over_days_ && !given.has("days_overdue")) {
      return refused(given.problem(PolicyOutcome::InputMissing, "days_overdue", "> " + std::to_string(*over_days_)));
    }
    if (over_days_ && given.count("days_overdue") <= *over_days_) return not_yet(given.count("days_overdue"));
    return shared(given);
  }

 private:
  Answer recovery(const Given& given) const {
    for (const char* other : {"principal", "interest", "days_overdue"}) {
      if (given.has(other)) return refused(given.problem(PolicyOutcome::InputsExclude, other, std::string("recovered | ") + other));
    }
    Computation computation;
    computation.formula = "追回 ";
    add_parts(given.amount("recovered"), computation);
    return computation;
  }

  Answer not_yet(std::int64_t days) const {
    Computation computation;
    const std::int64_t left = *over_days_ + 1 - days;
    computation.result = {{"due", json_flag(false)}, {"days_left", json_of(left)}};
    computation.formula = "逾期 " + std::to_string(days) + " 天，没有超过 " + std::to_string(*over_days_) + " 天，还差 " + std::to_string(left) + " 天";
    return computation;
  }

  Answer shared(const Given& given) const {
    const Money principal = given.amount("principal");
    const Money interest = given.has("interest") && shares_interest_ ? given.amount("interest") : Money();
    const Money covered = principal_most_ ? std::min(principal, *principal_most_) : principal;
    std::optional<Money> covered_interest = interest;
    if (covered < principal) {
      // Ratios of amounts above ten billion yuan are not exact.
      constexpr std::int64_t kFenMax = 1'000'000'000'000;
      if (principal.fen() > kFenMax) return refused(given.problem(PolicyOutcome::ResultTooLarge, "principal", ""));
      covered_interest = scale(interest, {covered.fen(), principal.fen()}, rounding_);
    }
    const std::optional<Money> sum = covered_interest ? checked_add(covered, *covered_interest) : std::nullopt;
    if (!sum) return refused(given.problem(PolicyOutcome::ResultTooLarge, "interest", ""));
    Computation computation;
    computation.result = {{"due", json_flag(true)},
                          {"covered_principal", json_of(covered)},
                          {"covered_interest", json_of(*covered_interest)}};
    computation.formula = "本金 " + to_yuan(covered) + " + 利息 " + to_yuan(*covered_interest) + "；";
    if (covered < principal) {
      computation.formula = "本金 min(" + to_yuan(principal) + ", " + to_yuan(*principal_most_) + ")；利息 " + to_yuan(interest) + " × " +
                            to_yuan(covered) + " ÷ " + to_yuan(principal) + " = " + to_yuan(*covered_interest) + "；";
      computation.rounding = std::string(rounding_name(rounding_));
    }
    if (given.has("interest") && !shares_interest_) computation.formula += "利息不分担；";
    add_parts(*sum, computation);
    return computation;
  }

  void add_parts(Money amount, Computation& computation) const {
    computation.result.emplace_back("amount", json_of(amount));
    if (parts_.empty()) {
      computation.formula += to_yuan(amount) + " 元，分担比例文件没有规定";
      return;
    }
    computation.result.emplace_back("parts", split_json(amount, parts_));
    computation.formula += split_formula(amount, parts_);
    computation.rounding = computation.rounding == "none" ? kLargestRemainder : computation.rounding + "；" + kLargestRemainder;
  }

  std::vector<Part> parts_;
  std::optional<std::int64_t> over_days_;
  bool shares_interest_;
  std::optional<Money> principal_most_;
  Rounding rounding_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) { return std::make_unique<LossShare>(parameters); }

}  // namespace

const Kind kLossShareKind{
    "loss_share",
    "损失分担",
    "who bears the loss of a loan",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"parts":[{"name":"风险补偿金","weight":8},{"name":"银行","weight":2}],"over_days":90,"of":"principal_and_interest",)"
    R"("rounding":"half_up"})",
    "principal=30000.00 interest=500.00 days_overdue=91"};

}  // namespace mingzhang::policy
