// SPDX-License-Identifier: Apache-2.0
// Files as a backup needs them: on the disk when the function returns, and never over something else by accident.
#pragma once

#include <cstdint>
#include <string>

namespace mingzhang::store {

/// A file of this name exists.
bool file_exists(const std::string& path);
/// A file of this name exists and is not empty.
bool has_content(const std::string& path);
std::uint64_t file_size(const std::string& path);

/// Waits until the file is on its disk, and asks the system to forget its copy, so that who reads it next reads the
/// disk.
void sync_file(const std::string& path);
/// Waits until the names in the folder of `path` are on its disk.
void sync_folder_of(const std::string& path);

/// Renames and syncs the folder. False, and nothing changed, where `to` exists.
bool rename_to_new(const std::string& from, const std::string& to);
/// The same, replacing `to` where it exists: at every moment one of the two is there under that name.
void rename_over(const std::string& from, const std::string& to);
/// A second name for the file, or a copy where the disk knows no second names. Requires that `to` does not exist.
void keep_aside(const std::string& from, const std::string& to);

/// Copies to a file that does not exist yet, and syncs it.
void copy_to_new(const std::string& from, const std::string& to);
bool have_same_bytes(const std::string& one, const std::string& other);
/// Harmless where there is none.
void remove_file(const std::string& path) noexcept;

/// Holds SQLite's exclusive lock on a database file without opening the database, so that nobody uses it meanwhile.
/// Requires that this process has not opened it: closing would drop that connection's locks.
class DatabaseLock {
 public:
  /// `is_held()` is false where somebody has the database open. Also works on damaged files.
  explicit DatabaseLock(const std::string& path);
  DatabaseLock(const DatabaseLock&) = delete;
  DatabaseLock& operator=(const DatabaseLock&) = delete;
  ~DatabaseLock();
  bool is_held() const { return is_held_; }

 private:
  int descriptor_ = -1;
  bool is_held_ = false;
};

}  // namespace mingzhang::store
