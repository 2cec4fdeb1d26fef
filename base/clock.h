// SPDX-License-Identifier: Apache-2.0
// The only place that asks what time it is.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"

namespace mingzhang {

/// An instant in microseconds since 1970-01-01T00:00:00Z, for the audit trail only.
struct Instant {
  std::int64_t microseconds = 0;
  friend constexpr auto operator<=>(Instant, Instant) = default;
};

/// "2016-10-14T01:02:03.000004Z"; always six decimals.
std::string to_utc(Instant instant);

/// Passed in wherever something depends on the time, so that tests can hold it still.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
  /// The civil day in China (UTC+8, no daylight saving).
  Date today();
};

/// The computer's clock.
class SystemClock final : public Clock {
 public:
  Instant now() override;
};

/// A clock that stands still until it is set; for tests and replays.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant instant) : instant_(instant) {}
  /// Noon in China on `day`.
  static FixedClock at(Date day);
  Instant now() override { return instant_; }
  void set(Instant instant) { instant_ = instant; }

 private:
  Instant instant_;
};

}  // namespace mingzhang
