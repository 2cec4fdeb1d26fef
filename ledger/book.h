// SPDX-License-Identifier: Apache-2.0
// One book as of its head: what the checks ask and what `apply` changes, in memory until it is written in bulk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/balances.h"
#include "ledger/ledger_store.h"
#include "ledger/postings.h"
#include "base/register.h"

namespace mingzhang::ledger {

/// The state of one book above its store. Reads see every change made through this object; nothing is written before
/// `flush`; `mark` and `undo_to` take back one request. Valid while nobody else writes to the book.
class Book {
 public:
  /// Reads the head row. Requires that the book exists.
  explicit Book(LedgerStore& store);
  Book(LedgerStore& store, BookHead new_head);  ///< a book that is being opened: its head row is inserted by `flush`
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  const BookHead& head() const { return head_; }
  LedgerStore& store() { return store_; }
  Register<Account>& accounts() { return accounts_; }
  Register<Fund>& funds() { return funds_; }
  Register<Project>& projects() { return projects_; }
  Register<Subject>& subjects() { return subjects_; }
  Balances& balances() { return balances_; }
  Postings& postings() { return postings_; }

  /// True where `user` holds `role` in this book now.
  bool has_role(std::string_view user, std::string_view role);
  /// True where `user` holds any role now.
  bool is_user(std::string_view user);
  /// How many users hold `role` now.
  int count_of_role(std::string_view role);
  /// True where nobody holds any role yet: the first grant may be given by anybody.
  bool has_no_users();
  const RequestEntry* request(const std::string& key);

  LineId next_line() const { return LineId{head_.lines + 1}; }

  // Called by the apply functions only.
  void set_title(std::string_view title, Month start);
  void count_record() { ++head_.records; }
  void count_lines(std::int64_t count) { head_.lines += count; }
  void set_grant(std::string_view user, std::string_view role, bool active);
  void add_request(RequestEntry entry);
  void set_frontiers(std::string sha256, std::string sm3);

  struct Mark {
    RegisterMark accounts, funds, projects, subjects;
    Balances::Mark balances;
    Postings::Mark postings;
    std::size_t grants, requests;
    std::int64_t records, lines;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  /// Called between two requests: what was done stays.
  void forget_undo();
  /// Writes everything that is new or changed but the head row.
  void flush_projections();
  /// Writes the head row; last.
  void flush_head();
  /// True where more rows are held than is sensible; the caller then starts with a fresh Book.
  bool is_large() const;

 private:
  void load_grants();

  LedgerStore& store_;
  BookHead head_;
  bool head_is_new_ = false;
  Register<Account> accounts_;
  Register<Fund> funds_;
  Register<Project> projects_;
  Register<Subject> subjects_;
  Balances balances_;
  Postings postings_;
  Overlay<std::string, Grant, TextHash> grants_;
  bool grants_loaded_ = false;
  Overlay<std::string, RequestEntry, TextHash> requests_;
};

}  // namespace mingzhang::ledger
