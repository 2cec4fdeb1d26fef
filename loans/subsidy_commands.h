// SPDX-License-Identifier: Apache-2.0
// Interest subsidy 贴息 as records: claimed by lists, reviewed line by line, paid, clawed back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "ledger/book.h"
#include "ledger/voucher.h"
#include "loans/loans.h"
#include "loans/subsidy_periods.h"

namespace mingzhang::loans {

/// One line of a claim: what went into the rule, as the register says it, and what came out.
struct ClaimedLine {
  std::string loan;
  SubsidyPeriod period;
  Money subsidised;
  Money subsidy;
};

/// Claims 申领: subsidy_claim/v1. Moves no money. Lines are sorted by loan code, then day.
struct ClaimSubsidy {
  std::string code;
  std::string bank;
  Date date;
  Date from;  ///< interest due on the days [from, to)
  Date to;
  SubsidyMode mode = SubsidyMode::Refund;
  std::vector<SubsidyPayer> payers;
  std::vector<ClaimedLine> rows;
  std::string explanation;  ///< pack, version, digest and rule; with a line's inputs anybody computes its amounts again
};

struct LineVerdict {
  std::int64_t number = 0;
  SubsidyState verdict = SubsidyState::Passed;  ///< Passed, Disputed or Rejected
  std::string reason;                           ///< where it has not passed
};

/// Reviews lines 审核: subsidy_review/v1. A dispute does not hold up the others; it is reviewed again once it is settled.
struct ReviewSubsidy {
  std::string code;
  std::string claim;
  Date date;
  std::vector<LineVerdict> verdicts;
};

/// Pays every line that has passed and is unpaid 支付: subsidy_payment/v1. One voucher for each payer: D its debit account
/// with a line per loan, C its credit account.
struct PaySubsidy {
  std::string code;
  std::string claim;
  Date date;
  Money amount;                           ///< the sum of those lines
  std::vector<SubsidyAccounts> accounts;  ///< one for each payer, in the claim's order
};

/// Claws back what was paid for one line, in whole or in part 收回: subsidy_claw_back/v1.
struct ClawBackSubsidy {
  std::string code;
  std::string claim;
  std::int64_t line = 0;
  Date date;
  Money amount;
  std::string reason;
  std::vector<SubsidyAccounts> accounts;  ///< as above; usually those of the payment turned round
};

// See command.h for what these do.
std::vector<Problem> check_request(const ClaimSubsidy& command);
std::vector<Problem> check_request(const ReviewSubsidy& command);
std::vector<Problem> check_request(const PaySubsidy& command);
std::vector<Problem> check_request(const ClawBackSubsidy& command);
std::vector<Problem> check_state(const ClaimSubsidy& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ReviewSubsidy& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const PaySubsidy& command, Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ClawBackSubsidy& command, Loans& loans, ledger::Book& book);
std::string encode(const ClaimSubsidy& command);
std::string encode(const ReviewSubsidy& command);
std::string encode(const PaySubsidy& command);
std::string encode(const ClawBackSubsidy& command);
std::optional<ClaimSubsidy> decode_claim_subsidy(const JsonValue& data);
std::optional<ReviewSubsidy> decode_review_subsidy(const JsonValue& data);
std::optional<PaySubsidy> decode_pay_subsidy(const JsonValue& data);
std::optional<ClawBackSubsidy> decode_claw_back_subsidy(const JsonValue& data);
void apply(const ClaimSubsidy& command, std::int64_t seq, Loans& loans);
void apply(const ReviewSubsidy& command, std::int64_t seq, Loans& loans);
void apply(const PaySubsidy& command, std::int64_t seq, Loans& loans);
void apply(const ClawBackSubsidy& command, std::int64_t seq, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ClaimSubsidy& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ReviewSubsidy& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const PaySubsidy& command, Loans& loans);
std::vector<ledger::VoucherRequest> vouchers_of(const ClawBackSubsidy& command, Loans& loans);

/// The line that claims some of these days and stands, or nothing.
std::optional<SubsidyRow> line_on_days(LoanId loan, Date from, Date to, Loans& loans);

/// "principal 50000.00, interest 181.25 of [2016-06-21, 2016-07-21), overdue from …, misused from …".
std::string period_text(const SubsidyPeriod& period);

// Parts of the records and of the projection.
void write_payers(JsonWriter& writer, const std::vector<SubsidyPayer>& payers);
void write_accounts(JsonWriter& writer, const std::vector<SubsidyAccounts>& accounts);
/// `accounts` and `payers` as the store keeps them, canonical JSON arrays; nothing where the text is no such array.
std::string text_of(const std::vector<SubsidyPayer>& payers);
std::string text_of(const std::vector<SubsidyAccounts>& accounts);
std::optional<std::vector<SubsidyPayer>> payers_of(const JsonValue& value);
std::optional<std::vector<SubsidyAccounts>> accounts_of(const JsonValue& value);

}  // namespace mingzhang::loans
