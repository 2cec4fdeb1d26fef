// SPDX-License-Identifier: Apache-2.0
// subsidy_share: how much of a loan's interest the treasury pays, day by day of accrual 贴息.
#include <algorithm>
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"
#include "policy/rate_rule.h"
#include "policy/subsidy_spans.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kShareFields{
    Field{"from", FieldType::Date, true, "自哪天发生的利息起", "the first day of accrual with this share"},
    Field{"share", FieldType::Share, true, "贴息比例", "the share of the interest"},
};

constexpr std::array kFields{
    Field{"shares", FieldType::Objects, false, "按利息发生日的贴息比例；文件没有写则省去",
          "the share by the day on which interest accrues; left out where the document is silent", {},
          [] { return std::span<const Field>(kShareFields); }},
    Field{"principal_most", FieldType::Amount, false, "贴息本金最多，超过部分的利息不贴", "the most principal that is subsidised"},
    Field{"longest_months", FieldType::Integer, false, "自借款日起最多贴几个月", "the longest time, in months from the day of the loan", {},
          nullptr, 1, kTermMonthsMax},
    Field{"overdue", FieldType::Choice, true, "逾期以后：none 不贴，paid 照贴", "days overdue: not subsidised, or subsidised as before", "none|paid"},
    Field{"misuse", FieldType::Choice, true, "挪用以后：none 不贴，paid 照贴", "days after misuse, likewise", "none|paid"},
    Field{"rate_cap", FieldType::Object, false, "贴息的利率上限，超过部分不贴", "the highest rate that is subsidised", {}, rate_rule_fields},
    Field{"year_begins_month", FieldType::Integer, false, "贴息年度自几月 1 日起", "month on whose first day a subsidy year begins", {}, nullptr, 1, 12},
    Field{"rounding", FieldType::Choice, true, "舍入", "the rounding", kRoundings},
};

constexpr std::array kResults{
    ResultMember{"subsidised_principal", "amount", "可贴息的本金", "principal that is subsidised"},
    ResultMember{"subsidised_interest", "amount", "可贴息的利息，按比例以前", "interest that is subsidised, before the share"},
    ResultMember{"subsidy", "amount", "财政贴息（比例已知时）", "what the treasury pays (where the share is known)"},
    ResultMember{"borrower_pays", "amount", "借款人承担（比例已知时）", "what is left to the borrower (where the share is known)"},
    ResultMember{"spans", "list of {from, to, days, interest, subsidised_interest, share?, subsidy?, refused?, year?}",
                 "各段：[from, to)，refused 为 before 未到、over 期满、overdue 逾期、misused 挪用",
                 "the spans [from, to); refused says why nothing is paid"},
};

class SubsidyShare : public RuleBody {
 public:
  explicit SubsidyShare(const Parameters& parameters)
      : ends_overdue_(parameters.text("overdue") == "none"),
        ends_misuse_(parameters.text("misuse") == "none"),
        rounding_(parameters.rounding("rounding")) {
    for (const Parameters& item : parameters.objects("shares")) {
      ShareStep step{item.date("from").value_or(Date()), item.share("share").value_or(Share{})};
      if (!shares_.empty() && item.is_sound("from") && step.from <= shares_.back().from) {
        item.refuse(PolicyOutcome::StepsDisordered, "from", to_iso(step.from) + " ≤ " + to_iso(shares_.back().from));
      }
      if (step.share.ratio.numerator > step.share.ratio.denominator) item.refuse(PolicyOutcome::NumberBad, "share", step.share.text + " > 100%");
      shares_.push_back(std::move(step));
    }
    if (parameters.has("principal_most")) principal_most_ = parameters.amount("principal_most");
    if (parameters.has("longest_months")) longest_months_ = parameters.integer("longest_months", 1);
    if (parameters.has("year_begins_month")) year_begins_ = static_cast<unsigned>(parameters.integer("year_begins_month", 1));
    if (const std::optional<Parameters> cap = parameters.object("rate_cap")) rate_cap_ = RateRule::read(*cap);
  }

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs{
        {"principal", InputType::Amount, "元", true, "", "计息期内的本金", "principal in the period"},
        {"interest", InputType::Amount, "元", true, "", "计息期的利息", "interest of the period"},
        {"from", InputType::Date, "", false, "", "计息期第一天；省去则为计算日一天", "first day of the period; the day of evaluation where left out"},
        {"to", InputType::Date, "", false, "", "计息期以后的第一天", "first day after the period"}};
    if (longest_months_) inputs.push_back({"loan_from", InputType::Date, "", true, "", "借款日", "day of the loan"});
    if (ends_overdue_) inputs.push_back({"overdue_from", InputType::Date, "", false, "", "逾期第一天", "first day overdue"});
    if (ends_misuse_) inputs.push_back({"misused_from", InputType::Date, "", false, "", "挪用第一天", "first day of misuse"});
    if (rate_cap_) rate_cap_->add_inputs(true, true, inputs);
    return inputs;
  }

  std::optional<Lookup> lookup(const Given& given) const override { return rate_cap_ ? rate_cap_->lookup(given) : std::nullopt; }

  Answer evaluate(const Given& given) const override {
    if (given.has("from") != given.has("to")) {
      return refused(given.problem(PolicyOutcome::InputMissing, given.has("from") ? "to" : "from", "from, to"));
    }
    const Date from = given.has("from") ? given.date("from") : given.day();
    const std::int64_t days_left = days_between(from, *Date::from_civil(2999, 12, 31));
    if (!given.has("to") && days_left < 1) return refused(given.problem(PolicyOutcome::InputTooLarge, "from", to_iso(from)));
    const Date to = given.has("to") ? given.date("to") : plus_days(from, 1);
    if (from >= to) return refused(given.problem(PolicyOutcome::InputsReversed, "to", to_iso(from) + " ≥ " + to_iso(to)));
    SubsidyDays days{shares_, {}, {}, {}, year_begins_};
    if (ends_overdue_ && given.has("overdue_from")) days.overdue_from = given.date("overdue_from");
    if (ends_misuse_ && given.has("misused_from")) days.misused_from = given.date("misused_from");
    if (longest_months_) {
      const Date loan_from = given.date("loan_from");
      constexpr int kLastYear = 2'900;  // fifty years later there is still a calendar
      if (loan_from.year() > kLastYear) return refused(given.problem(PolicyOutcome::InputTooLarge, "loan_from", to_iso(loan_from)));
      if (from < loan_from) return refused(given.problem(PolicyOutcome::InputsReversed, "loan_from", to_iso(from) + " < " + to_iso(loan_from)));
      days.ends = plus_months_clamped(loan_from, static_cast<int>(*longest_months_));
    }
    return amounts_of(given, subsidy_spans(from, to, given.amount("interest"), days));
  }

 private:
  /// What is cut off for the principal and for the rate: each a ratio, and how it was found.
  struct Band {
    Money principal;
    Ratio of_principal{1, 1};
    Ratio of_rate{1, 1};
    std::string formula;
  };

  Result<Band, Problem> band_of(const Given& given) const {
    const Money principal = given.amount("principal");
    Band band;
    band.principal = principal;
    if (principal_most_ && principal > *principal_most_) {
      // Ratios of amounts above ten billion yuan are not exact.
      constexpr std::int64_t kFenMax = 1'000'000'000'000;
      if (principal.fen() > kFenMax) return Err(given.problem(PolicyOutcome::ResultTooLarge, "principal", ""));
      band.principal = *principal_most_;
      band.of_principal = {principal_most_->fen(), principal.fen()};
      band.formula += " × " + to_yuan(*principal_most_) + " ÷ " + to_yuan(principal);
    }
    if (!rate_cap_) return band;
    const Result<Decimal, Problem> rate = given_rate(given, "rate");
    if (!rate) return Err(rate.error());
    const Result<RateRule::Limit, Problem> limit = rate_cap_->limit(given);
    if (!limit) return Err(limit.error());
    if (*rate <= limit->rate) return band;
    band.of_rate = {limit->rate.units(), rate->units()};
    band.formula += " × " + percent_text(limit->rate) + "% ÷ " + percent_text(*rate) + "%";
    return band;
  }

  Answer amounts_of(const Given& given, const std::vector<SubsidySpan>& spans) const {
    const Result<Band, Problem> band = band_of(given);
    if (!band) return refused(band.error());
    Computation computation;
    std::vector<JsonValue> items;
    Money eligible_sum;
    Money subsidy_sum;
    for (const SubsidySpan& span : spans) {
      // Parts of an amount, so no sum and no product leaves its range.
      const Money eligible = span.refused.empty() ? cut(span.interest, *band) : Money();
      const Money subsidy = span.share ? *scale(eligible, span.share->ratio, rounding_) : Money();
      eligible_sum = eligible_sum + eligible;
      subsidy_sum = subsidy_sum + subsidy;
      items.push_back(span_json(span, eligible, subsidy));
      computation.formula += (computation.formula.empty() ? "" : "；") + formula_of(span, *band, eligible, subsidy);
    }
    computation.result = {{"subsidised_principal", json_of(band->principal)}, {"subsidised_interest", json_of(eligible_sum)}};
    if (!shares_.empty()) {
      computation.result.emplace_back("subsidy", json_of(subsidy_sum));
      computation.result.emplace_back("borrower_pays", json_of(given.amount("interest") - subsidy_sum));
    }
    computation.result.emplace_back("spans", JsonValue::make_array(std::move(items)));
    computation.rounding = std::string(rounding_name(rounding_));
    if (spans.size() > 1) computation.rounding += std::string("；按天分利息 ") + kLargestRemainderByDays;
    return computation;
  }

  Money cut(Money interest, const Band& band) const {
    return *scale(*scale(interest, band.of_principal, rounding_), band.of_rate, rounding_);
  }

  JsonValue span_json(const SubsidySpan& span, Money eligible, Money subsidy) const {
    JsonMembers members{{"from", json_text(to_iso(span.from))},
                        {"to", json_text(to_iso(span.to))},
                        {"days", json_of(days_between(span.from, span.to))},
                        {"interest", json_of(span.interest)},
                        {"subsidised_interest", json_of(eligible)}};
    if (span.share) members.emplace_back("share", json_text(span.share->text));
    if (!shares_.empty()) members.emplace_back("subsidy", json_of(subsidy));
    if (!span.refused.empty()) members.emplace_back("refused", json_text(span.refused));
    if (span.year) members.emplace_back("year", json_text(std::to_string(*span.year)));
    return JsonValue::make_object(std::move(members));
  }

  static std::string formula_of(const SubsidySpan& span, const Band& band, Money eligible, Money subsidy) {
    std::string text = to_iso(span.from) + " 至 " + to_iso(plus_days(span.to, -1)) + "：利息 " + to_yuan(span.interest);
    if (!span.refused.empty()) return text + "，不贴息（" + reason_text(span.refused) + "）";
    text += band.formula + " = " + to_yuan(eligible);
    if (span.share) text += "，贴 " + span.share->text + " = " + to_yuan(subsidy) + " 元";
    return text;
  }

  static std::string reason_text(const std::string& refused) {
    if (refused == "overdue") return "逾期";
    if (refused == "misused") return "挪用";
    return refused == "over" ? "贴息期满" : "尚未开始贴息";
  }

  static constexpr const char* kLargestRemainderByDays = "largest_remainder 最大余数法";

  std::vector<ShareStep> shares_;
  std::optional<Money> principal_most_;
  std::optional<std::int64_t> longest_months_;
  bool ends_overdue_;
  bool ends_misuse_;
  std::optional<RateRule> rate_cap_;
  std::optional<unsigned> year_begins_;
  Rounding rounding_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) { return std::make_unique<SubsidyShare>(parameters); }

}  // namespace

const Kind kSubsidyShareKind{
    "subsidy_share",
    "贴息比例",
    "the share of interest that the treasury pays",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"shares":[{"from":"2015-01-01","share":"100%"},{"from":"2017-01-01","share":"70%"}],"principal_most":"50000.00",)"
    R"("longest_months":36,"overdue":"none","misuse":"none","rounding":"half_up"})",
    "principal=80000.00 interest=310.00 from=2016-12-21 to=2017-01-21 loan_from=2016-06-01"};

}  // namespace mingzhang::policy
