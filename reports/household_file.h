// SPDX-License-Identifier: Apache-2.0
// Everything about one household on one page (一户一台账): its history, its members, the money that names it.
#pragma once

#include <optional>
#include <string>

#include "ledger/ledger_store.h"
#include "reports/household_people.h"
#include "reports/table.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

/// History by day, members masked with their stays, and every line of the book whose subject is the household's code.
/// Nothing where the register does not know the household.
std::optional<Table> household_file(const RegisterStores& stores, ledger::LedgerStore& ledger, VoucherReader& reader,
                                    const std::string& code);

}  // namespace mingzhang::reports
