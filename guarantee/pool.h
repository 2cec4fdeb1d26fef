// SPDX-License-Identifier: Apache-2.0
// A guarantee pool: a deposit at one bank that covers a multiple of its own amount in loans.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "guarantee/ids.h"
#include "guarantee/words.h"

namespace mingzhang::guarantee {

/// Codes of the accounts with which a deposit moves. All empty: the book keeps the pool without money.
/// Example of the chart guarantee-fund: {"100201", "100202", "121802"}.
struct PoolAccounts {
  std::string bank;        ///< 担保基金专户
  std::string deposit;     ///< 存放合作银行保证金
  std::string receivable;  ///< 应收代偿款: what the bank has taken from the deposit

  bool are_none() const { return *this == PoolAccounts{}; }
  friend bool operator==(const PoolAccounts&, const PoolAccounts&) = default;
};

/// What the bank and the bureau have agreed on.
struct PoolTerms {
  std::int64_t multiple = 0;       ///< 放大倍数: cover is at most the deposit times this; 5 to 10 in 定发〔2015〕13号
  std::int64_t npl_tolerance = 0;  ///< percent of the balance that may be non-performing (不良率容忍度); 0: no limit
  std::int64_t alert_percent = 0;  ///< of the capacity, from which on a warning is shown; 0: no warning

  friend bool operator==(const PoolTerms&, const PoolTerms&) = default;
};

/// A pool as it stands now. Sums over its loans are kept with every record of a loan, INV-29.
struct Pool {
  PoolId id;
  std::string code;
  std::string name;
  std::string bank;   ///< code of the lender whose loans it covers
  std::string place;  ///< code of the county or township
  PoolTerms terms;
  PoolAccounts accounts;
  Money deposit;
  Money exposure;     ///< what it stands for: amounts approved and not paid out, and principal outstanding
  Money balance;      ///< principal outstanding
  Money bad;          ///< of it, of loans that are 次级 or worse
  std::string stop_reason;  ///< not empty: stopped by hand
  Date date;          ///< of its opening
  std::int64_t seq = 0;

  /// Deposit times multiple. Example: 500,000,000.00 at 10 → 5,000,000,000.00.
  Money capacity() const;
  /// What it may still take on; negative where the bank has taken so much of the deposit that too little covers the loans.
  Money headroom() const { return capacity() - exposure; }
  /// Whether it takes on more, and if not why; the gravest first.
  PoolState state() const;
};

/// One thing that happened to a pool or to a risk-compensation fund.
struct Movement {
  MovementId id;
  std::string code;      ///< vouchers carry it as their source
  MovementKind kind = MovementKind::Opening;
  std::int64_t seq = 0;
  std::int64_t vouchers = 0;
  Date date;
  PoolId pool;
  Money amount;          ///< 0 where no money moved
  std::string fund;      ///< restricted source of the money
  std::string document;  ///< 文号 by which it came
  std::string party;     ///< who paid it in, or got it
  std::string reason;
  RiskFundId risk_fund;  ///< none: of a pool
  ClaimId claim;         ///< none: of no claim
  Contributor contributor = Contributor::None;
  std::string loan;      ///< of a recovery or a write-off
  Money own;             ///< of `amount`, the risk fund's part
};

/// deposit × multiple; nothing where that leaves the range of money.
std::optional<Money> capacity_of(Money deposit, std::int64_t multiple);
/// The smallest deposit that covers `target`. Example: 5,000,000,000.00 at 10 → 500,000,000.00; 0.11 at 10 → 0.02.
/// Requires: target ≥ 0, multiple ≥ 1.
Money deposit_for(Money target, std::int64_t multiple);

}  // namespace mingzhang::guarantee
