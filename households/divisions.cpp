// SPDX-License-Identifier: Apache-2.0
// Resolving codes through mergers, and keeping what has changed.
#include "households/divisions.h"

#include "base/check.h"

namespace mingzhang::households {

Divisions::Divisions(std::vector<Division> stored) {
  for (Division& division : stored) {
    stored_.insert(division.code);
    std::string code = division.code;
    rows_.emplace(std::move(code), std::move(division));
  }
}

const Division* Divisions::find(std::string_view code) const {
  const auto found = rows_.find(code);
  return found == rows_.end() ? nullptr : &found->second;
}

const Division* Divisions::on_day(std::string_view code, Date date) const {
  const Division* division = find(code);
  // Mergers never run in a circle: what was merged into something else takes nothing any more (EndTooEarly).
  while (division != nullptr && division->to <= date) {
    if (division->merged_into.empty()) return nullptr;
    division = find(division->merged_into);
    MZ_CHECK(division != nullptr);
  }
  return division != nullptr && division->from <= date ? division : nullptr;
}

const Division* Divisions::parent_on(const Division& division, Date date) const {
  return division.parent.empty() ? nullptr : on_day(division.parent, date);
}

bool Divisions::is_within(std::string_view inner, std::string_view outer, Date date) const {
  const Division* wanted = on_day(outer, date);
  if (wanted == nullptr) return false;
  const Division* division = on_day(inner, date);
  while (division != nullptr && division != wanted) division = parent_on(*division, date);
  return division == wanted;
}

bool Divisions::holds_during(std::string_view code, Date from, Date to) const {
  const Division* division = on_day(code, from);
  while (division != nullptr && division->to < to) {
    division = division->merged_into.empty() ? nullptr : find(division->merged_into);
  }
  return division != nullptr;
}

bool Divisions::has_parts(std::string_view code, Date date) const {
  for (const auto& [other_code, other] : rows_) {
    // What had already ended, or stood below a division that had been merged away by then, is no part any more.
    if (other.parent.empty() || other.to <= date) continue;
    const Division* parent = parent_on(other, other.from < date ? date : other.from);
    if (parent != nullptr && parent->code == code) return true;
  }
  return false;
}

std::optional<Date> Divisions::last_merger_into(std::string_view code) const {
  std::optional<Date> last;
  for (const auto& [other_code, other] : rows_) {
    if (other.merged_into == code && (!last || *last < other.to)) last = other.to;
  }
  return last;
}

std::vector<std::string> Divisions::merged_codes(std::string_view code) const {
  std::vector<std::string> codes{std::string(code)};
  for (std::size_t next = 0; next < codes.size(); ++next) {
    for (const auto& [other_code, other] : rows_) {
      if (other.merged_into == codes[next]) codes.push_back(other_code);
    }
  }
  return codes;
}

void Divisions::for_each(const std::function<void(const Division&)>& visit) const {
  for (const auto& [code, division] : rows_) visit(division);
}

void Divisions::remember(const std::string& code) {
  const auto found = rows_.find(code);
  undo_.push_back(Undo{code, found == rows_.end() ? std::nullopt : std::optional(found->second)});
  changed_.insert(code);
}

void Divisions::add(Division division) {
  MZ_CHECK(find(division.code) == nullptr);
  MZ_CHECK(division.from < division.to);
  remember(division.code);
  std::string code = division.code;
  rows_.emplace(std::move(code), std::move(division));
}

void Divisions::end(std::string_view code, Date to, std::string_view merged_into, std::int64_t seq) {
  const auto found = rows_.find(code);
  MZ_CHECK(found != rows_.end());
  Division& division = found->second;
  MZ_CHECK(division.to == open_end() && division.from < to);
  remember(division.code);
  division.to = to;
  division.merged_into = std::string(merged_into);
  division.seq = seq;
}

void Divisions::undo_to(std::size_t mark) {
  while (undo_.size() > mark) {
    Undo& last = undo_.back();
    if (last.before) rows_.insert_or_assign(last.code, std::move(*last.before));
    if (!last.before) rows_.erase(last.code);
    undo_.pop_back();
  }
}

std::pair<std::vector<Division>, std::vector<Division>> Divisions::take_pending() {
  std::pair<std::vector<Division>, std::vector<Division>> pending;
  for (const std::string& code : changed_) {
    const Division* division = find(code);
    if (division == nullptr) continue;  // undone
    const bool is_new = stored_.insert(code).second;
    (is_new ? pending.first : pending.second).push_back(*division);
  }
  changed_.clear();
  undo_.clear();
  return pending;
}

}  // namespace mingzhang::households
