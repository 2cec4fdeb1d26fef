// SPDX-License-Identifier: Apache-2.0
// The names of a book's keys, which are the origins of its trees.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/hash.h"

namespace mingzhang::audit {

/// What a key's name says besides book and suite. The first life of a log is "BUREAU/ledger/BOOK/SUITE". A log that was set
/// back behind what was published, and goes on by a recorded decision, is another log to everybody who saw the first:
/// "BUREAU/ledger/BOOK/SUITE/2", then "…/3".
struct LogName {
  std::string bureau;
  int life = 1;  ///< from 1 to 999
  friend bool operator==(const LogName&, const LogName&) = default;
};

/// Nothing where the name is not one of this book and suite.
/// Example: "weining.gov/ledger/B1/sm3/2" for B1 and SM3 is {"weining.gov", 2}.
std::optional<LogName> parse_log_name(std::string_view name, std::string_view book, Suite suite);

/// The inverse. Requires: 1 ≤ life ≤ 999, no empty part.
std::string text_of(const LogName& name, std::string_view book, Suite suite);

}  // namespace mingzhang::audit
