// SPDX-License-Identifier: Apache-2.0
// Time stamps (RFC 3161): the question to an authority, and what its answer proves.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/hash.h"
#include "audit/stamps/certificate.h"

namespace mingzhang::audit {

/// Longest answer that is read, in bytes.
inline constexpr std::size_t kStampBytesMax = std::size_t{1} << 20;

/// A question (.tsq), as it must be kept to compare the answer with.
struct StampRequest {
  std::string bytes;  ///< DER, for the authority
  std::string nonce;  ///< 8 bytes, the first neither 0 nor above 0x7f
};

/// Asks for a stamp over this digest, with the authority's certificate in the answer. The nonce comes from OpenSSL's generator.
/// Throws WorldError. `openssl ts -query -in FILE -text` shows it.
StampRequest stamp_request(Suite suite, const Digest& imprint);

/// What a good stamp says: the bytes with this digest were there at this time, says this authority.
struct Stamp {
  std::int64_t time = 0;  ///< seconds since 1970; a fraction is dropped
  Certificate authority;
};

/// What is asked of an answer.
struct StampQuestion {
  Suite suite = Suite::Sha256;
  Digest imprint{};
  std::optional<std::string> nonce;  ///< of the request, where the reader made it
};

/// Checks an answer (.tsr): granted; the imprint and the nonce; one signer whose certificate stands in the answer, is the one
/// that the signed attributes name (RFC 5816), is for time stamping alone and leads to `roots`, all valid at the stamp's time;
/// the signature. ECDSA and RSA go through OpenSSL; SM2, which OpenSSL 3.0 cannot, by our own check of the same structure.
/// STAMP-102, 201 to 203, 205 to 208. Requires: at least one root.
Result<Stamp, Problem> check_stamp(std::string_view answer, const StampQuestion& question, std::span<const Certificate> roots);

}  // namespace mingzhang::audit
