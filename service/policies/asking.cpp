// SPDX-License-Identifier: Apache-2.0
// Finds the pack that a book computes by, and asks it.
#include "service/policies/asking.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "audit/hash.h"
#include "audit/record.h"
#include "base/text.h"
#include "base/world_error.h"
#include "policy/load.h"
#include "service/policies/shelf.h"
#include "service/reading/outcome.h"

namespace mingzhang::service {
namespace {

using policy::Pack;
using policy::PolicyOutcome;

/// "name=value"; problems for the others.
std::vector<policy::NamedText> named(const RuleQuestion& question, std::vector<Problem>& problems) {
  std::vector<policy::NamedText> inputs;
  for (const std::string& text : question.inputs) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      // What stands there may be a person's number: it is not repeated.
      problems.push_back(Problem{&policy::info_of(PolicyOutcome::InputNotNamed), "--input", ""});
    } else {
      inputs.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
  }
  return inputs;
}

/// Adds what the books know where the rule asks for it.
void add_known(const RuleQuestion& question, const policy::Rule& rule, std::vector<policy::NamedText>& inputs) {
  const std::vector<policy::Input> asked = rule.body->inputs();
  for (const policy::NamedText& known : question.known) {
    const auto has_name = [&known](const auto& one) { return one.name == known.name; };
    if (std::none_of(asked.begin(), asked.end(), has_name)) continue;
    if (std::none_of(inputs.begin(), inputs.end(), has_name)) inputs.push_back(known);
  }
}

/// The pack in the record of its adoption.
Pack pack_in_log(audit::LogStore& log, const policy::Adoption& adoption) {
  std::optional<Pack> pack;
  log.read(adoption.seq, adoption.seq + 1, [&](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    std::optional<Event> event;
    if (parsed) event = decode_event(parsed->kind, parsed->data, record.lines);
    const auto* command = event ? std::get_if<policy::Command>(&event->command) : nullptr;
    const auto* adopted = command == nullptr ? nullptr : std::get_if<policy::AdoptPack>(command);
    if (adopted == nullptr) return false;
    Result<Pack, std::vector<Problem>> loaded = policy::load_pack(adopted->content, "");
    if (loaded && pack_digest(*loaded) == adoption.digest) pack = std::move(loaded).value();
    return false;
  });
  if (pack) return std::move(*pack);
  throw WorldError(WorldFault::Damaged, "the adopted pack of record " + std::to_string(adoption.seq) +
                                            " cannot be read; run verify");
}

bool has_rule(const Pack& pack, const std::string& rule) {
  return std::any_of(pack.rules.begin(), pack.rules.end(), [&rule](const policy::Rule& one) { return one.id == rule; });
}

/// "PACK/RULE" → both; "RULE" → the first is empty.
std::pair<std::string, std::string> split(const std::string& rule) {
  const std::size_t slash = rule.rfind('/');
  if (slash == std::string::npos) return {"", rule};
  return {rule.substr(0, slash), rule.substr(slash + 1)};
}

Refusal not_adopted(const std::string& rule, Date day) {
  const std::string shown = is_plain_text(rule) ? shortened(rule, 80) : std::string();
  return refusal(policy::info_of(PolicyOutcome::NotAdopted), shown + ", " + to_iso(day));
}

/// Runs `body` on the book's adoptions and its log.
Result<Pack, Refusal> with_adoptions(
    const BookPlace& place,
    const std::function<Result<Pack, Refusal>(const std::vector<policy::Adoption>&, audit::LogStore&)>& body) {
  std::optional<Pack> pack;
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.packs->adoptions_of(reading.head.id.value);
    Result<Pack, Refusal> found = body(store->adoptions(), reading.log);
    if (!found) return Err(std::move(found).error());
    pack = std::move(found).value();
    return std::string();
  });
  if (!looked) return Err(looked.error());
  return std::move(*pack);
}

Result<Pack, Refusal> find_adopted(const std::vector<policy::Adoption>& adoptions, audit::LogStore& log, std::string& rule,
                                   Date day) {
  const auto [pack_id, rule_id] = split(rule);
  std::optional<Pack> best;
  for (const policy::Adoption& adoption : adoptions) {
    if (!adoption.validity.holds(day) || (!pack_id.empty() && adoption.pack != pack_id)) continue;
    Pack pack = pack_in_log(log, adoption);
    if (!has_rule(pack, rule_id)) continue;
    if (best) {
      return Err(refusal(policy::info_of(PolicyOutcome::RuleInSeveral), best->id + "/" + rule_id + ", " + pack.id + "/" + rule_id));
    }
    best = std::move(pack);
  }
  if (!best) return Err(not_adopted(rule, day));
  rule = rule_id;
  return std::move(*best);
}

}  // namespace

std::string pack_digest(const Pack& pack) {
  audit::Hasher hasher(audit::Suite::Sha256);
  return audit::hex_of(hasher.plain(policy::canonical_bytes(pack)));
}

Result<policy::Evaluation, Refusal> ask_pack(const Pack& pack, std::string_view digest, const RuleQuestion& question, Date day) {
  const Result<const policy::Rule*, Problem> rule = policy::rule_in_force(pack, question.rule, day);
  if (!rule) return Err(refusal_of(std::vector<Problem>{rule.error()}));
  std::vector<Problem> problems;
  std::vector<policy::NamedText> inputs = named(question, problems);
  if (!problems.empty()) return Err(refusal_of(problems));
  add_known(question, **rule, inputs);
  std::optional<LookedUp> looked_up;
  if (const std::optional<policy::Lookup> lookup = policy::lookup_for(**rule, inputs, day)) {
    looked_up = look_up(*lookup, day, question.tables);
    if (looked_up) inputs.push_back(looked_up->input);
  }
  Result<policy::Evaluation, std::vector<Problem>> answer = policy::evaluate(pack, **rule, inputs, day);
  if (!answer) return Err(refusal_of(answer.error()));
  policy::Evaluation evaluation = std::move(answer).value();
  auto members = evaluation.explanation.members();
  members.emplace_back("sha256", JsonValue::make_text(std::string(digest)));
  if (looked_up) {
    members.emplace_back("lookups", JsonValue::make_array({looked_up->source}));
    for (const policy::Warning& warning : looked_up->warnings) evaluation.warnings.push_back(warning);
  }
  evaluation.explanation = JsonValue::make_object(std::move(members));
  return evaluation;
}

TableFinder adopted_tables(const BookPlace& place) {
  return [place](const std::string& table, Date day) {
    std::string rule = table;
    return adopted_pack_of(place, rule, day);
  };
}

Result<Pack, Refusal> adopted_pack_of(const BookPlace& place, std::string& rule, Date day) {
  return with_adoptions(place, [&](const std::vector<policy::Adoption>& adoptions, audit::LogStore& log) {
    return find_adopted(adoptions, log, rule, day);
  });
}

Result<ChosenRule, Refusal> choose_rule(const BookPlace& place, const RuleWords& words, Date day) {
  RuleQuestion question{words.rule, words.inputs, to_iso(day), day, words.known};
  Result<Pack, Refusal> pack =
      with_adoptions(place, [&](const std::vector<policy::Adoption>& adoptions, audit::LogStore& log) -> Result<Pack, Refusal> {
        question.tables = adoptions.empty() ? shelf_tables(words.site) : adopted_tables(place);
        if (!adoptions.empty()) return find_adopted(adoptions, log, question.rule, day);
        const auto [pack_id, rule_id] = split(words.rule);
        if (pack_id.empty()) return Err(not_adopted(words.rule, day));
        question.rule = rule_id;
        Result<Pack, std::vector<Problem>> chosen = choose_pack(PackChoice{pack_id, std::nullopt, words.site}, day);
        if (!chosen) return Err(refusal_of(chosen.error()));
        return std::move(chosen).value();
      });
  if (!pack) return Err(pack.error());
  return ChosenRule{std::move(pack).value(), std::move(question)};
}

Result<policy::Evaluation, Refusal> ask_rule(const BookPlace& place, const RuleWords& words, const std::string& date) {
  const std::optional<Date> day = parse_date(date);
  if (!day) return Err(refusal(ReadingOutcome::DateBad, is_plain_text(date) ? shortened(date, 40) : ""));
  const Result<ChosenRule, Refusal> chosen = choose_rule(place, words, *day);
  if (!chosen) return Err(chosen.error());
  return ask_pack(chosen->pack, pack_digest(chosen->pack), chosen->question, *day);
}

}  // namespace mingzhang::service
