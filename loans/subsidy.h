// SPDX-License-Identifier: Apache-2.0
// Claims of interest subsidy 贴息申领 in a book, and their lines, as they stand now.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"
#include "loans/ids.h"

namespace mingzhang::loans {

using SubsidyClaimId = Id<struct SubsidyClaimTag>;
using SubsidyRowId = Id<struct SubsidyRowTag>;  ///< of all claims of the book; the lines of one claim stand in a row

/// Who gets the money.
enum class SubsidyMode : std::uint8_t {
  Refund = 1,  ///< 先付后贴: the household has paid and is refunded
  ToBank = 2,  ///< 财政直付: paid to the bank
};

/// How far a line has come.
enum class SubsidyState : std::uint8_t {
  Claimed = 1,   ///< 待审
  Passed = 2,    ///< 审核通过
  Disputed = 3,  ///< 有争议: not paid until somebody decides
  Rejected = 4,  ///< 不予贴息: its days may be claimed again
  Paid = 5,      ///< 已支付
};

std::string_view word_of(SubsidyMode mode);
std::string_view word_of(SubsidyState state);
std::string_view chinese_of(SubsidyMode mode);
std::string_view chinese_of(SubsidyState state);
/// Reads the word or the Chinese.
std::optional<SubsidyMode> parse_subsidy_mode(std::string_view text);

/// Who bears a part of every line, e.g. the province 7 and the county 3.
struct SubsidyPayer {
  std::string payer;        ///< code
  std::int64_t weight = 0;  ///< from 1
  friend bool operator==(const SubsidyPayer&, const SubsidyPayer&) = default;
};

/// On which accounts a payer's part moves.
struct SubsidyAccounts {
  std::string payer;
  std::string fund;  ///< restricted source of the money; empty: none
  std::string debit;
  std::string credit;
  friend bool operator==(const SubsidyAccounts&, const SubsidyAccounts&) = default;
};

/// One list of one bank for the interest that was due on the days [from, to).
struct SubsidyClaim {
  SubsidyClaimId id;
  std::string code;
  std::string bank;
  SubsidyMode mode = SubsidyMode::Refund;
  Date date;
  Date from;
  Date to;
  std::vector<SubsidyPayer> payers;
  SubsidyRowId first;     ///< its first line; the others follow
  std::int64_t rows = 0;
  Money interest;         ///< of all lines
  Money subsidy;          ///< claimed, all lines
  Money paid;             ///< of lines paid
  Money back;             ///< clawed back of them
  std::vector<SubsidyAccounts> accounts;  ///< of the last payment
  std::int64_t seq = 0;
};

/// One line: the interest that a loan bore on the days [from, to) of one installment.
struct SubsidyRow {
  SubsidyRowId id;
  SubsidyClaimId claim;
  std::int64_t number = 0;  ///< in its claim, from 1
  LoanId loan;
  Date from;
  Date to;
  Money principal;   ///< that bore it
  Money interest;
  Money subsidised;  ///< of the interest, before the share
  Money subsidy;
  SubsidyState state = SubsidyState::Claimed;
  std::string reason;        ///< why it is disputed or rejected
  Date paid_on = no_day();
  Money back;                ///< clawed back

  /// What stands of it: nobody may claim its days again as long as it is not zero.
  Money standing() const { return state == SubsidyState::Rejected ? Money() : subsidy - back; }
};

/// What each payer bears of an amount, in their order: by weight, largest remainder.
/// Example: 100.01 by province 7 and county 3 → 70.01 and 30.00.
std::vector<Money> payer_parts(Money amount, const std::vector<SubsidyPayer>& payers);

}  // namespace mingzhang::loans
