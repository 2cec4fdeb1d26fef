// SPDX-License-Identifier: Apache-2.0
// Asking a rule and getting the answer with its reasons.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"
#include "policy/input.h"
#include "policy/pack.h"

namespace mingzhang::policy {

/// The answer, and everything that somebody needs to compute it again by hand. Both are values of the records' JSON.
struct Evaluation {
  JsonValue result;
  /// article, assumptions, date, document {number, title}, formula, inputs [{name, value, unit?, default?}], kind, pack,
  /// quote, result, rounding, rule, version, warnings.
  JsonValue explanation;
  std::string formula;
  std::vector<Warning> warnings;
};

/// The rate that `rule` needs from a table and that `inputs` do not give; nothing where it needs none, or where the inputs
/// cannot be read, which `evaluate` then tells.
std::optional<Lookup> lookup_for(const Rule& rule, const std::vector<NamedText>& inputs, Date day);

/// Asks `rule` of `pack` on `day`. All bad inputs are reported, in the order of their numbers.
/// Example: 150.00 yuan per person, count=85008 → {"amount":"12751200.00",…}, "150.00 × 85008 人 = 12751200.00 元".
Result<Evaluation, std::vector<Problem>> evaluate(const Pack& pack, const Rule& rule, const std::vector<NamedText>& inputs,
                                                  Date day);

}  // namespace mingzhang::policy
