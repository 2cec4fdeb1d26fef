// SPDX-License-Identifier: Apache-2.0
// Traditional and alternative characters as the ones we print.
#include "base/numerals.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kAlternatives = {{
    {"貳", "贰"},
    {"參", "叁"},
    {"叄", "叁"},
    {"陸", "陆"},
    {"萬", "万"},
    {"億", "亿"},
    {"圆", "元"},
    {"圓", "元"},
    {"正", "整"},
    {"幣", "币"},
    {"負", "负"},
}};

}  // namespace

std::string with_our_numerals(std::string_view words) {
  std::string ours;
  ours.reserve(words.size());
  // Every character of proper words has kNumeralBytes bytes. Where one has not, the steps fall out of line, but since
  // a step is replaced only by another of the same size, no such text can turn into proper words.
  for (; !words.empty(); words.remove_prefix(std::min(kNumeralBytes, words.size()))) {
    std::string_view character = words.substr(0, kNumeralBytes);
    for (const auto& [alternative, our] : kAlternatives) {
      if (character == alternative) character = our;
    }
    ours += character;
  }
  return ours;
}

}  // namespace mingzhang
