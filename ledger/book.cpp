// SPDX-License-Identifier: Apache-2.0
// Joins the registers, balances and postings of one book into one unit of work.
#include "ledger/book.h"

#include <utility>

#include "base/check.h"

namespace mingzhang::ledger {
namespace {

constexpr std::size_t kSensibleRows = 500'000;

BookHead existing_head(LedgerStore& store) {
  std::optional<BookHead> head = store.head();
  MZ_CHECK(head.has_value());
  return std::move(*head);
}

std::string grant_key(std::string_view user, std::string_view role) {
  return std::string(user) + '\n' + std::string(role);
}

}  // namespace

Book::Book(LedgerStore& store) : Book(store, existing_head(store)) { head_is_new_ = false; }

Book::Book(LedgerStore& store, BookHead new_head)
    : store_(store),
      head_(std::move(new_head)),
      head_is_new_(true),
      accounts_([&store](std::string_view code) { return store.account(code); },
                [&store](std::int64_t id) { return store.account(AccountId{id}); }, store.account_count()),
      funds_([&store](std::string_view code) { return store.fund(code); },
             [&store](std::int64_t id) { return store.fund(FundId{id}); }, store.fund_count()),
      projects_([&store](std::string_view code) { return store.project(code); },
                [&store](std::int64_t id) { return store.project(ProjectId{id}); }, store.project_count()),
      subjects_([&store](std::string_view code) { return store.subject(code); },
                [&store](std::int64_t id) { return store.subject(SubjectId{id}); }, store.subject_count()),
      balances_(store),
      postings_(store) {}

void Book::load_grants() {
  if (grants_loaded_) return;
  for (const Grant& grant : store_.grants()) {
    grants_.find(grant_key(grant.user, grant.role), [&grant] { return std::optional<Grant>(grant); });
  }
  grants_loaded_ = true;
}

bool Book::has_role(std::string_view user, std::string_view role) {
  load_grants();
  const Grant* grant = grants_.find(grant_key(user, role), [] { return std::optional<Grant>(); });
  return grant != nullptr && grant->active;
}

bool Book::is_user(std::string_view user) {
  load_grants();
  bool found = false;
  grants_.for_each_cached([&](const Grant& grant) { found = found || (grant.active && grant.user == user); });
  return found;
}

int Book::count_of_role(std::string_view role) {
  load_grants();
  int count = 0;
  grants_.for_each_cached([&](const Grant& grant) { count += grant.active && grant.role == role ? 1 : 0; });
  return count;
}

bool Book::has_no_users() {
  load_grants();
  bool none = true;
  grants_.for_each_cached([&none](const Grant&) { none = false; });
  return none;
}

const RequestEntry* Book::request(const std::string& key) {
  return requests_.find(key, [&] { return store_.request(key); });
}

void Book::set_title(std::string_view title, Month start) {
  head_.title = std::string(title);
  head_.start = start;
}

void Book::set_grant(std::string_view user, std::string_view role, bool active) {
  load_grants();
  const std::string key = grant_key(user, role);
  if (grants_.find(key, [] { return std::optional<Grant>(); }) != nullptr) {
    grants_.change(key).active = active;
  } else {
    grants_.insert(key, Grant{std::string(user), std::string(role), active});
  }
}

void Book::add_request(RequestEntry entry) {
  const std::string key = entry.key;
  MZ_CHECK(request(key) == nullptr);
  requests_.insert(key, std::move(entry));
}

void Book::set_frontiers(std::string sha256, std::string sm3) {
  head_.frontier_sha256 = std::move(sha256);
  head_.frontier_sm3 = std::move(sm3);
}

Book::Mark Book::mark() const {
  return Mark{accounts_.mark(), funds_.mark(),  projects_.mark(), subjects_.mark(), balances_.mark(),
              postings_.mark(), grants_.mark(), requests_.mark(), head_.records,    head_.lines};
}

void Book::undo_to(const Mark& mark) {
  accounts_.undo_to(mark.accounts);
  funds_.undo_to(mark.funds);
  projects_.undo_to(mark.projects);
  subjects_.undo_to(mark.subjects);
  balances_.undo_to(mark.balances);
  postings_.undo_to(mark.postings);
  grants_.undo_to(mark.grants);
  requests_.undo_to(mark.requests);
  head_.records = mark.records;
  head_.lines = mark.lines;
}

void Book::forget_undo() {
  accounts_.forget_undo();
  funds_.forget_undo();
  projects_.forget_undo();
  subjects_.forget_undo();
  balances_.forget_undo();
  postings_.forget_undo();
  grants_.forget_undo();
  requests_.forget_undo();
}

void Book::flush_projections() {
  const auto [new_accounts, changed_accounts] = accounts_.take_pending();
  store_.insert_accounts(new_accounts);
  store_.update_accounts(changed_accounts);
  store_.insert_funds(funds_.take_pending().first);
  store_.insert_projects(projects_.take_pending().first);
  store_.insert_subjects(subjects_.take_pending().first);
  const auto [new_grants, changed_grants] = grants_.take_pending();
  store_.insert_grants(new_grants);
  store_.update_grants(changed_grants);
  store_.insert_requests(requests_.take_pending().first);
  requests_.clear();
  postings_.flush();
  balances_.flush();
}

void Book::flush_head() {
  if (head_is_new_) store_.insert_head(head_);
  if (!head_is_new_) store_.update_head(head_);
  head_is_new_ = false;
}

bool Book::is_large() const { return balances_.size() + subjects_.size() + accounts_.size() > kSensibleRows; }

}  // namespace mingzhang::ledger
