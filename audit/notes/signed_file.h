// SPDX-License-Identifier: Apache-2.0
// A file that somebody signed for somebody else: a note beside it that says who, what for, and the file's digests.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/notes/trust_policy.h"
#include "base/outcome.h"

namespace mingzhang::audit {

/// What is signed, as a note's text; the first line is the signing key's name, as a checkpoint's is:
/// "样例信用社/files\nmingzhang-file/v1\nloan-register 2016-12-31\nsha256 HEX\nsm3 HEX\n".
/// Requires: a signer that is a key's name, and a purpose of one line without control characters.
std::string signed_file_text(std::string_view signer, std::string_view purpose, std::string_view file);

/// Nothing where `note` is such a text over exactly this file and purpose, signed by a log key of the reader's policy that bears the
/// signer's name, and by the policy's quorum. SEAL-101 or 114 where it is no such note, 115 where it is of another file or purpose, 113
/// where the signatures are not those that the policy asks for.
std::optional<Problem> check_signed_file(std::string_view note, std::string_view purpose, std::string_view file, const TrustPolicy& policy);

}  // namespace mingzhang::audit
