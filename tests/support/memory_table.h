// SPDX-License-Identifier: Apache-2.0
// One table of rows in a plain map: naive, and strict about its use.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "base/check.h"

namespace mingzhang::tests {

/// Rows by key. Aborts where a row is inserted twice or updated before it was inserted.
template <class Key, class Row>
class MemoryTable {
 public:
  using KeyOf = Key (*)(const Row&);
  explicit MemoryTable(KeyOf key_of) : key_of_(key_of) {}

  void insert(std::span<const Row> rows) {
    for (const Row& row : rows) MZ_CHECK(rows_.emplace(key_of_(row), row).second);
  }
  void update(std::span<const Row> rows) {
    for (const Row& row : rows) rows_.at(key_of_(row)) = row;
  }
  std::optional<Row> find(const Key& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
  }
  /// The rows that `is_wanted` likes, by key.
  template <class Wanted>
  std::vector<Row> where(Wanted is_wanted) const {
    std::vector<Row> result;
    for (const auto& [key, row] : rows_) {
      if (is_wanted(row)) result.push_back(row);
    }
    return result;
  }
  std::vector<Row> all() const {
    return where([](const Row&) { return true; });
  }
  std::int64_t count() const { return static_cast<std::int64_t>(rows_.size()); }

 private:
  KeyOf key_of_;
  std::map<Key, Row> rows_;
};

}  // namespace mingzhang::tests
