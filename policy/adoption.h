// SPDX-License-Identifier: Apache-2.0
// Which packs a book uses on which days 采用, as of its head; the pack's bytes stand in the record of its adoption.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "policy/validity.h"

namespace mingzhang::policy {

/// One adoption: from a day on a book computes by this very pack.
struct Adoption {
  std::int64_t id = 0;       ///< from 1, in the order of the records
  std::string pack;          ///< id of the pack
  std::int64_t version = 0;  ///< of the pack
  std::string digest;        ///< SHA-256 of its canonical bytes, 64 hex digits
  Validity validity;         ///< in this book; the rules have their own besides
  std::int64_t seq = 0;      ///< the record that holds the bytes
};

/// What storage must do for the adoptions of one book. Transactions are begun and committed elsewhere.
class AdoptionStore {
 public:
  virtual ~AdoptionStore() = default;
  /// All of them in the order of their ids; a book has a few dozen at most.
  virtual std::vector<Adoption> adoptions() = 0;
  virtual void insert_adoptions(std::span<const Adoption> rows) = 0;
  virtual void update_adoptions(std::span<const Adoption> rows) = 0;
};

/// One connection.
class AdoptionDatabase {
 public:
  virtual ~AdoptionDatabase() = default;
  /// The store of one book; it lives as long as this connection.
  virtual std::unique_ptr<AdoptionStore> adoptions_of(std::int64_t book_id) = 0;
};

/// The adoptions of one book above their store: read at once, written by `flush`.
class Adoptions {
 public:
  /// `store` must outlive this object.
  explicit Adoptions(AdoptionStore& store) : store_(store), stored_(store.adoptions()), rows_(stored_) {}

  const std::vector<Adoption>& all() const { return rows_; }
  /// The adoption of this pack that holds on `day`, or null: at most one does.
  const Adoption* in_force(std::string_view pack, Date day) const;

  // Called by the apply functions only.
  /// Gives it the next id. INV-26: aborts where the pack has another adoption on one of its days.
  void add(Adoption adoption);
  /// Requires an adoption of this id, and a day behind its first.
  void end(std::int64_t id, Date to);

  using Mark = std::vector<Adoption>;
  Mark mark() const { return rows_; }
  void undo_to(const Mark& mark) { rows_ = mark; }
  /// Writes what is new or changed.
  void flush();

 private:
  AdoptionStore& store_;
  std::vector<Adoption> stored_;
  std::vector<Adoption> rows_;
};

}  // namespace mingzhang::policy
