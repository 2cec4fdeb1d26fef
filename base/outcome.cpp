// SPDX-License-Identifier: Apache-2.0
// How a refusal is shown.
#include "base/outcome.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace mingzhang {
namespace {

/// The sentence without its full stop, because the place and the detail still follow.
std::string_view without_stop(std::string_view sentence, std::string_view stop) {
  return sentence.ends_with(stop) ? sentence.substr(0, sentence.size() - stop.size()) : sentence;
}

/// What stands in a place, and how a Chinese sentence says it around the number or name.
struct PlaceWord {
  std::string_view word;
  std::string_view before;
  std::string_view after;
};

constexpr std::array kPlaceWords{
    PlaceWord{"line ", "第 ", " 行分录"}, PlaceWord{"row ", "第 ", " 行"},       PlaceWord{"column ", "“", "”列"},
    PlaceWord{"record ", "第 ", " 条记录"}, PlaceWord{"command ", "第 ", " 项"}, PlaceWord{"sheet ", "工作表“", "”"},
};

/// "row 17, column amount" → "第 17 行，“amount”列"; other words stay as they are.
std::string place_in_chinese(std::string_view place) {
  std::string text;
  while (!place.empty()) {
    const std::size_t end = place.find(", ");
    const std::string_view part = place.substr(0, end);
    const auto known = std::find_if(kPlaceWords.begin(), kPlaceWords.end(),
                                    [part](const PlaceWord& word) { return part.starts_with(word.word); });
    if (!text.empty()) text += "，";
    if (known == kPlaceWords.end()) text += part;
    if (known != kPlaceWords.end()) {
      text.append(known->before).append(part.substr(known->word.size())).append(known->after);
    }
    place.remove_prefix(end == std::string_view::npos ? place.size() : end + 2);
  }
  return text;
}

/// "（place；detail）" with the given marks; nothing where both are empty.
std::string in_parentheses(const std::string& place, const std::string& detail, std::string_view open,
                           std::string_view between, std::string_view close) {
  if (place.empty() && detail.empty()) return "";
  std::string text(open);
  text += place;
  if (!place.empty() && !detail.empty()) text += between;
  text += detail;
  return text.append(close);
}

}  // namespace

std::string to_text(const Problem& problem) {
  MZ_CHECK(problem.info != nullptr);
  const OutcomeInfo& info = *problem.info;
  std::string text = "错误 ";
  text.append(info.code).append(" ").append(without_stop(info.zh, "。"));
  text += in_parentheses(place_in_chinese(problem.place), problem.detail, "（", "；", "）");
  text += "。";
  if (!info.remedy_zh.empty()) text.append("处理：").append(without_stop(info.remedy_zh, "。")).append("。");

  text.append("\n  error ").append(info.code).append(" ").append(info.name).append(": ");
  text.append(without_stop(info.en, ".")) += in_parentheses(problem.place, problem.detail, " (", "; ", ")");
  text += ".";
  if (!info.remedy_en.empty()) text.append(" Remedy: ").append(without_stop(info.remedy_en, ".")).append(".");
  return text;
}

std::string to_text(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += "\n";
    text += to_text(problem);
  }
  return text;
}

std::vector<Problem> in_order(std::vector<Problem> problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.info->number < b.info->number; });
  return problems;
}

}  // namespace mingzhang
