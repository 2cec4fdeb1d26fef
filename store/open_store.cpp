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

[[noreturn]] void refuse(const std::string& chinese, const std::string& english) {
  throw WorldError(WorldFault::Unavailable, chinese + " " + english);
}

std::string path_of(std::string_view url, OpenMode mode) {
  // A bare path never contains "://"; whoever writes one means a server. Not repeated: it may hold a password.
  if (url.find("://") != std::string_view::npos)
    refuse("不认识的数据库地址，请使用 sqlite:文件路径 或 postgresql://地址。",
           "Unknown kind of database address; use sqlite:PATH or postgresql://USER@HOST:PORT/NAME.");
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

namespace {

/// A server's data cannot be copied by us: an operator does, and says so.
SaveCopy ask_for_copy(const Connection& connection, bool is_allowed) {
  return [&connection, is_allowed](std::int64_t version) {
    if (is_allowed) return;
    refuse("数据库 " + connection.name() + " 的库结构为旧版（" + std::to_string(version) +
               "）。请先备份（pg_dump），再运行 mingzhang upgrade。未作任何改动。",
           "The schema of " + connection.name() +
               " is older; back it up (pg_dump), then run mingzhang upgrade. Nothing was changed.");
  };
}

/// Two programs that open an empty database at once hinder each other; the second look finds the other's work.
constexpr int kLooks = 3;

std::unique_ptr<Store> open_server(std::string_view url, const OpenOptions& options) {
  PostgresOptions postgres;
  postgres.is_read_only = options.mode == OpenMode::ReadOnly;
  postgres.limits = options.limits;
  postgres.limits.lock_ms = options.busy_timeout_ms;
  std::unique_ptr<Connection> connection = open_postgres(std::string(url), postgres);
  if (options.mode != OpenMode::CreateIfMissing && schema_version(*connection) == 0)
    refuse("数据库 " + connection->name() + " 中没有账簿。", "The database " + connection->name() + " holds no books.");
  if (options.mode == OpenMode::ReadOnly) {
    require_current_schema(*connection, migrations());
    return std::make_unique<Store>(std::move(connection));
  }
  for (int look = 1;; ++look) {
    try {
      migrate(*connection, migrations(), ask_for_copy(*connection, options.may_upgrade));
      return std::make_unique<Store>(std::move(connection));
    } catch (const WorldError& error) {
      if (look == kLooks || !connection->can_begin_anew(error)) throw;
    }
  }
}

}  // namespace

std::unique_ptr<Store> open_store(std::string_view url, const OpenOptions& options) {
  if (is_postgres_url(url)) return open_server(url, options);
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
