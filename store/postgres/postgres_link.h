// SPDX-License-Identifier: Apache-2.0
// The wire to a PostgreSQL server: statements are queued and travel together, answers are awaited with a time limit.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/postgres/postgres_error.h"

namespace mingzhang::store {

/// How long the program waits for whom.
struct PostgresLimits {
  int lock_ms = 5000;        ///< for a row that another transaction holds; then WorldError Locked
  int answer_ms = 60'000;    ///< for any answer of the server; then the connection is given up
  int connect_s = 10;        ///< for one host to accept a connection, where the address does not say
  int reconnect_ms = 30'000; ///< for a server to come back, or a standby to be promoted, after a connection broke
};

/// A statement as the server knows it. Lives as long as anybody may still hear of its preparation.
struct ServerStatement {
  std::string name;
  std::string sql;             ///< with $1, $2, …
  std::int64_t prepared_in = 0;  ///< the connection (`PostgresLink::generation`) that has it; 0: none
};

/// Parameters of one execution, all in the wire's binary form.
class Parameters {
 public:
  void clear();
  /// 8 bytes, big-endian.
  void add(std::int64_t number);
  void add_null();
  void add_bytes(std::string bytes);
  const std::vector<std::string>& values() const { return values_; }

 private:
  friend class PostgresLink;
  std::vector<std::string> values_;
  std::vector<bool> is_null_;
};

struct ResultDeleter {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ResultDeleter>;

/// Whoever is reading rows while they arrive. When the wire is needed for something else, what is left is read ahead.
class RowReader {
 public:
  virtual ~RowReader() = default;
  /// Takes all remaining rows off the wire. Must leave the reader's answer at its end.
  virtual void read_ahead() = 0;
};

/// Not a connection of books: it knows no transactions' meaning and no retry. Where it throws, it has either brought the
/// wire back in order (a refusal by the server) or closed it (`is_up` is false).
class PostgresLink {
 public:
  PostgresLink(std::string url, const PostgresLimits& limits, bool is_read_only);
  PostgresLink(const PostgresLink&) = delete;
  PostgresLink& operator=(const PostgresLink&) = delete;
  ~PostgresLink();

  /// Connects, asks the server whether it keeps what we need (store/postgres/server_check.h), and prepares the session.
  void connect();
  void close() noexcept;
  bool is_up() const { return connection_ != nullptr; }
  /// Counts connections from 1.
  std::int64_t generation() const { return generation_; }
  /// "host/database", never with a user or a password.
  const std::string& name() const { return name_; }
  const PostgresLimits& limits() const { return limits_; }

  /// Queues a statement without parameters and results.
  void queue(const char* sql);
  /// Queues an execution, and its preparation where this connection does not have it. With `rows_wanted` ≥ 0 the
  /// execution must touch as many rows of `table`, otherwise `settle` throws Damaged.
  void queue(const std::shared_ptr<ServerStatement>& statement, const Parameters& parameters,
             std::int64_t rows_wanted = -1, std::string_view table = {});
  /// How many answers are awaited.
  std::size_t awaited() const { return awaited_.size(); }

  /// Sends everything and reads every answer. Throws the first refusal. `is_boundary`: the server closes its implicit
  /// transaction here; needed outside of explicit ones, and to take back an error.
  void settle(bool is_boundary);
  /// Rows that the last settled execution touched, and its words, e.g. "COMMIT".
  std::int64_t last_affected() const { return last_affected_; }
  const std::string& last_words() const { return last_words_; }
  /// The column types of the last settled answer that had columns.
  const std::vector<std::uint32_t>& last_types() const { return last_types_; }

  /// Sends everything, reads all answers but the last one's, and hands that one over row by row to `reader`.
  void begin_rows(RowReader& reader, bool is_boundary);
  /// The next row for `reader`, or nothing at the end, after which the wire is free again. Again where the connection
  /// broke in the meantime.
  ResultPtr next_row(RowReader& reader);
  /// Makes the wire free: lets whoever is reading read ahead.
  void make_free();
  /// `reader` wants nothing more of what it was reading.
  void forget(RowReader& reader) noexcept;

  /// Runs statements separated by ';', outside of the queue.
  void run_script(const std::string& sql);

  /// From now until `calm`: a broken connection leaves an outcome that is Unknown, and so does any warning.
  void mark_committing(bool is_committing);
  bool has_warned() const { return has_warned_; }
  /// Statements in a row that the server gave up in favour of somebody else's; a COMMIT that went well ends the row.
  int defeats() const { return defeats_; }

 private:
  struct Awaited {
    std::shared_ptr<ServerStatement> prepared;  // this is the answer to a preparation
    std::int64_t rows_wanted = -1;
    std::string table;
  };
  using Deadline = std::chrono::steady_clock::time_point;

  static void hear(void* link, const PGresult* notice);
  Deadline deadline() const;
  void wait_for(bool wants_to_write, Deadline deadline);
  void flush(Deadline deadline);
  ResultPtr next_result();
  /// Reads the answer at the head of the queue. An error is kept in `error`.
  void read_answer(ServerError* error);
  void note_answer(const PGresult& result, const Awaited& awaited, ServerError* error);
  void add_boundary();
  void read_boundary();
  /// After an error: reads to the next boundary.
  void recover();
  [[noreturn]] void refuse(const ServerError& error);
  [[noreturn]] void lose(std::string_view cause);
  [[noreturn]] void refuse_to_connect();
  void prepare_session();
  /// The last answer to statements outside of the pipeline, within the time limit. Refuses to connect where one fails.
  ResultPtr ask(const std::string& sql);

  std::string url_;
  PostgresLimits limits_;
  bool is_read_only_;
  std::string name_;
  PGconn* connection_ = nullptr;
  std::int64_t generation_ = 0;
  std::deque<Awaited> awaited_;
  RowReader* reader_ = nullptr;
  bool has_boundary_ = false;  // the answer that is being read row by row is followed by one
  std::int64_t last_affected_ = 0;
  std::string last_words_;
  std::vector<std::uint32_t> last_types_;
  bool is_committing_ = false;
  bool has_warned_ = false;
  int defeats_ = 0;
};

}  // namespace mingzhang::store
