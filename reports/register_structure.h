// SPDX-License-Identifier: Apache-2.0
// What the register consists of on a day: by cause of poverty and by class, in households and in persons.
#pragma once

#include <string>

#include "households/census.h"
#include "households/register_store.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// 致贫原因结构表. Each listed household counts once, by its main cause; beside it, how many mention a cause at all. Shares
/// are printed for households and for persons, each under its own heading, in hundredths of a percent, half up: they may
/// not sum to 100.00 %. `division` empty for everywhere.
/// Example: 264 of 479 persons are poor through illness: 55.11 %; 142 of 228 households: 62.28 %.
Table cause_table(const ledger::BookHead& book, households::RegisterStore& store, Date as_of, const std::string& division);

/// 类别结构表: listed households by class, of which each has exactly one on any day.
Table class_table(const ledger::BookHead& book, households::RegisterStore& store, Date as_of, const std::string& division);

}  // namespace mingzhang::reports
