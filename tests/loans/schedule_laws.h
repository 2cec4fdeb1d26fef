// SPDX-License-Identifier: Apache-2.0
// What holds of every schedule, whatever its terms and events.
#pragma once

#include "loans/schedule.h"

namespace mingzhang::tests {

/// The first law that a schedule breaks, in words; null where all hold.
inline const char* broken_law(const loans::Schedule& schedule) {
  Money principal;
  Money interest;
  Money paid;
  const loans::Row* before = nullptr;
  for (const loans::Row& row : schedule.rows) {
    const Money opening = before == nullptr ? Money() : before->balance;
    if (before != nullptr && row.opening < opening) return "a row opens with at least what the one before it left";
    if (before != nullptr && (row.from != before->to || row.number != before->number + 1)) return "rows follow each other";
    if (row.balance != row.opening - row.owed.principal) return "a balance is the opening less the principal";
    if (row.owed.principal < Money() || row.owed.interest < Money() || row.balance < Money()) return "nothing is negative";
    if (row.from >= row.to || row.days < 1) return "a row has days";
    if (row.outstanding() < Money()) return "nobody pays more than is owed";
    if (row.paid_on.has_value() && !row.outstanding().is_zero()) return "only what is settled is settled";
    principal += row.owed.principal;
    interest += row.owed.interest;
    paid += row.paid.total();
    before = &row;
  }
  if (before == nullptr || !before->balance.is_zero()) return "the last row closes";
  if (principal != schedule.disbursed) return "principal adds up to what was paid out";
  if (schedule.owed.principal != principal || schedule.owed.interest != interest) return "totals are sums";
  Money set_off;
  for (const loans::SetOff& payment : schedule.payments) set_off += payment.parts.total();
  if (set_off != paid || schedule.paid.total() != paid) return "every fen that came stands in a row";
  return nullptr;
}

}  // namespace mingzhang::tests
