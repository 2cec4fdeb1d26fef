// SPDX-License-Identifier: Apache-2.0
// A witness's decisions: every answer, in precedence, and no way to two histories.
#include "audit/witness/witness.h"

#include <string>
#include <vector>

#include "audit/notes/private_key.h"
#include "tests/audit/naive_tree.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

constexpr const char* kTree = "样例局/ledger/zhang/sha256";

/// A log of numbered leaves, honest or not, with its key.
struct SignedLog {
  PrivateKey key = PrivateKey::generate(Algorithm::Ed25519);
  std::vector<Digest> leaves;
  Hasher hasher{Suite::Sha256};

  explicit SignedLog(int size, int changed = -1) {
    for (int number = 0; number < size; ++number) {
      leaves.push_back(hasher.leaf(std::to_string(number) + (number == changed ? " changed" : "")));
    }
  }
  Digest root(std::size_t size) { return naive_root(hasher, LeafSpan(leaves).first(size)); }
  NoteKey public_key() const { return {kTree, KeyUse::Log, key.public_key()}; }

  WitnessRequest request(std::int64_t old_size, std::size_t size) {
    WitnessRequest request;
    request.old_size = old_size;
    request.checkpoint = {kTree, static_cast<std::int64_t>(size), root(size)};
    request.note.text = checkpoint_text(request.checkpoint);
    request.note.signatures.push_back(sign_note(request.note.text, kTree, key));
    if (old_size > 0 && old_size < static_cast<std::int64_t>(size)) {
      const SubtreeRoots roots = [this](Subtree subtree) {
        const std::size_t count = std::size_t{1} << subtree.level;
        return naive_root(hasher, LeafSpan(leaves).subspan(static_cast<std::size_t>(subtree.index) * count, count));
      };
      request.proof = consistency_proof(hasher, {old_size, static_cast<std::int64_t>(size)}, roots);
    }
    return request;
  }
};

WitnessAnswer answer(SignedLog& log, const WitnessRequest& request, const std::optional<SeenLog>& seen) {
  const std::vector<NoteKey> keys{log.public_key()};
  return decide(request, keys, seen).answer;
}

TEST_CASE("what grew is cosigned, step by step, and the same once more", "[audit][witness]") {
  SignedLog log(40);
  const std::vector<NoteKey> keys{log.public_key()};
  std::optional<SeenLog> seen;
  for (const std::size_t size : {std::size_t{3}, std::size_t{3}, std::size_t{4}, std::size_t{17}, std::size_t{40}}) {
    const WitnessDecision decision = decide(log.request(seen ? seen->size : 0, size), keys, seen);
    REQUIRE(decision.answer == WitnessAnswer::Cosigns);
    CHECK(decision.seen == SeenLog{kTree, static_cast<std::int64_t>(size), log.root(size)});
    CHECK_FALSE(decision.is_fork);
    seen = decision.seen;
  }
}

TEST_CASE("each answer comes before all that follow it", "[audit][witness]") {
  SignedLog log(20);
  SignedLog stranger(20);
  const SeenLog seen{kTree, 7, log.root(7)};
  // Everything is wrong with the request: another log's name, its signature, an old size beyond, another size, no proof.
  WitnessRequest request = stranger.request(9, 5);
  request.checkpoint.origin = "样例局/ledger/other/sha256";
  CHECK(answer(log, request, seen) == WitnessAnswer::UnknownLog);
  request.checkpoint.origin = kTree;
  CHECK(answer(log, request, seen) == WitnessAnswer::SignatureBad);
  request.note.signatures = {sign_note(request.note.text, kTree, log.key)};
  CHECK(answer(log, request, seen) == WitnessAnswer::OldSizeBad);
  request.old_size = 5;
  CHECK(answer(log, request, seen) == WitnessAnswer::SizeDiffers);
  request = log.request(7, 12);
  request.proof.pop_back();
  CHECK(answer(log, request, seen) == WitnessAnswer::ProofBad);
  CHECK(answer(log, log.request(7, 12), seen) == WitnessAnswer::Cosigns);
}

TEST_CASE("no changed history is cosigned, wherever it was changed", "[audit][witness]") {
  SignedLog honest(20);
  const SeenLog seen{kTree, 13, honest.root(13)};
  for (int changed = 0; changed < 13; ++changed) {
    SignedLog forged(20, changed);
    const std::vector<NoteKey> keys{forged.public_key()};
    for (const std::size_t size : {std::size_t{13}, std::size_t{14}, std::size_t{20}}) {
      const WitnessDecision decision = decide(forged.request(13, size), keys, seen);
      CHECK(decision.answer == WitnessAnswer::ProofBad);
      CHECK(decision.is_fork);
      CHECK(decision.seen == seen);
    }
  }
  SignedLog later(20, 15);  // behind what was seen nobody can know better: the negative control
  const std::vector<NoteKey> keys{later.public_key()};
  CHECK(decide(later.request(13, 20), keys, seen).answer == WitnessAnswer::Cosigns);
}

TEST_CASE("a log that was cut is told what was seen of it", "[audit][witness]") {
  SignedLog log(20);
  const std::vector<NoteKey> keys{log.public_key()};
  const SeenLog seen{kTree, 13, log.root(13)};
  const WitnessDecision decision = decide(log.request(9, 12), keys, seen);
  CHECK(decision.answer == WitnessAnswer::SizeDiffers);
  CHECK(decision.seen == seen);
  CHECK(decide(log.request(0, 12), keys, seen).answer == WitnessAnswer::SizeDiffers);
}

TEST_CASE("one wrong signature of a known key spoils the request, beside a right one too", "[audit][witness]") {
  SignedLog log(5);
  PrivateKey next = PrivateKey::generate(Algorithm::Ed25519);
  const std::vector<NoteKey> keys{log.public_key(), {kTree, KeyUse::Log, next.public_key()}};
  WitnessRequest request = log.request(0, 5);
  request.note.signatures.push_back(sign_note(request.note.text, kTree, next));
  CHECK(decide(request, keys, std::nullopt).answer == WitnessAnswer::Cosigns);
  request.note.signatures.back().signature[3] = static_cast<char>(request.note.signatures.back().signature[3] ^ 1);
  CHECK(decide(request, keys, std::nullopt).answer == WitnessAnswer::SignatureBad);
}

TEST_CASE("a request comes back from its bytes, and what is none is refused with the reason", "[audit][witness]") {
  SignedLog log(20);
  const std::string good = witness_request_bytes(log.request(7, 20));
  const Result<WitnessRequest, Problem> read = parse_witness_request(good);
  REQUIRE(read);
  CHECK(witness_request_bytes(*read) == good);
  const auto why = [&good](const std::string& before, const std::string& after) {
    std::string bytes = good;
    bytes.replace(bytes.find(before), before.size(), after);
    const Result<WitnessRequest, Problem> request = parse_witness_request(bytes);
    return request ? std::string("a request") : request.error().detail;
  };
  CHECK(why("old 7", "old 07") == "no line with the old size");
  CHECK(why("old 7", "size 7") == "no line with the old size");
  CHECK(why("old 7\n", "old 7\nQUJD\n") == "a line of the proof is not 32 bytes in base64");
  std::string many;
  for (int number = 0; number < 64; ++number) many += std::string(43, 'A') + "=\n";
  CHECK(why("old 7\n", "old 7\n" + many) == "the proof is too long");
  CHECK_FALSE(parse_witness_request(""));
  CHECK_FALSE(parse_witness_request("old 7\n"));
}

}  // namespace
}  // namespace mingzhang::audit
