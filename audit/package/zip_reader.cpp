// SPDX-License-Identifier: Apache-2.0
// Compares every header with the one that should stand there, and unpacks with zlib.
#include "audit/package/zip_reader.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

#include "audit/package/outcome.h"
#include "audit/package/zip_writer.h"
#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kReadBuffer = std::size_t{1} << 16;
constexpr int kRawInflate = -15;
// What deflate cannot surpass: 258 bytes of every two bits, and some room for short files.
constexpr std::int64_t kInflateMax = 1032;
constexpr std::int64_t kInflateRoom = 1024;
constexpr std::size_t kCentralNameSize = 28;
constexpr std::size_t kCentralHeader = 46;

Problem zip_problem(PackageOutcome outcome, std::string place, std::string detail) {
  return Problem{&info_of(outcome), std::move(place), std::move(detail)};
}

std::string read_piece(const ByteSource& source, std::int64_t at, std::int64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  source.read(at, bytes);
  return bytes;
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// What begins as a structure of DER or BER is an envelope for certain readers (stamps/envelope.h), most likely.
const char* why_no_zip(const ByteSource& source) {
  const std::string head = read_piece(source, 0, 2);
  const bool is_envelope = head[0] == '\x30' && static_cast<unsigned char>(head[1]) >= 0x80;
  return is_envelope ? "encrypted: open it first, openssl cms -decrypt -binary -inform DER" : "no directory at the end";
}

/// One entry, unpacked piece by piece.
class ZippedFile final : public PackageFile {
 public:
  ZippedFile(const ByteSource& source, const ZipEntry& entry)
      : source_(source), entry_(entry), at_(entry.offset + kZipLocalBytes + static_cast<std::int64_t>(entry.name.size())),
        packed_left_(entry.packed), left_(entry.size) {
    if (inflateInit2(&stream_, kRawInflate) != Z_OK) throw WorldError(WorldFault::OutOfMemory, "no memory to unpack a file");
  }
  ~ZippedFile() override { inflateEnd(&stream_); }
  ZippedFile(const ZippedFile&) = delete;
  ZippedFile& operator=(const ZippedFile&) = delete;

  Result<std::size_t, Problem> read(std::span<char> into) override {
    if (left_ == 0) return ended();
    into = into.first(std::min(into.size(), static_cast<std::size_t>(std::min<std::int64_t>(left_, 1 << 30))));
    const std::optional<std::size_t> got = inflated(into);
    if (!got || *got == 0) return Err(damaged("the packed bytes end too early or are no deflate stream"));
    crc_ = static_cast<std::uint32_t>(crc32_z(crc_, reinterpret_cast<const Bytef*>(into.data()), *got));
    left_ -= static_cast<std::int64_t>(*got);
    return *got;
  }

 private:
  Problem damaged(const char* why) const { return zip_problem(PackageOutcome::ZipContent, entry_.name, why); }

  Result<std::size_t, Problem> ended() {
    if (!is_ended_) {
      // The end of the stream may stand behind the last byte; anything it would still unpack is too much.
      char more = 0;
      const std::optional<std::size_t> got = inflated(std::span(&more, 1));
      if (!got || *got != 0) return Err(damaged("there is more than the size that was declared"));
    }
    if (!is_ended_ || stream_.avail_in != 0 || packed_left_ != 0) return Err(damaged("bytes behind the end of the packed stream"));
    if (crc_ != entry_.crc) return Err(damaged("another check sum"));
    return std::size_t{0};
  }

  /// How many bytes came out; 0 at the end of the stream, nothing where it is none.
  std::optional<std::size_t> inflated(std::span<char> into) {
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = static_cast<uInt>(into.size());
    while (stream_.avail_out == into.size() && !is_ended_) {
      if (stream_.avail_in == 0 && packed_left_ > 0) refill();
      const int answer = inflate(&stream_, Z_NO_FLUSH);
      is_ended_ = answer == Z_STREAM_END;
      if (answer != Z_OK && !is_ended_) return std::nullopt;
    }
    return into.size() - stream_.avail_out;
  }

  void refill() {
    buffer_.resize(static_cast<std::size_t>(std::min<std::int64_t>(packed_left_, kReadBuffer)));
    source_.read(at_, buffer_);
    at_ += static_cast<std::int64_t>(buffer_.size());
    packed_left_ -= static_cast<std::int64_t>(buffer_.size());
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(buffer_.size());
  }

  const ByteSource& source_;
  const ZipEntry& entry_;
  z_stream stream_{};
  std::string buffer_;
  std::int64_t at_;
  std::int64_t packed_left_;
  std::int64_t left_;
  std::uint32_t crc_ = 0;
  bool is_ended_ = false;
};

}  // namespace

Result<std::unique_ptr<ZipReader>, Problem> ZipReader::open(const ByteSource& source) {
  std::unique_ptr<ZipReader> reader(new ZipReader(source));
  if (std::optional<Problem> problem = reader->read_directory()) return Err(std::move(*problem));
  if (std::optional<Problem> problem = reader->check_names()) return Err(std::move(*problem));
  return reader;
}

std::optional<Problem> ZipReader::read_directory() {
  const std::int64_t size = source_.size();
  if (size < kZipEndBytes) return zip_problem(PackageOutcome::NoZip, "", "too short");
  const std::string end = read_piece(source_, size - kZipEndBytes, kZipEndBytes);
  const std::uint64_t count = zip_number(end, 24, 8);
  const std::uint64_t directory_size = zip_number(end, 40, 8);
  const std::uint64_t directory_at = zip_number(end, 48, 8);
  if (zip_number(end, 76, 4) != 0x06054b50) return zip_problem(PackageOutcome::NoZip, "", why_no_zip(source_));
  if (zip_number(end, 0, 4) != 0x06064b50) return zip_problem(PackageOutcome::ZipForm, "", "packed by another program");
  if (count > static_cast<std::uint64_t>(kZipEntriesMax)) return zip_problem(PackageOutcome::ZipSize, "", "too many files");
  const auto limit = static_cast<std::uint64_t>(size - kZipEndBytes);
  if (directory_at > limit || directory_size != limit - directory_at ||
      end != zip_end(static_cast<std::int64_t>(count), static_cast<std::int64_t>(directory_at), static_cast<std::int64_t>(directory_size))) {
    return zip_problem(PackageOutcome::ZipForm, "", "the end of the directory");
  }
  if (directory_size > count * static_cast<std::uint64_t>(kZipCentralBytes + 255)) return zip_problem(PackageOutcome::ZipForm, "", "the directory's size");
  const std::string directory = read_piece(source_, static_cast<std::int64_t>(directory_at), static_cast<std::int64_t>(directory_size));
  std::string_view rest = directory;
  std::int64_t offset = 0;
  for (std::uint64_t entry = 0; entry < count; ++entry) {
    if (std::optional<Problem> problem = read_entry(rest, offset, static_cast<std::int64_t>(directory_at))) return problem;
  }
  if (!rest.empty() || offset != static_cast<std::int64_t>(directory_at)) return zip_problem(PackageOutcome::ZipForm, "", "bytes that belong to no file");
  return std::nullopt;
}

std::optional<Problem> ZipReader::read_entry(std::string_view& rest, std::int64_t& offset, std::int64_t directory_at) {
  const std::string place = "file " + std::to_string(zipped_.size() + 1);
  if (rest.size() < kCentralHeader) return zip_problem(PackageOutcome::ZipForm, place, "its entry in the directory");
  const std::size_t name_size = zip_number(rest, kCentralNameSize, 2);
  const std::size_t header_size = static_cast<std::size_t>(kZipCentralBytes) + name_size;
  if (rest.size() < header_size) return zip_problem(PackageOutcome::ZipForm, place, "its entry in the directory");
  ZipEntry entry;
  entry.name = std::string(rest.substr(kCentralHeader, name_size));
  if (!is_zip_name(entry.name)) return zip_problem(PackageOutcome::ZipName, place, "");
  entry.crc = static_cast<std::uint32_t>(zip_number(rest, 16, 4));
  const std::size_t extra = kCentralHeader + name_size;
  entry.size = static_cast<std::int64_t>(zip_number(rest, extra + 4, 8));
  entry.packed = static_cast<std::int64_t>(zip_number(rest, extra + 12, 8));
  entry.offset = static_cast<std::int64_t>(zip_number(rest, extra + 20, 8));
  if (entry.offset != offset || rest.substr(0, header_size) != zip_central_header(entry)) {
    return zip_problem(PackageOutcome::ZipForm, place, "its entry in the directory");
  }
  const std::int64_t local = kZipLocalBytes + static_cast<std::int64_t>(name_size);
  if (entry.packed < 0 || entry.packed > directory_at - offset - local || entry.size < 0 || entry.size > kZipBytesMax) {
    return zip_problem(PackageOutcome::ZipSize, place, "");
  }
  if (entry.size > entry.packed * kInflateMax + kInflateRoom) return zip_problem(PackageOutcome::ZipSize, place, "more than its packed bytes can hold");
  if (read_piece(source_, offset, local) != zip_local_header(entry)) return zip_problem(PackageOutcome::ZipForm, place, "its header");
  offset += local + entry.packed;
  rest.remove_prefix(header_size);
  zipped_.push_back(std::move(entry));
  return std::nullopt;
}

std::optional<Problem> ZipReader::check_names() {
  if (zipped_.empty()) return zip_problem(PackageOutcome::NoZip, "", "no files");
  top_ = zipped_.front().name.substr(0, zipped_.front().name.find('/'));
  std::vector<std::string> seen;
  std::int64_t total = 0;
  for (const ZipEntry& entry : zipped_) {
    if (!entry.name.starts_with(top_ + "/")) return zip_problem(PackageOutcome::ZipName, entry.name, "outside the top folder");
    total += entry.size;  // at most 10,000 · 2^42
    seen.push_back(lower_case(entry.name));
  }
  if (total > kZipBytesMax) return zip_problem(PackageOutcome::ZipSize, "", "all files together");
  std::sort(seen.begin(), seen.end());
  const auto twice = std::adjacent_find(seen.begin(), seen.end());
  if (twice != seen.end()) return zip_problem(PackageOutcome::ZipName, *twice, "twice");
  for (const std::string& name : seen) {
    for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
      if (std::binary_search(seen.begin(), seen.end(), name.substr(0, slash))) return zip_problem(PackageOutcome::ZipName, name, "a file and a folder");
    }
  }
  std::sort(zipped_.begin(), zipped_.end(), [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
  for (const ZipEntry& entry : zipped_) entries_.push_back({entry.name.substr(top_.size() + 1), entry.size});
  return std::nullopt;
}

std::unique_ptr<PackageFile> ZipReader::open(std::string_view name) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), name, [](const PackageEntry& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == entries_.end() || found->name != name) return nullptr;
  return std::make_unique<ZippedFile>(source_, zipped_[static_cast<std::size_t>(found - entries_.begin())]);
}

}  // namespace mingzhang::audit
