// SPDX-License-Identifier: Apache-2.0
// Files by the calls of POSIX.
#include "audit/package/byte_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kWaitingMax = std::size_t{1} << 20;

[[noreturn]] void file_failed(const char* what) {
  const WorldFault fault = errno == ENOSPC || errno == EDQUOT ? WorldFault::Full
                           : errno == EROFS                   ? WorldFault::ReadOnly
                                                              : WorldFault::Unavailable;
  throw WorldError(fault, what);
}

int created(const std::string& path) {
  if (::access(path.c_str(), F_OK) == 0) throw WorldError(WorldFault::Unavailable, "the file is there already; it is not written over");
  const int file = ::open((path + ".part").c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
  if (file < 0) file_failed("the file cannot be created");
  return file;
}

int nameless(const std::string& path) {
  std::string pattern = path + ".XXXXXX";
  const int file = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (file < 0) file_failed("the file cannot be created");
  ::unlink(pattern.c_str());
  return file;
}

/// A name is on the disk when its folder is.
void sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool is_synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!is_synced) file_failed("the folder cannot be brought to the disk");
}

}  // namespace

WrittenFile::~WrittenFile() {
  ::close(file_);
}

void WrittenFile::write_at(std::int64_t at, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file_, bytes.data(), bytes.size(), at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) file_failed("the file cannot be written");
    at += written;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void WrittenFile::flush() {
  write_at(flushed_, waiting_);
  flushed_ += static_cast<std::int64_t>(waiting_.size());
  waiting_.clear();
}

void WrittenFile::write(std::string_view bytes) {
  waiting_.append(bytes);
  if (waiting_.size() >= kWaitingMax) flush();
}

void WrittenFile::patch(std::int64_t at, std::string_view bytes) {
  flush();
  write_at(at, bytes);
}

FileSink::FileSink(std::string path) : WrittenFile(created(path)), path_(std::move(path)) {}

FileSink::~FileSink() {
  if (!is_finished_) ::unlink((path_ + ".part").c_str());
}

void FileSink::finish() {
  flush();
  if (::fsync(file()) != 0) file_failed("the file cannot be brought to the disk");
  if (::rename((path_ + ".part").c_str(), path_.c_str()) != 0) file_failed("the file cannot be put into its place");
  is_finished_ = true;
  sync_folder_of(path_);
}

NamelessFile::NamelessFile(const std::string& path) : WrittenFile(nameless(path)) {}

void NamelessFile::read_whole(const std::function<void(std::string_view)>& take) {
  flush();
  std::string piece(kWaitingMax, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(file(), piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) file_failed("the file cannot be read");
    if (got == 0) return;
    take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
}

FileSource::FileSource(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  struct stat facts {};
  if (file_ < 0) file_failed("the file cannot be opened");
  if (::fstat(file_, &facts) != 0 || !S_ISREG(facts.st_mode)) {
    ::close(file_);
    throw WorldError(WorldFault::Unavailable, "this is no file that can be read anywhere");
  }
  size_ = facts.st_size;
}

FileSource::~FileSource() {
  ::close(file_);
}

void FileSource::read(std::int64_t at, std::span<char> into) const {
  while (!into.empty()) {
    const ssize_t got = ::pread(file_, into.data(), into.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) file_failed("the file cannot be read");
    if (got == 0) throw WorldError(WorldFault::Damaged, "the file has become shorter");
    at += got;
    into = into.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace mingzhang::audit
