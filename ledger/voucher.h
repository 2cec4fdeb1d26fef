// SPDX-License-Identifier: Apache-2.0
// Vouchers (凭证) and their lines (分录): what a person asks for, and what stands in the record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/money.h"
#include "ledger/account.h"

namespace mingzhang::ledger {

/// 凭证字. Numbers run without gaps per book, type and month.
enum class VoucherType : std::uint8_t {
  General = 1,   ///< 记
  Receipt = 2,   ///< 收
  Payment = 3,   ///< 付
  Transfer = 4,  ///< 转
};

std::string_view chinese_of(VoucherType type);
/// Reads 记 收 付 转 or "general", "receipt", "payment", "transfer".
std::optional<VoucherType> parse_voucher_type(std::string_view text);

/// Why a voucher exists.
enum class VoucherKind : std::uint8_t {
  Ordinary = 1,
  Reversal = 2,      ///< 冲销: every line of another voucher on its other side
  CarryForward = 3,  ///< 年度结转
};

std::string_view word_of(VoucherKind kind);
std::optional<VoucherKind> parse_voucher_kind(std::string_view word);

/// What names a voucher for people: month, type and number.
struct VoucherName {
  Month period;
  VoucherType type = VoucherType::General;
  std::int64_t number = 0;
  friend bool operator==(const VoucherName&, const VoucherName&) = default;
};

/// One line. The amount is positive; the side says the direction.
struct Line {
  Side side = Side::Debit;
  Money amount;
  std::string account;  ///< code
  std::string fund;     ///< code of the restricted source; empty: none
  std::string project;  ///< code; empty: none
  std::string subject;  ///< opaque id of a household, institution or loan; empty: none
  std::string summary;  ///< only where it differs from the voucher's

  friend bool operator==(const Line&, const Line&) = default;
};

/// A voucher as it is asked for; number and period are given when it is posted.
struct VoucherRequest {
  VoucherType type = VoucherType::General;
  VoucherKind kind = VoucherKind::Ordinary;
  Date date;                             ///< accounting date; its month is the period
  std::string summary;                   ///< 摘要
  std::string source;                    ///< the number it has elsewhere, e.g. in an imported file; may be empty
  std::vector<std::string> attachments;  ///< SHA-256 of each attached document, 64 lower-case hex digits
  std::optional<VoucherName> reverses;   ///< the voucher that this one reverses
  std::string reason;                    ///< why it is reversed; may be empty
  std::vector<Line> lines;

  friend bool operator==(const VoucherRequest&, const VoucherRequest&) = default;
};

/// A posted voucher: the request and what posting added.
struct Voucher {
  VoucherRequest request;
  std::int64_t number = 0;  ///< from 1, gapless per type and period

  Month period() const { return Month::of(request.date); }
  VoucherName name() const { return VoucherName{period(), request.type, number}; }
};

/// "记-0012": type and number, at least four digits.
std::string number_text(VoucherType type, std::int64_t number);
/// "2016-10 记-0012".
std::string to_text(const VoucherName& name);
/// Reads "2016-10/记/12", "2016-10 记-0012" or "2016-10-记-12".
std::optional<VoucherName> parse_voucher_name(std::string_view text);

/// Most lines that one voucher may have: a payment list of a township.
inline constexpr std::size_t kLinesMax = 50'000;

/// The canonical `data` of a voucher/v1 record (without the lines): the request and the number it was given.
std::string encode_voucher(const VoucherRequest& request, std::int64_t number);
/// Appends the canonical bytes of line `number` (from 1) and a line feed to `jsonl`.
void append_line(const Line& line, std::size_t number, std::string_view salt, std::string& jsonl);
/// The inverse of both; nothing where data or lines are not such a voucher. `jsonl` holds one line per line feed.
std::optional<Voucher> decode_voucher(const JsonValue& data, std::string_view jsonl);

/// One canonical JSON object for a whole request: what a draft stores and what an idempotency digest covers.
std::string encode_request(const VoucherRequest& request);
std::optional<VoucherRequest> decode_request(const JsonValue& value);

}  // namespace mingzhang::ledger
