// SPDX-License-Identifier: Apache-2.0
// Computes the checks in 128 bits: figures are below 10^18 units, factors at most 10^8, at most 100 figures.
#include "policy/consistency_check.h"

#include <algorithm>

#include "base/check.h"

namespace mingzhang::policy {
namespace {

/// An exact number of 10^-6 base units, and the unit in which people should see it.
struct Quantity {
  Wide units = 0;
  UnitOf unit;
  std::string unit_text;
};

/// Without trailing zeros.
std::string exact_text(Wide numerator, Wide denominator) {
  std::string text = quotient_text(numerator, denominator, 6, Rounding::Down);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string shown(const Quantity& quantity) {
  return exact_text(quantity.units, Wide{Decimal::kUnitsPerOne} * quantity.unit.factor);
}

class Run {
 public:
  Run(const Check& check, FigureValues figures, std::string& zero) : check_(check), figures_(figures), zero_(zero) {}

  std::optional<Checked> run();

 private:
  const std::vector<std::string>& names(std::string_view key) const {
    static const std::vector<std::string> kNone;
    const auto found = check_.names.find(key);
    return found == check_.names.end() ? kNone : found->second;
  }
  bool has(std::string_view key) const { return !names(key).empty(); }

  Quantity quantity_of(std::string_view name) const {
    const bool is_negative = name.starts_with('-');
    if (is_negative) name.remove_prefix(1);
    const auto found = std::find_if(figures_.begin(), figures_.end(), [name](const auto& one) { return one.first.name == name; });
    MZ_CHECK(found != figures_.end());
    const UnitOf unit = unit_of(found->first.unit);
    const Wide units = Wide{found->second.units()} * unit.factor;
    return {is_negative ? -units : units, unit, found->first.unit};
  }

  /// The sum of the figures of one parameter, shown in their unit where they share one, else in its base.
  Quantity sum_of(std::string_view key) const {
    Quantity sum;
    bool is_first = true;
    for (const std::string& name : names(key)) {
      const Quantity one = quantity_of(name);
      if (is_first) {
        sum.unit = one.unit;
        sum.unit_text = one.unit_text;
      } else if (sum.unit_text != one.unit_text) {
        sum.unit.factor = 1;
        sum.unit_text = sum.unit.base;
      }
      sum.units += one.units;
      is_first = false;
    }
    return sum;
  }

  std::string terms_text(std::string_view key) const {
    std::string text;
    for (const std::string& name : names(key)) {
      const Quantity one = quantity_of(name);
      const std::string word = shown(one) + one.unit_text;
      text += text.empty() ? word : one.units < 0 ? " − " + word.substr(1) : " + " + word;
    }
    return text;
  }

  void add_value(std::string key, const Quantity& quantity, Checked& checked) const {
    checked.result.emplace_back(key, json_text(shown(quantity)));
    checked.result.emplace_back(key == "value" ? "unit" : key + "_unit", json_text(quantity.unit_text));
    if (quantity.unit.factor == 1) return;
    const Quantity base{quantity.units, {1, quantity.unit.base}, quantity.unit.base};
    checked.result.emplace_back("base_" + key, json_text(shown(base)));
    checked.result.emplace_back(key == "value" ? "base_unit" : "base_" + key + "_unit", json_text(base.unit_text));
  }

  bool is_zero(std::string_view key, const Quantity& divisor) {
    if (divisor.units > 0) return false;
    zero_ = names(key).empty() ? std::string(key) : names(key).front();
    return true;
  }

  std::string percent_text(Wide part, Wide whole) const { return quotient_text(part * 100, whole, check_.places, check_.rounding); }
  std::string printed(Decimal number) const {
    return quotient_text(number.units(), Decimal::kUnitsPerOne, check_.places, check_.rounding);
  }

  std::optional<Checked> sum();
  std::optional<Checked> difference();
  std::optional<Checked> comparison(bool must_be_equal);
  std::optional<Checked> ratio();
  std::optional<Checked> growth();
  std::optional<Checked> cumulative();
  std::optional<Checked> share();
  std::optional<Checked> denominator();

  const Check& check_;
  FigureValues figures_;
  std::string& zero_;
};

std::optional<Checked> Run::run() {
  if (check_.kind == "sum") return sum();
  if (check_.kind == "difference") return difference();
  if (check_.kind == "equal") return comparison(true);
  if (check_.kind == "not_more_than") return comparison(false);
  if (check_.kind == "ratio") return ratio();
  if (check_.kind == "growth") return growth();
  if (check_.kind == "cumulative") return cumulative();
  if (check_.kind == "share") return share();
  MZ_CHECK(check_.kind == "denominator");
  return denominator();
}

std::optional<Checked> Run::sum() {
  Checked checked;
  const Quantity value = sum_of("terms");
  add_value("value", value, checked);
  checked.formula = terms_text("terms") + " = " + shown(value) + value.unit_text;
  if (!has("total")) return checked;
  const Quantity total = sum_of("total");
  checked.is_consistent = value.units == total.units;
  checked.formula += (checked.is_consistent ? " = " : " ≠ ") + shown(total) + total.unit_text;
  return checked;
}

std::optional<Checked> Run::difference() {
  Checked checked;
  Quantity value = sum_of("from");
  const Quantity take = sum_of("take");
  if (value.unit_text != take.unit_text) {
    value.unit.factor = 1;
    value.unit_text = value.unit.base;
  }
  value.units -= take.units;
  add_value("value", value, checked);
  checked.formula = terms_text("from") + " − (" + terms_text("take") + ") = " + shown(value) + value.unit_text;
  if (!has("total")) return checked;
  const Quantity total = sum_of("total");
  checked.is_consistent = value.units == total.units;
  checked.formula += (checked.is_consistent ? " = " : " ≠ ") + shown(total) + total.unit_text;
  return checked;
}

std::optional<Checked> Run::comparison(bool must_be_equal) {
  Checked checked;
  Quantity left = sum_of("left");
  const Quantity right = sum_of("right");
  checked.is_consistent = must_be_equal ? left.units == right.units : left.units <= right.units;
  checked.result.emplace_back("left", json_text(shown(left)));
  checked.result.emplace_back("right", json_text(shown(right)));
  const std::string sign = left.units == right.units ? " = " : left.units < right.units ? " < " : " > ";
  checked.formula = terms_text("left") + sign + terms_text("right");
  if (left.unit_text != right.unit_text) left = {left.units, {1, left.unit.base}, left.unit.base};
  left.units -= right.units;
  if (must_be_equal) {
    add_value("difference", left, checked);
  } else if (!checked.is_consistent) {
    add_value("excess", left, checked);
  }
  return checked;
}

std::optional<Checked> Run::ratio() {
  const Quantity numerator = sum_of("numerator");
  const Quantity denominator = sum_of("denominator");
  if (is_zero("denominator", denominator)) return std::nullopt;
  Checked checked;
  const std::string value = quotient_text(numerator.units, denominator.units, check_.places, check_.rounding);
  checked.result.emplace_back("value", json_text(value));
  checked.formula = "(" + terms_text("numerator") + ") ÷ (" + terms_text("denominator") + ") = " + value;
  if (!has("limit")) return checked;
  // The exact quotient counts, not the rounded one: ceil(n · 10^6 / d) ≤ limit says the same without a larger product.
  const Quantity limit = sum_of("limit");
  const Wide scaled = numerator.units * Decimal::kUnitsPerOne;
  const Wide ceiling = scaled / denominator.units + (scaled > 0 && scaled % denominator.units != 0 ? 1 : 0);
  checked.is_consistent = ceiling <= limit.units;
  checked.formula += (checked.is_consistent ? " ≤ " : " > ") + shown(limit) + limit.unit_text;
  return checked;
}

std::optional<Checked> Run::growth() {
  Checked checked;
  std::vector<std::string> values;
  const std::vector<std::string>& series = names("series");
  for (std::size_t i = 1; i < series.size(); ++i) {
    const Quantity before = quantity_of(series[i - 1]);
    const Quantity after = quantity_of(series[i]);
    if (before.units <= 0) {
      zero_ = series[i - 1];
      return std::nullopt;
    }
    values.push_back(percent_text(after.units - before.units, before.units));
    if (check_.percent && values.back() != printed(*check_.percent)) checked.is_consistent = false;
    checked.formula += (i == 1 ? "" : "；") + shown(after) + " ÷ " + shown(before) + " − 1 = " + values.back() + "%";
  }
  checked.result.emplace_back("values", json_texts(values));
  return checked;
}

std::optional<Checked> Run::cumulative() {
  Checked checked;
  std::vector<std::string> values;
  Quantity sum = quantity_of(names("terms").front());
  sum.units = 0;
  for (const std::string& name : names("terms")) {
    sum.units += quantity_of(name).units;
    values.push_back(shown(sum));
  }
  const Quantity total = sum_of("total");
  checked.formula = terms_text("terms") + " = " + values.back();
  if (check_.implied.empty()) {
    checked.is_consistent = sum.units == total.units;
    checked.formula += (checked.is_consistent ? " = " : " ≠ ") + shown(total) + total.unit_text;
  } else {
    Quantity implied = total;
    implied.units -= sum.units;
    checked.is_consistent = implied.units >= 0;
    checked.result.emplace_back("implied", json_text(shown(implied)));
    values.push_back(shown(total));
    checked.formula += "；" + check_.implied + " " + shown(total) + " − " + shown(sum) + " = " + shown(implied);
  }
  checked.result.emplace_back("values", json_texts(values));
  checked.result.emplace_back("total", json_text(shown(total)));
  if (!has("of")) return checked;
  Quantity whole = sum_of("of");
  if (is_zero("of", whole)) return std::nullopt;
  const std::string percent = percent_text(total.units, whole.units);
  checked.formula += "；" + shown(total) + " ÷ " + shown(whole) + " = " + percent + "%";
  whole.units -= total.units;
  checked.result.emplace_back("remaining", json_text(shown(whole)));
  checked.result.emplace_back("percent", json_text(percent));
  return checked;
}

std::optional<Checked> Run::share() {
  const Quantity whole = sum_of(has("whole") ? "whole" : "parts");
  if (is_zero(has("whole") ? "whole" : "parts", whole)) return std::nullopt;
  Checked checked;
  std::vector<std::string> values;
  Wide sum = 0;
  bool has_sum = true;
  for (std::size_t i = 0; i < names("parts").size(); ++i) {
    const std::string& name = names("parts")[i];
    values.push_back(percent_text(quantity_of(name).units, whole.units));
    const std::optional<Decimal> percent = parse_decimal(values.back(), 6);
    has_sum = has_sum && percent.has_value();
    if (percent) sum += percent->units();
    checked.formula += (i == 0 ? "" : "；") + shown(quantity_of(name)) + " ÷ " + shown(whole) + " = " + values.back() + "%";
    if (!has("printed")) continue;
    const Quantity wanted = quantity_of(names("printed")[i]);
    if (quotient_text(wanted.units, Decimal::kUnitsPerOne, check_.places, check_.rounding) == values.back()) continue;
    checked.is_consistent = false;
    checked.formula += "（文件为 " + shown(wanted) + "%）";
  }
  checked.result.emplace_back("values", json_texts(values));
  // Percentages beyond what a decimal holds are shown, not added.
  if (has_sum) checked.result.emplace_back("sum", json_text(quotient_text(sum, Decimal::kUnitsPerOne, check_.places, check_.rounding)));
  return checked;
}

std::optional<Checked> Run::denominator() {
  Checked checked;
  std::vector<JsonValue> ranges;
  Wide least = 1;
  Wide most = 0;  // 0: no limit yet
  Wide half = 5 * Decimal::kUnitsPerOne / 10;
  for (int i = 0; i < check_.places; ++i) half /= 10;
  for (std::size_t i = 0; i < names("parts").size(); ++i) {
    const Quantity part = quantity_of(names("parts")[i]);
    const Quantity rate = quantity_of(names("rates")[i]);
    if (rate.units - half <= 0) {  // a rate that prints as zero has no largest denominator
      zero_ = names("rates")[i];
      return std::nullopt;
    }
    // rate − half ≤ 100 · part / n < rate + half, as half up prints it.
    const Wide from = part.units * 100 / (rate.units + half) + 1;
    const Wide to = part.units * 100 / (rate.units - half);
    least = std::max(least, from);
    most = i == 0 ? to : std::min(most, to);
    ranges.push_back(JsonValue::make_object({{"from", json_text(exact_text(from, 1))},
                                             {"name", json_text(names("parts")[i])},
                                             {"to", json_text(exact_text(to, 1))}}));
    checked.formula += (i == 0 ? "" : "；") + shown(part) + " ÷ " + shown(rate) + "% ∈ [" + exact_text(from, 1) + ", " +
                       exact_text(to, 1) + "]";
  }
  checked.is_consistent = least <= most;
  checked.result.emplace_back("ranges", JsonValue::make_array(std::move(ranges)));
  if (checked.is_consistent) {
    checked.result.emplace_back("from", json_text(exact_text(least, 1)));
    checked.result.emplace_back("to", json_text(exact_text(most, 1)));
  }
  return checked;
}

}  // namespace

bool Check::rounds() const {
  return kind == "ratio" || kind == "growth" || kind == "share" || kind == "denominator" || names.contains("of");
}

UnitOf unit_of(std::string_view unit) {
  constexpr std::string_view kTenThousand = "万";
  constexpr std::string_view kHundredMillion = "亿";
  constexpr std::int64_t kTenThousandFactor = 10'000;
  constexpr std::int64_t kHundredMillionFactor = 100'000'000;
  if (unit.starts_with(kTenThousand)) return {kTenThousandFactor, std::string(unit.substr(kTenThousand.size()))};
  if (unit.starts_with(kHundredMillion)) return {kHundredMillionFactor, std::string(unit.substr(kHundredMillion.size()))};
  return {1, std::string(unit)};
}

std::optional<Checked> run_check(const Check& check, FigureValues figures, std::string& zero) {
  return Run(check, figures, zero).run();
}

}  // namespace mingzhang::policy
