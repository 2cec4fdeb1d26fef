// SPDX-License-Identifier: Apache-2.0
// The system clock and its still-standing twin.
#include "base/clock.h"

#include <chrono>

namespace mingzhang {
namespace {

constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;
constexpr std::int64_t kChinaOffset = 8 * 3'600'000'000LL;

std::int64_t floor_days(std::int64_t microseconds) {
  const std::int64_t days = microseconds / kMicrosecondsPerDay;
  return microseconds % kMicrosecondsPerDay < 0 ? days - 1 : days;
}

std::string padded(std::int64_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

}  // namespace

std::string to_utc(Instant instant) {
  const std::int64_t days = floor_days(instant.microseconds);
  const std::int64_t rest = instant.microseconds - days * kMicrosecondsPerDay;
  const std::int64_t seconds = rest / 1'000'000;
  return to_iso(Date::from_days(days)) + "T" + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
         padded(seconds % 60, 2) + "." + padded(rest % 1'000'000, 6) + "Z";
}

Date Clock::today() {
  return Date::from_days(floor_days(now().microseconds + kChinaOffset));
}

Instant SystemClock::now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count()};
}

FixedClock FixedClock::at(Date day) {
  return FixedClock(Instant{day.days() * kMicrosecondsPerDay + 12 * 3'600'000'000LL - kChinaOffset});
}

}  // namespace mingzhang
