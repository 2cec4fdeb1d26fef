// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of reviews, payments and claw-backs.
#include "loans/subsidy_commands.h"

#include <set>
#include <utility>

#include "base/check.h"
#include "loans/lending_refusals.h"
#include "loans/steps.h"
#include "loans/subsidy_outcome.h"
#include "loans/vouchers.h"

namespace mingzhang::loans {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

std::string state_text(const SubsidyRow& row) {
  return std::to_string(row.number) + ": " + std::string(chinese_of(row.state)) + " " + std::string(word_of(row.state));
}

void check_accounts(const std::vector<SubsidyAccounts>& accounts, LendingRefusals& refusals, std::vector<Problem>& problems) {
  std::set<std::string_view> seen;
  for (const SubsidyAccounts& one : accounts) {
    refusals.check_code(one.payer, "payer");
    refusals.check_code(one.debit, "accounts");
    refusals.check_code(one.credit, "accounts");
    if (!one.fund.empty()) refusals.check_code(one.fund, "fund");
    if (!seen.insert(one.payer).second) refuse(problems, SubsidyOutcome::AccountsBad, "", "");
  }
  if (accounts.empty()) refuse(problems, SubsidyOutcome::AccountsBad, "", "");
}

const SubsidyClaim* find_claim(const std::string& code, Loans& loans, std::vector<Problem>& problems) {
  const SubsidyClaim* claim = loans.subsidies().claims().find(code);
  if (claim == nullptr) refuse(problems, SubsidyOutcome::ClaimUnknown, "", code);
  return claim;
}

void check_payers(const SubsidyClaim& claim, const std::vector<SubsidyAccounts>& accounts, std::vector<Problem>& problems) {
  bool is_same = claim.payers.size() == accounts.size();
  std::string names;
  for (std::size_t i = 0; i < claim.payers.size(); ++i) {
    is_same = is_same && claim.payers[i].payer == accounts[i].payer;
    names += (i == 0 ? "" : ", ") + claim.payers[i].payer;
  }
  if (!is_same) refuse(problems, SubsidyOutcome::PayersDiffer, "", names);
}

void check_funds(const std::vector<SubsidyAccounts>& accounts, ledger::Book& book, LendingRefusals& refusals) {
  for (const SubsidyAccounts& one : accounts) {
    if (!one.fund.empty() && book.funds().find(one.fund) == nullptr) refusals.add(LendingOutcome::FundUnknown, one.fund);
  }
}

/// Lines that have passed and wait for their money, in their order.
std::vector<SubsidyRow> lines_to_pay(const SubsidyClaim& claim, Loans& loans) {
  std::vector<SubsidyRow> rows;
  for (std::int64_t number = 1; number <= claim.rows; ++number) {
    const SubsidyRow* row = loans.subsidies().row_of(claim, number);
    MZ_CHECK(row != nullptr);
    if (row->state == SubsidyState::Passed) rows.push_back(*row);
  }
  return rows;
}

Money sum_of(const std::vector<SubsidyRow>& rows) {
  Money sum;
  for (const SubsidyRow& row : rows) sum += row.subsidy;
  return sum;
}

/// The claim that the checks have found.
const SubsidyClaim& claim_of(const std::string& code, Loans& loans) {
  const SubsidyClaim* claim = loans.subsidies().claims().find(code);
  MZ_CHECK(claim != nullptr);
  return *claim;
}

/// A line's amount on the account of its loan, in the payer's fund.
Loan subject_of(const std::string& loan, const SubsidyAccounts& accounts) {
  Loan subject;
  subject.code = loan;
  subject.fund = accounts.fund;
  return subject;
}

}  // namespace

std::vector<Problem> check_request(const ReviewSubsidy& command) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  if (command.verdicts.empty()) refusals.add(LendingOutcome::RowsMissing, "");
  if (command.verdicts.size() > kBatchMax) refusals.add(LendingOutcome::TooManyRows, std::to_string(command.verdicts.size()));
  std::set<std::int64_t> seen;
  for (const LineVerdict& line : command.verdicts) {
    const std::string place = "line " + std::to_string(line.number);
    if (line.number < 1 || !seen.insert(line.number).second) refuse(problems, SubsidyOutcome::VerdictTwice, place, "");
    if (line.verdict == SubsidyState::Passed) {
      refusals.check_optional_text(line.reason, place);
    } else {
      refusals.check_text(line.reason, place);
    }
  }
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_request(const PaySubsidy& command) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  refusals.check_amount(command.amount, "amount");
  check_accounts(command.accounts, refusals, problems);
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_request(const ClawBackSubsidy& command) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.claim, "claim");
  refusals.check_amount(command.amount, "amount");
  refusals.check_text(command.reason, "reason");
  check_accounts(command.accounts, refusals, problems);
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_state(const ReviewSubsidy& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  const SubsidyClaim* claim = find_claim(command.claim, loans, problems);
  if (claim == nullptr) return joined(refusals, std::move(problems));
  refusals.check_not_before(command.date, claim->date);
  for (const LineVerdict& line : command.verdicts) {
    const std::string place = "line " + std::to_string(line.number);
    const SubsidyRow* row = loans.subsidies().row_of(*claim, line.number);
    if (row == nullptr) {
      refuse(problems, SubsidyOutcome::LineUnknown, place, "1 – " + std::to_string(claim->rows));
    } else if (row->state == SubsidyState::Paid || row->state == SubsidyState::Rejected || row->state == line.verdict) {
      refuse(problems, SubsidyOutcome::LineStateWrong, place, state_text(*row));
    }
  }
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_state(const PaySubsidy& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  check_funds(command.accounts, book, refusals);
  const SubsidyClaim* claim = find_claim(command.claim, loans, problems);
  if (claim == nullptr) return joined(refusals, std::move(problems));
  refusals.check_not_before(command.date, claim->date);
  check_payers(*claim, command.accounts, problems);
  const Money due = sum_of(lines_to_pay(*claim, loans));
  if (due.is_zero()) {
    refuse(problems, SubsidyOutcome::NothingToPay, "", "");
  } else if (due != command.amount) {
    refuse(problems, SubsidyOutcome::PaidSumDiffers, "", to_yuan(due));
  }
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_state(const ClawBackSubsidy& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  check_funds(command.accounts, book, refusals);
  const SubsidyClaim* claim = find_claim(command.claim, loans, problems);
  if (claim == nullptr) return joined(refusals, std::move(problems));
  check_payers(*claim, command.accounts, problems);
  const SubsidyRow* row = loans.subsidies().row_of(*claim, command.line);
  const std::string place = "line " + std::to_string(command.line);
  if (row == nullptr) {
    refuse(problems, SubsidyOutcome::LineUnknown, place, "1 – " + std::to_string(claim->rows));
  } else if (row->state != SubsidyState::Paid) {
    refuse(problems, SubsidyOutcome::LineStateWrong, place, state_text(*row));
  } else {
    refusals.check_not_before(command.date, row->paid_on);
    if (command.amount > row->standing()) refuse(problems, SubsidyOutcome::MoreThanPaid, place, to_yuan(row->standing()));
  }
  return joined(refusals, std::move(problems));
}

void apply(const ReviewSubsidy& command, std::int64_t seq, Loans& loans) {
  const SubsidyClaim& claim = claim_of(command.claim, loans);
  for (const LineVerdict& line : command.verdicts) {
    const SubsidyRow* found = loans.subsidies().row_of(claim, line.number);
    MZ_CHECK(found != nullptr && found->state != SubsidyState::Paid);  // INV-34
    SubsidyRow& row = loans.subsidies().change(found->id);
    row.state = line.verdict;
    row.reason = line.reason;
  }
  loans.add_step(step_of(command, StepKind::SubsidyReview, seq));
}

void apply(const PaySubsidy& command, std::int64_t seq, Loans& loans) {
  const SubsidyClaim& claim = claim_of(command.claim, loans);
  const std::vector<SubsidyRow> rows = lines_to_pay(claim, loans);
  MZ_CHECK(sum_of(rows) == command.amount);  // INV-34
  for (const SubsidyRow& one : rows) {
    SubsidyRow& row = loans.subsidies().change(one.id);
    row.state = SubsidyState::Paid;
    row.paid_on = command.date;
  }
  SubsidyClaim& changed = loans.subsidies().claims().change(claim.id.value);
  changed.paid += command.amount;
  changed.accounts = command.accounts;
  LoanStep step = step_of(command, StepKind::SubsidyPayment, seq);
  step.amount = command.amount;
  step.vouchers = 0;
  for (std::size_t payer = 0; payer < changed.payers.size(); ++payer) {
    Money sum;
    for (const SubsidyRow& row : rows) sum += payer_parts(row.subsidy, changed.payers)[payer];
    if (!sum.is_zero()) ++step.vouchers;
  }
  loans.add_step(std::move(step));
}

void apply(const ClawBackSubsidy& command, std::int64_t seq, Loans& loans) {
  const auto vouchers = static_cast<std::int64_t>(vouchers_of(command, loans).size());
  const SubsidyClaim& claim = claim_of(command.claim, loans);
  const SubsidyRow* found = loans.subsidies().row_of(claim, command.line);
  MZ_CHECK(found != nullptr && found->state == SubsidyState::Paid);
  MZ_CHECK(command.amount <= found->standing());  // INV-34
  loans.subsidies().change(found->id).back += command.amount;
  LoanStep step = step_of(command, StepKind::SubsidyClawBack, seq);
  step.amount = command.amount;
  step.vouchers = vouchers;
  loans.subsidies().claims().change(claim.id.value).back += command.amount;
  loans.add_step(std::move(step));
}

std::vector<VoucherRequest> vouchers_of(const ReviewSubsidy&, Loans&) { return {}; }

std::vector<VoucherRequest> vouchers_of(const PaySubsidy& command, Loans& loans) {
  const SubsidyClaim& claim = claim_of(command.claim, loans);
  std::vector<VoucherRequest> vouchers;
  const std::vector<SubsidyRow> rows = lines_to_pay(claim, loans);
  for (std::size_t payer = 0; payer < command.accounts.size(); ++payer) {
    const SubsidyAccounts& accounts = command.accounts[payer];
    LoanVoucher voucher(VoucherType::Payment, command.date, "支付贴息 " + claim.code + "（" + accounts.payer + "）", command.code);
    Money sum;
    for (const SubsidyRow& row : rows) {
      const Money part = payer_parts(row.subsidy, claim.payers)[payer];
      voucher.debit(accounts.debit, part, subject_of(loans.loan_of(row.loan).code, accounts));
      sum += part;
    }
    voucher.credit(accounts.credit, sum, subject_of("", accounts));
    for (VoucherRequest& made : voucher.take()) vouchers.push_back(std::move(made));
  }
  return vouchers;
}

std::vector<VoucherRequest> vouchers_of(const ClawBackSubsidy& command, Loans& loans) {
  const SubsidyClaim& claim = claim_of(command.claim, loans);
  const SubsidyRow* row = loans.subsidies().row_of(claim, command.line);
  MZ_CHECK(row != nullptr);
  // What a payer bears is always its part of what stands, so that several claw-backs add up to all of it.
  const std::vector<Money> before = payer_parts(row->standing(), claim.payers);
  const std::vector<Money> after = payer_parts(row->standing() - command.amount, claim.payers);
  std::vector<VoucherRequest> vouchers;
  for (std::size_t payer = 0; payer < command.accounts.size(); ++payer) {
    const SubsidyAccounts& accounts = command.accounts[payer];
    const Money part = before[payer] - after[payer];
    LoanVoucher voucher(VoucherType::Receipt, command.date, "收回贴息：" + command.reason, command.code);
    voucher.debit(accounts.debit, part, subject_of("", accounts));
    voucher.credit(accounts.credit, part, subject_of(loans.loan_of(row->loan).code, accounts));
    for (VoucherRequest& made : voucher.take()) vouchers.push_back(std::move(made));
  }
  return vouchers;
}

}  // namespace mingzhang::loans
