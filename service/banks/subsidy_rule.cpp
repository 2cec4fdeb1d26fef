// SPDX-License-Identifier: Apache-2.0
// Hands installments to a rule and reads its answers.
#include "service/banks/subsidy_rule.h"

#include <optional>
#include <utility>
#include <vector>

#include "loans/subsidy_outcome.h"

namespace mingzhang::service {
namespace {

std::optional<Money> amount_at(const JsonValue& object, std::string_view key) {
  const auto parsed = parse_yuan(text_member_of(object, key));
  return parsed ? std::optional(*parsed) : std::nullopt;
}

/// Why the spans of an answer were refused, each reason once.
std::string reasons_of(const JsonValue& result) {
  const std::map<std::string, std::string> words{{"before", "尚未开始贴息 before the first share"},
                                                 {"over", "贴息期满 longest time is over"},
                                                 {"overdue", "逾期 overdue"},
                                                 {"misused", "挪用 misused"}};
  std::string text;
  const JsonValue* spans = result.find("spans");
  if (spans == nullptr) return text;
  for (const JsonValue& span : spans->items()) {
    const auto found = words.find(text_member_of(span, "refused"));
    if (found == words.end() || text.find(found->second) != std::string::npos) continue;
    text += (text.empty() ? "" : "；") + found->second;
  }
  return text;
}

/// What identifies the rule, without what belongs to one line.
JsonValue rule_of(const JsonValue& explanation) {
  std::vector<std::pair<std::string, JsonValue>> members;
  for (const auto& [key, value] : explanation.members()) {
    if (key != "inputs" && key != "result" && key != "formula" && key != "warnings") members.emplace_back(key, value);
  }
  return JsonValue::make_object(std::move(members));
}

/// "4.35%" → "4.35", as the rules take it.
std::string percent_of(Rate rate) {
  std::string text = to_percent(rate);
  text.pop_back();
  return text;
}

}  // namespace

std::string text_member_of(const JsonValue& object, std::string_view key) {
  const JsonValue* member = object.find(key);
  const std::string* text = member == nullptr ? nullptr : member->as_text();
  return text == nullptr ? std::string() : *text;
}

SubsidyRule::SubsidyRule(ChosenRule chosen, Date day)
    : pack_(std::move(chosen.pack)), question_(std::move(chosen.question)), day_(day), digest_(pack_digest(pack_)) {}

Result<SubsidyAnswer, Refusal> SubsidyRule::ask(const loans::SubsidyPeriod& period, std::int64_t months) {
  question_.known = {{"principal", to_yuan(period.principal)}, {"interest", to_yuan(period.interest)},
                     {"from", to_iso(period.from)},            {"to", to_iso(period.to)},
                     {"loan_from", to_iso(period.loan_from)},  {"rate", percent_of(period.rate)},
                     {"term_months", std::to_string(months)}};
  if (period.overdue_from) question_.known.push_back({"overdue_from", to_iso(*period.overdue_from)});
  if (period.misused_from) question_.known.push_back({"misused_from", to_iso(*period.misused_from)});
  const auto known = rates_.find(months);
  if (known != rates_.end()) question_.known.push_back(known->second);
  const Result<policy::Evaluation, Refusal> answer = ask_pack(pack_, digest_, question_, day_);
  if (!answer) return Err(answer.error());
  if (known == rates_.end()) remember_rate(months, answer->explanation);
  const std::optional<Money> subsidised = amount_at(answer->result, "subsidised_interest");
  const std::optional<Money> subsidy = amount_at(answer->result, "subsidy");
  if (text_member_of(answer->explanation, "kind") != "subsidy_share" || !subsidised || !subsidy) {
    return Err(refusal(loans::info_of(loans::SubsidyOutcome::RuleWithoutShare), pack_.id + "/" + question_.rule));
  }
  return SubsidyAnswer{*subsidised, *subsidy, reasons_of(answer->result), std::string(rule_of(answer->explanation).bytes())};
}

void SubsidyRule::remember_rate(std::int64_t months, const JsonValue& explanation) {
  const JsonValue* lookups = explanation.find("lookups");
  if (lookups == nullptr || lookups->items().empty()) return;
  const JsonValue& source = lookups->items().front();
  rates_.emplace(months, policy::NamedText{text_member_of(source, "input"), text_member_of(source, "rate")});
}

}  // namespace mingzhang::service
