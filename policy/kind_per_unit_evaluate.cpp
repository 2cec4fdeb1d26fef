// SPDX-License-Identifier: Apache-2.0
// Counts units, months and amounts.
#include "base/ratio.h"
#include "policy/kind_per_unit.h"

namespace mingzhang::policy {
namespace {

constexpr std::int64_t kMonthsMax = 1'200;

std::int64_t months_between(Month from, Month to) {
  return (to.year() - from.year()) * 12 + static_cast<std::int64_t>(to.month()) - static_cast<std::int64_t>(from.month()) + 1;
}

/// amount × a × b, exactly.
std::optional<Money> times(Money amount, std::int64_t a, std::int64_t b) {
  const std::optional<Money> once = scale(amount, {a, 1}, Rounding::Down);
  return once ? scale(*once, {b, 1}, Rounding::Down) : std::nullopt;
}

}  // namespace

std::string PerUnit::input_name(std::string_view prefix, const Class& one) const {
  return is_single() ? std::string(prefix) : std::string(prefix) + "." + one.name;
}

std::optional<Problem> PerUnit::month_problem(const Given& given) const {
  const bool has_span = given.has("from_month") || given.has("to_month");
  if (given.has("months") && has_span) {
    return given.problem(PolicyOutcome::InputsExclude, "months", "months | from_month, to_month");
  }
  if (given.has("months")) {
    if (given.count("months") <= kMonthsMax) return std::nullopt;
    return given.problem(PolicyOutcome::InputTooLarge, "months", "≤ " + std::to_string(kMonthsMax));
  }
  for (const char* name : {"from_month", "to_month"}) {
    if (!given.has(name)) return given.problem(PolicyOutcome::InputMissing, name, "months | from_month, to_month");
  }
  if (given.month("from_month") > given.month("to_month")) {
    return given.problem(PolicyOutcome::InputsReversed, "to_month",
                         to_iso(given.month("from_month")) + " > " + to_iso(given.month("to_month")));
  }
  // Each month is paid by the rule that is in force on its first day.
  for (const char* name : {"from_month", "to_month"}) {
    if (given.validity().holds(given.month(name).first_day())) continue;
    return given.problem(PolicyOutcome::RuleNotInForce, name, to_iso(given.month(name)) + "; " + to_text(given.validity()));
  }
  return std::nullopt;
}

std::optional<Problem> PerUnit::problem_of(const Given& given) const {
  bool has_count = false;
  for (const Class& one : classes) has_count = has_count || given.has(input_name("count", one));
  if (!has_count) return given.problem(PolicyOutcome::InputMissing, input_name("count", classes.front()), "");
  for (const Class& one : classes) {
    if (!one.is_once) continue;
    const std::string received = input_name("received", one);
    const std::string count = input_name("count", one);
    if (given.count(received) > (given.has(count) ? given.count(count) : 0)) {
      return given.problem(PolicyOutcome::InputsReversed, received, received + " > " + count);
    }
  }
  return is_monthly ? month_problem(given) : std::nullopt;
}

Result<std::vector<PerUnit::Span>, Problem> PerUnit::spans_of(const Given& given, const Class& one) const {
  std::vector<Span> spans;
  const auto missing = [&](Date day) {
    return given.problem(PolicyOutcome::NoAmountYet, input_name("count", one),
                         to_iso(day) + "; ≥ " + to_iso(one.steps.front().from));
  };
  if (!given.has("from_month")) {
    const std::optional<Money> amount = amount_on(one.steps, given.day());
    if (!amount) return Err(missing(given.day()));
    const std::int64_t months = is_monthly ? given.count("months") : 1;
    return std::vector<Span>{{Month::of(given.day()), Month::of(given.day()), months, *amount}};
  }
  const Month last = given.month("to_month");
  for (Month month = given.month("from_month");; month = month.next()) {
    const std::optional<Money> amount = amount_on(one.steps, month.first_day());
    if (!amount) return Err(missing(month.first_day()));
    if (spans.empty() || spans.back().amount != *amount) spans.push_back({month, month, 0, *amount});
    spans.back().to = month;
    spans.back().months = months_between(spans.back().from, month);
    if (month == last) return spans;
  }
}

Result<PerUnit::Share, Problem> PerUnit::share_of(const Given& given, const Class& one) const {
  Share share;
  const std::string count = input_name("count", one);
  share.units = given.has(count) ? given.count(count) : 0;
  if (one.is_once) share.units -= given.count(input_name("received", one));
  if (share.units == 0) return share;
  Result<std::vector<Span>, Problem> spans = spans_of(given, one);
  if (!spans) return Err(spans.error());
  share.spans = std::move(spans).value();
  for (const Span& span : share.spans) {
    const std::optional<Money> part = times(span.amount, share.units, span.months);
    const std::optional<Money> sum = part ? checked_add(share.amount, *part) : std::nullopt;
    if (!sum) return Err(given.problem(PolicyOutcome::ResultTooLarge, count, ""));
    share.amount = *sum;
  }
  return share;
}

JsonValue PerUnit::json_of_share(const Given& given, const Class& one, const Share& share) const {
  JsonMembers members{{"amount", json_of(share.amount)}, {"class", json_text(one.name)}, {"count", json_of(share.units)}};
  if (one.is_once) members.emplace_back("received", json_of(given.count(input_name("received", one))));
  if (share.spans.size() == 1) members.emplace_back("unit_amount", json_of(share.spans.front().amount));
  if (given.has("from_month") && !share.spans.empty()) {
    std::vector<JsonValue> spans;
    for (const Span& span : share.spans) {
      spans.push_back(JsonValue::make_object({{"from_month", json_text(to_iso(span.from))},
                                              {"months", json_of(span.months)},
                                              {"to_month", json_text(to_iso(span.to))},
                                              {"unit_amount", json_of(span.amount)}}));
    }
    members.emplace_back("spans", JsonValue::make_array(std::move(spans)));
  }
  return JsonValue::make_object(std::move(members));
}

std::string PerUnit::formula_of(const Class& one, const Share& share) const {
  std::string months;
  for (const Span& span : share.spans) {
    months += (months.empty() ? "" : " + ") + to_yuan(span.amount);
    if (is_monthly) months += " × " + std::to_string(span.months) + " 月";
  }
  if (share.spans.size() > 1) months = "(" + months + ")";
  const std::string title = is_single() ? "" : one.title + " ";
  return title + months + " × " + std::to_string(share.units) + " " + unit;
}

Answer PerUnit::evaluate(const Given& given) const {
  if (const std::optional<Problem> problem = problem_of(given)) return refused(*problem);
  Money sum;
  std::int64_t units = 0;
  std::int64_t months = 1;
  std::vector<JsonValue> items;
  std::string formula;
  for (const Class& one : classes) {
    const Result<Share, Problem> share = share_of(given, one);
    if (!share) return refused(share.error());
    const std::optional<Money> more = checked_add(sum, share->amount);
    if (!more) return refused(given.problem(PolicyOutcome::ResultTooLarge, "", ""));
    sum = *more;
    items.push_back(json_of_share(given, one, *share));
    if (share->units == 0) continue;
    formula += (formula.empty() ? "" : " + ") + formula_of(one, *share);
    units = share->units;
    months = share->spans.front().months;
  }
  Computation computation;
  computation.formula = (formula.empty() ? "0" : formula) + " = " + to_yuan(sum) + " 元";
  computation.result = {{"amount", json_of(sum)}, {"classes", JsonValue::make_array(std::move(items))}};
  std::vector<JsonValue> parts;
  for (const Component& component : components) {
    // There is one class with one amount (the loader saw to it), and no component is larger than the whole, which fitted.
    const Money amount = *times(component.amount, units, months);
    parts.push_back(JsonValue::make_object({{"amount", json_of(amount)}, {"name", json_text(component.name)}}));
    computation.formula += "；" + component.name + " " + to_yuan(component.amount) + " × " + std::to_string(units) +
                           (is_monthly ? " × " + std::to_string(months) + " 月" : "") + " = " + to_yuan(amount);
  }
  if (!parts.empty()) computation.result.emplace_back("components", JsonValue::make_array(std::move(parts)));
  return computation;
}

}  // namespace mingzhang::policy
