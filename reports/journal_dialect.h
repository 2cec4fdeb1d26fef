// SPDX-License-Identifier: Apache-2.0
// How one plain-text accounting program wants its journal written.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "ledger/ledger_store.h"
#include "ledger/voucher.h"

namespace mingzhang::reports {

/// One posting: the account's exported name and the line it comes from.
struct ExportedLine {
  std::string_view account;
  const ledger::Line& line;
};

/// Appends the parts of a journal to a text. All names are exported ones (journal_export_names.h).
class JournalDialect {
 public:
  virtual ~JournalDialect() = default;
  virtual void append_heading(const ledger::BookHead& book, std::string& text) const = 0;
  /// Declares an account that can be used from the first day of `start` on.
  virtual void append_account(std::string_view name, const ledger::Account& account, std::string_view fund_code,
                              Month start, std::string& text) const = 0;
  virtual void append_voucher(const ledger::Voucher& voucher, std::string& text) const = 0;
  virtual void append_line(const ExportedLine& line, std::string& text) const = 0;
};

std::unique_ptr<JournalDialect> hledger_dialect();
std::unique_ptr<JournalDialect> ledger_dialect();
std::unique_ptr<JournalDialect> beancount_dialect();

/// "100.00 CNY"; credits are negative.
std::string signed_amount(const ledger::Line& line);

}  // namespace mingzhang::reports
