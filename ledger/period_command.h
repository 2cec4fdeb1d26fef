// SPDX-License-Identifier: Apache-2.0
// Closing, locking and reopening the months of a book.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/outcome.h"
#include "ledger/book.h"

namespace mingzhang::ledger {

enum class PeriodAction : std::uint8_t { Close = 1, Lock = 2, Reopen = 3 };

/// What is done to a month: period/v1. Months close in order and reopen in the opposite order; a lock is for ever.
struct ChangePeriod {
  Month month;
  PeriodAction action = PeriodAction::Close;
  std::string reason;  ///< required for reopening
};

/// The month's trial balance as it stood, written into the record of a close.
struct PeriodDigest {
  std::string sha256;  ///< of `trial_balance_bytes`, 64 hex digits
};

enum class PeriodOutcome : std::uint16_t {
  Ok = 0,
  ReasonMissing = 101,
  TextNotPlain = 102,
  TextTooLong = 103,
  HoldsIdCard = 104,
  BeforeBook = 201,
  AlreadyClosed = 301,
  AlreadyLocked = 302,
  NotClosed = 303,
  EarlierOpen = 304,
  LaterClosed = 305,
  NotOver = 306,
};

std::span<const OutcomeInfo> period_outcomes();
const OutcomeInfo& info_of(PeriodOutcome outcome);

/// "close", "lock", "reopen".
std::string_view word_of(PeriodAction action);

std::vector<Problem> check_request(const ChangePeriod& command);
/// `today`: a month is closed when it is over.
std::vector<Problem> check_state(const ChangePeriod& command, Date today, Book& book);

/// The canonical text that a close digests: one line of JSON per account and fund, by code, each followed by '\n'.
std::string trial_balance_bytes(Month month, Book& book);

/// The digest of a close: `sha256_hex` hashes the trial balance's bytes.
PeriodDigest period_digest(Month month, Book& book, const std::function<std::string(std::string_view)>& sha256_hex);

std::string encode(const ChangePeriod& command, const std::optional<PeriodDigest>& digest);
struct DecodedChangePeriod {
  ChangePeriod command;
  std::optional<PeriodDigest> digest;  ///< only for a close
};
std::optional<DecodedChangePeriod> decode_change_period(const JsonValue& data);
void apply(const ChangePeriod& command, Book& book);

}  // namespace mingzhang::ledger
