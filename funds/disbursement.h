// SPDX-License-Identifier: Apache-2.0
// Payment lists (发放清单) and their rows.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "funds/allocation.h"
#include "funds/ids.h"
#include "funds/words.h"

namespace mingzhang::funds {

/// One list. The sums of the states are together the total: INV-21.
struct DisbursementList {
  ListId id;
  std::string code;
  IndicatorId indicator;
  TargetKey target;       ///< whose money pays it; none: the indicator's own
  std::string project;    ///< code; may be empty
  std::string title;      ///< programme
  Date date;
  Date publicity_end;     ///< no payment before this day; the list's own day where there is no publicity
  std::string digest;     ///< SHA-256 of `list_rows_bytes`, 64 hex digits
  std::int64_t rows = 0;
  Money total;
  Money submitted;        ///< rows that wait; of a withdrawn list all
  Money paid;
  Money returned;
  Money repaid;
  Money cancelled;
  bool is_withdrawn = false;
  std::int64_t seq = 0;

  /// The sum that belongs to a state.
  Money& sum_of(RowState state);
  Money sum_of(RowState state) const { return const_cast<DisbursementList*>(this)->sum_of(state); }
};

struct ListRowKey {
  ListId list;
  std::int64_t number = 0;  ///< from 1, in the order of the list
  friend bool operator==(const ListRowKey&, const ListRowKey&) = default;
};

/// One row of a list.
struct ListRow {
  ListRowKey key;
  std::string household;  ///< opaque code
  std::string person;     ///< opaque code; empty: the household as a whole
  Money amount;
  std::string payee;      ///< salted digest of the account, 32 bytes; empty: not given
  RowState state = RowState::Submitted;
  Date changed;           ///< day of the last change of state; the list's own at first
  MovementId paid_by;     ///< the last payment or repayment; none
  std::string reason;     ///< why it was returned the last time; may be empty
};

}  // namespace mingzhang::funds
