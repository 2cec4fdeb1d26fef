// SPDX-License-Identifier: Apache-2.0
// The one form of our zip files (APPNOTE.TXT 6.3.10): every entry with zip64 sizes, no data descriptors, no comments, one date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang::audit {

/// What the zip file says of one file. Its bytes are deflated (method 8 of APPNOTE 4.4.5).
struct ZipEntry {
  std::string name;  ///< with the top folder
  std::uint32_t crc = 0;
  std::int64_t size = 0;    ///< unpacked
  std::int64_t packed = 0;
  std::int64_t offset = 0;  ///< of its local header
  friend bool operator==(const ZipEntry&, const ZipEntry&) = default;
};

inline constexpr std::int64_t kZipEndBytes = 56 + 20 + 22;
/// Of one entry: what its local and its central header have besides the name.
inline constexpr std::int64_t kZipLocalBytes = 30 + 20;
inline constexpr std::int64_t kZipCentralBytes = 46 + 28;

/// The local header (4.3.7) as it stands before the packed bytes.
std::string zip_local_header(const ZipEntry& entry);
/// The central header (4.3.12).
std::string zip_central_header(const ZipEntry& entry);
/// Both end records and the locator (4.3.14 to 4.3.16).
std::string zip_end(std::int64_t entries, std::int64_t directory_at, std::int64_t directory_size);

/// An unsigned number of `size` bytes, the least significant first. Requires: at + size ≤ bytes.size().
std::uint64_t zip_number(std::string_view bytes, std::size_t at, std::size_t size);

}  // namespace mingzhang::audit
