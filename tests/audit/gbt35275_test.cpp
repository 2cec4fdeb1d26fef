// SPDX-License-Identifier: Apache-2.0
// Signatures of GB/T 35275: CFCA's own, ours as openssl judges them, chains of SM2, and broken files.
#include "audit/stamps/gbt35275.h"

#include <string>
#include <vector>

#include "audit/stamps/der.h"
#include "audit/stamps/outcome.h"
#include "base/base64.h"
#include "tests/audit/loose_json.h"
#include "tests/audit/test_authority.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"

namespace mingzhang::audit {
namespace {

// CFCA SADK, as published in emmansun/gmsm (MIT): detached, over "Hello Secret World!".
constexpr std::string_view kCfcaDetached =
    "MIICaQYKKoEcz1UGAQQCAqCCAlkwggJVAgEBMQ4wDAYIKoEcz1UBgxEFADAMBgoqgRzPVQYBBAIBoIIBjTCCAYkwggEvoAMCAQIC"
    "BQCp3BqQMAoGCCqBHM9VAYN1MCkxEDAOBgNVBAoTB0FjbWUgQ28xFTATBgNVBAMTDEVkZGFyZCBTdGFyazAeFw0yNDExMTkwMDEy"
    "MjVaFw0yNTExMTkwMDEyMjZaMCUxEDAOBgNVBAoTB0FjbWUgQ28xETAPBgNVBAMTCEpvbiBTbm93MFkwEwYHKoZIzj0CAQYIKoEc"
    "z1UBgi0DQgAE2HIKx1yZhTtf7f/VkOhpAlug9Mg8ndsmucEV41QFNPCPTqOpPfYwdjD2rgp+uFvNQD0Qjxy5cFjrbiLJkpkIY6NI"
    "MEYwDgYDVR0PAQH/BAQDAgWgMBMGA1UdJQQMMAoGCCsGAQUFBwMEMB8GA1UdIwQYMBaAFMgX2GnhicWn/Uk/WgkYKLQvjML8MAoG"
    "CCqBHM9VAYN1A0gAMEUCIEWhdDwO+HAmCnrvKWeFQ0LYvqxNvNx6v7Rl811MzlilAiEA5d89W6GcbUbHG5zhjl4NTWPsqGNpc+W+"
    "t5Bjk5J/0scxgaAwgZ0CAQEwMjApMRAwDgYDVQQKEwdBY21lIENvMRUwEwYDVQQDEwxFZGRhcmQgU3RhcmsCBQCp3BqQMAwGCCqB"
    "HM9VAYMRBQAwDQYJKoEcz1UBgi0BBQAERzBFAiEA4ylCl8qQDfNDfBw7VkxVN0bUs4N56TZDqZhAdEv01N8CIDtOG5VbmWNZeagC"
    "8VRfzEhu+ratFCo3fTu2liV8kH5h";
constexpr std::string_view kCfcaContent = "Hello Secret World!";
constexpr std::int64_t kCfcaTime = 1'733'000'000;  // 2024-11-30, within its certificate's year

template <class T>
std::string stamp_word(const Result<T, Problem>& answer) {
  return answer ? "ok" : std::string(answer.error().info->name);
}

std::string stamp_word(const std::optional<Problem>& problem) {
  return problem ? std::string(problem->info->name) : "ok";
}

TEST_CASE("CFCA's detached signature is right over its content and no other", "[audit][stamps]") {
  const std::string file = *base64_decoded(kCfcaDetached);
  const Result<GbSignature, Problem> read = parse_gbt35275(file);
  REQUIRE(read.has_value());
  CHECK_FALSE(read->content.has_value());
  CHECK(read->signer.subject() == "O=Acme Co, CN=Jon Snow");
  const std::vector<Certificate> pinned{read->signer};
  CHECK(stamp_word(verify_gbt35275(file, kCfcaContent, pinned, kCfcaTime)) == "ok");
  CHECK(stamp_word(verify_gbt35275(file, "Hello secret World!", pinned, kCfcaTime)) == "StampSignatureWrong");
  CHECK(stamp_word(verify_gbt35275(file, kCfcaContent, pinned, kCfcaTime + 86'400 * 400)) == "NotValidThen");
  CHECK(stamp_word(verify_gbt35275(file, kCfcaContent, pinned, kCfcaTime - 86'400 * 400)) == "NotValidThen");
}

TEST_CASE("the vectors of CFCA, detached and attached, agree with their content", "[audit][stamps]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  const std::string content = file_bytes(folder + "/gbt35275-cfca/content.bin");
  CHECK(file_bytes(folder + "/gbt35275-cfca/detached.der") == *base64_decoded(kCfcaDetached));
  const std::string attached = file_bytes(folder + "/gbt35275-cfca/attached.der");
  const Result<GbSignature, Problem> read = parse_gbt35275(attached);
  REQUIRE(read.has_value());
  CHECK(read->content == content);
  const std::vector<Certificate> pinned{read->signer};
  CHECK(stamp_word(verify_gbt35275(attached, content, pinned, kCfcaTime)) == "ok");
  CHECK(stamp_word(verify_gbt35275(attached, content + " ", pinned, kCfcaTime)) == "ContentDiffers");
}

TEST_CASE("what we sign is right by openssl's own judgement, and leads over a middle authority to the root", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::Sm2);
  const Certificate leaf = authority.certificate("leaf").front();
  const std::vector<Certificate> middle = authority.certificate("middle");
  const std::vector<Certificate> root = authority.certificate("root");
  const std::int64_t now = system_seconds() + 60;
  const std::string content = "manifest\n";
  const auto sign = [&authority](std::string_view message) { return authority.sign("leaf", message); };
  const Result<std::string, Problem> file = sign_gbt35275(content, leaf, middle, sign);
  REQUIRE(file.has_value());
  CHECK(stamp_word(verify_gbt35275(*file, content, root, now)) == "ok");
  CHECK(stamp_word(verify_gbt35275(*file, content + "x", root, now)) == "StampSignatureWrong");
  CHECK(stamp_word(verify_gbt35275(*sign_gbt35275(content, leaf, {}, sign), content, root, now)) == "ChainWrong");
  const TestAuthority other(AuthorityKind::Sm2);
  CHECK(stamp_word(verify_gbt35275(*file, content, other.certificate("root"), now)) == "ChainWrong");
  tests::write_bytes(authority.file("content"), content);
  tests::write_bytes(authority.file("signature"), parse_gbt35275(*file)->signature);
  const std::string judge = "openssl x509 -in leaf.crt -noout -pubkey >leaf.pub && openssl dgst -sm3 -verify leaf.pub "
                            "-sigopt distid:1234567812345678 -signature signature content";
  CHECK(authority.runs(judge));
  tests::write_bytes(authority.file("content"), content + "x");
  CHECK_FALSE(authority.runs(judge));
}

TEST_CASE("a key that is not the certificate's makes no file", "[audit][stamps]") {
  const TestAuthority authority(AuthorityKind::Sm2);
  const Certificate leaf = authority.certificate("leaf").front();
  const auto wrong = [&authority](std::string_view message) { return authority.sign("middle", message); };
  CHECK(stamp_word(sign_gbt35275("content", leaf, {}, wrong)) == "KeyMismatch");
  const TestAuthority other(AuthorityKind::P256);
  const Certificate p256 = other.certificate("leaf").front();
  CHECK(stamp_word(sign_gbt35275("content", p256, {}, wrong)) == "CertificateBad");
}

TEST_CASE("a chain is refused without the purpose, before and after its time, or through a certificate that is no authority",
          "[audit][stamps]") {
  for (const AuthorityKind kind : {AuthorityKind::P256, AuthorityKind::Sm2}) {
    const TestAuthority authority(kind);
    const Certificate leaf = authority.certificate("leaf").front();
    const Certificate stamper = authority.certificate("stamper").front();
    const std::vector<Certificate> middle = authority.certificate("middle");
    const std::vector<Certificate> root = authority.certificate("root");
    const std::vector<Certificate> as_root{leaf};
    const std::int64_t now = system_seconds() + 60;
    CHECK(stamp_word(check_chain(leaf, middle, root, now, CertificateUse::Signing)) == "ok");
    CHECK(stamp_word(check_chain(stamper, middle, root, now, CertificateUse::Stamping)) == "ok");
    CHECK(stamp_word(check_chain(leaf, middle, root, now, CertificateUse::Stamping)) == "NotForStamping");
    CHECK(stamp_word(check_chain(middle.front(), {}, root, now, CertificateUse::Signing)) == "CertificateBad");
    CHECK(stamp_word(check_chain(leaf, middle, root, now - 864'000, CertificateUse::Signing)) == "NotValidThen");
    CHECK(stamp_word(check_chain(leaf, middle, root, now + 86'400LL * 4000, CertificateUse::Signing)) == "NotValidThen");
    CHECK(stamp_word(check_chain(stamper, middle, as_root, now, CertificateUse::Signing)) == "ChainWrong");
  }
}

TEST_CASE("a file that is cut anywhere is refused, and one changed bit of any byte never passes", "[audit][stamps]") {
  const std::string file = *base64_decoded(kCfcaDetached);
  const std::vector<Certificate> pinned{parse_gbt35275(file)->signer};
  for (std::size_t size = 0; size < file.size(); ++size) CHECK_FALSE(parse_gbt35275(file.substr(0, size)).has_value());
  CHECK_FALSE(parse_gbt35275(file + '\0').has_value());
  int passed = 0;
  for (std::size_t at = 0; at < file.size(); ++at) {
    std::string changed = file;
    changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << (at * 5 % 8)));
    passed += verify_gbt35275(changed, kCfcaContent, pinned, kCfcaTime).has_value() ? 1 : 0;
  }
  CHECK(passed == 0);
}

TEST_CASE("only the one short form of DER is read, within what is there", "[audit][stamps]") {
  const auto reads = [](std::string_view hex_bytes) { return DerReader(hex_bytes).next().has_value(); };
  using std::string_view_literals::operator""sv;
  CHECK(reads("\x04\x01\x61"sv));
  CHECK(reads("\x05\x00"sv));
  CHECK_FALSE(reads("\x04\x02\x61"sv));              // beyond the end
  CHECK_FALSE(reads("\x04\x81\x01\x61"sv));          // long form of a short length
  CHECK_FALSE(reads("\x30\x80\x00\x00"sv));          // indefinite
  CHECK_FALSE(reads("\x1f\x01\x61"sv));              // a tag of several bytes
  CHECK_FALSE(reads("\x04\x84\xff\xff\xff\xff"sv));  // four gigabytes
  CHECK_FALSE(reads("\x04\x88\xff\xff\xff\xff\xff\xff\xff\xff"sv));
  CHECK_FALSE(reads(""sv));
  CHECK_FALSE(reads(std::string("\x04\x82\x00\x80", 4) + std::string(128, 'a')));  // a leading zero
  for (const std::size_t size : {std::size_t{0}, std::size_t{127}, std::size_t{128}, std::size_t{255}, std::size_t{256}, std::size_t{70'000}}) {
    const std::string content(size, 'a');
    const std::string written_der = der(kDerOctets, content);
    DerReader reader(written_der);
    const std::optional<DerItem> item = reader.next(kDerOctets);
    REQUIRE(item.has_value());
    CHECK(item->content == content);
    CHECK(reader.is_done());
  }
}

}  // namespace
}  // namespace mingzhang::audit
