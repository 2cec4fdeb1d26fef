// SPDX-License-Identifier: Apache-2.0
// What signing and checking share of OpenSSL: one context with the right digest and identity. Only for this folder.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "audit/notes/public_key.h"

namespace mingzhang::audit {

/// The identity that enters every SM2 signature. OpenSSL 3 takes the empty one where none is set, OpenSSL 4 this one.
inline constexpr std::string_view kSm2Identity = "1234567812345678";

struct FreeOpenssl {
  void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
  void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
  void operator()(BIO* bytes) const noexcept { BIO_free_all(bytes); }
};
using OpensslKey = std::unique_ptr<EVP_PKEY, FreeOpenssl>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeOpenssl>;

enum class Direction { Sign, Verify };

/// Ready for EVP_DigestSign or EVP_DigestVerify. Throws WorldError.
DigestContext digest_context(EVP_PKEY* key, Algorithm algorithm, Direction direction);

using Bytes = std::unique_ptr<BIO, FreeOpenssl>;

/// An empty place in memory that OpenSSL writes to, and what it wrote. Throws WorldError.
Bytes memory_to_write();
std::string written(BIO* bytes);

/// Nothing for a key of another kind.
std::optional<Algorithm> algorithm_of_key(EVP_PKEY* key);

/// 32 or 65 bytes. Throws WorldError.
std::string public_bytes(EVP_PKEY* key, Algorithm algorithm);

}  // namespace mingzhang::audit
