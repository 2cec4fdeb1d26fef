// SPDX-License-Identifier: Apache-2.0
// Asking a rule for a day, and the answer as it goes into a record.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "policy/evaluate.h"
#include "policy/pack.h"
#include "service/policies/rate_lookup.h"
#include "service/policies/shelf.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// A question to a rule, as a person puts it.
struct RuleQuestion {
  std::string rule;
  std::vector<std::string> inputs;  ///< "name=value"
  std::string date;                 ///< ISO; empty: the day in force that is nearest to `today`
  Date today;
  std::vector<policy::NamedText> known = {};  ///< inputs from the books, used where the rule asks and nobody says
  TableFinder tables = {};  ///< where the rates stand that a rule rests on; without it they must be given
};

/// SHA-256 of the pack's canonical bytes, 64 hex digits.
std::string pack_digest(const policy::Pack& pack);

/// Asks the rule that is in force on `day`. A rate that the rule needs and nobody gave is looked up in `question.tables`;
/// the explanation then has a member `lookups` with table, pack, digest and rate. The explanation holds the pack's digest besides (member `sha256`), so that an
/// auditor knows by which bytes it was computed. `digest` is what `pack_digest` says; who asks often computes it once.
Result<policy::Evaluation, Refusal> ask_pack(const policy::Pack& pack, std::string_view digest, const RuleQuestion& question,
                                             Date day);

/// Rules as a command of money names them.
struct RuleWords {
  std::string rule;                 ///< "PACK/RULE", or "RULE" where one adopted pack has it
  std::vector<std::string> inputs;  ///< "name=value"
  std::vector<PackFile> site;       ///< packs of the site
  std::vector<policy::NamedText> known = {};
};

/// Asks a rule for a day (ISO). A book that has adopted packs is asked by those in force on the day, read from its own
/// log: POLICY-506 where none has the rule, POLICY-508 where several have. A book that has adopted none uses the packs
/// that are shipped or in `site`.
Result<policy::Evaluation, Refusal> ask_rule(const BookPlace& place, const RuleWords& words, const std::string& date);

/// The pack that answers and the question to it, for who asks one rule many times by `ask_pack`.
struct ChosenRule {
  policy::Pack pack;
  RuleQuestion question;
};
Result<ChosenRule, Refusal> choose_rule(const BookPlace& place, const RuleWords& words, Date day);

/// The rate tables of the packs that a book has adopted.
TableFinder adopted_tables(const BookPlace& place);

/// The adopted pack that has the rule on the day. `rule` as in `RuleWords`; it is cut to the rule's own id.
Result<policy::Pack, Refusal> adopted_pack_of(const BookPlace& place, std::string& rule, Date day);

}  // namespace mingzhang::service
