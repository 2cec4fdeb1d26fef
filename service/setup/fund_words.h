// SPDX-License-Identifier: Apache-2.0
// Reads the words of one command of the funds and remembers everything that is wrong with them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "funds/accounts.h"
#include "funds/movements.h"
#include "guarantee/command.h"
#include "service/reading/outcome.h"
#include "service/request.h"
#include "service/setup/fund_setup.h"

namespace mingzhang::service {

/// Each function gives a value to go on with, also where the word is wrong; then `finish` refuses.
class FundWords {
 public:
  Date date(const std::string& place, std::string_view word);
  Money amount(const std::string& place, std::string_view word);
  /// A whole number from 1 on.
  std::int64_t number(const std::string& place, std::string_view word);
  /// "A1/2"; empty: none.
  funds::TargetName target(const std::string& place, std::string_view word);
  /// A word that `parse` knows.
  template <class T>
  T choice(const std::string& place, std::string_view word, std::optional<T> (*parse)(std::string_view), T otherwise) {
    const std::optional<T> parsed = parse(word);
    if (!parsed) add(ReadingOutcome::WordBad, place, word);
    return parsed.value_or(otherwise);
  }
  void add(ReadingOutcome outcome, const std::string& place, std::string_view word);

  /// All problems, those of lower numbers first; nothing where every word could be read.
  std::optional<Refusal> refused();
  /// The command, or all problems.
  NewFundCommand finish(funds::Command command);
  NewCommand finish(guarantee::Command command);

 private:
  std::vector<CommandProblem> problems_;
};

/// The accounts that were given, and those of `usual` where nothing was given.
funds::Accounts accounts_of(const AccountWords& words, const funds::Accounts& usual);

/// The words of a text, cut at blanks.
std::vector<std::string_view> words_of(std::string_view text);

/// "121401" for townships and villages, "121402" for the others: what targets of this kind are given money on.
std::string prepaid_account(funds::TargetKind kind);
/// The same for a target of the book; as for townships where there is none, which is refused later.
Result<std::string, Refusal> prepaid_account_of(const BookPlace& place, const funds::TargetName& name);

/// What the record `seq` did to the funds; nothing where it did something else or cannot be read.
std::optional<funds::Command> recorded_command(audit::LogStore& log, std::int64_t seq);

}  // namespace mingzhang::service
