// SPDX-License-Identifier: Apache-2.0
// Bytes in files and in memory.
#pragma once

#include <memory>
#include <string>

#include "audit/package/bytes.h"

namespace mingzhang::audit {

/// A new file: created beside its place as PATH.part, put there by `finish` after it was written to the disk; removed where `finish`
/// was not called. Throws WorldError where it cannot be made, also where PATH is there already.
class FileSink final : public ByteSink {
 public:
  explicit FileSink(std::string path);
  ~FileSink() override;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  void write(std::string_view bytes) override;
  void patch(std::int64_t at, std::string_view bytes) override;
  void finish();

 private:
  void write_at(std::int64_t at, std::string_view bytes);
  void flush();

  std::string path_;
  int file_ = -1;
  std::int64_t flushed_ = 0;  // bytes that have gone to the file
  std::string waiting_;       // and those that follow them
  bool is_finished_ = false;
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
