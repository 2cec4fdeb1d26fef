// SPDX-License-Identifier: Apache-2.0
// The closed set of rule kinds: what each takes as parameters and inputs, and what it answers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "policy/field.h"
#include "policy/input.h"
#include "policy/parameters.h"

namespace mingzhang::policy {

using JsonMembers = std::vector<std::pair<std::string, JsonValue>>;

/// A sentence for people that goes with a result.
struct Warning {
  std::string zh;
  std::string en;
};

/// One reason why something is not allowed.
struct Reason {
  std::string word;  ///< ASCII, for programs, e.g. "amount"
  std::string zh;
  std::string en;
};

/// What a rule answers.
struct Computation {
  JsonMembers result;
  std::string formula;            ///< with the numbers filled in
  std::string rounding = "none";  ///< the named rounding, e.g. "half_up 四舍五入"
  std::vector<Warning> warnings = {};
};
using Answer = Result<Computation, std::vector<Problem>>;

/// A rate that a rule rests on and that stands in a rate table of another pack 利率表.
struct Lookup {
  std::string input;              ///< the input that takes it, in percent a year
  std::string table;              ///< "PACK/RULE", a rule of kind rate_table
  std::int64_t term_months = 0;   ///< chooses the column; the day is that for which the rule is asked
};

/// The parameters of one rule, ready to be asked. Immutable.
class RuleBody {
 public:
  RuleBody() = default;
  RuleBody(const RuleBody&) = delete;
  RuleBody& operator=(const RuleBody&) = delete;
  virtual ~RuleBody() = default;

  /// The inputs in the order in which people are asked for them.
  virtual std::vector<Input> inputs() const = 0;
  /// Answers for inputs that `read_inputs` has read.
  virtual Answer evaluate(const Given& given) const = 0;
  /// What to look up where nobody gave it; nothing where the rule needs no table. Whoever asks looks it up and adds it to
  /// the inputs, so that the answer depends on its inputs alone.
  virtual std::optional<Lookup> lookup(const Given& given) const;
};

/// One member of a result, for the documentation.
struct ResultMember {
  std::string_view key;
  std::string_view type;
  std::string_view zh;
  std::string_view en;
};

/// Members of an object that depend on its own member `kind`.
struct Variant {
  std::string_view name;
  FieldTable fields = nullptr;
};

/// One kind of rule.
struct Kind {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
  FieldTable fields = nullptr;
  std::span<const ResultMember> results = {};
  /// Reads parameters that `check_fields` has seen and reports what is wrong between them. Whatever was refused, it
  /// returns a body; it is only asked where nothing was.
  std::unique_ptr<const RuleBody> (*read)(const Parameters& parameters) = nullptr;
  std::string_view example = {};         ///< parameters as JSON
  std::string_view example_inputs = {};  ///< "count=85008 months=12"
  std::span<const Variant> variants = {};  ///< of the member `check`
};

/// All kinds, in the order of the documentation.
std::span<const Kind> kinds();
/// Null where there is none of this name.
const Kind* find_kind(std::string_view name);

/// A refusal with one problem.
Answer refused(Problem problem);

JsonValue json_of(Money amount);
JsonValue json_of(std::int64_t number);
JsonValue json_text(std::string_view text);
JsonValue json_flag(bool value);
JsonValue json_texts(const std::vector<std::string>& texts);
/// [{"reason":"amount","sentence":"…","sentence_en":"…"},…]
JsonValue json_of(const std::vector<Reason>& reasons);

}  // namespace mingzhang::policy
