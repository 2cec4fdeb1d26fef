// SPDX-License-Identifier: Apache-2.0
// Signatures over files: right for these bytes, this purpose and a trusted signer, and for nothing else.
#include "audit/notes/signed_file.h"

#include <string>

#include "audit/notes/checkpoint.h"
#include "audit/notes/private_key.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kSigner = "样例农商行/files";
constexpr std::string_view kPurpose = "loan-register 2016-12-31";

std::string signed_text(std::string_view text, PrivateKey& key, std::string_view name = kSigner) {
  return note_bytes({std::string(text), {sign_note(text, name, key)}});
}

TrustPolicy trusting(const PrivateKey& key, std::string_view name = kSigner) {
  return {{NoteKey{std::string(name), KeyUse::Log, key.public_key()}}, {}, {}, ""};
}

std::string code_of(const std::optional<Problem>& problem) {
  return problem ? std::string(problem->info->code) : "";
}

}  // namespace

TEST_CASE("a signature over a file is right for these bytes and this purpose, in both algorithms", "[audit][notes]") {
  for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
    PrivateKey key = PrivateKey::generate(algorithm);
    const PrivateKey other = PrivateKey::generate(algorithm);
    const std::string note = signed_text(signed_file_text(kSigner, kPurpose, "a,b\r\n"), key);
    CHECK(code_of(check_signed_file(note, kPurpose, "a,b\r\n", trusting(key))).empty());
    CHECK(code_of(check_signed_file(note, kPurpose, "a,c\r\n", trusting(key))) == "SEAL-115");
    CHECK(code_of(check_signed_file(note, "loan-register 2017-12-31", "a,b\r\n", trusting(key))) == "SEAL-115");
    CHECK(code_of(check_signed_file(note, kPurpose, "a,b\r\n", trusting(other))) == "SEAL-113");
    // A key that is trusted for another name does not speak for this one.
    CHECK(code_of(check_signed_file(note, kPurpose, "a,b\r\n", trusting(key, "样例信用社/files"))) == "SEAL-113");
  }
}

TEST_CASE("what is signed otherwise is no signature over a file", "[audit][notes]") {
  PrivateKey key = PrivateKey::generate(Algorithm::Ed25519);
  const TrustPolicy policy = trusting(key);
  CHECK(code_of(check_signed_file("a,b\r\n", kPurpose, "a,b\r\n", policy)) == "SEAL-101");
  const std::string checkpoint = checkpoint_text({std::string(kSigner), 3, Digest{}});
  CHECK(code_of(check_signed_file(signed_text(checkpoint, key), kPurpose, "a,b\r\n", policy)) == "SEAL-114");
  // Digests left out or lines added are another text, whoever signed it.
  const std::string text = signed_file_text(kSigner, kPurpose, "a,b\r\n");
  for (const std::string& changed : {text + "more\n", text.substr(0, text.find("sm3 "))}) {
    CHECK(code_of(check_signed_file(signed_text(changed, key), kPurpose, "a,b\r\n", policy)) == "SEAL-115");
  }
}

}  // namespace mingzhang::audit
