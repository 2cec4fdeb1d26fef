// SPDX-License-Identifier: Apache-2.0
// Running cases of loan schedules against the product.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace mingzhang::tests {

enum class CaseStatus { Equal, Different, Unsupported };

struct CaseVerdict {
  std::string id;
  CaseStatus status = CaseStatus::Equal;
  std::string first_difference;  ///< or why it is unsupported

  /// {"first_difference":…,"id":…,"status":…}
  std::string line() const;
};

CaseVerdict run_case(const nlohmann::json& object);

}  // namespace mingzhang::tests
