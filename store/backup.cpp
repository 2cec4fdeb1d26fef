// SPDX-License-Identifier: Apache-2.0
// Copy, sync, read back, verify, rename.
#include "store/backup.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "store/durable_file.h"
#include "store/sqlite/open_sqlite.h"

namespace mingzhang::store {
namespace {

/// What SQLite keeps beside a database file.
constexpr std::array<std::string_view, 3> kSiblings{"-wal", "-journal", "-shm"};
/// Of these, what SQLite would apply to whatever database stands under the name.
constexpr std::array<std::string_view, 2> kLogs{"-wal", "-journal"};

Problem problem(BackupOutcome outcome, const std::string& path, std::string detail) {
  return {&info_of(outcome), std::filesystem::path(path).filename().string(), std::move(detail)};
}

std::string with(const std::string& path, std::string_view suffix) {
  return path + std::string(suffix);
}

bool has_log(const std::string& path) {
  return std::any_of(kLogs.begin(), kLogs.end(), [&](std::string_view log) { return has_content(with(path, log)); });
}

/// A name beside `path` for a copy that is not finished; nothing is left of it when it leaves scope unfinished.
class PartialFile {
 public:
  explicit PartialFile(const std::string& path) : path_(path + ".partial-" + std::to_string(::getpid())) { remove(); }
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile() { remove(); }
  const std::string& path() const { return path_; }

 private:
  void remove() noexcept {
    remove_file(path_);
    for (const std::string_view sibling : kSiblings) remove_file(with(path_, sibling));
  }
  std::string path_;
};

std::optional<Problem> integrity_problem(Connection& copy, const std::string& path) {
  {
    const Prepared check = copy.prepare("PRAGMA integrity_check(1)");
    if (!check->step()) return problem(BackupOutcome::CopyDamaged, path, "no answer");
    if (check->column_text(0) != "ok")
      return problem(BackupOutcome::CopyDamaged, path, std::string(check->column_text(0)));
  }
  const Prepared orphans = copy.prepare("PRAGMA foreign_key_check");
  if (!orphans->step()) return std::nullopt;
  return problem(BackupOutcome::CopyDamaged, path, "table " + std::string(orphans->column_text(0)) + ": orphans");
}

/// The newest name of the kind `<path>.before-restore` under which nothing stands yet.
std::string free_name_for(const std::string& path) {
  const std::string first = path + ".before-restore";
  const auto is_taken = [](const std::string& name) {
    return file_exists(name) || file_exists(with(name, "-wal")) || file_exists(with(name, "-journal"));
  };
  std::string name = first;
  for (int number = 2; is_taken(name); ++number) name = first + "-" + std::to_string(number);
  return name;
}

/// Keeps the book under the name `aside`, byte for byte, with what SQLite keeps beside it.
void keep_book_aside(const std::string& book, const std::string& aside) {
  if (!has_log(book)) return keep_aside(book, aside);
  // A second name would not do: the next step writes into the file.
  copy_to_new(book, aside);
  for (const std::string_view log : kLogs)
    if (has_content(with(book, log))) copy_to_new(with(book, log), with(aside, log));
  sync_folder_of(aside);
}

void forget_aside(const std::string& aside) {
  remove_file(aside);
  for (const std::string_view log : kLogs) remove_file(with(aside, log));
}

/// Moves what is in the book's log into its file, so that the log can go before the file does: whoever is killed
/// between the two leaves a whole book. One that is too damaged for that has nothing to lose here.
void fold_log(const std::string& book) {
  SqliteOptions options;
  options.mode = OpenMode::ExistingOnly;
  options.busy_timeout_ms = 0;
  try {
    open_sqlite(book, options)->prepare("PRAGMA wal_checkpoint(TRUNCATE)")->step();
  } catch (const WorldError&) {
    // Kept aside as it was.
  }
}

/// Puts `ready` in the place of the book, which is already kept aside. Requires that the book is locked.
void replace_book(const std::string& ready, const std::string& book) {
  for (const std::string_view sibling : kSiblings) remove_file(with(book, sibling));
  sync_folder_of(book);
  rename_over(ready, book);
}

/// Puts `ready` where there is no book. A log without its book is kept, and above all kept away from the new one.
bool place_book(const std::string& ready, const std::string& book) {
  const std::string aside = free_name_for(book);
  for (const std::string_view log : kLogs)
    if (file_exists(with(book, log))) rename_over(with(book, log), with(aside, log));
  remove_file(with(book, "-shm"));
  return rename_to_new(ready, book);
}

/// Replaces an existing book. Returns where it is kept; nothing where a program has it open.
std::optional<std::string> exchange(const std::string& ready, const std::string& book) {
  const std::string aside = free_name_for(book);
  {
    const DatabaseLock lock(book);
    if (!lock.is_held()) return std::nullopt;
    keep_book_aside(book, aside);
    if (!has_log(book)) {
      replace_book(ready, book);
      return aside;
    }
  }
  fold_log(book);
  const DatabaseLock lock(book);
  if (!lock.is_held()) {
    forget_aside(aside);
    return std::nullopt;
  }
  replace_book(ready, book);
  return aside;
}

}  // namespace

std::optional<Problem> verify_backup(const std::string& path, const VerifyCopy& verify) {
  SqliteOptions options;
  options.mode = OpenMode::ReadOnly;
  try {
    const std::unique_ptr<Connection> copy = open_sqlite(path, options);
    if (std::optional<Problem> damage = integrity_problem(*copy, path)) return damage;
    const std::string complaint = verify ? verify(*copy) : std::string();
    if (!complaint.empty()) return problem(BackupOutcome::CopyWrong, path, complaint);
  } catch (const WorldError& error) {
    if (error.fault() != WorldFault::Damaged) throw;
    return problem(BackupOutcome::CopyDamaged, path, error.what());
  }
  return std::nullopt;
}

Result<BackupReport, Problem> back_up(Connection& connection, const BackupRequest& request) {
  MZ_CHECK(!connection.in_transaction());
  const std::string& target = request.target;
  if (file_exists(target) && !request.replaces_target) return Err(problem(BackupOutcome::TargetExists, target, ""));
  // The new file would be taken for the database of this log.
  if (has_log(target)) return Err(problem(BackupOutcome::TargetInUse, target, ""));
  const PartialFile partial(target);
  {
    const Prepared copy = connection.prepare("VACUUM INTO ?");
    copy->bind_text(1, partial.path());
    copy->step();
  }
  sync_file(partial.path());
  if (std::optional<Problem> wrong = verify_backup(partial.path(), request.verify)) return Err(std::move(*wrong));
  const BackupReport report{file_size(partial.path())};
  if (request.replaces_target) {
    rename_over(partial.path(), target);
  } else if (!rename_to_new(partial.path(), target)) {
    return Err(problem(BackupOutcome::TargetExists, target, ""));
  }
  return report;
}

Result<BackupReport, Problem> back_up_file(const std::string& path, const BackupRequest& request) {
  SqliteOptions options;
  options.mode = OpenMode::ExistingOnly;
  return back_up(*open_sqlite(path, options), request);
}

Result<RestoreReport, Problem> restore(const RestoreRequest& request) {
  const std::string& destination = request.destination;
  if (!file_exists(request.backup)) return Err(problem(BackupOutcome::BackupMissing, request.backup, ""));
  const bool has_book = file_exists(destination);
  if (has_book && !request.replaces_destination) return Err(problem(BackupOutcome::TargetExists, destination, ""));
  if (has_log(request.backup)) return Err(problem(BackupOutcome::BackupInUse, request.backup, ""));
  if (std::optional<Problem> wrong = verify_backup(request.backup, request.verify)) return Err(std::move(*wrong));
  const PartialFile partial(destination);
  copy_to_new(request.backup, partial.path());
  if (!have_same_bytes(request.backup, partial.path()))
    return Err(problem(BackupOutcome::CopyDamaged, partial.path(), ""));
  const std::uint64_t bytes = file_size(partial.path());
  if (!has_book) {
    if (!place_book(partial.path(), destination)) return Err(problem(BackupOutcome::TargetExists, destination, ""));
    return RestoreReport{bytes, ""};
  }
  std::optional<std::string> aside = exchange(partial.path(), destination);
  if (!aside) return Err(problem(BackupOutcome::TargetInUse, destination, ""));
  return RestoreReport{bytes, std::move(*aside)};
}

}  // namespace mingzhang::store
