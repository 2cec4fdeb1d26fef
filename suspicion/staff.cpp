// SPDX-License-Identifier: Apache-2.0
// Brings ID numbers into one form.
#include "suspicion/staff.h"

#include <algorithm>

namespace mingzhang::suspicion {
namespace {

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The 17 digits before the check character; empty where it is no such number.
std::string key_of(std::string_view id_number) {
  while (!id_number.empty() && id_number.front() == ' ') id_number.remove_prefix(1);
  while (!id_number.empty() && id_number.back() == ' ') id_number.remove_suffix(1);
  if (id_number.size() == 15 && are_digits(id_number)) {
    std::string key(id_number.substr(0, 6));
    key += "19";
    key += id_number.substr(6);
    return key;
  }
  if (id_number.size() != 18 || !are_digits(id_number.substr(0, 17))) return std::string();
  const char check = id_number.back();
  const bool is_check = (check >= '0' && check <= '9') || check == 'X' || check == 'x';
  return is_check ? std::string(id_number.substr(0, 17)) : std::string();
}

}  // namespace

bool StaffList::add(std::string_view id_number) {
  std::string key = key_of(id_number);
  if (key.empty()) return false;
  keys_.insert(std::move(key));
  return true;
}

bool StaffList::contains(std::string_view id_number) const {
  const std::string key = key_of(id_number);
  return !key.empty() && keys_.contains(key);
}

}  // namespace mingzhang::suspicion
