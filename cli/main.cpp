// SPDX-License-Identifier: Apache-2.0
// The program: puts the store behind the commands.
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/clock.h"
#include "base/world_error.h"
#include "cli/run.h"
#include "service/backend.h"
#include "store/open_store.h"

namespace mingzhang {
namespace {

/// The file of an address, or nothing where the address is of another kind.
std::string path_of(std::string_view url) {
  constexpr std::string_view kScheme = "sqlite:";
  if (url.starts_with(kScheme)) return std::string(url.substr(kScheme.size()));
  return url.find("://") == std::string_view::npos ? std::string(url) : std::string();
}

bool exists(const std::string& url) {
  const std::string path = path_of(url);
  std::error_code error;
  return path.empty() || std::filesystem::exists(path, error) || error;
}

store::OpenMode mode_of(service::Access access) {
  switch (access) {
    case service::Access::Read: return store::OpenMode::ReadOnly;
    case service::Access::Write:
    case service::Access::Upgrade: return store::OpenMode::ExistingOnly;
    case service::Access::Create: return store::OpenMode::CreateIfMissing;
  }
  return store::OpenMode::ReadOnly;
}

std::shared_ptr<store::Store> open(const std::string& url, store::OpenMode mode, bool may_upgrade = false) {
  store::OpenOptions options;
  options.mode = mode;
  options.may_upgrade = may_upgrade;
  options.checkpoints_beside = mode != store::OpenMode::ReadOnly;
  return store::open_store(url, options);
}

/// A copy's connection as the caller's verification wants to see it.
store::VerifyCopy looking_with(const service::VerifyCopy& verify) {
  return [verify](store::Connection& connection) {
    store::Store copy(connection);
    return verify(service::faces_of(copy));
  };
}

Result<service::CopyReport, Problem> back_up(const std::string& url, const std::string& file,
                                             const service::VerifyCopy& verify) {
  if (path_of(url).empty()) {
    throw WorldError(WorldFault::Unavailable, "服务器上的账簿请用 pg_dump 备份，见 docs/OPERATIONS.md。"
                                              " Books on a server are backed up with pg_dump, see docs/OPERATIONS.md.");
  }
  const std::shared_ptr<store::Store> opened = open(url, store::OpenMode::ExistingOnly);
  store::BackupRequest request;
  request.target = file;
  request.verify = looking_with(verify);
  const Result<store::BackupReport, Problem> report = store::back_up(opened->connection(), request);
  if (!report) return Err(report.error());
  return service::CopyReport{report->bytes, ""};
}

Result<service::CopyReport, Problem> restore(const service::Backend::RestoreOrder& order,
                                             const service::VerifyCopy& verify) {
  store::RestoreRequest request;
  request.backup = order.file;
  request.destination = path_of(order.url);
  request.replaces_destination = order.replaces;
  request.verify = looking_with(verify);
  if (request.destination.empty()) {
    throw WorldError(WorldFault::Unavailable, "备份恢复到文件 sqlite:PATH；服务器上的账簿用 pg_restore 恢复，或恢复后再 migrate。"
                                              " A backup is restored to a file, sqlite:PATH; on a server with pg_restore, or by "
                                              "migrate afterwards.");
  }
  const Result<store::RestoreReport, Problem> report = store::restore(request);
  if (!report) return Err(report.error());
  return service::CopyReport{report->bytes, report->kept_aside};
}

service::Backend make_backend() {
  service::Backend backend;
  backend.exists = exists;
  backend.open = [](const std::string& url, service::Access access) {
    return service::faces_of(open(url, mode_of(access), access == service::Access::Upgrade));
  };
  backend.open_scratch = [] { return service::faces_of(open("", store::OpenMode::Scratch)); };
  backend.back_up = back_up;
  backend.restore = restore;
  backend.backup_outcomes = store::backup_outcomes();
  return backend;
}

}  // namespace
}  // namespace mingzhang

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  const mingzhang::service::Backend backend = mingzhang::make_backend();
  mingzhang::SystemClock clock;
  return mingzhang::cli::run(words, backend, mingzhang::cli::Surroundings{std::cin, std::cout, std::cerr, clock});
}
