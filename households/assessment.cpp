// SPDX-License-Identifier: Apache-2.0
// The words of answers.
#include "households/assessment.h"

#include <array>

#include "base/check.h"

namespace mingzhang::households {
namespace {

struct AnswerWords {
  Answer answer;
  std::string_view word;
  std::string_view chinese;
};

constexpr std::array kAnswers{
    AnswerWords{Answer::Yes, "yes", "是"},
    AnswerWords{Answer::No, "no", "否"},
    AnswerWords{Answer::Unknown, "unknown", "不详"},
};

const AnswerWords& words_of(Answer answer) {
  const auto index = static_cast<std::size_t>(answer) - 1;
  MZ_CHECK(index < kAnswers.size());
  MZ_CHECK(kAnswers[index].answer == answer);
  return kAnswers[index];
}

}  // namespace

std::string_view word_of(Answer answer) { return words_of(answer).word; }
std::string_view chinese_of(Answer answer) { return words_of(answer).chinese; }

std::optional<Answer> parse_answer(std::string_view word) {
  for (const AnswerWords& words : kAnswers) {
    if (words.word == word || words.chinese == word) return words.answer;
  }
  return std::nullopt;
}

}  // namespace mingzhang::households
