// SPDX-License-Identifier: Apache-2.0
// Collects what is wrong with one record; only for the sources of `Books`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "audit/books/books.h"
#include "base/text.h"

namespace mingzhang::audit {

/// At most 20 problems: a voucher of 50,000 wrong lines is one bad voucher.
class Books::Findings {
 public:
  explicit Findings(std::int64_t seq) : place_("record " + std::to_string(seq)) {}

  /// `line` from 1; 0 where the whole record is meant.
  void add(BooksOutcome outcome, std::string detail, std::size_t line = 0) {
    add(Problem{&info_of(outcome), line == 0 ? "" : "line " + std::to_string(line), std::move(detail)});
  }
  void add(Problem problem) {
    if (problems_.size() >= kMost) return;
    problem.place = problem.place.empty() ? place_ : place_ + " " + problem.place;
    problem.detail = shortened(problem.detail, kDetailBytes);
    problems_.push_back(std::move(problem));
  }
  std::vector<Problem> take() { return in_order(std::move(problems_)); }

 private:
  static constexpr std::size_t kMost = 20;
  static constexpr std::size_t kDetailBytes = 200;  // codes and kinds come from a stranger's file
  std::string place_;
  std::vector<Problem> problems_;
};

}  // namespace mingzhang::audit
