// SPDX-License-Identifier: Apache-2.0
// The projections of one book in SQL.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `ledger::LedgerStore`. Empty optional texts are stored as NULL and come back empty; an empty text where the
/// schema wants one throws ConstraintViolation. A row with an impossible value throws WorldError Damaged.
class LedgerSql final : public ledger::LedgerStore {
 public:
  /// `connection` must outlive this store.
  LedgerSql(Connection& connection, ledger::BookId book) : connection_(connection), book_id_(book.value) {}

  std::optional<ledger::BookHead> head() override;
  bool lock(std::int64_t records) override;
  bool hold() override;
  ledger::BookStanding standing() override;
  void set_standing(const ledger::BookStanding& standing) override;
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
  std::optional<ledger::PostedLine> line(ledger::LineId id) override;
  void movements(ledger::LineId from, ledger::LineId to, Date first, Date last,
                 const std::function<void(const ledger::Movement&)>& visit) override;
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
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
