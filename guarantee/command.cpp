// SPDX-License-Identifier: Apache-2.0
// Sends every command of guarantee/ to what it does.
#include "guarantee/command.h"

#include <utility>

#include "base/overloaded.h"
#include "guarantee/refusals.h"

namespace mingzhang::guarantee {
namespace {

/// As for vouchers: documents of the coming year may be on the table, but not of the year after.
constexpr std::int64_t kDaysAhead = 366;

template <class One>
std::optional<Command> command_of(std::optional<One> one) {
  return one ? std::optional<Command>(std::move(*one)) : std::nullopt;
}

std::optional<Command> decode_any(std::string_view kind, const JsonValue& data) {
  if (kind == "guarantee_pool/v1") return command_of(decode_add_pool(data));
  if (kind == "guarantee_deposit/v1") return command_of(decode_move_deposit(data));
  if (kind == "guarantee_terms/v1") return command_of(decode_change_pool(data));
  if (kind == "risk_fund/v1") return command_of(decode_open_risk_fund(data));
  if (kind == "risk_fund_contribution/v1") return command_of(decode_contribute(data));
  if (kind == "risk_claim/v1") return command_of(decode_submit_claim(data));
  if (kind == "risk_claim_review/v1") return command_of(decode_review_claim(data));
  if (kind == "risk_claim_payment/v1") return command_of(decode_pay_claim(data));
  if (kind == "risk_recovery/v1") return command_of(decode_recover_loss(data));
  if (kind == "risk_write_off/v1") return command_of(decode_write_off_loss(data));
  return std::nullopt;
}

}  // namespace

std::vector<Problem> check_request(const Command& command, Date today) {
  return std::visit(
      [today](const auto& one) {
        std::vector<Problem> problems = check_request(one);
        Refusals refusals;
        if (days_between(today, one.date) > kDaysAhead) refusals.add(GuaranteeOutcome::DateTooFarAhead, to_iso(one.date));
        for (Problem& problem : refusals.in_order()) problems.push_back(std::move(problem));
        return in_order(std::move(problems));
      },
      command);
}

std::vector<Problem> check_state(const Command& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book) {
  return std::visit([&](const auto& one) { return check_state(one, guarantee, loans, book); }, command);
}

std::string_view record_kind_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const AddPool&) -> std::string_view { return "guarantee_pool/v1"; },
                        [](const MoveDeposit&) -> std::string_view { return "guarantee_deposit/v1"; },
                        [](const ChangePool&) -> std::string_view { return "guarantee_terms/v1"; },
                        [](const OpenRiskFund&) -> std::string_view { return "risk_fund/v1"; },
                        [](const Contribute&) -> std::string_view { return "risk_fund_contribution/v1"; },
                        [](const SubmitClaim&) -> std::string_view { return "risk_claim/v1"; },
                        [](const ReviewClaim&) -> std::string_view { return "risk_claim_review/v1"; },
                        [](const PayClaim&) -> std::string_view { return "risk_claim_payment/v1"; },
                        [](const RecoverLoss&) -> std::string_view { return "risk_recovery/v1"; },
                        [](const WriteOffLoss&) -> std::string_view { return "risk_write_off/v1"; },
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

std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, Guarantee& guarantee) {
  using Vouchers = std::vector<ledger::VoucherRequest>;
  return std::visit(Overloaded{
                        [](const AddPool&) { return Vouchers(); },
                        [](const ChangePool&) { return Vouchers(); },
                        [](const OpenRiskFund&) { return Vouchers(); },
                        [](const SubmitClaim&) { return Vouchers(); },
                        [](const ReviewClaim&) { return Vouchers(); },
                        [&guarantee](const auto& one) { return vouchers_of(one, guarantee); },
                    },
                    command);
}

void apply(const Command& command, std::int64_t seq, Guarantee& guarantee) {
  std::visit([&](const auto& one) { apply(one, seq, guarantee); }, command);
}

}  // namespace mingzhang::guarantee
