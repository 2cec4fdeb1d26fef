// SPDX-License-Identifier: Apache-2.0
// Reading members of a case.
#include "tests/cases/case_inputs.h"

namespace mingzhang::tests {

std::string CaseInputs::text(const std::string& key) {
  used_.insert(key);
  if (!has(key)) return "";
  const nlohmann::json& value = object_.at(key);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<int> CaseInputs::integer(const std::string& key) {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  if (value.size() > 6 || value.find_first_not_of("0123456789") != std::string::npos) {
    throw Unsupported(place_ + key + "=" + value);
  }
  return std::stoi(value);
}

std::optional<Date> CaseInputs::date(const std::string& key) {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  return case_date(value);
}

std::optional<Money> CaseInputs::money(const std::string& key) {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  return case_money(value);
}

std::optional<Rate> CaseInputs::percent(const std::string& key) {
  const std::string value = text(key);
  if (value.empty()) return std::nullopt;
  const auto rate = parse_rate(value + "%");
  if (!rate) throw Unsupported(place_ + key + "=" + value);
  return rate;
}

const nlohmann::json& CaseInputs::raw(const std::string& key) {
  used_.insert(key);
  static const nlohmann::json kNothing;
  return has(key) ? object_.at(key) : kNothing;
}

void CaseInputs::finish() const {
  for (const auto& [key, value] : object_.items()) {
    if (!used_.contains(key)) throw Unsupported(place_ + key);
  }
}

Money case_money(const std::string& text) {
  std::string plain = text;
  while (plain.find('.') != std::string::npos && plain.size() - plain.find('.') > 3 && plain.back() == '0') plain.pop_back();
  const auto amount = parse_yuan(plain);
  if (!amount) throw Unsupported("amount " + text);
  return *amount;
}

Date case_date(const std::string& text) {
  const auto date = parse_date(text);
  if (!date) throw Unsupported("date " + text);
  return *date;
}

}  // namespace mingzhang::tests
