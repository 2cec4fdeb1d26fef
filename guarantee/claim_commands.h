// SPDX-License-Identifier: Apache-2.0
// Compensation: claim, two reviews, payment, recovery, write-off.
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

/// One loan that a bank claims for.
struct ClaimedRow {
  std::string loan;
  Money principal;
  Money interest;
  std::int64_t days_overdue = 0;  ///< as the bank says; compared with the register
  std::string evidence;           ///< SHA-256 of the papers
};

/// Claims 代偿申请: risk_claim/v1. Every line is compared with the register of loans; all wrong ones are named at once.
struct SubmitClaim {
  std::string code;
  std::string fund;
  std::string bank;
  Date date;
  std::vector<ClaimedRow> rows;
};

/// One line that a reviewer does not pass.
struct DisputedRow {
  std::int64_t number = 0;
  std::string reason;
};

/// Reviews 审核: risk_claim_review/v1; the township first (乡镇), then the bureau (主管部门). Lines that are not named pass; those
/// that are named are out of the claim and do not hold up the others; their loans can be claimed again.
struct ReviewClaim {
  std::string code;
  std::string claim;
  Date date;
  ReviewStep step = ReviewStep::Township;
  std::string reviewer;  ///< which office
  std::vector<DisputedRow> disputed;
};

/// Pays 代偿: risk_claim_payment/v1, from the special account: D receivable by loan, C bank. `amount` is the fund's part of the
/// lines that have passed, worked out line by line; the bank bears the rest of each.
struct PayClaim {
  std::string code;
  std::string claim;
  Date date;
  Money amount;
};

/// Money that the borrower has paid after all 追偿: risk_recovery/v1. Returned to fund and bank as they bore the loss, never
/// more than it. D bank; C receivable, and what had been written off C 追回已核销.
struct RecoverLoss {
  std::string code;
  std::string claim;
  std::int64_t row = 0;
  Date date;
  Money amount;
};

/// Gives up what the fund has not got back 核销: risk_write_off/v1. D loss, C receivable. The borrower still owes it.
struct WriteOffLoss {
  std::string code;
  std::string claim;
  std::int64_t row = 0;
  Date date;
  Money amount;  ///< all that is receivable
  std::string reason;
  std::vector<std::string> evidence;
};

// See command.h for what these do.
std::vector<Problem> check_request(const SubmitClaim& command);
std::vector<Problem> check_request(const ReviewClaim& command);
std::vector<Problem> check_request(const PayClaim& command);
std::vector<Problem> check_request(const RecoverLoss& command);
std::vector<Problem> check_request(const WriteOffLoss& command);
std::vector<Problem> check_state(const SubmitClaim& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const ReviewClaim& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const PayClaim& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const RecoverLoss& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::vector<Problem> check_state(const WriteOffLoss& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);
std::string encode(const SubmitClaim& command);
std::string encode(const ReviewClaim& command);
std::string encode(const PayClaim& command);
std::string encode(const RecoverLoss& command);
std::string encode(const WriteOffLoss& command);
std::optional<SubmitClaim> decode_submit_claim(const JsonValue& data);
std::optional<ReviewClaim> decode_review_claim(const JsonValue& data);
std::optional<PayClaim> decode_pay_claim(const JsonValue& data);
std::optional<RecoverLoss> decode_recover_loss(const JsonValue& data);
std::optional<WriteOffLoss> decode_write_off_loss(const JsonValue& data);
void apply(const SubmitClaim& command, std::int64_t seq, Guarantee& guarantee);
void apply(const ReviewClaim& command, std::int64_t seq, Guarantee& guarantee);
void apply(const PayClaim& command, std::int64_t seq, Guarantee& guarantee);
void apply(const RecoverLoss& command, std::int64_t seq, Guarantee& guarantee);
void apply(const WriteOffLoss& command, std::int64_t seq, Guarantee& guarantee);
std::vector<ledger::VoucherRequest> vouchers_of(const PayClaim& command, Guarantee& guarantee);
std::vector<ledger::VoucherRequest> vouchers_of(const RecoverLoss& command, Guarantee& guarantee);
std::vector<ledger::VoucherRequest> vouchers_of(const WriteOffLoss& command, Guarantee& guarantee);

/// What the fund pays for the lines of a claim that are not disputed.
Money payment_of(const Claim& claim, Guarantee& guarantee);

}  // namespace mingzhang::guarantee
