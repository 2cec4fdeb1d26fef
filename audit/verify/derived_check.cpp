// SPDX-License-Identifier: Apache-2.0
// Compares what is written with what is there.
#include "audit/verify/derived_check.h"

#include <algorithm>
#include <cstdint>

#include "audit/verify/outcome.h"

namespace mingzhang::audit {

/// One derived file.
class DerivedCheck::Comparison {
 public:
  Comparison(const DerivedFile& kind, std::unique_ptr<PackageFile> file)
      : kind_(kind), file_(std::move(file)), writer_(kind, [this](std::string_view bytes) { compare(bytes); }), piece_(std::size_t{1} << 14, '\0') {}

  void take(const Books& books, const ParsedRecord& record) {
    if (file_ && !problem_ && kind_.add != nullptr) writer_.add(record, books);
  }
  std::optional<Problem> finish(const Books& books) {
    if (!file_ && is_written(kind_, books)) return Problem{&info_of(VerdictOutcome::DerivedMissing), std::string(kind_.name), ""};
    if (!file_ || problem_) return problem_;
    if (!is_written(kind_, books)) return Problem{&info_of(VerdictOutcome::FileStrange), std::string(kind_.name), ""};
    writer_.end(books);
    if (!problem_ && fill()) differ("more than the books say");
    return problem_;
  }

 private:
  void differ(const char* what) {
    problem_ = Problem{&info_of(VerdictOutcome::DerivedDiffers), std::string(kind_.name) + ", row " + std::to_string(line_), what};
  }

  /// True where there are bytes to compare.
  bool fill() {
    if (at_ < filled_) return true;
    const Result<std::size_t, Problem> got = file_->read(piece_);
    if (!got) {
      problem_ = got.error();
      return false;
    }
    at_ = 0;
    filled_ = *got;
    return filled_ > 0;
  }

  void compare(std::string_view bytes) {
    while (!bytes.empty() && !problem_) {
      if (!fill()) {
        if (!problem_) differ("less than the books say");
        return;
      }
      const std::size_t count = std::min(bytes.size(), filled_ - at_);
      const auto [ours, theirs] = std::mismatch(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count), piece_.begin() + static_cast<std::ptrdiff_t>(at_));
      line_ += std::count(bytes.begin(), ours, '\n');
      if (ours != bytes.begin() + static_cast<std::ptrdiff_t>(count)) return differ("");
      at_ += count;
      bytes.remove_prefix(count);
    }
  }

  const DerivedFile& kind_;
  std::unique_ptr<PackageFile> file_;
  DerivedWriter writer_;
  std::string piece_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::int64_t line_ = 1;
  std::optional<Problem> problem_;
};

DerivedCheck::DerivedCheck(const PackageFiles& files) {
  for (const DerivedFile& kind : derived_files()) files_.push_back(std::make_unique<Comparison>(kind, files.open(kind.name)));
}

DerivedCheck::~DerivedCheck() = default;

void DerivedCheck::take(const Books& books, const ParsedRecord& record) {
  for (const auto& file : files_) file->take(books, record);
}

std::optional<Problem> DerivedCheck::finish(const Books& books) {
  std::optional<Problem> first;
  for (const auto& file : files_) {
    const std::optional<Problem> problem = file->finish(books);
    if (!first) first = problem;
  }
  return first;
}

}  // namespace mingzhang::audit
