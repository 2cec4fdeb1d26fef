// SPDX-License-Identifier: Apache-2.0
// The tables of the schema as the program names them: columns in the order of the migration, the key first.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"

namespace mingzhang::store {

/// One table. `book_id` is its first column and the first of its key.
struct Table {
  std::string_view name;
  std::span<const std::string_view> columns;
  std::string_view types;       ///< one letter per column: i integer, t text, b bytes
  std::size_t key_columns = 1;  ///< how many of the columns, from the front, are the key
};

inline constexpr auto kBookColumns = std::to_array<std::string_view>(
    {"book_id", "name", "title", "start_month", "writes", "head_seq", "line_count", "frontier_sha256", "frontier_sm3"});
inline constexpr Table kBookTable{"book", kBookColumns, "ittiiiibb", 1};

/// The head row without its counter of writes, which does not follow from the log.
inline constexpr auto kBookHeadColumns = std::to_array<std::string_view>(
    {"book_id", "name", "title", "start_month", "head_seq", "line_count", "frontier_sha256", "frontier_sm3"});
inline constexpr Table kBookHeadTable{"book", kBookHeadColumns, "ittiiibb", 1};

inline constexpr auto kRecordColumns =
    std::to_array<std::string_view>({"book_id", "seq", "bytes", "lines", "leaf_sha256", "leaf_sm3"});
inline constexpr Table kRecordTable{"record", kRecordColumns, "iibbbb", 2};

inline constexpr auto kLogNodeColumns =
    std::to_array<std::string_view>({"book_id", "suite", "level", "position", "digest"});
inline constexpr Table kLogNodeTable{"log_node", kLogNodeColumns, "iiiib", 4};

inline constexpr auto kAccountColumns = std::to_array<std::string_view>(
    {"book_id", "account_id", "code", "name", "class", "normal_side", "parent_id", "closes_to", "has_children",
     "never_negative", "keeps_days", "is_frozen", "is_closed"});
inline constexpr Table kAccountTable{"account", kAccountColumns, "iittiiitiiiii", 2};

inline constexpr auto kFundColumns =
    std::to_array<std::string_view>({"book_id", "fund_id", "code", "name", "document", "is_assumption"});
inline constexpr Table kFundTable{"fund", kFundColumns, "iittti", 2};

inline constexpr auto kProjectColumns = std::to_array<std::string_view>({"book_id", "project_id", "code", "name"});
inline constexpr Table kProjectTable{"project", kProjectColumns, "iitt", 2};

inline constexpr auto kSubjectColumns = std::to_array<std::string_view>({"book_id", "subject_id", "code"});
inline constexpr Table kSubjectTable{"subject", kSubjectColumns, "iit", 2};

inline constexpr auto kPeriodColumns = std::to_array<std::string_view>({"book_id", "month", "state", "in_use"});
inline constexpr Table kPeriodTable{"period", kPeriodColumns, "iiii", 2};

inline constexpr auto kBalanceColumns = std::to_array<std::string_view>(
    {"book_id", "month", "account_id", "fund_id", "opening_debit", "opening_credit", "debit", "credit", "last_line"});
inline constexpr Table kBalanceTable{"balance", kBalanceColumns, "iiiiiiiii", 4};

inline constexpr auto kDetailColumns = std::to_array<std::string_view>(
    {"book_id", "subject_id", "project_id", "account_id", "fund_id", "month", "debit", "credit", "last_line"});
inline constexpr Table kDetailTable{"detail", kDetailColumns, "iiiiiiiii", 6};

inline constexpr auto kAccountDayColumns =
    std::to_array<std::string_view>({"book_id", "account_id", "fund_id", "day", "debit", "credit"});
inline constexpr Table kAccountDayTable{"account_day", kAccountDayColumns, "iiiiii", 4};

inline constexpr auto kVoucherColumns = std::to_array<std::string_view>(
    {"book_id", "month", "type", "number", "kind", "seq", "day", "first_line", "line_count", "reversed_by"});
inline constexpr Table kVoucherTable{"voucher", kVoucherColumns, "iiiiiiiiii", 4};

inline constexpr auto kLineColumns =
    std::to_array<std::string_view>({"book_id", "line_id", "seq", "day", "account_id", "fund_id", "project_id",
                                     "subject_id", "side", "amount", "previous_in_account", "previous_in_detail"});
inline constexpr Table kLineTable{"line", kLineColumns, "iiiiiiiiiiii", 2};

inline constexpr auto kGrantColumns = std::to_array<std::string_view>({"book_id", "user_name", "role", "active"});
inline constexpr Table kGrantTable{"book_grant", kGrantColumns, "itti", 3};

inline constexpr auto kRequestColumns =
    std::to_array<std::string_view>({"book_id", "request_key", "digest", "first_seq", "records"});
inline constexpr Table kRequestTable{"request", kRequestColumns, "ittii", 2};

inline constexpr auto kDraftColumns =
    std::to_array<std::string_view>({"book_id", "draft_id", "state", "prepared_by", "prepared_at", "title", "content",
                                     "decided_by", "decided_at", "reason"});
inline constexpr Table kDraftTable{"draft", kDraftColumns, "iiititttit", 2};

/// Every table whose rows follow from the log alone.
inline constexpr auto kProjections = std::to_array<const Table*>(
    {&kBookHeadTable, &kLogNodeTable, &kAccountTable, &kFundTable, &kProjectTable, &kSubjectTable, &kPeriodTable,
     &kBalanceTable, &kDetailTable, &kAccountDayTable, &kVoucherTable, &kLineTable, &kGrantTable, &kRequestTable});

/// "SELECT … FROM … WHERE book_id = ? " with all columns but book_id, followed by `rest`.
/// Example: rest "AND month = ? ORDER BY account_id".
std::string select_from(const Table& table, std::string_view rest);

/// " ORDER BY" and all of the key but book_id; nothing where book_id is the whole key.
std::string order_by_key(const Table& table);

/// Inserts all rows of `rows`, whose columns are those of the table.
void insert_rows(Connection& connection, const Table& table, const RowSource& rows);

/// Gives rows that exist their new values. Throws WorldError Damaged where one does not exist.
void update_rows(Connection& connection, const Table& table, const RowSource& rows);

}  // namespace mingzhang::store
