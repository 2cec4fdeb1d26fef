// SPDX-License-Identifier: Apache-2.0
// Grants loans of the demonstration.
#include "service/demo/lending.h"

#include <utility>

#include "loans/reconciliation_register.h"
#include "service/banks/reconciliation.h"
#include "service/lending/loan_state.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kPlanted = 7;

/// One line of a bank's list.
struct ListedLoan {
  std::string loan;
  std::vector<std::string> cells;  ///< in the order of `loans::register_fields`

  std::string& at(loans::RegisterField field) { return cells[static_cast<std::size_t>(field)]; }
};

std::vector<ListedLoan> listed_loans(DemoDesk& desk, const std::string& bank, Date day) {
  std::vector<ListedLoan> list;
  const std::optional<Refusal> refused = with_loans(desk.place(), [&](loans::Loans& loans) {
    loans.store().all_loans([&](const loans::Loan& loan) {
      if (loan.bank != bank) return;
      const auto row = loans::register_row(loan, loans, day);
      if (!row || loans::is_over(*row)) return;
      ListedLoan listed{row->key, {}};
      for (const loans::ReconciliationCell& cell : row->cells) listed.cells.push_back(loans::text_of(cell));
      list.push_back(std::move(listed));
    });
  });
  if (refused) desk.fail(*refused);
  return list;
}

void plant(std::vector<ListedLoan>& list) {
  using loans::RegisterField;
  const auto balance = parse_yuan(list[0].at(RegisterField::Balance));
  list[0].at(RegisterField::Balance) = to_yuan(*balance + Money::from_fen(1));
  list[1].at(RegisterField::Borrower) = "PE-SYN-OTHER";
  list[2].at(RegisterField::Status) = "settled";
  list[3].at(RegisterField::Maturity) = "2030-01-01";
  list.push_back(list[4]);
  list.push_back(list[4]);
  list.back().loan = "SYN-UNKNOWN";
  list.erase(list.begin() + 5);
}

std::string csv_of(const std::vector<ListedLoan>& list) {
  std::string text = "loan";
  for (const loans::ReconciliationField& field : loans::register_fields()) text += "," + std::string(field.key);
  for (const ListedLoan& listed : list) {
    text += "\n" + listed.loan;
    for (const std::string& cell : listed.cells) text += "," + cell;
  }
  return text + "\n";
}

}  // namespace

void grant(const DemoLoan& loan, std::vector<loans::Command>& commands) {
  const loans::LoanTerms& terms = loan.contract.terms;
  const std::int64_t months = static_cast<std::int64_t>(terms.due.installments) * terms.due.period.every;
  loans::ApplyForLoan application;
  application.code = loan.code;
  application.date = loan.date;
  application.household = "HU-" + loan.code;
  application.borrower = "PE-" + loan.code;
  application.bank = loan.bank;
  application.product = loan.product;
  application.fund = loan.fund;
  application.cover = loan.cover;
  application.purpose = "发展产业（演示）";
  application.amount = terms.principal;
  application.months = months;
  commands.emplace_back(std::move(application));
  commands.emplace_back(loans::ReviewLoan{"DC-" + loan.code, loan.code, loan.date, true, "评级授信通过（演示）", {}});
  loans::ApproveLoan approval;
  approval.code = "SP-" + loan.code;
  approval.loan = loan.code;
  approval.date = loan.date;
  approval.grants = true;
  approval.amount = terms.principal;
  approval.months = months;
  commands.emplace_back(std::move(approval));
  loans::SignLoan contract;
  contract.code = "HT-" + loan.code;
  contract.loan = loan.code;
  contract.date = loan.date;
  contract.contract = loan.contract;
  commands.emplace_back(std::move(contract));
  commands.emplace_back(loans::Disburse{"FK-" + loan.code, loan.code, loan.date, terms.principal});
}

LoanWords words_about(const std::string& loan, const std::string& code, Date date, const std::string& reason) {
  LoanWords words;
  words.loan = loan;
  words.code = code;
  words.date = to_iso(date);
  words.reason = reason;
  return words;
}

void reconcile_planted(DemoDesk& desk, const std::string& bank, Date day) {
  std::vector<ListedLoan> list = listed_loans(desk, bank, day);
  if (desk.failure()) return;
  plant(list);
  const ReconciledResult result = reconcile_register(desk.place(), csv_of(list), {bank, to_iso(day), ""}, Format::Text);
  if (!result) return desk.fail(result.error());
  desk.say("  与银行清单对账（" + to_iso(day) + "，" + std::to_string(list.size()) + " 行，预先埋入 " + std::to_string(kPlanted) +
           " 处差错），查出 " + std::to_string(result->differences) + " 处：");
  desk.say(result->text);
  if (result->differences != kPlanted) {
    desk.fail(refusal(info_of(RequestOutcome::WorldFailed), "the reconciliation did not find exactly what was planted"));
  }
}

}  // namespace mingzhang::service
