// SPDX-License-Identifier: Apache-2.0
// The progress of indicators (执行进度): where the money of each was at the end of a day.
#pragma once

#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "funds/funds_store.h"

namespace mingzhang::funds {

/// One indicator at the end of a day, from its movements dated by then. Every movement takes money from one part and puts
/// it into another, so the parts are always the total.
struct IndicatorProgress {
  Indicator indicator;  ///< as it is now: for its names
  // What it was given.
  Money granted;
  Money increased;   ///< 追加
  Money decreased;   ///< 调减
  Money carried_in;  ///< from other indicators
  // Where that is: the parts.
  Money left;        ///< not handed on yet
  Money held;        ///< by targets
  Money advanced;    ///< open advances
  Money waiting;     ///< on lists: not paid yet, or sent back by the bank
  Money paid;        ///< on lists
  Money reimbursed;  ///< reported by targets, settled advances too
  Money benefits;    ///< to persons
  Money carried;     ///< into other indicators
  Money recovered;   ///< given back to the treasury
  // What went by.
  Money allocated;   ///< handed to targets, without what came back
  Money returned;    ///< came back from targets

  Money total() const { return granted + increased - decreased + carried_in; }
  /// What has reached its end.
  Money spent() const { return paid + reimbursed + benefits; }
  /// What lies somewhere and could still be spent.
  Money unspent() const { return left + held + advanced + waiting; }
};

/// Every indicator that was granted by `date`, by id. Takes one pass over the movements.
/// Example: granted 1,000.00, allocated 300.00 of which 40.00 were reported → left 700.00, held 260.00, reimbursed 40.00.
std::vector<IndicatorProgress> indicator_progress(FundsStore& store, Date date);

}  // namespace mingzhang::funds
