// SPDX-License-Identifier: Apache-2.0
// What a rule asks for, and what was given, read strictly.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "policy/decimal.h"
#include "policy/policy_outcome.h"
#include "policy/validity.h"

namespace mingzhang::policy {

enum class InputType : std::uint8_t {
  Amount = 1,  ///< yuan with at most two decimals, not negative
  Count,       ///< a whole number from 0 to 10^9
  Number,      ///< at most `places` decimals, may be negative where `may_be_negative`
  Change,      ///< yuan, may be negative
  Date,
  Month,
  Choice,      ///< one of `choices`
  Text,        ///< plain text
  Secret,      ///< plain text that is personal data: never repeated in a problem or an explanation
};

/// One input of a rule, as `rule show` describes it.
struct Input {
  std::string name;  ///< e.g. "count.default"
  InputType type = InputType::Amount;
  std::string unit;  ///< e.g. "元", "人"; empty where there is none
  bool is_required = false;
  std::string otherwise;  ///< what stands where it is not given; empty: nothing
  std::string zh;         ///< what it means
  std::string en;
  std::vector<std::string> choices = {};
  int places = 2;
};

/// "amount", "count", "number", "change", "date", "month", "choice", "text" or "personal".
std::string_view type_word(InputType type);

/// Inputs as a person gives them.
struct NamedText {
  std::string name;
  std::string text;
};

/// The values given for the inputs of one rule, and those that stand where nothing was given.
class Given {
 public:
  /// One value; `is_given` is false where it is the input's default.
  struct Value {
    std::variant<std::string, Money, std::int64_t, Decimal, Date, Month> value;
    std::string text;
    bool is_given = false;
  };

  Given(std::string rule, Date day, const Validity& validity) : rule_(std::move(rule)), day_(day), validity_(validity) {}

  void put(const std::string& name, Value value) { values_[name] = std::move(value); }
  const Value* find(std::string_view name) const;

  /// True where it was given, not only its default.
  bool is_given(std::string_view name) const;
  /// True where it was given or has a default.
  bool has(std::string_view name) const { return find(name) != nullptr; }

  // Each requires `has(name)` and the type that the rule declared.
  Money amount(std::string_view name) const { return get<Money>(name); }
  std::int64_t count(std::string_view name) const { return get<std::int64_t>(name); }
  Decimal number(std::string_view name) const { return get<Decimal>(name); }
  Date date(std::string_view name) const { return get<Date>(name); }
  Month month(std::string_view name) const { return get<Month>(name); }
  const std::string& text(std::string_view name) const { return get<std::string>(name); }

  /// The day for which the rule is asked.
  Date day() const { return day_; }
  /// The days on which this version of the rule is in force.
  const Validity& validity() const { return validity_; }
  /// A problem of this rule; `input` may be empty.
  Problem problem(PolicyOutcome outcome, std::string_view input, std::string detail) const;

 private:
  template <class T>
  const T& get(std::string_view name) const {
    const Value* value = find(name);
    MZ_CHECK(value != nullptr);
    const T* held = std::get_if<T>(&value->value);
    MZ_CHECK(held != nullptr);
    return *held;
  }

  std::string rule_;
  Date day_;
  Validity validity_;
  std::map<std::string, Value, std::less<>> values_;
};

/// Reads what was given for `inputs`. All problems: unknown and doubled names, missing and unreadable values.
/// `empty` names the rule and its day.
Result<Given, std::vector<Problem>> read_inputs(Given empty, const std::vector<Input>& inputs,
                                                const std::vector<NamedText>& given);

}  // namespace mingzhang::policy
