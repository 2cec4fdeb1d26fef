// SPDX-License-Identifier: Apache-2.0
// CMS signatures, ours and openssl's, each judged by the other.
#include "audit/stamps/cms.h"

#include <string>
#include <vector>

#include "audit/stamps/outcome.h"
#include "tests/audit/test_authority.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"

namespace mingzhang::audit {
namespace {

template <class T>
std::string cms_word(const Result<T, Problem>& answer) {
  return answer ? "ok" : std::string(answer.error().info->name);
}

struct CmsScene {
  TestAuthority authority{AuthorityKind::P256};
  std::vector<Certificate> root = authority.certificate("root");
  std::vector<Certificate> middle = authority.certificate("middle");
  Certificate leaf = authority.certificate("leaf").front();
  std::int64_t now = system_seconds() + 60;

  CmsScene() {
    REQUIRE(authority.runs("openssl pkcs8 -topk8 -iter 1000 -in leaf.key -passout pass:synthetic -out leaf.p8"));
    tests::write_bytes(authority.file("content"), "manifest\r\n");
  }
  Result<std::string, Problem> sign(const std::string& passphrase = "synthetic") const {
    return sign_cms("manifest\r\n", leaf, middle, tests::bytes_of(authority.file("leaf.p8")), passphrase);
  }
};

TEST_CASE("a CMS signature is right by openssl's judgement and by ours, over these bytes only", "[audit][stamps]") {
  const CmsScene scene;
  const Result<std::string, Problem> file = scene.sign();
  REQUIRE(file.has_value());
  const auto verdict = [&](std::string_view bytes, std::string_view content, const std::vector<Certificate>& roots, std::int64_t at) {
    return cms_word(verify_cms(bytes, content, roots, at));
  };
  CHECK(verdict(*file, "manifest\r\n", scene.root, scene.now) == "ok");
  CHECK(verdict(*file, "manifest\n", scene.root, scene.now) == "StampSignatureWrong");
  CHECK(verdict(*file, "manifest\r\n", scene.root, scene.now + 86'400LL * 4000) == "NotValidThen");
  CHECK(verdict(*file, "manifest\r\n", TestAuthority(AuthorityKind::P256).certificate("root"), scene.now) == "ChainWrong");
  CHECK(verdict(*file + "x", "manifest\r\n", scene.root, scene.now) == "CmsBad");
  tests::write_bytes(scene.authority.file("f.p7s"), *file);
  const std::string judge = "openssl cms -verify -binary -inform DER -in f.p7s -content content -CAfile root.crt -purpose any -out out";
  CHECK(scene.authority.runs(judge));
  tests::write_bytes(scene.authority.file("content"), "manifest\n");
  CHECK_FALSE(scene.authority.runs(judge));
}

TEST_CASE("openssl's CMS signature is taken, and one without the middle authority is not", "[audit][stamps]") {
  const CmsScene scene;
  const std::string sign = "openssl cms -sign -binary -in content -signer leaf.crt -inkey leaf.key -md sha256 -outform DER -out ";
  REQUIRE(scene.authority.runs(sign + "f.p7s -certfile middle.crt && " + sign + "g.p7s"));
  const std::string file = tests::bytes_of(scene.authority.file("f.p7s"));
  CHECK(cms_word(verify_cms(file, "manifest\r\n", scene.root, scene.now)) == "ok");
  CHECK(cms_word(verify_cms(tests::bytes_of(scene.authority.file("g.p7s")), "manifest\r\n", scene.root, scene.now)) == "ChainWrong");
}

TEST_CASE("a wrong passphrase, another's key and an SM2 key sign no CMS", "[audit][stamps]") {
  const CmsScene scene;
  CHECK(cms_word(scene.sign("wrong passphrase")) == "KeyMismatch");
  const std::string pem = tests::bytes_of(scene.authority.file("leaf.p8"));
  CHECK(cms_word(sign_cms("content", scene.middle.front(), {}, pem, "synthetic")) == "KeyMismatch");
  const TestAuthority sm2(AuthorityKind::Sm2);
  const std::string sm2_pem = tests::bytes_of(sm2.file("leaf.key"));
  CHECK(cms_word(sign_cms("content", sm2.certificate("leaf").front(), {}, sm2_pem, "")) == "CertificateBad");
}

TEST_CASE("a CMS file that is cut is refused, and a changed byte never brings in another signer", "[audit][stamps]") {
  const CmsScene scene;
  const std::string file = *scene.sign();
  for (std::size_t size = 0; size < file.size(); size += 17) {
    CHECK_FALSE(verify_cms(file.substr(0, size), "manifest\r\n", scene.root, scene.now).has_value());
  }
  for (std::size_t at = 0; at < file.size(); at += 7) {
    std::string changed = file;
    changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << (at * 5 % 8)));
    const auto read = verify_cms(changed, "manifest\r\n", scene.root, scene.now);  // unsigned parts may differ
    CHECK((!read || read->front().der() == scene.leaf.der()));
  }
}

}  // namespace
}  // namespace mingzhang::audit
