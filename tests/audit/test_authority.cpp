// SPDX-License-Identifier: Apache-2.0
// Calls the openssl command line.
#include "tests/audit/test_authority.h"

#include <openssl/pem.h>

#include <cstdlib>

#include "audit/notes/openssl_key.h"
#include "base/clock.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"

namespace mingzhang::audit {
namespace {

constexpr const char* kAuthoritySettings = R"([req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
[stamper]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = tsa_one
[tsa_one]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256,sm3
signer_digest = sha256
ess_cert_id_alg = sha256
accuracy = secs:1
)";

}  // namespace

std::int64_t system_seconds() {
  return SystemClock().now().microseconds / 1'000'000;
}

TestAuthority::TestAuthority(AuthorityKind kind) : kind_(kind) {
  tests::write_bytes(file("settings"), kAuthoritySettings);
  tests::write_bytes(file("serial"), "01");
  make("root", "", "ca");
  make("middle", "root", "ca");
  make("leaf", "middle", "leaf");
  make("stamper", "middle", "stamper");
}

bool TestAuthority::runs(const std::string& command) const {
  return std::system(("cd " + folder_.path().string() + " && { " + command + "; } >log 2>&1").c_str()) == 0;
}

void TestAuthority::make(const std::string& name, const std::string& issuer, const std::string& extensions) const {
  const bool is_sm2 = kind_ == AuthorityKind::Sm2;
  const std::string id = is_sm2 ? " -sm3 -sigopt distid:1234567812345678" : " -sha256";
  const std::string key = std::string("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:") + (is_sm2 ? "SM2" : "P-256");
  REQUIRE(runs(key + " -out " + name + ".key"));
  const std::string request = "openssl req -new -key " + name + ".key -subj '/O=Test/CN=" + name + "' -config settings" + id;
  if (issuer.empty()) {
    REQUIRE(runs(request + " -x509 -days 3650 -extensions " + extensions + " -out " + name + ".crt"));
    return;
  }
  const std::string serial = std::to_string(10 + name.size());
  REQUIRE(runs(request + " -out " + name + ".csr"));
  REQUIRE(runs("openssl x509 -req -in " + name + ".csr -CA " + issuer + ".crt -CAkey " + issuer + ".key -set_serial " + serial + id +
               (is_sm2 ? " -vfyopt distid:1234567812345678" : "") + " -days 3650 -extfile settings -extensions " + extensions +
               " -out " + name + ".crt"));
}

std::vector<Certificate> TestAuthority::certificate(const std::string& name) const {
  Result<std::vector<Certificate>, Problem> read = Certificate::from_pem(tests::bytes_of(file(name + ".crt")));
  REQUIRE(read.has_value());
  return std::move(read).value();
}

std::string TestAuthority::sign(const std::string& name, std::string_view message) const {
  const std::string pem = tests::bytes_of(file(name + ".key"));
  const Bytes bytes(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const OpensslKey key(PEM_read_bio_PrivateKey(bytes.get(), nullptr, nullptr, nullptr));
  REQUIRE(key);
  const DigestContext context = kind_ == AuthorityKind::Sm2 ? digest_context(key.get(), Algorithm::Sm2, Direction::Sign)
                                                            : DigestContext(EVP_MD_CTX_new());
  if (kind_ == AuthorityKind::P256) {
    REQUIRE(EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), nullptr) == 1);
  }
  std::string signature(256, '\0');
  std::size_t size = signature.size();
  REQUIRE(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                         reinterpret_cast<const unsigned char*>(message.data()), message.size()) == 1);
  signature.resize(size);
  return signature;
}

}  // namespace mingzhang::audit
