// SPDX-License-Identifier: Apache-2.0
// The records of a package with their lines, one after the other, each checked by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/package/files.h"
#include "audit/record.h"
#include "audit/verify/line_reader.h"

namespace mingzhang::audit {

/// The lines of one record are held together; more bytes are refused (a list of fifty thousand households has some ten MiB).
inline constexpr std::size_t kRecordLinesBytesMax = std::size_t{256} << 20;

/// One record as it was read.
struct StreamedRecord {
  ParsedRecord parsed;
  RecordLeaves leaves;
  std::string_view lines;     ///< each with its newline; good until the next record
  std::int64_t withheld = 0;            ///< of them
};

/// Reads data/records.jsonl and data/lines.jsonl side by side.
class RecordStream {
 public:
  explicit RecordStream(const PackageFiles& files, std::size_t lines_bytes_max = kRecordLinesBytesMax);

  /// The next record, good until the next call; nothing at the end or after a problem: bytes that are no record (AUDIT-202), lines that
  /// are missing (AUDIT-201), or are not those that the record names (AUDIT-205), lines that belong to no record.
  const StreamedRecord* next();
  const std::optional<Problem>& problem() const { return problem_; }
  Sealer& sealer() { return sealer_; }

 private:
  bool read_lines();
  bool fail(Problem problem);

  Sealer sealer_;
  LineReader records_;
  LineReader lines_;
  StreamedRecord record_;
  std::string line_bytes_;
  std::optional<Problem> problem_;
  std::size_t lines_bytes_max_;
  std::int64_t count_ = 0;
};

}  // namespace mingzhang::audit
