// SPDX-License-Identifier: Apache-2.0
// Rows of one household that are read together, and which of them are new or changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/check.h"

namespace mingzhang::households {

/// A list of rows above its table. Rows are never deleted.
template <class Row>
class TrackedRows {
 public:
  TrackedRows() = default;
  /// Rows as they stand in the store.
  explicit TrackedRows(std::vector<Row> stored) {
    for (Row& row : stored) kept_.push_back(Kept{std::move(row), State::Stored});
  }

  std::size_t size() const { return kept_.size(); }
  bool empty() const { return kept_.empty(); }
  const Row& operator[](std::size_t index) const { return kept_[index].row; }
  const Row& back() const { return kept_.back().row; }

  /// Adds a row before the one that has this index now.
  Row& insert(std::size_t index, Row row) {
    MZ_CHECK(index <= kept_.size());
    const auto place = kept_.begin() + static_cast<std::ptrdiff_t>(index);
    return kept_.insert(place, Kept{std::move(row), State::New})->row;
  }
  Row& add(Row row) { return insert(kept_.size(), std::move(row)); }

  Row& change(std::size_t index) {
    Kept& kept = kept_[index];
    if (kept.state == State::Stored) kept.state = State::Changed;
    return kept.row;
  }

  /// Appends what must be inserted into the table and what must be updated there.
  void collect(std::vector<Row>& added, std::vector<Row>& changed) const {
    for (const Kept& kept : kept_) {
      if (kept.state == State::New) added.push_back(kept.row);
      if (kept.state == State::Changed) changed.push_back(kept.row);
    }
  }

 private:
  enum class State : std::uint8_t { Stored, Changed, New };
  struct Kept {
    Row row;
    State state;
  };
  std::vector<Kept> kept_;
};

}  // namespace mingzhang::households
