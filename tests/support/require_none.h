// SPDX-License-Identifier: Apache-2.0
// Samples that must not be refused.
#pragma once

#include <vector>

#include "base/check.h"
#include "base/outcome.h"

namespace mingzhang::tests {

/// Stops the program with the refusals' texts where there are any.
inline void require_none(const std::vector<Problem>& problems) {
  if (!problems.empty()) check_failed(to_text(problems).c_str(), __FILE__, __LINE__);
}

}  // namespace mingzhang::tests
