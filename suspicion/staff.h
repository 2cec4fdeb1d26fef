// SPDX-License-Identifier: Apache-2.0
// The list of public employees that an auditor brings (财政供养人员名单), compared by ID number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace mingzhang::suspicion {

/// ID numbers, in memory only. An old number of 15 digits and the number of 18 that replaced it are the same.
class StaffList {
 public:
  /// False where it is no number of 18 or 15 characters; it is then left out. Blanks around and a small x do not matter.
  bool add(std::string_view id_number);
  bool contains(std::string_view id_number) const;
  std::size_t size() const { return keys_.size(); }

 private:
  std::unordered_set<std::string> keys_;
};

}  // namespace mingzhang::suspicion
