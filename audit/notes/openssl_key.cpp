// SPDX-License-Identifier: Apache-2.0
// Contexts of OpenSSL for the two algorithms.
#include "audit/notes/openssl_key.h"

#include <openssl/core_names.h>

#include <array>
#include <cstddef>
#include <string>

#include "audit/openssl_error.h"

namespace mingzhang::audit {

DigestContext digest_context(EVP_PKEY* key, Algorithm algorithm, Direction direction) {
  DigestContext context(EVP_MD_CTX_new());
  if (!context) throw_openssl_error("no memory for a context");
  const char* const digest = algorithm == Algorithm::Sm2 ? "SM3" : nullptr;
  EVP_PKEY_CTX* inner = nullptr;
  const int began = direction == Direction::Sign
                        ? EVP_DigestSignInit_ex(context.get(), &inner, digest, nullptr, nullptr, key, nullptr)
                        : EVP_DigestVerifyInit_ex(context.get(), &inner, digest, nullptr, nullptr, key, nullptr);
  if (began != 1) throw_openssl_error("cannot begin a signature");
  if (algorithm == Algorithm::Sm2 &&
      EVP_PKEY_CTX_set1_id(inner, kSm2Identity.data(), static_cast<int>(kSm2Identity.size())) != 1) {
    throw_openssl_error("cannot set the identity of SM2");
  }
  return context;
}

std::optional<Algorithm> algorithm_of_key(EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "ED25519") == 1) return Algorithm::Ed25519;
  if (EVP_PKEY_is_a(key, "SM2") == 1) return Algorithm::Sm2;
  return std::nullopt;
}

Bytes memory_to_write() {
  Bytes bytes(BIO_new(BIO_s_mem()));
  if (!bytes) throw_openssl_error("no memory");
  return bytes;
}

std::string written(BIO* bytes) {
  char* text = nullptr;
  const long size = BIO_get_mem_data(bytes, &text);
  return size <= 0 ? std::string() : std::string(text, static_cast<std::size_t>(size));
}

std::string public_bytes(EVP_PKEY* key, Algorithm algorithm) {
  std::array<unsigned char, 65> bytes{};
  std::size_t size = bytes.size();
  const int found = algorithm == Algorithm::Ed25519
                        ? EVP_PKEY_get_raw_public_key(key, bytes.data(), &size)
                        : EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size(), &size);
  if (found != 1) throw_openssl_error("cannot read a public key");
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

}  // namespace mingzhang::audit
