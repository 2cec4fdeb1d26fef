// SPDX-License-Identifier: Apache-2.0
// The envelope of a record: its canonical bytes, its lines' roots, and its two leaf digests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/frontier.h"
#include "audit/hash.h"
#include "base/json.h"
#include "base/result.h"

namespace mingzhang::audit {

/// What a command decided, before it is sealed. All text is plain text (base/text.h); JSON members are canonical bytes.
struct RecordHead {
  std::string kind;  ///< member "t": name and version, e.g. "voucher/v1"; a new meaning is a new version
  std::string book;
  std::int64_t seq = 0;     ///< leaf index in the log, from 0
  std::string at;           ///< instant of posting as `to_utc` writes it: "2016-10-14T01:02:03.000004Z"
  std::string by;           ///< who prepared it
  std::string approved_by;  ///< who approved it; empty = nobody, and then the member is absent
  std::string rule;         ///< the rule that decided, a canonical JSON object; empty = absent
  std::string request;      ///< idempotency key and answer, a canonical JSON object; only on a request's first record
  std::string data;         ///< the content, a canonical JSON object
};

/// True for a name and a version: "voucher/v1". The name has lower-case letters, digits and '_' and begins with a
/// letter, at most 32 bytes; the version is a number from 1 to 999 without a leading zero.
bool is_record_kind(std::string_view text);

/// True for an instant exactly as `to_utc` (base/clock.h) writes it: "2016-10-14T01:02:03.000004Z".
bool is_record_instant(std::string_view text);

/// The two leaf digests of one record.
struct RecordLeaves {
  Digest sha256{};
  Digest sm3{};
  friend bool operator==(const RecordLeaves&, const RecordLeaves&) = default;
};

/// A record as it is stored and hashed.
struct SealedRecord {
  std::string bytes;  ///< canonical JSON; exactly these bytes are hashed, stored, exported and parsed again
  Digest leaf_sha256{};
  Digest leaf_sm3{};
};

/// The roots of the small tree over a record's lines: leaf i is line i without its '\n'.
struct LineRoots {
  std::int64_t count = 0;
  Digest sha256{};
  Digest sm3{};
  friend bool operator==(const LineRoots&, const LineRoots&) = default;
};

/// Seals records. Holds one hasher per suite and the memory they need again and again; use one sealer per thread.
/// Every function throws WorldError when OpenSSL fails.
class Sealer {
 public:
  Sealer();

  /// Writes the record's canonical bytes and computes its leaves. The members "lines", "lines_sha256" and "lines_sm3"
  /// are there only where there are lines, so that a record has one form.
  /// Requires: kind, book, at, by and data as described at `RecordHead`; 0 ≤ seq < 2^53; `lines_jsonl` empty, or lines
  /// that each end with '\n' and are not empty. That each line and JSON member is canonical is the caller's promise.
  SealedRecord seal(const RecordHead& head, std::string_view lines_jsonl);

  /// Both roots over the lines, or nothing where `lines_jsonl` does not end with '\n' or has an empty line.
  /// No lines at all give count 0 and two digests of zero bytes, which stand in no record.
  std::optional<LineRoots> line_roots(std::string_view lines_jsonl);

  Hasher& hasher(Suite suite) { return suite == Suite::Sha256 ? sha256_ : sm3_; }

 private:
  Hasher sha256_;
  Hasher sm3_;
  Frontier lines_sha256_;
  Frontier lines_sm3_;
};

/// Both leaves of the very bytes of a record: what a verifier recomputes.
RecordLeaves record_leaves(std::string_view bytes, Sealer& sealer);

/// Why bytes are no record. The first that applies in this order is the answer.
enum class RecordFlaw : std::uint16_t {
  NotCanonical = 100,  ///< outside the JSON subset of base/json.h
  NotAnObject = 101,
  UnknownMember = 200,
  MissingMember = 201,
  WrongType = 202,
  BadValue = 203,  ///< the right type, but not a value that a record may have there
};

struct RecordProblem {
  RecordFlaw flaw = RecordFlaw::NotCanonical;
  std::string member;      ///< the member concerned; empty where none is
  std::size_t offset = 0;  ///< byte of the syntax problem; only for `NotCanonical`
};

/// A record's members after the strict parse.
struct ParsedRecord {
  std::string kind;
  std::string book;
  std::int64_t seq = 0;
  std::string at;
  std::string by;
  std::string approved_by;           ///< empty = absent
  std::optional<JsonValue> rule;     ///< an object
  std::optional<JsonValue> request;  ///< an object
  JsonValue data;                    ///< an object
  LineRoots lines;                   ///< count 0 = the record has no lines, and the roots mean nothing
};

/// Parses exactly what `Sealer::seal` writes. An unknown or missing member, a wrong type, an empty text, a time of
/// another form, or line members that are not all three there are problems: nothing is repaired or ignored.
Result<ParsedRecord, RecordProblem> parse_record(std::string_view bytes);

/// What of a record's lines agrees with the record.
struct LinesCheck {
  bool is_well_formed = false;  ///< every line ends with '\n' and none is empty; where false, nothing else is compared
  bool count_matches = false;
  bool sha256_matches = false;
  bool sm3_matches = false;
  bool all_match() const { return is_well_formed && count_matches && sha256_matches && sm3_matches; }
};

/// Recomputes count and both roots of `lines_jsonl` and compares them with what the record says.
LinesCheck check_lines(const ParsedRecord& record, std::string_view lines_jsonl, Sealer& sealer);

}  // namespace mingzhang::audit
