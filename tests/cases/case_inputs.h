// SPDX-License-Identifier: Apache-2.0
// The members of a case's inputs, each of which must be understood before its figures are compared.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"

namespace mingzhang::tests {

/// A case says something that the product has no terms for; what() names the key.
struct Unsupported : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads members by name and remembers which; what is left in the end is unsupported.
class CaseInputs {
 public:
  explicit CaseInputs(const nlohmann::json& object, std::string place) : object_(object), place_(std::move(place)) {}

  bool has(const std::string& key) const { return object_.contains(key) && !object_.at(key).is_null(); }
  /// The text of a text, a number or a boolean; empty where there is none.
  std::string text(const std::string& key);
  std::optional<int> integer(const std::string& key);
  std::optional<Date> date(const std::string& key);
  /// "1234.5" yuan; throws where it is finer than a fen.
  std::optional<Money> money(const std::string& key);
  /// "9.4822" percent.
  std::optional<Rate> percent(const std::string& key);
  bool flag(const std::string& key) { return text(key) == "true"; }
  const nlohmann::json& raw(const std::string& key);
  /// Says that a member only explains.
  void ignore(const std::string& key) { used_.insert(key); }
  /// Throws where a member was not asked for.
  void finish() const;

 private:
  const nlohmann::json& object_;
  std::string place_;
  std::set<std::string> used_;
};

/// "100", "100.5" or "100.00" yuan.
Money case_money(const std::string& text);
Date case_date(const std::string& text);

}  // namespace mingzhang::tests
