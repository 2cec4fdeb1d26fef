// SPDX-License-Identifier: Apache-2.0
// From loans to the lines of a claim.
#include "service/banks/subsidy_claim.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "loans/subsidy_outcome.h"
#include "service/banks/subsidy_rule.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using loans::SubsidyOutcome;
using loans::SubsidyPeriod;

/// Installments of the register, before any rule is asked.
struct Candidate {
  std::string loan;
  std::int64_t months = 0;
  SubsidyPeriod period;
  std::string claimed;  ///< "T1/3" where a line of another claim stands for these days
};

Refusal refused(SubsidyOutcome outcome, std::string detail) { return refusal(loans::info_of(outcome), std::move(detail)); }

std::vector<loans::SubsidyPayer> read_payers(FundWords& words, const std::vector<std::string>& given) {
  std::vector<loans::SubsidyPayer> payers;
  for (const std::string& text : given) {
    const std::size_t equals = text.find('=');
    loans::SubsidyPayer payer;
    payer.payer = text.substr(0, equals);
    payer.weight = words.number("--payer", equals == std::string::npos ? "" : std::string_view(text).substr(equals + 1));
    payers.push_back(std::move(payer));
  }
  if (payers.empty()) payers.push_back({"county", 1});
  return payers;
}

Result<loans::ClaimSubsidy, Refusal> read_words(const NewSubsidyClaim& given) {
  FundWords words;
  loans::ClaimSubsidy command;
  command.code = given.code;
  command.bank = given.bank;
  command.date = words.date("--date", given.date);
  command.from = words.date("--from", given.from);
  command.to = words.date("--to", given.to);
  if (!given.mode.empty()) {
    command.mode = words.choice("--mode", given.mode, loans::parse_subsidy_mode, loans::SubsidyMode::Refund);
  }
  command.payers = read_payers(words, given.payers);
  const NewFundCommand finished = words.finish(funds::Command());
  if (!finished) return Err(finished.error());
  if (command.from >= command.to) return Err(refused(SubsidyOutcome::SpanBad, given.from + " – " + given.to));
  return command;
}

Result<std::vector<Candidate>, Refusal> candidates(const BookPlace& place, const loans::ClaimSubsidy& command,
                                                   const std::string& product) {
  std::vector<Candidate> found;
  const TextResult read = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    loans::Loans register_of_loans(*store);
    std::vector<loans::Loan> wanted;
    store->all_loans([&](const loans::Loan& loan) {
      if (loan.bank == command.bank && loans::bears_interest(loan) && (product.empty() || loan.product == product)) {
        wanted.push_back(loan);
      }
    });
    std::sort(wanted.begin(), wanted.end(), [](const loans::Loan& a, const loans::Loan& b) { return a.code < b.code; });
    for (const loans::Loan& loan : wanted) {
      for (const SubsidyPeriod& period :
           loans::subsidy_periods(loan, register_of_loans, command.from, command.to, command.date)) {
        Candidate one{loan.code, loan.months, period, ""};
        if (const auto line = loans::line_on_days(loan.id, period.from, period.to, register_of_loans)) {
          one.claimed = register_of_loans.subsidies().claims().find_id(line->claim.value)->code + "/" + std::to_string(line->number);
        }
        found.push_back(std::move(one));
      }
    }
    return std::string();
  });
  if (!read) return Err(read.error());
  return found;
}

/// Puts one installment where it belongs.
Result<std::string, Refusal> add_line(const Candidate& one, SubsidyRule& rule, SubsidyList& list) {
  if (!one.claimed.empty()) {
    list.left_out.push_back({one.loan, one.period, "已申领 claimed: " + one.claimed});
    return std::string();
  }
  const auto answer = rule.ask(one.period, one.months);
  if (!answer) return Err(answer.error());
  if (list.command.explanation.empty()) list.command.explanation = answer->rule;
  if (answer->subsidy.is_zero()) {
    list.left_out.push_back({one.loan, one.period, answer->reasons.empty() ? "不足一分 less than a fen" : answer->reasons});
  } else {
    list.command.rows.push_back({one.loan, one.period, answer->subsidised, answer->subsidy});
  }
  return std::string();
}

}  // namespace

Result<SubsidyList, Refusal> build_subsidy_claim(const BookPlace& place, const NewSubsidyClaim& words) {
  Result<loans::ClaimSubsidy, Refusal> command = read_words(words);
  if (!command) return Err(command.error());
  const auto found = candidates(place, *command, words.product);
  if (!found) return Err(found.error());
  const Date day = plus_days(command->to, -1);
  Result<ChosenRule, Refusal> chosen = choose_rule(place, words.rule, day);
  if (!chosen) return Err(chosen.error());
  SubsidyRule rule(std::move(chosen).value(), day);
  SubsidyList list{std::move(command).value(), {}};
  for (const Candidate& one : *found) {
    const auto added = add_line(one, rule, list);
    if (!added) return Err(added.error());
  }
  return list;
}

std::string rendered(const SubsidyList& list, Format format) {
  reports::Table table({"subsidy_claim", "贴息清单", "Subsidy claim"},
                       {text_column("loan", "贷款", "loan"), date_column("from", "起", "from"), date_column("to", "止", "to"),
                        money_column("principal", "本金", "principal"), money_column("interest", "利息", "interest"),
                        money_column("subsidised", "可贴息利息", "subsidised"), money_column("subsidy", "贴息", "subsidy"),
                        text_column("reason", "不贴的原因", "why nothing")});
  table.add_fact({"bank", "银行", "bank"}, list.command.bank);
  table.add_fact({"due_from", "到期日起", "due from"}, list.command.from);
  table.add_fact({"due_to", "到期日止（不含）", "due to"}, list.command.to);
  Money interest;
  Money subsidised;
  Money subsidy;
  for (const loans::ClaimedLine& line : list.command.rows) {
    interest += line.period.interest;
    subsidised += line.subsidised;
    subsidy += line.subsidy;
    table.add_row(reports::RowKind::Line, {line.loan, line.period.from, line.period.to, line.period.principal,
                                           line.period.interest, line.subsidised, line.subsidy, reports::Value()});
  }
  for (const UnsubsidisedLine& line : list.left_out) {
    interest += line.period.interest;
    table.add_row(reports::RowKind::Line, {line.loan, line.period.from, line.period.to, line.period.principal,
                                           line.period.interest, Money(), Money(), line.reason});
  }
  table.add_row(reports::RowKind::Sum, {"合计", reports::Value(), reports::Value(), reports::Value(), interest, subsidised,
                                        subsidy, reports::Value()});
  return rendered(table, format);
}

}  // namespace mingzhang::service
