// SPDX-License-Identifier: Apache-2.0
// Reading and approving golden texts.
#include "tests/reports/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/support/catch.h"

namespace mingzhang::tests {

void check_golden(std::string_view name, const std::string& text) {
  const std::string path = std::string(MINGZHANG_SOURCE_DIR "/tests/golden/") + std::string(name);
  const char* approves = std::getenv("MINGZHANG_APPROVE");
  if (approves != nullptr && std::string_view(approves) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  std::ostringstream approved;
  approved << file.rdbuf();
  INFO("MINGZHANG_APPROVE=1 writes " << name);
  REQUIRE(file.is_open());
  CHECK(text == approved.str());
}

}  // namespace mingzhang::tests
