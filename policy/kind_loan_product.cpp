// SPDX-License-Identifier: Apache-2.0
// loan_product: what a loan of this name may be, by the day on which it is signed; every reason why one may not.
#include <array>

#include "policy/kind_list.h"
#include "policy/loan_terms.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kResults{
    ResultMember{"allowed", "true | false", "没有不符之处", "whether nothing speaks against it"},
    ResultMember{"complete", "true | false", "文件规定齐全，而且都核对了", "whether the document says everything and all of it was checked"},
    ResultMember{"reasons", "list of {reason, sentence, sentence_en}", "不符之处，逐项列出", "every reason against it"},
    ResultMember{"unknown", "list of names", "文件没有规定的", "terms that the document does not give"},
    ResultMember{"unchecked", "list of names", "有规定，但没有给输入而未核对的", "terms not checked because their inputs were not given"},
    ResultMember{"standard_amount", "amount", "标准额度以内的部分（有上限时）", "what lies within the cap (where there is one)"},
    ResultMember{"above_standard", "amount", "追加的部分（有上限时）", "what lies above it (where there is one)"},
    ResultMember{"rate_limit", "percent a year", "利率上限或应等于的利率（核对利率时）", "the highest rate, or the only one (where it was checked)"},
};

/// What has been found about one loan.
struct Findings {
  std::vector<Reason> reasons;
  std::vector<std::string> unchecked;
  std::string formula;

  void refuse(const char* word, std::string zh, std::string en) { reasons.push_back({word, std::move(zh), std::move(en)}); }
  void say(const std::string& text) { formula += (formula.empty() ? "" : "；") + text; }
};

class LoanProduct : public RuleBody {
 public:
  explicit LoanProduct(LoanTerms terms) : terms_(std::move(terms)) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs{
        {"amount", InputType::Amount, "元", true, "", "申请金额", "amount asked for"},
        {"term_months", InputType::Count, "月", true, "", "期限（月）", "term in months"},
        {"outstanding", InputType::Amount, "元", false, "0.00", "该户（人）这一产品的其他余额", "what the household or person owes of this product already"}};
    if (terms_.top_up_cap) inputs.push_back({"top_up", InputType::Choice, "", false, "no", "是否追加贷款", "whether it is a top-up", {"yes", "no"}});
    if (terms_.least_age || terms_.most_age) inputs.push_back({"age", InputType::Count, "岁", false, "", "借款人年龄", "age of the borrower"});
    if (!terms_.borrowers.empty()) inputs.push_back({"borrower", InputType::Text, "", false, "", "借款人类别", "class of the borrower"});
    if (!terms_.security.empty()) inputs.push_back({"security", InputType::Text, "", false, "", "担保方式", "security"});
    if (!terms_.forbidden_uses.empty()) inputs.push_back({"use", InputType::Text, "", false, "", "用途", "what the money is for"});
    if (terms_.rate) terms_.rate->add_inputs(false, false, inputs);
    return inputs;
  }

  std::optional<Lookup> lookup(const Given& given) const override {
    return terms_.rate && given.has("rate") ? terms_.rate->lookup(given) : std::nullopt;
  }

  Answer evaluate(const Given& given) const override {
    Computation computation;
    Findings findings;
    findings.say("签订日 " + to_iso(given.day()));
    if (std::optional<Problem> problem = judge_amount(given, findings, computation)) return refused(std::move(*problem));
    judge_term(given, findings);
    judge_age(given, findings);
    judge_listed("borrower", "借款人类别", "the class of the borrower", terms_.borrowers, given, findings);
    judge_listed("security", "担保方式", "the security", terms_.security, given, findings);
    judge_use(given, findings);
    if (std::optional<Problem> problem = judge_rate(given, findings, computation)) return refused(std::move(*problem));
    const std::vector<std::string> unknown = terms_.unknown();
    findings.say(findings.reasons.empty() ? "没有不符之处" : "不符 " + std::to_string(findings.reasons.size()) + " 项");
    computation.formula = findings.formula;
    computation.result.emplace_back("allowed", json_flag(findings.reasons.empty()));
    computation.result.emplace_back("complete", json_flag(unknown.empty() && findings.unchecked.empty()));
    computation.result.emplace_back("reasons", json_of(findings.reasons));
    computation.result.emplace_back("unknown", json_texts(unknown));
    computation.result.emplace_back("unchecked", json_texts(findings.unchecked));
    warn("文件没有规定，未核对：", "the document does not say, not checked: ", unknown, computation);
    warn("没有给输入，未核对：", "not given and not checked: ", findings.unchecked, computation);
    return computation;
  }

 private:
  static void warn(const char* zh, const char* en, const std::vector<std::string>& names, Computation& computation) {
    if (names.empty()) return;
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    computation.warnings.push_back({zh + list, en + list});
  }

  std::optional<Problem> judge_amount(const Given& given, Findings& findings, Computation& computation) const {
    const std::optional<Money> total = checked_add(given.amount("amount"), given.amount("outstanding"));
    if (!total) return given.problem(PolicyOutcome::ResultTooLarge, "outstanding", "");
    if (given.amount("amount").is_zero()) findings.refuse("nothing", "金额为零", "the amount is zero");
    if (!terms_.cap) return std::nullopt;
    const Money standard = std::min(*total, *terms_.cap);
    computation.result.emplace_back("standard_amount", json_of(standard));
    computation.result.emplace_back("above_standard", json_of(*total - standard));
    const bool is_top_up = terms_.top_up_cap && given.text("top_up") == "yes";
    const Money cap = is_top_up ? *terms_.top_up_cap : *terms_.cap;
    const bool fits = *total <= cap;
    findings.say("金额合计 " + to_yuan(*total) + (fits ? " ≤ " : " > ") + to_yuan(cap) + (is_top_up ? "（追加）" : ""));
    if (!fits) {
      findings.refuse("amount", "金额合计 " + to_yuan(*total) + " 元，高于上限 " + to_yuan(cap) + " 元",
                      "in all " + to_yuan(*total) + " yuan, above the cap of " + to_yuan(cap));
    }
    return std::nullopt;
  }

  void judge_term(const Given& given, Findings& findings) const {
    const std::int64_t months = given.count("term_months");
    if (months == 0) findings.refuse("term", "期限为零", "the term is zero");
    if (!terms_.longest_months) return;
    findings.say("期限 " + std::to_string(months) + (months <= *terms_.longest_months ? " ≤ " : " > ") + std::to_string(*terms_.longest_months) + " 月");
    if (months <= *terms_.longest_months) return;
    findings.refuse("term", "期限 " + std::to_string(months) + " 月，长于 " + std::to_string(*terms_.longest_months) + " 月",
                    std::to_string(months) + " months, longer than " + std::to_string(*terms_.longest_months));
  }

  void judge_age(const Given& given, Findings& findings) const {
    if (!terms_.least_age && !terms_.most_age) return;
    if (!given.has("age")) return findings.unchecked.push_back("age");
    const std::int64_t age = given.count("age");
    if (terms_.least_age && age < *terms_.least_age) {
      findings.refuse("age", "年龄不足 " + std::to_string(*terms_.least_age) + " 岁", "younger than " + std::to_string(*terms_.least_age));
    }
    if (terms_.most_age && age > *terms_.most_age) {
      findings.refuse("age", "年龄超过 " + std::to_string(*terms_.most_age) + " 岁", "older than " + std::to_string(*terms_.most_age));
    }
  }

  /// The input must name one of `words`, where the document lists any.
  static void judge_listed(const char* input, const std::string& zh, const std::string& en, const std::vector<TermWord>& words,
                           const Given& given, Findings& findings) {
    if (words.empty()) return;
    if (!given.has(input)) return findings.unchecked.push_back(input);
    if (find_word(words, given.text(input)) != nullptr) return;
    findings.refuse(input, zh + "不在 " + words_text(words) + " 之内", en + " is none of: " + words_text_en(words));
  }

  void judge_use(const Given& given, Findings& findings) const {
    if (terms_.forbidden_uses.empty()) return;
    if (!given.has("use")) return findings.unchecked.push_back("use");
    const TermWord* word = find_word(terms_.forbidden_uses, given.text("use"));
    if (word != nullptr) findings.refuse("use", "不得用于" + word->title, "not to be used for: " + word->title_en);
  }

  std::optional<Problem> judge_rate(const Given& given, Findings& findings, Computation& computation) const {
    if (!terms_.rate) return std::nullopt;
    if (!given.has("rate")) {
      findings.unchecked.push_back("rate");
      return std::nullopt;
    }
    const Result<Decimal, Problem> rate = given_rate(given, "rate");
    if (!rate) return rate.error();
    const Result<RateRule::Limit, Problem> limit = terms_.rate->limit(given);
    if (!limit) {
      // A term beyond every tier is no mistake of the question: it is one more reason.
      if (limit.error().info != &info_of(PolicyOutcome::TermOutside)) return limit.error();
      findings.refuse("rate", "这一期限没有利率规定", "there is no rate for this term");
      return std::nullopt;
    }
    computation.result.emplace_back("rate_limit", json_text(percent_text(limit->rate)));
    findings.say("利率 " + percent_text(*rate) + "%，要求" + terms_.rate->relation_text() + " " + limit->formula);
    if (!terms_.rate->allows(*rate, *limit)) {
      findings.refuse("rate", "利率 " + percent_text(*rate) + "%，要求" + terms_.rate->relation_text() + " " + percent_text(limit->rate) + "%",
                      percent_text(*rate) + "%, wanted " + terms_.rate->relation_text_en() + " " + percent_text(limit->rate) + "%");
    }
    return std::nullopt;
  }

  LoanTerms terms_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  return std::make_unique<LoanProduct>(read_loan_terms(parameters));
}

}  // namespace

const Kind kLoanProductKind{
    "loan_product",
    "贷款产品",
    "a loan product",
    loan_term_fields,
    kResults,
    read,
    R"({"per":"household","cap":"50000.00","longest_months":36,)"
    R"("rate":{"relation":"equal","tiers":[{"to_months":36,"table":"rates-benchmark-2008/benchmark"}]},)"
    R"("security":[{"code":"credit","title":"信用"}],"borrowers":[{"code":"registered","title":"建档立卡贫困户"}],)"
    R"("forbidden_uses":[{"code":"marriage","title":"婚丧嫁娶"}],"parties":[{"role":"lender","title":"银行"}]})",
    "amount=50000.01 term_months=24 borrower=registered security=credit use=breeding rate=4.35 base_rate=4.75"};

}  // namespace mingzhang::policy
