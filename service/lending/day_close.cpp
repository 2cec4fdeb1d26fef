// SPDX-License-Identifier: Apache-2.0
// Finds the loans of which a day's end says something new.
#include "service/lending/day_close.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "loans/lending_refusals.h"
#include "service/lending/loan_state.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using loans::LoanState;

/// Loans are read in slices, so that what is kept of them does not grow with the book.
constexpr std::size_t kSlice = 10'000;

template <class Row>
void sort_by_code(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.loan < b.loan; });
}

/// Hands every loan to `body`, with the loans of its slice.
template <class Body>
void for_each_loan(loans::LoansStore& store, std::vector<loans::LoanId> ids, const Body& body) {
  std::sort(ids.begin(), ids.end());
  for (std::size_t begin = 0; begin < ids.size(); begin += kSlice) {
    loans::Loans slice(store);
    for (std::size_t i = begin; i < std::min(ids.size(), begin + kSlice); ++i) body(slice.loan_of(ids[i]), slice);
  }
}

/// The table of days overdue, asked once for each number of days.
class ClassTable {
 public:
  ClassTable(ChosenRule chosen, Date day)
      : pack_(std::move(chosen.pack)), question_(std::move(chosen.question)), day_(day), digest_(pack_digest(pack_)) {}

  Result<loans::LoanClass, Refusal> ask(std::int64_t days) {
    const auto known = classes_.find(days);
    if (known != classes_.end()) return known->second;
    question_.known = {{"days_overdue", std::to_string(days)}};
    const Result<policy::Evaluation, Refusal> answer = ask_pack(pack_, digest_, question_, day_);
    if (!answer) return Err(answer.error());
    const JsonValue* name = answer->result.find("class");
    const auto loan_class = name == nullptr || name->as_text() == nullptr ? std::nullopt : loans::parse_loan_class(*name->as_text());
    if (!loan_class) return Err(refusal(ReadingOutcome::WordBad, "--table"));
    classes_.emplace(days, *loan_class);
    if (days >= most_) explanation_ = answer->explanation.bytes();
    most_ = std::max(most_, days);
    return *loan_class;
  }
  /// That of the longest overdue.
  const std::string& explanation() const { return explanation_; }

 private:
  policy::Pack pack_;
  RuleQuestion question_;
  Date day_;
  std::string digest_;
  std::map<std::int64_t, loans::LoanClass> classes_;
  std::string explanation_;
  std::int64_t most_ = 0;
};

/// How many days a loan is overdue on `day`, and its code where it must be read for that.
struct OverdueLoan {
  loans::LoanId id;
  std::int64_t days = 0;
  loans::LoanClass loan_class = loans::LoanClass::Normal;
};

/// Loans that are overdue on the day or have another class than `usual`.
std::vector<OverdueLoan> loans_to_classify(loans::Loans& loans, Date day, loans::LoanClass usual) {
  std::vector<OverdueLoan> found;
  std::vector<loans::LoanId> changed_since;
  loans.store().standings(LoanState::Active, no_day(), [&](const loans::LoanStanding& one) {
    if (one.since > day) {
      changed_since.push_back(one.id);
    } else if (one.open_due < day || one.loan_class != usual) {
      found.push_back({one.id, std::max<std::int64_t>(0, days_between(one.open_due, day)), one.loan_class});
    }
  });
  for_each_loan(loans.store(), std::move(changed_since), [&](const loans::Loan& loan, loans::Loans& slice) {
    const std::optional<loans::LoanDay> then = slice.standing_on(loan.id, day);
    if (then) found.push_back({loan.id, then->days_overdue(day), loan.loan_class});
  });
  return found;
}

/// Codes CODE-1, CODE-2 … that no step of the book has yet.
class FreeCodes {
 public:
  FreeCodes(std::string code, loans::Loans& loans) : code_(std::move(code)), loans_(loans) {}
  std::string next() {
    std::string code;
    do code = code_ + "-" + std::to_string(++last_);
    while (loans_.steps().find(code) != nullptr);
    return code;
  }

 private:
  std::string code_;
  loans::Loans& loans_;
  std::int64_t last_ = 0;
};

/// The rows in pieces of at most kBatchMax, each given to `make`.
template <class Row, class Make>
void in_batches(const std::vector<Row>& rows, const Make& make) {
  for (std::size_t begin = 0; begin < rows.size(); begin += loans::kBatchMax) {
    const auto first = rows.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto count = static_cast<std::ptrdiff_t>(std::min(loans::kBatchMax, rows.size() - begin));
    make(std::vector<Row>(first, first + count));
  }
}

}  // namespace

std::vector<loans::AccruedRow> interest_due(loans::Loans& loans, Date day) {
  std::vector<loans::LoanId> ids;
  for (const LoanState state : {LoanState::Active, LoanState::Settled, LoanState::Renewed}) {
    loans.store().standings(state, day, [&ids](const loans::LoanStanding& one) { ids.push_back(one.id); });
  }
  std::vector<loans::AccruedRow> rows;
  for_each_loan(loans.store(), std::move(ids), [&](const loans::Loan& loan, loans::Loans& slice) {
    const Money interest = loans::interest_to_accrue(loan, slice, day);
    if (!interest.is_zero()) rows.push_back({loan.code, interest});
  });
  sort_by_code(rows);
  return rows;
}

Result<ClassChanges, Refusal> class_changes(const BookPlace& place, Date day, const RuleWords& table) {
  RuleWords words = table;
  if (words.rule.empty()) words.rule = "lending-general/five-classes";
  Result<ChosenRule, Refusal> chosen = choose_rule(place, words, day);
  if (!chosen) return Err(std::move(chosen).error());
  ClassTable classes(std::move(chosen).value(), day);
  const auto usual = classes.ask(0);
  if (!usual) return Err(usual.error());
  ClassChanges changes;
  std::optional<Refusal> refused;
  const std::optional<Refusal> unread = with_loans(place, [&](loans::Loans& loans) {
    std::vector<std::pair<loans::LoanId, loans::LoanClass>> found;
    for (const OverdueLoan& one : loans_to_classify(loans, day, *usual)) {
      const auto loan_class = classes.ask(one.days);
      if (!loan_class) refused = loan_class.error();
      if (refused) return;
      if (*loan_class != one.loan_class) found.emplace_back(one.id, *loan_class);
    }
    for (const auto& [id, loan_class] : found) changes.rows.push_back({loans.store().loan(id)->code, loan_class});
  });
  if (unread) return Err(*unread);
  if (refused) return Err(*refused);
  sort_by_code(changes.rows);
  changes.explanation = classes.explanation();
  return changes;
}

Result<DayClose, Refusal> close_day(const BookPlace& place, const LoanWords& words, const RuleWords& table) {
  FundWords reader;
  const Date day = reader.date("--date", words.date);
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  Result<ClassChanges, Refusal> classes = class_changes(place, day, table);
  if (!classes) return Err(std::move(classes).error());
  DayClose close;
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    FreeCodes codes(words.code, loans);
    const std::vector<loans::AccruedRow> due = interest_due(loans, day);
    for (const loans::AccruedRow& row : due) close.interest += row.interest;
    close.settled = static_cast<std::int64_t>(due.size());
    in_batches(due, [&](std::vector<loans::AccruedRow> rows) {
      const auto count = static_cast<std::int64_t>(rows.size());
      const std::string code = codes.next();
      close.batches.push_back({code, true, count, loans::AccrueInterest{code, day, std::move(rows)}});
    });
    close.reclassified = static_cast<std::int64_t>(classes->rows.size());
    in_batches(classes->rows, [&](std::vector<loans::ClassifiedRow> rows) {
      const auto count = static_cast<std::int64_t>(rows.size());
      const std::string code = codes.next();
      close.batches.push_back({code, false, count, loans::ClassifyLoans{code, day, std::move(rows), "", classes->explanation}});
    });
  });
  if (refused) return Err(*refused);
  return close;
}

}  // namespace mingzhang::service
