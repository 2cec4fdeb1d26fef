// SPDX-License-Identifier: Apache-2.0
// What a command moved in one book stands in the other book concerned too: counterpart vouchers 对应凭证.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "service/command.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// A voucher of this book for what a command moved in another book of the same database. Its source is "BOOK/CODE".
struct NewCounterpart {
  std::string other_book;
  std::string code;     ///< of the command there: a payment of a claim, a contribution, a subsidy …
  std::string date;     ///< empty: the day there
  std::string type;     ///< empty: 记
  std::string debit;    ///< accounts of this book
  std::string credit;
  std::string fund;     ///< of both lines; empty: none
  std::string summary;  ///< empty: that of the voucher there
};
/// The voucher, with the sum of the financial debits there as its amount. READ-209 where that book has no such command, or
/// it moved nothing; READ-303 where this book has a voucher for it that was not reversed.
/// Example: the fund's book paid 24,400.00 under B1-ZF; here D 100201, C 130301, 24,400.00, source "fund/B1-ZF".
Result<Command, Refusal> counterpart_voucher(const BookPlace& place, const NewCounterpart& words);

/// What a comparison of two books found.
struct CounterpartList {
  std::string text;
  std::int64_t differences = 0;
};
/// What pools, risk-compensation funds and subsidies moved in this book, each with its voucher in the other: there, missing,
/// twice, or of another amount or day; then vouchers there whose command is not here.
Result<CounterpartList, Refusal> list_counterparts(const BookPlace& place, const std::string& other_book, Format format);

}  // namespace mingzhang::service
