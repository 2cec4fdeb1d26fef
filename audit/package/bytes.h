// SPDX-License-Identifier: Apache-2.0
// Where the bytes of a package come from and go to.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mingzhang::audit {

/// A file that is written from its beginning and patched once in a while. Throws WorldError where the disk fails.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  /// Appends.
  virtual void write(std::string_view bytes) = 0;
  /// Writes over bytes that were written before. Requires: at + size ≤ what was written.
  virtual void patch(std::int64_t at, std::string_view bytes) = 0;

 protected:
  ByteSink() = default;
  ByteSink(const ByteSink&) = default;
  ByteSink& operator=(const ByteSink&) = default;
};

/// A file that is read anywhere, by several threads at once. Throws WorldError where the disk fails.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::int64_t size() const = 0;
  /// Fills `into`. Requires: 0 ≤ at, at + into.size() ≤ size().
  virtual void read(std::int64_t at, std::span<char> into) const = 0;

 protected:
  ByteSource() = default;
  ByteSource(const ByteSource&) = default;
  ByteSource& operator=(const ByteSource&) = default;
};

}  // namespace mingzhang::audit
