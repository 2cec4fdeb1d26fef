// SPDX-License-Identifier: Apache-2.0
// Loads the packs that the program carries, and reads lists from the project's folder.
#include "tests/policy/pack_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <span>

#include "policy/load.h"
#include "policy/shipped.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

constexpr std::array kSeedPacks{"weining-2016", "dingxi-2015-13", "qinan-2015", "fengqing-shili-2017", "kundulun-2016"};

policy::Pack load_shipped(std::string_view id) {
  const std::string name = std::string(id) + ".json";
  const std::span<const policy::ShippedPack> shipped = policy::shipped_packs();
  const auto found = std::find_if(shipped.begin(), shipped.end(), [&](const auto& one) { return one.file_name == name; });
  CAPTURE(name);
  REQUIRE(found != shipped.end());
  Result<policy::Pack, std::vector<Problem>> pack = policy::load_pack(found->text, name);
  if (!pack) {
    UNSCOPED_INFO(to_text(pack.error()));
    REQUIRE(pack);
  }
  return std::move(pack).value();
}

std::vector<policy::Pack> load_seed_packs() {
  std::vector<policy::Pack> packs;
  for (const char* id : kSeedPacks) packs.push_back(load_shipped(id));
  return packs;
}

bool is_blank(char character) { return character == ' ' || character == '\t' || character == '\r' || character == '\n'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::string> project_file(const std::string& path) {
  const std::filesystem::path file = std::filesystem::path(MINGZHANG_SOURCE_DIR) / path;
  if (!std::filesystem::is_regular_file(file)) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

const std::vector<policy::Pack>& seed_packs() {
  static const std::vector<policy::Pack> packs = load_seed_packs();
  return packs;
}

const policy::Pack& shipped_pack(std::string_view id) {
  static std::map<std::string, policy::Pack, std::less<>> packs;
  auto found = packs.find(id);
  if (found == packs.end()) found = packs.emplace(std::string(id), load_shipped(id)).first;
  return found->second;
}

std::vector<const policy::Rule*> rules_named(std::string_view pack_and_rule) {
  const std::size_t slash = pack_and_rule.find('/');
  std::vector<const policy::Rule*> found;
  if (slash == std::string_view::npos) return found;
  for (const policy::Pack& pack : seed_packs()) {
    if (pack.id != pack_and_rule.substr(0, slash)) continue;
    for (const policy::Rule& rule : pack.rules) {
      if (rule.id == pack_and_rule.substr(slash + 1)) found.push_back(&rule);
    }
  }
  return found;
}

std::vector<std::string> list_lines(const std::string& name) {
  const std::optional<std::string> text = project_file("tests/policy/" + name);
  REQUIRE(text.has_value());
  std::vector<std::string> lines;
  for (std::string& line : pieces_of(*text, "\n")) {
    if (!line.empty() && line.front() != '#') lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> pieces_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> pieces;
  for (;;) {
    const std::size_t end = text.find(separator);
    pieces.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + separator.size());
  }
}

std::string without_spaces(std::string_view text) {
  // The no-break space and the ideographic space, in UTF-8.
  constexpr std::array<std::string_view, 2> kWideSpaces{"\xC2\xA0", "\xE3\x80\x80"};
  std::string kept;
  while (!text.empty()) {
    std::size_t skipped = is_blank(text.front()) ? 1 : 0;
    for (const std::string_view space : kWideSpaces) {
      if (text.substr(0, space.size()) == space) skipped = space.size();
    }
    if (skipped == 0) kept += text.front();
    text.remove_prefix(skipped == 0 ? 1 : skipped);
  }
  return kept;
}

}  // namespace mingzhang::tests
