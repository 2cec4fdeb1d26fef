// SPDX-License-Identifier: Apache-2.0
// Bytes in files and in memory.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "audit/package/bytes.h"

namespace mingzhang::audit {

/// A file that is open for writing, and bytes that wait for it. Throws WorldError.
class WrittenFile : public ByteSink {
 public:
  ~WrittenFile() override;
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  void write(std::string_view bytes) override;
  void patch(std::int64_t at, std::string_view bytes) override;

 protected:
  /// Takes over an open file.
  explicit WrittenFile(int file) : file_(file) {}
  void flush();
  int file() const { return file_; }

 private:
  void write_at(std::int64_t at, std::string_view bytes);

  int file_;
  std::int64_t flushed_ = 0;  // bytes that have gone to the file
  std::string waiting_;       // and those that follow them
};

/// A new file: created beside its place as PATH.part, put there by `finish` after it was written to the disk; removed where `finish`
/// was not called. Throws WorldError where it cannot be made, also where PATH is there already.
class FileSink final : public WrittenFile {
 public:
  explicit FileSink(std::string path);
  ~FileSink() override;

  void finish();

 private:
  std::string path_;
  bool is_finished_ = false;
};

/// A file without a name beside `path`, that nobody else opens and that is gone with the program, however it ends.
class NamelessFile final : public WrittenFile {
 public:
  explicit NamelessFile(const std::string& path);
  /// Reads everything that was written, piece by piece.
  void read_whole(const std::function<void(std::string_view)>& take);
};

/// A file that is there. Throws WorldError where it cannot be opened.
class FileSource final : public ByteSource {
 public:
  explicit FileSource(const std::string& path);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::int64_t size() const override { return size_; }
  void read(std::int64_t at, std::span<char> into) const override;

 private:
  int file_ = -1;
  std::int64_t size_ = 0;
};

/// Bytes in memory, both ways.
class MemoryBytes final : public ByteSink, public ByteSource {
 public:
  MemoryBytes() = default;
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  void write(std::string_view bytes) override { bytes_.append(bytes); }
  void patch(std::int64_t at, std::string_view bytes) override { bytes_.replace(static_cast<std::size_t>(at), bytes.size(), bytes); }
  std::int64_t size() const override { return static_cast<std::int64_t>(bytes_.size()); }
  void read(std::int64_t at, std::span<char> into) const override {
    bytes_.copy(into.data(), into.size(), static_cast<std::size_t>(at));
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace mingzhang::audit
