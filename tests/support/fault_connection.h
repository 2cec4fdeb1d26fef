// SPDX-License-Identifier: Apache-2.0
// A connection whose n-th statement fails, whatever the engine.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"

namespace mingzhang::tests {

/// Passes everything on and counts what runs: begin, each statement, each batch, commit. The n-th throws WorldError
/// Unavailable instead of running; with `is_after`, it runs first, and a commit that ran throws Unknown.
class FaultConnection final : public store::Connection {
 public:
  /// `inner` must outlive this.
  explicit FaultConnection(store::Connection& inner) : inner_(inner) {}

  /// From now on the `nth` fails; 0: none.
  void arm(int nth, bool is_after);
  /// How many ran or failed since then.
  int count() const { return count_; }
  bool has_failed() const { return has_failed_; }

  store::Prepared prepare(std::string_view sql) override;
  void execute(std::string_view sql) override;
  void begin(store::TransactionKind kind) override;
  void commit() override;
  void rollback() noexcept override { inner_.rollback(); }
  bool in_transaction() const override { return inner_.in_transaction(); }
  void bulk_insert(std::string_view table, std::span<const std::string_view> columns,
                   const store::RowSource& rows) override;
  void bulk_update(std::string_view table, std::span<const std::string_view> key_columns,
                   std::span<const std::string_view> value_columns, const store::RowSource& rows) override;
  bool forget_overwritten() override { return inner_.forget_overwritten(); }
  bool can_begin_anew(const WorldError& error) const override { return inner_.can_begin_anew(error); }
  std::int64_t connection_number() const override { return inner_.connection_number(); }
  void hold_writers() override { inner_.hold_writers(); }
  bool has_table(std::string_view table) override { return inner_.has_table(table); }
  std::string ddl(std::string_view portable) const override { return inner_.ddl(portable); }
  const std::string& name() const override { return inner_.name(); }

  /// Runs `work` as one that counts.
  template <class Work>
  void counted(const Work& work) {
    const bool fails = ++count_ == nth_;
    if (fails && !is_after_) fail();
    work();
    if (fails) fail();
  }

 private:
  void give_back(std::unique_ptr<store::Statement> statement) noexcept override { statement.reset(); }
  [[noreturn]] void fail();

  store::Connection& inner_;
  int nth_ = 0;
  bool is_after_ = false;
  int count_ = 0;
  bool has_failed_ = false;
};

}  // namespace mingzhang::tests
