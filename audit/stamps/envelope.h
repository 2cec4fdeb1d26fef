// SPDX-License-Identifier: Apache-2.0
// Content that only certain readers can open: CMS EnvelopedData (RFC 5652 §6), for the keys of their certificates.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "audit/stamps/certificate.h"

namespace mingzhang::audit {

/// Takes the next bytes.
using TakeBytes = std::function<void(std::string_view bytes)>;

/// STAMP-105 with the reason where no envelope can be made for this certificate: its key is neither RSA (2048 bits or more) nor EC
/// on a curve that OpenSSL agrees keys on (SM2's is none of them), or its use is limited to something else.
std::optional<Problem> envelope_problem(const Certificate& reader);

/// Hands over `content` as one CMS file that each of the readers opens with their own key:
/// `openssl cms -decrypt -binary -inform DER -in FILE -recip CERT -inkey KEY -out CONTENT`. AES-256-CBC; the content's key goes by RSA-OAEP
/// with SHA-256, or by ECDH with SHA-256 and AES key wrap. No two envelopes are alike. It hides; it does not prove: what is inside must
/// bear its own proof. Constant memory. `content` calls what it is given, as often as it likes. Requires: at least one reader, none with
/// a problem. Throws WorldError, and what `content` and `write` throw.
void write_envelope(std::span<const Certificate> readers, const std::function<void(const TakeBytes&)>& content, const TakeBytes& write);

}  // namespace mingzhang::audit
