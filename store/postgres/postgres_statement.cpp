// SPDX-License-Identifier: Apache-2.0
// Prepared statements of PostgreSQL.
#include <array>
#include <utility>

#include "base/check.h"
#include "store/postgres/postgres_connection.h"
#include "store/postgres/postgres_text.h"

namespace mingzhang::store {
namespace {

constexpr std::array<TypeId, 3> kIntegers{20, 23, 21};  // BIGINT, INTEGER, SMALLINT
constexpr std::array<TypeId, 3> kTexts{25, 1043, 705};  // TEXT, VARCHAR, and what has no type yet
constexpr std::array<TypeId, 1> kBytes{17};

}  // namespace

PostgresStatement::PostgresStatement(PostgresConnection& connection, std::string_view sql)
    : connection_(connection),
      sql_(sql),
      is_query_(sql.starts_with("SELECT")),
      server_(std::make_shared<ServerStatement>(ServerStatement{connection.new_statement_name(), postgres_sql(sql), 0})) {}

PostgresStatement::~PostgresStatement() {
  put_to_rest();
}

PostgresStatement::Cell& PostgresStatement::cell(int position) {
  MZ_CHECK(position >= 1);
  const auto place = static_cast<std::size_t>(position) - 1;
  if (place >= cells_.size()) cells_.resize(place + 1);
  return cells_[place];
}

void PostgresStatement::bind(int position, std::int64_t number) {
  cell(position) = Cell{false, true, number, {}};
}

void PostgresStatement::bind_text(int position, std::string_view utf8) {
  cell(position) = Cell{false, false, 0, std::string(utf8)};
}

void PostgresStatement::bind_blob(int position, std::string_view bytes) {
  cell(position) = Cell{false, false, 0, std::string(bytes)};
}

void PostgresStatement::bind_null(int position) {
  cell(position) = Cell{};
}

Parameters PostgresStatement::parameters() const {
  Parameters parameters;
  for (const Cell& cell : cells_) {
    if (cell.is_null) parameters.add_null();
    else if (cell.is_number) parameters.add(cell.number);
    else parameters.add_bytes(cell.bytes);
  }
  return parameters;
}

void PostgresStatement::require_row(std::string_view table) {
  MZ_CHECK(is_query_);
  MZ_CHECK(connection_.in_transaction());
  connection_.link().queue(server_, parameters(), 1, table);
}

void PostgresStatement::start() {
  if (!connection_.in_transaction()) connection_.ensure_link();
  PostgresLink& link = connection_.link();
  link.queue(server_, parameters());
  const bool is_boundary = !connection_.in_transaction();
  if (is_query_) {
    link.begin_rows(*this, is_boundary);
    state_ = State::Reading;
    return;
  }
  link.settle(is_boundary);
  affected_rows_ = link.last_affected();
}

bool PostgresStatement::next() {
  if (state_ == State::Reading) {
    row_ = connection_.link().next_row(*this);
  } else if (ahead_.empty()) {
    row_.reset();
  } else {
    row_ = std::move(ahead_.front());
    ahead_.pop_front();
  }
  if (!row_) state_ = State::Ready;
  return row_ != nullptr;
}

bool PostgresStatement::step() {
  MZ_CHECK(is_query_ || !connection_.is_reading_only());
  if (state_ == State::Ready) {
    row_.reset();
    affected_rows_ = 0;
    start();
    if (!is_query_) return false;
  }
  try {
    return next();
  } catch (...) {
    reset();
    throw;
  }
}

void PostgresStatement::read_ahead() {
  state_ = State::ReadAhead;
  while (ResultPtr row = connection_.link().next_row(*this)) ahead_.push_back(std::move(row));
}

void PostgresStatement::reset() {
  if (state_ == State::Reading) connection_.link().forget(*this);
  state_ = State::Ready;
  ahead_.clear();
  row_.reset();
}

void PostgresStatement::put_to_rest() noexcept {
  reset();
  cells_.clear();
}

std::string_view PostgresStatement::value_of(int column, std::span<const TypeId> types) const {
  MZ_CHECK(row_ != nullptr);
  MZ_CHECK(column >= 0 && column < PQnfields(row_.get()));
  bool is_fitting = false;
  for (const TypeId type : types) is_fitting = is_fitting || PQftype(row_.get(), column) == type;
  if (!is_fitting || PQgetisnull(row_.get(), 0, column) != 0)
    throw_server_fault(WorldFault::Damaged, connection_.name(), "列的类型不对 a column has another type");
  return {PQgetvalue(row_.get(), 0, column), static_cast<std::size_t>(PQgetlength(row_.get(), 0, column))};
}

std::int64_t PostgresStatement::column_int64(int column) const {
  const std::string_view bytes = value_of(column, kIntegers);
  // Two's complement, big-endian: the first bit counts for all that are not there.
  std::uint64_t number = (static_cast<unsigned char>(bytes.front()) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const char byte : bytes) number = (number << 8U) | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(number);
}

std::string_view PostgresStatement::column_text(int column) const {
  return value_of(column, kTexts);
}

std::string_view PostgresStatement::column_blob(int column) const {
  return value_of(column, kBytes);
}

bool PostgresStatement::is_null(int column) const {
  MZ_CHECK(row_ != nullptr);
  MZ_CHECK(column >= 0 && column < PQnfields(row_.get()));
  return PQgetisnull(row_.get(), 0, column) != 0;
}

}  // namespace mingzhang::store
