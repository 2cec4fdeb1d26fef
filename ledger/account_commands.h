// SPDX-License-Identifier: Apache-2.0
// Adding and changing accounts of the chart.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "ledger/book.h"

namespace mingzhang::ledger {

/// Adds an account: account/v1.
struct AddAccount {
  std::string code;
  std::string name;
  AccountClass account_class = AccountClass::Unclassified;
  Side normal_side = Side::Debit;
  std::string parent;     ///< code of the account above it; empty: first level
  std::string closes_to;  ///< code that takes its balance at the year's end; may name a later account; may be empty
  bool never_negative = false;
};

/// What happens to an account.
enum class AccountAction : std::uint8_t {
  Freeze = 1,
  Unfreeze = 2,
  Close = 3,               ///< for ever; its balance must be zero
  ForbidNegative = 4,      ///< from now on never negative; must hold for every day of the past
  AllowNegative = 5,
};

/// Changes an account: account_change/v1. Code, class and side never change.
struct ChangeAccount {
  std::string code;
  AccountAction action = AccountAction::Freeze;
  std::string reason;
};

enum class AccountOutcome : std::uint16_t {
  Ok = 0,
  CodeBad = 101,
  NameMissing = 102,
  TextNotPlain = 103,
  TextTooLong = 104,
  HoldsIdCard = 105,
  ReasonMissing = 106,
  ParentUnknown = 201,
  AccountUnknown = 202,
  AccountExists = 301,
  ParentHasLines = 302,
  ParentClosed = 303,
  ParentOfOtherSet = 304,
  AlreadySo = 305,
  AccountClosed = 306,
  BalanceNotZero = 401,
  WasNegative = 402,
};

std::span<const OutcomeInfo> account_outcomes();
const OutcomeInfo& info_of(AccountOutcome outcome);

/// "freeze", "unfreeze", "close", "forbid_negative", "allow_negative".
std::string_view word_of(AccountAction action);
std::optional<AccountAction> parse_account_action(std::string_view word);

std::vector<Problem> check_request(const AddAccount& command);
std::vector<Problem> check_request(const ChangeAccount& command);
std::vector<Problem> check_state(const AddAccount& command, Book& book);
std::vector<Problem> check_state(const ChangeAccount& command, Book& book);
std::string encode(const AddAccount& command);
std::string encode(const ChangeAccount& command);
std::optional<AddAccount> decode_add_account(const JsonValue& data);
std::optional<ChangeAccount> decode_change_account(const JsonValue& data);
void apply(const AddAccount& command, Book& book);
void apply(const ChangeAccount& command, Book& book);

}  // namespace mingzhang::ledger
