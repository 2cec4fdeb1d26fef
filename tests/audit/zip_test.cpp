// SPDX-License-Identifier: Apache-2.0
// Zip files: what we write comes back, and whatever is not exactly of that form is refused.
#include <random>
#include <string>
#include <vector>

#include "audit/package/bag.h"
#include "audit/package/byte_files.h"
#include "audit/package/zip_reader.h"
#include "audit/package/zip_writer.h"
#include "tests/audit/digests_of.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::audit {
namespace {

struct PlainFile {
  std::string name;
  std::string bytes;
};

std::string zip_of(const std::vector<PlainFile>& files) {
  MemoryBytes bytes;
  ZipWriter writer(bytes);
  for (const PlainFile& file : files) {
    writer.begin(file.name);
    writer.write(file.bytes);
    writer.end();
  }
  writer.finish();
  return bytes.bytes();
}

/// "PKG-…" of the first problem in opening and reading everything; empty where there is none.
std::string refusal_of_zip(const std::string& bytes) {
  const MemoryBytes source(bytes);
  const auto reader = ZipReader::open(source);
  if (!reader) return std::string(reader.error().info->code);
  for (const PackageEntry& entry : (*reader)->entries()) {
    const Result<std::string, Problem> read = read_whole(**reader, entry.name, 1 << 24);
    if (!read) return std::string(read.error().info->code);
  }
  return {};
}

std::string some_bytes(std::mt19937_64& random, std::size_t size, bool is_dull) {
  std::string bytes(size, 'a');
  for (char& c : bytes) c = is_dull ? static_cast<char>('a' + random() % 2) : static_cast<char>(random());
  return bytes;
}

TEST_CASE("files of all sizes come back as they were, in the order of their names", "[audit][zip]") {
  std::mt19937_64 random(tests::run_seed());
  std::vector<PlainFile> files;
  for (const std::size_t size : {0U, 1U, 100U, 65'535U, 65'536U, 300'000U}) {
    files.push_back({"top/" + std::to_string(900'000 - size) + "-dull", some_bytes(random, size, true)});
    files.push_back({"top/" + std::to_string(900'000 - size) + "-wild", some_bytes(random, size, false)});
  }
  const std::string zip = zip_of(files);
  CHECK((zip == zip_of(files)));
  const MemoryBytes source(zip);
  const auto reader = ZipReader::open(source);
  REQUIRE(reader);
  CHECK((*reader)->top() == "top");
  REQUIRE((*reader)->entries().size() == files.size());
  for (std::size_t one = 1; one < files.size(); ++one) CHECK((*reader)->entries()[one - 1].name < (*reader)->entries()[one].name);
  for (const PlainFile& file : files) {
    const Result<std::string, Problem> read = read_whole(**reader, file.name.substr(4), 1 << 24);
    REQUIRE(read);
    CHECK((*read == file.bytes));
  }
  CHECK((*reader)->open("top/x") == nullptr);
}

TEST_CASE("names that leave their folder, or that two systems read differently, are none", "[audit][zip]") {
  for (const char* bad : {"", "x", "/x/y", "x//y", "x/../y", "x/./y", "../x/y", "x/", "x\\y/z", "x/y:z", "x/y.", "x/y ", "x/\x01", "x/\xc3\xa9"}) {
    INFO(bad);
    CHECK_FALSE(is_zip_name(bad));
  }
  CHECK_FALSE(is_zip_name("x/" + std::string(254, 'a')));
  CHECK(is_zip_name("x/" + std::string(253, 'a')));
  CHECK(is_zip_name("top/data/csv/a-b_c.1.csv"));
}

TEST_CASE("doubled names, names in two top folders and a file that is also a folder are refused", "[audit][zip]") {
  CHECK(refusal_of_zip(zip_of({{"top/a", "1"}, {"top/b", "2"}})).empty());
  CHECK(refusal_of_zip(zip_of({{"top/a", "1"}, {"top/a", "2"}})) == "PKG-103");
  CHECK(refusal_of_zip(zip_of({{"top/a", "1"}, {"top/A", "2"}})) == "PKG-103");
  CHECK(refusal_of_zip(zip_of({{"top/a", "1"}, {"pot/b", "2"}})) == "PKG-103");
  CHECK(refusal_of_zip(zip_of({{"top/a", "1"}, {"top/a/b", "2"}})) == "PKG-103");
  CHECK(refusal_of_zip(zip_of({})) == "PKG-101");
}

TEST_CASE("a file cut at any byte, or with anything before or behind it, is refused", "[audit][zip]") {
  const std::string zip = zip_of({{"top/a", "synthetic"}, {"top/b", std::string(300, 'b')}});
  for (std::size_t size = 0; size < zip.size(); ++size) CHECK_FALSE(refusal_of_zip(zip.substr(0, size)).empty());
  CHECK_FALSE(refusal_of_zip(zip + "x").empty());
  CHECK_FALSE(refusal_of_zip("x" + zip).empty());
  CHECK_FALSE(refusal_of_zip(zip + zip).empty());
}

TEST_CASE("of one flipped bit anywhere every one is refused, or changes nothing that is read", "[audit][zip]") {
  const std::string text(400, 'b');
  const std::string zip = zip_of({{"top/a", "synthetic"}, {"top/b", text}});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < zip.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = zip;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      if (!refusal_of_zip(flipped).empty()) {
        ++refused;
        continue;
      }
      // zlib does not look at the bits behind the end of the stream within its last byte.
      const MemoryBytes source(flipped);
      const auto reader = ZipReader::open(source);
      REQUIRE(reader);
      CHECK(*read_whole(**reader, "b", 1 << 20) == text);
      CHECK(*read_whole(**reader, "a", 1 << 20) == "synthetic");
    }
  }
  CHECK(refused > zip.size() * 8 - 32);
}

TEST_CASE("a bomb ends where its size was declared, and a size that its bytes cannot hold is refused at once", "[audit][zip]") {
  const std::string zip = zip_of({{"top/a", std::string(1'000'000, '\0')}});
  // The unpacked size, in both headers: first larger than the stream, then smaller, then beyond what deflate can do.
  const auto with_size = [&zip](std::int64_t size) {
    ZipEntry entry{"top/a", 0, 0, 0, 0};
    const std::size_t directory = zip.rfind("PK\x01\x02");
    entry.crc = static_cast<std::uint32_t>(zip_number(zip, 14, 4));
    entry.packed = static_cast<std::int64_t>(zip_number(zip, 30 + 5 + 4 + 8, 8));
    entry.size = size;
    std::string changed = zip_local_header(entry) + zip.substr(55, directory - 55) + zip_central_header(entry);
    return changed + zip.substr(directory + zip_central_header(entry).size());
  };
  CHECK(refusal_of_zip(with_size(1'000'000)).empty());
  CHECK(refusal_of_zip(with_size(1'000'001)) == "PKG-105");
  CHECK(refusal_of_zip(with_size(999'999)) == "PKG-105");
  CHECK(refusal_of_zip(with_size(0)) == "PKG-105");
  CHECK(refusal_of_zip(with_size(std::int64_t{1} << 40)) == "PKG-104");
}

TEST_CASE("more files than a package has reason to hold are refused", "[audit][zip]") {
  std::vector<PlainFile> files;
  for (int file = 0; file <= 10'000; ++file) files.push_back({"top/" + std::to_string(file), ""});
  CHECK(refusal_of_zip(zip_of(files)) == "PKG-104");
  files.pop_back();
  CHECK(refusal_of_zip(zip_of(files)).empty());
}

TEST_CASE("bags: every file is listed, in both suites, once, and is what the list says", "[audit][zip]") {
  const auto code = [](std::vector<PlainFile> files) {
    for (PlainFile& file : files) file.name = "top/" + file.name;
    const MemoryBytes source(zip_of(files));
    const auto reader = ZipReader::open(source);
    REQUIRE(reader);
    const std::optional<Problem> problem = check_bag(**reader);
    return problem ? std::string(problem->info->code) : std::string();
  };
  const std::string declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  const FileList payload{{"data/a", digests_of("a")}};
  const auto bag = [&](const FileList& listed, const std::string& text) {
    std::vector<PlainFile> files{{"data/a", text}, {"bagit.txt", declaration}};
    FileList tags{{"bagit.txt", digests_of(declaration)}};
    for (const Suite suite : kSuites) {
      files.push_back({"manifest-" + std::string(suite_name(suite)) + ".txt", manifest_text(listed, suite)});
      tags[files.back().name] = digests_of(files.back().bytes);
    }
    for (const Suite suite : kSuites) files.push_back({"tagmanifest-" + std::string(suite_name(suite)) + ".txt", manifest_text(tags, suite)});
    return files;
  };
  CHECK(code(bag(payload, "a")).empty());
  CHECK(code(bag(payload, "b")) == "PKG-204");
  CHECK(code(bag({}, "a")) == "PKG-202");
  CHECK(code(bag({{"data/a", digests_of("a")}, {"data/b", digests_of("b")}}, "a")) == "PKG-201");
  CHECK(code(bag({{"bagit.txt", digests_of(declaration)}, {"data/a", digests_of("a")}}, "a")) == "PKG-203");
  FileList half = payload;
  half["data/a"].sm3 = digests_of("b").sm3;
  CHECK(code(bag(half, "a")) == "PKG-204");
  std::vector<PlainFile> more = bag(payload, "a");
  more.push_back({"extra", ""});
  CHECK(code(more) == "PKG-202");
  std::vector<PlainFile> fewer = bag(payload, "a");
  fewer.erase(fewer.begin() + 2);
  CHECK(code(fewer) == "PKG-201");
}

}  // namespace
}  // namespace mingzhang::audit
