// SPDX-License-Identifier: Apache-2.0
// Implements the check that never returns.
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace mingzhang {

void check_failed(const char* condition, const char* file, int line) noexcept {
  std::fprintf(stderr, "mingzhang: internal check failed: %s (%s:%d)\n", condition, file, line);
  std::abort();
}

}  // namespace mingzhang
