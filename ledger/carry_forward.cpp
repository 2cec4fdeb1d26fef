// SPDX-License-Identifier: Apache-2.0
// Computes the year-end vouchers in memory, stage by stage, from the balances at the end of December.
#include "ledger/carry_forward.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"

namespace mingzhang::ledger {
namespace {

/// Fen by fund code, positive where the balance stands on the debit side. Not Money: what a target receives in one
/// stage may lie beyond Money's range before `check_state` has refused the stage.
using FundBalances = std::map<std::string, std::int64_t>;

/// Beyond any amount, and two of them can still be added.
constexpr std::int64_t kFenEnough = 2 * Money::kFenMax;

/// An account with a `closes_to`.
struct ClosingAccount {
  std::string closes_to;
  EntrySet entry_set = EntrySet::Financial;
  FundBalances balances;
};

/// By code, so that equal books give equal vouchers.
using ClosingAccounts = std::map<std::string, ClosingAccount>;

/// Lines that close accounts of one fund to one target on one side, before the target's own line.
struct GroupKey {
  std::string fund;
  std::string target;
  Side side = Side::Debit;
  friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

/// Adds `account` to those that are carried and returns its entry; null where it closes to nothing.
ClosingAccount* entry_of(const Account& account, ClosingAccounts& accounts) {
  if (account.closes_to.empty()) return nullptr;
  ClosingAccount& entry = accounts[account.code];
  entry.closes_to = account.closes_to;
  entry.entry_set = entry_set_of(account.account_class);
  return &entry;
}

/// Every account that has to be carried, and those which will receive something and pass it on.
ClosingAccounts closing_accounts(Month december, Book& book) {
  ClosingAccounts accounts;
  const std::optional<Month> in_use = book.balances().in_use_at(december);
  if (!in_use) return accounts;
  for (const Balance& row : book.balances().rows(*in_use)) {
    const Money debit = row.opening_debit + row.debit;
    const Money credit = row.opening_credit + row.credit;
    if (debit == credit) continue;
    const Account* account = book.accounts().find_id(row.account.value);
    MZ_CHECK(account != nullptr);
    ClosingAccount* entry = entry_of(*account, accounts);
    if (entry == nullptr) continue;
    const Fund* fund = row.fund.is_none() ? nullptr : book.funds().find_id(row.fund.value);
    entry->balances[fund == nullptr ? std::string() : fund->code] = (debit - credit).fen();
  }
  std::vector<std::string> targets;
  for (const auto& [code, entry] : accounts) targets.push_back(entry.closes_to);
  while (!targets.empty()) {
    const std::string code = std::move(targets.back());
    targets.pop_back();
    if (accounts.contains(code)) continue;
    const Account* account = book.accounts().find(code);
    if (account != nullptr && entry_of(*account, accounts) != nullptr) targets.push_back(account->closes_to);
  }
  return accounts;
}

/// Takes out the accounts that receive nothing more from those that are left.
ClosingAccounts take_ready(ClosingAccounts& accounts) {
  std::set<std::string> targets;
  for (const auto& [code, account] : accounts) targets.insert(account.closes_to);
  std::vector<std::string> codes;
  for (const auto& [code, account] : accounts) {
    if (!targets.contains(code)) codes.push_back(code);
  }
  ClosingAccounts ready;
  for (const std::string& code : codes) ready.insert(accounts.extract(code));
  return ready;
}

/// Collects the vouchers of one stage and entry set; begins a new one where the next lines do not fit.
class StageVouchers {
 public:
  StageVouchers(Date date, std::string summary, std::size_t lines_max)
      : date_(date), summary_(std::move(summary)), lines_max_(lines_max) {}

  std::size_t lines_max() const { return lines_max_; }

  /// `lines` have one fund, and `sum` stands on each side.
  void add(std::vector<Line> lines, Money sum) {
    MZ_CHECK(lines.size() >= 2);
    MZ_CHECK(lines.size() <= lines_max_);
    const std::optional<Money> total = checked_add(total_, sum);
    const bool fits = !vouchers_.empty() && total && vouchers_.back().lines.size() + lines.size() <= lines_max_;
    total_ = fits ? *total : sum;
    if (!fits) {
      VoucherRequest& voucher = vouchers_.emplace_back();
      voucher.type = VoucherType::Transfer;
      voucher.kind = VoucherKind::CarryForward;
      voucher.date = date_;
      voucher.summary = summary_;
    }
    std::vector<Line>& all = vouchers_.back().lines;
    all.insert(all.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
  }

  std::vector<VoucherRequest> take() { return std::move(vouchers_); }

 private:
  Date date_;
  std::string summary_;
  std::size_t lines_max_;
  Money total_;  // of the last voucher, on each side
  std::vector<VoucherRequest> vouchers_;
};

/// Adds the group's lines and the target's line for their sum, debits first; as often as sum and number of lines
/// demand.
void add_group(const GroupKey& key, std::vector<Line> closing, StageVouchers& vouchers) {
  for (auto next = closing.begin(); next != closing.end();) {
    std::vector<Line> lines;
    Money sum;
    for (; next != closing.end() && lines.size() + 1 < vouchers.lines_max(); ++next) {
      const std::optional<Money> larger = checked_add(sum, next->amount);
      if (!larger) break;
      sum = *larger;
      lines.push_back(std::move(*next));
    }
    Line target;
    target.side = opposite(key.side);
    target.amount = sum;
    target.account = key.target;
    target.fund = key.fund;
    lines.insert(key.side == Side::Credit ? lines.begin() : lines.end(), std::move(target));
    vouchers.add(std::move(lines), sum);
  }
}

std::vector<VoucherRequest> vouchers_of(const ClosingAccounts& stage, EntrySet entry_set, StageVouchers vouchers) {
  std::map<GroupKey, std::vector<Line>> groups;
  for (const auto& [code, account] : stage) {
    if (account.entry_set != entry_set) continue;
    for (const auto& [fund, fen] : account.balances) {
      // Beyond Money's range only where a target has received more than it can hold; that stage is refused already.
      if (fen == 0 || fen > Money::kFenMax || fen < -Money::kFenMax) continue;
      Line line;
      line.side = fen > 0 ? Side::Credit : Side::Debit;
      line.amount = Money::from_fen(fen > 0 ? fen : -fen);
      line.account = code;
      line.fund = fund;
      groups[GroupKey{fund, account.closes_to, line.side}].push_back(std::move(line));
    }
  }
  for (auto& [key, lines] : groups) add_group(key, std::move(lines), vouchers);
  return vouchers.take();
}

/// What the accounts of a stage give to those that are carried later.
void pass_on(const ClosingAccounts& stage, ClosingAccounts& later) {
  for (const auto& [code, account] : stage) {
    const auto target = later.find(account.closes_to);
    if (target == later.end()) continue;
    for (const auto& [fund, fen] : account.balances) {
      std::int64_t& balance = target->second.balances[fund];
      // Sums beyond Money's range are never used; they only must not overflow.
      balance = std::clamp(balance + fen, -kFenEnough, kFenEnough);
    }
  }
}

}  // namespace

std::vector<VoucherRequest> carry_forward(int year, Book& book, std::size_t lines_max) {
  MZ_CHECK(lines_max >= 2);
  const std::optional<Month> december = Month::from_civil(year, 12);
  MZ_CHECK(december.has_value());
  std::vector<VoucherRequest> result;
  ClosingAccounts waiting = closing_accounts(*december, book);
  for (int number = 1;; ++number) {
    const ClosingAccounts stage = take_ready(waiting);
    if (stage.empty()) return result;  // nothing is left, or only circles
    for (const EntrySet entry_set : {EntrySet::Financial, EntrySet::Budget}) {
      const std::string name = entry_set == EntrySet::Budget ? "预算会计" : "财务会计";
      const std::string summary = std::to_string(year) + "年度结转 " + name + " 第" + std::to_string(number) + "步";
      std::vector<VoucherRequest> made =
          vouchers_of(stage, entry_set, StageVouchers(december->last_day(), summary, lines_max));
      std::move(made.begin(), made.end(), std::back_inserter(result));
    }
    pass_on(stage, waiting);
  }
}

}  // namespace mingzhang::ledger
