// SPDX-License-Identifier: Apache-2.0
// A package's file, line by line.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "audit/package/files.h"

namespace mingzhang::audit {

/// The longest line that is read: what canonical JSON may have.
inline constexpr std::size_t kLineBytesMax = std::size_t{64} << 20;

/// Reads in pieces; memory is the longest line's.
class LineReader {
 public:
  /// Null is a file that is not there: it has no lines.
  explicit LineReader(std::unique_ptr<PackageFile> file) : file_(std::move(file)), piece_(std::size_t{1} << 17, '\0') {}

  /// The next line without its newline, good until the next call; nothing at the end. After the end `problem` tells whether it was the
  /// true one: a line without end, or longer than allowed, or bytes that could not be read, are problems.
  std::optional<std::string_view> next();
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  bool refill();

  std::unique_ptr<PackageFile> file_;
  std::string piece_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool is_at_end_ = false;
  std::optional<Problem> problem_;
};

}  // namespace mingzhang::audit
