// SPDX-License-Identifier: Apache-2.0
// Tables of schedules; single figures as short documents.
#include "service/lending/reading.h"

#include <optional>

#include "base/text.h"
#include "loans/interest.h"
#include "loans/schedule.h"
#include "policy/decimal.h"
#include "reports/table.h"
#include "service/lending/document.h"
#include "service/lending/schedule_table.h"
#include "service/policies/shelf.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using reports::Table;

Table table_of(const LoanQuestion& question, const loans::Schedule& schedule) {
  Table table = schedule_table({"loan-schedule", "还款计划", "Repayment schedule"});
  table.add_fact({"as_of", "计算日", "as of"}, question.as_of);
  table.add_fact({"disbursed", "发放金额", "disbursed"}, schedule.disbursed);
  if (!schedule.installment.is_zero()) table.add_fact({"installment", "月供", "installment"}, schedule.installment);
  add_schedule(table, question.terms, schedule);
  return table;
}

/// What the words of an interest question mean; the refusal of the first that means nothing.
struct InterestQuestion {
  Money principal;
  Rate rate;
  Date from;
  Date to;
  loans::DayCount count;
  Rounding rounding = Rounding::HalfUp;
};

Result<InterestQuestion, Refusal> days_of(const InterestWords& words) {
  InterestQuestion question;
  const auto from = parse_date(words.from);
  if (!from) return Err(refusal(ReadingOutcome::DateBad, words.from));
  const auto to = parse_date(words.to);
  if (!to) return Err(refusal(ReadingOutcome::DateBad, words.to));
  if (*to < *from) return Err(refusal(ReadingOutcome::RangeBad, words.from + " – " + words.to));
  const auto count = loans::parse_day_count(words.basis);
  if (!count) {
    std::string names;
    for (const loans::NamedDayCount& named : loans::day_count_names()) names += (names.empty() ? "" : ", ") + std::string(named.name);
    return Err(refusal(ReadingOutcome::WordBad, words.basis + "; " + names));
  }
  question.from = *from;
  question.to = *to;
  question.count = *count;
  return question;
}

Result<InterestQuestion, Refusal> interest_of(const InterestWords& words) {
  auto question = days_of(words);
  if (!question) return question;
  const auto principal = parse_yuan(words.principal);
  if (!principal || principal->is_negative() || principal->fen() > loans::kPrincipalMax) {
    return Err(refusal(ReadingOutcome::AmountBad, words.principal));
  }
  // A bare number is percent, as people say it: 4.35 is 4.35 %.
  const bool is_percent = !words.rate.empty() && words.rate.back() == '%';
  const auto rate = parse_rate(is_percent ? words.rate : words.rate + "%");
  if (!rate || rate->units() > Rate::kUnitsPerOne) return Err(refusal(ReadingOutcome::NumberBad, words.rate));
  const auto rounding = words.rounding.empty() ? std::optional(Rounding::HalfUp) : policy::parse_rounding(words.rounding);
  if (!rounding) return Err(refusal(ReadingOutcome::WordBad, words.rounding));
  question.value().principal = *principal;
  question.value().rate = *rate;
  question.value().rounding = *rounding;
  return question;
}

std::string part_text(const InterestQuestion& question) {
  const loans::Fraction part = loans::year_part(question.count, question.from, question.to);
  return std::to_string(part.numerator()) + "/" + std::to_string(part.denominator());
}

}  // namespace

TextResult loan_schedules(std::string_view document, Format format) {
  const auto read = read_loans(document);
  if (!read) return Err(refusal_of(read.error()));
  std::vector<std::string> texts;
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < read->loans.size(); ++i) {
    const LoanQuestion& question = read->loans[i];
    const auto schedule = loans::schedule_for(question.terms, question.events, question.as_of);
    if (schedule) {
      texts.push_back(rendered(table_of(question, *schedule), format));
      continue;
    }
    const std::string place = (read->is_list ? "/" + std::to_string(i) : std::string()) + "/events/" + std::to_string(schedule.error().index);
    problems.push_back({&loans::info_of(schedule.error().outcome), place, ""});
  }
  if (!problems.empty()) return Err(refusal_of(problems));
  if (!read->is_list) return texts.front();
  std::string all;
  for (std::string& text : texts) {
    while (format == Format::Json && !text.empty() && text.back() == '\n') text.pop_back();
    if (!all.empty()) all += format == Format::Json ? "," : "\n";
    all += text;
  }
  return format == Format::Json ? "[" + all + "]" : all;
}

TextResult loan_interest(const InterestWords& words, Format format) {
  const auto question = interest_of(words);
  if (!question) return Err(question.error());
  const Money interest =
      loans::interest_for({question->principal, question->rate, question->from, question->to}, question->count, question->rounding);
  const std::int64_t days = loans::counted_days(question->count, question->from, question->to);
  if (format != Format::Json) return to_yuan(interest) + "\n";
  JsonWriter writer;
  writer.begin_object();
  const auto member = [&writer](std::string_view key, std::string_view text) {
    writer.key(key);
    writer.text(text);
  };
  member("basis", loans::name_of(question->count));
  writer.key("days");
  writer.integer(days);
  member("from", to_iso(question->from));
  member("interest", to_yuan(interest));
  member("principal", to_yuan(question->principal));
  member("rate", to_percent(question->rate));
  member("rounding", policy::rounding_name(question->rounding));
  member("to", to_iso(question->to));
  member("year_part", part_text(*question));
  writer.end_object();
  return writer.take();
}

TextResult loan_days(const InterestWords& words, Format format) {
  const auto question = days_of(words);
  if (!question) return Err(question.error());
  const std::int64_t days = loans::counted_days(question->count, question->from, question->to);
  if (format != Format::Json) return std::to_string(days) + "\n";
  JsonWriter writer;
  writer.begin_object();
  writer.key("basis");
  writer.text(loans::name_of(question->count));
  writer.key("days");
  writer.integer(days);
  writer.key("from");
  writer.text(to_iso(question->from));
  writer.key("to");
  writer.text(to_iso(question->to));
  writer.key("year_part");
  writer.text(part_text(*question));
  writer.end_object();
  return writer.take();
}

}  // namespace mingzhang::service
