// SPDX-License-Identifier: Apache-2.0
// The two hash suites and the RFC 6962 hashing of leaves and nodes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// OpenSSL's types, declared here so that its headers stay inside the sources of this folder.
struct evp_md_st;
struct evp_md_ctx_st;

namespace mingzhang::audit {

/// Which hash function a tree uses. Every book keeps both trees over the same records. The numbers are stored.
enum class Suite : std::uint8_t {
  Sha256 = 1,  ///< SHA-256 (FIPS 180-4)
  Sm3 = 2,     ///< SM3 (GB/T 32905-2016), the approved algorithm in China
};

inline constexpr std::array<Suite, 2> kSuites = {Suite::Sha256, Suite::Sm3};

/// "sha256" or "sm3": the name in record members, file names and `openssl dgst -…`.
std::string_view suite_name(Suite suite);

/// One hash value; both suites have 32 bytes.
using Digest = std::array<unsigned char, 32>;

/// The 32 bytes as a view, for writing them somewhere. The digest must outlive the view.
std::string_view bytes_of(const Digest& digest);
/// Nothing where `bytes` is not exactly 32 bytes.
std::optional<Digest> digest_from_bytes(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string hex_of(const Digest& digest);
/// Appends two lower-case hexadecimal digits per byte to `text`; a digest gives 64.
void append_hex(std::string& text, std::span<const unsigned char> bytes);
/// Nothing where `hex` is not exactly 64 lower-case hexadecimal digits.
std::optional<Digest> digest_from_hex(std::string_view hex);

/// Hashes in one suite, as RFC 6962 §2.1 does it: one prefix byte keeps leaves and nodes apart, so that no record can
/// pose as an inner node. Holds OpenSSL's fetched algorithm and one context; use one hasher per thread.
/// A moved-from hasher may only be destroyed or assigned to. Every function throws WorldError when OpenSSL fails.
class Hasher {
 public:
  explicit Hasher(Suite suite);

  Suite suite() const { return suite_; }

  /// H(0x00 ‖ bytes). Example: SHA-256 of the empty leaf is 6e340b9c….
  Digest leaf(std::string_view bytes);
  /// H(0x01 ‖ left ‖ right).
  Digest node(const Digest& left, const Digest& right);
  /// H(bytes), without a prefix: what `sha256sum` or `openssl dgst -sm3` prints.
  Digest plain(std::string_view bytes);
  /// The root of the tree without leaves: H(""). SHA-256: e3b0c442….
  Digest empty_root();

 private:
  struct FreeAlgorithm {
    void operator()(evp_md_st* algorithm) const noexcept;
  };
  struct FreeContext {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  Digest hash(std::string_view prefix, std::string_view bytes);

  Suite suite_;
  std::unique_ptr<evp_md_st, FreeAlgorithm> algorithm_;
  std::unique_ptr<evp_md_ctx_st, FreeContext> context_;
};

}  // namespace mingzhang::audit
