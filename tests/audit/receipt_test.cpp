// SPDX-License-Identifier: Apache-2.0
// Receipts: what they prove, in both suites, and that nothing of them can be changed.
#include "audit/receipts/receipt.h"

#include <string>
#include <vector>

#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "tests/audit/naive_tree.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kLines =
    "{\"account\":\"5001\",\"amount\":100000,\"n\":1,\"salt\":\"00112233445566778899aabbccddeeff\",\"subject\":\"H1\"}\n"
    "{\"account\":\"5001\",\"amount\":100000,\"n\":2,\"salt\":\"10112233445566778899aabbccddeeff\",\"subject\":\"H2\"}\n"
    "{\"account\":\"100201\",\"amount\":200000,\"n\":3,\"salt\":\"20112233445566778899aabbccddeeff\"}\n";

/// A small log whose third record is a voucher of three lines, its key, and a witness.
struct ReceiptWorld {
  Suite suite;
  PrivateKey log_key;
  PrivateKey witness_key;
  std::vector<SealedRecord> records;

  explicit ReceiptWorld(Suite of_suite)
      : suite(of_suite), log_key(PrivateKey::generate(algorithm_of(of_suite))), witness_key(PrivateKey::generate(algorithm_of(of_suite))) {
    Sealer sealer;
    for (std::int64_t seq = 0; seq < 6; ++seq) {
      RecordHead head;
      head.kind = "voucher/v1";
      head.book = "B1";
      head.seq = seq;
      head.at = "2016-10-14T01:02:03.000004Z";
      head.by = "zhidan";
      head.data = "{\"number\":" + std::to_string(seq + 1) + "}";
      records.push_back(sealer.seal(head, seq == 2 ? kLines : std::string_view()));
    }
  }
  std::string origin() const { return origin_of("样例局", "B1", suite); }
  std::string policy(const char* quorum = "w") const {
    return "log " + NoteKey{origin(), KeyUse::Log, log_key.public_key()}.text() + "\nwitness w " +
           NoteKey{"信用社", KeyUse::Witness, witness_key.public_key()}.text() + "\nquorum " + quorum + "\n";
  }
  TlogProof proof(std::int64_t line) {
    Hasher hasher(suite);
    std::vector<Digest> leaves;
    for (const SealedRecord& record : records) leaves.push_back(suite == Suite::Sha256 ? record.leaf_sha256 : record.leaf_sm3);
    TlogProof proof;
    ReceiptContent content{records[2].bytes, std::nullopt};
    if (line >= 0) content.line = receipt_line(kLines, line, hasher);
    proof.extra = receipt_extra(content);
    proof.index = 2;
    proof.path = naive_path(hasher, 2, leaves);
    proof.checkpoint = {origin(), 6, naive_root(hasher, leaves)};
    proof.note.text = checkpoint_text(proof.checkpoint);
    proof.note.signatures.push_back(sign_note(proof.note.text, origin(), log_key));
    proof.note.signatures.push_back(cosign_note(proof.note.text, "信用社", 1'480'000'000, witness_key));
    return proof;
  }
  std::string file(std::int64_t line) { return tlog_proof_bytes(proof(line)); }
};

std::string code_of_check(const std::string& file, const std::string& policy) {
  const Result<TrustPolicy, Problem> trusted = parse_trust_policy(policy);
  REQUIRE(trusted);
  const Result<CheckedReceipt, Problem> receipt = check_receipt(file, *trusted);
  return receipt ? "" : std::string(receipt.error().info->code);
}

TEST_CASE("a receipt of the record and of each line is right in both suites", "[audit][receipts]") {
  for (const Suite suite : kSuites) {
    ReceiptWorld world(suite);
    for (std::int64_t line = -1; line < 3; ++line) CHECK(code_of_check(world.file(line), world.policy()) == "");
    const Result<TrustPolicy, Problem> policy = parse_trust_policy(world.policy());
    const Result<CheckedReceipt, Problem> receipt = check_receipt(world.file(1), *policy);
    REQUIRE(receipt);
    CHECK(receipt->record.seq == 2);
    CHECK(receipt->content.line->bytes.find("\"H2\"") != std::string::npos);
    CHECK(receipt->trust.witnesses == std::vector<std::string>{"w"});
  }
}

TEST_CASE("a receipt with any one byte changed is not right any more", "[audit][receipts]") {
  for (const Suite suite : kSuites) {
    ReceiptWorld world(suite);
    const std::string file = world.file(1);
    const std::string policy = world.policy();
    const Result<TrustPolicy, Problem> trusted = parse_trust_policy(policy);
    REQUIRE(check_receipt(file, *trusted));
    for (std::size_t at = 0; at < file.size(); ++at) {
      std::string changed = file;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      if (check_receipt(changed, *trusted)) FAIL("byte " << at);
    }
  }
}

TEST_CASE("an amount that was raised proves nothing, wherever it is raised", "[audit][receipts]") {
  ReceiptWorld world(Suite::Sha256);
  TlogProof proof = world.proof(1);
  Result<ReceiptContent, Problem> content = parse_receipt_extra(*proof.extra);
  REQUIRE(content);
  const auto code = [&](ReceiptContent changed) {
    TlogProof other = proof;
    other.extra = receipt_extra(changed);
    return code_of_check(tlog_proof_bytes(other), world.policy());
  };
  ReceiptContent raised = *content;
  raised.line->bytes.replace(raised.line->bytes.find("100000"), 6, "900000");
  CHECK(code(raised) == "SEAL-112");
  ReceiptContent moved = *content;
  moved.line->index = 0;
  CHECK(code(moved) == "SEAL-112");
  ReceiptContent of_another = *content;
  of_another.record = world.records[3].bytes;  // a record that is in the log, at another place
  CHECK(code(of_another) == "SEAL-112");
  CHECK(code(*content) == "");
}

TEST_CASE("a receipt is only as good as the signatures that its reader asks for", "[audit][receipts]") {
  ReceiptWorld world(Suite::Sha256);
  ReceiptWorld stranger(Suite::Sha256);
  const std::string file = world.file(0);
  CHECK(code_of_check(file, stranger.policy()) == "SEAL-113");
  CHECK(code_of_check(stranger.file(0), world.policy()) == "SEAL-113");
  TlogProof proof = world.proof(0);
  proof.note.signatures.pop_back();  // the witness's
  CHECK(code_of_check(tlog_proof_bytes(proof), world.policy()) == "SEAL-113");
  CHECK(code_of_check(tlog_proof_bytes(proof), world.policy("none")) == "");
  proof.note.signatures.front().signature[0] = static_cast<char>(proof.note.signatures.front().signature[0] ^ 1);
  CHECK(code_of_check(tlog_proof_bytes(proof), world.policy("none")) == "SEAL-113");
}

TEST_CASE("extra has one form", "[audit][receipts]") {
  ReceiptWorld world(Suite::Sm3);
  const std::string extra = *world.proof(2).extra;
  REQUIRE(parse_receipt_extra(extra));
  CHECK(receipt_extra(*parse_receipt_extra(extra)) == extra);
  for (const char* wrong : {"", "{}", "[]", R"({"record":"x"})", R"({"record":"x","t":"receipt/v2"})", R"({"more":1,"record":"x","t":"receipt/v1"})",
                            R"({"line":{"index":0,"path":["AA=="],"text":"x"},"record":"x","t":"receipt/v1"})",
                            R"({"line":{"index":0,"path":"","text":"x"},"record":"x","t":"receipt/v1"})",
                            R"({"line":{"index":-1,"path":[],"text":"x"},"record":"x","t":"receipt/v1"})",
                            R"({"line":{"path":[],"text":"x"},"record":"x","t":"receipt/v1"})"}) {
    INFO(wrong);
    CHECK_FALSE(parse_receipt_extra(wrong));
  }
}

TEST_CASE("the code on paper is the first sixty bits of the leaf", "[audit][receipts]") {
  Digest leaf{};
  CHECK(receipt_code(leaf) == "0000-0000-0000");
  leaf.fill(0xff);
  CHECK(receipt_code(leaf) == "ZZZZ-ZZZZ-ZZZZ");
  leaf = {0x08, 0x86, 0x42, 0x98, 0xe8, 0x4a, 0x96, 0xc6};  // 1, 2, 3 … in groups of five bits: 00001 00010 …
  CHECK(receipt_code(leaf) == "1234-5678-9ABC");
}

}  // namespace
}  // namespace mingzhang::audit
