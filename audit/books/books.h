// SPDX-License-Identifier: Apache-2.0
// The books as an auditor reads them: from records and lines alone, one record after the other, and what is wrong with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "audit/books/cells.h"
#include "audit/books/outcome.h"
#include "audit/books/voucher.h"
#include "audit/books/words.h"
#include "audit/hash.h"
#include "audit/record.h"
#include "base/date.h"
#include "base/outcome.h"

namespace mingzhang::audit {

/// 科目 of the chart.
struct BookAccount {
  std::string code;
  std::string name;
  BookClass account_class = BookClass::Unclassified;
  BookSide normal_side = BookSide::Debit;
  std::string parent;     ///< code; empty: first level
  std::string closes_to;  ///< code; empty: none
  std::int32_t level = 1;
  bool is_leaf = true;
  bool never_negative = false;
  bool is_frozen = false;
  bool is_closed = false;
  bool is_assumed = false;  ///< true: only its use was seen, because its record stands before a range
};

/// 资金来源.
struct BookFund {
  std::string code;
  std::string name;
  std::string document;  ///< 文号; may be empty
  bool is_assumption = false;
  bool is_assumed = false;  ///< as for accounts
};

struct BookProject {
  std::string code;
  std::string name;
};

/// The book's first record.
struct BookTitle {
  std::string name;   ///< the member "book" of every record
  std::string title;  ///< what people call it; empty where the record stands before a range
  std::string chart;  ///< the template it began with; may be empty
  std::optional<Month> start;
};

enum class BookPeriodState : std::uint8_t { Open = 1, Closed = 2, Locked = 3 };

/// What was there but could not be judged. All zero and false: everything was.
struct BooksUnchecked {
  bool openings_unknown = false;       ///< the records begin after the book did: chart, balances and periods are not all known
  std::int64_t withheld_lines = 0;
  std::int64_t vouchers_with_withheld = 0;  ///< whether they balance was not checked
  std::int64_t reversals = 0;          ///< the reversed voucher, or a line of either, was not there
  std::int64_t trial_balances = 0;     ///< closes whose digest could not be computed
  friend bool operator==(const BooksUnchecked&, const BooksUnchecked&) = default;
};

/// What is known before the first record is read.
struct BooksStart {
  std::int64_t from = 0;  ///< index of the first record; above 0 what stands before is unknown, and said to be so
  /// The vouchers that reversals name, where the reader has looked for them before (`reversal_named_by`): only these are
  /// remembered. Nothing: every voucher is, with some hundred bytes each.
  std::optional<std::set<BookVoucherName>> reversed;
};

/// The voucher that this record reverses, read from the record's bytes alone; nothing where it reverses none. Bytes without
/// the member "reverses" cost one search.
std::optional<BookVoucherName> reversal_named_by(std::string_view record_bytes);

/// Reads a book record by record. Memory: chart × funds × months, what reversals need, and one voucher.
/// Not judged: never-negative accounts between two closes, and the content of records of funds, loans and households.
class Books {
 public:
  explicit Books(BooksStart start);

  /// Takes the next record with its lines (as in data/lines.jsonl, empty where it has none) and says what is wrong: at most
  /// 20 problems, places are "record 12" or "record 12 line 3". Reads on after any of them; what makes no sense is not added
  /// to the totals. Neither hashes nor sequence are looked at: that is the log's proof, not the books'.
  /// Throws WorldError when OpenSSL fails.
  std::vector<Problem> add(const ParsedRecord& record, std::string_view lines_jsonl);

  /// The voucher of the record that was added last; null where it is another kind or could not be read.
  const BookVoucher* voucher() const { return voucher_ ? &*voucher_ : nullptr; }

  const BookTitle& title() const { return title_; }
  const std::vector<BookAccount>& accounts() const { return accounts_; }
  const std::vector<BookFund>& funds() const { return funds_; }
  const std::vector<BookProject>& projects() const { return projects_; }
  const BookCells& cells() const { return cells_; }
  /// The months that were ever closed, locked or reopened, with their state now.
  const std::map<Month, BookPeriodState>& periods() const { return periods_; }
  const BooksUnchecked& unchecked() const { return unchecked_; }
  /// True where every balance is known: nothing before, nothing withheld, no amount that could not be added.
  bool has_balances() const;
  std::int64_t records() const { return records_; }
  std::int64_t vouchers() const { return vouchers_; }
  std::int64_t lines() const { return lines_; }

  /// The canonical text that a close digests (its record's "trial_balance_sha256"): one JSON object per account and fund in
  /// the order of their codes, each followed by '\n'; empty before the book's first line. Requires `has_balances`.
  std::string trial_balance_bytes(Month month) const;

 private:
  struct Remembered {
    Digest lines{};  // of the lines in order; zero where one is withheld
    Date date;
    BookVoucherKind kind = BookVoucherKind::Ordinary;
    bool is_known = false;  // false: a line is withheld
    bool is_reversed = false;
  };
  class Findings;

  void add_book(const ParsedRecord& record, Findings& findings);
  void add_account(const JsonValue& data, Findings& findings);
  void change_account(const JsonValue& data, Findings& findings);
  void add_fund(const JsonValue& data, Findings& findings);
  void add_project(const JsonValue& data, Findings& findings);
  void add_voucher(Findings& findings);
  void check_voucher_head(const BookVoucher& voucher, Findings& findings);
  void find_names(BookVoucher& voucher, Findings& findings);
  void find_account(BookLine& line, std::size_t number, Findings& findings);
  void find_fund(BookLine& line, std::size_t number, Findings& findings);
  void check_balanced(const BookVoucher& voucher, Findings& findings);
  void check_reversal(const BookVoucher& voucher, Findings& findings);
  void remember(const BookVoucher& voucher);
  void add_lines(BookVoucher& voucher, Findings& findings);
  void change_period(const JsonValue& data, Findings& findings);
  void check_period_order(Month month, BookPeriodState wanted, Findings& findings);
  void check_trial_balance(Month month, const std::string& digest, Findings& findings);
  BookPeriodState state_of(Month month) const;
  Digest mirrored(const BookVoucher& voucher, bool turned);

  BooksStart start_;
  BookTitle title_;
  std::vector<BookAccount> accounts_;
  std::vector<BookFund> funds_;
  std::vector<BookProject> projects_;
  std::unordered_map<std::string, std::int32_t> account_places_;
  std::unordered_map<std::string, std::int32_t> fund_places_;
  std::set<std::string> project_codes_;
  std::map<Month, BookPeriodState> periods_;
  std::map<std::pair<Month, BookVoucherType>, std::int64_t> numbers_;
  std::map<BookVoucherName, Remembered> remembered_;
  BookCells cells_;
  BooksUnchecked unchecked_;
  std::optional<BookVoucher> voucher_;
  Hasher sha256_{Suite::Sha256};
  std::int64_t records_ = 0;
  std::int64_t vouchers_ = 0;
  std::int64_t lines_ = 0;
  bool are_totals_good_ = true;
};

}  // namespace mingzhang::audit
