// SPDX-License-Identifier: Apache-2.0
// Sums over plain lists; slow and easy to believe.
#include "tests/ledger/naive_book.h"

#include <algorithm>
#include <set>
#include <utility>

namespace mingzhang::tests {
namespace {

using ledger::PostedLine;
using ledger::Side;

std::int64_t signed_fen(Side side, Money amount, Side positive) {
  return side == positive ? amount.fen() : -amount.fen();
}

/// The id of the row with this code; none where there is none.
template <class Row>
auto id_of(const std::vector<Row>& rows, std::string_view code) {
  for (const Row& row : rows) {
    if (row.code == code) return row.id;
  }
  return decltype(Row::id){};
}

/// The refusals that this book knows, the first that applies is the answer.
constexpr const char* kPrecedence[] = {
    "AccountUnknown", "FundUnknown",   "ProjectUnknown", "VoucherUnknown",     "DateBeforeBook",  "PeriodLocked",
    "PeriodClosed",   "AccountNotLeaf", "AccountClosed", "AccountFrozen", "EntrySetUnbalanced", "AlreadyReversed",
    "ReversalOfReversal", "ReversalBeforeOriginal"};

}  // namespace

const ledger::Account* NaiveBook::account(std::string_view code) const {
  for (const ledger::Account& account : accounts_) {
    if (account.code == code) return &account;
  }
  return nullptr;
}

const ledger::PostedVoucher* NaiveBook::voucher(const ledger::VoucherName& name) const {
  for (const ledger::PostedVoucher& row : vouchers_) {
    if (row.period == name.period && row.type == name.type && row.number == name.number) return &row;
  }
  return nullptr;
}

ledger::PeriodState NaiveBook::state(Month month) const {
  const auto found = states_.find(month);
  return found == states_.end() ? ledger::PeriodState::Open : found->second;
}

bool NaiveBook::has_lines(ledger::AccountId id) const {
  return std::any_of(lines_.begin(), lines_.end(), [id](const PostedLine& line) { return line.account == id; });
}

std::string NaiveBook::answer(const ledger::VoucherRequest& request) const {
  std::map<std::string, std::int64_t> of_fund;
  std::map<std::pair<std::string, ledger::EntrySet>, std::int64_t> of_set;
  std::set<std::string> found;
  for (const ledger::Line& line : request.lines) {
    const std::int64_t fen = signed_fen(line.side, line.amount, Side::Debit);
    of_fund[line.fund] += fen;
    const ledger::Account* named = account(line.account);
    if (named == nullptr) found.insert("AccountUnknown");
    if (!line.fund.empty() && id_of(funds_, line.fund).is_none()) found.insert("FundUnknown");
    if (!line.project.empty() && id_of(projects_, line.project).is_none()) found.insert("ProjectUnknown");
    if (named == nullptr) continue;
    of_set[{line.fund, ledger::entry_set_of(named->account_class)}] += fen;
    if (named->has_children) found.insert("AccountNotLeaf");
    if (named->is_closed) found.insert("AccountClosed");
    if (named->is_frozen) found.insert("AccountFrozen");
  }
  for (const auto& [fund, difference] : of_fund) {
    if (difference != 0) return "FundUnbalanced";
  }
  if ((request.kind == ledger::VoucherKind::Reversal) != request.reverses.has_value()) return "ReversalMalformed";
  const ledger::PostedVoucher* original = request.reverses ? voucher(*request.reverses) : nullptr;
  if (request.reverses && original == nullptr) found.insert("VoucherUnknown");
  const Month month = Month::of(request.date);
  if (month < head_.start) found.insert("DateBeforeBook");
  if (state(month) == ledger::PeriodState::Locked) found.insert("PeriodLocked");
  if (state(month) == ledger::PeriodState::Closed) found.insert("PeriodClosed");
  for (const auto& [set, difference] : of_set) {
    if (difference != 0) found.insert("EntrySetUnbalanced");
  }
  if (original != nullptr && original->reversed_by >= 0) found.insert("AlreadyReversed");
  if (original != nullptr && original->kind == ledger::VoucherKind::Reversal) found.insert("ReversalOfReversal");
  // The random commands reverse whole vouchers only; that other lines are refused has a test of its own.
  if (original != nullptr && request.date < original->date) found.insert("ReversalBeforeOriginal");
  for (const char* name : kPrecedence) {
    if (found.contains(name)) return name;
  }
  return answer_of_balances(request);
}

std::string NaiveBook::answer_of_balances(const ledger::VoucherRequest& request) const {
  for (const ledger::Line& line : request.lines) {
    const ledger::Account& named = *account(line.account);
    if (named.never_negative && is_overdrawn(named.id, id_of(funds_, line.fund), request)) return "Overdraft";
  }
  return "Ok";
}

bool NaiveBook::is_overdrawn(ledger::AccountId id, ledger::FundId fund, const ledger::VoucherRequest& request) const {
  const ledger::Account& named = accounts_[static_cast<std::size_t>(id.value - 1)];
  std::map<Date, std::int64_t> days;
  for (const PostedLine& line : lines_) {
    if (line.account == id && line.fund == fund) {
      days[line.date] += signed_fen(line.side, line.amount, named.normal_side);
    }
  }
  for (const ledger::Line& line : request.lines) {
    if (line.account == named.code && id_of(funds_, line.fund) == fund) {
      days[request.date] += signed_fen(line.side, line.amount, named.normal_side);
    }
  }
  std::int64_t balance = 0;
  for (const auto& [date, movement] : days) {
    balance += movement;
    if (balance < 0) return true;
  }
  return false;
}

std::string NaiveBook::answer(const ledger::AddAccount& command) const {
  const ledger::Account* parent = account(command.parent);
  if (!command.parent.empty() && parent == nullptr) return "ParentUnknown";
  if (account(command.code) != nullptr) return "AccountExists";
  if (parent == nullptr) return "Ok";
  if (has_lines(parent->id)) return "ParentHasLines";
  if (parent->is_closed) return "ParentClosed";
  const bool same_set = ledger::entry_set_of(parent->account_class) == ledger::entry_set_of(command.account_class);
  return same_set ? "Ok" : "ParentOfOtherSet";
}

std::string NaiveBook::answer(const ledger::ChangeAccount& command) const {
  using ledger::AccountAction;
  const ledger::Account* named = account(command.code);
  if (named == nullptr) return "AccountUnknown";
  if ((command.action == AccountAction::Freeze && named->is_frozen) ||
      (command.action == AccountAction::Unfreeze && !named->is_frozen) ||
      (command.action == AccountAction::ForbidNegative && named->never_negative) ||
      (command.action == AccountAction::AllowNegative && !named->never_negative)) {
    return "AlreadySo";
  }
  if (named->is_closed) return "AccountClosed";
  std::map<ledger::FundId, std::map<Date, std::int64_t>> funds;
  for (const PostedLine& line : lines_) {
    if (line.account == named->id) {
      funds[line.fund][line.date] += signed_fen(line.side, line.amount, named->normal_side);
    }
  }
  bool was_negative = false;
  bool has_balance = false;
  for (const auto& [fund, days] : funds) {
    std::int64_t balance = 0;
    for (const auto& [date, movement] : days) {
      balance += movement;
      was_negative = was_negative || balance < 0;
    }
    has_balance = has_balance || balance != 0;
  }
  if (command.action == AccountAction::Close && has_balance) return "BalanceNotZero";
  return command.action == AccountAction::ForbidNegative && was_negative ? "WasNegative" : "Ok";
}

std::string NaiveBook::answer(const ledger::ChangePeriod& command, Date today) const {
  using ledger::PeriodAction;
  using ledger::PeriodState;
  const Month month = command.month;
  const PeriodState now = state(month);
  if (month < head_.start) return "BeforeBook";
  if (command.action == PeriodAction::Close && now == PeriodState::Closed) return "AlreadyClosed";
  if (now == PeriodState::Locked) return "AlreadyLocked";
  if (command.action != PeriodAction::Close && now == PeriodState::Open) return "NotClosed";
  for (Month other = head_.start; other < month && command.action != PeriodAction::Reopen; other = other.next()) {
    if (state(other) == PeriodState::Open) return "EarlierOpen";
    if (command.action == PeriodAction::Lock && state(other) == PeriodState::Closed) return "EarlierOpen";
  }
  if (command.action == PeriodAction::Reopen && state(month.next()) != PeriodState::Open) return "LaterClosed";
  return command.action == PeriodAction::Close && Month::of(today) <= month ? "NotOver" : "Ok";
}

void NaiveBook::apply(const ledger::Command& command) {
  std::visit([this](const auto& one) { apply_one(one); }, command);
  ++head_.records;
}

void NaiveBook::apply_one(const ledger::VoucherRequest& request) {
  ledger::PostedVoucher posted;
  posted.period = Month::of(request.date);
  posted.type = request.type;
  posted.number = 1 + std::count_if(vouchers_.begin(), vouchers_.end(), [&](const ledger::PostedVoucher& other) {
                    return other.period == posted.period && other.type == posted.type;
                  });
  posted.kind = request.kind;
  posted.seq = head_.records;
  posted.date = request.date;
  posted.first_line = ledger::LineId{head_.lines + 1};
  posted.line_count = static_cast<std::int64_t>(request.lines.size());
  for (ledger::PostedVoucher& other : vouchers_) {
    const ledger::VoucherName name{other.period, other.type, other.number};
    if (request.reverses == name) other.reversed_by = posted.seq;
  }
  for (const ledger::Line& line : request.lines) {
    if (!line.subject.empty() && id_of(subjects_, line.subject).is_none()) {
      subjects_.push_back({ledger::SubjectId{static_cast<std::int64_t>(subjects_.size()) + 1}, line.subject});
    }
    PostedLine row;
    row.id = ledger::LineId{++head_.lines};
    row.seq = posted.seq;
    row.date = request.date;
    row.account = account(line.account)->id;
    row.fund = id_of(funds_, line.fund);
    row.project = id_of(projects_, line.project);
    row.subject = id_of(subjects_, line.subject);
    row.side = line.side;
    row.amount = line.amount;
    lines_.push_back(row);
  }
  vouchers_.push_back(posted);
  requests_.push_back(request);
}

void NaiveBook::apply_one(const ledger::AddAccount& command) {
  ledger::Account added;
  added.id = ledger::AccountId{static_cast<std::int64_t>(accounts_.size()) + 1};
  added.code = command.code;
  added.name = command.name;
  added.account_class = command.account_class;
  added.normal_side = command.normal_side;
  added.parent = id_of(accounts_, command.parent);
  added.closes_to = command.closes_to;
  added.never_negative = command.never_negative;
  added.keeps_days = command.never_negative;
  if (!added.parent.is_none()) accounts_[static_cast<std::size_t>(added.parent.value - 1)].has_children = true;
  accounts_.push_back(added);
}

void NaiveBook::apply_one(const ledger::ChangeAccount& command) {
  using ledger::AccountAction;
  ledger::Account& named = accounts_[static_cast<std::size_t>(id_of(accounts_, command.code).value - 1)];
  if (command.action == AccountAction::Freeze) named.is_frozen = true;
  if (command.action == AccountAction::Unfreeze) named.is_frozen = false;
  if (command.action == AccountAction::Close) named.is_closed = true;
  if (command.action == AccountAction::ForbidNegative) named.never_negative = named.keeps_days = true;
  if (command.action == AccountAction::AllowNegative) named.never_negative = false;
}

void NaiveBook::apply_one(const ledger::AddFund& command) {
  const ledger::FundId id{static_cast<std::int64_t>(funds_.size()) + 1};
  funds_.push_back({id, command.code, command.name, command.document, command.is_assumption});
}

void NaiveBook::apply_one(const ledger::AddProject& command) {
  projects_.push_back({ledger::ProjectId{static_cast<std::int64_t>(projects_.size()) + 1}, command.code, command.name});
}

void NaiveBook::apply_one(const ledger::ChangePeriod& command) {
  using ledger::PeriodAction;
  using ledger::PeriodState;
  if (command.action == PeriodAction::Close) states_[command.month] = PeriodState::Closed;
  if (command.action == PeriodAction::Lock) states_[command.month] = PeriodState::Locked;
  if (command.action == PeriodAction::Reopen) states_[command.month] = PeriodState::Open;
}

void NaiveBook::apply_one(const ledger::GrantRole& command) {
  for (ledger::Grant& grant : grants_) {
    if (grant.user != command.user || grant.role != command.role) continue;
    grant.active = command.active;
    return;
  }
  grants_.push_back({command.user, command.role, command.active});
}

void NaiveBook::apply_one(const ledger::OpenBook& command) {
  head_.title = command.title;
  head_.start = command.start;
}

}  // namespace mingzhang::tests
