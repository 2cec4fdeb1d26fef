// SPDX-License-Identifier: Apache-2.0
// Queueing, waiting and reading, in libpq's pipeline mode.
#include "store/postgres/postgres_link.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "base/check.h"
#include "store/connection.h"

namespace mingzhang::store {
namespace {

constexpr int kBinary = 1;

std::string field_of(const PGresult& result, int field) {
  const char* text = PQresultErrorField(&result, field);
  return text == nullptr ? std::string() : std::string(text);
}

ServerError error_of(const PGresult& result) {
  return {field_of(result, PG_DIAG_SQLSTATE), field_of(result, PG_DIAG_TABLE_NAME), field_of(result, PG_DIAG_CONSTRAINT_NAME)};
}

std::int64_t affected_by(const PGresult& result) {
  const std::string_view text = PQcmdTuples(const_cast<PGresult*>(&result));
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

void Parameters::clear() {
  values_.clear();
  is_null_.clear();
}

void Parameters::add(std::int64_t number) {
  std::string bytes(8, '\0');
  const auto bits = static_cast<std::uint64_t>(number);
  for (std::size_t place = 0; place < 8; ++place) bytes[place] = static_cast<char>(bits >> (56 - 8 * place));
  add_bytes(std::move(bytes));
}

void Parameters::add_null() {
  values_.emplace_back();
  is_null_.push_back(true);
}

void Parameters::add_bytes(std::string bytes) {
  values_.push_back(std::move(bytes));
  is_null_.push_back(false);
}

PostgresLink::PostgresLink(std::string url, const PostgresLimits& limits, bool is_read_only)
    : url_(std::move(url)), limits_(limits), is_read_only_(is_read_only), name_("postgresql") {}

PostgresLink::~PostgresLink() {
  close();
}

void PostgresLink::close() noexcept {
  if (connection_ != nullptr) PQfinish(connection_);
  connection_ = nullptr;
  awaited_.clear();
  reader_ = nullptr;
  has_boundary_ = false;
}

void PostgresLink::hear(void* link, const PGresult* notice) {
  const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
  if (severity != nullptr && std::strcmp(severity, "WARNING") == 0) static_cast<PostgresLink*>(link)->has_warned_ = true;
}

void PostgresLink::mark_committing(bool is_committing) {
  is_committing_ = is_committing;
  if (is_committing) has_warned_ = false;
}

PostgresLink::Deadline PostgresLink::deadline() const {
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(limits_.answer_ms);
}

void PostgresLink::lose(std::string_view cause) {
  close();
  throw_server_fault(is_committing_ ? WorldFault::Unknown : WorldFault::Again, name_, cause);
}

void PostgresLink::wait_for(bool wants_to_write, Deadline deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  pollfd wanted{PQsocket(connection_), static_cast<short>(wants_to_write ? POLLIN | POLLOUT : POLLIN), 0};
  const int ready = left.count() <= 0 ? 0 : poll(&wanted, 1, static_cast<int>(left.count()) + 1);
  if (ready > 0 || (ready < 0 && errno == EINTR)) return;
  // A server that does not answer is not asked again within this transaction: it may be at work on it for ever.
  if (!is_committing_) {
    close();
    throw_server_fault(WorldFault::Unavailable, name_, "服务器没有回答 the server does not answer");
  }
  lose("服务器没有回答 the server does not answer");
}

void PostgresLink::flush(Deadline deadline) {
  for (;;) {
    const int state = PQflush(connection_);
    if (state == 0) return;
    if (state < 0) lose("连接中断 the connection broke");
    wait_for(true, deadline);
    if (PQconsumeInput(connection_) == 0) lose("连接中断 the connection broke");
  }
}

ResultPtr PostgresLink::next_result() {
  const Deadline until = deadline();
  flush(until);
  while (PQisBusy(connection_) != 0) {
    wait_for(false, until);
    if (PQconsumeInput(connection_) == 0 && PQisBusy(connection_) != 0) lose("连接中断 the connection broke");
  }
  return ResultPtr(PQgetResult(connection_));
}

void PostgresLink::queue(const char* sql) {
  make_free();
  if (PQsendQueryParams(connection_, sql, 0, nullptr, nullptr, nullptr, nullptr, kBinary) == 0)
    lose("连接中断 the connection broke");
  awaited_.emplace_back();
}

void PostgresLink::queue(const std::shared_ptr<ServerStatement>& statement, const Parameters& parameters,
                         std::int64_t rows_wanted, std::string_view table) {
  make_free();
  if (statement->prepared_in != generation_) {
    if (PQsendPrepare(connection_, statement->name.c_str(), statement->sql.c_str(), 0, nullptr) == 0)
      lose("连接中断 the connection broke");
    awaited_.push_back(Awaited{statement, -1, {}});
    statement->prepared_in = generation_;
  }
  const std::size_t count = parameters.values_.size();
  std::vector<const char*> values(count);
  std::vector<int> lengths(count);
  std::vector<int> formats(count, kBinary);
  for (std::size_t number = 0; number < count; ++number) {
    values[number] = parameters.is_null_[number] ? nullptr : parameters.values_[number].data();
    lengths[number] = static_cast<int>(parameters.values_[number].size());
  }
  if (PQsendQueryPrepared(connection_, statement->name.c_str(), static_cast<int>(count), values.data(), lengths.data(),
                          formats.data(), kBinary) == 0) {
    lose("连接中断 the connection broke");
  }
  awaited_.push_back(Awaited{nullptr, rows_wanted, std::string(table)});
}

void PostgresLink::note_answer(const PGresult& result, const Awaited& awaited, ServerError* error) {
  const ExecStatusType status = PQresultStatus(&result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) {
    if (awaited.prepared) return;
    last_affected_ = affected_by(result);
    last_words_ = PQcmdStatus(const_cast<PGresult*>(&result));
    if (last_words_ == "COMMIT") defeats_ = 0;
    const int columns = status == PGRES_TUPLES_OK ? PQnfields(&result) : 0;
    if (columns > 0) last_types_.clear();
    for (int column = 0; column < columns; ++column) last_types_.push_back(PQftype(&result, column));
    if (awaited.rows_wanted >= 0 && last_affected_ != awaited.rows_wanted && error->state.empty())
      *error = {"MZ001", awaited.table, ""};
    return;
  }
  if (awaited.prepared) awaited.prepared->prepared_in = 0;
  if (status == PGRES_PIPELINE_ABORTED) return;
  if (PQstatus(connection_) == CONNECTION_BAD) {
    const std::string state = field_of(result, PG_DIAG_SQLSTATE);
    lose(state.empty() ? "连接中断 the connection broke" : "PostgreSQL " + state);
  }
  if (error->state.empty()) *error = error_of(result);
  if (error->state.empty()) error->state = "XXXXX";
}

void PostgresLink::read_answer(ServerError* error) {
  const Awaited awaited = std::move(awaited_.front());
  awaited_.pop_front();
  while (const ResultPtr result = next_result()) note_answer(*result, awaited, error);
}

void PostgresLink::add_boundary() {
  if (PQpipelineSync(connection_) == 0) lose("连接中断 the connection broke");
}

void PostgresLink::read_boundary() {
  const ResultPtr result = next_result();
  if (!result || PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC) lose("回答错乱 answers out of order");
}

void PostgresLink::recover() {
  add_boundary();
  ServerError ignored;
  while (!awaited_.empty()) read_answer(&ignored);
  read_boundary();
}

void PostgresLink::refuse(const ServerError& error) {
  if (error.state == "MZ001") throw_row_missing(name_, error.table);
  // A server that became a standby, or is going away, will not carry this session any further.
  const WorldFault fault = fault_of_sqlstate(error.state);
  if (fault == WorldFault::Again || error.state == "23505") ++defeats_;
  if (fault == WorldFault::Again && error.state.substr(0, 2) != "40" && error.state.substr(0, 2) != "42") close();
  throw_server_error(error, name_);
}

void PostgresLink::settle(bool is_boundary) {
  make_free();
  if (awaited_.empty() && !is_boundary) return;
  if (is_boundary) add_boundary();
  else if (PQsendFlushRequest(connection_) == 0) lose("连接中断 the connection broke");
  ServerError error;
  while (!awaited_.empty() && (is_boundary || error.state.empty())) read_answer(&error);
  if (is_boundary) read_boundary();
  if (error.state.empty()) return;
  if (!is_boundary) recover();
  refuse(error);
}

void PostgresLink::begin_rows(RowReader& reader, bool is_boundary) {
  MZ_CHECK(reader_ == nullptr);
  MZ_CHECK(!awaited_.empty());
  if (is_boundary) add_boundary();
  else if (PQsendFlushRequest(connection_) == 0) lose("连接中断 the connection broke");
  ServerError error;
  while (awaited_.size() > 1 && error.state.empty()) read_answer(&error);
  if (!error.state.empty()) {
    while (!awaited_.empty()) read_answer(&error);
    if (is_boundary) read_boundary();
    else recover();
    refuse(error);
  }
  if (PQsetSingleRowMode(connection_) == 0) lose("回答错乱 answers out of order");
  reader_ = &reader;
  has_boundary_ = is_boundary;
}

ResultPtr PostgresLink::next_row(RowReader& reader) {
  if (reader_ != &reader) throw_server_fault(WorldFault::Again, name_, "连接中断 the connection broke");
  ResultPtr result = next_result();
  if (result && PQresultStatus(result.get()) == PGRES_SINGLE_TUPLE) return result;
  ServerError error;
  const Awaited awaited = std::move(awaited_.front());
  awaited_.pop_front();
  if (!result) lose("回答错乱 answers out of order");
  note_answer(*result, awaited, &error);
  while (const ResultPtr rest = next_result()) note_answer(*rest, awaited, &error);
  reader_ = nullptr;
  if (has_boundary_) read_boundary();
  else if (!error.state.empty()) recover();
  if (!error.state.empty()) refuse(error);
  return nullptr;
}

void PostgresLink::make_free() {
  if (reader_ != nullptr) reader_->read_ahead();
  if (connection_ == nullptr) throw_server_fault(WorldFault::Again, name_, "连接中断 the connection broke");
}

void PostgresLink::forget(RowReader& reader) noexcept {
  if (reader_ != &reader) return;
  // A few rows are read to their end; of a long answer the server would send everything: another connection is cheaper.
  try {
    for (int row = 0; row < 10'000; ++row) {
      if (!next_row(reader)) return;
    }
  } catch (const std::exception&) {  // whoever reads nothing more need not hear why there was nothing more
    if (reader_ != &reader) return;
  }
  close();
}

void PostgresLink::run_script(const std::string& sql) {
  settle(true);
  if (PQexitPipelineMode(connection_) == 0 || PQsendQuery(connection_, sql.c_str()) == 0)
    lose("连接中断 the connection broke");
  ServerError error;
  while (const ResultPtr result = next_result()) note_answer(*result, Awaited{}, &error);
  if (PQenterPipelineMode(connection_) == 0) lose("连接中断 the connection broke");
  if (!error.state.empty()) refuse(error);
}

}  // namespace mingzhang::store
