// SPDX-License-Identifier: Apache-2.0
// Looking at policy packs and asking their rules, rendered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/input.h"
#include "service/policy_shelf.h"
#include "service/reading.h"
#include "service/reading_lists.h"

namespace mingzhang::service {

/// Everything that is wrong with a pack, or what it holds.
TextResult check_pack(const PackFile& file, Format format);
/// Every pack on the shelf.
TextResult list_packs(const PolicyShelf& shelf, Format format);
/// One pack: its document, validity, assumptions and rules; as JSON the pack in its canonical form and its SHA-256.
TextResult show_pack(const policy::Pack& pack, Format format);
/// What changed between two packs.
TextResult diff_packs(const policy::Pack& before, const policy::Pack& after, Format format);
/// docs/POLICY_FIELDS.md.
std::string policy_fields();

/// The rules of a pack with their kinds and validity.
TextResult list_rules(const policy::Pack& pack, Format format);
/// A rule in force on `day`, or all versions of it: kind, inputs, source, assumptions, parameters.
TextResult show_rule(const policy::Pack& pack, const std::string& rule, Format format);

/// A question to a rule, as a person puts it.
struct RuleQuestion {
  std::string rule;
  std::vector<std::string> inputs;  ///< "name=value"
  std::string date;                 ///< ISO; empty: the day in force that is nearest to `today`
  Date today;
};
/// {"explanation":{…},"result":{…}}, or the same for people.
TextResult evaluate_rule(const policy::Pack& pack, const RuleQuestion& question, Format format);

}  // namespace mingzhang::service
