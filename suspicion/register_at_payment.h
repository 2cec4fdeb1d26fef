// SPDX-License-Identifier: Apache-2.0
// Payments to households that had left the register on the day of the payment, that were not on it yet or ever, or whose
// class was another one when the amount was fixed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// How a household had left.
enum class Left : unsigned char { Exited, Removed };

/// The register as days per household, then every payment once.
class RegisterAtPayment {
 public:
  /// A household and the first day on which it was registered; first, and once each.
  void add_household(std::string_view household, Date registered);
  /// Days [from, to) on which a household had left.
  void add_left(std::string_view household, Left how, Date from, Date to);
  /// The class of a household on the days [from, to); all days of a household, each once.
  void add_class(std::string_view household, std::string_view name, Date from, Date to);
  bool is_empty() const { return homes_.empty(); }

  void see(const Payment& payment);
  /// One hit per household, by code.
  std::vector<Hit> left_hits() const;
  std::vector<Hit> unregistered_hits() const;
  std::vector<Hit> class_hits() const;

 private:
  struct Span {
    Left how;
    Date from;
    Date to;
  };
  struct Grade {
    std::string name;
    Date from;
    Date to;
  };
  struct Home {
    Date registered;
    std::vector<Span> left;
    std::vector<Grade> grades;  // neighbours differ
  };
  struct Changed {
    Item item;
    std::string before;
    std::string after;
  };
  static std::string_view grade_on(const Home& home, Date date);

  std::unordered_map<std::string, Home> homes_;
  std::vector<std::pair<Item, Left>> left_;
  std::vector<Item> unregistered_;
  std::vector<Changed> changed_;
  std::string key_;
};

}  // namespace mingzhang::suspicion
