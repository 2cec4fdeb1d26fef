// SPDX-License-Identifier: Apache-2.0
// quota, sufficiency, multiplier: how many are allowed, whether money lasts, what a deposit carries.
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kQuotaFields{
    Field{"limit", FieldType::Integer, true, "每个最多（或应有）几个", "how many for each", {}, nullptr, 0, 1'000'000'000},
    Field{"unit", FieldType::Text, true, "什么的个数", "of what"},
    Field{"per", FieldType::Text, true, "按什么计", "for each what"},
};

constexpr std::array kQuotaResults{
    ResultMember{"allowed", "count", "合计限额", "how many in all"},
    ResultMember{"holds", "true | false", "没有超过", "whether it is not exceeded"},
    ResultMember{"left", "count", "还余几个（没有超过时）", "how many are left (where it holds)"},
    ResultMember{"excess", "count", "超出几个（超过时）", "how many are too many"},
};

class Quota : public RuleBody {
 public:
  Quota(std::int64_t limit, std::string unit, std::string per) : limit_(limit), unit_(std::move(unit)), per_(std::move(per)) {}

  std::vector<Input> inputs() const override {
    return {{"count", InputType::Count, unit_, true, "", "实际个数（" + unit_ + "）", "how many there are"},
            {"per_count", InputType::Count, per_, false, "1", "按几个" + per_ + "计", "for how many: " + per_}};
  }

  Answer evaluate(const Given& given) const override {
    const std::int64_t count = given.count("count");
    // Both at most 10^9.
    const std::int64_t allowed = limit_ * given.count("per_count");
    if (allowed > kJsonIntegerMax) return refused(given.problem(PolicyOutcome::ResultTooLarge, "per_count", ""));
    const bool holds = count <= allowed;
    Computation computation;
    computation.result = {{"allowed", json_of(allowed)}, {"holds", json_flag(holds)}};
    computation.result.emplace_back(holds ? "left" : "excess", json_of(holds ? allowed - count : count - allowed));
    computation.formula = std::to_string(limit_) + " × " + std::to_string(given.count("per_count")) + " = " +
                          std::to_string(allowed) + (holds ? " ≥ " : " < ") + std::to_string(count);
    return computation;
  }

 private:
  std::int64_t limit_;
  std::string unit_;
  std::string per_;
};

std::unique_ptr<const RuleBody> read_quota(const Parameters& parameters) {
  return std::make_unique<Quota>(parameters.integer("limit", 0), parameters.text("unit"), parameters.text("per"));
}

constexpr std::array kSufficiencyFields{
    Field{"amount", FieldType::Amount, true, "每个最多支出", "the most that each may cost"},
    Field{"unit", FieldType::Text, true, "每个什么", "each what"},
};

constexpr std::array kSufficiencyResults{
    ResultMember{"worst_case", "amount", "全部按最高额支出", "everybody at the most"},
    ResultMember{"shortfall", "amount", "资金还差多少，够则为 0.00", "what the fund lacks; 0.00 where it suffices"},
    ResultMember{"sufficient", "true | false", "资金是否足够", "whether the fund suffices"},
};

class Sufficiency : public RuleBody {
 public:
  Sufficiency(Money amount, std::string unit) : amount_(amount), unit_(std::move(unit)) {}

  std::vector<Input> inputs() const override {
    return {{"count", InputType::Count, unit_, true, "", "个数（" + unit_ + "）", "how many"},
            {"fund", InputType::Amount, "元", true, "", "资金", "the fund"}};
  }

  Answer evaluate(const Given& given) const override {
    const Money fund = given.amount("fund");
    const std::optional<Money> worst = scale(amount_, {given.count("count"), 1}, Rounding::Down);
    if (!worst) return refused(given.problem(PolicyOutcome::ResultTooLarge, "count", ""));
    const bool is_sufficient = fund >= *worst;
    const Money shortfall = is_sufficient ? Money() : *worst - fund;
    return Computation{{{"worst_case", json_of(*worst)},
                        {"shortfall", json_of(shortfall)},
                        {"sufficient", json_flag(is_sufficient)}},
                       to_yuan(amount_) + " × " + std::to_string(given.count("count")) + " = " + to_yuan(*worst) + " 元；" +
                           "资金 " + to_yuan(fund) + " 元，" + (is_sufficient ? "足够" : "差 " + to_yuan(shortfall) + " 元")};
  }

 private:
  Money amount_;
  std::string unit_;
};

std::unique_ptr<const RuleBody> read_sufficiency(const Parameters& parameters) {
  return std::make_unique<Sufficiency>(parameters.amount("amount"), parameters.text("unit"));
}

constexpr std::array kMultiplierFields{
    Field{"min", FieldType::Integer, true, "最低倍数", "the lowest multiple", {}, nullptr, 1, 1'000},
    Field{"max", FieldType::Integer, true, "最高倍数", "the highest multiple", {}, nullptr, 1, 1'000},
};

constexpr std::array kMultiplierResults{
    ResultMember{"capacity_at_min", "amount", "按最低倍数可担保", "loans carried at the lowest multiple"},
    ResultMember{"capacity_at_max", "amount", "按最高倍数可担保", "loans carried at the highest multiple"},
    ResultMember{"deposit_at_min", "amount", "按最低倍数须存（给贷款时）", "deposit needed at the lowest (where loans are given)"},
    ResultMember{"deposit_at_max", "amount", "按最高倍数须存（给贷款时）", "deposit needed at the highest (where loans are given)"},
};

class Multiplier : public RuleBody {
 public:
  Multiplier(std::int64_t least, std::int64_t most) : least_(least), most_(most) {}

  std::vector<Input> inputs() const override {
    return {{"deposit", InputType::Amount, "元", false, "", "担保金", "the deposit"},
            {"loans", InputType::Amount, "元", false, "", "贷款余额，用以倒推担保金", "loans, to find the deposit they need"}};
  }

  Answer evaluate(const Given& given) const override {
    if (given.has("deposit") == given.has("loans")) {
      const PolicyOutcome outcome = given.has("loans") ? PolicyOutcome::InputsExclude : PolicyOutcome::InputMissing;
      return refused(given.problem(outcome, "deposit", "deposit | loans"));
    }
    return given.has("deposit") ? capacity(given) : deposit(given);
  }

 private:
  Answer capacity(const Given& given) const {
    const Money deposit = given.amount("deposit");
    const std::optional<Money> low = scale(deposit, {least_, 1}, Rounding::Down);
    const std::optional<Money> high = scale(deposit, {most_, 1}, Rounding::Down);
    if (!low || !high) return refused(given.problem(PolicyOutcome::ResultTooLarge, "deposit", ""));
    return Computation{{{"capacity_at_min", json_of(*low)}, {"capacity_at_max", json_of(*high)}},
                       to_yuan(deposit) + " × " + std::to_string(least_) + " = " + to_yuan(*low) + "；× " +
                           std::to_string(most_) + " = " + to_yuan(*high) + " 元"};
  }

  Answer deposit(const Given& given) const {
    const Money loans = given.amount("loans");
    // A deposit must carry the loans, so what falls between two fen goes up. Dividing cannot leave the range.
    const Money low = *scale(loans, {1, least_}, Rounding::Up);
    const Money high = *scale(loans, {1, most_}, Rounding::Up);
    return Computation{{{"deposit_at_min", json_of(low)}, {"deposit_at_max", json_of(high)}},
                       to_yuan(loans) + " ÷ " + std::to_string(least_) + " = " + to_yuan(low) + "；÷ " +
                           std::to_string(most_) + " = " + to_yuan(high) + " 元",
                       std::string(rounding_name(Rounding::Up))};
  }

  std::int64_t least_;
  std::int64_t most_;
};

std::unique_ptr<const RuleBody> read_multiplier(const Parameters& parameters) {
  const std::int64_t least = parameters.integer("min", 1);
  const std::int64_t most = parameters.integer("max", 1);
  if (parameters.is_sound("min") && parameters.is_sound("max") && least > most) {
    parameters.refuse(PolicyOutcome::LimitsSwapped, "max", std::to_string(least) + " > " + std::to_string(most));
  }
  return std::make_unique<Multiplier>(least, most);
}

}  // namespace

const Kind kQuotaKind{"quota",
                      "名额",
                      "how many are allowed",
                      [] { return std::span<const Field>(kQuotaFields); },
                      kQuotaResults,
                      read_quota,
                      R"({"limit":5,"unit":"household","per":"enterprise"})",
                      "count=12 per_count=2"};

const Kind kSufficiencyKind{"sufficiency",
                            "资金是否足够",
                            "whether a fund lasts",
                            [] { return std::span<const Field>(kSufficiencyFields); },
                            kSufficiencyResults,
                            read_sufficiency,
                            R"({"amount":"15000.00","unit":"person"})",
                            "count=264 fund=1000000.00"};

const Kind kMultiplierKind{"multiplier",
                           "担保放大倍数",
                           "loans that a deposit carries",
                           [] { return std::span<const Field>(kMultiplierFields); },
                           kMultiplierResults,
                           read_multiplier,
                           R"({"min":5,"max":10})",
                           "loans=5000000000.00"};

}  // namespace mingzhang::policy
