// SPDX-License-Identifier: Apache-2.0
// What every refusal carries: a stable code, whose fault it is, and a sentence in two languages with the remedy.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Whose fault a refusal is; decides the exit code and later the HTTP status.
enum class Fault : std::uint8_t {
  Request = 1,     ///< the request is malformed or breaks a rule: correct it (exit 4)
  NotFound = 2,    ///< it names something that does not exist (exit 3)
  Conflict = 3,    ///< it collides with what is already there (exit 5)
  Permission = 4,  ///< this person may not do this (exit 6)
  Broken = 5,      ///< the stored books are damaged (exit 7)
  World = 6,       ///< disk, lock, network: the same request may succeed later (exit 1)
};

/// The fixed description of one enumerator of an outcome enum.
struct OutcomeInfo {
  std::uint16_t number;   ///< the enumerator's number; grouped by hundreds, never reused
  std::string_view code;  ///< stable and unique, e.g. "POST-201"
  std::string_view name;  ///< the enumerator's name, e.g. "Unbalanced"
  Fault fault;
  bool may_retry_unchanged;  ///< true where the very same request can succeed later
  std::string_view zh;       ///< what is wrong
  std::string_view en;
  std::string_view remedy_zh;  ///< what to do next
  std::string_view remedy_en;
};

/// One refusal, as it is shown: which rule, where, and what was found.
struct Problem {
  const OutcomeInfo* info = nullptr;
  std::string place;   ///< e.g. "line 3" / "row 17, column amount"; empty where the whole request is meant
  std::string detail;  ///< got and wanted, e.g. "fund F1: debit 100.00, credit 99.99"; never personal data
};

/// Two lines, Chinese first, place and detail in parentheses where there are any; no line break at the end:
/// "错误 POST-201 借贷不平（line 3；fund F1: debit 100.00, credit 99.99）。处理：…。\n"
/// "  error POST-201 Unbalanced: … (line 3; fund F1: debit 100.00, credit 99.99). Remedy: …."
/// Requires: `info` is set.
std::string to_text(const Problem& problem);
/// All problems in their order, a line break between them.
std::string to_text(const std::vector<Problem>& problems);

/// Decisive first: by number, equal numbers in the order in which they were found.
std::vector<Problem> in_order(std::vector<Problem> problems);

}  // namespace mingzhang
