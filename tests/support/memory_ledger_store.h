// SPDX-License-Identifier: Apache-2.0
// One book's rows in plain maps, so that ledger/ can be tested without SQL: naive on purpose, strict about its use.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "ledger/ledger_store.h"

namespace mingzhang::tests {

/// Keeps what was inserted. Aborts where a row is inserted twice or updated before it was inserted.
class MemoryLedgerStore final : public ledger::LedgerStore {
 public:
  /// Every row as one line of text, table by table in the order of their keys; equal dumps mean equal books.
  std::vector<std::string> dump() const;
  /// How many bulk writes were asked for; an unchanged number means that nothing was written.
  std::int64_t writes() const { return writes_; }

  std::optional<ledger::BookHead> head() override;
  bool lock(std::int64_t records) override;
  bool hold() override { return head_.has_value(); }
  ledger::BookStanding standing() override { return {}; }
  void set_standing(const ledger::BookStanding&) override {}
  void insert_head(const ledger::BookHead& head) override;
  void update_head(const ledger::BookHead& head) override;

  std::optional<ledger::Account> account(std::string_view code) override;
  std::optional<ledger::Account> account(ledger::AccountId id) override;
  std::vector<ledger::Account> accounts() override;
  std::optional<ledger::Fund> fund(std::string_view code) override;
  std::optional<ledger::Fund> fund(ledger::FundId id) override;
  std::vector<ledger::Fund> funds() override;
  std::optional<ledger::Project> project(std::string_view code) override;
  std::optional<ledger::Project> project(ledger::ProjectId id) override;
  std::vector<ledger::Project> projects() override;
  std::optional<ledger::Subject> subject(std::string_view code) override;
  std::optional<ledger::Subject> subject(ledger::SubjectId id) override;
  std::int64_t account_count() override;
  std::int64_t fund_count() override;
  std::int64_t project_count() override;
  std::int64_t subject_count() override;

  std::vector<ledger::Period> periods() override;
  std::optional<ledger::Balance> balance(Month period, ledger::AccountId account, ledger::FundId fund) override;
  void balances(Month period, const std::function<void(const ledger::Balance&)>& visit) override;
  std::vector<ledger::Balance> balances_of(Month period, ledger::AccountId account) override;
  std::optional<ledger::Detail> detail(ledger::SubjectId subject, ledger::ProjectId project, ledger::AccountId account,
                                       ledger::FundId fund, Month period) override;
  std::vector<ledger::Detail> details_of(ledger::SubjectId subject) override;
  std::vector<ledger::Detail> details_of(ledger::ProjectId project) override;
  std::vector<ledger::DayMovement> days(ledger::AccountId account, ledger::FundId fund, Date from) override;
  std::int64_t last_number(Month period, ledger::VoucherType type) override;
  std::optional<ledger::PostedVoucher> voucher(Month period, ledger::VoucherType type, std::int64_t number) override;
  void vouchers(Month period, const std::function<void(const ledger::PostedVoucher&)>& visit) override;
  void voucher_spans(Month period, const std::function<void(const ledger::VoucherSpan&)>& visit) override;
  void movements(ledger::LineId from, ledger::LineId to, Date first, Date last,
                 const std::function<void(const ledger::Movement&)>& visit) override;
  std::optional<ledger::PostedLine> line(ledger::LineId id) override;
  void lines(ledger::LineId from, ledger::LineId to,
             const std::function<void(const ledger::PostedLine&)>& visit) override;
  std::vector<ledger::Grant> grants() override;
  std::optional<ledger::RequestEntry> request(std::string_view key) override;

  void insert_accounts(std::span<const ledger::Account> rows) override;
  void update_accounts(std::span<const ledger::Account> rows) override;
  void insert_funds(std::span<const ledger::Fund> rows) override;
  void insert_projects(std::span<const ledger::Project> rows) override;
  void insert_subjects(std::span<const ledger::Subject> rows) override;
  void insert_periods(std::span<const ledger::Period> rows) override;
  void update_periods(std::span<const ledger::Period> rows) override;
  void insert_balances(std::span<const ledger::Balance> rows) override;
  void update_balances(std::span<const ledger::Balance> rows) override;
  void insert_details(std::span<const ledger::Detail> rows) override;
  void update_details(std::span<const ledger::Detail> rows) override;
  void insert_days(std::span<const ledger::DayMovement> rows) override;
  void update_days(std::span<const ledger::DayMovement> rows) override;
  void insert_vouchers(std::span<const ledger::PostedVoucher> rows) override;
  void update_vouchers(std::span<const ledger::PostedVoucher> rows) override;
  void insert_lines(std::span<const ledger::PostedLine> rows) override;
  void insert_grants(std::span<const ledger::Grant> rows) override;
  void update_grants(std::span<const ledger::Grant> rows) override;
  void insert_requests(std::span<const ledger::RequestEntry> rows) override;

 private:
  using BalanceKey = std::tuple<Month, ledger::AccountId, ledger::FundId>;
  using DetailKey = std::tuple<ledger::SubjectId, ledger::ProjectId, ledger::AccountId, ledger::FundId, Month>;
  using DayKey = std::tuple<ledger::AccountId, ledger::FundId, Date>;
  using VoucherKey = std::tuple<Month, ledger::VoucherType, std::int64_t>;

  template <class Rows, class Row, class KeyOf>
  void insert(Rows& rows, std::span<const Row> added, KeyOf key_of);
  template <class Rows, class Row, class KeyOf>
  void update(Rows& rows, std::span<const Row> changed, KeyOf key_of);

  std::int64_t writes_ = 0;
  std::optional<ledger::BookHead> head_;
  std::map<std::int64_t, ledger::Account> accounts_;
  std::map<std::int64_t, ledger::Fund> funds_;
  std::map<std::int64_t, ledger::Project> projects_;
  std::map<std::int64_t, ledger::Subject> subjects_;
  std::map<Month, ledger::Period> periods_;
  std::map<BalanceKey, ledger::Balance> balances_;
  std::map<DetailKey, ledger::Detail> details_;
  std::map<DayKey, ledger::DayMovement> days_;
  std::map<VoucherKey, ledger::PostedVoucher> vouchers_;
  std::map<std::int64_t, ledger::PostedLine> lines_;
  std::map<std::pair<std::string, std::string>, ledger::Grant> grants_;
  std::map<std::string, ledger::RequestEntry> requests_;
};

}  // namespace mingzhang::tests
