// SPDX-License-Identifier: Apache-2.0
// SHA-256 and SM3 through OpenSSL's EVP interface, fetched once and re-initialised for every hash.
#include "audit/hash.h"

#include <openssl/evp.h>

#include <algorithm>

#include "audit/openssl_error.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

// Two digits per byte value, so that a digest becomes text with 32 look-ups.
constexpr std::array<char, 512> make_hex_table() {
  std::array<char, 512> table{};
  for (std::size_t value = 0; value < 256; ++value) {
    table[2 * value] = kHexDigits[value >> 4U];
    table[2 * value + 1] = kHexDigits[value & 15U];
  }
  return table;
}

constexpr std::array<char, 512> kHexTable = make_hex_table();

const char* openssl_name(Suite suite) {
  switch (suite) {
    case Suite::Sha256:
      return "SHA256";
    case Suite::Sm3:
      return "SM3";
  }
  MZ_CHECK(false);
  return "";
}

// 0–15, or 16 for anything that is no lower-case hexadecimal digit.
unsigned digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10U;
  return 16U;
}

}  // namespace

std::string_view suite_name(Suite suite) {
  switch (suite) {
    case Suite::Sha256:
      return "sha256";
    case Suite::Sm3:
      return "sm3";
  }
  MZ_CHECK(false);
  return {};
}

std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::optional<Digest> digest_from_bytes(std::string_view bytes) {
  Digest digest{};
  if (bytes.size() != digest.size()) return std::nullopt;
  std::transform(bytes.begin(), bytes.end(), digest.begin(),
                 [](char byte) { return static_cast<unsigned char>(byte); });
  return digest;
}

std::string hex_of(const Digest& digest) {
  std::string text;
  append_hex(text, digest);
  return text;
}

void append_hex(std::string& text, std::span<const unsigned char> bytes) {
  const std::size_t start = text.size();
  text.resize(start + 2 * bytes.size());
  char* digit = text.data() + start;
  for (const unsigned char byte : bytes) {
    *digit++ = kHexTable[2U * byte];
    *digit++ = kHexTable[2U * byte + 1];
  }
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
  Digest digest{};
  if (hex.size() != 2 * digest.size()) return std::nullopt;
  for (std::size_t at = 0; at < digest.size(); ++at) {
    const unsigned high = digit_value(hex[2 * at]);
    const unsigned low = digit_value(hex[2 * at + 1]);
    if (high > 15U || low > 15U) return std::nullopt;
    digest[at] = static_cast<unsigned char>(high << 4U | low);
  }
  return digest;
}

void Hasher::FreeAlgorithm::operator()(evp_md_st* algorithm) const noexcept {
  EVP_MD_free(algorithm);
}
void Hasher::FreeContext::operator()(evp_md_ctx_st* context) const noexcept {
  EVP_MD_CTX_free(context);
}

Hasher::Hasher(Suite suite) : suite_(suite) {
  // Fetching looks the algorithm up in the providers and costs more than a hash, so it happens once.
  algorithm_.reset(EVP_MD_fetch(nullptr, openssl_name(suite), nullptr));
  if (!algorithm_) throw_openssl_error(std::string("no algorithm ") + openssl_name(suite));
  MZ_CHECK(EVP_MD_get_size(algorithm_.get()) == static_cast<int>(std::tuple_size_v<Digest>));
  context_.reset(EVP_MD_CTX_new());
  if (!context_) throw_openssl_error("no memory for a context");
  if (EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) != 1) throw_openssl_error("cannot start a hash");
}

Digest Hasher::leaf(std::string_view bytes) {
  return hash(std::string_view("\x00", 1), bytes);
}

Digest Hasher::node(const Digest& left, const Digest& right) {
  // One contiguous buffer: a single update is cheaper than three.
  std::array<char, 1 + 2 * std::tuple_size_v<Digest>> joined;
  joined[0] = '\x01';
  std::copy(left.begin(), left.end(), joined.begin() + 1);
  std::copy(right.begin(), right.end(), joined.begin() + 1 + left.size());
  return hash({}, {joined.data(), joined.size()});
}

Digest Hasher::plain(std::string_view bytes) {
  return hash({}, bytes);
}

Digest Hasher::empty_root() {
  return plain({});
}

Digest Hasher::hash(std::string_view prefix, std::string_view bytes) {
  MZ_CHECK(context_ != nullptr);
  EVP_MD_CTX* const context = context_.get();
  Digest digest;
  // A null algorithm keeps the one the context already has.
  if (EVP_DigestInit_ex2(context, nullptr, nullptr) != 1 ||
      (!prefix.empty() && EVP_DigestUpdate(context, prefix.data(), prefix.size()) != 1) ||
      EVP_DigestUpdate(context, bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(context, digest.data(), nullptr) != 1) {
    throw_openssl_error("cannot hash");
  }
  return digest;
}

}  // namespace mingzhang::audit
