// SPDX-License-Identifier: Apache-2.0
// Finds the ends of lines.
#include "audit/verify/line_reader.h"

#include "audit/verify/outcome.h"

namespace mingzhang::audit {

bool LineReader::refill() {
  if (!file_ || is_at_end_ || problem_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  if (buffer_.size() > kLineBytesMax) {
    problem_ = Problem{&info_of(VerdictOutcome::LineBad), "", "longer than 64 MiB"};
    return false;
  }
  const Result<std::size_t, Problem> got = file_->read(piece_);
  if (!got) problem_ = got.error();
  if (!got || *got == 0) {
    is_at_end_ = true;
    return false;
  }
  buffer_.append(piece_, 0, *got);
  return true;
}

std::optional<std::string_view> LineReader::next() {
  std::size_t searched = at_;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      const std::string_view line(buffer_.data() + at_, end - at_);
      at_ = end + 1;
      return line;
    }
    searched = buffer_.size() - at_;
    if (!refill()) break;
  }
  if (!problem_ && at_ < buffer_.size()) problem_ = Problem{&info_of(VerdictOutcome::LineBad), "", "the last line has no end"};
  return std::nullopt;
}

}  // namespace mingzhang::audit
