// SPDX-License-Identifier: Apache-2.0
// The ids of pools, funds and claims, and of what happens to them. Zero stands for "none".
#pragma once

#include "base/id.h"

namespace mingzhang::guarantee {

using PoolId = Id<struct PoolTag>;
using RiskFundId = Id<struct RiskFundTag>;
using ClaimId = Id<struct ClaimTag>;
using MovementId = Id<struct GuaranteeMovementTag>;  ///< position in its book, from 1, in the order of the records

}  // namespace mingzhang::guarantee
