// SPDX-License-Identifier: Apache-2.0
// Envelopes: openssl opens them with each reader's key and no other, and what cannot be a reader is refused.
#include "audit/stamps/envelope.h"

#include <string>

#include "tests/audit/test_authority.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"

namespace mingzhang::audit {
namespace {

/// 300,000 bytes that are not all alike.
std::string long_content() {
  std::string bytes;
  for (unsigned number = 0; bytes.size() < 300'000; ++number) bytes += std::to_string(number * 7919U) + "\n";
  return bytes;
}

std::string envelope_of(const std::vector<Certificate>& readers, const std::string& content) {
  std::string bytes;
  write_envelope(
      readers,
      [&content](const TakeBytes& take) {
        const std::size_t split = content.size() / 3;
        take(std::string_view(content).substr(0, split));
        take("");
        take(std::string_view(content).substr(split));
      },
      [&bytes](std::string_view piece) { bytes.append(piece); });
  return bytes;
}

bool make_rsa(const TestAuthority& authority, const std::string& name, int bits, const std::string& use) {
  return authority.runs("openssl req -x509 -newkey rsa:" + std::to_string(bits) + " -nodes -keyout " + name + ".key -out " + name + ".crt -subj '/CN=" +
                        name + "' -days 100" + use);
}

bool opens(const TestAuthority& authority, const std::string& name, const std::string& content) {
  return authority.runs("openssl cms -decrypt -binary -inform DER -in sealed -recip " + name + ".crt -inkey " + name + ".key -out opened") &&
         tests::bytes_of(authority.file("opened")) == content;
}

std::string why(const std::vector<Certificate>& certificates) {
  const std::optional<Problem> problem = envelope_problem(certificates.front());
  return problem ? std::string(problem->info->code) : "";
}

}  // namespace

TEST_CASE("an envelope is opened by each of its readers with openssl, and by nobody else", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::P256);
  REQUIRE(make_rsa(authority, "rsa", 2048, ""));
  REQUIRE(make_rsa(authority, "other", 2048, ""));
  REQUIRE(authority.runs("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ec.key -out ec.crt -subj /CN=ec -days 100"));
  std::vector<Certificate> readers = authority.certificate("rsa");
  readers.push_back(authority.certificate("ec").front());
  for (const std::string& content : {long_content(), std::string("x"), std::string()}) {
    const std::string sealed = envelope_of(readers, content);
    CHECK((content.size() < 10 || sealed.find(content.substr(0, 10)) == std::string::npos));
    tests::write_bytes(authority.file("sealed"), sealed);
    CHECK(opens(authority, "rsa", content));
    CHECK(opens(authority, "ec", content));
    CHECK_FALSE((opens(authority, "other", content) && !content.empty()));
  }
  CHECK(envelope_of(readers, "x") != envelope_of(readers, "x"));
  tests::write_bytes(authority.file("sealed"), envelope_of(readers, "x"));
  CHECK(authority.runs("openssl asn1parse -inform DER -in sealed | grep -q rsaesOaep"));
}

TEST_CASE("a certificate that cannot receive a key is refused with the reason", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::P256);
  REQUIRE(make_rsa(authority, "short", 1024, ""));
  REQUIRE(make_rsa(authority, "signer", 2048, " -addext keyUsage=digitalSignature"));
  REQUIRE(make_rsa(authority, "good", 2048, " -addext keyUsage=keyEncipherment"));
  REQUIRE(authority.runs("openssl req -x509 -newkey ed25519 -nodes -keyout ed.key -out ed.crt -subj /CN=ed -days 100"));
  CHECK(why(authority.certificate("good")).empty());
  for (const char* name : {"short", "signer", "ed", "leaf"}) {
    INFO(name);
    CHECK(why(authority.certificate(name)) == "STAMP-105");  // the authority's leaf may sign only
  }
  CHECK(why(TestAuthority(AuthorityKind::Sm2).certificate("leaf")) == "STAMP-105");
}

}  // namespace mingzhang::audit
