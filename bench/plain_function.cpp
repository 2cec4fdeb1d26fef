// SPDX-License-Identifier: Apache-2.0
// Speaks libpq directly.
#include "bench/plain_function.h"

#include <libpq-fe.h>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "bench/workload.h"

namespace mingzhang::bench {
namespace {

PGconn* connect(const std::string& url) {
  PGconn* const connection = PQconnectdb(url.c_str());
  if (PQstatus(connection) == CONNECTION_OK) return connection;
  std::fputs("the server of the measurement does not answer\n", stderr);
  std::exit(1);
}

/// Runs statements; the first value of the answer.
std::string run(PGconn* connection, const std::string& sql) {
  PGresult* const result = PQexec(connection, sql.c_str());
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    std::fprintf(stderr, "%s", PQerrorMessage(connection));
    std::exit(1);
  }
  std::string value = status == PGRES_TUPLES_OK && PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
  PQclear(result);
  return value;
}

constexpr const char* kSchema = R"sql(
CREATE TABLE bench_book (book bigint PRIMARY KEY, last_number bigint NOT NULL);
CREATE TABLE bench_account (book bigint, account bigint, debit bigint NOT NULL, credit bigint NOT NULL, PRIMARY KEY (book, account));
CREATE TABLE bench_voucher (book bigint, number bigint, day date NOT NULL, summary text NOT NULL, PRIMARY KEY (book, number));
CREATE TABLE bench_line (book bigint, number bigint, line int, account bigint NOT NULL, debit bigint, credit bigint,
                         PRIMARY KEY (book, number, line));
CREATE TABLE bench_row (client bigint, id bigint GENERATED ALWAYS AS IDENTITY, payload bytea, PRIMARY KEY (client, id));
CREATE TABLE bench_log (seq bigint PRIMARY KEY, bytes bytea, lines bytea);
CREATE FUNCTION bench_post(b bigint, debtor bigint, creditor bigint, amount bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  UPDATE bench_book SET last_number = last_number + 1 WHERE book = b RETURNING last_number INTO n;
  INSERT INTO bench_voucher VALUES (b, n, DATE '2016-03-01', '拨付扶贫资金');
  INSERT INTO bench_line VALUES (b, n, 1, debtor, amount, NULL), (b, n, 2, creditor, NULL, amount);
  UPDATE bench_account SET debit = debit + amount WHERE book = b AND account = debtor;
  UPDATE bench_account SET credit = credit + amount WHERE book = b AND account = creditor;
  RETURN n;
END $$;
)sql";

}  // namespace

void PlainFunction::prepare(const std::string& url) {
  PGconn* const connection = connect(url);
  run(connection, kSchema);
  PQfinish(connection);
}

double PlainFunction::megabytes(const std::string& url) {
  PGconn* const connection = connect(url);
  const std::string bytes = run(connection, "SELECT pg_database_size(current_database())");
  PQfinish(connection);
  return static_cast<double>(std::atoll(bytes.c_str())) / 1e6;
}

PlainFunction::PlainFunction(const std::string& url, int book, int accounts, int client)
    : connection_(connect(url)), book_(book), accounts_(accounts), random_(static_cast<std::uint64_t>(client) + 1) {
  const std::string number = std::to_string(book);
  run(connection_, "INSERT INTO bench_book VALUES (" + number + ", 0) ON CONFLICT DO NOTHING");
  run(connection_, "INSERT INTO bench_account SELECT " + number + ", a, 0, 0 FROM generate_series(1, " +
                       std::to_string(accounts) + ") a ON CONFLICT DO NOTHING");
  PQclear(PQprepare(connection_, "post", "SELECT bench_post($1, $2, $3, $4)", 0, nullptr));
  PQclear(PQprepare(connection_, "row", "INSERT INTO bench_row (client, payload) VALUES ($1, $2)", 0, nullptr));
}

PlainFunction::~PlainFunction() { PQfinish(connection_); }

void PlainFunction::post() {
  const auto accounts = static_cast<std::uint64_t>(accounts_);
  const std::uint64_t debtor = random_() % accounts;
  const std::uint64_t creditor = (debtor + 1 + random_() % (accounts - 1)) % accounts;
  const std::string values[] = {std::to_string(book_), std::to_string(debtor + 1), std::to_string(creditor + 1),
                                std::to_string(random_() % 1'000'000 + 1)};
  const char* const texts[] = {values[0].c_str(), values[1].c_str(), values[2].c_str(), values[3].c_str()};
  PGresult* const result = PQexecPrepared(connection_, "post", 4, texts, nullptr, nullptr, 0);
  if (PQresultStatus(result) != PGRES_TUPLES_OK) {
    std::fprintf(stderr, "%s", PQerrorMessage(connection_));
    std::exit(1);
  }
  PQclear(result);
}

void PlainFunction::post_together(int count) {
  run(connection_, "BEGIN");
  for (int call = 0; call < count; ++call) post();
  run(connection_, "COMMIT");
}

void PlainFunction::insert_row() {
  const std::string client = std::to_string(book_);
  const char* const texts[] = {client.c_str(), "0123456789abcdef0123456789abcdef0123456789abcdef"};
  PQclear(PQexecPrepared(connection_, "row", 2, texts, nullptr, nullptr, 0));
}

PlainFunction::Copied PlainFunction::copy_log(ledger::BookId book) {
  PGresult* result = PQexec(connection_, ("COPY (SELECT seq, bytes, lines FROM record WHERE book_id = " + std::to_string(book.value) +
                                          ") TO STDOUT (FORMAT binary)").c_str());
  PQclear(result);
  std::vector<std::string> chunks;
  char* data = nullptr;
  for (int size = 0; (size = PQgetCopyData(connection_, &data, 0)) > 0; PQfreemem(data)) chunks.emplace_back(data, size);
  while ((result = PQgetResult(connection_)) != nullptr) PQclear(result);
  Copied copied;
  const double begun = seconds_now();
  PQclear(PQexec(connection_, "COPY bench_log FROM STDIN (FORMAT binary)"));
  for (const std::string& chunk : chunks) {
    PQputCopyData(connection_, chunk.data(), static_cast<int>(chunk.size()));
    copied.bytes += static_cast<std::int64_t>(chunk.size());
  }
  PQputCopyEnd(connection_, nullptr);
  bool is_good = true;
  while ((result = PQgetResult(connection_)) != nullptr) {
    is_good = is_good && PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
  }
  copied.seconds = seconds_now() - begun;
  if (!is_good) {
    std::fprintf(stderr, "%s", PQerrorMessage(connection_));
    std::exit(1);
  }
  return copied;
}

}  // namespace mingzhang::bench
