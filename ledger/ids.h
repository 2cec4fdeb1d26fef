// SPDX-License-Identifier: Apache-2.0
// The ids of a book's things. Zero stands for "none".
#pragma once

#include "base/id.h"

namespace mingzhang::ledger {

using BookId = Id<struct BookTag>;
using AccountId = Id<struct AccountTag>;
using FundId = Id<struct FundTag>;        ///< none: money without a restricted source
using ProjectId = Id<struct ProjectTag>;  ///< none: no project
using SubjectId = Id<struct SubjectTag>;  ///< household, institution or loan; none: nobody
using LineId = Id<struct LineTag>;        ///< position of a line in its book, from 1, in posting order

}  // namespace mingzhang::ledger
