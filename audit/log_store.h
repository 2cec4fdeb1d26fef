// SPDX-License-Identifier: Apache-2.0
// The storage port of the log: what audit/ needs from a database, implemented in store/.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/hash.h"

namespace mingzhang::audit {

/// One record with its lines. The views belong to whoever hands the record over and last as long as that call.
struct StoredRecord {
  std::int64_t seq = 0;
  std::string_view bytes;  ///< canonical bytes, exactly as they were hashed
  std::string_view lines;  ///< each line followed by '\n'; empty where the record has none
  Digest leaf_sha256{};
  Digest leaf_sm3{};
};

/// What is appended has the same shape as what is read.
using NewRecord = StoredRecord;

/// A complete subtree of one of the two trees; only the stored levels (`is_stored_level`).
struct LogNode {
  Suite suite = Suite::Sha256;
  int level = 8;
  std::int64_t index = 0;
  Digest digest{};
  friend bool operator==(const LogNode&, const LogNode&) = default;
};

/// The log of one book inside one database transaction of somebody else, who also holds the book's head row.
/// Nothing is ever changed or deleted. Every function throws WorldError when the database fails.
class LogStore {
 public:
  virtual ~LogStore() = default;

  /// Appends records in order. Requires: consecutive `seq`, the first being the number of records stored so far.
  virtual void append(std::span<const NewRecord> records) = 0;

  /// Hands over the records [from_seq, to_seq) in order, one at a time and in constant memory, until `on_record`
  /// answers false. Records beyond the end of the log are simply not there.
  virtual void read(std::int64_t from_seq, std::int64_t to_seq,
                    const std::function<bool(const StoredRecord&)>& on_record) = 0;

  /// Adds completed subtrees, as `Frontier::append` reports them.
  virtual void add_nodes(std::span<const LogNode> nodes) = 0;

  /// The digest of one complete subtree: level 0 is the leaf digest stored with record `index`, other levels are the
  /// stored ones. Nothing where it is not there.
  virtual std::optional<Digest> node(Suite suite, int level, std::int64_t index) = 0;

  /// Hands over all stored nodes, ordered by suite, level and index, until `on_node` answers false.
  virtual void nodes(const std::function<bool(const LogNode&)>& on_node) = 0;

 protected:
  LogStore() = default;
  LogStore(const LogStore&) = default;
  LogStore& operator=(const LogStore&) = default;
};

/// Where the logs of all books are. One connection; not for two threads at once.
class LogDatabase {
 public:
  virtual ~LogDatabase() = default;

  /// The log of the book with this number, which lives as long as this connection.
  virtual std::unique_ptr<LogStore> log(std::int64_t book_id) = 0;

 protected:
  LogDatabase() = default;
  LogDatabase(const LogDatabase&) = default;
  LogDatabase& operator=(const LogDatabase&) = default;
};

}  // namespace mingzhang::audit
