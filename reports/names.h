// SPDX-License-Identifier: Apache-2.0
// The accounts and funds of a book, loaded once for a report, found by id and ordered by code.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"

namespace mingzhang::reports {

/// Every account and fund as of now. Ids are given from 1 without gaps, so they serve as indices.
class Names {
 public:
  explicit Names(ledger::LedgerStore& store);

  /// By code.
  const std::vector<ledger::Account>& accounts() const { return accounts_; }
  /// Requires an account of the book.
  const ledger::Account& account(ledger::AccountId id) const { return accounts_[account_place(id)]; }
  /// Where the account stands in `accounts()`.
  std::size_t account_place(ledger::AccountId id) const;
  /// How many accounts stand above this one.
  int level_of(ledger::AccountId id) const;

  /// By code; the first one stands for "none" and is empty.
  const std::vector<ledger::Fund>& funds() const { return funds_; }
  /// Code or name; "" for none. Requires a fund of the book, or none.
  std::string_view fund_code(ledger::FundId id) const;
  std::string_view fund_name(ledger::FundId id) const;
  /// Order of the fund's code among all; none comes first.
  std::size_t fund_place(ledger::FundId id) const;

 private:
  std::vector<ledger::Account> accounts_;
  std::vector<std::size_t> account_places_;  // by id
  std::vector<ledger::Fund> funds_;          // by code, none first
  std::vector<std::size_t> fund_places_;     // by id
};

}  // namespace mingzhang::reports
