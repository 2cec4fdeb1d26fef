// SPDX-License-Identifier: Apache-2.0
// What a posted voucher changes in the book.
#include <utility>

#include "base/check.h"
#include "ledger/post.h"

namespace mingzhang::ledger {

std::int64_t next_number(const VoucherRequest& request, Book& book) {
  return book.postings().last_number(Month::of(request.date), request.type) + 1;
}

void apply(const VoucherRequest& request, std::int64_t number, std::int64_t seq, Book& book) {
  MZ_CHECK(request.lines.size() >= 2);
  PostedVoucher posted;
  posted.period = Month::of(request.date);
  posted.type = request.type;
  posted.number = number;
  posted.kind = request.kind;
  posted.seq = seq;
  posted.date = request.date;
  posted.first_line = book.next_line();
  posted.line_count = static_cast<std::int64_t>(request.lines.size());

  std::int64_t difference = 0;
  std::int64_t next_line = posted.first_line.value;
  for (const Line& line : request.lines) {
    const Account* account = book.accounts().find(line.account);
    MZ_CHECK(account != nullptr);
    PostedLine row;
    row.id = LineId{next_line++};
    row.seq = seq;
    row.date = request.date;
    row.account = account->id;
    if (!line.fund.empty()) row.fund = book.funds().find(line.fund)->id;
    if (!line.project.empty()) row.project = book.projects().find(line.project)->id;
    if (!line.subject.empty()) {
      const Subject* known = book.subjects().find(line.subject);
      row.subject = known != nullptr ? known->id : book.subjects().add(Subject{SubjectId{}, line.subject}).id;
    }
    row.side = line.side;
    row.amount = line.amount;
    book.balances().add(row, account->keeps_days);
    book.postings().add_line(row);
    difference += line.side == Side::Debit ? line.amount.fen() : -line.amount.fen();
  }
  MZ_CHECK(difference == 0);  // INV-01
  book.count_lines(posted.line_count);
  book.postings().add(posted);
  if (request.reverses) book.postings().set_reversed_by(*request.reverses, seq);
}

VoucherRequest reversal_of(const Voucher& original, Date date, std::string reason) {
  VoucherRequest reversal = original.request;
  reversal.kind = VoucherKind::Reversal;
  reversal.date = date;
  reversal.summary = "冲销 " + to_text(original.name());
  reversal.reverses = original.name();
  reversal.reason = std::move(reason);
  reversal.source.clear();
  reversal.attachments.clear();
  for (Line& line : reversal.lines) line.side = opposite(line.side);
  return reversal;
}

}  // namespace mingzhang::ledger
