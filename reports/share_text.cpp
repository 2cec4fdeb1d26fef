// SPDX-License-Identifier: Apache-2.0
// Prints shares.
#include "reports/share_text.h"

namespace mingzhang::reports {

std::string share_text(std::int64_t hundredths) {
  const std::string decimals = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (decimals.size() == 1 ? ".0" : ".") + decimals + "%";
}

}  // namespace mingzhang::reports
