// SPDX-License-Identifier: Apache-2.0
// Why a book cannot move to another database.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/outcome.h"
#include "service/request.h"

namespace mingzhang::service {

/// In the order in which it is looked for.
enum class MoveOutcome : std::uint16_t {
  Ok = 0,
  SourceArriving = 101,
  MovedElsewhere = 102,
  TargetInUse = 103,
  HistoriesDiffer = 201,
  SourceDamaged = 202,
  CopyDiffers = 301,
};

std::span<const OutcomeInfo> move_outcomes();
const OutcomeInfo& info_of(MoveOutcome outcome);
Refusal refused(MoveOutcome outcome, const std::string& detail);

}  // namespace mingzhang::service
