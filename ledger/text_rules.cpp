// SPDX-License-Identifier: Apache-2.0
// Implements the rules for texts.
#include "ledger/text_rules.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"

namespace mingzhang::ledger {
namespace {

// Levels of a record above an explanation, with room for requests that hold several commands.
constexpr std::string_view kOuterLevels = "[[[[";
constexpr std::string_view kOuterEnds = "]]]]";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

bool is_good_code(std::string_view text) {
  return !text.empty() && text.size() <= kCodeBytes && is_plain_text(text) && trimmed(text) == text;
}

bool is_good_book_name(std::string_view text) {
  if (text.empty() || text.size() > kCodeBytes || !std::all_of(text.begin(), text.end(), is_name_character)) return false;
  return text.front() != '-' && text.front() != '_' && text.front() != '.';
}

bool is_good_user_name(std::string_view text) {
  return is_good_code(text) && text.find_first_of(" \t/\\\"'<>&,;:") == std::string_view::npos;
}

bool is_explanation(std::string_view text) {
  if (!text.starts_with('{') || !text.ends_with('}')) return false;
  std::string wrapped(kOuterLevels);
  wrapped.append(text).append(kOuterEnds);
  return parse_canonical_json(wrapped).has_value();
}

std::string size_of(std::string_view text) { return std::to_string(text.size()) + " bytes"; }

}  // namespace mingzhang::ledger
