// SPDX-License-Identifier: Apache-2.0
// What is found out about a household on one day: scores and checklists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace mingzhang::households {

/// A score in hundredths and the band that the caller's rule gave it.
struct Score {
  std::string household;
  std::string rule;  ///< which scoring rule, as the policy names it
  Date date;
  std::int64_t score_hundredths = 0;  ///< 8,725 is 87.25
  std::string band;
  std::string evidence;  ///< digest, 64 hex digits; may be empty
  std::int64_t seq = 0;
};

enum class Answer : std::uint8_t { Yes = 1, No = 2, Unknown = 3 };

/// "yes", "no", "unknown": the word in records and files.
std::string_view word_of(Answer answer);
/// 是, 否, 不详.
std::string_view chinese_of(Answer answer);
/// Reads the words and the Chinese.
std::optional<Answer> parse_answer(std::string_view word);

/// One item of one checklist of one day.
struct ChecklistItem {
  std::string household;
  std::string checklist;  ///< as the policy names it
  Date date;
  std::string item;
  Answer answer = Answer::Unknown;
  std::string evidence;  ///< digest, 64 hex digits; may be empty
  std::int64_t seq = 0;
};

/// The personal values of a person were erased.
struct Erasure {
  std::string person;
  Date date;
  std::string reason;
  std::int64_t seq = 0;
};

}  // namespace mingzhang::households
