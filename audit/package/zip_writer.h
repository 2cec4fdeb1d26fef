// SPDX-License-Identifier: Apache-2.0
// Writes a zip file in its one form: the same files in the same order give the same bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audit/package/bytes.h"
#include "audit/package/zip_form.h"

struct z_stream_s;

namespace mingzhang::audit {

/// One file after the other, each in pieces. Everything is deflated at level 6 by zlib.
class ZipWriter {
 public:
  /// `sink` must outlive the writer and be empty.
  explicit ZipWriter(ByteSink& sink);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// Begins the next file. Requires: `is_zip_name(name)`, and that no file is being written.
  void begin(const std::string& name);
  void write(std::string_view bytes);
  void end();
  /// Writes the directory; nothing can be written afterwards.
  void finish();

 private:
  void pack(std::string_view bytes, int flush);
  void put(std::string_view bytes);

  ByteSink& sink_;
  std::unique_ptr<z_stream_s> stream_;
  std::vector<ZipEntry> entries_;
  std::string buffer_;
  std::int64_t offset_ = 0;
  bool is_open_ = false;
};

/// True for what a file of a package may be called: printable ASCII without backslash, parts between slashes, none of them empty, "." or
/// "..", none ending with a dot or blank; at least one folder; at most 255 bytes.
bool is_zip_name(std::string_view name);

}  // namespace mingzhang::audit
