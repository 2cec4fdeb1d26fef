// SPDX-License-Identifier: Apache-2.0
// The portable schema in SQLite's words.
#include "store/sqlite/sqlite_ddl.h"

#include "tests/support/catch.h"

namespace mingzhang::store {

TEST_CASE("every table gets its options, and nothing else does", "[store][sqlite]") {
  const auto ddl = [](std::string_view portable) { return sqlite_ddl(portable); };
  CHECK(ddl("") == "");
  CHECK(ddl("CREATE TABLE a (x INTEGER)") == "CREATE TABLE a (x INTEGER) STRICT, WITHOUT ROWID");
  CHECK(ddl("create  table a (x INTEGER);\n") == "create  table a (x INTEGER) STRICT, WITHOUT ROWID;\n");
  CHECK(ddl("CREATE TABLE a (x TEXT);CREATE TABLE b (y BLOB) ;") ==
        "CREATE TABLE a (x TEXT) STRICT, WITHOUT ROWID;CREATE TABLE b (y BLOB) STRICT, WITHOUT ROWID ;");
  CHECK(ddl("CREATE INDEX i ON a (x);") == "CREATE INDEX i ON a (x);");
  CHECK(ddl("CREATE TABLETS a (x);") == "CREATE TABLETS a (x);");
  CHECK(ddl("INSERT INTO a VALUES ('CREATE TABLE b (x);');") == "INSERT INTO a VALUES ('CREATE TABLE b (x);');");
}

TEST_CASE("comments and quoted texts do not mislead the translation", "[store][sqlite]") {
  CHECK(sqlite_ddl("-- one; two\nCREATE TABLE a (x INTEGER); -- CREATE TABLE c (") ==
        "-- one; two\nCREATE TABLE a (x INTEGER) STRICT, WITHOUT ROWID; -- CREATE TABLE c (");
  CHECK(sqlite_ddl("CREATE TABLE a (\n  x INTEGER -- a;b\n) -- end\n;") ==
        "CREATE TABLE a (\n  x INTEGER -- a;b\n) STRICT, WITHOUT ROWID -- end\n;");
  CHECK(sqlite_ddl("CREATE TABLE a (x TEXT CHECK (x <> ';'))") ==
        "CREATE TABLE a (x TEXT CHECK (x <> ';')) STRICT, WITHOUT ROWID");
}

TEST_CASE("a table of long rows is not clustered by its key, and its neighbours are", "[store][sqlite]") {
  CHECK(sqlite_ddl("CREATE TABLE a (  -- long rows\n x TEXT);CREATE TABLE b (y BLOB);") ==
        "CREATE TABLE a (  -- long rows\n x TEXT) STRICT;CREATE TABLE b (y BLOB) STRICT, WITHOUT ROWID;");
}

}  // namespace mingzhang::store
