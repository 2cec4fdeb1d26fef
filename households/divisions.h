// SPDX-License-Identifier: Apache-2.0
// All divisions of one book in memory: a county has some thousands. Codes are resolved through mergers.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "households/division.h"

namespace mingzhang::households {

/// The divisions and what has changed in them since they were read. Never deleted, merged at most once.
class Divisions {
 public:
  explicit Divisions(std::vector<Division> stored);

  /// The row of this code whether it is in force or not, or null. Valid until the next `undo_to`.
  const Division* find(std::string_view code) const;
  /// Where somebody stands on `date` who was put into `code`: the division itself, or what it had been merged into by
  /// then, however often. Null where `code` is not known, or nothing of it is in force on that day.
  /// Example: A is merged into B on 2018-01-01: on_day("A", 2017-12-31) is A, on_day("A", 2018-01-01) is B.
  const Division* on_day(std::string_view code, Date date) const;
  /// The division above, as of `date`; null for a county.
  const Division* parent_on(const Division& division, Date date) const;
  /// True where `inner` is `outer` or stands below it on `date`. Both are codes that may have been merged.
  bool is_within(std::string_view inner, std::string_view outer, Date date) const;
  /// True where somebody who was put into `code` stands somewhere on every day of [from, to).
  bool holds_during(std::string_view code, Date from, Date to) const;
  /// True where a division is still in force on or after `date` whose parent is `code` at that time.
  bool has_parts(std::string_view code, Date date) const;
  /// The last day on which something was merged into `code`; nothing where nothing was.
  std::optional<Date> last_merger_into(std::string_view code) const;
  /// The code itself and all that were merged into it, directly or not.
  std::vector<std::string> merged_codes(std::string_view code) const;
  void for_each(const std::function<void(const Division&)>& visit) const;  ///< by code

  // Called by the apply functions only.
  void add(Division division);
  void end(std::string_view code, Date to, std::string_view merged_into, std::int64_t seq);

  std::size_t mark() const { return undo_.size(); }
  void undo_to(std::size_t mark);
  void forget_undo() { undo_.clear(); }
  /// Hands over the new and the changed rows and calls them clean from now on.
  std::pair<std::vector<Division>, std::vector<Division>> take_pending();

 private:
  struct Undo {
    std::string code;
    std::optional<Division> before;
  };
  void remember(const std::string& code);

  std::map<std::string, Division, std::less<>> rows_;
  std::set<std::string, std::less<>> stored_;   // codes that have a row in the store
  std::set<std::string, std::less<>> changed_;  // since the last take_pending; may name one that was undone
  std::vector<Undo> undo_;
};

}  // namespace mingzhang::households
