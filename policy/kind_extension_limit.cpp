// SPDX-License-Identifier: Apache-2.0
// extension_limit: how long a loan may be extended, all extensions together, and which tier's rate applies then 展期.
#include <algorithm>
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"
#include "policy/tiers.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kTierFields{
    Field{"name", FieldType::Name, true, "短期、中期、长期", "short, medium, long"},
    Field{"title_en", FieldType::Text, false, "英文名称", "its name in English"},
    tier_end_field(),
    Field{"share", FieldType::Share, false, "累计最多为原期限的多少，不满一月舍去", "the most, as a share of the original term; parts of a month are cut off"},
    Field{"months", FieldType::Integer, false, "或累计最多几个月", "or the most in months", {}, nullptr, 0, kTermMonthsMax},
};

constexpr std::array kFields{
    Field{"tiers", FieldType::Objects, true, "按原期限分档，自短到长", "tiers of the original term, from short to long", {},
          [] { return std::span<const Field>(kTierFields); }},
    Field{"apply_before_maturity", FieldType::Boolean, true, "是否须在到期日之前申请", "whether to apply before the day of maturity"},
    Field{"rate_of_total_term", FieldType::Boolean, true, "合计期限到了另一利率档次时，是否自展期之日起改用那一档",
          "whether, where both terms together reach another tier of rates, that tier applies from the day of extension"},
};

constexpr std::array kResults{
    ResultMember{"tier", "name", "原期限的档次", "the tier of the original term"},
    ResultMember{"max_extension_months", "count", "累计最多展期几个月", "the most, all extensions together"},
    ResultMember{"left_months", "count", "还可展期几个月", "what is left of it"},
    ResultMember{"allowed", "true | false", "可否展期（给 extension_months 时）", "whether it may be extended (where asked for)"},
    ResultMember{"reasons", "list of {reason, sentence, sentence_en}", "不可以的原因", "why not"},
    ResultMember{"total_months", "count", "原期限与展期合计", "original term and all extensions"},
    ResultMember{"rate_term_months", "count", "自展期之日起按多长的期限查利率", "the term by which rates are chosen from the day of extension"},
};

struct Limit {
  std::optional<Share> share;
  std::int64_t months = 0;
};

class ExtensionLimit : public RuleBody {
 public:
  std::vector<Tier> tiers;
  std::vector<Limit> limits;  ///< of each tier
  bool must_apply_before = true;
  bool uses_total_term = true;

  std::vector<Input> inputs() const override {
    return {{"term_months", InputType::Count, "月", true, "", "原期限（月）", "original term in months"},
            {"extended_months", InputType::Count, "月", false, "0", "以前已展期（月）", "months of earlier extensions"},
            {"extension_months", InputType::Count, "月", false, "", "这次申请展期（月）", "months asked for now"},
            {"applied", InputType::Date, "", false, "", "申请日", "day of the application"},
            {"maturity", InputType::Date, "", false, "", "到期日", "day of maturity"}};
  }

  Answer evaluate(const Given& given) const override {
    const std::int64_t term = given.count("term_months");
    const std::optional<std::size_t> tier = tier_of(tiers, term);
    if (!tier || term > kTermMonthsMax) {
      return refused(given.problem(PolicyOutcome::TermOutside, "term_months", tier ? "≤ " + std::to_string(kTermMonthsMax) : range_text(tiers)));
    }
    const std::int64_t most = most_months(limits[*tier], term);
    const std::int64_t left = std::max<std::int64_t>(most - given.count("extended_months"), 0);
    Computation computation;
    computation.result = {{"tier", json_text(tiers[*tier].name)}, {"max_extension_months", json_of(most)}, {"left_months", json_of(left)}};
    computation.formula = "原期限 " + std::to_string(term) + " 月，" + tiers[*tier].name + "，累计最多展期 " + formula_of(limits[*tier], term, most);
    computation.rounding = limits[*tier].share ? std::string(rounding_name(Rounding::Down)) : "none";
    if (given.has("extension_months")) judge(given, left, computation);
    return computation;
  }

 private:
  /// Both numbers are small: a term of at most 600 months, a share of at most 100.
  static std::int64_t most_months(const Limit& limit, std::int64_t term) {
    if (!limit.share) return limit.months;
    return static_cast<std::int64_t>(Wide{term} * limit.share->ratio.numerator / limit.share->ratio.denominator);
  }

  static std::string formula_of(const Limit& limit, std::int64_t term, std::int64_t most) {
    if (!limit.share) return std::to_string(most) + " 月";
    return std::to_string(term) + " × " + limit.share->text + " = " + std::to_string(most) + " 月";
  }

  void judge(const Given& given, std::int64_t left, Computation& computation) const {
    const std::int64_t asked = given.count("extension_months");
    std::vector<Reason> reasons;
    if (asked == 0) reasons.push_back({"nothing", "展期须至少一个月", "an extension has at least one month"});
    if (asked > left) {
      reasons.push_back({"length", "申请 " + std::to_string(asked) + " 月，只余 " + std::to_string(left) + " 月",
                         std::to_string(asked) + " months asked for, " + std::to_string(left) + " left"});
    }
    if (must_apply_before && given.has("applied") && given.has("maturity") && given.date("applied") >= given.date("maturity")) {
      reasons.push_back({"late", "申请日 " + to_iso(given.date("applied")) + " 不在到期日 " + to_iso(given.date("maturity")) + " 之前",
                         "applied for on " + to_iso(given.date("applied")) + ", not before maturity on " + to_iso(given.date("maturity"))});
    }
    const std::int64_t total = given.count("term_months") + given.count("extended_months") + asked;
    computation.result.emplace_back("allowed", json_flag(reasons.empty()));
    computation.result.emplace_back("reasons", json_of(reasons));
    computation.result.emplace_back("total_months", json_of(total));
    computation.result.emplace_back("rate_term_months", json_of(uses_total_term ? total : given.count("term_months")));
    computation.formula += "；申请 " + std::to_string(asked) + " 月，合计 " + std::to_string(total) + " 月，" + (reasons.empty() ? "可以" : "不可以");
    if (must_apply_before && !(given.has("applied") && given.has("maturity"))) {
      computation.warnings.push_back({"没有给申请日和到期日，是否在到期前申请没有核对",
                                      "without both days it was not checked whether it was applied for before maturity"});
    }
  }
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  auto body = std::make_unique<ExtensionLimit>();
  body->tiers = read_tiers(parameters, "tiers");
  for (const Parameters& item : parameters.objects("tiers")) {
    if (item.has("share") && item.has("months")) item.refuse(PolicyOutcome::KeysExclude, "months", "share | months");
    if (!item.has("share") && !item.has("months")) item.refuse(PolicyOutcome::KeyMissing, "share", "share | months");
    Limit limit;
    if (item.has("share")) limit.share = item.share("share");
    limit.months = item.integer("months", 0);
    body->limits.push_back(std::move(limit));
  }
  body->must_apply_before = parameters.flag("apply_before_maturity", true);
  body->uses_total_term = parameters.flag("rate_of_total_term", true);
  return body;
}

}  // namespace

const Kind kExtensionLimitKind{
    "extension_limit",
    "展期限制",
    "how long a loan may be extended",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"tiers":[{"name":"短期","to_months":12,"share":"100%"},{"name":"中期","to_months":60,"share":"1/2"},)"
    R"({"name":"长期","months":36}],"apply_before_maturity":true,"rate_of_total_term":true})",
    "term_months=24 extension_months=6 applied=2016-09-01 maturity=2016-10-01"};

}  // namespace mingzhang::policy
