// SPDX-License-Identifier: Apache-2.0
// Detached signatures over files as everybody's tools know them: CMS SignedData (RFC 5652) with EC or RSA keys.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/stamps/certificate.h"

namespace mingzhang::audit {

/// Longest signature file that is read, in bytes.
inline constexpr std::size_t kCmsBytesMax = std::size_t{1} << 20;

/// A signature over `content` with SHA-256, as DER, without a signing time: what it would say is a claim of the signer's clock.
/// `key_pem` is a PKCS#8 file, to be kept encrypted (a plain one is taken as well). `openssl cms -verify -binary -inform DER -in FILE -content CONTENT -CAfile ROOT
/// -purpose any` verifies it. STAMP-106 where the passphrase does not open the key, or it is not the certificate's; STAMP-105
/// for SM2 (gbt35275.h) and Ed25519, which CMS of OpenSSL 3.0 does not sign.
Result<std::string, Problem> sign_cms(std::string_view content, const Certificate& signer, std::span<const Certificate> chain,
                                      std::string_view key_pem, std::string_view passphrase);

/// Whether every signer of the file signed this content, with certificates of the file that lead to the reader's roots and
/// were valid at `at`; the signers otherwise. STAMP-103, 105, 205, 206, 208. Requires: at least one root.
Result<std::vector<Certificate>, Problem> verify_cms(std::string_view bytes, std::string_view content,
                                                     std::span<const Certificate> roots, std::int64_t at);

}  // namespace mingzhang::audit
