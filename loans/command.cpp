// SPDX-License-Identifier: Apache-2.0
// Sends each kind of command to its own checks, effects and vouchers.
#include "loans/command.h"

#include <utility>

#include "base/overloaded.h"
#include "loans/lending_refusals.h"

namespace mingzhang::loans {
namespace {

constexpr std::int64_t kDaysAhead = 366;

template <class Decoded>
std::optional<Command> command_of(std::optional<Decoded> decoded) {
  if (!decoded) return std::nullopt;
  return Command(std::move(*decoded));
}

std::optional<Command> decode_any(std::string_view kind, const JsonValue& data) {
  if (kind == "loan_application/v1") return command_of(decode_apply_for_loan(data));
  if (kind == "loan_review/v1") return command_of(decode_review_loan(data));
  if (kind == "loan_approval/v1") return command_of(decode_approve_loan(data));
  if (kind == "loan_contract/v1") return command_of(decode_sign_loan(data));
  if (kind == "loan_drop/v1") return command_of(decode_drop_loan(data));
  if (kind == "loan_disbursement/v1") return command_of(decode_disburse(data));
  if (kind == "loan_repayment/v1") return command_of(decode_repay(data));
  if (kind == "loan_renewal/v1") return command_of(decode_renew_loan(data));
  if (kind == "loan_correction/v1") return command_of(decode_correct_step(data));
  if (kind == "loan_rate/v1") return command_of(decode_change_rate(data));
  if (kind == "loan_pause/v1") return command_of(decode_pause_interest(data));
  if (kind == "loan_extension/v1") return command_of(decode_extend_loan(data));
  if (kind == "loan_misuse/v1") return command_of(decode_report_misuse(data));
  if (kind == "interest_accrual/v1") return command_of(decode_accrue_interest(data));
  if (kind == "loan_classification/v1") return command_of(decode_classify_loans(data));
  if (kind == "loan_provision/v1") return command_of(decode_provision_loans(data));
  if (kind == "loan_write_off/v1") return command_of(decode_write_off(data));
  if (kind == "loan_recovery/v1") return command_of(decode_recover_loan(data));
  if (kind == "subsidy_claim/v1") return command_of(decode_claim_subsidy(data));
  if (kind == "subsidy_review/v1") return command_of(decode_review_subsidy(data));
  if (kind == "subsidy_payment/v1") return command_of(decode_pay_subsidy(data));
  if (kind == "subsidy_claw_back/v1") return command_of(decode_claw_back_subsidy(data));
  if (kind == "reconciliation/v1") return command_of(decode_record_reconciliation(data));
  if (kind == "reconciliation_item/v1") return command_of(decode_handle_items(data));
  if (kind == "reconciliation_sign/v1") return command_of(decode_sign_reconciliation(data));
  return std::nullopt;
}

}  // namespace

std::vector<Problem> check_request(const Command& command, Date today) {
  return std::visit(
      [today](const auto& one) {
        std::vector<Problem> problems = check_request(one);
        LendingRefusals refusals;
        if (days_between(today, one.date) > kDaysAhead) refusals.add(LendingOutcome::DateTooFarAhead, to_iso(one.date));
        for (Problem& problem : refusals.in_order()) problems.push_back(std::move(problem));
        return in_order(std::move(problems));
      },
      command);
}

std::vector<Problem> check_state(const Command& command, Loans& loans, ledger::Book& book) {
  return std::visit([&](const auto& one) { return check_state(one, loans, book); }, command);
}

std::string_view record_kind_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const ApplyForLoan&) -> std::string_view { return "loan_application/v1"; },
                        [](const ReviewLoan&) -> std::string_view { return "loan_review/v1"; },
                        [](const ApproveLoan&) -> std::string_view { return "loan_approval/v1"; },
                        [](const SignLoan&) -> std::string_view { return "loan_contract/v1"; },
                        [](const DropLoan&) -> std::string_view { return "loan_drop/v1"; },
                        [](const Disburse&) -> std::string_view { return "loan_disbursement/v1"; },
                        [](const Repay&) -> std::string_view { return "loan_repayment/v1"; },
                        [](const RenewLoan&) -> std::string_view { return "loan_renewal/v1"; },
                        [](const CorrectStep&) -> std::string_view { return "loan_correction/v1"; },
                        [](const ChangeRate&) -> std::string_view { return "loan_rate/v1"; },
                        [](const PauseInterest&) -> std::string_view { return "loan_pause/v1"; },
                        [](const ExtendLoan&) -> std::string_view { return "loan_extension/v1"; },
                        [](const ReportMisuse&) -> std::string_view { return "loan_misuse/v1"; },
                        [](const AccrueInterest&) -> std::string_view { return "interest_accrual/v1"; },
                        [](const ClassifyLoans&) -> std::string_view { return "loan_classification/v1"; },
                        [](const ProvisionLoans&) -> std::string_view { return "loan_provision/v1"; },
                        [](const WriteOff&) -> std::string_view { return "loan_write_off/v1"; },
                        [](const RecoverLoan&) -> std::string_view { return "loan_recovery/v1"; },
                        [](const ClaimSubsidy&) -> std::string_view { return "subsidy_claim/v1"; },
                        [](const ReviewSubsidy&) -> std::string_view { return "subsidy_review/v1"; },
                        [](const PaySubsidy&) -> std::string_view { return "subsidy_payment/v1"; },
                        [](const ClawBackSubsidy&) -> std::string_view { return "subsidy_claw_back/v1"; },
                        [](const RecordReconciliation&) -> std::string_view { return "reconciliation/v1"; },
                        [](const HandleItems&) -> std::string_view { return "reconciliation_item/v1"; },
                        [](const SignReconciliation&) -> std::string_view { return "reconciliation_sign/v1"; },
                    },
                    command);
}

std::string record_data_of(const Command& command) {
  return std::visit([](const auto& one) { return encode(one); }, command);
}

std::optional<Command> decode_command(std::string_view kind, const JsonValue& data) {
  std::optional<Command> command = decode_any(kind, data);
  // One form only: a default that is written out, or a word in another language, is not what this program writes.
  if (!command || record_data_of(*command) != data.bytes()) return std::nullopt;
  return command;
}

std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, Loans& loans) {
  using Vouchers = std::vector<ledger::VoucherRequest>;
  return std::visit(Overloaded{
                        [](const ApplyForLoan&) { return Vouchers(); },
                        [](const ReviewLoan&) { return Vouchers(); },
                        [](const ApproveLoan&) { return Vouchers(); },
                        [](const SignLoan&) { return Vouchers(); },
                        [](const DropLoan&) { return Vouchers(); },
                        [](const RecordReconciliation&) { return Vouchers(); },
                        [](const HandleItems&) { return Vouchers(); },
                        [](const SignReconciliation&) { return Vouchers(); },
                        [&loans](const auto& one) { return vouchers_of(one, loans); },
                    },
                    command);
}

void apply(const Command& command, std::int64_t seq, Loans& loans) {
  std::visit([&](const auto& one) { apply(one, seq, loans); }, command);
}

std::vector<std::string> loans_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const ApplyForLoan& one) { return std::vector<std::string>{one.code}; },
                        [](const RenewLoan& one) { return std::vector<std::string>{one.loan, one.into}; },
                        [](const ProvisionLoans&) { return std::vector<std::string>(); },
                        [](const ClaimSubsidy&) { return std::vector<std::string>(); },
                        [](const ReviewSubsidy&) { return std::vector<std::string>(); },
                        [](const PaySubsidy&) { return std::vector<std::string>(); },
                        [](const ClawBackSubsidy&) { return std::vector<std::string>(); },
                        [](const RecordReconciliation&) { return std::vector<std::string>(); },
                        [](const HandleItems&) { return std::vector<std::string>(); },
                        [](const SignReconciliation&) { return std::vector<std::string>(); },
                        [](const auto& one) {
                          std::vector<std::string> codes;
                          if constexpr (requires { one.rows.front().loan; }) {
                            for (const auto& row : one.rows) codes.push_back(row.loan);
                          } else {
                            codes.push_back(one.loan);
                          }
                          return codes;
                        },
                    },
                    command);
}

}  // namespace mingzhang::loans
