// SPDX-License-Identifier: Apache-2.0
// From JSON to terms: the tables judge each member, this file their values together.
#include "service/lending/document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "loans/terms_check.h"
#include "policy/decimal.h"
#include "policy/document.h"
#include "policy/policy_outcome.h"
#include "service/lending/member_reader.h"
#include "service/lending/repayment_document.h"

namespace mingzhang::service {
namespace {

using policy::below;
using policy::PolicyOutcome;
using policy::Problems;

constexpr std::string_view kRoundingWords = "half_up|half_even|down|up";  // in the order of Rounding

void read_dates(LoanReader& reader, std::string_view key, std::vector<Date>& dates) {
  const std::vector<std::string> texts = reader.names(key);
  for (const std::string& text : texts) {
    const auto date = parse_date(text);
    if (date) dates.push_back(*date);
    if (!date) reader.report(PolicyOutcome::DateBad, key, text);
  }
  std::sort(dates.begin(), dates.end());
}

void read_holidays(LoanReader reader, loans::DueRule& due) {
  reader.choose("rule", "none|following|preceding", due.holidays);
  reader.choose("interest", "unmoved|moved|first_moved", due.holiday_interest);
  read_dates(reader, "days", due.calendar.holidays);
  read_dates(reader, "make_up", due.calendar.make_up);
  constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (const std::string& word : reader.names("weekend")) {
    const auto day = std::find(kDays.begin(), kDays.end(), word);
    if (day == kDays.end()) {
      reader.report(PolicyOutcome::WordUnknown, "weekend", word);
    } else {
      due.calendar.weekend.push_back(static_cast<int>(day - kDays.begin()));
    }
  }
}

void read_due(LoanReader& reader, loans::DueRule& due) {
  reader.read("installments", due.installments);
  LoanReader period = reader.inside("period");
  period.choose("unit", "day|week|month", due.period.unit);
  period.read("every", due.period.every);
  if (const auto first = parse_date(reader.text("first_due"))) due.first_due = *first;
  reader.choose("broken_first", "by_days|add_to_first|add_to_last|spread|upfront|waived", due.broken_first);
  int settlement = 0;
  reader.read("settlement_day", settlement);
  if (settlement != 0) due.settlement_day = settlement;
  reader.read("paid_after", due.paid_after);
  reader.choose("month_end", "clamp|last_day|first_of_next", due.month_end);
  read_holidays(reader.inside("holidays"), due);
}

void read_rounding(LoanReader reader, loans::RoundingPolicy& policy) {
  reader.choose("mode", kRoundingWords, policy.interest);
  policy.principal = policy.interest;
  policy.installment = policy.interest;
  reader.choose("principal", kRoundingWords, policy.principal);
  reader.choose("installment", kRoundingWords, policy.installment);
  reader.read("unit", policy.unit);
  reader.read("installment_multiple", policy.installment_multiple);
  reader.choose("remainder", "last|first|spread", policy.remainder);
  reader.choose("factor", "each_row|first_row|whole_periods", policy.factor);
  reader.read("iterated", policy.is_iterated);
  reader.read("pieces", policy.rounds_pieces);
}

loans::Fraction fraction_of(const LoanReader& reader, std::string_view key) {
  const auto share = policy::parse_share(reader.text(key));
  return share ? loans::Fraction(share->ratio.numerator, share->ratio.denominator) : loans::Fraction();
}

loans::LoanTerms terms_of(LoanReader& reader) {
  loans::LoanTerms terms;
  reader.read("principal", terms.principal);
  reader.read("start", terms.start);
  reader.read("rate", terms.rate);
  reader.choose("rate_per", "year|period", terms.rate_basis);
  reader.choose("method", "equal_installments|equal_principal|principal_at_end|all_at_end|flat|shares", terms.method);
  if (const auto count = loans::parse_day_count(reader.text("day_count"))) terms.day_count = *count;
  read_due(reader, terms.due);
  LoanReader grace = reader.inside("grace");
  grace.read("principal", terms.grace.principal);
  grace.read("interest_payment", terms.grace.interest_payment);
  grace.read("interest_free", terms.grace.interest_free);
  for (const LoanReader& tranche : reader.each("tranches")) {
    loans::Tranche read;
    tranche.read("date", read.date);
    tranche.read("amount", read.amount);
    terms.tranches.push_back(read);
  }
  for (const LoanReader& share : reader.each("shares")) {
    terms.shares.push_back({fraction_of(share, "principal"), fraction_of(share, "interest")});
  }
  read_rounding(reader.inside("rounding"), terms.rounding);
  reader.choose("installment_base", "disbursed|approved", terms.installment_base);
  read_repayment(reader.inside("repayment"), terms.repayment);
  read_late_fee(reader.inside("late_fee"), terms.late_fee);
  return terms;
}

/// Members that an event of a kind has besides `kind` and `date`.
std::string_view members_of(std::string_view kind) {
  if (kind == "payment" || kind == "fee" || kind == "penalty") return "amount";
  if (kind == "rate_change") return "rate";
  if (kind == "interest_pause" || kind == "due_date_move") return "to";
  if (kind == "extension" || kind == "principal_grace") return "rows";
  return "";
}

loans::Event event_of(LoanReader& reader) {
  const std::string kind = reader.text("kind");
  const std::string_view wanted = members_of(kind);
  for (const std::string_view key : {"date", "to", "amount", "rate", "rows"}) {
    const bool is_wanted = key == "date" || key == wanted;
    if (is_wanted && reader.find(key) == nullptr) reader.report(PolicyOutcome::KeyMissing, key, kind);
    if (!is_wanted && reader.find(key) != nullptr) reader.report(PolicyOutcome::KeyUnknown, key, kind);
  }
  Date date;
  Date to;
  Money amount;
  Rate rate;
  int rows = 0;
  reader.read("date", date);
  reader.read("to", to);
  reader.read("amount", amount);
  reader.read("rate", rate);
  reader.read("rows", rows);
  if (kind == "payment") return loans::Payment{date, amount};
  if (kind == "pay_off") return loans::PayOff{date};
  if (kind == "rate_change") return loans::RateChange{date, rate};
  if (kind == "interest_pause") return loans::InterestPause{date, to};
  if (kind == "due_date_move") return loans::DueDateMove{date, to};
  if (kind == "extension") return loans::Extension{date, rows};
  if (kind == "principal_grace") return loans::PrincipalGrace{date, rows};
  return loans::Charge{date, amount, kind == "penalty"};
}

/// The last day on which money moves; the first day where none does.
Date last_day_of(const LoanQuestion& question) {
  Date last = question.terms.start;
  for (const loans::Event& event : question.events) {
    if (const auto* payment = std::get_if<loans::Payment>(&event)) last = std::max(last, payment->date);
    if (const auto* pay_off = std::get_if<loans::PayOff>(&event)) last = std::max(last, pay_off->date);
  }
  return last;
}

/// Reads one loan; what is wrong goes to `problems`, and faults of the terms as a whole to `found`.
LoanQuestion read_loan(const JsonValue& object, const std::string& place, Problems& problems, std::vector<Problem>& found) {
  LoanQuestion question;
  policy::check_fields(object, loan_fields(), place, problems);
  if (object.kind() != JsonValue::Kind::Object) return question;
  LoanReader reader(object, place, problems);
  question.terms = terms_of(reader);
  for (LoanReader& event : reader.each("events")) {
    if (!problems.has_within(event.place())) question.events.push_back(event_of(event));
  }
  question.as_of = last_day_of(question);
  reader.read("as_of", question.as_of);
  if (problems.has_within(place)) return question;
  for (const loans::TermsProblem& problem : loans::check_terms(question.terms)) {
    found.push_back({&loans::info_of(problem.outcome), place + std::string(problem.place), ""});
  }
  return question;
}

}  // namespace

Result<LoanDocument, std::vector<Problem>> read_loans(std::string_view text) {
  Problems problems;
  const std::optional<JsonValue> value = policy::read_document(text, problems);
  if (!value) return Err(problems.all());
  LoanDocument document;
  std::vector<Problem> found;
  document.is_list = value->kind() == JsonValue::Kind::Array;
  if (document.is_list) {
    if (value->items().empty() && problems.is_empty()) problems.add(PolicyOutcome::ListEmpty, "", "");
    for (std::size_t i = 0; i < value->items().size(); ++i) {
      document.loans.push_back(read_loan(value->items()[i], below("", i), problems, found));
    }
  } else {
    document.loans.push_back(read_loan(*value, "", problems, found));
  }
  std::vector<Problem> all = problems.all();
  all.insert(all.end(), found.begin(), found.end());
  if (!all.empty()) return Err(std::move(all));
  return document;
}

}  // namespace mingzhang::service
