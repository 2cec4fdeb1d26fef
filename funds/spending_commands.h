// SPDX-License-Identifier: Apache-2.0
// What targets report as spent: reimbursements, advances and their settlement, and taking a wrong one back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "funds/accounts.h"
#include "funds/funds.h"
#include "funds/movements.h"
#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::funds {

/// A target reports what it spent on a project (报账): reimbursement/v1. D expense, C prepaid.
struct Reimburse {
  std::string code;
  TargetName target;
  std::string project;  ///< with a plan, whose gates before the money gate are signed on `date`
  Date date;
  Money amount;
  std::vector<std::string> evidence;  ///< SHA-256 of invoices and acceptance papers
  Accounts accounts;
  std::string explanation = {};  ///< of the rule that allowed the amount, canonical JSON; may be empty
};

/// A target pays before the work is reported (预付): advance/v1. D advances, C prepaid.
struct PayAdvance {
  std::string code;
  TargetName target;
  std::string project;  ///< with a plan; its gates are asked for when the advance is settled
  std::string payee;    ///< subject code of who gets it; empty: the target itself
  Date date;
  Money amount;
  std::vector<std::string> evidence;
  Accounts accounts;
  std::string explanation = {};  ///< of the rule that allowed the amount, canonical JSON; may be empty
};

/// The work behind an advance is reported (结算): settlement/v1. D expense, C advances.
struct SettleAdvance {
  std::string code;
  std::string advance;
  Date date;
  Money amount;
  std::vector<std::string> evidence;
  Accounts accounts;
  std::string explanation = {};  ///< of the rule that allowed the amount, canonical JSON; may be empty
};

/// What is left of an advance goes back to the target: advance_return/v1. D prepaid, C advances.
struct ReturnAdvance {
  std::string code;
  std::string advance;
  Date date;
  Money amount;
  std::string reason;
  Accounts accounts;
};

/// A reimbursement, settlement or benefit was wrong, in whole or in part (追回): take_back/v1.
/// D prepaid (of a benefit: bank), C expense. The money is where it was before.
struct TakeBack {
  std::string code;
  std::string movement;  ///< code of what is taken back
  Date date;
  Money amount;
  std::string reason;
  Accounts accounts;
};

// See command.h for what these do.
std::vector<Problem> check_request(const Reimburse& command);
std::vector<Problem> check_request(const PayAdvance& command);
std::vector<Problem> check_request(const SettleAdvance& command);
std::vector<Problem> check_request(const ReturnAdvance& command);
std::vector<Problem> check_request(const TakeBack& command);
std::vector<Problem> check_state(const Reimburse& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const PayAdvance& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const SettleAdvance& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const ReturnAdvance& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const TakeBack& command, Funds& funds, ledger::Book& book);
std::string encode(const Reimburse& command);
std::string encode(const PayAdvance& command);
std::string encode(const SettleAdvance& command);
std::string encode(const ReturnAdvance& command);
std::string encode(const TakeBack& command);
std::optional<Reimburse> decode_reimburse(const JsonValue& data);
std::optional<PayAdvance> decode_pay_advance(const JsonValue& data);
std::optional<SettleAdvance> decode_settle_advance(const JsonValue& data);
std::optional<ReturnAdvance> decode_return_advance(const JsonValue& data);
std::optional<TakeBack> decode_take_back(const JsonValue& data);
void apply(const Reimburse& command, std::int64_t seq, Funds& funds);
void apply(const PayAdvance& command, std::int64_t seq, Funds& funds);
void apply(const SettleAdvance& command, std::int64_t seq, Funds& funds);
void apply(const ReturnAdvance& command, std::int64_t seq, Funds& funds);
void apply(const TakeBack& command, std::int64_t seq, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const Reimburse& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const PayAdvance& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const SettleAdvance& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const ReturnAdvance& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const TakeBack& command, Funds& funds);

}  // namespace mingzhang::funds
