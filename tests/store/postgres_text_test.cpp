// SPDX-License-Identifier: Apache-2.0
// Portable SQL in PostgreSQL's words, error codes as faults, and rows as arrays; nothing here needs a server.
#include "store/postgres/postgres_text.h"

#include <array>
#include <string>

#include "store/open_store.h"
#include "store/postgres/postgres_arrays.h"
#include "store/postgres/postgres_error.h"
#include "tests/support/catch.h"

namespace mingzhang::store {

TEST_CASE("placeholders are numbered outside of quotes and comments", "[store][postgres]") {
  CHECK(postgres_sql("SELECT a FROM t WHERE b = ? AND c = '?' AND d = ? -- ?\nAND e = ?") ==
        "SELECT a FROM t WHERE b = $1 AND c = '?' AND d = $2 -- ?\nAND e = $3");
  CHECK(postgres_sql("").empty());
  CHECK(postgres_sql("'open ?") == "'open ?");
}

TEST_CASE("types of the portable schema become the server's", "[store][postgres]") {
  CHECK(postgres_ddl("CREATE TABLE t ( -- INTEGER, TEXT\n  a INTEGER NOT NULL, b TEXT, c BLOB, d_TEXT INTEGER)") ==
        "CREATE TABLE t ( -- INTEGER, TEXT\n  a BIGINT NOT NULL, b TEXT COLLATE \"C\", c BYTEA, d_TEXT BIGINT)");
}

TEST_CASE("what the server says is told apart by what can be done about it", "[store][postgres]") {
  for (const char* state : {"40001", "40P01", "57P01", "57P02", "57P03", "25006", "08006", "42P07", ""})
    CHECK(fault_of_sqlstate(state) == WorldFault::Again);
  CHECK(fault_of_sqlstate("55P03") == WorldFault::Locked);
  CHECK(fault_of_sqlstate("53100") == WorldFault::Full);
  CHECK(fault_of_sqlstate("53200") == WorldFault::OutOfMemory);
  CHECK(fault_of_sqlstate("42501") == WorldFault::Unavailable);
  CHECK(fault_of_sqlstate("57014") == WorldFault::Unavailable);
  CHECK(fault_of_sqlstate("XX001") == WorldFault::Damaged);
  CHECK(fault_of_sqlstate("42703") == WorldFault::Other);
  CHECK_THROWS_AS(throw_server_error({"23505", "line", "line_pkey"}, "db"), ConstraintViolation);
}

TEST_CASE("an address that is not well-formed is refused without its password", "[store][postgres]") {
  for (const char* url : {"postgresql://books:geheim@[::1/x", "postgresql://books:geheim@host/x?wrong=geheim"}) {
    try {
      open_store(url, {});
      FAIL("such an address was accepted");
    } catch (const WorldError& error) {
      CHECK(error.fault() == WorldFault::Unavailable);
      CHECK(std::string(error.what()).find("geheim") == std::string::npos);
    }
  }
}

TEST_CASE("a server that nobody has is refused at once, by host and database alone", "[store][postgres]") {
  try {
    open_store("postgresql://books:geheim@127.0.0.1:1/yanchi", {});
    FAIL("nobody listens there");
  } catch (const WorldError& error) {
    const std::string text = error.what();
    CHECK(error.fault() == WorldFault::Unavailable);
    CHECK(text.find("127.0.0.1:1/yanchi") != std::string::npos);
    CHECK(text.find("geheim") == std::string::npos);
  }
}

TEST_CASE("rows become arrays until a statement is full, at least one row each", "[store][postgres]") {
  class TwoRows final : public RowSource {
   public:
    std::size_t row_count() const override { return 2; }
    Value value(std::size_t row, std::size_t column) const override {
      if (column == 0) return Value::integer(row == 0 ? -2 : 7);
      return row == 0 ? Value::null() : Value::text("ab");
    }
  };
  const std::array<TypeId, 2> types{20, 25};
  Parameters all;
  CHECK(add_arrays(TwoRows(), types, 0, 1000, all) == 2);
  const std::string numbers("\0\0\0\1\0\0\0\0\0\0\0\x14\0\0\0\2\0\0\0\1\0\0\0\x8\xff\xff\xff\xff\xff\xff\xff\xfe\0\0\0\x8\0\0\0\0\0\0\0\7", 44);
  const std::string texts("\0\0\0\1\0\0\0\1\0\0\0\x19\0\0\0\2\0\0\0\1\xff\xff\xff\xff\0\0\0\2" "ab", 30);
  REQUIRE(all.values().size() == 2);
  CHECK(all.values()[0] == numbers);
  CHECK(all.values()[1] == texts);
  Parameters first;
  CHECK(add_arrays(TwoRows(), types, 0, 1, first) == 1);
  CHECK(add_arrays(TwoRows(), types, 1, 1, first) == 2);
}

}  // namespace mingzhang::store
