// SPDX-License-Identifier: Apache-2.0
// Packs with zlib, and patches each local header when its sizes are known.
#include "audit/package/zip_writer.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kPackBuffer = std::size_t{1} << 16;
constexpr std::size_t kNameBytesMax = 255;
constexpr int kLevel = 6;
constexpr int kRawDeflate = -15;
constexpr int kMemoryLevel = 8;

bool is_name_part(std::string_view part) {
  return !part.empty() && part != "." && part != ".." && part.back() != '.' && part.back() != ' ';
}

}  // namespace

bool is_zip_name(std::string_view name) {
  if (name.size() > kNameBytesMax || name.find('/') == std::string_view::npos) return false;
  if (!std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~' && c != '\\' && c != ':'; })) return false;
  while (true) {
    const std::size_t slash = name.find('/');
    if (!is_name_part(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

ZipWriter::ZipWriter(ByteSink& sink) : sink_(sink), stream_(std::make_unique<z_stream>()), buffer_(kPackBuffer, '\0') {
  if (deflateInit2(stream_.get(), kLevel, Z_DEFLATED, kRawDeflate, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw WorldError(WorldFault::OutOfMemory, "no memory to pack a file");
  }
}

ZipWriter::~ZipWriter() {
  deflateEnd(stream_.get());
}

void ZipWriter::put(std::string_view bytes) {
  sink_.write(bytes);
  offset_ += static_cast<std::int64_t>(bytes.size());
}

void ZipWriter::begin(const std::string& name) {
  MZ_CHECK(!is_open_ && is_zip_name(name));
  entries_.push_back(ZipEntry{name, 0, 0, 0, offset_});
  MZ_CHECK(deflateReset(stream_.get()) == Z_OK);
  put(zip_local_header(entries_.back()));
  is_open_ = true;
}

void ZipWriter::pack(std::string_view bytes, int flush) {
  stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream_->avail_in = static_cast<uInt>(bytes.size());
  do {
    stream_->next_out = reinterpret_cast<Bytef*>(buffer_.data());
    stream_->avail_out = static_cast<uInt>(buffer_.size());
    MZ_CHECK(deflate(stream_.get(), flush) != Z_STREAM_ERROR);
    put(std::string_view(buffer_.data(), buffer_.size() - stream_->avail_out));
  } while (stream_->avail_out == 0);
}

void ZipWriter::write(std::string_view bytes) {
  MZ_CHECK(is_open_);
  constexpr std::size_t kPieceMax = std::numeric_limits<uInt>::max() / 2;
  ZipEntry& entry = entries_.back();
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, kPieceMax);
    entry.crc = static_cast<std::uint32_t>(crc32_z(entry.crc, reinterpret_cast<const Bytef*>(piece.data()), piece.size()));
    entry.size += static_cast<std::int64_t>(piece.size());
    pack(piece, Z_NO_FLUSH);
    bytes.remove_prefix(piece.size());
  }
}

void ZipWriter::end() {
  MZ_CHECK(is_open_);
  pack({}, Z_FINISH);
  ZipEntry& entry = entries_.back();
  const std::int64_t header = kZipLocalBytes + static_cast<std::int64_t>(entry.name.size());
  entry.packed = offset_ - entry.offset - header;
  sink_.patch(entry.offset, zip_local_header(entry));
  is_open_ = false;
}

void ZipWriter::finish() {
  MZ_CHECK(!is_open_);
  const std::int64_t directory_at = offset_;
  for (const ZipEntry& entry : entries_) put(zip_central_header(entry));
  put(zip_end(static_cast<std::int64_t>(entries_.size()), directory_at, offset_ - directory_at));
}

}  // namespace mingzhang::audit
