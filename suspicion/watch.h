// SPDX-License-Identifier: Apache-2.0
// Gathers the payments to people and households that a test has its eye on, in one pass over all payments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// Hits in the making, and who belongs to which.
class Watch {
 public:
  /// Starts a hit; returns its place.
  std::size_t add_hit(std::string zh, std::string en);
  /// Payments to this person belong to the hit.
  void add_person(std::size_t hit, const std::string& person);
  /// Payments to this household as a whole belong to the hit; with `everybody` also those to its members.
  void add_household(std::size_t hit, const std::string& household, bool everybody);

  void see(const Payment& payment);
  bool is_empty() const { return hits_.empty(); }
  /// The hits; the people that were put there first, then what was paid, by household, person and day.
  std::vector<Hit> hits() &&;
  /// To put people without payments among the items.
  std::vector<Hit>& hits_so_far() { return hits_; }

 private:
  struct Home {
    std::vector<std::size_t> whole;
    std::vector<std::size_t> everybody;
  };
  std::vector<Hit> hits_;
  std::unordered_map<std::string, std::vector<std::size_t>> persons_;
  std::unordered_map<std::string, Home> homes_;
  std::string key_;
};

}  // namespace mingzhang::suspicion
