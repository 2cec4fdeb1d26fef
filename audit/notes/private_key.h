// SPDX-License-Identifier: Apache-2.0
// A private key in memory, and its file: PKCS#8, encrypted.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "audit/notes/signer.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// Fewest bytes of a passphrase.
inline constexpr std::size_t kPassphraseBytesMin = 8;

class PrivateKey final : public Signer {
 public:
  /// A fresh key from OpenSSL's generator. Throws WorldError.
  static PrivateKey generate(Algorithm algorithm);

  /// The key of an encrypted PKCS#8 file ("-----BEGIN ENCRYPTED PRIVATE KEY-----"), as `to_pem` or `openssl pkcs8 -topk8`
  /// writes it. SEAL-106 where the file is none or its key is neither Ed25519 nor SM2, SEAL-107 where the passphrase does
  /// not open it. A file that is not encrypted is refused.
  static Result<PrivateKey, Problem> from_pem(std::string_view pem, std::string_view passphrase);

  /// Encrypted with AES-256-CBC (Ed25519) or SM4-CBC (SM2), the key of it from the passphrase by PBKDF2 with HMAC-SHA-256,
  /// a random salt and 600,000 rounds (RFC 8018 §6.2). `openssl pkey -in FILE -pubout` opens it. Requires: a passphrase of
  /// at least kPassphraseBytesMin bytes. Throws WorldError.
  std::string to_pem(std::string_view passphrase) const;

  const PublicKey& public_key() const override { return public_key_; }
  std::string sign(std::string_view message) override;

 private:
  explicit PrivateKey(std::shared_ptr<evp_pkey_st> key, PublicKey public_key);

  std::shared_ptr<evp_pkey_st> key_;
  PublicKey public_key_;
};

}  // namespace mingzhang::audit
