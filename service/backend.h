// SPDX-License-Identifier: Apache-2.0
// What a program gets from the store without knowing it: opening, copying and restoring a database.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "base/outcome.h"
#include "base/result.h"
#include "service/opened_database.h"
#include "service/request.h"
#include "service/verify.h"

namespace mingzhang::service {

/// How a database is opened.
enum class Access : std::uint8_t {
  Read = 1,    ///< never changed; must be there
  Write = 2,   ///< must be there
  Create = 3,  ///< made where it is missing
  Upgrade = 4,  ///< as Write, and an older schema on a server is brought up to date
};

/// Looks at an opened copy and says what is wrong with it; empty: nothing.
using VerifyCopy = std::function<std::string(const OpenedDatabase&)>;

/// A copy that was made.
struct CopyReport {
  std::uint64_t bytes = 0;
  std::string kept_aside;  ///< where a replaced database is now; empty where there was none
};

/// The doors of the store. Those that open, copy or restore throw WorldError when the world fails.
struct Backend {
  /// True where a file stands at the address. An address of another kind counts as existing: opening it decides.
  std::function<bool(const std::string& url)> exists;
  std::function<OpenedDatabase(const std::string& url, Access access)> open;
  OpenScratch open_scratch;
  /// Copies the database at `url` into `file`, which must not exist.
  std::function<Result<CopyReport, Problem>(const std::string& url, const std::string& file, const VerifyCopy&)> back_up;
  struct RestoreOrder {
    std::string file;
    std::string url;
    bool replaces = false;
  };
  std::function<Result<CopyReport, Problem>(const RestoreOrder&, const VerifyCopy&)> restore;
  std::span<const OutcomeInfo> backup_outcomes;
};

/// Opens, or refuses with a sentence: a missing database that is not to be made is `ReadingOutcome::DatabaseMissing`,
/// failures of the world are REQ-9xx.
Result<OpenedDatabase, Refusal> open_database(const Backend& backend, const std::string& url, Access access);

}  // namespace mingzhang::service
