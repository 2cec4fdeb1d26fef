// SPDX-License-Identifier: Apache-2.0
// Writes the headers.
#include "audit/package/zip_form.h"

namespace mingzhang::audit {
namespace {

constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kVersion = 45;  // zip64
constexpr std::uint16_t kMadeByUnix = 3 << 8 | kVersion;
constexpr std::uint16_t kDate = 1 << 5 | 1;  // 1980-01-01, the first that the format knows
constexpr std::uint32_t kInZip64 = 0xffff'ffff;
constexpr std::uint32_t kMode = 0100644U << 16;  // a plain file

class Fields {
 public:
  Fields& put16(std::uint64_t value) { return put(value, 2); }
  Fields& put32(std::uint64_t value) { return put(value, 4); }
  Fields& put64(std::int64_t value) { return put(static_cast<std::uint64_t>(value), 8); }
  Fields& put(std::string_view text) {
    bytes_.append(text);
    return *this;
  }
  std::string take() { return std::move(bytes_); }

 private:
  Fields& put(std::uint64_t value, int size) {
    for (int byte = 0; byte < size; ++byte) bytes_ += static_cast<char>(value >> (8 * byte) & 255U);
    return *this;
  }
  std::string bytes_;
};

}  // namespace

std::string zip_local_header(const ZipEntry& entry) {
  Fields fields;
  fields.put32(0x04034b50).put16(kVersion).put16(0).put16(kDeflated).put16(0).put16(kDate);
  fields.put32(entry.crc).put32(kInZip64).put32(kInZip64).put16(entry.name.size()).put16(20).put(entry.name);
  return fields.put16(1).put16(16).put64(entry.size).put64(entry.packed).take();
}

std::string zip_central_header(const ZipEntry& entry) {
  Fields fields;
  fields.put32(0x02014b50).put16(kMadeByUnix).put16(kVersion).put16(0);
  fields.put16(kDeflated).put16(0).put16(kDate).put32(entry.crc);
  fields.put32(kInZip64).put32(kInZip64).put16(entry.name.size()).put16(28).put16(0).put16(0).put16(0).put32(kMode);
  fields.put32(kInZip64).put(entry.name);
  return fields.put16(1).put16(24).put64(entry.size).put64(entry.packed).put64(entry.offset).take();
}

std::string zip_end(std::int64_t entries, std::int64_t directory_at, std::int64_t directory_size) {
  Fields fields;
  fields.put32(0x06064b50).put64(44).put16(kMadeByUnix).put16(kVersion).put32(0).put32(0);
  fields.put64(entries).put64(entries).put64(directory_size).put64(directory_at);
  fields.put32(0x07064b50).put32(0).put64(directory_at + directory_size).put32(1);
  fields.put32(0x06054b50).put16(0).put16(0).put16(0xffff).put16(0xffff).put32(kInZip64).put32(kInZip64).put16(0);
  return fields.take();
}

std::uint64_t zip_number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t byte = size; byte > 0; --byte) number = number << 8U | static_cast<unsigned char>(bytes[at + byte - 1]);
  return number;
}

}  // namespace mingzhang::audit
