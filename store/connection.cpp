// SPDX-License-Identifier: Apache-2.0
// What is the same for every engine: borrowing statements, the transaction guard.
#include "store/connection.h"

#include <utility>

#include "base/check.h"

namespace mingzhang::store {

void Statement::bind_value(int position, const Value& value) {
  switch (value.kind) {
    case Value::Kind::Null:
      return bind_null(position);
    case Value::Kind::Integer:
      return bind(position, value.number);
    case Value::Kind::Text:
      return bind_text(position, value.bytes);
    case Value::Kind::Blob:
      return bind_blob(position, value.bytes);
  }
  MZ_CHECK(false);
}

std::int64_t Statement::run() {
  MZ_CHECK(!step());
  return affected_rows();
}

Prepared::Prepared(Connection& connection, std::unique_ptr<Statement> statement)
    : connection_(&connection), statement_(std::move(statement)) {
  MZ_CHECK(statement_ != nullptr);
}

Prepared::~Prepared() {
  if (statement_) connection_->give_back(std::move(statement_));
}

void throw_row_missing(std::string_view name, std::string_view table) {
  throw WorldError(WorldFault::Damaged, "账簿 " + std::string(name) + " 的表 " + std::string(table) +
                                            " 缺少应有的行。 A row is missing in table " + std::string(table) + " of " +
                                            std::string(name) + ".");
}

Transaction::~Transaction() {
  if (is_open_) connection_.rollback();
}

void Transaction::commit() {
  MZ_CHECK(is_open_);
  // Closed first: a commit that throws has already rolled back.
  is_open_ = false;
  connection_.commit();
}

}  // namespace mingzhang::store
