// SPDX-License-Identifier: Apache-2.0
// Parts of the records' data that several commands share.
#pragma once

#include "base/json.h"
#include "base/record_members.h"
#include "funds/accounts.h"

namespace mingzhang::funds {

/// {"budget_credit":…,"budget_debit":…,"credit":…,"debit":…}; left out where there are none.
void write_accounts(JsonWriter& writer, const Accounts& accounts);
/// No accounts where they are absent; `fail` where they are anything else.
Accounts read_accounts(Members& members);

}  // namespace mingzhang::funds
