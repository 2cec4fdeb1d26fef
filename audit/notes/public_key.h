// SPDX-License-Identifier: Apache-2.0
// The two kinds of keys that sign, and the check of a signature.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "audit/hash.h"

// OpenSSL's type, declared here so that its headers stay inside the sources of this folder.
struct evp_pkey_st;

namespace mingzhang::audit {

/// How a key signs. The numbers are stored nowhere; the types of C2SP signed notes are (note_key.h).
enum class Algorithm : std::uint8_t {
  Ed25519 = 1,  ///< RFC 8032, over the message itself; 32-byte key, 64-byte signature
  Sm2 = 2,      ///< GB/T 32918.2-2016 with SM3 and the identity "1234567812345678" (GM/T 0009-2012 §10), always set
                ///< explicitly; 65-byte uncompressed point, DER signature
};

/// "ed25519" or "sm2".
std::string_view algorithm_name(Algorithm algorithm);
std::optional<Algorithm> parse_algorithm(std::string_view word);

/// The algorithm that signs checkpoints of a tree: Ed25519 over SHA-256, SM2 over SM3. Never the other way round.
Algorithm algorithm_of(Suite suite);

/// A key that checks signatures. Cheap to copy.
class PublicKey {
 public:
  /// Nothing where the bytes are no key of this kind: a wrong length, a point that is not on the curve, an Ed25519 point
  /// written in a second form or of small order (with which one signature can fit many messages).
  static std::optional<PublicKey> from_bytes(Algorithm algorithm, std::string_view bytes);

  /// The key of "-----BEGIN PUBLIC KEY-----…"; nothing where the text is none, or of another algorithm.
  static std::optional<PublicKey> from_pem(std::string_view pem);

  Algorithm algorithm() const { return algorithm_; }
  /// "-----BEGIN PUBLIC KEY-----…", for `openssl … -pubin`. Throws WorldError.
  std::string pem() const;
  /// 32 or 65 bytes.
  const std::string& bytes() const { return bytes_; }

  /// Whether the signature is this key's over exactly this message. Never throws for what a stranger wrote.
  bool verifies(std::string_view message, std::string_view signature) const;

  friend bool operator==(const PublicKey& a, const PublicKey& b) {
    return a.algorithm_ == b.algorithm_ && a.bytes_ == b.bytes_;
  }

 private:
  PublicKey(Algorithm algorithm, std::string bytes, std::shared_ptr<evp_pkey_st> key);

  Algorithm algorithm_;
  std::string bytes_;
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace mingzhang::audit
