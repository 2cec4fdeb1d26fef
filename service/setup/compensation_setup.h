// SPDX-License-Identifier: Apache-2.0
// From words that a person types to risk-compensation funds and claims on them.
#pragma once

#include <string>
#include <vector>

#include "service/setup/guarantee_setup.h"

namespace mingzhang::service {

struct NewRiskFund {
  std::string code;
  std::string name;
  std::string place;
  std::string date;
  std::string target;         ///< empty: none
  std::string contributions;  ///< government : institutions, "7:3"
  std::string government;     ///< province : city and county, "1:1"
  std::string loss;           ///< fund : bank, "8:2"
  std::string overdue_days;
  bool covers_interest = false;
  bool moves_money = true;    ///< with the accounts of the chart of risk funds
  std::string explanation;
};
NewCommand open_risk_fund(const NewRiskFund& fund);

struct NewContribution {
  std::string code;
  std::string fund;
  std::string date;
  std::string contributor;  ///< province, local, institution or the Chinese
  std::string party;
  std::string amount;
  std::string source;
  std::string document;
};
NewCommand contribute(const NewContribution& contribution);

struct NewClaim {
  std::string code;
  std::string fund;
  std::string bank;
  std::string date;
  std::vector<std::string> rows;  ///< "LOAN PRINCIPAL INTEREST DAYS SHA256"
};
/// `listed` are rows of a bank's list; they come behind the others.
NewCommand submit_claim(const NewClaim& claim, const std::vector<guarantee::ClaimedRow>& listed = {});

struct NewClaimReview {
  std::string code;
  std::string claim;
  std::string date;
  std::string step;  ///< township, bureau or the Chinese
  std::string reviewer;
  std::vector<std::string> disputed;  ///< "2 reason"
};
NewCommand review_claim(const NewClaimReview& review);

struct NewClaimPayment {
  std::string code;
  std::string claim;
  std::string date;
  std::string amount;  ///< empty: what the fund bears of the lines that have passed
};
NewCommand pay_claim(const BookPlace& place, const NewClaimPayment& payment);

/// What becomes of a line that was paid.
struct ClaimLineUse {
  std::string code;
  std::string line;  ///< "B1/2"
  std::string date;
  std::string amount;
  std::string reason;                 ///< of a write-off
  std::vector<std::string> evidence;  ///< of a write-off
};
NewCommand recover_loss(const ClaimLineUse& use);
NewCommand write_off_loss(const ClaimLineUse& use);

}  // namespace mingzhang::service
