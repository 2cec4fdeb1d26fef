// SPDX-License-Identifier: Apache-2.0
// Declares what will be used, then writes voucher after voucher.
#include "reports/journal_export.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/world_error.h"
#include "reports/journal_dialect.h"
#include "reports/journal_export_names.h"
#include "reports/names.h"
#include "reports/vouchers_between.h"

namespace mingzhang::reports {

namespace {

std::unique_ptr<JournalDialect> dialect_of(JournalFormat format) {
  switch (format) {
    case JournalFormat::Hledger:
      return hledger_dialect();
    case JournalFormat::Ledger:
      return ledger_dialect();
    case JournalFormat::Beancount:
      return beancount_dialect();
  }
  return hledger_dialect();
}

// Exported names by the two codes of a line. No code holds a line feed, so it parts them.
class ExportedNames {
 public:
  explicit ExportedNames(const Names& names) {
    for (const ledger::Account& account : names.accounts()) accounts_.emplace(account.code, &account);
  }

  const std::string& name_of(const std::string& account, const std::string& fund) {
    const auto [entry, is_new] = names_.try_emplace(account + '\n' + fund);
    if (is_new) {
      const auto known = accounts_.find(account);
      if (known == accounts_.end()) throw WorldError(WorldFault::Damaged, "voucher with an unknown account");
      entry->second = exported_account(*known->second, fund);
    }
    return entry->second;
  }

 private:
  std::unordered_map<std::string, const ledger::Account*> accounts_;
  std::unordered_map<std::string, std::string> names_;
};

// Every account and fund that ever moved has a row in the last month in use.
std::string declarations(ledger::LedgerStore& store, const Names& names, const ledger::BookHead& book, Month last,
                         const JournalDialect& dialect) {
  struct Declared {
    std::size_t account_place, fund_place;
    ledger::AccountId account;
    ledger::FundId fund;
    auto operator<=>(const Declared&) const = default;
  };
  std::vector<Declared> all;
  store.balances(last, [&](const ledger::Balance& row) {
    all.push_back(Declared{names.account_place(row.account), names.fund_place(row.fund), row.account, row.fund});
  });
  std::sort(all.begin(), all.end());
  std::string text;
  for (const Declared& declared : all) {
    const ledger::Account& account = names.account(declared.account);
    const std::string_view fund = names.fund_code(declared.fund);
    dialect.append_account(exported_account(account, fund), account, fund, book.start, text);
  }
  return text;
}

}  // namespace

std::optional<JournalFormat> parse_journal_format(std::string_view word) {
  if (word == "hledger") return JournalFormat::Hledger;
  if (word == "ledger") return JournalFormat::Ledger;
  if (word == "beancount") return JournalFormat::Beancount;
  return std::nullopt;
}

void export_journal(ledger::LedgerStore& store, VoucherReader& reader, JournalFormat format,
                    const std::function<void(std::string_view)>& write) {
  const std::unique_ptr<JournalDialect> dialect = dialect_of(format);
  const ledger::BookHead book = store.head().value_or(ledger::BookHead{});
  std::string text;
  dialect->append_heading(book, text);
  write(text);
  std::optional<Month> last;
  for (const ledger::Period& period : store.periods()) {
    if (period.in_use && (!last || *last < period.month)) last = period.month;
  }
  if (!last) return;
  const Names names(store);
  write(declarations(store, names, book, *last, *dialect));
  ExportedNames exported(names);
  visit_vouchers(store, reader, {book.start.first_day(), last->last_day()},
                 [&](const ledger::PostedVoucher&, const RecordedVoucher& recorded) {
                   text.clear();
                   dialect->append_voucher(recorded.voucher, text);
                   for (const ledger::Line& line : recorded.voucher.request.lines) {
                     dialect->append_line(ExportedLine{exported.name_of(line.account, line.fund), line}, text);
                   }
                   write(text);
                 });
}

}  // namespace mingzhang::reports
