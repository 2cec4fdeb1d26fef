// SPDX-License-Identifier: Apache-2.0
// POSIX calls with their failures as WorldError.
#include "store/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/world_error.h"

namespace mingzhang::store {
namespace {

WorldFault fault_of_errno(int code) {
  switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return WorldFault::Full;
    case EROFS:
    case EACCES:
    case EPERM:
      return WorldFault::ReadOnly;
    case ENOMEM:
      return WorldFault::OutOfMemory;
    default:
      return WorldFault::Unavailable;
  }
}

[[noreturn]] void fail(std::string_view call, const std::string& path, int code) {
  const std::string name = std::filesystem::path(path).filename().string();
  const std::string cause = "(" + std::string(call) + ": " + std::generic_category().message(code) + ")";
  throw WorldError(fault_of_errno(code), "文件 " + name + " 读写失败，请检查磁盘与权限。 Working on the file " + name +
                                             " failed; check its disk and permissions. " + cause);
}

/// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags, mode_t mode) : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
    if (number_ < 0) fail("open", path, errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }
  int number() const { return number_; }

 private:
  int number_;
};

std::string folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

using Buffer = std::array<char, 1 << 16>;

/// The next bytes, fewer than a full buffer only at the end.
std::string_view read_some(const Descriptor& file, const std::string& path, Buffer& buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const ssize_t count = ::read(file.number(), buffer.data() + filled, buffer.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("read", path, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  return {buffer.data(), filled};
}

void write_all(const Descriptor& file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

bool file_exists(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) fail("stat", path, errno);
  return false;
}

bool has_content(const std::string& path) {
  return file_exists(path) && file_size(path) > 0;
}

std::uint64_t file_size(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) fail("stat", path, errno);
  return static_cast<std::uint64_t>(status.st_size);
}

void sync_file(const std::string& path) {
  const Descriptor file(path, O_RDONLY, 0);
  if (::fsync(file.number()) != 0) fail("fsync", path, errno);
  ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED);
}

void sync_folder_of(const std::string& path) {
  const std::string folder = folder_of(path);
  const Descriptor file(folder, O_RDONLY | O_DIRECTORY, 0);
  // Some file systems have no such thing for folders, and say so.
  if (::fsync(file.number()) != 0 && errno != EINVAL) fail("fsync", folder, errno);
}

bool rename_to_new(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) return false;
    if (errno != EINVAL && errno != ENOSYS) fail("rename", to, errno);
    // The file system cannot do both at once.
    if (file_exists(to)) return false;
    rename_over(from, to);
  }
  sync_folder_of(to);
  return true;
}

void rename_over(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("rename", to, errno);
  sync_folder_of(to);
}

void keep_aside(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) != 0) {
    if (errno == EEXIST) fail("link", to, errno);
    copy_to_new(from, to);
  }
  sync_folder_of(to);
}

void copy_to_new(const std::string& from, const std::string& to) {
  {
    const Descriptor source(from, O_RDONLY, 0);
    const Descriptor target(to, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR | S_IRGRP);
    Buffer buffer;
    for (;;) {
      const std::string_view bytes = read_some(source, from, buffer);
      write_all(target, to, bytes);
      if (bytes.size() < buffer.size()) break;
    }
  }
  sync_file(to);
}

bool have_same_bytes(const std::string& one, const std::string& other) {
  const Descriptor first(one, O_RDONLY, 0);
  const Descriptor second(other, O_RDONLY, 0);
  Buffer first_buffer;
  Buffer second_buffer;
  for (;;) {
    const std::string_view first_bytes = read_some(first, one, first_buffer);
    const std::string_view second_bytes = read_some(second, other, second_buffer);
    if (first_bytes != second_bytes) return false;
    if (first_bytes.size() < first_buffer.size()) return true;
  }
}

void remove_file(const std::string& path) noexcept {
  ::unlink(path.c_str());
}

DatabaseLock::DatabaseLock(const std::string& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
  if (descriptor_ < 0) fail("open", path, errno);
  // The bytes that SQLite locks: pending, reserved and 510 for the readers (its documentation of the file format).
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  range.l_start = 0x40000000;
  range.l_len = 512;
  is_held_ = ::fcntl(descriptor_, F_OFD_SETLK, &range) == 0;
  if (!is_held_ && errno != EAGAIN && errno != EACCES) {
    const int code = errno;
    ::close(descriptor_);
    fail("lock", path, code);
  }
}

DatabaseLock::~DatabaseLock() {
  ::close(descriptor_);
}

}  // namespace mingzhang::store
