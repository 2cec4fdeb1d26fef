// SPDX-License-Identifier: Apache-2.0
// Reads reviews, payments and claw-backs.
#include "service/banks/subsidy_setup.h"

#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "loans/subsidy_outcome.h"
#include "service/reading/outcome.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using loans::SubsidyAccounts;
using loans::SubsidyOutcome;
using loans::SubsidyRow;
using loans::SubsidyState;

constexpr const char* kSubsidyExpense = "500107";
constexpr const char* kBank = "100201";

/// A claim with its lines, as they stand in the book.
struct StoredClaim {
  loans::SubsidyClaim claim;
  std::vector<SubsidyRow> rows;
};

Result<StoredClaim, Refusal> stored_claim(const BookPlace& place, const std::string& code) {
  std::optional<StoredClaim> found;
  const TextResult read = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    const auto claim = store->subsidies().subsidy_claim(code);
    if (!claim) return Err(refusal(loans::info_of(SubsidyOutcome::ClaimUnknown), is_plain_text(code) ? shortened(code, 60) : ""));
    found = StoredClaim{*claim, store->subsidies().subsidy_rows_of(claim->id)};
    return std::string();
  });
  if (!read) return Err(read.error());
  return std::move(*found);
}

NewLoanCommand finished(FundWords& words, loans::Command command) {
  const NewFundCommand read = words.finish(funds::Command());
  if (!read) return Err(read.error());
  return command;
}

/// "3=reason"
loans::LineVerdict verdict_of(FundWords& words, const char* option, const std::string& text, SubsidyState verdict) {
  const std::size_t equals = text.find('=');
  loans::LineVerdict line;
  line.number = words.number(option, std::string_view(text).substr(0, equals));
  line.verdict = verdict;
  if (equals != std::string::npos) line.reason = text.substr(equals + 1);
  return line;
}

/// "payer=debit/credit/fund" for the payers of the claim; the others get what `usual` has.
std::vector<SubsidyAccounts> read_accounts(FundWords& words, const std::vector<std::string>& given,
                                           std::vector<SubsidyAccounts> usual) {
  for (const std::string& text : given) {
    const std::size_t equals = text.find('=');
    const std::size_t slash = text.find('/', equals == std::string::npos ? 0 : equals);
    if (equals == std::string::npos || slash == std::string::npos) {
      words.add(ReadingOutcome::PartsBad, "--accounts", text);
      continue;
    }
    SubsidyAccounts one;
    one.payer = text.substr(0, equals);
    one.debit = text.substr(equals + 1, slash - equals - 1);
    const std::size_t second = text.find('/', slash + 1);
    one.credit = text.substr(slash + 1, second == std::string::npos ? std::string::npos : second - slash - 1);
    if (second != std::string::npos) one.fund = text.substr(second + 1);
    bool is_known = false;
    for (SubsidyAccounts& stands : usual) {
      if (stands.payer != one.payer) continue;
      stands = one;
      is_known = true;
    }
    if (!is_known) usual.push_back(one);  // refused by the state: the payers differ
  }
  return usual;
}

}  // namespace

NewLoanCommand claim_of(SubsidyList list) {
  if (list.command.rows.empty()) {
    return Err(refusal(loans::info_of(SubsidyOutcome::NothingToClaim), std::to_string(list.left_out.size())));
  }
  return loans::Command(std::move(list.command));
}

NewLoanCommand review_subsidy(const BookPlace& place, const NewSubsidyReview& given) {
  FundWords words;
  loans::ReviewSubsidy command;
  command.code = given.code;
  command.claim = given.claim;
  command.date = words.date("--date", given.date);
  std::set<std::int64_t> named;
  const auto add = [&](const char* option, const std::vector<std::string>& texts, SubsidyState verdict) {
    for (const std::string& text : texts) {
      if (text == "all") continue;
      command.verdicts.push_back(verdict_of(words, option, text, verdict));
      named.insert(command.verdicts.back().number);
    }
  };
  add("--dispute", given.disputed, SubsidyState::Disputed);
  add("--reject", given.rejected, SubsidyState::Rejected);
  add("--pass", given.passed, SubsidyState::Passed);
  for (const std::string& text : given.passed) {
    if (text != "all") continue;
    const auto stored = stored_claim(place, given.claim);
    if (!stored) return Err(stored.error());
    for (const SubsidyRow& row : stored->rows) {
      if (row.state != SubsidyState::Claimed || !named.insert(row.number).second) continue;
      command.verdicts.push_back({row.number, SubsidyState::Passed, ""});
    }
  }
  return finished(words, std::move(command));
}

NewLoanCommand pay_subsidy(const BookPlace& place, const NewSubsidyPayment& given) {
  FundWords words;
  loans::PaySubsidy command;
  command.code = given.code;
  command.claim = given.claim;
  command.date = words.date("--date", given.date);
  const auto stored = stored_claim(place, given.claim);
  if (!stored) return Err(stored.error());
  std::vector<SubsidyAccounts> usual;
  for (const loans::SubsidyPayer& payer : stored->claim.payers) usual.push_back({payer.payer, "", kSubsidyExpense, kBank});
  command.accounts = read_accounts(words, given.accounts, std::move(usual));
  for (const SubsidyRow& row : stored->rows) {
    if (row.state == SubsidyState::Passed) command.amount += row.subsidy;
  }
  if (command.amount.is_zero()) return Err(refusal(loans::info_of(SubsidyOutcome::NothingToPay), given.claim));
  return finished(words, std::move(command));
}

NewLoanCommand claw_back_subsidy(const BookPlace& place, const NewSubsidyClawBack& given) {
  FundWords words;
  loans::ClawBackSubsidy command;
  command.code = given.code;
  command.claim = given.claim;
  command.line = words.number("--line", given.line);
  command.date = words.date("--date", given.date);
  command.reason = given.reason;
  const auto stored = stored_claim(place, given.claim);
  if (!stored) return Err(stored.error());
  std::vector<SubsidyAccounts> usual;
  for (const SubsidyAccounts& paid : stored->claim.accounts) usual.push_back({paid.payer, paid.fund, paid.credit, paid.debit});
  command.accounts = read_accounts(words, given.accounts, std::move(usual));
  if (!given.amount.empty()) command.amount = words.amount("--amount", given.amount);
  for (const SubsidyRow& row : stored->rows) {
    if (!given.amount.empty() || row.number != command.line) continue;
    if (row.state != SubsidyState::Paid || row.standing().is_zero()) {
      const std::string state = std::string(loans::chinese_of(row.state)) + " " + std::string(loans::word_of(row.state));
      return Err(refusal(loans::info_of(SubsidyOutcome::LineStateWrong), given.line + ": " + state));
    }
    command.amount = row.standing();
  }
  return finished(words, std::move(command));
}

}  // namespace mingzhang::service
