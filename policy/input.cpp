// SPDX-License-Identifier: Apache-2.0
// Reads inputs by their declared types.
#include "policy/input.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"

namespace mingzhang::policy {
namespace {

constexpr std::int64_t kCountMax = 1'000'000'000;
constexpr std::size_t kInputBytes = 2'000;
constexpr std::size_t kInputShownBytes = 40;
constexpr std::size_t kNamesShown = 30;

/// What was written, unless it could be a number of a person or a card typed into the wrong place.
std::string shown(const Input& input, std::string_view text) {
  constexpr auto kDigitsOfPersons = 11;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (input.type == InputType::Secret || input.type == InputType::Text || !is_plain_text(text)) return "";
  if (digits >= kDigitsOfPersons && input.type != InputType::Amount && input.type != InputType::Change) return "";
  if (digits > 15) return "";
  return "\"" + shortened(text, kInputShownBytes) + "\"";
}

std::optional<std::int64_t> read_count(std::string_view text) {
  constexpr std::size_t kDigits = 18;
  if (text.empty() || text.size() > kDigits || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t count = 0;
  for (const char digit : text) count = count * 10 + (digit - '0');
  return count;
}

using Reading = Result<Given::Value, PolicyOutcome>;

Reading read_amount(const Input& input, const std::string& text) {
  const Result<Money, AmountProblem> amount = parse_yuan(text);
  if (!amount) {
    const bool is_large = amount.error() == AmountProblem::TooLarge;
    return Err(is_large ? PolicyOutcome::InputTooLarge : PolicyOutcome::InputNotAmount);
  }
  if (amount->is_negative() && input.type == InputType::Amount) return Err(PolicyOutcome::InputNotAmount);
  return Given::Value{*amount, to_yuan(*amount), true};
}

Reading read_word(const Input& input, const std::string& text) {
  if (std::find(input.choices.begin(), input.choices.end(), text) == input.choices.end()) {
    return Err(PolicyOutcome::InputNotWord);
  }
  return Given::Value{text, text, true};
}

Reading read_value(const Input& input, const std::string& text) {
  switch (input.type) {
    case InputType::Amount:
    case InputType::Change: return read_amount(input, text);
    case InputType::Count: {
      const std::optional<std::int64_t> count = read_count(text);
      if (!count) return Err(PolicyOutcome::InputNotCount);
      if (*count > kCountMax) return Err(PolicyOutcome::InputTooLarge);
      return Given::Value{*count, std::to_string(*count), true};
    }
    case InputType::Number: {
      const std::optional<Decimal> number = parse_decimal(text, input.places);
      if (!number) return Err(PolicyOutcome::InputNotNumber);
      return Given::Value{*number, to_text(*number), true};
    }
    case InputType::Date: {
      const std::optional<Date> date = parse_date(text);
      if (!date) return Err(PolicyOutcome::InputNotDate);
      return Given::Value{*date, text, true};
    }
    case InputType::Month: {
      const std::optional<Month> month = parse_month(text);
      if (!month) return Err(PolicyOutcome::InputNotMonth);
      return Given::Value{*month, text, true};
    }
    case InputType::Choice: return read_word(input, text);
    case InputType::Text:
    case InputType::Secret:
      if (text.empty() || text.size() > kInputBytes || !is_plain_text(text)) return Err(PolicyOutcome::InputNotText);
      return Given::Value{text, input.type == InputType::Secret ? "" : text, true};
  }
  return Err(PolicyOutcome::InputNotText);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), kNamesShown); ++i) text += (i == 0 ? "" : " | ") + words[i];
  return words.size() > kNamesShown ? text + " | …" : text;
}

std::string joined_names(const std::vector<Input>& inputs) {
  std::vector<std::string> names;
  for (const Input& input : inputs) names.push_back(input.name);
  return joined(names);
}

std::string wanted(const Input& input, PolicyOutcome outcome) {
  if (outcome == PolicyOutcome::InputNotWord) return joined(input.choices);
  if (outcome == PolicyOutcome::InputNotNumber) return "≤ " + std::to_string(input.places) + " 位小数 decimals";
  if (outcome == PolicyOutcome::InputTooLarge) return input.type == InputType::Count ? "≤ 1000000000" : "≤ 10000000000000.00";
  return "";
}

std::string both(const std::string& got, const std::string& other) {
  return got.empty() || other.empty() ? got + other : got + "; " + other;
}

}  // namespace

std::string_view type_word(InputType type) {
  switch (type) {
    case InputType::Amount: return "amount";
    case InputType::Count: return "count";
    case InputType::Number: return "number";
    case InputType::Change: return "change";
    case InputType::Date: return "date";
    case InputType::Month: return "month";
    case InputType::Choice: return "choice";
    case InputType::Text: return "text";
    case InputType::Secret: return "personal";
  }
  return "";
}

const Given::Value* Given::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? nullptr : &found->second;
}

bool Given::is_given(std::string_view name) const {
  const Value* value = find(name);
  return value != nullptr && value->is_given;
}

Problem Given::problem(PolicyOutcome outcome, std::string_view input, std::string detail) const {
  std::string place = "rule " + rule_;
  if (!input.empty()) place += ", input " + std::string(input);
  return Problem{&info_of(outcome), std::move(place), std::move(detail)};
}

Result<Given, std::vector<Problem>> read_inputs(Given empty, const std::vector<Input>& inputs,
                                                const std::vector<NamedText>& given) {
  Given read = std::move(empty);
  std::vector<Problem> problems;
  std::set<std::string> seen;
  for (const NamedText& one : given) {
    const std::string name = is_plain_text(one.name) ? shortened(one.name, kInputShownBytes * 2) : "?";
    const bool is_known = std::any_of(inputs.begin(), inputs.end(), [&](const Input& input) { return input.name == one.name; });
    if (!is_known) {
      problems.push_back(read.problem(PolicyOutcome::InputUnknown, name, joined_names(inputs)));
    } else if (!seen.insert(one.name).second) {
      problems.push_back(read.problem(PolicyOutcome::InputTwice, name, ""));
    }
  }
  for (const Input& input : inputs) {
    const auto found = std::find_if(given.begin(), given.end(), [&](const NamedText& one) { return one.name == input.name; });
    if (found == given.end() && input.is_required) {
      problems.push_back(read.problem(PolicyOutcome::InputMissing, input.name, input.zh + " " + input.en));
    }
    if (found == given.end() && input.otherwise.empty()) continue;
    Reading value = read_value(input, found == given.end() ? input.otherwise : found->text);
    if (!value) {
      MZ_CHECK(found != given.end());  // a default is the program's own
      const PolicyOutcome outcome = value.error();
      problems.push_back(read.problem(outcome, input.name, both(shown(input, found->text), wanted(input, outcome))));
      continue;
    }
    value.value().is_given = found != given.end();
    read.put(input.name, std::move(value.value()));
  }
  if (!problems.empty()) return Err(in_order(std::move(problems)));
  return read;
}

}  // namespace mingzhang::policy
