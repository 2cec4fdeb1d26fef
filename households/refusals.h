// SPDX-License-Identifier: Apache-2.0
// Collecting all that is wrong with one request of the register.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/outcome.h"
#include "households/register_outcome.h"

namespace mingzhang::households {

/// Collects what is wrong with one request. Codes and words are repeated in a refusal only where they cannot be personal.
class Refusals {
 public:
  /// `place` as in "member 3", empty for the whole request.
  void add(RegisterOutcome outcome, std::string place, std::string detail);
  void add(RegisterOutcome outcome, std::string detail) { add(outcome, "", std::move(detail)); }

  // Each adds what is wrong with one text of the request.
  void check_code(std::string_view code, const std::string& place);
  void check_division_code(std::string_view code, const std::string& place);
  void check_word(std::string_view word, const std::string& place);
  void check_name(std::string_view name, const std::string& place);
  void check_digest(std::string_view digest, const std::string& place);
  /// Days from 1949-01-01 to 2899-12-31: nothing of a register lies outside, and waits of ten years still end in the calendar.
  void check_date(Date date, const std::string& place);

  bool none() const { return problems_.empty(); }
  /// All of them, decisive first: by number, equal numbers in the order in which they were found.
  std::vector<Problem> in_order();

 private:
  std::vector<Problem> problems_;
};

}  // namespace mingzhang::households
