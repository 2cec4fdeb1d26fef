// SPDX-License-Identifier: Apache-2.0
// Proofs of one record as files: their one form, and what does not fit together.
#include "audit/notes/tlog_proof.h"

#include <string>
#include <vector>

#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "tests/audit/naive_tree.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

std::string leaf_text(std::int64_t index) {
  return "record " + std::to_string(index);
}

/// The proof of one leaf of a small tree.
TlogProof sample_proof(std::int64_t index, std::int64_t size, Hasher& hasher, Signer& signer) {
  std::vector<Digest> leaves;
  for (std::int64_t number = 0; number < size; ++number) leaves.push_back(hasher.leaf(leaf_text(number)));
  TlogProof proof;
  proof.index = index;
  proof.path = naive_path(hasher, static_cast<std::size_t>(index), leaves);
  proof.checkpoint = {"o/ledger/b/sha256", size, naive_root(hasher, leaves)};
  proof.note.text = checkpoint_text(proof.checkpoint);
  proof.note.signatures.push_back(sign_note(proof.note.text, proof.checkpoint.origin, signer));
  return proof;
}

TEST_CASE("a proof of every leaf of small trees comes back from its file, and proves that leaf only", "[audit][notes]") {
  PrivateKey key = PrivateKey::generate(Algorithm::Ed25519);
  Hasher hasher(Suite::Sha256);
  for (std::int64_t size = 1; size <= 9; ++size) {
    for (std::int64_t index = 0; index < size; ++index) {
      TlogProof proof = sample_proof(index, size, hasher, key);
      if (index % 2 == 0) proof.extra = "the record\n";
      const std::string bytes = tlog_proof_bytes(proof);
      const Result<TlogProof, Problem> read = parse_tlog_proof(bytes);
      REQUIRE(read);
      CHECK(tlog_proof_bytes(*read) == bytes);
      CHECK(read->extra == proof.extra);
      CHECK(check_tlog_proof(*read, hasher.leaf(leaf_text(index)), hasher) == ProofOutcome::Proven);
      CHECK(check_tlog_proof(*read, hasher.leaf(leaf_text(index + 1)), hasher) != ProofOutcome::Proven);
    }
  }
}

TEST_CASE("what is no proof is refused with the reason", "[audit][notes]") {
  PrivateKey key = PrivateKey::generate(Algorithm::Ed25519);
  Hasher hasher(Suite::Sha256);
  const std::string good = tlog_proof_bytes(sample_proof(2, 5, hasher, key));
  const auto why = [&good](const std::string& before, const std::string& after) {
    std::string bytes = good;
    const std::size_t at = bytes.find(before);
    REQUIRE(at != std::string::npos);
    const Result<TlogProof, Problem> proof = parse_tlog_proof(bytes.replace(at, before.size(), after));
    return proof ? std::string("a proof") : proof.error().detail;
  };
  CHECK(why("index 2", "index 3") == "a proof");  // that it proves nothing is seen when it is checked
  CHECK(why("@v1", "@v2") == "it does not begin with c2sp.org/tlog-proof@v1");
  CHECK(why("index 2", "index 02") == "no index");
  CHECK(why("index 2", "index 5") == "the index lies beyond the checkpoint");
  CHECK(why("index 2", "extra A\nindex 2") == "extra is not base64");
  CHECK(why("index 2\n", "index 2\nQUJD\n") == "a line of the path is not 32 bytes in base64");
  CHECK(why("o/ledger/b/sha256\n5\n", "o/ledger/b/sha256\n5\nx\n").find("root") != std::string::npos);
  CHECK_FALSE(parse_tlog_proof(""));
  CHECK_FALSE(parse_tlog_proof(good.substr(0, good.size() - 1)));
}

}  // namespace
}  // namespace mingzhang::audit
