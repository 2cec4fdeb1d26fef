// SPDX-License-Identifier: Apache-2.0
// Counting and failing.
#include "tests/support/fault_connection.h"

#include <utility>

#include "base/world_error.h"

namespace mingzhang::tests {
namespace {

class FaultStatement final : public store::Statement {
 public:
  FaultStatement(FaultConnection& connection, store::Prepared inner)
      : connection_(connection), inner_(std::move(inner)), sql_(inner_->sql()) {}

  void bind(int position, std::int64_t number) override { inner_->bind(position, number); }
  void bind_text(int position, std::string_view utf8) override { inner_->bind_text(position, utf8); }
  void bind_blob(int position, std::string_view bytes) override { inner_->bind_blob(position, bytes); }
  void bind_null(int position) override { inner_->bind_null(position); }
  bool step() override {
    bool has_row = false;
    if (is_running_) has_row = inner_->step();
    else connection_.counted([&] { has_row = inner_->step(); });
    is_running_ = has_row;
    return has_row;
  }
  void require_row(std::string_view table) override {
    connection_.counted([&] { inner_->require_row(table); });
  }
  void reset() override {
    is_running_ = false;
    inner_->reset();
  }
  std::int64_t affected_rows() const override { return inner_->affected_rows(); }
  std::int64_t column_int64(int column) const override { return inner_->column_int64(column); }
  std::string_view column_text(int column) const override { return inner_->column_text(column); }
  std::string_view column_blob(int column) const override { return inner_->column_blob(column); }
  bool is_null(int column) const override { return inner_->is_null(column); }
  const std::string& sql() const override { return sql_; }

 private:
  FaultConnection& connection_;
  store::Prepared inner_;
  std::string sql_;
  bool is_running_ = false;
};

}  // namespace

void FaultConnection::arm(int nth, bool is_after) {
  nth_ = nth;
  is_after_ = is_after;
  count_ = 0;
  has_failed_ = false;
}

void FaultConnection::fail() {
  has_failed_ = true;
  throw WorldError(WorldFault::Unavailable, "a fault of the test");
}

store::Prepared FaultConnection::prepare(std::string_view sql) {
  return store::Prepared(*this, std::make_unique<FaultStatement>(*this, inner_.prepare(sql)));
}

void FaultConnection::execute(std::string_view sql) {
  counted([&] { inner_.execute(sql); });
}

void FaultConnection::begin(store::TransactionKind kind) {
  counted([&] { inner_.begin(kind); });
}

void FaultConnection::commit() {
  const bool fails = ++count_ == nth_;
  if (fails && !is_after_) {
    inner_.rollback();
    fail();
  }
  inner_.commit();
  if (!fails) return;
  has_failed_ = true;
  throw WorldError(WorldFault::Unknown, "the answer to a commit was lost in the test");
}

void FaultConnection::bulk_insert(std::string_view table, std::span<const std::string_view> columns,
                                  const store::RowSource& rows) {
  counted([&] { inner_.bulk_insert(table, columns, rows); });
}

void FaultConnection::bulk_update(std::string_view table, std::span<const std::string_view> key_columns,
                                  std::span<const std::string_view> value_columns, const store::RowSource& rows) {
  counted([&] { inner_.bulk_update(table, key_columns, value_columns, rows); });
}

}  // namespace mingzhang::tests
