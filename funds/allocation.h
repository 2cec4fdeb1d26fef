// SPDX-License-Identifier: Apache-2.0
// What a target of an allocation holds, and the advances that it has paid from that.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "funds/ids.h"
#include "funds/words.h"

namespace mingzhang::funds {

/// Which target of which allocation; targets are numbered from 1 in the order of the record.
struct TargetKey {
  MovementId allocation;
  std::int64_t number = 0;
  friend auto operator<=>(const TargetKey&, const TargetKey&) = default;
};

/// One target: a township, village, project, list or unit that got money and answers for it.
struct Target {
  TargetKey key;
  IndicatorId indicator;
  TargetKind kind = TargetKind::Township;
  std::string subject;  ///< code
  std::string project;  ///< code; empty: not bound to one
  Date date;            ///< allocated on
  Money amount;         ///< allocated
  Money returned;       ///< given back to the indicator
  Money reimbursed;     ///< reported as spent, settled advances too, without what was taken back
  Money advanced;       ///< open advances
  Money listed;         ///< on lists that are paid from it, without withdrawn lists and cancelled rows

  /// What it still holds once every dated movement has come: INV-20.
  Money left() const { return amount - returned - reimbursed - advanced - listed; }
};

/// Money that a target paid before the work was reported (预付).
struct Advance {
  MovementId id;    ///< the movement that paid it
  std::string code;
  TargetKey target;
  IndicatorId indicator;
  std::string project;  ///< code
  std::string payee;    ///< subject code of who got it
  Date date;
  Money amount;
  Money settled;   ///< reported as spent, without what was taken back
  Money returned;  ///< given back to the target

  Money open() const { return amount - settled - returned; }
};

}  // namespace mingzhang::funds
