// SPDX-License-Identifier: Apache-2.0
// Reads contracts.
#include "service/lending/loan_terms.h"

#include <array>
#include <string_view>
#include <utility>

#include "loans/loans_outcome.h"
#include "policy/policy_outcome.h"
#include "service/lending/document.h"

namespace mingzhang::service {
namespace {

int percent_of(const std::string& place, const std::string& word, int usual, FundWords& reader) {
  if (word.empty()) return usual;
  if (word == "0") return 0;
  const std::int64_t percent = reader.number(place, word);
  return percent > 100'000 ? 100'000 : static_cast<int>(percent);  // what is too much is refused by the checks
}

/// "principal=130303" and the like over the usual accounts.
loans::LoanAccounts accounts_of(const LoanWords& words, FundWords& reader) {
  if (words.without_money) return {};
  loans::LoanAccounts accounts = usual_loan_accounts();
  const std::array<std::pair<std::string_view, std::string*>, 8> members{{{"bank_out", &accounts.bank_out},
                                                                          {"bank_in", &accounts.bank_in},
                                                                          {"principal", &accounts.principal},
                                                                          {"interest", &accounts.interest},
                                                                          {"income", &accounts.income},
                                                                          {"penalty", &accounts.penalty},
                                                                          {"provision", &accounts.provision},
                                                                          {"loss", &accounts.loss}}};
  for (const std::string& word : words.accounts) {
    bool is_known = false;
    for (const auto& [name, member] : members) {
      if (!word.starts_with(std::string(name) + "=")) continue;
      *member = word.substr(name.size() + 1);
      is_known = true;
    }
    if (!is_known) reader.add(ReadingOutcome::WordBad, "--account", word);
  }
  return accounts;
}

}  // namespace

loans::LoanAccounts usual_loan_accounts() {
  return {"100201", "100202", "130301", "113201", "601101", "601103", "1304", "6702"};
}

Result<loans::Contract, Refusal> contract_of(const LoanWords& words, FundWords& reader) {
  Result<LoanDocument, std::vector<Problem>> document = read_loans(words.terms);
  if (!document) return Err(refusal_of(document.error()));
  const LoanQuestion& question = document->loans.front();
  if (document->loans.size() != 1 || !question.events.empty() || !question.terms.tranches.empty()) {
    return Err(refusal_of(std::vector<Problem>{Problem{&info_of(loans::LoansOutcome::TranchesBad), "--terms",
                                   "合同只有条件：一笔贷款，无 events，无 tranches terms of one loan, without events and tranches"}}));
  }
  loans::Contract contract;
  contract.terms = question.terms;
  contract.penalty.overdue_percent = percent_of("--overdue-percent", words.overdue_percent, 150, reader);
  contract.penalty.misuse_percent = percent_of("--misuse-percent", words.misuse_percent, 200, reader);
  contract.penalty.compounds = words.compounds;
  contract.accounts = accounts_of(words, reader);
  return contract;
}

}  // namespace mingzhang::service
