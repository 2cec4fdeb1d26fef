// SPDX-License-Identifier: Apache-2.0
// Mostly sensible commands; about one in eight is spoiled on purpose.
#include "tests/ledger/random_commands.h"

#include <utility>

namespace mingzhang::tests {

using ledger::AccountClass;

std::int64_t RandomCommands::below(std::int64_t bound) {
  return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
}

/// 2015-12 to 2017-05: the first month lies before the book.
Month RandomCommands::any_month() {
  const std::int64_t index = 11 + below(18);
  return Month::from_number((2015 + index / 12) * 100 + index % 12 + 1);
}

Date RandomCommands::any_date() {
  const Month month = one_in(12) ? any_month() : Month::from_number((one_in(3) ? 201700 : 201600) + 1 + below(5) * 2);
  return plus_days(month.first_day(), below(28));
}

std::string RandomCommands::any_account(const NaiveBook& naive) {
  const auto count = static_cast<std::int64_t>(naive.accounts().size());
  return naive.accounts()[static_cast<std::size_t>(below(count))].code;
}

void RandomCommands::add_pair(const NaiveBook& naive, ledger::VoucherRequest& request) {
  static const std::string kFunds[] = {"", "F1", "F1", "F2"};
  static const std::string kProjects[] = {"", "", "P1", "P2"};
  const std::string fund = kFunds[below(4)];
  const std::int64_t fen = 1 + below(10'000);
  ledger::Line taken = debit("1002", fen, fund);
  ledger::Line given = credit("3001", fen, fund);
  const std::int64_t kind = below(10);
  if (kind >= 3) {
    static const std::string kLeaves[] = {"1002", "1011", "1201", "2001", "3001", "4001", "5001"};
    taken.account = one_in(4) ? any_account(naive) : kLeaves[below(7)];
    given.account = one_in(4) ? any_account(naive) : kLeaves[below(7)];
  }
  if (kind == 1) std::swap(taken.side, given.side);
  if (kind == 2) {
    taken.account = "7201";
    given.account = "8001";
  }
  for (ledger::Line* line : {&taken, &given}) {
    line->project = kProjects[below(4)];
    if (one_in(3)) line->subject = "H-" + std::to_string(below(40));
    request.lines.push_back(*line);
  }
}

void RandomCommands::spoil(ledger::VoucherRequest& request) {
  ledger::Line& line = request.lines[static_cast<std::size_t>(below(static_cast<std::int64_t>(request.lines.size())))];
  switch (below(5)) {
    case 0: line.account = "9999"; break;
    case 1:
      for (ledger::Line& each : request.lines) each.fund = "FX";
      break;
    case 2: line.project = "PX"; break;
    case 3: line.amount += Money::from_fen(1); break;
    default:
      request.kind = ledger::VoucherKind::Reversal;
      request.reverses = ledger::VoucherName{any_month(), ledger::VoucherType::General, 1'000'000};
      break;
  }
}

ledger::VoucherRequest RandomCommands::next_voucher(const NaiveBook& naive) {
  ledger::VoucherRequest request;
  request.date = any_date();
  request.type = static_cast<ledger::VoucherType>(1 + below(4));
  request.summary = "样例";
  for (std::int64_t pair = 1 + below(3); pair > 0; --pair) add_pair(naive, request);
  if (one_in(12)) spoil(request);
  return request;
}

ledger::VoucherRequest RandomCommands::next_reversal(const NaiveBook& naive) {
  const auto count = static_cast<std::int64_t>(naive.vouchers().size());
  if (count == 0) return next_voucher(naive);
  const auto index = static_cast<std::size_t>(below(count));
  const ledger::Voucher original{naive.request(index), naive.vouchers()[index].number};
  return ledger::reversal_of(original, one_in(2) ? original.request.date : any_date(), "样例");
}

ledger::AddAccount RandomCommands::next_account(const NaiveBook& naive) {
  ledger::AddAccount command;
  command.code = one_in(8) ? any_account(naive) : "9" + std::to_string(++next_code_);
  command.name = "样例";
  command.account_class = static_cast<AccountClass>(1 + below(9));
  command.normal_side = one_in(2) ? ledger::Side::Debit : ledger::Side::Credit;
  command.never_negative = one_in(3);
  if (one_in(3)) command.parent = one_in(8) ? "9999" : any_account(naive);
  return command;
}

ledger::ChangeAccount RandomCommands::next_change(const NaiveBook& naive) {
  // Closing is for ever and would soon leave nothing to post to.
  using enum ledger::AccountAction;
  static constexpr ledger::AccountAction kActions[] = {Freeze,         Unfreeze,       Unfreeze,      Unfreeze,
                                                       ForbidNegative, ForbidNegative, AllowNegative, AllowNegative};
  ledger::ChangeAccount command;
  command.code = one_in(20) ? "9999" : any_account(naive);
  command.action = one_in(30) ? Close : kActions[below(8)];
  if (command.action == Freeze && one_in(2)) command.action = Unfreeze;
  command.reason = "样例";
  return command;
}

ledger::ChangePeriod RandomCommands::next_period() {
  // Most of what is closed is reopened; the sample ends with a few locked months at most.
  ledger::ChangePeriod command;
  command.month = one_in(2) ? Month::from_number(201601 + below(3)) : any_month();
  const std::int64_t kind = below(12);
  command.action = kind == 0  ? ledger::PeriodAction::Lock
                   : kind < 5 ? ledger::PeriodAction::Close
                              : ledger::PeriodAction::Reopen;
  command.reason = "样例";
  return command;
}

ledger::Command RandomCommands::next(const NaiveBook& naive) {
  const std::int64_t kind = below(100);
  if (kind < 74) return next_voucher(naive);
  if (kind < 86) return next_reversal(naive);
  if (kind < 88) return next_account(naive);
  if (kind < 95) return next_change(naive);
  return next_period();
}

}  // namespace mingzhang::tests
