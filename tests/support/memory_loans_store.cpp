// SPDX-License-Identifier: Apache-2.0
// Looking through maps.
#include "tests/support/memory_loans_store.h"

namespace mingzhang::tests {
namespace {

/// Joins members with '|'.
class Text {
 public:
  Text& add(std::int64_t number) { return add(std::to_string(number)); }
  Text& add(Money amount) { return add(amount.fen()); }
  Text& add(Date date) { return add(to_iso(date)); }
  Text& add(const std::string& text) {
    text_ += (text_.empty() ? "" : "|") + text;
    return *this;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

template <class Row>
void append(const std::vector<Row>& rows, std::vector<std::string>& lines) {
  for (const Row& row : rows) lines.push_back(text_of(row));
}

}  // namespace

std::string text_of(const loans::Loan& row) {
  Text text;
  text.add("loan").add(row.id.value).add(row.code).add(row.household).add(row.borrower).add(row.bank).add(row.product);
  text.add(row.fund).add(row.cover).add(std::string(word_of(row.state))).add(row.date).add(row.requested).add(row.approved);
  text.add(row.disbursed).add(row.principal).add(row.interest_accrued).add(row.paid.principal).add(row.paid.interest);
  text.add(row.paid.penalties).add(row.written_off).add(row.recovered).add(row.months).add(row.start);
  text.add(row.original_start).add(row.maturity).add(row.renewed_from.value).add(row.renewals).add(row.extensions);
  text.add(row.misused_from.value_or(no_day())).add(std::string(word_of(row.loan_class))).add(row.contract).add(row.seq);
  text.add(row.accrued_until).add(row.accrual_due).add(row.open_due).add(row.standing_since);
  return text.take();
}

std::string text_of(const loans::LoanStep& row) {
  Text text;
  text.add("step").add(row.id.value).add(row.code).add(std::string(word_of(row.kind))).add(row.seq).add(row.vouchers);
  text.add(row.date).add(row.loan.value).add(row.amount).add(row.change.principal).add(row.change.interest);
  text.add(row.change.penalties).add(row.from).add(row.to).add(row.rate.units()).add(row.count).add(row.flag ? 1 : 0);
  text.add(row.corrected_by.value).add(row.corrects.value);
  return text.take();
}

std::string text_of(const loans::LoanDay& row) {
  Text text;
  text.add("day").add(row.loan.value).add(row.day).add(row.principal).add(row.open_due);
  text.add(std::string(word_of(row.loan_class))).add(row.renewals).add(row.extensions).add(row.is_written_off ? 1 : 0);
  return text.take();
}

std::vector<std::string> MemoryLoansStore::dump() const {
  std::vector<std::string> lines;
  append(loans_.all(), lines);
  append(steps_.all(), lines);
  append(days_.all(), lines);
  return lines;
}

std::optional<loans::Loan> MemoryLoansStore::loan(std::string_view code) {
  const auto found = loans_.where([code](const loans::Loan& row) { return row.code == code; });
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<loans::LoanStep> MemoryLoansStore::step(std::string_view code) {
  const auto found = steps_.where([code](const loans::LoanStep& row) { return row.code == code; });
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<loans::LoanStep> MemoryLoansStore::steps_of(loans::LoanId loan) {
  return steps_.where([loan](const loans::LoanStep& row) { return row.loan == loan; });
}

void MemoryLoansStore::standings(loans::LoanState state, Date day, const loans::VisitStanding& visit) {
  for (const loans::Loan& row : loans_.where([&](const loans::Loan& one) { return one.state == state && one.accrual_due <= day; })) {
    visit({row.id, row.state, row.accrual_due, row.open_due, row.loan_class, row.standing_since});
  }
}

std::vector<loans::LoanDay> MemoryLoansStore::days_of(loans::LoanId loan) {
  return days_.where([loan](const loans::LoanDay& row) { return row.loan == loan; });
}

void MemoryLoansStore::all_loans(const loans::VisitLoan& visit) {
  for (const loans::Loan& row : loans_.all()) visit(row);
}

void MemoryLoansStore::all_steps(const loans::VisitStep& visit) {
  for (const loans::LoanStep& row : steps_.all()) visit(row);
}

void MemoryLoansStore::all_days(const loans::VisitLoanDay& visit) {
  for (const loans::LoanDay& row : days_.all()) visit(row);
}

std::vector<loans::Loan> MemoryLoansStore::loans_of_household(std::string_view household) {
  return loans_.where([household](const loans::Loan& row) { return row.household == household; });
}

}  // namespace mingzhang::tests
