// SPDX-License-Identifier: Apache-2.0
// One card or phone in several households (一卡多户、一号多户).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mingzhang::suspicion {

/// People who share a value, and where they live. By person code.
struct Sharing {
  struct Member {
    std::string person;
    std::string household;
    friend auto operator<=>(const Member&, const Member&) = default;
  };
  std::vector<Member> members;
  std::int64_t households = 0;  ///< how many different ones
};

/// Collects values of people and finds those that stand in several households. One household may share: a parent's card
/// takes the children's money. Blanks and hyphens do not matter.
/// Example: 6228 0000 for P1 of H1 and 62280000 for P2 of H2 → one group of two households.
class SharedValues {
 public:
  /// An empty value is not looked at.
  void add(std::string_view value, std::string_view person, std::string_view household);
  /// How many values were looked at.
  std::int64_t count() const { return count_; }
  /// Groups in at least `households` households, most households first, then by the first person.
  std::vector<Sharing> groups(std::int64_t households) &&;

 private:
  // The first holder of a value; nearly all values have one.
  std::unordered_map<std::string, Sharing::Member> first_;
  std::map<std::string, std::vector<Sharing::Member>> more_;
  std::int64_t count_ = 0;
};

}  // namespace mingzhang::suspicion
