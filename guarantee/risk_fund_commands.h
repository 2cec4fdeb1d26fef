// SPDX-License-Identifier: Apache-2.0
// A risk-compensation fund is set up and paid into.
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

/// Sets up a fund 设立风险补偿基金: risk_fund/v1.
struct OpenRiskFund {
  std::string code;
  std::string name;
  std::string place;
  Date date;
  RiskFundTerms terms;
  RiskFundAccounts accounts;
  std::string explanation;  ///< of the rule that gives the ratios, canonical JSON; may be empty
};

/// Pays in 出资: risk_fund_contribution/v1. D bank, C the contributor's share of the fund. A poor county may pay its part out
/// of special funds; then `source` names the fund of this book and the line carries it.
struct Contribute {
  std::string code;
  std::string fund;
  Date date;
  Contributor contributor = Contributor::Local;
  std::string party;     ///< which treasury or institution
  Money amount;
  std::string source;    ///< code of a special fund; empty: money of its own
  std::string document;  ///< 文号; may be empty
};

// See command.h for what these do.
std::vector<Problem> check_request(const OpenRiskFund& command);
std::vector<Problem> check_request(const Contribute& command);
std::vector<Problem> check_state(const OpenRiskFund& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const Contribute& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::string encode(const OpenRiskFund& command);
std::string encode(const Contribute& command);
std::optional<OpenRiskFund> decode_open_risk_fund(const JsonValue& data);
std::optional<Contribute> decode_contribute(const JsonValue& data);
void apply(const OpenRiskFund& command, std::int64_t seq, Guarantee& guarantee);
void apply(const Contribute& command, std::int64_t seq, Guarantee& guarantee);
std::vector<ledger::VoucherRequest> vouchers_of(const Contribute& command, Guarantee& guarantee);

}  // namespace mingzhang::guarantee
