// SPDX-License-Identifier: Apache-2.0
// What the ledger needs from storage: the rows of one book's projections, read one by one, written in bulk.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "ledger/account.h"
#include "ledger/ids.h"
#include "ledger/voucher.h"

namespace mingzhang::ledger {

/// The book's head row: its name and how far everything has been counted. The row is the lock of the book.
struct BookHead {
  BookId id;
  std::string name;
  std::string title;
  Month start;                    ///< first period
  std::int64_t records = 0;       ///< records in the log; the next record's seq
  std::int64_t lines = 0;         ///< lines in the book; the last line's id
  std::string frontier_sha256;    ///< serialised tree frontiers (audit/frontier.h)
  std::string frontier_sm3;
};

/// Totals of one account and fund in one month. A row stands for every account and fund that has ever moved,
/// in every month in use, so that one scan of a month is its trial balance.
struct Balance {
  Month period;
  AccountId account;
  FundId fund;
  Money opening_debit;   ///< all debits before this month
  Money opening_credit;
  Money debit;           ///< this month's debits
  Money credit;
  LineId last_line;      ///< newest line of this account, fund and month; its chain leads to the older ones
};

/// This month's totals of lines that name a project or a subject.
struct Detail {
  SubjectId subject;
  ProjectId project;
  AccountId account;
  FundId fund;
  Month period;
  Money debit;
  Money credit;
  LineId last_line;
};

/// One day's totals of an account that must never be negative.
struct DayMovement {
  AccountId account;
  FundId fund;
  Date date;
  Money debit;
  Money credit;
};

/// What a sum over lines needs of a line.
struct Movement {
  AccountId account;
  FundId fund;
  Side side = Side::Debit;
  Money amount;
};

/// Where a voucher's lines stand: ids [first_line, first_line + line_count).
struct VoucherSpan {
  Date date;
  LineId first_line;
  std::int64_t line_count = 0;
};

/// A posted line as a row.
struct PostedLine {
  LineId id;
  std::int64_t seq = 0;  ///< its record
  Date date;
  AccountId account;
  FundId fund;
  ProjectId project;
  SubjectId subject;
  Side side = Side::Debit;
  Money amount;
  LineId previous_in_account;  ///< older line of the same account, fund and month
  LineId previous_in_detail;   ///< older line of the same detail row
};

/// A posted voucher as a row; everything else about it is in its record.
struct PostedVoucher {
  Month period;
  VoucherType type = VoucherType::General;
  std::int64_t number = 0;
  VoucherKind kind = VoucherKind::Ordinary;
  std::int64_t seq = 0;
  Date date;
  LineId first_line;
  std::int64_t line_count = 0;
  std::int64_t reversed_by = -1;  ///< record of the voucher that reverses it; −1: none
};

enum class PeriodState : std::uint8_t { Open = 1, Closed = 2, Locked = 3 };

/// A month of the book. Months without a row are open and unused.
struct Period {
  Month month;
  PeriodState state = PeriodState::Open;
  bool in_use = false;  ///< balances stand for this month
};

/// A restricted source of money (资金来源), known by its document number (文号).
struct Fund {
  FundId id;
  std::string code;
  std::string name;
  std::string document;  ///< may be empty
  bool is_assumption = false;  ///< document or amount are assumed, not known
};

struct Project {
  ProjectId id;
  std::string code;
  std::string name;
};

struct Subject {
  SubjectId id;
  std::string code;
};

/// A role of a user in this book; revoked grants stay with `active` false.
struct Grant {
  std::string user;
  std::string role;
  bool active = true;
};

/// The first answer to an idempotency key.
struct RequestEntry {
  std::string key;
  std::string digest;         ///< of the request, 64 hex digits
  std::int64_t first_seq = 0;
  std::int64_t records = 0;
};

/// Where a book is written. Not part of its log: a replay does not know where the log lies.
enum class Standing : std::uint8_t {
  Here = 0,
  Arriving = 1,  ///< it is being copied into this database, and is still written in the other one
  Moved = 2,     ///< it is written in another database; what stands here is its past
};
struct BookStanding {
  Standing standing = Standing::Here;
  std::string place;    ///< how the other database names itself; empty where the book never moved
  std::string move_id;  ///< of the last move, the same in both databases: a source can be left for one target only
};

/// Reads and writes the projections of one book, inside a transaction that somebody else holds.
/// Reads see what was written before in the same transaction. Every failure throws WorldError.
class LedgerStore {
 public:
  virtual ~LedgerStore() = default;

  virtual std::optional<BookHead> head() = 0;
  /// Takes the book's lock: true where the book is written here and its head row still has `records` records. The first
  /// statement of every write.
  virtual bool lock(std::int64_t records) = 0;
  /// Takes the book's lock wherever its head stands: what is read after it stays as it is until the transaction ends.
  /// False where the book is not written here.
  virtual bool hold() = 0;
  virtual BookStanding standing() = 0;
  virtual void set_standing(const BookStanding& standing) = 0;
  virtual void insert_head(const BookHead& head) = 0;
  virtual void update_head(const BookHead& head) = 0;

  virtual std::optional<Account> account(std::string_view code) = 0;
  virtual std::optional<Account> account(AccountId id) = 0;
  virtual std::vector<Account> accounts() = 0;  ///< all, by code
  virtual std::optional<Fund> fund(std::string_view code) = 0;
  virtual std::optional<Fund> fund(FundId id) = 0;
  virtual std::vector<Fund> funds() = 0;  ///< all, by id
  virtual std::optional<Project> project(std::string_view code) = 0;
  virtual std::optional<Project> project(ProjectId id) = 0;
  virtual std::vector<Project> projects() = 0;
  virtual std::optional<Subject> subject(std::string_view code) = 0;
  virtual std::optional<Subject> subject(SubjectId id) = 0;
  /// Largest ids given so far.
  virtual std::int64_t account_count() = 0;
  virtual std::int64_t fund_count() = 0;
  virtual std::int64_t project_count() = 0;
  virtual std::int64_t subject_count() = 0;

  virtual std::vector<Period> periods() = 0;  ///< all rows, by month
  virtual std::optional<Balance> balance(Month period, AccountId account, FundId fund) = 0;
  /// The month's rows by account and fund.
  virtual void balances(Month period, const std::function<void(const Balance&)>& visit) = 0;
  virtual std::vector<Balance> balances_of(Month period, AccountId account) = 0;
  virtual std::optional<Detail> detail(SubjectId subject, ProjectId project, AccountId account, FundId fund,
                                       Month period) = 0;
  virtual std::vector<Detail> details_of(SubjectId subject) = 0;
  virtual std::vector<Detail> details_of(ProjectId project) = 0;
  /// Days on or after `from`, ascending.
  virtual std::vector<DayMovement> days(AccountId account, FundId fund, Date from) = 0;
  virtual std::int64_t last_number(Month period, VoucherType type) = 0;  ///< 0: none yet
  virtual std::optional<PostedVoucher> voucher(Month period, VoucherType type, std::int64_t number) = 0;
  /// The month's vouchers by type and number.
  virtual void vouchers(Month period, const std::function<void(const PostedVoucher&)>& visit) = 0;
  /// The same vouchers in any order, and of each only where its lines stand.
  virtual void voucher_spans(Month period, const std::function<void(const VoucherSpan&)>& visit) = 0;
  virtual std::optional<PostedLine> line(LineId id) = 0;
  /// Lines in [from, to), by id.
  virtual void lines(LineId from, LineId to, const std::function<void(const PostedLine&)>& visit) = 0;
  /// Of the same lines those of the days from `first` to `last`, in any order, and of each only what a sum needs.
  virtual void movements(LineId from, LineId to, Date first, Date last,
                         const std::function<void(const Movement&)>& visit) = 0;
  virtual std::vector<Grant> grants() = 0;
  virtual std::optional<RequestEntry> request(std::string_view key) = 0;

  virtual void insert_accounts(std::span<const Account> rows) = 0;
  virtual void update_accounts(std::span<const Account> rows) = 0;
  virtual void insert_funds(std::span<const Fund> rows) = 0;
  virtual void insert_projects(std::span<const Project> rows) = 0;
  virtual void insert_subjects(std::span<const Subject> rows) = 0;
  virtual void insert_periods(std::span<const Period> rows) = 0;
  virtual void update_periods(std::span<const Period> rows) = 0;
  virtual void insert_balances(std::span<const Balance> rows) = 0;
  virtual void update_balances(std::span<const Balance> rows) = 0;
  virtual void insert_details(std::span<const Detail> rows) = 0;
  virtual void update_details(std::span<const Detail> rows) = 0;
  virtual void insert_days(std::span<const DayMovement> rows) = 0;
  virtual void update_days(std::span<const DayMovement> rows) = 0;
  virtual void insert_vouchers(std::span<const PostedVoucher> rows) = 0;
  virtual void update_vouchers(std::span<const PostedVoucher> rows) = 0;
  virtual void insert_lines(std::span<const PostedLine> rows) = 0;
  virtual void insert_grants(std::span<const Grant> rows) = 0;
  virtual void update_grants(std::span<const Grant> rows) = 0;
  virtual void insert_requests(std::span<const RequestEntry> rows) = 0;
};

}  // namespace mingzhang::ledger
