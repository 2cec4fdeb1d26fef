// SPDX-License-Identifier: Apache-2.0
// Writing and reading contracts.
#include "loans/contract_record.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/record_members.h"
#include "loans/contract_words.h"
#include "loans/record_parts.h"
#include "loans/repayment_record.h"

namespace mingzhang::loans {
namespace {

// The words of an enum in the order of its values, which begin at 1.
constexpr std::array<std::string_view, 6> kMethods{"equal_installments", "equal_principal", "principal_at_end",
                                                   "all_at_end",         "flat",            "shares"};
constexpr std::array<std::string_view, 3> kUnits{"day", "week", "month"};
constexpr std::array<std::string_view, 3> kMonthEnds{"clamp", "last_day", "first_of_next"};
constexpr std::array<std::string_view, 3> kHolidayRules{"none", "following", "preceding"};
constexpr std::array<std::string_view, 3> kHolidayInterests{"unmoved", "moved", "first_moved"};
constexpr std::array<std::string_view, 6> kBrokenFirsts{"by_days", "add_to_first", "add_to_last",
                                                        "spread",  "upfront",      "waived"};
constexpr std::array<std::string_view, 3> kRemainders{"last", "first", "spread"};
constexpr std::array<std::string_view, 3> kFactors{"each_row", "first_row", "whole_periods"};
constexpr std::array<std::string_view, 2> kBases{"disbursed", "approved"};
constexpr std::array<std::string_view, 2> kRateBases{"year", "period"};

std::string fraction_text(Fraction fraction) {
  return std::to_string(fraction.numerator()) + "/" + std::to_string(fraction.denominator());
}

void write_dates(JsonWriter& writer, std::string_view key, const std::vector<Date>& dates) {
  std::vector<std::string> words;
  for (const Date date : dates) words.push_back(to_iso(date));
  write_words(writer, key, words);
}

std::vector<Date> read_dates(Members& members, std::string_view key) {
  std::vector<Date> dates;
  for (const std::string& word : read_words(members, key)) {
    const std::optional<Date> date = parse_date(word);
    if (!date) members.fail();
    if (date) dates.push_back(*date);
  }
  return dates;
}

void write_accounts(JsonWriter& writer, const LoanAccounts& accounts) {
  write_text(writer, "bank_in", accounts.bank_in);
  write_text(writer, "bank_out", accounts.bank_out);
  write_text(writer, "income", accounts.income);
  write_text(writer, "interest", accounts.interest);
  write_text(writer, "loss", accounts.loss);
  write_text(writer, "penalty", accounts.penalty);
  write_text(writer, "principal", accounts.principal);
  write_text(writer, "provision", accounts.provision);
}

void read_accounts(Members& members, LoanAccounts& accounts) {
  accounts.bank_in = members.text("bank_in", false);
  accounts.bank_out = members.text("bank_out", false);
  accounts.income = members.text("income", false);
  accounts.interest = members.text("interest", false);
  accounts.loss = members.text("loss", false);
  accounts.penalty = members.text("penalty", false);
  accounts.principal = members.text("principal", false);
  accounts.provision = members.text("provision", false);
}

void write_holidays(JsonWriter& writer, const DueRule& due) {
  write_dates(writer, "days", due.calendar.holidays);
  write_word(writer, "interest", kHolidayInterests, due.holiday_interest, HolidayInterest::Unmoved);
  write_dates(writer, "make_up", due.calendar.make_up);
  write_word(writer, "rule", kHolidayRules, due.holidays, HolidayRule::None);
  std::vector<std::string> weekend;
  for (const int day : due.calendar.weekend) weekend.push_back(std::to_string(day));
  write_words(writer, "weekend", weekend);
}

void read_holidays(Members& members, DueRule& due) {
  due.calendar.holidays = read_dates(members, "days");
  due.holiday_interest = read_word(members, "interest", kHolidayInterests, HolidayInterest::Unmoved);
  due.calendar.make_up = read_dates(members, "make_up");
  due.holidays = read_word(members, "rule", kHolidayRules, HolidayRule::None);
  for (const std::string& day : read_words(members, "weekend")) {
    if (day.size() != 1 || day[0] < '0' || day[0] > '6') members.fail();
    due.calendar.weekend.push_back(day[0] - '0');
  }
}

void write_due(JsonWriter& writer, const DueRule& due) {
  write_word(writer, "broken_first", kBrokenFirsts, due.broken_first, BrokenFirst::ByDays);
  write_number(writer, "every", due.period.every);
  if (due.first_due) write_date(writer, "first_due", *due.first_due);
  write_object(writer, "holidays", [&](JsonWriter& inner) { write_holidays(inner, due); });
  write_number(writer, "installments", due.installments);
  write_word(writer, "month_end", kMonthEnds, due.month_end, MonthEnd::Clamp);
  if (due.settlement_day) {
    write_number(writer, "paid_after", due.paid_after);
    write_number(writer, "settlement_day", *due.settlement_day);
  }
  write_word(writer, "unit", kUnits, due.period.unit, PeriodUnit::Months);
}

void read_due(Members& members, DueRule& due) {
  due.broken_first = read_word(members, "broken_first", kBrokenFirsts, BrokenFirst::ByDays);
  due.period.every = small(members, "every", 0);
  if (const std::string first = members.text("first_due", false); !first.empty()) {
    due.first_due = parse_date(first);
    if (!due.first_due) members.fail();
  }
  due = read_object(members, "holidays", due, read_holidays);
  due.installments = small(members, "installments", 0);
  due.month_end = read_word(members, "month_end", kMonthEnds, MonthEnd::Clamp);
  const int paid_after = small(members, "paid_after", 0);
  if (const int day = small(members, "settlement_day", 0); day != 0) {
    due.settlement_day = day;
    due.paid_after = paid_after;
  }
  due.period.unit = read_word(members, "unit", kUnits, PeriodUnit::Months);
}

void write_grace(JsonWriter& writer, const Grace& grace) {
  write_number(writer, "interest_free", grace.interest_free);
  write_number(writer, "interest_payment", grace.interest_payment);
  write_number(writer, "principal", grace.principal);
}

void read_grace(Members& members, Grace& grace) {
  grace.interest_free = small(members, "interest_free", 0);
  grace.interest_payment = small(members, "interest_payment", 0);
  grace.principal = small(members, "principal", 0);
}

void write_rounding(JsonWriter& writer, const RoundingPolicy& policy) {
  const RoundingPolicy usual;
  write_word(writer, "factor", kFactors, policy.factor, usual.factor);
  write_word(writer, "installment", kRoundings, policy.installment, usual.installment);
  write_number(writer, "installment_multiple", policy.installment_multiple.fen());
  write_word(writer, "interest", kRoundings, policy.interest, usual.interest);
  write_flag(writer, "iterated", policy.is_iterated);
  write_flag(writer, "pieces", policy.rounds_pieces);
  write_word(writer, "principal", kRoundings, policy.principal, usual.principal);
  write_word(writer, "remainder", kRemainders, policy.remainder, usual.remainder);
  if (policy.unit != usual.unit) write_amount(writer, "unit", policy.unit);
}

void read_rounding(Members& members, RoundingPolicy& policy) {
  policy.factor = read_word(members, "factor", kFactors, policy.factor);
  policy.installment = read_word(members, "installment", kRoundings, policy.installment);
  policy.installment_multiple = Money::from_fen(small(members, "installment_multiple", 0));
  policy.interest = read_word(members, "interest", kRoundings, policy.interest);
  policy.is_iterated = members.boolean("iterated", false);
  policy.rounds_pieces = members.boolean("pieces", false);
  policy.principal = read_word(members, "principal", kRoundings, policy.principal);
  policy.remainder = read_word(members, "remainder", kRemainders, policy.remainder);
  policy.unit = Money::from_fen(small(members, "unit", 1));
}

void write_penalty(JsonWriter& writer, const PenaltyTerms& penalty) {
  write_flag(writer, "compounds", penalty.compounds);
  write_number(writer, "misuse_percent", penalty.misuse_percent);
  write_number(writer, "overdue_percent", penalty.overdue_percent);
  write_word(writer, "rounding", kRoundings, penalty.rounding, Rounding::HalfUp);
}

void read_penalty(Members& members, PenaltyTerms& penalty) {
  penalty.compounds = members.boolean("compounds", false);
  penalty.misuse_percent = small(members, "misuse_percent", 0);
  penalty.overdue_percent = small(members, "overdue_percent", 0);
  penalty.rounding = read_word(members, "rounding", kRoundings, Rounding::HalfUp);
}

void write_shares(JsonWriter& writer, std::string_view key, const std::vector<Share>& shares, Fraction Share::*part) {
  std::vector<std::string> words;
  for (const Share& share : shares) words.push_back(fraction_text(share.*part));
  write_words(writer, key, words);
}

std::optional<Fraction> parse_fraction(std::string_view text) {
  const std::size_t bar = text.find('/');
  if (bar == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::int64_t {
    std::int64_t value = 0;
    if (digits.empty() || digits.size() > 15) return -1;
    for (const char digit : digits) {
      if (digit < '0' || digit > '9') return -1;
      value = value * 10 + (digit - '0');
    }
    return value;
  };
  const std::int64_t numerator = number(text.substr(0, bar));
  const std::int64_t denominator = number(text.substr(bar + 1));
  if (numerator < 0 || denominator <= 0) return std::nullopt;
  return Fraction(numerator, denominator);
}

void read_shares(Members& members, std::string_view key, std::vector<Share>& shares, Fraction Share::*part) {
  const std::vector<std::string> words = read_words(members, key);
  if (shares.empty()) shares.resize(words.size());
  if (shares.size() != words.size()) members.fail();
  for (std::size_t index = 0; index < words.size() && index < shares.size(); ++index) {
    const std::optional<Fraction> fraction = parse_fraction(words[index]);
    if (!fraction) members.fail();
    if (fraction) shares[index].*part = *fraction;
  }
}

}  // namespace

std::string encode_contract(const Contract& contract) {
  const LoanTerms& terms = contract.terms;
  JsonWriter writer;
  writer.begin_object();
  write_object(writer, "accounts", [&](JsonWriter& inner) { write_accounts(inner, contract.accounts); });
  write_word(writer, "base", kBases, terms.installment_base, InstallmentBase::Disbursed);
  write_text(writer, "day_count", name_of(terms.day_count));
  write_object(writer, "due", [&](JsonWriter& inner) { write_due(inner, terms.due); });
  write_object(writer, "grace", [&](JsonWriter& inner) { write_grace(inner, terms.grace); });
  write_shares(writer, "interest_shares", terms.shares, &Share::interest);
  write_object(writer, "late_fee", [&](JsonWriter& inner) { write_late_fee(inner, terms.late_fee); });
  write_text(writer, "method", word(kMethods, terms.method));
  write_object(writer, "penalty", [&](JsonWriter& inner) { write_penalty(inner, contract.penalty); });
  write_amount(writer, "principal", terms.principal);
  write_shares(writer, "principal_shares", terms.shares, &Share::principal);
  writer.key("rate");
  writer.integer(terms.rate.units());
  write_word(writer, "rate_per", kRateBases, terms.rate_basis, RateBasis::PerYear);
  write_object(writer, "repayment", [&](JsonWriter& inner) { write_repayment(inner, terms.repayment); });
  write_object(writer, "rounding", [&](JsonWriter& inner) { write_rounding(inner, terms.rounding); });
  write_date(writer, "start", terms.start);
  writer.end_object();
  return writer.take();
}

std::optional<Contract> decode_contract(const JsonValue& value) {
  Members members(value);
  Contract contract;
  LoanTerms& terms = contract.terms;
  contract.accounts = read_object(members, "accounts", LoanAccounts(), read_accounts);
  terms.installment_base = read_word(members, "base", kBases, InstallmentBase::Disbursed);
  const std::optional<DayCount> count = parse_day_count(members.text("day_count", true));
  terms.due = read_object(members, "due", terms.due, read_due);
  terms.grace = read_object(members, "grace", Grace(), read_grace);
  read_shares(members, "interest_shares", terms.shares, &Share::interest);
  terms.late_fee = read_object(members, "late_fee", LateFeeTerms(), read_late_fee);
  terms.method = read_word(members, "method", kMethods, Method::EqualInstallments);
  contract.penalty = read_object(members, "penalty", PenaltyTerms(), read_penalty);
  terms.principal = read_amount(members, "principal");
  read_shares(members, "principal_shares", terms.shares, &Share::principal);
  terms.rate = read_rate(members, "rate");
  terms.rate_basis = read_word(members, "rate_per", kRateBases, RateBasis::PerYear);
  terms.repayment = read_object(members, "repayment", RepaymentPolicy(), read_repayment);
  terms.rounding = read_object(members, "rounding", RoundingPolicy(), read_rounding);
  terms.start = read_date(members, "start");
  if (!members.is_complete() || !count) return std::nullopt;
  terms.day_count = *count;
  if (encode_contract(contract) != value.bytes()) return std::nullopt;
  return contract;
}

}  // namespace mingzhang::loans
