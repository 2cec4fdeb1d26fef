// SPDX-License-Identifier: Apache-2.0
// Rows of one projection held in memory above their table: read once, changed many times, written once, undoable.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/check.h"

namespace mingzhang {

/// Mixes integers into a hash; good enough for ids and months.
inline std::size_t mix_hash(std::size_t seed, std::int64_t value) {
  return (seed ^ static_cast<std::size_t>(value)) * 0x9E3779B97F4A7C15ULL + (seed >> 29);
}

/// A cache of rows by key that remembers which are new and which have changed since the last `flush`, and that can
/// take back everything since a mark. Rows are never deleted (records are never taken back once committed).
template <class Key, class Row, class Hash>
class Overlay {
 public:
  /// The row, or null. `load` reads it from the table the first time the key is asked for.
  template <class Load>
  const Row* find(const Key& key, Load load) {
    auto found = rows_.find(key);
    if (found == rows_.end()) {
      std::optional<Row> stored = load();
      const State state = stored ? State::Clean : State::Absent;
      found = rows_.emplace(key, Entry{stored ? std::move(*stored) : Row(), state}).first;
    }
    return found->second.state == State::Absent ? nullptr : &found->second.row;
  }

  /// Adds a row whose key has been asked for and was absent, or is known to be new.
  Row& insert(const Key& key, Row row) {
    Entry& entry = rows_.try_emplace(key, Entry{Row(), State::Absent}).first->second;
    MZ_CHECK(entry.state == State::Absent);
    remember(entry);
    entry.row = std::move(row);
    entry.state = State::New;
    pending_.push_back(&entry);
    return entry.row;
  }

  /// The row to be changed; it must have been found or inserted before.
  Row& change(const Key& key) {
    Entry& entry = rows_.at(key);
    MZ_CHECK(entry.state != State::Absent);
    return opened(entry);
  }

  /// The row to be changed, or null where there is none: `find` and `change` in one look-up.
  template <class Load>
  Row* find_for_change(const Key& key, Load load) {
    auto found = rows_.find(key);
    if (found == rows_.end()) {
      if (find(key, load) == nullptr) return nullptr;
      found = rows_.find(key);
    }
    return found->second.state == State::Absent ? nullptr : &opened(found->second);
  }

  /// Rows that are in memory and not absent, in no order.
  template <class Visit>
  void for_each_cached(Visit visit) const {
    for (const auto& [key, entry] : rows_) {
      if (entry.state != State::Absent) visit(entry.row);
    }
  }

  /// Everything after this can be taken back with `undo_to`.
  std::size_t mark() const { return undo_.size(); }

  void undo_to(std::size_t mark) {
    while (undo_.size() > mark) {
      Undo& last = undo_.back();
      *last.entry = std::move(last.before);
      undo_.pop_back();
    }
  }

  /// Forgets how to undo; called between requests.
  void forget_undo() { undo_.clear(); }

  /// Hands over the new and the changed rows and calls them clean from now on.
  std::pair<std::vector<Row>, std::vector<Row>> take_pending() {
    std::pair<std::vector<Row>, std::vector<Row>> result;
    for (Entry* entry : pending_) {
      if (entry->state == State::New) result.first.push_back(entry->row);
      if (entry->state == State::Changed) result.second.push_back(entry->row);
      if (entry->state != State::Absent) entry->state = State::Clean;
    }
    pending_.clear();
    undo_.clear();
    return result;
  }

  std::size_t size() const { return rows_.size(); }
  void clear() {
    rows_.clear();
    pending_.clear();
    undo_.clear();
  }

 private:
  enum class State : std::uint8_t { Absent, Clean, New, Changed };
  struct Entry {
    Row row;
    State state;
  };
  struct Undo {
    Entry* entry;
    Entry before;
  };

  Row& opened(Entry& entry) {
    remember(entry);
    if (entry.state == State::Clean) {
      entry.state = State::Changed;
      pending_.push_back(&entry);
    }
    return entry.row;
  }

  void remember(Entry& entry) { undo_.push_back(Undo{&entry, entry}); }

  std::unordered_map<Key, Entry, Hash> rows_;  // an entry stays where it is until `clear`
  std::vector<Entry*> pending_;  // may name an entry twice or one that was undone; take_pending looks at the state
  std::vector<Undo> undo_;
};

}  // namespace mingzhang
