// SPDX-License-Identifier: Apache-2.0
// Salts from OpenSSL's generator.
#include "audit/salt.h"

#include <openssl/rand.h>

#include <utility>
#include <vector>

#include "audit/hash.h"
#include "audit/openssl_error.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kSaltBytes = Salts::kDigits / 2;
constexpr std::size_t kMaximumCount = std::size_t{1} << 26U;  // 2^30 bytes: RAND_bytes takes an int

}  // namespace

Salts::Salts(std::string digits) : digits_(std::move(digits)) {
  MZ_CHECK(digits_.size() % kDigits == 0);
}

std::string_view Salts::operator[](std::size_t index) const {
  MZ_CHECK(index < size());
  return std::string_view(digits_).substr(index * kDigits, kDigits);
}

Salts random_salts(std::size_t count) {
  MZ_CHECK(count <= kMaximumCount);
  std::vector<unsigned char> bytes(count * kSaltBytes);
  if (count > 0 && RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw_openssl_error("no random bytes");
  }
  std::string digits;
  digits.reserve(2 * bytes.size());
  append_hex(digits, bytes);
  return Salts(std::move(digits));
}

}  // namespace mingzhang::audit
