// SPDX-License-Identifier: Apache-2.0
// Reads dates, amounts, numbers and targets.
#include "service/setup/fund_words.h"

#include <algorithm>
#include <charconv>

#include "audit/record.h"
#include "base/text.h"

namespace mingzhang::service {

void FundWords::add(ReadingOutcome outcome, const std::string& place, std::string_view word) {
  const std::string shown = is_plain_text(word) ? shortened(word, 60) : std::string();
  problems_.push_back(CommandProblem{0, Problem{&info_of(outcome), place, shown}});
}

Date FundWords::date(const std::string& place, std::string_view word) {
  const std::optional<Date> parsed = parse_date(word);
  if (!parsed) add(ReadingOutcome::DateBad, place, word);
  return parsed.value_or(Date());
}

Money FundWords::amount(const std::string& place, std::string_view word) {
  const Result<Money, AmountProblem> parsed = parse_yuan(word);
  if (parsed) return *parsed;
  add(ReadingOutcome::AmountBad, place, word);
  return Money();
}

std::int64_t FundWords::number(const std::string& place, std::string_view word) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc() && end == word.data() + word.size() && value > 0) return value;
  add(ReadingOutcome::NumberBad, place, word);
  return 0;
}

funds::TargetName FundWords::target(const std::string& place, std::string_view word) {
  funds::TargetName name;
  if (word.empty()) return name;
  const std::size_t slash = word.rfind('/');
  if (slash == std::string_view::npos || slash == 0) {
    add(ReadingOutcome::PartsBad, place, word);
    return name;
  }
  name.allocation = std::string(word.substr(0, slash));
  name.number = number(place, word.substr(slash + 1));
  return name;
}

std::optional<Refusal> FundWords::refused() {
  if (problems_.empty()) return std::nullopt;
  std::stable_sort(problems_.begin(), problems_.end(), [](const CommandProblem& a, const CommandProblem& b) {
    return a.problem.info->number < b.problem.info->number;
  });
  return Refusal{std::move(problems_)};
}

NewCommand FundWords::finish(guarantee::Command command) {
  if (std::optional<Refusal> found = refused()) return Err(std::move(*found));
  return Command(std::move(command));
}

NewFundCommand FundWords::finish(funds::Command command) {
  if (std::optional<Refusal> refusal = refused()) return Err(std::move(*refusal));
  return command;
}

funds::Accounts accounts_of(const AccountWords& words, const funds::Accounts& usual) {
  const auto choose = [](const std::string& given, const std::string& otherwise) {
    if (given == "-") return std::string();
    return given.empty() ? otherwise : given;
  };
  return funds::Accounts{choose(words.debit, usual.debit), choose(words.credit, usual.credit),
                         choose(words.budget_debit, usual.budget_debit),
                         choose(words.budget_credit, usual.budget_credit)};
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty()) return words;
    words.push_back(text.substr(0, text.find(' ')));
    text.remove_prefix(words.back().size());
  }
}

std::string prepaid_account(funds::TargetKind kind) {
  const bool is_place = kind == funds::TargetKind::Township || kind == funds::TargetKind::Village;
  return is_place ? "121401" : "121402";
}

Result<std::string, Refusal> prepaid_account_of(const BookPlace& place, const funds::TargetName& name) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.funds->funds_of(reading.head.id);
    const std::optional<funds::Movement> allocation = store->movement(name.allocation);
    std::optional<funds::Target> target;
    if (allocation) target = store->target(funds::TargetKey{allocation->id, name.number});
    return prepaid_account(target ? target->kind : funds::TargetKind::Township);
  });
}

std::optional<funds::Command> recorded_command(audit::LogStore& log, std::int64_t seq) {
  std::optional<funds::Command> command;
  log.read(seq, seq + 1, [&command](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    if (parsed) command = funds::decode_command(parsed->kind, parsed->data);
    return false;
  });
  return command;
}

}  // namespace mingzhang::service
