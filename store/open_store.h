// SPDX-License-Identifier: Apache-2.0
// The one door to every database: from an address to a store with a current schema.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "store/backup.h"
#include "store/migration.h"
#include "store/postgres/open_postgres.h"
#include "store/sqlite/open_sqlite.h"
#include "store/store.h"

namespace mingzhang::store {

/// How a database is opened. The name of a virtual file system and the synchronous mode are for tests.
struct OpenOptions {
  OpenMode mode = OpenMode::CreateIfMissing;
  /// How long a write waits for another writer before it is WorldError Locked.
  int busy_timeout_ms = 5000;
  std::string vfs_name;
  Synchronous synchronous = Synchronous::Full;
  /// Copies the engine's log into the database on a second thread, not in a commit: for programs that write much.
  bool checkpoints_beside = false;
  /// How long a server is waited for; `lock_ms` is `busy_timeout_ms`. SQLite has no use for it.
  PostgresLimits limits;
  /// An older schema on a server is brought up to date: the operator has a backup. A SQLite file is copied by us.
  bool may_upgrade = false;
};

// Backup and restore (store/backup.h) come with this header: a program needs no other include of store/.

/// Opens the database at `url`, makes the schema where there is none and brings an older one up to date.
/// `url` is "postgresql://…", "sqlite:PATH" or a bare path; the path may be relative. With OpenMode::Scratch the path is
/// ignored. A database of a newer program is WorldError Newer, a file of another program WorldError Unavailable; both are
/// left untouched. An older schema on a server is Unavailable without `may_upgrade`.
/// Example: open_store("sqlite:books/yanchi.db", {}), open_store("postgresql://books@db1,db2/yanchi", {}).
std::unique_ptr<Store> open_store(std::string_view url, const OpenOptions& options);

/// What `open_store` does before it changes an older SQLite database: a verified copy beside it,
/// `<path>.schema-<version>` (or -2, -3, … where there is one already). Where the copy fails it throws WorldError
/// Unavailable.
SaveCopy copy_beside(const std::string& path);

}  // namespace mingzhang::store
