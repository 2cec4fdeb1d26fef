// SPDX-License-Identifier: Apache-2.0
// Sealing: the record's members in sorted order straight into one string, hashed in both suites.
#include "audit/record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.h"
#include "base/date.h"
#include "base/text.h"

namespace mingzhang::audit {
namespace {

// Names, punctuation and the two roots of the longest record, so that sealing allocates once.
constexpr std::size_t kEnvelopeBytes = 320;
constexpr std::size_t kKindNameBytes = 32;

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_lower(char byte) {
  return byte >= 'a' && byte <= 'z';
}

bool looks_like_object(std::string_view json) {
  return json.size() >= 2 && json.front() == '{' && json.back() == '}';
}

// RFC 8785 escapes only these two once control characters are refused.
void append_text(std::string& bytes, std::string_view text) {
  MZ_CHECK(is_plain_text(text));
  bytes.push_back('"');
  if (text.find_first_of("\"\\") == std::string_view::npos) {
    bytes.append(text);
  } else {
    for (const char byte : text) {
      if (byte == '"' || byte == '\\') bytes.push_back('\\');
      bytes.push_back(byte);
    }
  }
  bytes.push_back('"');
}

void append_integer(std::string& bytes, std::int64_t value) {
  std::array<char, 20> digits;
  const std::to_chars_result result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  MZ_CHECK(result.ec == std::errc());
  bytes.append(digits.data(), result.ptr);
}

void append_roots(std::string& bytes, const LineRoots& lines) {
  bytes.append(",\"lines\":");
  append_integer(bytes, lines.count);
  bytes.append(",\"lines_sha256\":\"");
  append_hex(bytes, lines.sha256);
  bytes.append("\",\"lines_sm3\":\"");
  append_hex(bytes, lines.sm3);
  bytes.push_back('"');
}

// Members in the order of their names: approved_by, at, book, by, data, lines…, request, rule, seq, t.
std::string canonical_bytes(const RecordHead& head, const LineRoots& lines) {
  std::string bytes;
  bytes.reserve(kEnvelopeBytes + head.book.size() + head.by.size() + head.approved_by.size() + head.data.size() +
                head.request.size() + head.rule.size() + head.kind.size());
  bytes.push_back('{');
  if (!head.approved_by.empty()) {
    bytes.append("\"approved_by\":");
    append_text(bytes, head.approved_by);
    bytes.push_back(',');
  }
  bytes.append("\"at\":\"").append(head.at).append("\",\"book\":");
  append_text(bytes, head.book);
  bytes.append(",\"by\":");
  append_text(bytes, head.by);
  bytes.append(",\"data\":").append(head.data);
  if (lines.count > 0) append_roots(bytes, lines);
  if (!head.request.empty()) bytes.append(",\"request\":").append(head.request);
  if (!head.rule.empty()) bytes.append(",\"rule\":").append(head.rule);
  bytes.append(",\"seq\":");
  append_integer(bytes, head.seq);
  bytes.append(",\"t\":\"").append(head.kind).append("\"}");
  return bytes;
}

void check_head(const RecordHead& head) {
  MZ_CHECK(is_record_kind(head.kind));
  MZ_CHECK(is_record_instant(head.at));
  MZ_CHECK(!head.book.empty());
  MZ_CHECK(!head.by.empty());
  MZ_CHECK(head.seq >= 0);
  MZ_CHECK(head.seq < kMaximumLeaves);
  MZ_CHECK(looks_like_object(head.data));
  MZ_CHECK(head.request.empty() || looks_like_object(head.request));
  MZ_CHECK(head.rule.empty() || looks_like_object(head.rule));
}

}  // namespace

bool is_record_kind(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash > kKindNameBytes) return false;
  const std::string_view name = text.substr(0, slash);
  const std::string_view version = text.substr(slash + 1);
  if (!is_lower(name.front())) return false;
  if (!std::all_of(name.begin(), name.end(),
                   [](char byte) { return is_lower(byte) || is_digit(byte) || byte == '_'; })) {
    return false;
  }
  if (version.size() < 2 || version.size() > 4 || version[0] != 'v' || version[1] == '0') return false;
  return std::all_of(version.begin() + 1, version.end(), is_digit);
}

bool is_record_instant(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00.000000Z";
  if (text.size() != kShape.size()) return false;
  for (std::size_t at = 0; at < kShape.size(); ++at) {
    if (kShape[at] == '0' ? !is_digit(text[at]) : text[at] != kShape[at]) return false;
  }
  // Leap seconds never appear: the clock counts seconds since 1970 without them.
  return text.substr(11, 2) < "24" && text.substr(14, 2) < "60" && text.substr(17, 2) < "60" &&
         parse_date(text.substr(0, 10)).has_value();
}

Sealer::Sealer() : sha256_(Suite::Sha256), sm3_(Suite::Sm3) {}

SealedRecord Sealer::seal(const RecordHead& head, std::string_view lines_jsonl) {
  check_head(head);
  const std::optional<LineRoots> lines = line_roots(lines_jsonl);
  MZ_CHECK(lines.has_value());
  SealedRecord sealed;
  sealed.bytes = canonical_bytes(head, *lines);
  sealed.leaf_sha256 = sha256_.leaf(sealed.bytes);
  sealed.leaf_sm3 = sm3_.leaf(sealed.bytes);
  return sealed;
}

std::optional<LineRoots> Sealer::line_roots(std::string_view lines_jsonl) {
  LineRoots roots;
  if (lines_jsonl.empty()) return roots;
  if (lines_jsonl.back() != '\n') return std::nullopt;
  lines_sha256_.clear();
  lines_sm3_.clear();
  while (!lines_jsonl.empty()) {
    const std::string_view line = lines_jsonl.substr(0, lines_jsonl.find('\n'));
    if (line.empty()) return std::nullopt;
    lines_sha256_.append(sha256_, sha256_.leaf(line));
    lines_sm3_.append(sm3_, sm3_.leaf(line));
    lines_jsonl.remove_prefix(line.size() + 1);
  }
  roots.count = lines_sha256_.size();
  roots.sha256 = lines_sha256_.root(sha256_);
  roots.sm3 = lines_sm3_.root(sm3_);
  return roots;
}

RecordLeaves record_leaves(std::string_view bytes, Sealer& sealer) {
  return {sealer.hasher(Suite::Sha256).leaf(bytes), sealer.hasher(Suite::Sm3).leaf(bytes)};
}

LinesCheck check_lines(const ParsedRecord& record, std::string_view lines_jsonl, Sealer& sealer) {
  LinesCheck check;
  const std::optional<LineRoots> found = sealer.line_roots(lines_jsonl);
  if (!found) return check;
  check.is_well_formed = true;
  check.count_matches = found->count == record.lines.count;
  check.sha256_matches = found->sha256 == record.lines.sha256;
  check.sm3_matches = found->sm3 == record.lines.sm3;
  return check;
}

}  // namespace mingzhang::audit
