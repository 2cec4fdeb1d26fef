// SPDX-License-Identifier: Apache-2.0
// Reads payment lists, what happens to their rows, and benefits.
#include <algorithm>
#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "service/setup/fund_setup.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

constexpr const char* kBank = "100201";
constexpr const char* kHouseholdGrants = "500101";
constexpr const char* kToBePaidAgain = "230702";

funds::SubmittedRow row_of(FundWords& words, const std::string& place, std::string_view text) {
  const std::vector<std::string_view> parts = words_of(text);
  funds::SubmittedRow row;
  if (parts.size() < 2 || parts.size() > 3) {
    words.add(ReadingOutcome::PartsBad, place, "");  // it may hold a name
    return row;
  }
  row.household = std::string(parts[0]);
  row.amount = words.amount(place, parts[1]);
  if (parts.size() == 3) row.person = std::string(parts[2]);
  return row;
}

/// What pays the list: the bank with a budget entry, or what its target was given.
Result<funds::Accounts, Refusal> payers_of(const BookPlace& place, const std::string& code) {
  funds::Accounts accounts{kHouseholdGrants, kBank, "710101", "800102"};
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.funds->funds_of(reading.head.id);
    const std::optional<funds::DisbursementList> list = store->list(code);
    if (!list || list->target.number == 0) return std::string();
    const std::optional<funds::Target> target = store->target(list->target);
    if (target) accounts = funds::Accounts{kHouseholdGrants, prepaid_account(target->kind), "", ""};
    return std::string();
  });
  if (!looked) return Err(looked.error());
  return accounts;
}

funds::Accounts usual_accounts(funds::RowAction action) {
  switch (action) {
    case funds::RowAction::Return: return {kBank, kToBePaidAgain, "", ""};
    case funds::RowAction::Repay: return {kToBePaidAgain, kBank, "", ""};
    case funds::RowAction::Cancel: return {kToBePaidAgain, kHouseholdGrants, "", ""};
  }
  return {};
}

}  // namespace

NewFundCommand submit_list(const NewList& list) {
  FundWords words;
  funds::SubmitList command;
  command.code = list.code;
  command.indicator = list.indicator;
  command.target = words.target("--target", list.target);
  command.project = list.project;
  command.title = list.title;
  command.date = words.date("--date", list.date);
  command.publicity_end =
      list.publicity_end.empty() ? command.date : words.date("--publicity-end", list.publicity_end);
  command.total = words.amount("--total", list.total);
  for (std::size_t index = 0; index < list.rows.size(); ++index) {
    command.rows.push_back(row_of(words, "--row " + std::to_string(index + 1), list.rows[index]));
  }
  command.explanation = list.explanation;
  NewFundCommand read = words.finish(command);
  if (!read) return read;
  seal_list(command);
  return funds::Command(std::move(command));
}

void seal_list(funds::SubmitList& list) {
  // Rows that cannot be written are refused by the checks, whatever their digest.
  const bool is_plain = std::all_of(list.rows.begin(), list.rows.end(), [](const funds::SubmittedRow& row) {
    return is_plain_text(row.household) && is_plain_text(row.person);
  });
  audit::Hasher sha256(audit::Suite::Sha256);
  list.digest = audit::hex_of(sha256.plain(is_plain ? funds::list_rows_bytes(list.rows) : std::string()));
}

NewFundCommand pay_list(const BookPlace& place, const ListPayment& payment) {
  FundWords words;
  funds::PayList command;
  command.code = payment.code;
  command.list = payment.list;
  command.date = words.date("--date", payment.date);
  Result<funds::Accounts, Refusal> usual = payers_of(place, payment.list);
  if (!usual) return Err(std::move(usual).error());
  command.accounts = accounts_of(payment.accounts, *usual);
  return words.finish(std::move(command));
}

NewFundCommand change_rows(const RowChange& change, funds::RowAction action) {
  FundWords words;
  funds::ChangeRows command;
  command.code = change.code;
  command.list = change.list;
  command.action = action;
  command.date = words.date("--date", change.date);
  for (const std::string& row : change.rows) {
    command.rows.push_back(funds::ChangedRow{words.number("--row", row), change.reason, change.payee});
  }
  // One account belongs to one row.
  if (!change.payee.empty() && change.rows.size() != 1) words.add(ReadingOutcome::PartsBad, "--payee", "");
  command.accounts = accounts_of(change.accounts, usual_accounts(action));
  return words.finish(std::move(command));
}

NewFundCommand return_rows(const RowChange& change) { return change_rows(change, funds::RowAction::Return); }
NewFundCommand repay_rows(const RowChange& change) { return change_rows(change, funds::RowAction::Repay); }
NewFundCommand cancel_rows(const RowChange& change) { return change_rows(change, funds::RowAction::Cancel); }

NewFundCommand withdraw_list(const std::string& code, const std::string& list, const std::string& date,
                             const std::string& reason) {
  FundWords words;
  funds::WithdrawList command;
  command.code = code;
  command.list = list;
  command.date = words.date("--date", date);
  command.reason = reason;
  return words.finish(std::move(command));
}

}  // namespace mingzhang::service
