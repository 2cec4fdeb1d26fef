// SPDX-License-Identifier: Apache-2.0
// Receipts made, read and checked.
#include "audit/receipts/receipt.h"

#include <utility>

#include "audit/notes/outcome.h"
#include "base/base64.h"
#include "base/check.h"
#include "base/json.h"
#include "base/members.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kLinePathMax = 63;
constexpr std::string_view kCodeDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Problem receipt_problem(SealOutcome outcome, std::string detail) {
  return Problem{&info_of(outcome), "", std::move(detail)};
}

std::optional<std::vector<Digest>> read_line_path(const JsonValue* list) {
  if (list == nullptr || list->kind() != JsonValue::Kind::Array || list->items().size() > kLinePathMax) return std::nullopt;
  std::vector<Digest> path;
  for (const JsonValue& item : list->items()) {
    const std::string* text = item.as_text();
    const std::optional<std::string> bytes = text == nullptr ? std::nullopt : base64_decoded(*text);
    const std::optional<Digest> digest = bytes ? digest_from_bytes(*bytes) : std::nullopt;
    if (!digest) return std::nullopt;
    path.push_back(*digest);
  }
  return path;
}

std::optional<ReceiptLine> read_line(const JsonValue& value) {
  Members members(value);
  ReceiptLine line;
  line.index = members.integer("index", 0, true);
  std::optional<std::vector<Digest>> path = read_line_path(members.take("path", true));
  line.bytes = members.text("text", true);
  if (!members.is_complete() || !path || line.index < 0) return std::nullopt;
  line.path = std::move(*path);
  return line;
}

std::vector<Digest> line_leaves(std::string_view lines_jsonl, Hasher& hasher) {
  std::vector<Digest> leaves;
  while (!lines_jsonl.empty()) {
    const std::size_t end = lines_jsonl.find('\n');
    MZ_CHECK(end != std::string_view::npos);
    leaves.push_back(hasher.leaf(lines_jsonl.substr(0, end)));
    lines_jsonl.remove_prefix(end + 1);
  }
  return leaves;
}

std::string_view line_at(std::string_view lines_jsonl, std::int64_t index) {
  for (; index > 0; --index) lines_jsonl.remove_prefix(lines_jsonl.find('\n') + 1);
  return lines_jsonl.substr(0, lines_jsonl.find('\n'));
}

/// The root of a complete subtree of the leaves.
Digest root_over(const std::vector<Digest>& leaves, Subtree subtree, Hasher& hasher) {
  const std::size_t count = std::size_t{1} << subtree.level;
  Frontier frontier;
  for (std::size_t offset = 0; offset < count; ++offset) {
    frontier.append(hasher, leaves[static_cast<std::size_t>(subtree.index) * count + offset]);
  }
  return frontier.root(hasher);
}

std::optional<Problem> check_line(const ReceiptLine& line, const ParsedRecord& record, Suite suite, Hasher& hasher) {
  const Digest& root = suite == Suite::Sha256 ? record.lines.sha256 : record.lines.sm3;
  const InclusionClaim claim{line.index, record.lines.count, hasher.leaf(line.bytes), root};
  if (record.lines.count > 0 && verify_inclusion(hasher, claim, line.path) == ProofOutcome::Proven) return std::nullopt;
  return receipt_problem(SealOutcome::ProofWrong, "line " + std::to_string(line.index));
}

}  // namespace

std::string receipt_extra(const ReceiptContent& content) {
  JsonWriter writer;
  writer.begin_object();
  if (content.line) {
    writer.key("line");
    writer.begin_object();
    writer.key("index");
    writer.integer(content.line->index);
    writer.key("path");
    writer.begin_array();
    for (const Digest& digest : content.line->path) writer.text(base64_of(bytes_of(digest)));
    writer.end_array();
    writer.key("text");
    writer.text(content.line->bytes);
    writer.end_object();
  }
  writer.key("record");
  writer.text(content.record);
  writer.key("t");
  writer.text("receipt/v1");
  writer.end_object();
  return writer.take();
}

Result<ReceiptContent, Problem> parse_receipt_extra(std::string_view extra) {
  const Result<JsonValue, JsonError> json = parse_canonical_json(extra);
  if (!json) return Err(receipt_problem(SealOutcome::ProofBad, "extra is not canonical JSON"));
  Members members(*json);
  ReceiptContent content;
  if (const JsonValue* line = members.take("line", false)) {
    content.line = read_line(*line);
    if (!content.line) return Err(receipt_problem(SealOutcome::ProofBad, "line"));
  }
  content.record = members.text("record", true);
  const std::string kind = members.text("t", true);
  if (!members.is_complete() || kind != "receipt/v1") return Err(receipt_problem(SealOutcome::ProofBad, "extra is no receipt/v1"));
  if (receipt_extra(content) != extra) return Err(receipt_problem(SealOutcome::ProofBad, "extra has another form"));
  return content;
}

ReceiptLine receipt_line(std::string_view lines_jsonl, std::int64_t index, Hasher& hasher) {
  const std::vector<Digest> leaves = line_leaves(lines_jsonl, hasher);
  const auto count = static_cast<std::int64_t>(leaves.size());
  MZ_CHECK(index >= 0 && index < count);
  const SubtreeRoots roots = [&](Subtree subtree) { return root_over(leaves, subtree, hasher); };
  return {std::string(line_at(lines_jsonl, index)), index, inclusion_proof(hasher, {index, count}, roots)};
}

Result<CheckedReceipt, Problem> check_receipt(std::string_view bytes, const TrustPolicy& policy) {
  Result<TlogProof, Problem> proof = parse_tlog_proof(bytes);
  if (!proof) return Err(proof.error());
  if (!proof->extra) return Err(receipt_problem(SealOutcome::ProofBad, "no extra"));
  Result<ReceiptContent, Problem> content = parse_receipt_extra(*proof->extra);
  if (!content) return Err(content.error());
  Result<ParsedRecord, RecordProblem> record = parse_record(content->record);
  if (!record) return Err(receipt_problem(SealOutcome::ProofBad, "record " + record.error().member));
  const std::optional<Suite> suite = suite_of_origin(proof->checkpoint.origin);
  if (!suite) return Err(receipt_problem(SealOutcome::ProofBad, "the origin names no suite"));
  Hasher hasher(*suite);
  const bool is_there = check_tlog_proof(*proof, hasher.leaf(content->record), hasher) == ProofOutcome::Proven;
  if (!is_there || record->seq != proof->index) return Err(receipt_problem(SealOutcome::ProofWrong, "record"));
  if (content->line) {
    if (std::optional<Problem> wrong = check_line(*content->line, *record, *suite, hasher)) return Err(std::move(*wrong));
  }
  TrustCheck trust = check_trust(proof->note, proof->checkpoint.origin, policy);
  if (!trust.is_trusted()) {
    const char* why = !trust.wrong.empty() ? "a signature is wrong" : trust.log == nullptr ? "not signed by a log of the policy" : "not enough witnesses";
    return Err(receipt_problem(SealOutcome::NotTrusted, why));
  }
  return CheckedReceipt{std::move(content).value(), std::move(record).value(), proof->checkpoint, std::move(trust)};
}

std::string receipt_code(const Digest& leaf) {
  std::string code;
  std::uint64_t bits = 0;
  for (std::size_t index = 0; index < 8; ++index) bits = bits << 8U | leaf[index];
  for (unsigned digit = 0; digit < 12; ++digit) {
    if (digit == 4 || digit == 8) code += '-';
    code += kCodeDigits[bits >> (59U - 5U * digit) & 31U];
  }
  return code;
}

}  // namespace mingzhang::audit
