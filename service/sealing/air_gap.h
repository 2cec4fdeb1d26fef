// SPDX-License-Identifier: Apache-2.0
// Checkpoints signed on a machine without a network: requests go out by file, answers come back by file 离线签名.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"
#include "base/result.h"
#include "service/sealing/checkpoints.h"
#include "service/sealing/keys.h"

namespace mingzhang::service {

/// A request for one suite's checkpoint (audit/tokens/air_gap.h).
struct SigningRequest {
  audit::Suite suite = audit::Suite::Sha256;
  std::string bytes;
};

/// Proves the book against `published` and asks for a signature of each suite's latest key in force.
/// `purpose` is what the person at the other machine reads; TOKEN-104 where it is none. Otherwise as `make_checkpoints` refuses.
Result<std::vector<SigningRequest>, Refusal> ask_for_signatures(const BookPlace& place, const std::vector<std::string>& published, const std::string& purpose);

/// At the other machine: what the request says, for the person who is to sign. TOKEN-104.
TextResult show_signing_request(std::string_view request);
/// Signs it with the first signer whose key it asks for. TOKEN-104, TOKEN-302.
TextResult answer_signing_request(std::string_view request, const Signers& signers);

/// Back at the book: takes over what was signed. TOKEN-104, 105, 301 to 303, and as `add_signature` refuses.
CheckpointsResult accept_signatures(const BookPlace& place, std::string_view request, std::string_view response);

}  // namespace mingzhang::service
