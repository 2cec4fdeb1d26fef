// SPDX-License-Identifier: Apache-2.0
// The ids of loans and of what happens to them. Zero stands for "none".
#pragma once

#include "base/id.h"

namespace mingzhang::loans {

using LoanId = Id<struct LoanTag>;
using StepId = Id<struct StepTag>;  ///< position of a step in its book, from 1, in the order of the records

}  // namespace mingzhang::loans
