// SPDX-License-Identifier: Apache-2.0
// A pool is set up, its deposit moves, its terms change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "guarantee/guarantee.h"
#include "ledger/book.h"
#include "ledger/voucher.h"
#include "loans/loans.h"

namespace mingzhang::guarantee {

/// Sets up a pool 设立担保基金池: guarantee_pool/v1. Its deposit comes with `MoveDeposit`.
struct AddPool {
  std::string code;
  std::string name;
  std::string bank;
  std::string place;
  Date date;
  PoolTerms terms;
  PoolAccounts accounts;
  std::string explanation;  ///< of the rule that gives the multiple, canonical JSON; may be empty
};

/// Moves a deposit 担保金收付: guarantee_deposit/v1. In: D deposit, C bank. Out: the reverse, refused below what is covered.
/// A draw is what the bank has taken for a loan that was not repaid: D receivable, C deposit; it is a fact and never refused
/// for what is covered, but nothing is granted or paid out until the deposit is topped up.
struct MoveDeposit {
  std::string code;
  std::string pool;
  Date date;
  MovementKind kind = MovementKind::Deposit;  ///< Deposit, Withdrawal or Draw
  Money amount;
  std::string fund;      ///< of the book; empty: money of no restricted source
  std::string document;  ///< 文号; of a deposit this or the fund is given
  std::string party;     ///< who paid it in, or got it
  std::string reason;
};

/// Changes the terms 变更条件, or stops and resumes a pool: guarantee_terms/v1.
struct ChangePool {
  std::string code;
  std::string pool;
  Date date;
  PoolTerms terms;          ///< all of them, as they are from now on
  std::string stop_reason;  ///< not empty: takes on nothing more
  std::string reason;
  std::string explanation;
};

// See command.h for what these do.
std::vector<Problem> check_request(const AddPool& command);
std::vector<Problem> check_request(const MoveDeposit& command);
std::vector<Problem> check_request(const ChangePool& command);
std::vector<Problem> check_state(const AddPool& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const MoveDeposit& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ChangePool& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::string encode(const AddPool& command);
std::string encode(const MoveDeposit& command);
std::string encode(const ChangePool& command);
std::optional<AddPool> decode_add_pool(const JsonValue& data);
std::optional<MoveDeposit> decode_move_deposit(const JsonValue& data);
std::optional<ChangePool> decode_change_pool(const JsonValue& data);
void apply(const AddPool& command, std::int64_t seq, Guarantee& guarantee);
void apply(const MoveDeposit& command, std::int64_t seq, Guarantee& guarantee);
void apply(const ChangePool& command, std::int64_t seq, Guarantee& guarantee);
std::vector<ledger::VoucherRequest> vouchers_of(const MoveDeposit& command, Guarantee& guarantee);

}  // namespace mingzhang::guarantee
