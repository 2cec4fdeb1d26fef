// SPDX-License-Identifier: Apache-2.0
// What happens to a loan after it is granted: the second argument of its schedule.
#pragma once

#include <span>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"

namespace mingzhang::loans {

/// A repayment. Which rows and parts it meets first says the table of `RepaymentPolicy`.
struct Payment {
  Date date;
  Money amount;
};

/// The whole debt is paid: principal, what is overdue, and interest to the day. 提前结清
struct PayOff {
  Date date;
};

/// A new rate from `from` on. 利率调整
struct RateChange {
  Date from;
  Rate rate;
};

/// No interest on the days [from, to). 停息
struct InterestPause {
  Date from;
  Date to;
};

/// The row due on `due` is due on `moved_to` (moved off holidays as the terms say), and the rows after it follow from there.
struct DueDateMove {
  Date due;
  Date moved_to;
  bool is_charged = true;  ///< interest of the row follows its days; else it stays that of one period, where that counts
};

/// `rows` more rows at the end; the principal left from the row due on `due` on is spread over all of them. 展期
struct Extension {
  Date due;
  int rows = 0;
};

/// The `rows` rows from the one due on `due` on ask for no principal; as many are added at the end.
struct PrincipalGrace {
  Date due;
  int rows = 0;
};

/// A fee or a penalty that the row of its date asks for.
struct Charge {
  Date date;
  Money amount;
  bool is_penalty = false;
};

using Event = std::variant<Payment, PayOff, RateChange, InterestPause, DueDateMove, Extension, PrincipalGrace, Charge>;

}  // namespace mingzhang::loans
