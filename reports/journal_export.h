// SPDX-License-Identifier: Apache-2.0
// Plain-text journals of a whole book for hledger, ledger and beancount: balances can be checked without this program.
//
// The mapping, the same in all three:
// - Every account and fund that ever moved is one account, declared before its first use: Root:A<account>:F<fund>
//   (journal_export_names.h), so a balance there is the balance of one row of our trial balance.
// - Debits are positive, credits negative, in CNY with two decimals.
// - A voucher is one transaction, in the order of date and record; its description is the summary, its code (beancount:
//   the metadata "voucher") the number, e.g. 记-0012. Summaries are for people: a semicolon becomes a full-width one.
// - Lines carry project and subject as tags or metadata, their codes escaped like those of accounts (beancount:
// quoted).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "ledger/ledger_store.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

enum class JournalFormat : std::uint8_t { Hledger = 1, Ledger = 2, Beancount = 3 };

/// Reads "hledger", "ledger" or "beancount".
std::optional<JournalFormat> parse_journal_format(std::string_view word);

/// Hands the journal to `write` piece by piece; at most one voucher and the heads of one month are held in memory.
void export_journal(ledger::LedgerStore& store, VoucherReader& reader, JournalFormat format,
                    const std::function<void(std::string_view)>& write);

}  // namespace mingzhang::reports
