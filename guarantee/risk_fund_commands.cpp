// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of risk-compensation funds.
#include "guarantee/risk_fund_commands.h"

#include <utility>

#include "guarantee/refusals.h"
#include "guarantee/vouchers.h"

namespace mingzhang::guarantee {
namespace {

using ledger::VoucherRequest;

const std::string& share_account(const RiskFundAccounts& accounts, Contributor contributor) {
  switch (contributor) {
    case Contributor::Province: return accounts.province;
    case Contributor::Institution: return accounts.institution;
    case Contributor::Local:
    case Contributor::None: break;
  }
  return accounts.local;
}

}  // namespace

std::vector<Problem> check_request(const OpenRiskFund& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_text(command.name, "name");
  refusals.check_code(command.place, "place");
  refusals.check_explanation(command.explanation);
  const RiskFundTerms& terms = command.terms;
  if (terms.target.is_negative()) refusals.add(GuaranteeOutcome::AmountNotPositive, "target", to_yuan(terms.target));
  refusals.check_weights(terms.contributions, "contributions");
  refusals.check_weights(terms.government, "government");
  refusals.check_weights(terms.loss, "loss");
  if (terms.overdue_days < 0 || terms.overdue_days > 3'650) {
    refusals.add(GuaranteeOutcome::DaysBad, "overdue-days", std::to_string(terms.overdue_days));
  }
  const RiskFundAccounts& accounts = command.accounts;
  if (accounts.are_none()) return refusals.in_order();
  for (const std::string* code : {&accounts.bank, &accounts.province, &accounts.local, &accounts.institution,
                                  &accounts.receivable, &accounts.loss, &accounts.regained}) {
    if (code->empty()) {
      refusals.add(GuaranteeOutcome::AccountsMissing, "");
      break;
    }
    refusals.check_code(*code, "accounts");
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const Contribute& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.fund, "fund");
  refusals.check_text(command.party, "party");
  if (!command.source.empty()) refusals.check_code(command.source, "source");
  refusals.check_optional_text(command.document, "document");
  refusals.check_amount(command.amount, "amount");
  return refusals.in_order();
}

std::vector<Problem> check_state(const OpenRiskFund& command, Guarantee& guarantee, loans::Loans&, ledger::Book&) {
  Refusals refusals;
  refusals.check_code_free(command.code, guarantee);
  return refusals.in_order();
}

std::vector<Problem> check_state(const Contribute& command, Guarantee& guarantee, loans::Loans&, ledger::Book& book) {
  Refusals refusals;
  const RiskFund* fund = refusals.find_risk_fund(command.fund, guarantee);
  refusals.check_fund(command.source, book);
  refusals.check_code_free(command.code, guarantee);
  refusals.check_open(command.date, book);
  if (fund == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, fund->date);
  // Later sums are of the same money or less.
  if (!checked_add(fund->contributed.total(), command.amount)) refusals.add(GuaranteeOutcome::SumTooLarge, "");
  return refusals.in_order();
}

void apply(const OpenRiskFund& command, std::int64_t seq, Guarantee& guarantee) {
  RiskFund fund;
  fund.code = command.code;
  fund.name = command.name;
  fund.place = command.place;
  fund.terms = command.terms;
  fund.accounts = command.accounts;
  fund.date = command.date;
  fund.seq = seq;
  Movement movement = movement_of(command, MovementKind::FundOpening, seq);
  movement.risk_fund = guarantee.risk_funds().add(std::move(fund)).id;
  guarantee.add_movement(std::move(movement));
}

void apply(const Contribute& command, std::int64_t seq, Guarantee& guarantee) {
  RiskFund& fund = guarantee.change_risk_fund(command.fund);
  fund.contributed.of(command.contributor) += command.amount;
  Movement movement = movement_of(command, MovementKind::Contribution, seq);
  movement.risk_fund = fund.id;
  movement.vouchers = fund.accounts.are_none() ? 0 : 1;
  movement.amount = command.amount;
  movement.contributor = command.contributor;
  movement.fund = command.source;
  movement.document = command.document;
  movement.party = command.party;
  guarantee.add_movement(std::move(movement));
}

std::vector<VoucherRequest> vouchers_of(const Contribute& command, Guarantee& guarantee) {
  const RiskFund& fund = *guarantee.risk_funds().find(command.fund);
  if (fund.accounts.are_none()) return {};
  MoneyVoucher voucher(ledger::VoucherType::Receipt, command.date,
                       "风险补偿基金出资 " + std::string(chinese_of(command.contributor)) + " " + command.party, command.code);
  voucher.debit(fund.accounts.bank, command.amount, command.source, fund.code);
  voucher.credit(share_account(fund.accounts, command.contributor), command.amount, command.source, fund.code);
  return voucher.take();
}

}  // namespace mingzhang::guarantee
