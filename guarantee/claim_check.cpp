// SPDX-License-Identifier: Apache-2.0
// Compares lines with loans; the vouchers of what is paid for them.
#include "guarantee/claim_check.h"

#include <algorithm>

#include "guarantee/vouchers.h"
#include "loans/effect.h"

namespace mingzhang::guarantee {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

/// Interest and penalties both are what the bank has not got for the use of its money.
Money interest_of(const loans::Parts& owed) { return owed.interest + owed.penalties; }

void check_amounts(const ClaimedRow& row, const std::string& place, Date date, const RiskFund& fund, const loans::Loan& loan,
                   loans::Loans& loans, Refusals& refusals) {
  const auto owed = loans::owed_on(loans.contract_of(loan), loans.steps_of(loan.id), date);
  const Money principal = owed ? owed->principal : Money();
  const Money interest = owed && fund.terms.covers_interest ? interest_of(*owed) : Money();
  if (row.principal > principal) {
    refusals.add(GuaranteeOutcome::MoreThanOwed, place, row.loan + ": principal " + beside(row.principal, ">", principal));
  }
  if (row.interest > interest) {
    refusals.add(GuaranteeOutcome::MoreThanOwed, place, row.loan + ": interest " + beside(row.interest, ">", interest));
  }
}

struct PaidRow {
  const RiskFund& fund;
  const ClaimRow& row;
};

PaidRow paid_row(const std::string& claim_code, std::int64_t number, Guarantee& guarantee) {
  const Claim& claim = *guarantee.claims().find(claim_code);
  const ClaimRow* row = guarantee.claim_row({claim.id, number});
  return {*guarantee.risk_funds().find_id(claim.fund.value), *row};
}

}  // namespace

void check_claimed_row(const ClaimedRow& row, const std::string& place, const SubmitClaim& claim, const RiskFund& fund,
                       Guarantee& guarantee, loans::Loans& loans, Refusals& refusals) {
  const loans::Loan* loan = loans.loans().find(row.loan);
  if (loan == nullptr) return refusals.add(GuaranteeOutcome::LoanUnknown, place, row.loan);
  if (loan->bank != claim.bank) refusals.add(GuaranteeOutcome::BankDiffers, place, row.loan);
  if (guarantee.is_claimed(row.loan)) refusals.add(GuaranteeOutcome::ClaimedTwice, place, row.loan);
  if (loan->state != loans::LoanState::Active) {
    return refusals.add(GuaranteeOutcome::LoanNotActive, place,
                        row.loan + ": " + std::string(chinese_of(loan->state)) + " " + std::string(word_of(loan->state)));
  }
  const auto standing = loans.standing_on(loan->id, claim.date);
  const std::int64_t days = standing ? standing->days_overdue(claim.date) : 0;
  if (days <= fund.terms.overdue_days) {
    refusals.add(GuaranteeOutcome::NotOverdue, place,
                 row.loan + ": " + std::to_string(days) + " ≤ " + std::to_string(fund.terms.overdue_days));
  }
  if (row.days_overdue != days) {
    refusals.add(GuaranteeOutcome::DaysDiffer, place,
                 row.loan + ": " + std::to_string(row.days_overdue) + " ≠ " + std::to_string(days));
  }
  check_amounts(row, place, claim.date, fund, *loan, loans, refusals);
}

Money payment_of(const Claim& claim, Guarantee& guarantee) {
  const RiskFund& fund = *guarantee.risk_funds().find_id(claim.fund.value);
  Money sum;
  guarantee.visit_rows(claim, [&](const ClaimRow& row) {
    if (!row.is_disputed) sum += borne_by_fund(row.loss(), fund.terms);
  });
  return sum;
}

std::vector<VoucherRequest> vouchers_of(const PayClaim& command, Guarantee& guarantee) {
  const Claim& claim = *guarantee.claims().find(command.claim);
  const RiskFund fund = *guarantee.risk_funds().find_id(claim.fund.value);
  if (fund.accounts.are_none()) return {};
  MoneyVoucher voucher(VoucherType::Payment, command.date, "代偿 " + claim.code + " " + claim.bank, command.code);
  guarantee.visit_rows(claim, [&](const ClaimRow& row) {
    if (!row.is_disputed) voucher.debit(fund.accounts.receivable, borne_by_fund(row.loss(), fund.terms), "", row.loan);
  });
  voucher.credit(fund.accounts.bank, command.amount, "", fund.code);
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const RecoverLoss& command, Guarantee& guarantee) {
  const PaidRow paid = paid_row(command.claim, command.row, guarantee);
  if (paid.fund.accounts.are_none()) return {};
  const Money part = returned(paid.row, command.amount).fund;
  const Money of_receivable = std::min(part, paid.row.receivable());
  MoneyVoucher voucher(VoucherType::Receipt, command.date, "追回代偿款 " + paid.row.loan, command.code);
  voucher.debit(paid.fund.accounts.bank, part, "", paid.fund.code);
  voucher.credit(paid.fund.accounts.receivable, of_receivable, "", paid.row.loan);
  voucher.credit(paid.fund.accounts.regained, part - of_receivable, "", paid.row.loan);
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const WriteOffLoss& command, Guarantee& guarantee) {
  const PaidRow paid = paid_row(command.claim, command.row, guarantee);
  if (paid.fund.accounts.are_none()) return {};
  MoneyVoucher voucher(VoucherType::Transfer, command.date, "核销代偿款 " + paid.row.loan + "：" + command.reason, command.code);
  voucher.debit(paid.fund.accounts.loss, command.amount, "", paid.row.loan);
  voucher.credit(paid.fund.accounts.receivable, command.amount, "", paid.row.loan);
  return voucher.take();
}

}  // namespace mingzhang::guarantee
