// SPDX-License-Identifier: Apache-2.0
// A policy pack 规则包: the rules that one document sets, with where each stands and what had to be assumed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"
#include "policy/kind.h"
#include "policy/validity.h"

namespace mingzhang::policy {

/// What a document does not say and the pack decided.
struct Assumption {
  std::string reason;
  std::string reason_en;
};

/// Where a rule stands in its document.
struct Source {
  std::string article;  ///< empty where the document has none
  std::string quote;    ///< its own words
};

/// The document that sets the rules.
struct Document {
  std::string title;
  std::string number;  ///< 文号; empty where there is none
  std::string date;    ///< ISO; empty where unknown
  std::string issuer;
  std::string file;
};

struct Rule {
  std::string id;
  const Kind* kind = nullptr;
  std::string title;
  std::string title_en;
  Source source;
  Validity validity;
  std::vector<Assumption> assumptions;
  JsonValue parameters;
  std::unique_ptr<const RuleBody> body;
};

/// A pack as it was loaded. It can be moved, not copied.
struct Pack {
  std::string id;
  std::int64_t version = 0;
  std::string title;
  std::string title_en;
  std::string place;
  std::string division;
  Document document;
  Validity validity;
  std::vector<Assumption> assumptions;
  std::vector<Rule> rules;
  JsonValue source;  ///< the whole pack as it was read
};

/// The one byte form of a pack (base/json.h), for its digest and for the record of its adoption. White space and the
/// order of keys in the file do not matter, every value does.
std::string canonical_bytes(const Pack& pack);

/// The rule of this id that is in force on `day`. POLICY-202 where the pack has no such rule, POLICY-204 with the
/// versions before and after where none is in force.
Result<const Rule*, Problem> rule_in_force(const Pack& pack, std::string_view id, Date day);

/// The pack of this id that is in force on `day`, of several the highest version. POLICY-201, POLICY-203 likewise.
Result<const Pack*, Problem> pack_in_force(std::span<const Pack> packs, std::string_view id, Date day);

/// `day` where a rule of this id is in force then, else the nearest day on which one is; nothing where there is no such
/// rule.
std::optional<Date> nearest_day_in_force(const Pack& pack, std::string_view id, Date day);

}  // namespace mingzhang::policy
