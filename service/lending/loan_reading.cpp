// SPDX-License-Identifier: Apache-2.0
// Tables of loans.
#include "service/lending/loan_reading.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "loans/lending_outcome.h"
#include "loans/loan_account.h"
#include "reports/loan_portfolio.h"
#include "service/lending/loan_state.h"
#include "service/lending/schedule_table.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using loans::Loan;
using loans::LoanState;
using reports::RowKind;
using reports::Table;
using reports::Value;

template <class Word>
std::string both(Word word) {
  return std::string(chinese_of(word)) + " " + std::string(word_of(word));
}

Refusal unknown_loan(const std::string& code) {
  return refusal(info_of(loans::LendingOutcome::LoanUnknown), is_plain_text(code) ? shortened(code, 60) : std::string());
}

/// The day that was asked for; nothing where it cannot be read.
std::optional<Date> day_of(const std::string& date, Date today) { return date.empty() ? today : parse_date(date); }

Refusal bad_date(const std::string& date) { return refusal(ReadingOutcome::DateBad, is_plain_text(date) ? date : ""); }

Value date_or_none(Date date) { return date == no_day() ? Value() : Value(date); }

void add_loan(Table& table, const Loan& loan, const std::optional<loans::LoanDay>& day, Date date) {
  const Money principal = day ? day->principal : Money();
  table.add_row(RowKind::Line,
                {loan.code, loan.household, loan.bank, loan.product, both(loan.state), loan.approved, principal,
                 date_or_none(loan.maturity), Value::count(day && !day->is_written_off ? day->days_overdue(date) : 0),
                 both(day ? day->loan_class : loan.loan_class), filled(loan.cover)});
}

Table loans_table(Date date) {
  Table table({"loans", "贷款", "Loans"},
              {text_column("loan", "贷款", "loan"), text_column("household", "户", "household"),
               text_column("bank", "贷款机构", "bank"), text_column("product", "产品", "product"),
               text_column("state", "状态", "state"), money_column("approved", "审批金额", "approved"),
               money_column("principal", "本金余额", "principal"), date_column("maturity", "到期日", "maturity"),
               count_column("days_overdue", "逾期天数", "days overdue"), text_column("class", "五级分类", "class"),
               text_column("cover", "担保", "guarantee")});
  table.add_fact({"date", "截止日期", "as of"}, date);
  return table;
}

void add_facts(Table& table, const Loan& loan, loans::Loans& loans) {
  table.add_fact({"loan", "贷款", "loan"}, loan.code);
  table.add_fact({"household", "户", "household"}, loan.household);
  table.add_fact({"borrower", "借款人", "borrower"}, loan.borrower);
  table.add_fact({"bank", "贷款机构", "bank"}, loan.bank);
  table.add_fact({"product", "产品", "product"}, loan.product);
  table.add_fact({"state", "状态", "state"}, both(loan.state));
  table.add_fact({"state_since", "状态日期", "state since"}, loan.date);
  table.add_fact({"requested", "申请金额", "requested"}, loan.requested);
  table.add_fact({"approved", "审批金额", "approved"}, loan.approved);
  if (!loan.cover.empty()) table.add_fact({"cover", "担保", "guarantee"}, loan.cover);
  if (!loan.renewed_from.is_none()) {
    table.add_fact({"renewed_from", "续自", "renewed from"}, loans.loan_of(loan.renewed_from).code);
    table.add_fact({"renewals", "续贷次数", "renewals"}, Value::count(loan.renewals));
    table.add_fact({"original_start", "首次放款日", "first paid out"}, loan.original_start);
  }
  if (loan.extensions > 0) table.add_fact({"extensions", "展期次数", "extensions"}, Value::count(loan.extensions));
  if (loan.misused_from) table.add_fact({"misused_from", "挪用认定自", "misused from"}, *loan.misused_from);
  if (!loan.written_off.is_zero()) {
    table.add_fact({"written_off", "已核销", "written off"}, loan.written_off);
    table.add_fact({"recovered", "核销后收回", "recovered since"}, loan.recovered);
  }
}

void add_account(Table& table, const Loan& loan, loans::Loans& loans, Date date) {
  Date as_of = date;
  const std::vector<loans::LoanStep> steps = loans.steps_of(loan.id);
  for (const loans::LoanStep& step : steps) as_of = std::max(as_of, step.date);
  const auto account = loans::account_on(loans.contract_of(loan), steps, as_of);
  if (!account) return;
  const auto day = loans.standing_on(loan.id, date);
  table.add_fact({"as_of", "计算日", "as of"}, as_of);
  table.add_fact({"disbursed", "发放金额", "disbursed"}, loan.disbursed);
  table.add_fact({"principal", "本金余额", "principal"}, loan.principal);
  table.add_fact({"days_overdue", "逾期天数", "days overdue"}, Value::count(day ? day->days_overdue(date) : 0));
  table.add_fact({"class", "五级分类", "class"}, both(loan.loan_class));
  table.add_fact({"penalty_rate", "逾期利率倍数", "overdue rate multiple"},
                 std::to_string(loans.contract_of(loan).penalty.overdue_percent) + "%");
  add_schedule(table, account->terms, account->schedule);
}

}  // namespace

TextResult list_loans(const BookPlace& place, const LoanFilter& filter, const std::string& date, Date today, Format format) {
  const std::optional<Date> day = day_of(date, today);
  if (!day) return Err(bad_date(date));
  const std::optional<LoanState> state = loans::parse_loan_state(filter.state);
  if (!filter.state.empty() && !state) return Err(refusal(ReadingOutcome::WordBad, "--state"));
  return read_loans_of(place, [&](loans::Loans& loans, BookReading&) -> TextResult {
    Table table = loans_table(*day);
    std::vector<Loan> found;
    loans.store().all_loans([&](const Loan& loan) {
      if (state && loan.state != *state) return;
      if (!filter.household.empty() && loan.household != filter.household) return;
      found.push_back(loan);
    });
    for (const Loan& loan : found) {
      const auto standing = loans.standing_on(loan.id, *day);
      if (filter.only_overdue && (!standing || standing->days_overdue(*day) == 0 || standing->is_written_off)) continue;
      add_loan(table, loan, standing, *day);
    }
    return rendered(table, format);
  });
}

TextResult show_loan(const BookPlace& place, const std::string& code, const std::string& date, Date today, Format format) {
  const std::optional<Date> day = day_of(date, today);
  if (!day) return Err(bad_date(date));
  return read_loans_of(place, [&](loans::Loans& loans, BookReading&) -> TextResult {
    const Loan* loan = loans.loans().find(code);
    if (loan == nullptr) return Err(unknown_loan(code));
    Table table = schedule_table({"loan", "贷款", "Loan"});
    add_facts(table, *loan, loans);
    if (!loan->disbursed.is_zero()) add_account(table, *loan, loans, *day);
    return rendered(table, format);
  });
}

TextResult loan_history(const BookPlace& place, const std::string& code, Format format) {
  return read_loans_of(place, [&](loans::Loans& loans, BookReading&) -> TextResult {
    const Loan* loan = loans.loans().find(code);
    if (loan == nullptr) return Err(unknown_loan(code));
    Table table({"loan-history", "贷款经过", "History of a loan"},
                {date_column("date", "日期", "date"), text_column("step", "单号", "code"), text_column("kind", "事项", "what"),
                 money_column("amount", "金额", "amount"), money_column("principal", "本金", "principal"),
                 money_column("interest", "利息", "interest"), money_column("penalties", "罚息", "penalties"),
                 text_column("corrected_by", "冲正", "taken back by"), count_column("record", "记录", "record")});
    table.add_fact({"loan", "贷款", "loan"}, loan->code);
    table.add_fact({"state", "状态", "state"}, both(loan->state));
    for (const loans::LoanStep& step : loans.steps_of(loan->id)) {
      const std::string corrected = step.stands() ? std::string() : loans.steps().find_id(step.corrected_by.value)->code;
      table.add_row(RowKind::Line, {step.date, step.code, both(step.kind), step.amount, step.change.principal,
                                    step.change.interest, step.change.penalties, filled(corrected), Value::count(step.seq)});
    }
    return rendered(table, format);
  });
}

TextResult show_portfolio(const BookPlace& place, const std::string& date, Date today, Format format) {
  const std::optional<Date> day = day_of(date, today);
  if (!day) return Err(bad_date(date));
  return read_loans_of(place, [&](loans::Loans& loans, BookReading&) -> TextResult {
    return rendered(reports::loan_portfolio(loans.store(), *day), format);
  });
}

}  // namespace mingzhang::service
