// SPDX-License-Identifier: Apache-2.0
// The memory of a witness: one state for each log that it has signed for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"

namespace mingzhang::audit {

/// What a witness remembers of one log.
struct SeenLog {
  std::string origin;
  std::int64_t size = 0;
  Digest root{};
  friend bool operator==(const SeenLog&, const SeenLog&) = default;
};

/// Where a witness remembers. Transactions are begun and committed elsewhere; a signature is given only after the commit.
class WitnessStore {
 public:
  virtual ~WitnessStore() = default;
  /// In the order of their origins.
  virtual std::vector<SeenLog> seen_logs() = 0;
  virtual std::optional<SeenLog> seen(std::string_view origin) = 0;
  /// Keeps every other program from remembering something else of the origin until the transaction ends.
  virtual void hold(std::string_view origin) = 0;
  /// Remembers this instead of what was remembered of the origin.
  virtual void remember(const SeenLog& log) = 0;

 protected:
  WitnessStore() = default;
  WitnessStore(const WitnessStore&) = default;
  WitnessStore& operator=(const WitnessStore&) = default;
};

}  // namespace mingzhang::audit
