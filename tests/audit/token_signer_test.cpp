// SPDX-License-Identifier: Apache-2.0
// Keys in tokens: what they sign, and every way in which a token says no.
#include <openssl/evp.h>

#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include "audit/notes/note_key.h"
#include "audit/notes/openssl_key.h"
#include "audit/notes/private_key.h"
#include "audit/tokens/outcome.h"
#include "audit/tokens/pkcs11.h"
#include "audit/tokens/sm2_digest.h"
#include "base/world_error.h"
#include "tests/audit/soft_token.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

std::shared_ptr<TokenModule> soft_module() {
  Result<std::shared_ptr<TokenModule>, Problem> module = TokenModule::open(kSoftModule);
  REQUIRE(module.has_value());
  return std::move(module).value();
}

TokenKeyPlace place_of(const std::string& label, const std::string& id = "") {
  return {"bureau", label, id, {}};
}

Result<std::unique_ptr<TokenSigner>, Problem> open_token(const TokenKeyPlace& place, std::string_view pin = "123456",
                                                         const std::optional<PublicKey>& expected = std::nullopt) {
  return TokenSigner::open(soft_module(), place, *Pin::from_text(pin), expected);
}

std::string code_of_token(const Result<std::unique_ptr<TokenSigner>, Problem>& answer) {
  return answer ? "ok" : std::string(answer.error().info->name);
}

TEST_CASE("a token signs a note that its public key verifies, and again after the module was unloaded", "[audit][tokens]") {
  if (!has_soft_token()) return;
  const SoftToken token;
  token.add({"log", "\x01", "\x01"});
  std::optional<PublicKey> first;
  for (int round = 0; round < 2; ++round) {
    auto signer = open_token(place_of("log"));
    REQUIRE(signer.has_value());
    const std::string text = "weining.gov/ledger/B1/sha256\n3\nRcCI\n";
    const NoteSignature line = sign_note(text, "weining.gov/ledger/B1/sha256", **signer);
    const NoteKey key{"weining.gov/ledger/B1/sha256", KeyUse::Log, (*signer)->public_key()};
    CHECK(check_note(Note{text, {line}}, key).verdict == KeyVerdict::Good);
    CHECK_FALSE((*signer)->public_key().verifies(text + " ", line.signature));
    if (first) CHECK(*first == (*signer)->public_key());
    first = (*signer)->public_key();
  }
}

TEST_CASE("each refusal of a token has its own sentence", "[audit][tokens]") {
  if (!has_soft_token()) return;
  const SoftToken token;
  token.add({"log", "\x01", "\x01"});
  token.add({"twice", "\x02", "\x02"});
  token.add({"twice", "\x03", "\x03"});
  token.add({"p256", "\x04", "\x04", true});
  token.add({"alone", "\x05", ""});
  CHECK(code_of_token(open_token(place_of("log"), "654321")) == "PinWrong");
  CHECK(code_of_token(open_token({"other", "log", "", {}})) == "TokenMissing");
  CHECK(code_of_token(open_token(place_of("nobody"))) == "TokenKeyMissing");
  CHECK(code_of_token(open_token(place_of("log", "\x07"))) == "TokenKeyMissing");
  CHECK(code_of_token(open_token(place_of("twice"))) == "TokenKeyTwice");
  CHECK(code_of_token(open_token(place_of("twice", "\x03"))) == "ok");
  CHECK(code_of_token(open_token(place_of("", "\x02"))) == "ok");
  CHECK(code_of_token(open_token(place_of("p256"))) == "KeyKindBad");
  CHECK(code_of_token(open_token(place_of("alone"))) == "PublicKeyMissing");
  CHECK(code_of_token(open_token(place_of("log"))) == "ok");
}

TEST_CASE("a public key that is not the private key's lets no signature out", "[audit][tokens]") {
  if (!has_soft_token()) return;
  const SoftToken token;
  token.add({"first", "\x07", "\x08"});
  token.add({"second", "\x09", "\x07"});  // id 07 joins the first's private and the second's public half
  auto mixed = open_token(place_of("first"));
  REQUIRE(mixed.has_value());
  const Result<std::string, Problem> refused = (*mixed)->try_sign("message");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().info->name == "TokenSignatureWrong");
  CHECK_THROWS_AS((*mixed)->sign("message"), WorldError);
}

TEST_CASE("the book's key is held against the token's, and stands in where the token keeps none", "[audit][tokens]") {
  if (!has_soft_token()) return;
  const SoftToken token;
  token.add({"log", "\x01", "\x01"});
  token.add({"alone", "\x05", ""});
  const PublicKey other = PrivateKey::generate(Algorithm::Ed25519).public_key();
  CHECK(code_of_token(open_token(place_of("log"), "123456", other)) == "PublicKeyOther");
  const PublicKey right = (*open_token(place_of("log")))->public_key();
  CHECK(code_of_token(open_token(place_of("log"), "123456", right)) == "ok");
  auto alone = open_token(place_of("alone"), "123456", other);
  REQUIRE(alone.has_value());
  CHECK((*alone)->try_sign("message").error().info->name == "TokenSignatureWrong");
}

TEST_CASE("a module is a full path to a library with PKCS#11's door, open once", "[audit][tokens]") {
  CHECK(TokenModule::open("libsofthsm2.so").error().info->name == "ModuleBad");
  CHECK(TokenModule::open("/no/such/module.so").error().info->name == "ModuleBad");
  CHECK(TokenModule::open("/lib/x86_64-linux-gnu/libm.so.6").error().info->name == "ModuleBad");
  if (!has_soft_token()) return;
  const SoftToken token;
  const std::shared_ptr<TokenModule> module = soft_module();
  CHECK(TokenModule::open(kSoftModule).error().info->name == "ModuleBusy");
}

TEST_CASE("a PIN is one line of a file, neither empty nor endless", "[audit][tokens]") {
  const tests::TemporaryFolder folder;
  const auto pin_of = [&folder](const std::string& content) {
    std::ofstream(folder.file("pin"), std::ios::binary) << content;
    const Result<Pin, Problem> pin = Pin::from_file(folder.file("pin"));
    return pin ? std::string(pin->text()) : std::string(pin.error().info->name);
  };
  CHECK(pin_of("123456") == "123456");
  CHECK(pin_of("123456\r\nmore") == "123456");
  CHECK(pin_of("") == "PinUnreadable");
  CHECK(pin_of("\n123456") == "PinUnreadable");
  CHECK(pin_of(std::string(255, '1')) == std::string(255, '1'));
  CHECK(pin_of(std::string(256, '1')) == "PinUnreadable");
  CHECK(pin_of(std::string("12\0" "34", 5)) == "PinUnreadable");
  CHECK(Pin::from_file(folder.file("missing")).error().info->name == "PinUnreadable");
  CHECK(Pin::from_descriptor(-1).error().info->name == "PinUnreadable");
}

TEST_CASE("the prepared digest of SM2 is the one that a signature over the message has", "[audit][tokens]") {
  const OpensslKey key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
  REQUIRE(key);
  const PublicKey public_key = *PublicKey::from_bytes(Algorithm::Sm2, public_bytes(key.get(), Algorithm::Sm2));
  const Digest digest = sm2_digest(public_key, "message");
  const std::unique_ptr<EVP_PKEY_CTX, FreeOpenssl> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  REQUIRE(EVP_PKEY_sign_init(context.get()) == 1);
  std::string signature(80, '\0');
  std::size_t size = signature.size();
  REQUIRE(EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, digest.data(), digest.size()) == 1);
  signature.resize(size);
  CHECK(public_key.verifies("message", signature));
  CHECK_FALSE(public_key.verifies("massage", signature));
}

TEST_CASE("r and s become the shortest DER", "[audit][tokens]") {
  const std::string low = std::string(31, '\0') + '\x05';
  const std::string high = '\x80' + std::string(31, '\x01');
  const std::string der = *sm2_der_signature(low + high);
  CHECK(der == "\x30\x26\x02\x01\x05\x02\x21" + std::string(1, '\0') + high);
  CHECK_FALSE(sm2_der_signature(std::string(63, '\x01')).has_value());
  CHECK(sm2_der_signature(std::string(64, '\0'))->size() == 8);
}

}  // namespace
}  // namespace mingzhang::audit
