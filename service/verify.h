// SPDX-License-Identifier: Apache-2.0
// Proving a database: every hash recomputed, every record checked again, every projection compared with a replay.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.h"
#include "service/opened_database.h"

namespace mingzhang::service {

/// What can be wrong with a book, in the order in which it is looked for.
enum class VerifyOutcome : std::uint16_t {
  Ok = 0,
  Unreadable = 101,
  RecordMissing = 201,
  BytesChanged = 202,
  NotARecord = 203,
  WrongPlace = 204,
  LinesChanged = 205,
  UnknownContent = 206,
  BreaksRule = 207,
  WrongNumber = 208,
  WrongPeople = 209,
  WrongPeriodDigest = 210,
  WrongRequest = 211,
  CountDiffers = 301,
  RootDiffers = 302,
  ProjectionDiffers = 401,
  CheckpointDiffers = 402,
};

std::span<const OutcomeInfo> verify_outcomes();
const OutcomeInfo& info_of(VerifyOutcome outcome);

struct BookVerdict {
  std::string book;
  std::int64_t records = 0;     ///< that were read
  std::string sha256_root;      ///< over the records read, hex
  std::string sm3_root;
  std::optional<Problem> first_problem;
};

struct VerifyReport {
  std::vector<BookVerdict> books;
  /// False where a book has a problem or a named book does not exist.
  bool is_ok() const;
};

/// Opens an empty database for the replay.
using OpenScratch = std::function<OpenedDatabase()>;

/// Told now and then how many of how many records of a book have been read.
using VerifyProgress = std::function<void(const std::string& book, std::int64_t done, std::int64_t all)>;

/// Verifies one book (`only` not empty) or all of them, in one read transaction, changing nothing. INV-09.
/// Never throws for a damaged database: that is a verdict.
VerifyReport verify(const OpenedDatabase& opened, std::string_view only, const OpenScratch& open_scratch,
                    const VerifyProgress& progress);

}  // namespace mingzhang::service
