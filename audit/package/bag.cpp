// SPDX-License-Identifier: Apache-2.0
// Reads manifests and compares them with the files.
#include "audit/package/bag.h"

#include <array>
#include <utility>
#include <vector>

#include "audit/package/outcome.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kPayload = "data/";
constexpr std::size_t kPiece = std::size_t{1} << 18;
constexpr std::array<std::string_view, 2> kTagManifests{"tagmanifest-sha256.txt", "tagmanifest-sm3.txt"};

Problem bag_problem(PackageOutcome outcome, std::string_view place, std::string_view detail = {}) {
  return Problem{&info_of(outcome), std::string(place), std::string(detail)};
}

bool is_payload(std::string_view name) {
  return name.starts_with(kPayload);
}
bool is_tag_manifest(std::string_view name) {
  return name == kTagManifests[0] || name == kTagManifests[1];
}

/// Names and digests of one manifest; the digest of the other suite stays empty.
std::optional<Problem> add_manifest(const PackageFiles& files, const std::string& name, Suite suite, FileList& list) {
  const Result<std::string, Problem> text = read_whole(files, name, kTagFileMax);
  if (!text) return text.error();
  std::string_view rest = *text;
  std::string_view last;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos || end < 67 || rest.substr(64, 2) != "  ") return bag_problem(PackageOutcome::ManifestBad, name, "a line");
    const std::optional<Digest> digest = digest_from_hex(rest.substr(0, 64));
    const std::string_view file = rest.substr(66, end - 66);
    if (!digest || file <= last) return bag_problem(PackageOutcome::ManifestBad, name, "a digest, or the order of the names");
    (suite == Suite::Sha256 ? list[std::string(file)].sha256 : list[std::string(file)].sm3) = *digest;
    last = file;
    rest.remove_prefix(end + 1);
  }
  return std::nullopt;
}

/// Every file that a suite's two manifests list.
std::optional<Problem> add_suite(const PackageFiles& files, Suite suite, FileList& list) {
  FileList payload;
  FileList tags;
  const std::string end = "manifest-" + std::string(suite_name(suite)) + ".txt";
  if (std::optional<Problem> problem = add_manifest(files, end, suite, payload)) return problem;
  if (std::optional<Problem> problem = add_manifest(files, "tag" + end, suite, tags)) return problem;
  for (const auto& [name, digests] : payload) {
    if (!is_payload(name)) return bag_problem(PackageOutcome::ManifestBad, end, name);
  }
  for (const auto& [name, digests] : tags) {
    if (is_payload(name) || is_tag_manifest(name)) return bag_problem(PackageOutcome::ManifestBad, "tag" + end, name);
  }
  payload.merge(tags);
  for (const auto& [name, digests] : payload) {
    (suite == Suite::Sha256 ? list[name].sha256 : list[name].sm3) = suite == Suite::Sha256 ? digests.sha256 : digests.sm3;
  }
  for (const PackageEntry& entry : files.entries()) {
    if (!is_tag_manifest(entry.name) && !payload.contains(entry.name)) return bag_problem(PackageOutcome::FileUnlisted, entry.name);
  }
  return std::nullopt;
}

std::optional<Problem> check_file(const PackageFiles& files, const std::string& name, const FileDigests& listed, FileHasher& hasher) {
  const std::unique_ptr<PackageFile> file = files.open(name);
  if (!file) return bag_problem(PackageOutcome::FileMissing, name);
  std::string piece(kPiece, '\0');
  while (true) {
    const Result<std::size_t, Problem> got = file->read(piece);
    if (!got) return got.error();
    if (*got == 0) break;
    hasher.update(std::string_view(piece).substr(0, *got));
  }
  if (hasher.finish() != listed) return bag_problem(PackageOutcome::FileChanged, name);
  return std::nullopt;
}

}  // namespace

std::string manifest_text(const FileList& files, Suite suite) {
  std::string text;
  for (const auto& [name, digests] : files) text += hex_of(suite == Suite::Sha256 ? digests.sha256 : digests.sm3) + "  " + name + "\n";
  return text;
}

Result<std::string, Problem> read_whole(const PackageFiles& files, std::string_view name, std::int64_t most) {
  const std::unique_ptr<PackageFile> file = files.open(name);
  if (!file) return Err(bag_problem(PackageOutcome::FileMissing, name));
  std::string bytes;
  std::string piece(4096, '\0');
  while (true) {
    const Result<std::size_t, Problem> got = file->read(piece);
    if (!got) return Err(got.error());
    if (*got == 0) return bytes;
    bytes.append(piece, 0, *got);
    if (static_cast<std::int64_t>(bytes.size()) > most) return Err(bag_problem(PackageOutcome::ManifestBad, name, "too large"));
  }
}

std::optional<Problem> check_bag(const PackageFiles& files) {
  FileList list;
  for (const Suite suite : kSuites) {
    if (std::optional<Problem> problem = add_suite(files, suite, list)) return problem;
  }
  FileHasher hasher;
  for (const auto& [name, digests] : list) {
    if (std::optional<Problem> problem = check_file(files, name, digests, hasher)) return problem;
  }
  const Result<std::string, Problem> declaration = read_whole(files, "bagit.txt", kTagFileMax);
  const bool is_bag = declaration && *declaration == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  return is_bag ? std::nullopt : std::optional(bag_problem(PackageOutcome::ManifestBad, "bagit.txt"));
}

}  // namespace mingzhang::audit
