// SPDX-License-Identifier: Apache-2.0
// Looking at policy packs and asking their rules, rendered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/policies/asking.h"
#include "service/policies/shelf.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Everything that is wrong with a pack, or what it holds.
TextResult check_pack(const PackFile& file, Format format);
/// The shipped packs and those of the site. Files that cannot be loaded are left out; `left_out` says why.
TextResult list_packs(const std::vector<PackFile>& site, Format format, std::vector<Problem>& left_out);
/// One pack: its document, validity, assumptions and rules; as JSON the pack in its canonical form and its SHA-256.
TextResult show_pack(const PackChoice& choice, Format format);
/// What changed between two packs.
TextResult diff_packs(const PackChoice& before, const PackChoice& after, Format format);
/// docs/POLICY_FIELDS.md.
std::string policy_fields();

/// The rules of a pack with their kinds and validity.
TextResult list_rules(const PackChoice& choice, Format format);
/// All versions of a rule: kind, inputs, source, assumptions, parameters.
TextResult show_rule(const PackChoice& choice, const std::string& rule, Format format);

/// {"explanation":{…},"result":{…}}, or the same for people.
TextResult evaluate_rule(const PackChoice& choice, const RuleQuestion& question, Format format);
/// The same by the packs that a book has adopted; `rule` may be "PACK/RULE", and without a date it is today.
TextResult evaluate_rule(const BookPlace& place, const RuleQuestion& question, Format format);

}  // namespace mingzhang::service
