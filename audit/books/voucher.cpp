// SPDX-License-Identifier: Apache-2.0
// Reads vouchers and lines member by member; whatever is missing, wrong or left over makes the form a bad one.
#include "audit/books/voucher.h"

#include <utility>

#include "base/members.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kAttachmentDigits = 64;
/// More than the program writes into one voucher; what a stranger's file may make a reader hold in memory.
constexpr std::size_t kBookLinesMax = 50'000;

Problem line_problem(BooksOutcome outcome, std::size_t number, std::string detail) {
  return Problem{&info_of(outcome), "line " + std::to_string(number), std::move(detail)};
}

bool is_attachment(std::string_view text) {
  return text.size() == kAttachmentDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<BookVoucherName> read_name(const JsonValue& value) {
  Members members(value);
  const std::int64_t number = members.integer("number", 0, true);
  const std::optional<Month> period = parse_month(members.text("period", true));
  const std::optional<BookVoucherType> type = parse_book_voucher_type(members.text("type", true));
  if (!members.is_complete() || !period || !type || number < 1) return std::nullopt;
  return BookVoucherName{*period, *type, number};
}

/// How many; nothing where it is no list of digests.
std::optional<std::size_t> count_attachments(const JsonValue& list) {
  if (list.items().empty()) return std::nullopt;
  for (const JsonValue& item : list.items()) {
    const std::string* digest = item.as_text();
    if (digest == nullptr || !is_attachment(*digest)) return std::nullopt;
  }
  return list.items().size();
}

std::optional<BookVoucher> read_data(const JsonValue& data) {
  Members members(data);
  BookVoucher voucher;
  if (const JsonValue* list = members.take("attachments", false)) {
    const std::optional<std::size_t> count = count_attachments(*list);
    if (!count) return std::nullopt;
    voucher.attachments = *count;
  }
  const std::optional<Date> date = parse_date(members.text("date", true));
  const std::optional<BookVoucherKind> kind = parse_book_voucher_kind(members.text("kind", true));
  voucher.name.number = members.integer("number", 0, true);
  const std::optional<Month> period = parse_month(members.text("period", true));
  voucher.reason = members.text("reason", false);
  if (const JsonValue* reverses = members.take("reverses", false)) {
    voucher.reverses = read_name(*reverses);
    if (!voucher.reverses) return std::nullopt;
  }
  voucher.source = members.text("source", false);
  voucher.summary = members.text("summary", true);
  const std::optional<BookVoucherType> type = parse_book_voucher_type(members.text("type", true));
  if (!members.is_complete() || !date || !kind || !period || !type || voucher.name.number < 1) return std::nullopt;
  if (*period != Month::of(*date)) return std::nullopt;
  // A reversal names its voucher, and nothing else does.
  if ((*kind == BookVoucherKind::Reversal) != voucher.reverses.has_value()) return std::nullopt;
  voucher.date = *date;
  voucher.kind = *kind;
  voucher.name.period = *period;
  voucher.name.type = *type;
  return voucher;
}

}  // namespace

std::optional<BookVoucher> read_book_voucher(const JsonValue& data, std::string_view lines_jsonl, std::vector<Problem>& problems) {
  std::optional<BookVoucher> voucher = read_data(data);
  if (!voucher) {
    problems.push_back(Problem{&info_of(BooksOutcome::MembersBad), "", "voucher/v1"});
    return std::nullopt;
  }
  while (!lines_jsonl.empty()) {
    const std::size_t number = voucher->lines.size() + 1;
    const std::size_t end = lines_jsonl.find('\n');
    std::optional<BookLine> line;
    if (end != std::string_view::npos && number <= kBookLinesMax) line = read_book_line(lines_jsonl.substr(0, end), number);
    if (!line) {
      problems.push_back(line_problem(BooksOutcome::LineBad, number, number > kBookLinesMax ? "more than 50000 lines" : ""));
      return std::nullopt;
    }
    if (!line->is_amount_good) problems.push_back(line_problem(BooksOutcome::AmountBad, number, ""));
    voucher->has_withheld = voucher->has_withheld || line->is_withheld;
    voucher->lines.push_back(std::move(*line));
    lines_jsonl.remove_prefix(end + 1);
  }
  return voucher;
}

}  // namespace mingzhang::audit
