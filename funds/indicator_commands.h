// SPDX-License-Identifier: Apache-2.0
// Registering indicators, changing their amounts, and what becomes of unspent money at the end of the year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "funds/accounts.h"
#include "funds/funds.h"
#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::funds {

/// Registers an indicator (指标): indicator/v1.
struct AddIndicator {
  std::string code;        ///< of a fund of the ledger
  std::string document;    ///< 文号
  Level level = Level::County;
  std::string purpose;
  Money amount;            ///< zero where it only takes in what is carried over
  Date date;
  Date deadline = no_day();    ///< to be spent by
  bool is_assumption = false;  ///< document or amount are assumed; then with the reason
  std::string assumption;
  bool arrives = false;    ///< the money arrives on the same day: D bank, C income
  Accounts accounts;       ///< only where it arrives
};

/// Adds to an indicator or takes from it (追加、调减): indicator_change/v1. With accounts the money moves at the same time.
struct ChangeIndicator {
  std::string code;
  std::string indicator;
  Date date;
  std::string document;
  Direction direction = Direction::Increase;
  Money amount;
  std::string reason;
  Accounts accounts;       ///< all empty: no money moves
};

/// Carries unspent money over the end of the year, or gives it back to the treasury (结转、缴回): carry_over/v1.
struct CarryOver {
  std::string code;
  std::string indicator;
  Date date;
  std::int64_t year = 0;   ///< the year whose money it is; `date` lies in it or in the next
  CarryAction action = CarryAction::Carry;
  std::string into;        ///< the indicator that takes it; empty: it stays in the same one, and no money moves
  Money amount;
  /// To be given back: D …, C bank. Into another indicator: the same in the old fund, and its mirror in the new one.
  Accounts accounts;
  std::string explanation = {};  ///< of the rule that says how much, canonical JSON; may be empty
};

// See command.h for what these do.
std::vector<Problem> check_request(const AddIndicator& command);
std::vector<Problem> check_request(const ChangeIndicator& command);
std::vector<Problem> check_request(const CarryOver& command);
std::vector<Problem> check_state(const AddIndicator& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const ChangeIndicator& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const CarryOver& command, Funds& funds, ledger::Book& book);
std::string encode(const AddIndicator& command);
std::string encode(const ChangeIndicator& command);
std::string encode(const CarryOver& command);
std::optional<AddIndicator> decode_add_indicator(const JsonValue& data);
std::optional<ChangeIndicator> decode_change_indicator(const JsonValue& data);
std::optional<CarryOver> decode_carry_over(const JsonValue& data);
void apply(const AddIndicator& command, std::int64_t seq, Funds& funds);
void apply(const ChangeIndicator& command, std::int64_t seq, Funds& funds);
void apply(const CarryOver& command, std::int64_t seq, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const AddIndicator& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const ChangeIndicator& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const CarryOver& command, Funds& funds);

}  // namespace mingzhang::funds
