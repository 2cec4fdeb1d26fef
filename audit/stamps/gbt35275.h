// SPDX-License-Identifier: Apache-2.0
// Signatures over files as Chinese authorities write them: SignedData of GB/T 35275-2017 with SM2 and SM3.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/stamps/certificate.h"

namespace mingzhang::audit {

/// Longest signature file that is read, in bytes.
inline constexpr std::size_t kGbBytesMax = std::size_t{1} << 20;

/// What a file of signature holds. Of the three dialects in use this is the one of CFCA's SADK: one signer, no attributes, the
/// signature made over the content's own bytes with the ordinary Z, so that `openssl dgst -sm3 -verify` judges what is carved out.
struct GbSignature {
  Certificate signer;
  std::vector<Certificate> certificates;  ///< all of the file, the signer's among them
  std::optional<std::string> content;     ///< where it is not detached
  std::string signature;                  ///< DER of r and s
};

/// Strict DER; STAMP-104 with what is wrong. Nothing is said about who signed.
Result<GbSignature, Problem> parse_gbt35275(std::string_view bytes);

/// Whether the file signs this content, with a certificate that leads to the reader's roots and was valid at `at`.
/// STAMP-104 to 106, 204 to 206, 208; the signer's certificate otherwise.
Result<Certificate, Problem> verify_gbt35275(std::string_view bytes, std::string_view content,
                                             std::span<const Certificate> roots, std::int64_t at);

/// Signs a message with the SM2 key of the certificate, in the form of DER.
using Sm2Sign = std::function<std::string(std::string_view message)>;

/// A detached signature over `content`, one signer; `chain` are further certificates to stand in it. STAMP-105 where the
/// certificate has no SM2 key, STAMP-106 where what `sign` gave does not fit it.
Result<std::string, Problem> sign_gbt35275(std::string_view content, const Certificate& signer,
                                           std::span<const Certificate> chain, const Sm2Sign& sign);

}  // namespace mingzhang::audit
