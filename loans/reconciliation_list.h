// SPDX-License-Identifier: Apache-2.0
// Reconciliations 对账 that were recorded, and their items, as they stand now.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"
#include "loans/reconciliation.h"

namespace mingzhang::loans {

using ReconciliationId = Id<struct ReconciliationTag>;
using ReconciliationItemId = Id<struct ReconciliationItemTag>;  ///< of the whole book; the items of one list stand in a row

/// What was compared with the other side's file.
enum class ReconciliationSubject : std::uint8_t {
  Register = 1,   ///< 贷款台账: the loans of a bank, or of every bank
  Subsidy = 2,    ///< 贴息清单: a claim
  Statement = 3,  ///< 银行对账单: an account
};

/// How far an item has come.
enum class ItemState : std::uint8_t {
  Open = 1,      ///< 未处理
  Resolved = 2,  ///< 已解决: mended
  Accepted = 3,  ///< 已说明: explained and left as it is
};

/// What somebody does to items.
enum class ItemAction : std::uint8_t {
  Assign = 1,   ///< 分派: says who resolves it
  Resolve = 2,  ///< 解决
  Accept = 3,   ///< 说明
  Reopen = 4,   ///< 重开
};

enum class ReconciliationSide : std::uint8_t {
  Here = 1,   ///< 本方
  There = 2,  ///< 对方
};

std::string_view word_of(ReconciliationSubject subject);
std::string_view word_of(ItemState state);
std::string_view word_of(ItemAction action);
std::string_view word_of(ReconciliationSide side);
std::string_view chinese_of(ReconciliationSubject subject);
std::string_view chinese_of(ItemState state);
std::string_view chinese_of(ItemAction action);
std::string_view chinese_of(ReconciliationSide side);
/// Read the word or the Chinese.
std::optional<ReconciliationSubject> parse_reconciliation_subject(std::string_view text);
std::optional<ItemAction> parse_item_action(std::string_view text);
std::optional<ReconciliationSide> parse_reconciliation_side(std::string_view text);

/// Most items of one reconciliation: a list with more is not a reconciliation, it is the wrong file.
inline constexpr std::size_t kReconciliationItemsMax = 20'000;

/// Who signed for a side.
struct ReconciliationSignature {
  std::string unit;      ///< empty: nobody has signed yet
  std::string capacity;  ///< job of who signed; no name of a person is needed
  std::string document;  ///< file number of the signed paper; empty: none
  Date date = no_day();

  bool is_there() const { return !unit.empty(); }
};

/// One comparison with one file.
struct Reconciliation {
  ReconciliationId id;
  std::string code;
  ReconciliationSubject subject = ReconciliationSubject::Register;
  std::string about;       ///< bank (empty: every bank), claim or account
  Date date;               ///< the day that was reconciled; of a statement its last
  std::string sha256;      ///< of the file's bytes
  Money tolerance;
  std::int64_t rows_here = 0;
  std::int64_t rows_there = 0;
  ReconciliationItemId first;  ///< its first item; the others follow
  std::int64_t items = 0;
  std::int64_t resolved = 0;   ///< of the items
  std::int64_t accepted = 0;
  ReconciliationId replaces;     ///< none: replaces nothing
  ReconciliationId replaced_by;  ///< none: nothing has replaced it
  ReconciliationSignature here;
  ReconciliationSignature there;
  std::int64_t seq = 0;

  std::int64_t open() const { return items - resolved - accepted; }
  bool is_signed() const { return here.is_there() && there.is_there(); }
  /// Nothing about it changes any more.
  bool is_closed() const { return is_signed() || !replaced_by.is_none(); }
};

/// "已对平 agreed", "已被替代 replaced", "待签字 to be signed" or "处理中 in work".
std::string_view state_text(const Reconciliation& one);

/// One difference, and what became of it.
struct ReconciliationItem {
  ReconciliationItemId id;
  ReconciliationId reconciliation;
  std::int64_t number = 0;  ///< in its list, from 1
  std::string key;
  DifferenceKind kind = DifferenceKind::Amount;
  std::string field;        ///< empty where a whole row is meant
  std::string here;
  std::string there;
  std::int64_t row = 0;     ///< of the other side's file; 0: none
  ItemState state = ItemState::Open;
  std::string to;           ///< unit or role that resolves it
  std::string note;
  std::string source;       ///< code of the step, or name of the voucher, that mended it
  Date changed_on = no_day();
};

// What may stand in a record. The other side's file may hold names and numbers of people in any cell, so a text is kept
// only where it has the form of an opaque code, which no name has.

/// "（非代码，见对方清单 not a code, see the other side's list）"
extern const std::string_view kNotACode;
/// True for nothing, for what has the form of a code and is no ID card number (amounts, days and numbers have it too), and
/// for `kNotACode`.
bool is_recordable(std::string_view text);
/// True where `key` is a day, a voucher's name, or a recordable text alone or before a blank and a day ("D1 2016-05-15").
bool is_recordable_key(std::string_view key);
/// The text where it is recordable, else `kNotACode`.
std::string recordable(std::string_view text);
/// The same for a key; what is a day behind a blank stays.
std::string recordable_key(std::string_view key);
/// What stands before the day of "D1 2016-05-15"; all of it where there is none.
std::string_view key_without_day(std::string_view key);

}  // namespace mingzhang::loans
