// SPDX-License-Identifier: Apache-2.0
// The public test cases for RFC 6962 proofs (transparency-dev/merkle, testdata/) and the SM3 vectors.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audit/proof.h"
#include "tests/audit/loose_json.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

// Nothing where any digest of the proof does not have 32 bytes.
std::optional<std::vector<Digest>> proof_of(const LooseValue& list, std::optional<Digest> (*read)(const LooseValue&)) {
  std::vector<Digest> proof;
  for (const LooseValue& item : list.items) {
    const std::optional<Digest> digest = read(item);
    if (!digest) return std::nullopt;
    proof.push_back(*digest);
  }
  return proof;
}

std::optional<Digest> base64_digest(const LooseValue& value) {
  return digest_from_bytes(from_base64(value.text));
}
std::optional<Digest> hex_digest(const LooseValue& value) {
  return digest_from_hex(value.text);
}

bool is_proven_inclusion(Hasher& hasher, const LooseValue& test) {
  const auto leaf = base64_digest(test.at("leafHash"));
  const auto root = base64_digest(test.at("root"));
  const auto proof = proof_of(test.at("proof"), base64_digest);
  if (!leaf || !root || !proof) return false;
  const InclusionClaim claim{test.at("leafIdx").as_size(), test.at("treeSize").as_size(), *leaf, *root};
  return verify_inclusion(hasher, claim, *proof) == ProofOutcome::Proven;
}

bool is_proven_consistency(Hasher& hasher, const LooseValue& test) {
  const auto old_root = base64_digest(test.at("root1"));
  const auto new_root = base64_digest(test.at("root2"));
  const auto proof = proof_of(test.at("proof"), base64_digest);
  if (!old_root || !new_root || !proof) return false;
  const ConsistencyClaim claim{test.at("size1").as_size(), test.at("size2").as_size(), *old_root, *new_root};
  return verify_consistency(hasher, claim, *proof) == ProofOutcome::Proven;
}

std::vector<std::string> json_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("the 98 public inclusion cases get the wanted answers", "[audit][proof][vectors]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  Hasher hasher(Suite::Sha256);
  const std::vector<std::string> files = json_files(folder + "/rfc6962-merkle/testdata/inclusion");
  CHECK(files.size() == 98);
  for (const std::string& file : files) {
    CAPTURE(file);
    const LooseValue test = parse_loose_json(file_bytes(file));
    CHECK(is_proven_inclusion(hasher, test) != test.at("wantErr").as_boolean());
  }
}

TEST_CASE("the 98 public consistency cases get the wanted answers", "[audit][proof][vectors]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  Hasher hasher(Suite::Sha256);
  const std::vector<std::string> files = json_files(folder + "/rfc6962-merkle/testdata/consistency");
  CHECK(files.size() == 98);
  int odd_cases = 0;
  for (const std::string& file : files) {
    CAPTURE(file);
    const LooseValue test = parse_loose_json(file_bytes(file));
    // This one wants success with "roots" of 12 bytes; a digest has 32 here, so it must be refused.
    if (file.ends_with("/additional/sizes-are-equal-one-and-proof-is-empty.json")) {
      ++odd_cases;
      CHECK_FALSE(is_proven_consistency(hasher, test));
      continue;
    }
    CHECK(is_proven_consistency(hasher, test) != test.at("wantErr").as_boolean());
  }
  CHECK(odd_cases == 1);
}

void check_tree_constants(Suite suite, const std::string& file) {
  Hasher hasher(suite);
  const LooseValue constants = parse_loose_json(file_bytes(file));
  const LooseValue& simple = constants.at("hasher");
  CHECK(hex_of(hasher.empty_root()) == simple.at("empty_root").text);
  CHECK(hex_of(hasher.leaf("")) == simple.at("leaf_empty").text);
  CHECK(hex_of(hasher.leaf("L123456")) == simple.at("leaf_L123456").text);
  // This constant hashes two texts that are no digests, so the prefix is written out.
  CHECK(hex_of(hasher.plain("\x01"
                            "N123N456")) == simple.at("node_N123_N456").text);
}

TEST_CASE("the hashing constants of both suites are ours", "[audit][proof][vectors]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  check_tree_constants(Suite::Sha256, folder + "/rfc6962-merkle/constants.json");
  check_tree_constants(Suite::Sm3, folder + "/sm3-merkle/sm3_rfc6962_vectors.json");
}

TEST_CASE("the SM3 proofs prove", "[audit][proof][vectors]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  Hasher hasher(Suite::Sm3);
  const LooseValue file = parse_loose_json(file_bytes(folder + "/sm3-merkle/sm3_rfc6962_vectors.json"));
  REQUIRE(file.at("inclusion").items.size() == 6);
  for (const LooseValue& test : file.at("inclusion").items) {
    const InclusionClaim claim{test.at("index").as_size(), test.at("size").as_size(),
                               hex_digest(test.at("leaf_hash")).value(), hex_digest(test.at("root")).value()};
    CHECK(verify_inclusion(hasher, claim, proof_of(test.at("proof"), hex_digest).value()) == ProofOutcome::Proven);
  }
  REQUIRE(file.at("consistency").items.size() == 6);
  for (const LooseValue& test : file.at("consistency").items) {
    const ConsistencyClaim claim{test.at("size1").as_size(), test.at("size2").as_size(),
                                 hex_digest(test.at("root1")).value(), hex_digest(test.at("root2")).value()};
    CHECK(verify_consistency(hasher, claim, proof_of(test.at("proof"), hex_digest).value()) == ProofOutcome::Proven);
  }
}

}  // namespace
}  // namespace mingzhang::audit
