// SPDX-License-Identifier: Apache-2.0
// npl_pause: no new loans where too much is non-performing, or where the fund carries no more.
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kFields{
    Field{"tolerance", FieldType::Share, false, "不良率容忍度；文件没有写数字则省去，由输入给出",
          "the ratio that is tolerated; left out where the document names none, then an input gives it"},
    Field{"boundary", FieldType::Choice, true, "reached 达到即停，exceeded 超过才停", "whether reaching it stops lending, or only exceeding it",
          "reached|exceeded"},
    Field{"multiple", FieldType::Integer, false, "贷款余额最多为基金的几倍；没有则省去", "the most loans for one yuan of the fund; left out where there is none",
          {}, nullptr, 1, 1'000},
};

constexpr std::array kResults{
    ResultMember{"paused", "true | false", "是否停止发放新贷款", "whether new loans stop"},
    ResultMember{"ratio", "percent, 2 decimals, rounded down", "不良率（%，舍去）", "the ratio in percent, rounded down"},
    ResultMember{"reasons", "list of {reason, sentence, sentence_en}", "停止的原因", "why they stop"},
    ResultMember{"room", "amount", "还可发放多少（有倍数时）", "what may still be lent (where there is a multiple)"},
};

class NplPause : public RuleBody {
 public:
  explicit NplPause(const Parameters& parameters) : stops_when_reached_(parameters.text("boundary") == "reached") {
    if (parameters.has("tolerance")) tolerance_ = parameters.share("tolerance");
    if (parameters.has("multiple")) multiple_ = parameters.integer("multiple", 1);
  }

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs{{"non_performing", InputType::Amount, "元", true, "", "不良贷款余额", "non-performing loans"},
                              {"outstanding", InputType::Amount, "元", true, "", "贷款余额", "loans outstanding"}};
    if (!tolerance_) {
      inputs.push_back({"tolerance", InputType::Number, "%", true, "", "不良率容忍度，文件没有规定", "the ratio tolerated, which the document does not set", {}, 2});
    }
    if (multiple_) inputs.push_back({"fund", InputType::Amount, "元", true, "", "风险补偿金余额", "balance of the fund"});
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    const Money bad = given.amount("non_performing");
    const Money all = given.amount("outstanding");
    if (bad > all) return refused(given.problem(PolicyOutcome::InputsReversed, "non_performing", "non_performing > outstanding"));
    std::vector<Reason> reasons;
    Computation computation;
    if (std::optional<Problem> problem = judge_ratio(given, bad, all, reasons, computation)) return refused(std::move(*problem));
    if (multiple_) {
      const std::optional<Money> most = scale(given.amount("fund"), {*multiple_, 1}, Rounding::Down);
      if (!most) return refused(given.problem(PolicyOutcome::ResultTooLarge, "fund", ""));
      computation.result.emplace_back("room", json_of(*most > all ? *most - all : Money()));
      computation.formula += "；基金 " + to_yuan(given.amount("fund")) + " × " + std::to_string(*multiple_) + " = " + to_yuan(*most);
      if (all >= *most) {
        reasons.push_back({"multiple", "贷款余额已到基金的 " + std::to_string(*multiple_) + " 倍",
                           "the loans have reached " + std::to_string(*multiple_) + " times the fund"});
      }
    }
    computation.formula += reasons.empty() ? "：可继续发放" : "：停止发放新贷款";
    computation.result.emplace_back("paused", json_flag(!reasons.empty()));
    computation.result.emplace_back("reasons", json_of(reasons));
    return computation;
  }

 private:
  std::optional<Problem> judge_ratio(const Given& given, Money bad, Money all, std::vector<Reason>& reasons, Computation& computation) const {
    if (all.is_zero()) {
      computation.result.emplace_back("ratio", json_text("0.00"));
      computation.formula = "没有贷款";
      return std::nullopt;
    }
    Share tolerance;
    if (tolerance_) {
      tolerance = *tolerance_;
    } else {
      const std::optional<Share> read = parse_share(to_text(given.number("tolerance")) + "%");
      constexpr std::int64_t kMostUnits = 100 * Decimal::kUnitsPerOne;
      if (!read || given.number("tolerance").units() > kMostUnits) {
        return given.problem(PolicyOutcome::InputTooLarge, "tolerance", to_text(given.number("tolerance")) + "; 0 … 100");
      }
      tolerance = *read;
    }
    const Wide left = Wide{bad.fen()} * tolerance.ratio.denominator;
    const Wide right = Wide{all.fen()} * tolerance.ratio.numerator;
    const std::string percent = quotient_text(Wide{bad.fen()} * 100, all.fen(), 2, Rounding::Down);
    computation.result.emplace_back("ratio", json_text(percent));
    computation.formula = to_yuan(bad) + " ÷ " + to_yuan(all) + " = " + percent + "%，容忍度 " + tolerance.text;
    computation.rounding = std::string(rounding_name(Rounding::Down));
    if (left > right || (left == right && stops_when_reached_)) {
      const bool is_equal = left == right;
      reasons.push_back({"tolerance", "不良率" + std::string(is_equal ? "达到" : "超过") + "容忍度 " + tolerance.text,
                         std::string("the ratio ") + (is_equal ? "has reached " : "exceeds ") + tolerance.text});
    }
    return std::nullopt;
  }

  std::optional<Share> tolerance_;
  bool stops_when_reached_;
  std::optional<std::int64_t> multiple_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) { return std::make_unique<NplPause>(parameters); }

}  // namespace

const Kind kNplPauseKind{
    "npl_pause",
    "不良率过高暂停发放",
    "no new loans while too much is unpaid",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"tolerance":"3%","boundary":"reached","multiple":10})",
    "non_performing=300000.00 outstanding=10000000.00 fund=1500000.00"};

}  // namespace mingzhang::policy
