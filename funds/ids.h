// SPDX-License-Identifier: Apache-2.0
// The ids of what moves in a fund. Zero stands for "none".
#pragma once

#include "base/id.h"

namespace mingzhang::funds {

using IndicatorId = Id<struct IndicatorTag>;
using MovementId = Id<struct MovementTag>;        ///< position of a movement in its book, from 1, in the order of the records
using ProjectPlanId = Id<struct ProjectPlanTag>;  ///< none: no plan
using ListId = Id<struct ListTag>;                ///< of a payment list; none: no list

}  // namespace mingzhang::funds
