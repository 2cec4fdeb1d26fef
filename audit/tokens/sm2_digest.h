// SPDX-License-Identifier: Apache-2.0
// What a device signs that takes a prepared digest, and its bare signature in the form that is checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/hash.h"
#include "audit/notes/public_key.h"

namespace mingzhang::audit {

/// SM3(Z ‖ message), Z = SM3(0x0080 ‖ "1234567812345678" ‖ a ‖ b ‖ G ‖ key) (GB/T 32918.2-2016 §5.5, 6.1).
/// Requires: an SM2 key. Throws WorldError.
Digest sm2_digest(const PublicKey& key, std::string_view message);

/// r ‖ s, 32 bytes each, as DER: SEQUENCE of two INTEGERs. Nothing for another length.
std::optional<std::string> sm2_der_signature(std::string_view r_and_s);

}  // namespace mingzhang::audit
