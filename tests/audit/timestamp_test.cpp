// SPDX-License-Identifier: Apache-2.0
// Time stamps of authorities that openssl plays, one of SM2 that is put together here, and answers that prove nothing.
#include "audit/stamps/timestamp.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "audit/stamps/der.h"
#include "audit/stamps/outcome.h"
#include "base/text.h"
#include "tests/audit/test_authority.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"

namespace mingzhang::audit {
namespace {

std::string answer_word(const Result<Stamp, Problem>& answer) {
  return answer ? "ok" : std::string(answer.error().info->name);
}

/// openssl answers as the authority NAME; empty where it refuses even to write a rejection.
std::string openssl_answer(const TestAuthority& authority, const StampRequest& request, const std::string& name) {
  tests::write_bytes(authority.file("q.tsq"), request.bytes);
  authority.runs("rm -f r.tsr; openssl ts -reply -config settings -queryfile q.tsq -signer " + name + ".crt -inkey " + name +
                 ".key -chain middle.crt -out r.tsr");
  return tests::bytes_of(authority.file("r.tsr"));
}

Digest stamped_digest(Suite suite) {
  Hasher hasher(suite);
  return hasher.plain("a checkpoint\n");
}

std::string object(std::string_view hex) {
  return der(kDerObject, from_hex(hex).value());
}

/// A token as RFC 3161 has it, signed with SM2 and SM3, certificates of stamper and middle within. OpenSSL 3.0 makes none.
std::string sm2_answer(const TestAuthority& authority, const StampRequest& request, const std::string& time) {
  const std::string sm3 = der_algorithm(object("2a811ccf55018311"));
  DerReader asked(DerReader(request.bytes).next()->content);
  asked.next();
  const std::string imprint(asked.next()->whole);
  const std::string nonce(asked.next()->whole);
  const std::string version = der(kDerInteger, "\x01");
  const std::string info = der(kDerSequence, version + object("2a030401") + imprint + version + der(0x18, time) + nonce);
  const Certificate stamper = authority.certificate("stamper").front();
  Hasher sm3_hasher(Suite::Sm3);
  Hasher sha256_hasher(Suite::Sha256);
  const std::string kind = object("2a864886f70d0109100104");
  const Digest content_digest = sm3_hasher.plain(info);
  const Digest stamper_digest = sha256_hasher.plain(stamper.der());
  const std::string named = der(kDerSequence, der(kDerSequence, der(kDerSequence, der(kDerOctets, bytes_of(stamper_digest)))));
  const std::string attributes = der(kDerSequence, object("2a864886f70d010903") + der(kDerSet, kind)) +
                                 der(kDerSequence, object("2a864886f70d010904") + der(kDerSet, der(kDerOctets, bytes_of(content_digest)))) +
                                 der(kDerSequence, object("2a864886f70d010910022f") + der(kDerSet, named));
  const std::string signature = authority.sign("stamper", der(kDerSet, attributes));
  const std::string name = der(kDerSequence, stamper.issuer_der() + stamper.serial_der());
  const std::string signer = der(kDerSequence, version + name + sm3 + der(kDerContext0, attributes) +
                                                   der_algorithm(object("2a811ccf55018375")) + der(kDerOctets, signature));
  const std::string content = der(kDerSequence, kind + der(kDerContext0, der(kDerOctets, info)));
  const std::string certificates = der(kDerContext0, stamper.der() + authority.certificate("middle").front().der());
  const std::string data = der(kDerSequence, der(kDerInteger, "\x03") + der(kDerSet, sm3) + content + certificates + der(kDerSet, signer));
  const std::string token = der(kDerSequence, object("2a864886f70d010702") + der(kDerContext0, data));
  return der(kDerSequence, der(kDerSequence, der(kDerInteger, std::string(1, '\0'))) + token);
}

TEST_CASE("an authority's answer proves the time of the digest in both suites", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::P256);
  const std::vector<Certificate> root = authority.certificate("root");
  const TestAuthority other(AuthorityKind::P256);
  for (const Suite suite : kSuites) {
    const Digest digest = stamped_digest(suite);
    const StampRequest request = stamp_request(suite, digest);
    const std::string answer = openssl_answer(authority, request, "stamper");
    const Result<Stamp, Problem> stamp = check_stamp(answer, {suite, digest, request.nonce}, root);
    REQUIRE(answer_word(stamp) == "ok");
    CHECK(stamp->authority.subject() == "O=Test, CN=stamper");
    CHECK(std::abs(stamp->time - system_seconds()) < 60);
    CHECK(answer_word(check_stamp(answer, {suite, digest, std::nullopt}, root)) == "ok");
    Digest changed = digest;
    changed[0] ^= 1U;
    CHECK(answer_word(check_stamp(answer, {suite, changed, request.nonce}, root)) == "ImprintDiffers");
    const Suite wrong = suite == Suite::Sm3 ? Suite::Sha256 : Suite::Sm3;
    CHECK(answer_word(check_stamp(answer, {wrong, digest, request.nonce}, root)) == "ImprintDiffers");
    CHECK(answer_word(check_stamp(answer, {suite, digest, stamp_request(suite, digest).nonce}, root)) == "NonceDiffers");
    CHECK(answer_word(check_stamp(answer, {suite, digest, request.nonce}, other.certificate("root"))) == "ChainWrong");
  }
}

TEST_CASE("a rejection is no time stamp, and neither is anything that is none", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::P256);
  const std::vector<Certificate> root = authority.certificate("root");
  const Digest digest = stamped_digest(Suite::Sha256);
  StampRequest request = stamp_request(Suite::Sha256, digest);
  const StampQuestion question{Suite::Sha256, digest, request.nonce};
  request.bytes[4] = '\x02';  // a version that no authority knows
  const std::string rejection = openssl_answer(authority, request, "stamper");
  REQUIRE_FALSE(rejection.empty());
  CHECK(answer_word(check_stamp(rejection, question, root)) == "NotGranted");
  CHECK(answer_word(check_stamp("", question, root)) == "TokenBad");
  CHECK(answer_word(check_stamp("<html>", question, root)) == "TokenBad");
}

TEST_CASE("an SM2 authority's answer is checked here, with every part of it", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::Sm2);
  const std::vector<Certificate> root = authority.certificate("root");
  const Digest digest = stamped_digest(Suite::Sm3);
  const StampRequest request = stamp_request(Suite::Sm3, digest);
  const StampQuestion question{Suite::Sm3, digest, request.nonce};
  const std::string answer = sm2_answer(authority, request, "20300102030405Z");
  const Result<Stamp, Problem> stamp = check_stamp(answer, question, root);
  REQUIRE(answer_word(stamp) == "ok");
  CHECK(stamp->time == 1'893'553'445);
  CHECK(answer_word(check_stamp(sm2_answer(authority, request, "20200102030405Z"), question, root)) == "NotValidThen");
  std::string later = answer;
  later.replace(later.find("20300102"), 8, "20310102");
  CHECK(answer_word(check_stamp(later, question, root)) == "StampSignatureWrong");
  const TestAuthority other(AuthorityKind::Sm2);
  CHECK(answer_word(check_stamp(answer, question, other.certificate("root"))) == "ChainWrong");
}

TEST_CASE("a certificate that is not for time stamping stamps nothing", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::Sm2);
  const Digest digest = stamped_digest(Suite::Sm3);
  const StampRequest request = stamp_request(Suite::Sm3, digest);
  tests::write_bytes(authority.file("stamper.crt"), tests::bytes_of(authority.file("leaf.crt")));
  tests::write_bytes(authority.file("stamper.key"), tests::bytes_of(authority.file("leaf.key")));
  const std::string answer = sm2_answer(authority, request, "20300102030405Z");
  CHECK(answer_word(check_stamp(answer, {Suite::Sm3, digest, request.nonce}, authority.certificate("root"))) == "NotForStamping");
}

TEST_CASE("an answer that is cut anywhere is refused, and one with a changed byte gives no other time", "[audit][stamps]") {
  for (const AuthorityKind kind : {AuthorityKind::P256, AuthorityKind::Sm2}) {
    const TestAuthority authority(kind);
    const std::vector<Certificate> root = authority.certificate("root");
    const Suite suite = kind == AuthorityKind::P256 ? Suite::Sha256 : Suite::Sm3;
    const Digest digest = stamped_digest(suite);
    const StampRequest request = stamp_request(suite, digest);
    const StampQuestion question{suite, digest, request.nonce};
    const std::string answer = kind == AuthorityKind::P256 ? openssl_answer(authority, request, "stamper")
                                                           : sm2_answer(authority, request, "20300102030405Z");
    const Result<Stamp, Problem> stamp = check_stamp(answer, question, root);
    REQUIRE(answer_word(stamp) == "ok");
    for (std::size_t size = 0; size < answer.size(); size += 37) {
      CHECK_FALSE(check_stamp(answer.substr(0, size), question, root).has_value());
    }
    for (std::size_t at = 0; at < answer.size(); at += 11) {
      std::string changed = answer;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << (at * 5 % 8)));
      const Result<Stamp, Problem> read = check_stamp(changed, question, root);  // unsigned parts may differ
      CHECK((!read || (read->time == stamp->time && read->authority.der() == stamp->authority.der())));
    }
  }
}

}  // namespace
}  // namespace mingzhang::audit
