// SPDX-License-Identifier: Apache-2.0
// Builds vouchers: from typed lines, from a posted voucher, and at the year's end.
#include "service/setup/setup.h"

#include <charconv>
#include <utility>

#include "base/text.h"
#include "base/world_error.h"
#include "ledger/book.h"
#include "ledger/carry_forward.h"
#include "ledger/post.h"
#include "service/reading/outcome.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

/// The next word of `text`, which is shortened by it; empty at the end.
std::string_view take_word(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

Err<Refusal> bad_line(std::string detail) { return Err(refusal(ReadingOutcome::LineBad, std::move(detail))); }

/// Reads the named parts behind the amount.
std::optional<Refusal> read_parts(std::string_view text, ledger::Line& line) {
  while (true) {
    const std::string_view before = text;
    const std::string_view word = take_word(text);
    if (word.empty()) return std::nullopt;
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    std::string_view value = equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
    std::string* target = nullptr;
    if (name == "fund") target = &line.fund;
    if (name == "project") target = &line.project;
    if (name == "subject") target = &line.subject;
    if (name == "note") {
      target = &line.summary;
      value = trimmed(before).substr(std::string_view("note=").size());
      text = {};
    }
    // The value is not repeated: a note may hold a name.
    if (target == nullptr) return refusal(ReadingOutcome::LineBad, "unknown part; wanted fund= project= subject= note=");
    if (value.empty()) return refusal(ReadingOutcome::LineBad, std::string(name) + "= is empty");
    if (!target->empty()) return refusal(ReadingOutcome::LineBad, std::string(name) + "= stands twice");
    *target = std::string(trimmed(value));
  }
}

std::string_view amount_problem_text(AmountProblem problem) {
  switch (problem) {
    case AmountProblem::Empty: return "empty";
    case AmountProblem::NotANumber: return "not a number";
    case AmountProblem::HalfFen: return "more than two decimals";
    case AmountProblem::TooLarge: return "too large";
  }
  return "";
}

}  // namespace

Result<ledger::Line, Refusal> parse_line(std::string_view text) {
  ledger::Line line;
  const std::optional<ledger::Side> side = ledger::parse_side(take_word(text));
  if (!side) return bad_line("the first word must be debit or credit (借 / 贷)");
  line.side = *side;
  line.account = std::string(take_word(text));
  if (line.account.empty()) return bad_line("the account is missing");
  const std::string_view amount = take_word(text);
  const Result<Money, AmountProblem> parsed = parse_yuan(amount);
  if (!parsed) {
    return Err(refusal(ReadingOutcome::AmountBad, quotable(amount) + ": " + std::string(amount_problem_text(parsed.error()))));
  }
  line.amount = *parsed;
  if (std::optional<Refusal> refused = read_parts(text, line)) return Err(std::move(*refused));
  return line;
}

Result<ledger::VoucherRequest, Refusal> voucher_request_of(const NewVoucher& voucher) {
  ledger::VoucherRequest request;
  const std::optional<Date> date = parse_date(voucher.date);
  if (!date) return Err(refusal(ReadingOutcome::DateBad, quotable(voucher.date)));
  request.date = *date;
  if (!voucher.type.empty()) {
    const std::optional<ledger::VoucherType> type = ledger::parse_voucher_type(voucher.type);
    if (!type) return Err(refusal(ReadingOutcome::TypeBad, quotable(voucher.type)));
    request.type = *type;
  }
  request.summary = voucher.summary;
  request.source = voucher.source;
  request.attachments = voucher.attachments;
  Refusal found;
  for (std::size_t i = 0; i < voucher.lines.size(); ++i) {
    Result<ledger::Line, Refusal> line = parse_line(voucher.lines[i]);
    if (line) {
      request.lines.push_back(std::move(line).value());
      continue;
    }
    CommandProblem problem = line.error().problems.front();
    problem.problem.place = "line " + std::to_string(i + 1);
    found.problems.push_back(std::move(problem));
  }
  if (!found.problems.empty()) return Err(std::move(found));
  return request;
}

NewCommand voucher_of(const NewVoucher& voucher) {
  Result<ledger::VoucherRequest, Refusal> request = voucher_request_of(voucher);
  if (!request) return Err(request.error());
  return Command(std::move(request).value());
}

NewCommand reversal_of(const BookPlace& place, std::string_view name, std::string_view date, const std::string& reason) {
  const std::optional<ledger::VoucherName> parsed = ledger::parse_voucher_name(name);
  if (!parsed) return Err(refusal(ReadingOutcome::NameBad, quotable(name)));
  const std::optional<Date> day = parse_date(date);
  if (!day) return Err(refusal(ReadingOutcome::DateBad, quotable(date)));
  std::optional<Command> command;
  const TextResult text = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto posted = reading.store.voucher(parsed->period, parsed->type, parsed->number);
    if (!posted) return Err(refusal(ReadingOutcome::VoucherUnknown, to_text(*parsed)));
    LogVouchers vouchers(reading.log);
    const std::optional<reports::RecordedVoucher> original = vouchers.voucher_of(posted->seq);
    if (!original) throw WorldError(WorldFault::Damaged, "the record of a voucher is missing; run verify");
    command.emplace(ledger::reversal_of(original->voucher, *day, reason));
    return std::string();
  });
  if (!text) return Err(text.error());
  return std::move(*command);
}

Result<std::vector<Command>, Refusal> carry_forward_of(const BookPlace& place, std::string_view year) {
  int number = 0;
  const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
  if (error != std::errc() || end != year.data() + year.size() || number < 1900 || number > 2999) {
    return Err(refusal(ReadingOutcome::YearBad, quotable(year)));
  }
  std::vector<Command> commands;
  const TextResult text = read_book(place, [&](BookReading& reading) -> TextResult {
    ledger::Book book(reading.store);
    for (ledger::VoucherRequest& voucher : ledger::carry_forward(number, book)) commands.emplace_back(std::move(voucher));
    return std::string();
  });
  if (!text) return Err(text.error());
  if (commands.empty()) return Err(refusal(ReadingOutcome::NothingToCarry, std::to_string(number)));
  return commands;
}

}  // namespace mingzhang::service
