// SPDX-License-Identifier: Apache-2.0
// Keys from their bytes, and the check of signatures, through OpenSSL.
#include "audit/notes/public_key.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <utility>

#include "audit/notes/openssl_key.h"
#include "audit/openssl_error.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kEd25519Bytes = 32;
constexpr std::size_t kSm2Bytes = 65;

const unsigned char* bytes_at(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// The y coordinates of the points of small order that are smaller than p, most significant digit first; the points differ in
// the sign of x, which stands in the highest bit. RFC 8032 §5.1: p = 2^255 - 19.
constexpr std::array<std::string_view, 5> kSmallOrder{
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000001",
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
    "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
    "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7",
};
constexpr std::string_view kPrime = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed";

/// y in hexadecimal digits, the most significant first, without the sign of x.
std::string y_of(std::string_view point) {
  std::array<unsigned char, kEd25519Bytes> reversed{};
  std::reverse_copy(point.begin(), point.end(), reversed.begin());
  reversed[0] &= 0x7fU;
  std::string digits;
  append_hex(digits, reversed);
  return digits;
}

bool is_safe_point(std::string_view point) {
  const std::string y = y_of(point);
  return y < kPrime && std::find(kSmallOrder.begin(), kSmallOrder.end(), y) == kSmallOrder.end();
}

OpensslKey ed25519_key(std::string_view bytes) {
  if (bytes.size() != kEd25519Bytes || !is_safe_point(bytes)) return nullptr;
  return OpensslKey(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, bytes_at(bytes), bytes.size()));
}

OpensslKey sm2_key(std::string_view bytes) {
  if (bytes.size() != kSm2Bytes || bytes[0] != '\x04') return nullptr;
  const std::unique_ptr<EVP_PKEY_CTX, FreeOpenssl> context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1) throw_openssl_error("no algorithm SM2");
  std::string group = "SM2";
  std::string point(bytes);
  const std::array<OSSL_PARAM, 3> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()), OSSL_PARAM_construct_end()};
  EVP_PKEY* key = nullptr;
  EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(parameters.data()));
  return OpensslKey(key);
}

}  // namespace

std::string_view algorithm_name(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::Ed25519: return "ed25519";
    case Algorithm::Sm2: return "sm2";
  }
  MZ_CHECK(false);
  return "";
}

std::optional<Algorithm> parse_algorithm(std::string_view word) {
  for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
    if (algorithm_name(algorithm) == word) return algorithm;
  }
  return std::nullopt;
}

Algorithm algorithm_of(Suite suite) {
  return suite == Suite::Sha256 ? Algorithm::Ed25519 : Algorithm::Sm2;
}

PublicKey::PublicKey(Algorithm algorithm, std::string bytes, std::shared_ptr<evp_pkey_st> key)
    : algorithm_(algorithm), bytes_(std::move(bytes)), key_(std::move(key)) {}

std::optional<PublicKey> PublicKey::from_bytes(Algorithm algorithm, std::string_view bytes) {
  OpensslKey key = algorithm == Algorithm::Ed25519 ? ed25519_key(bytes) : sm2_key(bytes);
  ERR_clear_error();  // what a stranger wrote is no failure of OpenSSL
  if (!key) return std::nullopt;
  return PublicKey(algorithm, std::string(bytes), std::shared_ptr<evp_pkey_st>(std::move(key)));
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const {
  const DigestContext context = digest_context(key_.get(), algorithm_, Direction::Verify);
  const int answer =
      EVP_DigestVerify(context.get(), bytes_at(signature), signature.size(), bytes_at(message), message.size());
  ERR_clear_error();
  return answer == 1;
}

std::optional<PublicKey> PublicKey::from_pem(std::string_view pem) {
  if (pem.size() > 65'536) return std::nullopt;  // a key has two hundred bytes
  const Bytes bytes(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (!bytes) throw_openssl_error("no memory");
  const OpensslKey key(PEM_read_bio_PUBKEY(bytes.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  const std::optional<Algorithm> algorithm = key ? algorithm_of_key(key.get()) : std::nullopt;
  return algorithm ? from_bytes(*algorithm, public_bytes(key.get(), *algorithm)) : std::nullopt;
}

std::string PublicKey::pem() const {
  const Bytes bytes = memory_to_write();
  if (PEM_write_bio_PUBKEY(bytes.get(), key_.get()) != 1) throw_openssl_error("cannot write a public key");
  return written(bytes.get());
}

}  // namespace mingzhang::audit
