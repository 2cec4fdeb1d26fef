// SPDX-License-Identifier: Apache-2.0
// Joining, leaving and heading a household.
#include "households/membership.h"

#include <set>

#include "base/check.h"
#include "households/division.h"

namespace mingzhang::households {

std::int64_t Membership::persons_on(Date date) const {
  std::int64_t count = 0;
  for (std::size_t index = 0; index < stays_.size(); ++index) count += stays_[index].is_on(date) ? 1 : 0;
  return count;
}

std::size_t Membership::open_index(std::string_view person) const {
  for (std::size_t index = 0; index < stays_.size(); ++index) {
    if (stays_[index].person == person && stays_[index].to == open_end()) return index;
  }
  return stays_.size();
}

const Stay* Membership::open_stay(std::string_view person) const {
  const std::size_t index = open_index(person);
  return index == stays_.size() ? nullptr : &stays_[index];
}

std::optional<Membership::HeadProblem> Membership::first_head_problem(Date from) const {
  // Heads and members change on the first days of stays and on the days after their last.
  std::set<Date> days{from};
  for (std::size_t index = 0; index < stays_.size(); ++index) {
    for (const Date day : {stays_[index].from, stays_[index].to}) {
      if (from < day && day < open_end()) days.insert(day);
    }
  }
  for (const Date day : days) {
    int members = 0;
    int heads = 0;
    for (std::size_t index = 0; index < stays_.size(); ++index) {
      if (!stays_[index].is_on(day)) continue;
      ++members;
      heads += stays_[index].is_head ? 1 : 0;
    }
    if (members > 0 && heads != 1) return HeadProblem{day, heads};
  }
  return std::nullopt;
}

void Membership::join(Stay stay) {
  MZ_CHECK(stay.from < stay.to);
  MZ_CHECK(open_stay(stay.person) == nullptr);  // INV-14
  stays_.add(std::move(stay));
}

void Membership::leave(std::string_view person, Date date, const std::string& reason, std::int64_t seq) {
  const std::size_t index = open_index(person);
  MZ_CHECK(index < stays_.size());
  MZ_CHECK(stays_[index].from < date);
  Stay& stay = stays_.change(index);
  stay.to = date;
  stay.reason_out = reason;
  stay.seq = seq;
}

Date Membership::make_head(std::string_view person, Date date, const std::string& reason, std::int64_t seq) {
  const std::size_t index = open_index(person);
  MZ_CHECK(index < stays_.size());
  MZ_CHECK(stays_[index].from <= date);
  if (stays_[index].from < date && !stays_[index].is_head) {
    Stay later = stays_[index];
    leave(person, date, reason, seq);
    later.from = date;
    later.reason_in = reason;
    later.is_head = true;
    later.seq = seq;
    stays_.add(std::move(later));
    return date;
  }
  Stay& stay = stays_.change(index);
  stay.is_head = true;
  stay.seq = seq;
  return stay.from;
}

}  // namespace mingzhang::households
