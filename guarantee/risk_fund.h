// SPDX-License-Identifier: Apache-2.0
// A risk-compensation fund (风险补偿基金): who pays into it, how large it should be, and what it bears of a loss.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "base/ratio.h"
#include "guarantee/ids.h"
#include "guarantee/words.h"

namespace mingzhang::guarantee {

/// Two weights, such as 7 : 3. Both are at least 0 and at most 1,000, one of them more than 0.
struct Weights {
  std::int64_t first = 0;
  std::int64_t second = 0;

  friend bool operator==(const Weights&, const Weights&) = default;
};

/// What the documents say. Who pays in and who bears losses are two different ratios.
struct RiskFundTerms {
  Money target;             ///< 10,000,000.00 per county by 2017 in 定发〔2015〕13号; 0: none
  Weights contributions;    ///< government : institutions, 7 : 3
  Weights government;       ///< province : city and county, 1 : 1
  Weights loss;             ///< fund : bank, such as 7 : 3 or 8 : 2
  bool covers_interest = false;  ///< the loss is principal and interest, else principal alone
  std::int64_t overdue_days = 0; ///< a loan can be claimed when it is overdue for more than this

  friend bool operator==(const RiskFundTerms&, const RiskFundTerms&) = default;
};

/// Codes of the accounts of its money. All empty: the book keeps the fund without money.
struct RiskFundAccounts {
  std::string bank;         ///< 100201 风险补偿金专户
  std::string province;     ///< 310101
  std::string local;        ///< 310102
  std::string institution;  ///< 310103
  std::string receivable;   ///< 121802 应收代偿款: what was paid for borrowers who still owe it
  std::string loss;         ///< 500101 代偿损失
  std::string regained;     ///< 460901 追回已核销代偿款

  bool are_none() const { return *this == RiskFundAccounts{}; }
  friend bool operator==(const RiskFundAccounts&, const RiskFundAccounts&) = default;
};

/// Money by who pays it in.
struct FundParts {
  Money province;
  Money local;
  Money institution;

  Money government() const { return province + local; }
  Money total() const { return province + local + institution; }
  Money& of(Contributor contributor);
  friend bool operator==(const FundParts&, const FundParts&) = default;
};

/// A fund as it stands now.
struct RiskFund {
  RiskFundId id;
  std::string code;
  std::string name;
  std::string place;
  RiskFundTerms terms;
  RiskFundAccounts accounts;
  FundParts contributed;
  Money paid;         ///< compensation paid out
  Money recovered;    ///< of it, what came back
  Money written_off;  ///< of it, what was given up
  Date date;
  std::int64_t seq = 0;

  /// What stands on its account.
  Money balance() const { return contributed.total() - paid + recovered; }
};

/// How much each has to pay in for a fund of `size`, by largest remainder: government and institutions first, then the
/// government's part. Example: 17,204,400.00 by 7:3 and 1:1 → 6,021,540.00 + 6,021,540.00 + 5,161,320.00.
FundParts parts_of(Money size, const RiskFundTerms& terms);

/// `required` less what has been contributed, part by part, never negative.
FundParts missing_of(const FundParts& required, const FundParts& contributed);

/// What the fund bears of a loss; the bank bears the rest. Example: 100.01 by 8:2 → 80.01.
Money borne_by_fund(Money loss, const RiskFundTerms& terms);

}  // namespace mingzhang::guarantee
