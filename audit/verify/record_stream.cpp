// SPDX-License-Identifier: Apache-2.0
// Pairs records with their lines and hashes both.
#include "audit/verify/record_stream.h"

#include <utility>

#include "audit/frontier.h"
#include "audit/package/withheld.h"
#include "audit/verify/outcome.h"

namespace mingzhang::audit {
RecordStream::RecordStream(const PackageFiles& files, std::size_t lines_bytes_max)
    : records_(files.open("data/records.jsonl")), lines_(files.open("data/lines.jsonl")), lines_bytes_max_(lines_bytes_max) {}

bool RecordStream::fail(Problem problem) {
  problem.place = "record " + std::to_string(count_) + (problem.place.empty() ? "" : ", " + problem.place);
  problem_ = std::move(problem);
  return false;
}

const StreamedRecord* RecordStream::next() {
  if (problem_) return nullptr;
  const std::optional<std::string_view> bytes = records_.next();
  if (!bytes) {
    if (records_.problem()) {
      fail(*records_.problem());
    } else if (lines_.next() || lines_.problem()) {
      fail(lines_.problem() ? *lines_.problem() : Problem{&info_of(VerdictOutcome::LinesDiffer), "", "lines that belong to no record"});
    }
    return nullptr;
  }
  Result<ParsedRecord, RecordProblem> parsed = parse_record(*bytes);
  if (!parsed) {
    fail(Problem{&info_of(VerdictOutcome::RecordBad), "", parsed.error().member});
    return nullptr;
  }
  record_.parsed = std::move(parsed).value();
  record_.leaves = record_leaves(*bytes, sealer_);
  if (!read_lines()) return nullptr;
  ++count_;
  return &record_;
}

bool RecordStream::read_lines() {
  line_bytes_.clear();
  record_.withheld = 0;
  record_.lines = {};
  const LineRoots& wanted = record_.parsed.lines;
  if (wanted.count == 0) return true;
  Frontier sha256;
  Frontier sm3;
  for (std::int64_t line = 0; line < wanted.count; ++line) {
    const std::optional<std::string_view> bytes = lines_.next();
    if (!bytes) return fail(lines_.problem() ? *lines_.problem() : Problem{&info_of(VerdictOutcome::LinesDiffer), "", "a line is missing"});
    const std::optional<RecordLeaves> withheld = parse_withheld_line(*bytes);
    record_.withheld += withheld ? 1 : 0;
    sha256.append(sealer_.hasher(Suite::Sha256), withheld ? withheld->sha256 : sealer_.hasher(Suite::Sha256).leaf(*bytes));
    sm3.append(sealer_.hasher(Suite::Sm3), withheld ? withheld->sm3 : sealer_.hasher(Suite::Sm3).leaf(*bytes));
    line_bytes_.append(*bytes).append("\n");
    if (line_bytes_.size() > lines_bytes_max_) return fail(Problem{&info_of(VerdictOutcome::LineBad), "", "the lines of one record are too long"});
  }
  record_.lines = line_bytes_;
  const bool is_right = sha256.root(sealer_.hasher(Suite::Sha256)) == wanted.sha256 && sm3.root(sealer_.hasher(Suite::Sm3)) == wanted.sm3;
  return is_right || fail(Problem{&info_of(VerdictOutcome::LinesDiffer), "", ""});
}

}  // namespace mingzhang::audit
