// SPDX-License-Identifier: Apache-2.0
// Keys made, kept in encrypted files, and used, through OpenSSL.
#include "audit/notes/private_key.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <cstddef>
#include <optional>
#include <utility>

#include "audit/notes/openssl_key.h"
#include "audit/notes/outcome.h"
#include "audit/openssl_error.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr int kRounds = 600'000;

struct FreeEncrypted {
  void operator()(X509_SIG* encrypted) const noexcept { X509_SIG_free(encrypted); }
  void operator()(PKCS8_PRIV_KEY_INFO* plain) const noexcept { PKCS8_PRIV_KEY_INFO_free(plain); }
};
using Encrypted = std::unique_ptr<X509_SIG, FreeEncrypted>;
using Plain = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreeEncrypted>;

Problem key_file_refused(SealOutcome outcome) {
  ERR_clear_error();
  return Problem{&info_of(outcome), "", ""};
}

PublicKey public_key_of(EVP_PKEY* key, Algorithm algorithm) {
  const std::optional<PublicKey> found = PublicKey::from_bytes(algorithm, public_bytes(key, algorithm));
  MZ_CHECK(found.has_value());  // OpenSSL made it
  return *found;
}

Encrypted read_encrypted(std::string_view pem) {
  if (pem.size() > 65'536) return nullptr;  // a key has a few hundred bytes
  const Bytes bytes(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (!bytes) throw_openssl_error("no memory");
  return Encrypted(PEM_read_bio_PKCS8(bytes.get(), nullptr, nullptr, nullptr));
}

}  // namespace

PrivateKey::PrivateKey(std::shared_ptr<evp_pkey_st> key, PublicKey public_key)
    : key_(std::move(key)), public_key_(std::move(public_key)) {}

PrivateKey PrivateKey::generate(Algorithm algorithm) {
  const char* const name = algorithm == Algorithm::Ed25519 ? "ED25519" : "SM2";
  std::shared_ptr<evp_pkey_st> key(OpensslKey(EVP_PKEY_Q_keygen(nullptr, nullptr, name)));
  if (!key) throw_openssl_error("cannot make a key");
  PublicKey public_key = public_key_of(key.get(), algorithm);
  return PrivateKey(std::move(key), std::move(public_key));
}

Result<PrivateKey, Problem> PrivateKey::from_pem(std::string_view pem, std::string_view passphrase) {
  const Encrypted encrypted = read_encrypted(pem);
  if (!encrypted) return Err(key_file_refused(SealOutcome::KeyFileBad));
  const Plain plain(PKCS8_decrypt(encrypted.get(), passphrase.data(), static_cast<int>(passphrase.size())));
  if (!plain) return Err(key_file_refused(SealOutcome::PassphraseWrong));
  std::shared_ptr<evp_pkey_st> key(OpensslKey(EVP_PKCS82PKEY(plain.get())));
  const std::optional<Algorithm> algorithm = key ? algorithm_of_key(key.get()) : std::nullopt;
  if (!algorithm) return Err(key_file_refused(SealOutcome::KeyFileBad));
  PublicKey public_key = public_key_of(key.get(), *algorithm);
  return PrivateKey(std::move(key), std::move(public_key));
}

std::string PrivateKey::to_pem(std::string_view passphrase) const {
  MZ_CHECK(passphrase.size() >= kPassphraseBytesMin);
  const EVP_CIPHER* const cipher = public_key_.algorithm() == Algorithm::Sm2 ? EVP_sm4_cbc() : EVP_aes_256_cbc();
  const Plain plain(EVP_PKEY2PKCS8(key_.get()));
  if (!plain) throw_openssl_error("cannot write a private key");
  X509_ALGOR* const method = PKCS5_pbe2_set_iv(cipher, kRounds, nullptr, 0, nullptr, NID_hmacWithSHA256);
  if (method == nullptr) throw_openssl_error("cannot encrypt a private key");
  const Encrypted encrypted(
      PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), method));
  if (!encrypted) {
    X509_ALGOR_free(method);
    throw_openssl_error("cannot encrypt a private key");
  }
  const Bytes bytes = memory_to_write();
  if (PEM_write_bio_PKCS8(bytes.get(), encrypted.get()) != 1) throw_openssl_error("cannot write a private key");
  return written(bytes.get());
}

std::string PrivateKey::sign(std::string_view message) {
  const DigestContext context = digest_context(key_.get(), public_key_.algorithm(), Direction::Sign);
  const auto* const bytes = reinterpret_cast<const unsigned char*>(message.data());
  std::size_t size = 0;
  if (EVP_DigestSign(context.get(), nullptr, &size, bytes, message.size()) != 1) throw_openssl_error("cannot sign");
  std::string signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, message.size()) != 1) {
    throw_openssl_error("cannot sign");
  }
  signature.resize(size);
  return signature;
}

}  // namespace mingzhang::audit
