// SPDX-License-Identifier: Apache-2.0
// What is planned for a project, and the gates (关口) that it passes one after the other.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "funds/ids.h"
#include "funds/words.h"

namespace mingzhang::funds {

/// The plan of a project of the ledger.
struct ProjectPlan {
  ProjectPlanId id;
  std::string code;              ///< of the ledger's project
  std::string title;
  std::string place;             ///< division code
  Date date;                     ///< registered on
  Money budget;
  std::int64_t gates = 0;        ///< how many it has
  std::int64_t signed_gates = 0; ///< how many are signed: always the first ones (INV-23)
  std::int64_t money_gate = 0;   ///< number of the gate at which money is reported; those before it must be signed
  std::int64_t seq = 0;
};

/// One gate of one project.
struct Gate {
  ProjectPlanId plan;
  std::int64_t number = 0;  ///< from 1
  std::string name;         ///< e.g. "招标"
  Date signed_on;           ///< `no_day()`: not yet
  std::string signed_by;    ///< role or unit, never a person's name; empty: not yet
  std::string evidence;     ///< SHA-256 of the paper, 64 hex digits; empty: not yet
  std::int64_t seq = 0;     ///< the newest record that changed this row

  bool is_signed_on(Date date) const { return signed_on <= date && signed_on != no_day(); }
};

}  // namespace mingzhang::funds
