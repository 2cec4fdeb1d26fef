// SPDX-License-Identifier: Apache-2.0
// Choosing the driver, and migrating what it opened.
#include "store/open_store.h"

#include <cstdint>
#include <filesystem>
#include <utility>

#include "base/world_error.h"

namespace mingzhang::store {
namespace {

constexpr std::string_view kSqliteScheme = "sqlite:";

bool is_postgresql(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

[[noreturn]] void refuse(const std::string& chinese, const std::string& english) {
  throw WorldError(WorldFault::Unavailable, chinese + " " + english);
}

std::string path_of(std::string_view url, OpenMode mode) {
  // The address is not repeated: it may hold a password.
  if (is_postgresql(url)) {
    refuse("本程序尚无 PostgreSQL 驱动，请使用 sqlite:文件路径。",
           "This build has no PostgreSQL driver yet; use sqlite:PATH.");
  }
  // A bare path never contains "://"; whoever writes one means a server.
  if (url.find("://") != std::string_view::npos)
    refuse("不认识的数据库地址，请使用 sqlite:文件路径。", "Unknown kind of database address; use sqlite:PATH.");
  if (url.starts_with(kSqliteScheme)) url.remove_prefix(kSqliteScheme.size());
  if (url.empty() && mode != OpenMode::Scratch)
    refuse("没有给出账簿文件的路径。", "The path of the book file is missing.");
  return std::string(url);
}

}  // namespace

SaveCopy copy_beside(const std::string& path) {
  return [path](std::int64_t version) {
    const std::string first = path + ".schema-" + std::to_string(version);
    std::string target = first;
    for (int number = 2; std::filesystem::exists(target); ++number) target = first + "-" + std::to_string(number);
    BackupRequest request;
    request.target = target;
    const Result<BackupReport, Problem> report = back_up_file(path, request);
    if (!report) {
      refuse("旧版账簿升级前的备份未成功，未作任何改动。" + to_text(report.error()),
             "The copy before the upgrade failed; nothing was changed.");
    }
  };
}

std::unique_ptr<Store> open_store(std::string_view url, const OpenOptions& options) {
  const std::string path = path_of(url, options.mode);
  SqliteOptions sqlite;
  sqlite.mode = options.mode;
  sqlite.vfs_name = options.vfs_name;
  sqlite.busy_timeout_ms = options.busy_timeout_ms;
  sqlite.synchronous = options.synchronous;
  sqlite.checkpoints_beside = options.checkpoints_beside;
  std::unique_ptr<Connection> connection = open_sqlite(path, sqlite);
  if (options.mode == OpenMode::ReadOnly) {
    require_current_schema(*connection, migrations());
  } else {
    migrate(*connection, migrations(), copy_beside(path));
  }
  return std::make_unique<Store>(std::move(connection));
}

}  // namespace mingzhang::store
