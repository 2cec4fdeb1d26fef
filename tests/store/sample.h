// SPDX-License-Identifier: Apache-2.0
// Rows for the contract tests, and every row as one line of text, so that a comparison shows what differs.
// All people and institutions are synthetic.
#pragma once

#include <string>
#include <vector>

#include "audit/log_store.h"
#include "ledger/draft_store.h"
#include "ledger/ledger_store.h"

namespace mingzhang::contract {

/// Every member of a row, in the order of its declaration, separated by '|'; an empty text stays empty.
std::string text_of(const ledger::BookHead& head);
std::string text_of(const ledger::Account& account);
std::string text_of(const ledger::Fund& fund);
std::string text_of(const ledger::Project& project);
std::string text_of(const ledger::Subject& subject);
std::string text_of(const ledger::Period& period);
std::string text_of(const ledger::Balance& balance);
std::string text_of(const ledger::Detail& detail);
std::string text_of(const ledger::DayMovement& day);
std::string text_of(const ledger::PostedVoucher& voucher);
std::string text_of(const ledger::PostedLine& line);
std::string text_of(const ledger::Grant& grant);
std::string text_of(const ledger::RequestEntry& request);
std::string text_of(const ledger::Draft& draft);

/// The texts of all rows, in their order.
template <class Rows>
std::vector<std::string> texts_of(const Rows& rows) {
  std::vector<std::string> texts;
  for (const auto& row : rows) texts.push_back(text_of(row));
  return texts;
}

using Texts = std::vector<std::string>;

Month month(int year, unsigned number);
Date day(int year, unsigned number, unsigned of_month);
Money fen(std::int64_t amount);

/// A head row without records, with the frontiers of an empty tree in plain bytes.
ledger::BookHead empty_head(ledger::BookId book, const std::string& name);
ledger::Account account_of(std::int64_t id, const std::string& code, const std::string& name);
ledger::Balance balance_of(Month period, std::int64_t account, std::int64_t fund, std::int64_t debit);
ledger::Detail detail_of(std::int64_t subject, std::int64_t project, std::int64_t account, Month period);
ledger::DayMovement movement_of(std::int64_t account, std::int64_t fund, Date date, std::int64_t debit);
ledger::PostedVoucher voucher_of(Month period, ledger::VoucherType type, std::int64_t number);
ledger::PostedLine line_of(std::int64_t id);
ledger::Draft draft_of(std::int64_t id);

/// 32 bytes that all have this value.
audit::Digest digest_of(unsigned char value);

}  // namespace mingzhang::contract
