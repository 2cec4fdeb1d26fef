// SPDX-License-Identifier: Apache-2.0
// Holds values against the tables.
#include "policy/field.h"

#include <algorithm>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "policy/decimal.h"
#include "policy/document.h"

namespace mingzhang::policy {
namespace {

constexpr std::size_t kTextBytes = 2'000;
constexpr std::size_t kNameBytes = 120;
/// Refused values are repeated to people up to here.
constexpr std::size_t kShownBytes = 60;

bool is_text(std::string_view text, std::size_t longest) {
  return !text.empty() && text.size() <= longest && trimmed(text) == text;
}

bool is_name(std::string_view text) {
  return is_text(text, kNameBytes) && text.find_first_of(",=@") == std::string_view::npos &&
         text.find("，") == std::string_view::npos;
}

bool is_made_of(std::string_view text, std::string_view letters) {
  return !text.empty() && text.size() <= kNameBytes && text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_word(std::string_view text) {
  return is_made_of(text, "abcdefghijklmnopqrstuvwxyz0123456789_") && text.front() >= 'a' && text.front() <= 'z';
}

/// Ok, or what is wrong with a text of this type.
PolicyOutcome text_outcome(const Field& field, std::string_view text) {
  const auto unless = [](bool is_good, PolicyOutcome outcome) { return is_good ? PolicyOutcome::Ok : outcome; };
  switch (field.type) {
    case FieldType::Text: return unless(is_text(text, kTextBytes), PolicyOutcome::TextBad);
    case FieldType::Name:  // after "-" a name is subtracted
      return unless(is_name(text) && !text.starts_with('-'), PolicyOutcome::TextBad);
    case FieldType::Names:
    case FieldType::Sum: return unless(is_name(text), PolicyOutcome::TextBad);
    case FieldType::Id:
      return unless(is_made_of(text, "abcdefghijklmnopqrstuvwxyz0123456789-"), PolicyOutcome::IdBad);
    case FieldType::Word: return unless(is_word(text), PolicyOutcome::IdBad);
    case FieldType::Choice: return unless(is_choice(field.choices, text), PolicyOutcome::WordUnknown);
    case FieldType::Amount: {
      const Result<Money, AmountProblem> amount = parse_yuan(text);
      return unless(amount.has_value() && !amount->is_negative(), PolicyOutcome::AmountBad);
    }
    case FieldType::Share:
    case FieldType::Shares: return unless(parse_share(text).has_value(), PolicyOutcome::ShareBad);
    case FieldType::Date:
    case FieldType::Dates: return unless(parse_date(text).has_value(), PolicyOutcome::DateBad);
    case FieldType::Decimal:
    case FieldType::Decimals: return unless(parse_decimal(text, 6).has_value(), PolicyOutcome::NumberBad);
    default: return PolicyOutcome::WrongType;
  }
}

std::string wanted(const Field& field, PolicyOutcome outcome) {
  if (outcome == PolicyOutcome::WordUnknown) return "; " + std::string(field.choices);
  if (field.type == FieldType::Id) return "; a-z 0-9 -";
  if (field.type == FieldType::Word) return "; a-z 0-9 _";
  return "";
}

void check_text(const JsonValue& value, const Field& field, const std::string& place, Problems& problems) {
  const std::string* text = value.as_text();
  if (text == nullptr) return problems.add(PolicyOutcome::WrongType, place, std::string(type_name(field.type)));
  const PolicyOutcome outcome = text_outcome(field, *text);
  if (outcome == PolicyOutcome::Ok) return;
  problems.add(outcome, place, "\"" + shortened(*text, kShownBytes) + "\"" + wanted(field, outcome));
}

void check_integer(const JsonValue& value, const Field& field, const std::string& place, Problems& problems) {
  const std::optional<std::int64_t> number = value.as_integer();
  if (!number) return problems.add(PolicyOutcome::WrongType, place, std::string(type_name(field.type)));
  if (*number >= field.least && *number <= field.most) return;
  problems.add(PolicyOutcome::NumberBad, place,
               std::to_string(*number) + "; " + std::to_string(field.least) + " … " + std::to_string(field.most));
}

void check_value(const JsonValue& value, const Field& field, const std::string& place, Problems& problems);

void check_list(const JsonValue& value, const Field& field, const std::string& place, Problems& problems) {
  if (value.kind() != JsonValue::Kind::Array) {
    return problems.add(PolicyOutcome::WrongType, place, std::string(type_name(field.type)));
  }
  if (value.items().empty() && field.type != FieldType::MaybeObjects) {
    return problems.add(PolicyOutcome::ListEmpty, place, "");
  }
  const bool holds_texts = field.fields == nullptr;
  for (std::size_t i = 0; i < value.items().size(); ++i) {
    const std::string item_place = below(place, i);
    if (problems.has_at(item_place)) continue;
    if (holds_texts) {
      check_text(value.items()[i], field, item_place, problems);
    } else {
      check_fields(value.items()[i], field.fields(), item_place, problems);
    }
  }
}

void check_value(const JsonValue& value, const Field& field, const std::string& place, Problems& problems) {
  switch (field.type) {
    case FieldType::Integer: return check_integer(value, field, place, problems);
    case FieldType::Boolean:
      if (value.as_boolean()) return;
      return problems.add(PolicyOutcome::WrongType, place, std::string(type_name(field.type)));
    case FieldType::Object: return check_fields(value, field.fields(), place, problems);
    case FieldType::Parameters:
      if (value.kind() == JsonValue::Kind::Object) return;
      return problems.add(PolicyOutcome::WrongType, place, std::string(type_name(field.type)));
    case FieldType::Objects:
    case FieldType::MaybeObjects:
    case FieldType::Names:
    case FieldType::Shares:
    case FieldType::Decimals:
    case FieldType::Dates: return check_list(value, field, place, problems);
    case FieldType::Sum:
      if (value.as_text() == nullptr) return check_list(value, field, place, problems);
      return check_text(value, field, place, problems);
    default: return check_text(value, field, place, problems);
  }
}

}  // namespace

void check_fields(const JsonValue& object, std::span<const Field> fields, const std::string& place,
                  Problems& problems) {
  if (object.kind() != JsonValue::Kind::Object) {
    if (!problems.has_at(place)) problems.add(PolicyOutcome::WrongType, place, std::string(type_name(FieldType::Object)));
    return;
  }
  for (const Field& field : fields) {
    const std::string member_place = below(place, field.key);
    const JsonValue* member = object.find(field.key);
    if (problems.has_at(member_place)) continue;
    if (member != nullptr) {
      check_value(*member, field, member_place, problems);
    } else if (field.is_required) {
      problems.add(PolicyOutcome::KeyMissing, member_place, std::string(type_name(field.type)));
    }
  }
  for (const auto& [key, value] : object.members()) {
    const bool is_known =
        std::any_of(fields.begin(), fields.end(), [&name = key](const Field& field) { return field.key == name; });
    if (!is_known) problems.add(PolicyOutcome::KeyUnknown, below(place, key), "");
  }
}

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::Text: return "text 文字";
    case FieldType::Name: return "name 名称";
    case FieldType::Id: return "id 代号";
    case FieldType::Word: return "word 英文名";
    case FieldType::Choice: return "choice 选项";
    case FieldType::Integer: return "integer 整数";
    case FieldType::Boolean: return "true | false";
    case FieldType::Amount: return "amount 金额 \"150.00\"";
    case FieldType::Share: return "share 比例 \"3%\"";
    case FieldType::Date: return "date 日期 \"2016-10-14\"";
    case FieldType::Decimal: return "number 数 \"7.53\"";
    case FieldType::Object:
    case FieldType::Parameters: return "object 对象";
    case FieldType::Objects:
    case FieldType::MaybeObjects: return "list of objects 对象列表";
    case FieldType::Names: return "list of names 名称列表";
    case FieldType::Shares: return "list of shares 比例列表";
    case FieldType::Decimals: return "list of numbers 数列表";
    case FieldType::Dates: return "list of dates 日期列表";
    case FieldType::Sum: return "name or list of names 名称或名称列表，减去的加 -";
  }
  return "";
}

bool is_choice(std::string_view choices, std::string_view word) {
  while (!choices.empty()) {
    const std::size_t bar = choices.find('|');
    if (choices.substr(0, bar) == word) return true;
    choices = bar == std::string_view::npos ? std::string_view() : choices.substr(bar + 1);
  }
  return false;
}

}  // namespace mingzhang::policy
