// SPDX-License-Identifier: Apache-2.0
// How a refusal is shown.
#include "base/outcome.h"

#include "base/check.h"

namespace mingzhang {
namespace {

/// The sentence without its full stop, because the place and the detail still follow.
std::string_view without_stop(std::string_view sentence, std::string_view stop) {
  return sentence.ends_with(stop) ? sentence.substr(0, sentence.size() - stop.size()) : sentence;
}

/// "（place；detail）" with the given marks; nothing where both are empty.
std::string in_parentheses(const Problem& problem, std::string_view open, std::string_view between,
                           std::string_view close) {
  if (problem.place.empty() && problem.detail.empty()) return "";
  std::string text(open);
  text += problem.place;
  if (!problem.place.empty() && !problem.detail.empty()) text += between;
  text += problem.detail;
  return text.append(close);
}

}  // namespace

std::string to_text(const Problem& problem) {
  MZ_CHECK(problem.info != nullptr);
  const OutcomeInfo& info = *problem.info;
  std::string text = "错误 ";
  text.append(info.code).append(" ").append(without_stop(info.zh, "。"));
  text += in_parentheses(problem, "（", "；", "）");
  text += "。";
  if (!info.remedy_zh.empty()) text.append("处理：").append(without_stop(info.remedy_zh, "。")).append("。");

  text.append("\n  error ").append(info.code).append(" ").append(info.name).append(": ");
  text.append(without_stop(info.en, ".")) += in_parentheses(problem, " (", "; ", ")");
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

}  // namespace mingzhang
