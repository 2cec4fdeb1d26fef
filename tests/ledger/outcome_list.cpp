// SPDX-License-Identifier: Apache-2.0
// Reads the declaration of an enum from its header and compares it with the table of its descriptions.
#include "tests/ledger/outcome_list.h"

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "base/text.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

struct Enumerator {
  std::string name;
  int number;
};

std::vector<Enumerator> enumerators(std::string_view header, std::string_view name) {
  std::ifstream file(std::string(MINGZHANG_SOURCE_DIR) + "/" + std::string(header));
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::size_t begin = text.find("enum class " + std::string(name) + " ");
  REQUIRE(begin != std::string::npos);
  const std::string body = text.substr(begin, text.find("};", begin) - begin);
  static const std::regex kEnumerator(R"(\n\s*([A-Z]\w*) = (\d+),)");
  std::vector<Enumerator> result;
  for (auto at = std::sregex_iterator(body.begin(), body.end(), kEnumerator); at != std::sregex_iterator(); ++at) {
    result.push_back({(*at)[1].str(), std::stoi((*at)[2].str())});
  }
  return result;
}

bool is_chinese(std::string_view text) {
  return !text.empty() && is_plain_text(text) && display_width(text) < text.size();
}

bool is_english(std::string_view text) { return !text.empty() && display_width(text) == text.size(); }

}  // namespace

std::vector<std::string> names_of(std::span<const OutcomeInfo> table) {
  std::vector<std::string> names;
  for (const OutcomeInfo& info : table) names.emplace_back(info.name);
  return names;
}

void check_descriptions(std::span<const OutcomeInfo> table, std::string_view header, std::string_view name,
                        std::string_view prefix) {
  const std::vector<Enumerator> declared = enumerators(header, name);
  REQUIRE(declared.size() == table.size() + 1);
  CHECK(declared.front().name == "Ok");
  CHECK(declared.front().number == 0);
  std::set<std::string_view> codes;
  std::set<std::string_view> sentences;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const OutcomeInfo& info = table[i];
    INFO(info.code);
    CHECK(declared[i + 1].name == info.name);
    CHECK(declared[i + 1].number == info.number);
    CHECK(declared[i].number < info.number);  // declared in precedence order
    CHECK(info.code == std::string(prefix) + std::to_string(info.number));
    CHECK(codes.insert(info.code).second);
    CHECK(sentences.insert(info.en).second);
    CHECK(is_chinese(info.zh));
    CHECK(is_chinese(info.remedy_zh));
    CHECK(is_english(info.en));
    CHECK(is_english(info.remedy_en));
  }
}

}  // namespace mingzhang::tests
