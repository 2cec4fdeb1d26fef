// SPDX-License-Identifier: Apache-2.0
// Members of a loan document, read as values.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/money.h"
#include "base/rate.h"
#include "policy/document.h"
#include "policy/policy_outcome.h"

namespace mingzhang::service {

/// Reads members that the tables have found good; what is absent keeps its value.
class LoanReader {
 public:
  LoanReader(const JsonValue& object, std::string place, policy::Problems& problems)
      : object_(object), place_(std::move(place)), problems_(problems) {}

  const std::string& place() const { return place_; }
  std::string place(std::string_view key) const { return policy::below(place_, key); }
  const JsonValue* find(std::string_view key) const { return object_.find(key); }
  void report(policy::PolicyOutcome outcome, std::string_view key, std::string detail) { problems_.add(outcome, place(key), std::move(detail)); }

  std::string text(std::string_view key) const {
    const JsonValue* member = find(key);
    return member == nullptr || member->as_text() == nullptr ? std::string() : *member->as_text();
  }
  void read(std::string_view key, int& value) const {
    const JsonValue* member = find(key);
    if (member != nullptr && member->as_integer()) value = static_cast<int>(*member->as_integer());
  }
  void read(std::string_view key, bool& value) const {
    const JsonValue* member = find(key);
    if (member != nullptr && member->as_boolean()) value = *member->as_boolean();
  }
  void read(std::string_view key, Money& value) const {
    const auto amount = parse_yuan(text(key));
    if (amount) value = *amount;
  }
  void read(std::string_view key, Date& value) const {
    if (const auto date = parse_date(text(key))) value = *date;
  }
  void read(std::string_view key, Rate& value) {
    const std::string written = text(key);
    if (written.empty()) return;
    const auto rate = parse_rate(written);
    if (rate) value = *rate;
    if (!rate) report(policy::PolicyOutcome::NumberBad, key, written + "; 如 e.g. 4.35%, 0.0435");
  }
  /// The value whose word stands at the same place in `words`, counted from 1.
  template <class Enum>
  void choose(std::string_view key, std::string_view words, Enum& value) const {
    const std::string word = text(key);
    int number = 1;
    for (std::size_t from = 0; from <= words.size(); ++number) {
      const std::size_t to = std::min(words.find('|', from), words.size());
      if (words.substr(from, to - from) == word) value = static_cast<Enum>(number);
      from = to + 1;
    }
  }
  LoanReader inside(std::string_view key) const {
    static const JsonValue kEmpty = JsonValue::make_object({});
    const JsonValue* member = find(key);
    return LoanReader(member == nullptr ? kEmpty : *member, place(key), problems_);
  }
  std::vector<LoanReader> each(std::string_view key) const {
    std::vector<LoanReader> readers;
    const JsonValue* list = find(key);
    if (list == nullptr) return readers;
    for (std::size_t i = 0; i < list->items().size(); ++i) readers.emplace_back(list->items()[i], policy::below(place(key), i), problems_);
    return readers;
  }
  std::vector<std::string> names(std::string_view key) const {
    std::vector<std::string> found;
    const JsonValue* list = find(key);
    if (list == nullptr) return found;
    for (const JsonValue& item : list->items()) found.push_back(item.as_text() == nullptr ? std::string() : *item.as_text());
    return found;
  }

 private:
  const JsonValue& object_;
  std::string place_;
  policy::Problems& problems_;
};

}  // namespace mingzhang::service
