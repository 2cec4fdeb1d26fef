// SPDX-License-Identifier: Apache-2.0
// A register: things known by a code and numbered from 1 in the order in which they were added.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/overlay.h"

namespace mingzhang {

/// Hash of a plain 64-bit key.
struct IntegerHash {
  std::size_t operator()(std::int64_t value) const { return mix_hash(0, value); }
};

/// Hash of text, also for look-ups by view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// How far a register had grown; for `undo_to`.
struct RegisterMark {
  std::size_t rows;
  std::int64_t count;
};

/// Rows with members `id` and `code` above their table. Ids are given in the order of `add` and taken back by `undo_to`.
template <class Row>
class Register {
 public:
  using LoadByCode = std::function<std::optional<Row>(std::string_view)>;
  using LoadById = std::function<std::optional<Row>(std::int64_t)>;

  Register(LoadByCode by_code, LoadById by_id, std::int64_t count)
      : load_by_code_(std::move(by_code)), load_by_id_(std::move(by_id)), count_(count) {}

  /// The row with this code, or null. The pointer is valid until the next `add`.
  const Row* find(std::string_view code) {
    auto known = ids_.find(code);
    if (known == ids_.end()) {
      const std::optional<Row> stored = load_by_code_(code);
      known = ids_.emplace(std::string(code), stored ? stored->id.value : 0).first;
      if (stored) rows_.find(stored->id.value, [&stored] { return stored; });
    }
    if (known->second == 0) return nullptr;
    const Row* row = find_id(known->second);
    return row != nullptr && row->code == code ? row : nullptr;  // the id may have been taken back and given again
  }

  const Row* find_id(std::int64_t id) {
    return rows_.find(id, [this, id] { return load_by_id_(id); });
  }

  /// A row that was read from the table with others: `find_id` need not read it again. Changes nothing where it is in memory.
  void know(const Row& stored) {
    rows_.find(stored.id.value, [&stored] { return std::optional<Row>(stored); });
  }

  /// Gives the row the next id. Requires that its code is not taken.
  const Row& add(Row row) {
    const std::int64_t id = ++count_;
    row.id.value = id;
    ids_.insert_or_assign(row.code, id);
    rows_.find(id, [] { return std::optional<Row>(); });
    return rows_.insert(id, std::move(row));
  }

  Row& change(std::int64_t id) { return rows_.change(id); }

  RegisterMark mark() const { return RegisterMark{rows_.mark(), count_}; }
  void undo_to(const RegisterMark& mark) {
    rows_.undo_to(mark.rows);
    count_ = mark.count;
  }
  void forget_undo() { rows_.forget_undo(); }
  auto take_pending() { return rows_.take_pending(); }
  /// How many rows there are, in memory and in the table: the newest id.
  std::int64_t count() const { return count_; }
  std::size_t size() const { return rows_.size(); }

 private:
  LoadByCode load_by_code_;
  LoadById load_by_id_;
  std::int64_t count_;
  std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> ids_;
  Overlay<std::int64_t, Row, IntegerHash> rows_;
};

}  // namespace mingzhang
