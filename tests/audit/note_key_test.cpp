// SPDX-License-Identifier: Apache-2.0
// Keys: published signatures, hostile ones, the roles, and the encrypted file.
#include "audit/notes/note_key.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "audit/notes/private_key.h"
#include "base/base64.h"
#include "tests/audit/loose_json.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  }
  return bytes;
}

std::optional<PublicKey> ed25519(const LooseValue& hex) {
  return PublicKey::from_bytes(Algorithm::Ed25519, from_hex(hex.text));
}

constexpr std::string_view kPassphrase = "synthetic passphrase";

TEST_CASE("the signature of GM/T 0003.5 Annex A is right, with the identity that is set and no other message", "[audit][notes]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  const LooseValue example = parse_loose_json(file_bytes(folder + "/sm2/annexA.json"));
  const std::optional<PublicKey> key = PublicKey::from_bytes(Algorithm::Sm2, from_hex(example.at("pub_uncompressed").text));
  REQUIRE(key.has_value());
  const std::string signature = file_bytes(folder + "/sm2/annexA.sig.der");
  CHECK(key->verifies("message digest", signature));
  CHECK_FALSE(key->verifies("message digest ", signature));
  CHECK_FALSE(key->verifies("message digest", signature + '\0'));
  CHECK_FALSE(key->verifies("message digest", signature.substr(0, signature.size() - 1)));
  CHECK(key->pem() == file_bytes(folder + "/sm2/annexA.pub.pem"));
}

TEST_CASE("of the hostile Ed25519 signatures only those are right that no rule of RFC 8032 forbids", "[audit][notes]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  const std::vector<std::string> refused{"low_order_A", "non_canonical_A", "non_canonical_R", "low_order_residue", "reencoded_k"};
  int right = 0;
  const LooseValue vectors = parse_loose_json(file_bytes(folder + "/ed25519-cctv/ed25519vectors.json"));
  for (const LooseValue& one : vectors.items) {
    bool is_refused = false;
    for (const LooseValue& flag : one.at("flags").items) {
      is_refused = is_refused || std::find(refused.begin(), refused.end(), flag.text) != refused.end();
    }
    const std::optional<PublicKey> key = ed25519(one.at("key"));
    const bool is_right = key && key->verifies(one.at("msg").text, from_hex(one.at("sig").text));
    INFO("vector " << one.at("number").text);
    CHECK(is_right == !is_refused);
    right += is_right ? 1 : 0;
  }
  CHECK(vectors.items.size() > 500);
  CHECK(right > 0);
}

TEST_CASE("the Ed25519 cases of Wycheproof come out as they say", "[audit][notes]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  int count = 0;
  const LooseValue vectors = parse_loose_json(file_bytes(folder + "/wycheproof/ed25519_test.json"));
  for (const LooseValue& group : vectors.at("testGroups").items) {
    const std::optional<PublicKey> key = ed25519(group.at("publicKey").at("pk"));
    REQUIRE(key.has_value());
    for (const LooseValue& test : group.at("tests").items) {
      INFO("case " << test.at("tcId").text << " " << test.at("comment").text);
      CHECK(key->verifies(from_hex(test.at("msg").text), from_hex(test.at("sig").text)) == (test.at("result").text == "valid"));
      ++count;
    }
  }
  CHECK(count > 100);
}

TEST_CASE("bytes that are no key give none", "[audit][notes]") {
  const PrivateKey ed = PrivateKey::generate(Algorithm::Ed25519);
  const PrivateKey sm2 = PrivateKey::generate(Algorithm::Sm2);
  CHECK(PublicKey::from_bytes(Algorithm::Ed25519, ed.public_key().bytes()).has_value());
  CHECK(PublicKey::from_bytes(Algorithm::Sm2, sm2.public_key().bytes()).has_value());
  CHECK_FALSE(PublicKey::from_bytes(Algorithm::Sm2, ed.public_key().bytes()).has_value());
  CHECK_FALSE(PublicKey::from_bytes(Algorithm::Ed25519, sm2.public_key().bytes()).has_value());
  std::string off_curve = sm2.public_key().bytes();
  off_curve.back() = static_cast<char>(off_curve.back() ^ 1);
  CHECK_FALSE(PublicKey::from_bytes(Algorithm::Sm2, off_curve).has_value());
  std::string compressed = sm2.public_key().bytes().substr(0, 33);
  compressed[0] = '\x02';
  CHECK_FALSE(PublicKey::from_bytes(Algorithm::Sm2, compressed).has_value());
}

TEST_CASE("a cosignature holds its time, and neither role's signature passes for the other's", "[audit][notes]") {
  for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
    PrivateKey key = PrivateKey::generate(algorithm);
    const NoteKey log{"coop", KeyUse::Log, key.public_key()};
    const NoteKey witness{"coop", KeyUse::Witness, key.public_key()};
    CHECK(log.id() != witness.id());
    Note note;
    note.text = "text\n";
    note.signatures.push_back(cosign_note(note.text, "coop", 1'480'000'000, key));
    CHECK(check_note(note, witness).verdict == KeyVerdict::Good);
    CHECK(check_note(note, witness).time == 1'480'000'000);
    CHECK(check_note(note, log).verdict == KeyVerdict::Absent);
    note.signatures[0].key_id = log.id();
    CHECK(check_note(note, log).verdict == KeyVerdict::Bad);
    note.signatures[0] = sign_note(note.text, "coop", key);
    note.signatures[0].key_id = witness.id();
    CHECK(check_note(note, witness).verdict == KeyVerdict::Bad);
    note.signatures[0] = cosign_note(note.text, "coop", 1'480'000'000, key);
    note.signatures[0].signature[7] = static_cast<char>(note.signatures[0].signature[7] ^ 1);  // another second
    CHECK(check_note(note, witness).verdict == KeyVerdict::Bad);
  }
}

TEST_CASE("a key's text comes back, and no changed one does", "[audit][notes]") {
  for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
    for (const KeyUse use : {KeyUse::Log, KeyUse::Witness}) {
      const NoteKey key{"样例/ledger/B1", use, PrivateKey::generate(algorithm).public_key()};
      const std::string text = key.text();
      const Result<NoteKey, Problem> read = parse_note_key(text);
      REQUIRE(read);
      CHECK(*read == key);
      for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        if (parse_note_key(changed)) FAIL(changed);
      }
      CHECK_FALSE(parse_note_key(text + "\n"));
      CHECK_FALSE(parse_note_key(" " + text));
    }
  }
}

TEST_CASE("a private key's file opens with its passphrase only, and signs the same", "[audit][notes]") {
  for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
    const PrivateKey key = PrivateKey::generate(algorithm);
    const std::string pem = key.to_pem(kPassphrase);
    Result<PrivateKey, Problem> read = PrivateKey::from_pem(pem, kPassphrase);
    REQUIRE(read);
    CHECK(read->public_key() == key.public_key());
    CHECK(key.public_key().verifies("message", read.value().sign("message")));
    const auto wrong = PrivateKey::from_pem(pem, "another passphrase");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().info->code == "SEAL-107");
    const auto no_file = PrivateKey::from_pem(pem.substr(0, pem.size() / 2), kPassphrase);
    REQUIRE_FALSE(no_file);
    CHECK(no_file.error().info->code == "SEAL-106");
    CHECK_FALSE(PrivateKey::from_pem(key.public_key().pem(), kPassphrase));
    CHECK(pem.find("ENCRYPTED PRIVATE KEY") != std::string::npos);
    CHECK(pem != key.to_pem(kPassphrase));  // a salt of its own each time
  }
}

}  // namespace
}  // namespace mingzhang::audit
