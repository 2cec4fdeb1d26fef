// SPDX-License-Identifier: Apache-2.0
// Lines and budget entries.
#include "funds/vouchers.h"

#include <utility>

namespace mingzhang::funds {

using ledger::Side;
using ledger::VoucherRequest;

VoucherRequest voucher_of(const VoucherHead& head) {
  VoucherRequest voucher;
  voucher.type = head.type;
  voucher.date = head.date;
  voucher.summary = head.summary;
  voucher.source = head.source;
  voucher.attachments = head.evidence;
  return voucher;
}

void add_line(VoucherRequest& voucher, Side side, const std::string& account, Money amount, const LinePlace& place) {
  voucher.lines.push_back(ledger::Line{side, amount, account, place.fund, place.project, place.subject, ""});
}

void add_budget_entry(VoucherRequest& voucher, const Accounts& accounts, Money amount, const std::string& fund) {
  if (!accounts.have_budget()) return;
  add_line(voucher, Side::Debit, accounts.budget_debit, amount, LinePlace{fund, "", ""});
  add_line(voucher, Side::Credit, accounts.budget_credit, amount, LinePlace{fund, "", ""});
}

std::vector<VoucherRequest> single_voucher(const VoucherHead& head, const Accounts& accounts, Money amount,
                                           const LinePlace& debit, const LinePlace& credit) {
  if (accounts.are_none()) return {};
  VoucherRequest voucher = voucher_of(head);
  add_line(voucher, Side::Debit, accounts.debit, amount, debit);
  add_line(voucher, Side::Credit, accounts.credit, amount, credit);
  add_budget_entry(voucher, accounts, amount, debit.fund);
  return {std::move(voucher)};
}

}  // namespace mingzhang::funds
