// SPDX-License-Identifier: Apache-2.0
// Compares a file of cases with the product's schedules: one line of JSON for each case, a count in the end.
#include <array>
#include <fstream>
#include <iostream>

#include "tests/cases/run_cases.h"

int main(int count, char** words) {
  using mingzhang::tests::CaseVerdict;
  if (count != 2) {
    std::cerr << "用法 usage: mingzhang_cases FILE.json\n";
    return 2;
  }
  std::ifstream file(words[1], std::ios::binary);
  const auto cases = nlohmann::json::parse(file, nullptr, false);
  if (!file || !cases.is_array()) {
    std::cerr << "不是案例数组 not an array of cases: " << words[1] << "\n";
    return 1;
  }
  std::array<std::size_t, 3> counts{};
  for (const auto& object : cases) {
    const CaseVerdict verdict = mingzhang::tests::run_case(object);
    ++counts[static_cast<std::size_t>(verdict.status)];
    std::cout << verdict.line() << "\n";
  }
  std::cerr << counts[0] << " equal, " << counts[1] << " different, " << counts[2] << " unsupported\n";
  return 0;
}
