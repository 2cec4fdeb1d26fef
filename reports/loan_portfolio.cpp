// SPDX-License-Identifier: Apache-2.0
// Adds up each loan's last day.
#include "reports/loan_portfolio.h"

#include <array>
#include <optional>
#include <string>

#include "reports/percent.h"

namespace mingzhang::reports {
namespace {

using loans::LoanClass;
using loans::LoanDay;

struct Sums {
  std::int64_t loans = 0;
  std::int64_t principal = 0;
  std::int64_t overdue_loans = 0;
  std::int64_t overdue = 0;
};

class Portfolio {
 public:
  explicit Portfolio(Date date) : date_(date) {}

  /// The last row of one loan up to the day.
  void add(const LoanDay& day) {
    if (day.is_written_off || day.principal.is_zero()) return;
    const std::int64_t fen = day.principal.fen();
    const std::int64_t late = day.days_overdue(date_);
    for (Sums* sums : {&by_class_[static_cast<std::size_t>(day.loan_class) - 1], &all_}) {
      ++sums->loans;
      sums->principal += fen;
      if (late > 0) ++sums->overdue_loans;
      if (late > 0) sums->overdue += fen;
    }
    if (late > 30) par30_ += fen;
    if (day.renewals > 0) renewed_ += fen;
    if (day.extensions > 0) extended_ += fen;
  }

  Table table() const {
    const auto text = [](const char* key, const char* zh, const char* en) {
      return Column{{key, zh, en}, CellKind::Text, false, false};
    };
    const auto count = [](const char* key, const char* zh, const char* en) {
      return Column{{key, zh, en}, CellKind::Count, false, false};
    };
    const auto money = [](const char* key, const char* zh, const char* en) {
      return Column{{key, zh, en}, CellKind::Money, true, false};
    };
    Table table({"loan-portfolio", "贷款组合", "Loan portfolio"},
                {text("class", "五级分类", "class"), count("loans", "笔数", "loans"), money("principal", "余额", "balance"),
                 count("overdue_loans", "逾期笔数", "loans overdue"), money("overdue", "逾期贷款余额", "balance of loans overdue")});
    table.add_fact({"date", "截止日期", "as of"}, date_);
    std::int64_t bad = 0;
    for (std::size_t index = static_cast<std::size_t>(LoanClass::Substandard) - 1; index < by_class_.size(); ++index) {
      bad += by_class_[index].principal;
    }
    add_ratio(table, {"npl_percent", "不良率＝次级、可疑、损失余额÷全部余额", "NPL ratio = balance in the last three classes / all"}, bad);
    add_ratio(table, {"par30_percent", "PAR30＝逾期超过30天的贷款余额÷全部余额", "PAR30 = balance of loans over 30 days late / all"}, par30_);
    add_ratio(table, {"renewed_percent", "续贷占比＝续贷过的贷款余额÷全部余额", "renewed = balance of renewed loans / all"}, renewed_);
    add_ratio(table, {"extended_percent", "展期占比＝展期过的贷款余额÷全部余额", "extended = balance of extended loans / all"}, extended_);
    for (std::size_t index = 0; index < by_class_.size(); ++index) {
      const auto loan_class = static_cast<LoanClass>(index + 1);
      if (by_class_[index].loans == 0) continue;
      add_row(table, RowKind::Line, std::string(chinese_of(loan_class)) + " " + std::string(word_of(loan_class)), by_class_[index]);
    }
    add_row(table, RowKind::Sum, "合计 total", all_);
    return table;
  }

 private:
  void add_ratio(Table& table, const Caption& caption, std::int64_t part) const {
    const std::string percent = percent_of(part, all_.principal, Rounding::HalfUp);
    if (!percent.empty()) table.add_fact(caption, percent);
  }
  static void add_row(Table& table, RowKind kind, const std::string& name, const Sums& sums) {
    table.add_row(kind, {name, Value::count(sums.loans), Value::fen(sums.principal), Value::count(sums.overdue_loans),
                         Value::fen(sums.overdue)});
  }

  Date date_;
  std::array<Sums, 5> by_class_;
  Sums all_;
  std::int64_t par30_ = 0;
  std::int64_t renewed_ = 0;
  std::int64_t extended_ = 0;
};

}  // namespace

Table loan_portfolio(loans::LoansStore& store, Date date) {
  Portfolio portfolio(date);
  std::optional<LoanDay> last;  // rows come by loan, then by day
  store.all_days([&](const LoanDay& day) {
    if (last && last->loan != day.loan) {
      portfolio.add(*last);
      last.reset();
    }
    if (day.day <= date) last = day;
  });
  if (last) portfolio.add(*last);
  return portfolio.table();
}

}  // namespace mingzhang::reports
