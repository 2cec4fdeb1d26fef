// SPDX-License-Identifier: Apache-2.0
// Opens a SQLite database as a book file, and proves that it is as durable as it must be.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "store/connection.h"

namespace mingzhang::store {

enum class OpenMode : std::uint8_t {
  CreateIfMissing = 1,  ///< a missing or empty file becomes an empty book file
  ExistingOnly = 2,     ///< a missing file is WorldError Unavailable
  ReadOnly = 3,         ///< never writes; a missing or empty file is WorldError Unavailable
  Scratch = 4,          ///< nameless, on disk only where it grows large, gone when closed; the path is ignored
};

/// Full is the only mode that keeps every acknowledged commit. Normal exists so that tests can prove that it does not.
enum class Synchronous : std::uint8_t { Normal = 1, Full = 2 };

struct SqliteOptions {
  OpenMode mode = OpenMode::CreateIfMissing;
  /// The virtual file system; empty for the system's own. Tests put failing and crashing disks here.
  std::string vfs_name;
  int busy_timeout_ms = 5000;
  int page_cache_kib = 64 * 1024;
  /// Pages in the write-ahead log after which they are copied into the database.
  int checkpoint_pages = 1000;
  /// Who copies them: a thread of its own (store/sqlite/checkpointer.h), or the commit that made them too many. Tests
  /// that count the calls to the disk need the latter.
  bool checkpoints_beside = false;
  Synchronous synchronous = Synchronous::Full;
};

/// "MZB1": marks a SQLite file as ours in its header.
inline constexpr std::int64_t kApplicationId = 0x4D5A4231;

/// The layout of the file itself, in its header; the schema counts its steps on its own (store/migration.h).
inline constexpr std::int64_t kFileFormat = 1;

/// Opens `path`. Write-ahead log, synchronous mode, foreign keys and the mark of ownership are set and read back; a
/// file of another program is refused untouched (WorldError Unavailable), so is a later file format (Newer); a damaged
/// one is WorldError Damaged.
std::unique_ptr<Connection> open_sqlite(const std::string& path, const SqliteOptions& options);

}  // namespace mingzhang::store
