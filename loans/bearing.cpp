// SPDX-License-Identifier: Apache-2.0
// Interest of rows whose balance or rate changes on the way.
#include "loans/bearing.h"

#include <algorithm>

#include "loans/interest.h"

namespace mingzhang::loans {
namespace {

/// Money that bears interest; less than nothing bears none.
Money bearing_money(std::int64_t fen) {
  return Money::from_fen(std::max<std::int64_t>(0, fen));
}

}  // namespace

void RateTable::change(Date from, Rate rate) {
  const auto after = std::find_if(changes_.begin(), changes_.end(), [&](const Change& c) { return c.from > from; });
  changes_.insert(after, {from, rate});
}

void RateTable::pause(Date from, Date to) {
  pauses_.push_back({from, to});
}

Rate RateTable::agreed_on(Date day) const {
  Rate rate = first_;
  for (const Change& change : changes_) {
    if (change.from <= day) rate = change.rate;
  }
  return rate;
}

bool RateTable::is_paused(Date day) const {
  return std::any_of(pauses_.begin(), pauses_.end(), [&](const Pause& pause) { return pause.from <= day && day < pause.to; });
}

Rate RateTable::on(Date day) const { return is_paused(day) ? Rate() : agreed_on(day); }

void RateTable::breaks_within(Date from, Date to, std::vector<Date>& breaks) const {
  const auto add = [&](Date day) {
    if (from < day && day < to) breaks.push_back(day);
  };
  for (const Change& change : changes_) add(change.from);
  for (const Pause& pause : pauses_) {
    add(pause.from);
    add(pause.to);
  }
}

bool RateTable::changes_within(Date from, Date to) const {
  return std::any_of(changes_.begin(), changes_.end(), [&](const Change& c) { return from <= c.from && c.from < to; });
}

void Bearing::change(Date day, std::int64_t fen) {
  if (fen == 0) return;
  const auto after = std::find_if(changes_.begin(), changes_.end(), [&](const Change& c) { return c.day > day; });
  changes_.insert(after, {day, fen});
}

void Bearing::apply_until(Date day) {
  std::size_t done = 0;
  for (; done < changes_.size() && changes_[done].day <= day; ++done) fen_ += changes_[done].fen;
  changes_.erase(changes_.begin(), changes_.begin() + static_cast<std::ptrdiff_t>(done));
}

std::int64_t Bearing::most_until(Date day) const {
  std::int64_t fen = fen_;
  std::int64_t most = fen_;
  for (const Change& change : changes_) {
    if (change.day >= day) break;
    fen += change.fen;
    most = std::max(most, fen);
  }
  return most;
}

RowInterest Bearing::interest_of(const LoanTerms& terms, const DueSpan& span, const RateTable& rates) {
  const RoundingPolicy& policy = terms.rounding;
  apply_until(span.from);
  std::vector<Date> breaks;
  for (const Change& change : changes_) {
    if (change.day < span.to) breaks.push_back(change.day);
  }
  rates.breaks_within(span.from, span.to, breaks);
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  breaks.push_back(span.to);

  RowInterest result;
  ExactInterest sum;
  Date from = span.from;
  for (const Date to : breaks) {
    apply_until(from);
    const Money principal = bearing_money(fen_);
    const Rate rate = rates.on(from);
    const Fraction part = part_within(terms, span, from, to);
    sum.add(principal, rate, part);
    result.exact += principal.fen() * factor_of(rate, part);
    if (policy.rounds_pieces) {
      result.rounded += sum.rounded(policy.unit, policy.interest);
      sum = ExactInterest();
    }
    from = to;
  }
  if (!policy.rounds_pieces) result.rounded = sum.rounded(policy.unit, policy.interest);
  return result;
}

}  // namespace mingzhang::loans
