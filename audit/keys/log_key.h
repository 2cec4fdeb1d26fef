// SPDX-License-Identifier: Apache-2.0
// The keys that sign a book's checkpoints, and the checkpoints that they signed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"
#include "audit/witness/seen_log.h"

namespace mingzhang::audit {

/// A key of the book's log, as of its head. A projection of the records log_key/v1 and log_key_end/v1.
struct LogKey {
  std::int64_t id = 0;  ///< from 1, in the order of the records
  Suite suite = Suite::Sha256;
  std::string text;      ///< the vkey (notes/note_key.h); its name is the origin of the book's tree
  std::int64_t seq = 0;  ///< the record that added it
  std::optional<std::int64_t> end_seq;  ///< the record that ended it; nothing while it is in force
  friend bool operator==(const LogKey&, const LogKey&) = default;
};

/// A published checkpoint. Not a projection: nobody can compute a signature again. It says nothing that the records do not
/// say, so that losing it loses only the proof that others saw them.
struct StoredCheckpoint {
  Suite suite = Suite::Sha256;
  std::int64_t size = 0;
  std::string note;  ///< the signed note, with the cosignatures that have come so far
  friend bool operator==(const StoredCheckpoint&, const StoredCheckpoint&) = default;
};

/// What storage must do for the keys and checkpoints of one book. Transactions are begun and committed elsewhere.
class SealStore {
 public:
  virtual ~SealStore() = default;
  /// All keys in the order of their ids; a book has a handful.
  virtual std::vector<LogKey> keys() = 0;
  virtual void insert_keys(std::span<const LogKey> rows) = 0;
  virtual void update_keys(std::span<const LogKey> rows) = 0;

  /// All checkpoints of a suite, the smallest first: one for each day at most.
  virtual std::vector<StoredCheckpoint> checkpoints(Suite suite) = 0;
  /// The one of the largest size.
  virtual std::optional<StoredCheckpoint> latest_checkpoint(Suite suite) = 0;
  virtual std::optional<StoredCheckpoint> checkpoint(Suite suite, std::int64_t size) = 0;
  virtual void insert_checkpoint(const StoredCheckpoint& checkpoint) = 0;
  /// Another note for the same suite and size: one more signature.
  virtual void update_checkpoint(const StoredCheckpoint& checkpoint) = 0;

 protected:
  SealStore() = default;
  SealStore(const SealStore&) = default;
  SealStore& operator=(const SealStore&) = default;
};

/// One connection.
class SealDatabase {
 public:
  virtual ~SealDatabase() = default;
  /// The store of one book; it lives as long as this connection.
  virtual std::unique_ptr<SealStore> seals_of(std::int64_t book_id) = 0;
  /// What this database's owner has seen of other logs; it lives as long as this connection.
  virtual std::unique_ptr<WitnessStore> witness() = 0;

 protected:
  SealDatabase() = default;
  SealDatabase(const SealDatabase&) = default;
  SealDatabase& operator=(const SealDatabase&) = default;
};

/// The keys of one book above their store: read at once, written by `flush`.
class LogKeys {
 public:
  /// `store` must outlive this object.
  explicit LogKeys(SealStore& store) : store_(store), stored_(store.keys()), rows_(stored_) {}

  const std::vector<LogKey>& all() const { return rows_; }
  /// The key in force with this text, or null.
  const LogKey* in_force(std::string_view text) const;
  /// How many keys of the suite are in force.
  std::size_t count_in_force(Suite suite) const;
  bool has_any_in_force() const;

  // Called by the apply functions only.
  /// Gives it the next id. INV-37: aborts where the very key is in force.
  void add(LogKey key);
  /// Requires a key in force with this text.
  void end(std::string_view text, std::int64_t seq);
  /// Ends every key in force.
  void end_all(std::int64_t seq);

  using Mark = std::vector<LogKey>;
  Mark mark() const { return rows_; }
  void undo_to(const Mark& mark) { rows_ = mark; }
  /// Writes what is new or changed.
  void flush();

 private:
  SealStore& store_;
  std::vector<LogKey> stored_;
  std::vector<LogKey> rows_;
};

}  // namespace mingzhang::audit
