// SPDX-License-Identifier: Apache-2.0
// The identity's digest, and DER of two numbers.
#include "audit/tokens/sm2_digest.h"

#include "audit/notes/openssl_key.h"
#include "base/check.h"
#include "base/text.h"

namespace mingzhang::audit {
namespace {

// GB/T 32918.5-2017 §2: a, b and the base point of the recommended curve.
constexpr std::string_view kSm2Curve =
    "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc"
    "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93"
    "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
    "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0";

std::string der_integer(std::string_view number) {
  while (number.size() > 1 && number[0] == '\0') number.remove_prefix(1);
  std::string bytes(1, '\x02');
  const bool is_high = (static_cast<unsigned char>(number[0]) & 0x80U) != 0;
  bytes += static_cast<char>(number.size() + (is_high ? 1 : 0));
  if (is_high) bytes += '\0';
  return bytes.append(number);
}

}  // namespace

Digest sm2_digest(const PublicKey& key, std::string_view message) {
  MZ_CHECK(key.algorithm() == Algorithm::Sm2);
  std::string identity("\x00\x80", 2);  // its bits
  identity.append(kSm2Identity).append(from_hex(kSm2Curve).value()).append(key.bytes(), 1);
  Hasher hasher(Suite::Sm3);
  const Digest z = hasher.plain(identity);
  return hasher.plain(std::string(bytes_of(z)).append(message));
}

std::optional<std::string> sm2_der_signature(std::string_view r_and_s) {
  if (r_and_s.size() != 64) return std::nullopt;
  const std::string numbers = der_integer(r_and_s.substr(0, 32)) + der_integer(r_and_s.substr(32));
  std::string bytes(1, '\x30');
  bytes += static_cast<char>(numbers.size());  // at most 70
  return bytes + numbers;
}

}  // namespace mingzhang::audit
