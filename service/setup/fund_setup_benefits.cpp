// SPDX-License-Identifier: Apache-2.0
// Reads benefits, with what the books and a rule say of them.
#include <optional>
#include <utility>

#include "base/text.h"
#include "service/setup/fund_setup.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

/// What this person claimed and got under this rule in this year so far. For a benefit that is in the books already, what
/// its own record says: the same order again must be the same command, whatever was granted since.
Result<funds::BenefitTotal, Refusal> total_so_far(const BookPlace& place, const funds::BenefitKey& key,
                                                  const std::string& code) {
  funds::BenefitTotal total{key, Money(), Money()};
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.funds->funds_of(reading.head.id);
    if (const std::optional<funds::BenefitTotal> found = store->benefit_total(key)) total = *found;
    const std::optional<funds::Movement> movement = store->movement(code);
    if (!movement || movement->kind != funds::MovementKind::Benefit) return std::string();
    const std::optional<funds::Command> recorded = recorded_command(reading.log, movement->seq);
    const auto* granted = recorded ? std::get_if<funds::GrantBenefit>(&*recorded) : nullptr;
    if (granted != nullptr) total = funds::BenefitTotal{key, granted->claimed_before, granted->paid_before};
    return std::string();
  });
  if (!looked) return Err(looked.error());
  return total;
}

std::int64_t year_of(FundWords& words, const NewBenefit& benefit) {
  if (!benefit.year.empty()) return words.number("--year", benefit.year);
  return words.date("--date", benefit.date).year();
}

/// Puts the rule's member where nothing was given; false where another amount was.
bool take_or_compare(std::string& given, const JsonValue& result, const char* member) {
  const JsonValue* found = result.find(member);
  if (found == nullptr || found->as_text() == nullptr) return true;
  if (given.empty()) given = *found->as_text();
  const auto said = parse_yuan(given);
  const auto computed = parse_yuan(*found->as_text());
  return !said || !computed || *said == *computed;  // what cannot be read is told by its own refusal
}

std::string rule_id_of(const std::string& rule) { return rule.substr(rule.rfind('/') + 1); }

}  // namespace

NewFundCommand grant_benefit(const BookPlace& place, const NewBenefit& benefit) {
  FundWords words;
  funds::GrantBenefit command;
  command.code = benefit.code;
  command.indicator = benefit.indicator;
  command.project = benefit.project;
  command.programme = benefit.programme;
  command.person = benefit.person;
  command.household = benefit.household;
  command.date = words.date("--date", benefit.date);
  command.year = benefit.year.empty() ? command.date.year() : words.number("--year", benefit.year);
  command.claim = benefit.claim;
  command.eligible = words.amount("--eligible", benefit.eligible);
  command.amount = words.amount("--amount", benefit.amount);
  const funds::BenefitKey key{command.programme, command.person, command.year};
  const auto before = total_so_far(place, key, command.code);
  if (!before) return Err(before.error());
  command.claimed_before = before->claimed;
  command.paid_before = before->paid;
  if (!benefit.claimed_before.empty()) command.claimed_before = words.amount("--claimed-before", benefit.claimed_before);
  if (!benefit.paid_before.empty()) command.paid_before = words.amount("--paid-before", benefit.paid_before);
  command.explanation = benefit.explanation;
  // A claim below the threshold only counts towards it: no money moves.
  if (!command.amount.is_zero()) {
    command.accounts = accounts_of(benefit.accounts, {"500105", "100201", "710101", "800102"});
  }
  return words.finish(std::move(command));
}

NewFundCommand grant_benefit(const BookPlace& place, NewBenefit benefit, RuleWords rule) {
  if (!benefit.explanation.empty()) return Err(refusal(ReadingOutcome::ExplainedTwice, ""));
  if (benefit.programme.empty()) benefit.programme = rule_id_of(rule.rule);
  FundWords words;
  const funds::BenefitKey key{benefit.programme, benefit.person, year_of(words, benefit)};
  const auto before = total_so_far(place, key, benefit.code);
  if (!before) return Err(before.error());
  const auto know = [&rule](const char* name, const std::string& given, const std::string& otherwise) {
    const std::string& value = given.empty() ? otherwise : given;
    if (!value.empty()) rule.known.push_back({name, value});
  };
  know("cost", benefit.eligible, "");
  know("claimed_before", benefit.claimed_before, to_yuan(before->claimed));
  know("paid_before", benefit.paid_before, to_yuan(before->paid));
  const Result<policy::Evaluation, Refusal> answer = ask_rule(place, rule, benefit.date);
  if (!answer) return Err(answer.error());
  for (const auto& [given, member] : {std::pair{&benefit.eligible, "eligible"}, std::pair{&benefit.amount, "benefit"}}) {
    if (take_or_compare(*given, answer->result, member)) continue;
    const std::string place_of = std::string("--") + (given == &benefit.amount ? "amount" : "eligible");
    words.add(ReadingOutcome::RuleDiffers, place_of, *given + " ≠ " + *answer->result.find(member)->as_text());
    return words.finish(funds::GrantBenefit());
  }
  benefit.explanation = answer->explanation.bytes();
  return grant_benefit(place, benefit);
}

NewFundCommand explained(const BookPlace& place, funds::Command command, const RuleWords& rule, const std::string& date) {
  const Result<policy::Evaluation, Refusal> answer = ask_rule(place, rule, date);
  if (!answer) return Err(answer.error());
  const bool is_taken = std::visit(
      [&answer](auto& one) {
        if constexpr (requires { one.explanation; }) {
          if (one.explanation.empty()) {
            one.explanation = answer->explanation.bytes();
            return true;
          }
        }
        return false;
      },
      command);
  if (!is_taken) return Err(refusal(ReadingOutcome::ExplainedTwice, ""));
  return command;
}

}  // namespace mingzhang::service
