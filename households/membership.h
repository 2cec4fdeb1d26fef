// SPDX-License-Identifier: Apache-2.0
// The members of one household through time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "households/tracked_rows.h"

namespace mingzhang::households {

/// One person in one household on every day of [from, to).
struct Stay {
  std::string household;
  std::string person;
  Date from;
  Date to;               ///< `open_end()` where no end is known
  std::string relation;  ///< to the head at the time of joining, e.g. "配偶"
  bool is_head = false;
  std::string reason_in;
  std::string reason_out;  ///< empty while the stay goes on
  std::int64_t seq = 0;    ///< the newest record that changed this row

  bool is_on(Date date) const { return from <= date && date < to; }
};

/// A person of the register and where they are, or were last. Everything that names them stands elsewhere.
struct Person {
  std::string code;
  std::string digest;     ///< 32 bytes: salted SHA-256 of the personal values
  std::string household;  ///< of the newest stay
  Date since;             ///< its first day
  Date until;             ///< its end; `open_end()` while it goes on
  std::int64_t seq = 0;   ///< the newest record that changed this row
};

/// The stays in one household, by the order in which they were recorded or by key; small.
class Membership {
 public:
  Membership() = default;
  explicit Membership(std::vector<Stay> stored) : stays_(std::move(stored)) {}

  const TrackedRows<Stay>& stays() const { return stays_; }
  /// Members on `date`.
  std::int64_t persons_on(Date date) const;
  /// The person's stay that has no end yet, or null.
  const Stay* open_stay(std::string_view person) const;
  /// The first day from `from` on, on which there are members but not exactly one head; nothing where there is none.
  /// `heads` tells how many heads there are on that day.
  struct HeadProblem {
    Date date;
    int heads = 0;
  };
  std::optional<HeadProblem> first_head_problem(Date from) const;

  // Called by checks on a copy and by the apply functions.
  void join(Stay stay);
  /// Requires an open stay that began before `date`.
  void leave(std::string_view person, Date date, const std::string& reason, std::int64_t seq);
  /// The person is head from `date` on; their stay is cut in two unless it begins on that day. Returns the day on which
  /// the newest part of the stay begins. Requires an open stay that began on `date` or before.
  Date make_head(std::string_view person, Date date, const std::string& reason, std::int64_t seq);

 private:
  std::size_t open_index(std::string_view person) const;

  TrackedRows<Stay> stays_;
};

}  // namespace mingzhang::households
