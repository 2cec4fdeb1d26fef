// SPDX-License-Identifier: Apache-2.0
// Handing an indicator's money to townships, villages, projects and units, and taking idle money back.
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

/// Most targets of one allocation.
inline constexpr std::size_t kTargetsMax = 10'000;

/// One target of an allocation that is asked for.
struct AllocatedTarget {
  std::string subject;  ///< code of a township, village, project unit …
  Money amount;
  std::string project;  ///< code of the ledger's project that it is bound to; empty: none
};

/// Allocates: allocation/v1. D prepaid per target, C bank. Never more than is left on its day and on every later day.
struct Allocate {
  std::string code;
  std::string indicator;
  Date date;
  TargetKind kind = TargetKind::Township;
  Money total;
  std::vector<AllocatedTarget> targets;
  std::string explanation;  ///< of the rule that split it, canonical JSON; may be empty
  Accounts accounts;
};

/// Takes back what a target has not spent (收回), or corrects: allocation_return/v1. D bank, C prepaid.
struct ReturnAllocation {
  std::string code;
  TargetName target;
  Date date;
  Money amount;
  std::string reason;
  Accounts accounts;
};

// See command.h for what these do.
std::vector<Problem> check_request(const Allocate& command);
std::vector<Problem> check_request(const ReturnAllocation& command);
std::vector<Problem> check_state(const Allocate& command, Funds& funds, ledger::Book& book);
std::vector<Problem> check_state(const ReturnAllocation& command, Funds& funds, ledger::Book& book);
std::string encode(const Allocate& command);
std::string encode(const ReturnAllocation& command);
std::optional<Allocate> decode_allocate(const JsonValue& data);
std::optional<ReturnAllocation> decode_return_allocation(const JsonValue& data);
void apply(const Allocate& command, std::int64_t seq, Funds& funds);
void apply(const ReturnAllocation& command, std::int64_t seq, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const Allocate& command, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const ReturnAllocation& command, Funds& funds);

}  // namespace mingzhang::funds
