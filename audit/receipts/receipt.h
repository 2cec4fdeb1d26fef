// SPDX-License-Identifier: Apache-2.0
// Receipts: one record, one of its lines, and the proof that both stand in a checkpoint that others have signed 收据.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"
#include "audit/notes/tlog_proof.h"
#include "audit/notes/trust_policy.h"
#include "audit/record.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// One line of a record: its bytes without the newline, salt included, and its place among the record's lines.
struct ReceiptLine {
  std::string bytes;
  std::int64_t index = 0;  ///< from 0
  std::vector<Digest> path;  ///< in the small tree over the record's lines, in the suite of the checkpoint
};

/// What a receipt says besides the proof of the record; the `extra` of its tlog-proof file as canonical JSON:
/// {"line":{"index":N,"path":[base64…],"text":…},"record":…,"t":"receipt/v1"}, "line" absent where the record is meant.
struct ReceiptContent {
  std::string record;  ///< the record's bytes
  std::optional<ReceiptLine> line;
};

std::string receipt_extra(const ReceiptContent& content);
/// SEAL-105 with the reason where the bytes are not exactly that.
Result<ReceiptContent, Problem> parse_receipt_extra(std::string_view extra);

/// Makes the line of a receipt from all lines of the record, each with its newline. Requires: a line of this index.
ReceiptLine receipt_line(std::string_view lines_jsonl, std::int64_t index, Hasher& hasher);

/// What is right about a receipt. It proves that this record and this line are in the common history; it does not prove
/// that they are all there is.
struct CheckedReceipt {
  ReceiptContent content;
  ParsedRecord record;
  Checkpoint checkpoint;
  TrustCheck trust;  ///< points into the policy
};

/// Checks a receipt's file: its form, the record's leaf at its index of the checkpoint's tree, the line in the record's own
/// tree, and the checkpoint's signatures against the reader's policy. SEAL-101, 103 and 105 for the form,
/// SEAL-112 where a proof does not lead to the checkpoint, SEAL-113 where the checkpoint's signatures are not those that the policy
/// asks for.
Result<CheckedReceipt, Problem> check_receipt(std::string_view bytes, const TrustPolicy& policy);

/// Twelve characters for paper, "7KQ2-M0XA-93TD": the first 60 bits of the leaf (the line's where there is one, else the
/// record's) in the digits of Crockford's base 32, which has no I, L, O or U.
std::string receipt_code(const Digest& leaf);

}  // namespace mingzhang::audit
