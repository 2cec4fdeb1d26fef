// SPDX-License-Identifier: Apache-2.0
// Looks payments up by person and household.
#include "suspicion/watch.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace mingzhang::suspicion {

std::size_t Watch::add_hit(std::string zh, std::string en) {
  hits_.push_back(Hit{std::move(zh), std::move(en), {}});
  return hits_.size() - 1;
}

void Watch::add_person(std::size_t hit, const std::string& person) { persons_[person].push_back(hit); }

void Watch::add_household(std::size_t hit, const std::string& household, bool everybody) {
  Home& home = homes_[household];
  std::vector<std::size_t>& places = everybody ? home.everybody : home.whole;
  if (std::find(places.begin(), places.end(), hit) == places.end()) places.push_back(hit);
}

void Watch::see(const Payment& payment) {
  if (hits_.empty()) return;
  std::vector<std::size_t> places;
  key_.assign(payment.household);
  const auto home = homes_.find(key_);
  if (home != homes_.end()) {
    places = home->second.everybody;
    if (payment.person.empty()) places.insert(places.end(), home->second.whole.begin(), home->second.whole.end());
  }
  key_.assign(payment.person);
  const auto person = key_.empty() ? persons_.end() : persons_.find(key_);
  if (person != persons_.end()) places.insert(places.end(), person->second.begin(), person->second.end());
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const std::size_t place : places) hits_[place].items.push_back(item_of(payment));
}

std::vector<Hit> Watch::hits() && {
  for (Hit& hit : hits_) {
    std::sort(hit.items.begin(), hit.items.end(), [](const Item& a, const Item& b) {
      const bool a_is_paid = a.source.movement != 0;
      const bool b_is_paid = b.source.movement != 0;
      return std::tie(a_is_paid, a.household, a.person, a.date, a.source) <
             std::tie(b_is_paid, b.household, b.person, b.date, b.source);
    });
  }
  return std::move(hits_);
}

}  // namespace mingzhang::suspicion
