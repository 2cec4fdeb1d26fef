// SPDX-License-Identifier: Apache-2.0
// Indicators (指标): permission to spend a fund, with the sums of all that was done with it; and every movement of them.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "funds/ids.h"
#include "funds/words.h"

namespace mingzhang::funds {

/// One indicator as of the last record. Its code is the code of a fund of the ledger: one document, one fund, one indicator.
struct Indicator {
  IndicatorId id;
  std::string code;
  std::string document;    ///< 文号
  Level level = Level::County;
  std::string purpose;
  Date date;               ///< granted on
  Date deadline;           ///< to be spent by; `no_day()` where none is set
  std::string assumption;  ///< why document or amount are assumed; empty: they are known
  Money amount;            ///< granted, with additions, reductions and what was carried into it
  Money allocated;         ///< handed to targets
  Money returned;          ///< given back by targets
  Money listed;            ///< on lists that are paid straight from it, without withdrawn lists and cancelled rows
  Money benefits;          ///< granted to persons, without what was taken back
  Money carried;           ///< carried into other indicators
  Money recovered;         ///< given back to the treasury
  Money advanced;          ///< open advances paid by targets
  Money reimbursed;        ///< reported as spent by targets, without what was taken back
  Money paid;              ///< rows of lists that are paid (or paid again) now, wherever the list's money comes from
  std::int64_t seq = 0;    ///< record that made it

  /// What can still be allocated, listed, granted or carried once every dated movement has come: INV-19.
  Money left() const { return amount - allocated + returned - listed - benefits - carried - recovered; }
  /// What has reached its end: paid, reported as spent, granted.
  Money spent() const { return paid + reimbursed + benefits; }
};

/// One record that did something to an indicator's money. Its code is the `source` of the vouchers that follow it.
struct Movement {
  MovementId id;
  std::string code;
  MovementKind kind = MovementKind::Indicator;
  std::int64_t seq = 0;       ///< its record; the vouchers are the records behind it
  std::int64_t vouchers = 0;  ///< how many of them
  Date date;
  IndicatorId indicator;
  IndicatorId into;         ///< the indicator that money was carried into; none
  MovementId allocation;    ///< the allocation that it belongs to, or draws on; none
  std::int64_t target = 0;  ///< the target within that allocation, from 1; 0: none or all
  ListId list;              ///< the list that it belongs to; none
  MovementId cause;         ///< the advance that is settled, the movement that is taken back; none
  std::string project;      ///< code; may be empty
  Money amount;             ///< always positive or zero; the kind says the direction
  Money taken_back;         ///< of a reimbursement, settlement or benefit: how much of it
};

}  // namespace mingzhang::funds
