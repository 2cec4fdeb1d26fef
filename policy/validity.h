// SPDX-License-Identifier: Apache-2.0
// The days on which a pack or a rule is in force.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace mingzhang::policy {

/// Days on which something is in force: [from, to), without `to` for ever.
struct Validity {
  Date from;
  std::optional<Date> to = {};

  bool holds(Date day) const { return from <= day && (!to || day < *to); }
  /// True where some day is in both.
  bool overlaps(const Validity& other) const;
};
/// "2016-01-01 – 2016-12-31" (the last day in force) or "2016-01-01 –".
std::string to_text(const Validity& validity);

}  // namespace mingzhang::policy
