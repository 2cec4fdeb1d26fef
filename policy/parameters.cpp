// SPDX-License-Identifier: Apache-2.0
// Reads members that were checked.
#include "policy/parameters.h"

#include <set>
#include <utility>

#include "policy/document.h"

namespace mingzhang::policy {

std::string Parameters::text(std::string_view key) const {
  const JsonValue* member = object_.find(key);
  const std::string* text = member == nullptr ? nullptr : member->as_text();
  return text == nullptr ? std::string() : *text;
}

std::int64_t Parameters::integer(std::string_view key, std::int64_t otherwise) const {
  const JsonValue* member = object_.find(key);
  return member == nullptr ? otherwise : member->as_integer().value_or(otherwise);
}

bool Parameters::flag(std::string_view key, bool otherwise) const {
  const JsonValue* member = object_.find(key);
  return member == nullptr ? otherwise : member->as_boolean().value_or(otherwise);
}

Money Parameters::amount(std::string_view key) const {
  const Result<Money, AmountProblem> amount = parse_yuan(text(key));
  return amount ? *amount : Money();
}

std::optional<Share> Parameters::share(std::string_view key) const { return parse_share(text(key)); }

std::optional<Decimal> Parameters::decimal(std::string_view key) const { return parse_decimal(text(key), 6); }

std::optional<Date> Parameters::date(std::string_view key) const { return parse_date(text(key)); }

Rounding Parameters::rounding(std::string_view key) const {
  return parse_rounding(text(key)).value_or(Rounding::HalfUp);
}

std::vector<std::string> Parameters::texts(std::string_view key) const {
  std::vector<std::string> texts;
  const JsonValue* member = object_.find(key);
  if (member == nullptr) return texts;
  if (member->as_text() != nullptr) texts.push_back(*member->as_text());
  for (const JsonValue& item : member->items()) {
    if (item.as_text() != nullptr) texts.push_back(*item.as_text());
  }
  return texts;
}

std::vector<Share> Parameters::shares(std::string_view key) const {
  std::vector<Share> shares;
  for (const std::string& text : texts(key)) {
    if (const std::optional<Share> share = parse_share(text)) shares.push_back(*share);
  }
  return shares;
}

std::vector<Decimal> Parameters::decimals(std::string_view key) const {
  std::vector<Decimal> numbers;
  for (const std::string& text : texts(key)) {
    if (const std::optional<Decimal> number = parse_decimal(text, 6)) numbers.push_back(*number);
  }
  return numbers;
}

std::vector<Date> Parameters::dates(std::string_view key) const {
  std::vector<Date> dates;
  for (const std::string& text : texts(key)) {
    if (const std::optional<Date> date = parse_date(text)) dates.push_back(*date);
  }
  return dates;
}

std::vector<Parameters> Parameters::objects(std::string_view key) const {
  std::vector<Parameters> objects;
  const JsonValue* member = object_.find(key);
  if (member == nullptr) return objects;
  const std::string place = below(place_, key);
  for (std::size_t i = 0; i < member->items().size(); ++i) {
    objects.emplace_back(member->items()[i], below(place, i), problems_);
  }
  return objects;
}

std::optional<Parameters> Parameters::object(std::string_view key) const {
  const JsonValue* member = object_.find(key);
  if (member == nullptr) return std::nullopt;
  return Parameters(*member, below(place_, key), problems_);
}

bool Parameters::is_sound(std::string_view key) const { return !problems_.has_within(below(place_, key)); }

void Parameters::refuse(PolicyOutcome outcome, std::string_view key, std::string detail) const {
  problems_.add(outcome, key.empty() ? place_ : below(place_, key), std::move(detail));
}

void Parameters::refuse_repeated(std::string_view key, std::string_view name_key) const {
  std::set<std::string> seen;
  for (const Parameters& item : objects(key)) {
    const std::string name = item.text(name_key);
    if (!name.empty() && !seen.insert(name).second) item.refuse(PolicyOutcome::NameTwice, name_key, "\"" + name + "\"");
  }
}

}  // namespace mingzhang::policy
