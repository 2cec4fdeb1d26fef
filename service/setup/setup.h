// SPDX-License-Identifier: Apache-2.0
// From words that a person types to requests: books, accounts, funds, people, months and vouchers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

struct NewBook {
  std::string name;
  std::string title;
  std::string from;   ///< a day or a month: the first period is its month
  std::string chart;  ///< template; empty: no accounts
  std::string by;     ///< becomes administrator; empty: the program itself opens the book, with nobody in it
};
/// The book with its chart and its administrator, as one request without a key.
Result<Request, Refusal> opening_of(const NewBook& book);

struct NewAccount {
  std::string code;
  std::string name;
  std::string account_class;  ///< empty: unclassified
  std::string side;           ///< empty: the usual side of the class
  std::string parent;
  std::string closes_to;
  bool never_negative = false;
};
NewCommand add_account(const NewAccount& account);
/// `action`: freeze, unfreeze, close, forbid-negative or allow-negative.
NewCommand change_account(const std::string& code, std::string_view action, const std::string& reason);

struct NewFund {
  std::string code;
  std::string name;
  std::string document;
  bool is_assumption = false;
};
NewCommand add_fund(const NewFund& fund);
NewCommand add_project(const std::string& code, const std::string& name);

struct RoleChange {
  std::string user;
  std::string role;
  bool active = true;
};
NewCommand change_role(const RoleChange& change);
/// `action`: close, lock or reopen.
NewCommand change_period(std::string_view month, std::string_view action, const std::string& reason);

struct NewVoucher {
  std::string date;
  std::string type;  ///< empty: 记
  std::string summary;
  std::string source;
  std::vector<std::string> lines;        ///< see `parse_line`
  std::vector<std::string> attachments;  ///< SHA-256
};
Result<ledger::VoucherRequest, Refusal> voucher_request_of(const NewVoucher& voucher);
NewCommand voucher_of(const NewVoucher& voucher);

/// Reads "debit 1002 100.00 fund=F1 project=P1 subject=H1 note=any words to the end": the side (also 借, 贷), the
/// account, the amount, then what belongs to the line, in any order; `note=` takes everything that follows.
Result<ledger::Line, Refusal> parse_line(std::string_view text);

/// The voucher that reverses `name` (e.g. "2016-10/记/12"), read from the book.
NewCommand reversal_of(const BookPlace& place, std::string_view name, std::string_view date, const std::string& reason);
/// The year-end vouchers, in the order in which they must be posted.
Result<std::vector<Command>, Refusal> carry_forward_of(const BookPlace& place, std::string_view year);

/// 32 random hexadecimal digits: an idempotency key that nobody has used.
std::string random_key();

}  // namespace mingzhang::service
