// SPDX-License-Identifier: Apache-2.0
// Any bytes as a note, a proof, a policy, a witness's request and a range: what is accepted is written back byte for byte.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "audit/notes/checkpoint.h"
#include "audit/notes/note.h"
#include "audit/notes/note_key.h"
#include "audit/notes/tlog_proof.h"
#include "audit/notes/trust_policy.h"
#include "audit/package/range_proof.h"
#include "audit/receipts/receipt.h"
#include "audit/witness/witness.h"
#include "base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace audit = mingzhang::audit;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (const auto note = audit::parse_note(input)) MZ_CHECK(audit::note_bytes(*note) == input);
  if (const auto checkpoint = audit::parse_checkpoint(input)) MZ_CHECK(audit::checkpoint_text(*checkpoint) == input);
  if (const auto key = audit::parse_note_key(input)) MZ_CHECK(key->text() == input);
  if (const auto range = audit::parse_range_proof(input)) MZ_CHECK(audit::range_proof_text(*range) == input);
  if (const auto proof = audit::parse_tlog_proof(input)) MZ_CHECK(audit::tlog_proof_bytes(*proof) == input);
  if (const auto request = audit::parse_witness_request(input)) MZ_CHECK(audit::witness_request_bytes(*request) == input);
  (void)audit::parse_trust_policy(input);
  (void)audit::check_receipt(input, audit::TrustPolicy{});
  return 0;
}
