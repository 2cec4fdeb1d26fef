#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads every SQL statement of store/ and holds it to the portable subset: what each engine that we may meet runs alike.

Statements stand in string literals of store/*.cpp and store/*.h (those of one driver, store/sqlite/ and store/postgres/,
are that driver's own) and in store/migrations/*/up.sql. A literal is SQL where it begins with a word of SQL, or where it
goes on after a built "… WHERE book_id = ?" with AND or ORDER BY.
"""

import re
import sys
from pathlib import Path

from source_text import Problem, files_of, line_of, read, report, self_test

# Tables that belong to no book.
WITHOUT_BOOK = {"book_name", "schema_migration", "seen_log"}
# Reads over all books, to list and to verify them.
OVER_ALL_BOOKS = {"SELECT book_id FROM book ORDER BY book_id"}
TYPES = {"INTEGER", "TEXT", "BLOB"}

_LITERALS = re.compile(r'"(?:\\.|[^"\\\n])*"(?:\s*"(?:\\.|[^"\\\n])*")*')
_STATEMENT = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|MERGE|TRUNCATE|LOCK|SET|GRANT|CALL)\s")
_GOES_ON = re.compile(r"\s*(?:AND|ORDER BY|WHERE|LIMIT)\s")

# rule, what the subset does not have, why
WORDS = (
    ("upsert", r"ON\s+CONFLICT|ON\s+DUPLICATE|\bREPLACE\s+INTO|\bINSERT\s+OR\b|\bMERGE\b", "update first, insert what is not there"),
    ("key", r"AUTOINCREMENT|\bSERIAL\b|\bSEQUENCE\b|\bNEXTVAL\b|\bIDENTITY\b|last_insert_rowid|\browid\b|\bRETURNING\b",
     "keys are made by the program"),
    ("feature", r"\bTRIGGER\b|\bTEMP(?:ORARY)?\b|\bGENERATED\b|\bLISTEN\b|\bNOTIFY\b|advisory|\bFOR\s+(?:UPDATE|SHARE)\b|\bPRAGMA\b|"
                r"\bLATERAL\b|\bARRAY\b|\bOVER\s*\(|\bWITH\s+RECURSIVE\b|\bTRUNCATE\b|\bCREATE\s+VIEW\b",
     "not on every engine, or not the same there"),
    ("function", r"\b(?:strftime|date|datetime|julianday|now|random|ifnull|nvl|printf|group_concat|string_agg|instr|strpos|typeof|"
                 r"hex|unhex|zeroblob|encode|decode|total|json\w*)\s*\(|\bCURRENT_(?:DATE|TIME|TIMESTAMP)\b",
     "compute it in the program"),
    ("compare", r"\b(?:LIKE|ILIKE|GLOB|REGEXP|SIMILAR\s+TO|MATCH|COLLATE)\b|\bIS\s+(?:NOT\s+)?\?|<=>|==", "bytes are compared, nothing else"),
    ("empty-text", r"''", "NULL or a text that is not empty"),
    ("division", r"[^/*]/[^/*]|%", "divide in the program"),
    ("number", r"\d\.\d|\b(?:REAL|FLOAT|DOUBLE|NUMERIC|DECIMAL|MONEY)\b|\bCAST\s*\(", "integers, texts and bytes only"),
)


def statements(text):
    """(offset, text) of the literals that are SQL; neighbours in the source are one."""
    code = re.sub(r"//[^\n]*", lambda match: " " * len(match.group(0)), text)
    for match in _LITERALS.finditer(code):
        sql = "".join(part[1:-1] for part in re.findall(r'"(?:\\.|[^"\\\n])*"', match.group(0)))
        if _STATEMENT.match(sql) or _GOES_ON.match(sql):
            yield match.start(), sql


def word_problems(path, line, sql):
    for rule, pattern, remedy in WORDS:
        found = re.search(pattern, sql, re.IGNORECASE)
        if found:
            yield Problem(path, line, rule, f'"{found.group(0).strip()}": {remedy}')


def where_problems(path, line, sql):
    """Every table of a book is asked with book_id first."""
    if sql in OVER_ALL_BOOKS or _GOES_ON.match(sql):
        return
    parts = re.split(r"\(\s*(?=SELECT\b)", sql)
    for part in parts:
        named = re.search(r"\b(?:FROM|UPDATE|INTO)\s+(\w+)", part)
        if not named or named.group(1) in WITHOUT_BOOK or not re.match(r"\s*(?:SELECT|UPDATE|DELETE)\s", part):
            continue
        if not re.search(r"\bWHERE\s+book_id = \?", part):
            yield Problem(path, line, "book", f"{named.group(1)}: the where-clause begins with book_id = ?")


def column_problems(path, line, table, column):
    name, *rest = column.split(None, 2)
    if name.upper() in ("PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "CONSTRAINT"):
        wanted = {"PRIMARY": r"PRIMARY KEY \(book_id\b", "UNIQUE": r"UNIQUE \(book_id\b",
                  "FOREIGN": r"FOREIGN KEY \(book_id\b.*\) REFERENCES \w+ \(book_id\b"}.get(name.upper())
        if wanted and table not in WITHOUT_BOOK and not re.match(wanted, column, re.IGNORECASE):
            yield Problem(path, line, "book", f"{table}: book_id stands first in every key")
    elif not rest or rest[0].upper() not in TYPES:
        yield Problem(path, line, "number", f"{table}.{name}: {' '.join(rest)} is none of {', '.join(sorted(TYPES))}")


def split_columns(body):
    """The parts of a column list, split at commas outside of parentheses."""
    depth, part = 0, ""
    for letter in body:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += letter
    yield part.strip()


def schema_problems(path, text):
    plain = re.sub(r"--[^\n]*", lambda match: " " * len(match.group(0)), text)
    for match in re.finditer(r"[^;]+;?", plain):
        sql = match.group(0)
        if not sql.strip():
            continue
        line = line_of(plain, match.start() + len(sql) - len(sql.lstrip()))
        yield from word_problems(path, line, sql)
        table = re.match(r"\s*CREATE TABLE (\w+) \((.*)\)\s*;?\s*$", sql, re.DOTALL)
        index = re.match(r"\s*CREATE (?:UNIQUE )?INDEX \w+ ON (\w+) \((\w+)", sql)
        added = re.match(r"\s*ALTER TABLE (\w+) ADD COLUMN (.*?);?\s*$", sql, re.DOTALL)
        if table:
            for column in split_columns(table.group(2)):
                yield from column_problems(path, line, table.group(1), " ".join(column.split()))
        elif index:
            if index.group(2) != "book_id":
                yield Problem(path, line, "book", f"{index.group(1)}: book_id stands first in every index")
        elif added:
            yield from column_problems(path, line, added.group(1), " ".join(added.group(2).split()))
        elif not re.match(r"\s*(?:UPDATE|INSERT|DELETE)\s", sql):
            yield Problem(path, line, "feature", "a migration makes tables, indexes and columns")


def check(root):
    problems = []
    for path in files_of(root, ".cpp", ".h"):
        if not re.fullmatch(r"store/[^/]+", path):
            continue
        text = read(root, path)
        for offset, sql in statements(text):
            line = line_of(text, offset)
            problems += word_problems(path, line, sql)
            problems += where_problems(path, line, sql)
            if re.match(r"\s*CREATE\s", sql):
                problems += schema_problems(path, sql)
    migrations = [path for path in files_of(root, "up.sql") if path.startswith("store/migrations/")]
    for path in migrations:
        problems += schema_problems(path, read(root, path))
    if not migrations:
        problems.append(Problem("store/migrations", 1, "empty", "there is no schema to check"))
    return sorted(set(problems))


_SCHEMA = "store/migrations/0001_books/up.sql"
_CODE = "store/loans_read.cpp"
GOOD = {
    _SCHEMA: "-- Rates / shares are ours.\nCREATE TABLE book_name (\n  name TEXT NOT NULL,\n  PRIMARY KEY (name)\n);\n"
             "CREATE TABLE loan (  -- long rows\n  book_id INTEGER NOT NULL,\n  code TEXT,\n  PRIMARY KEY (book_id, code)\n);\n"
             "CREATE INDEX loan_by ON loan (book_id, code);\nALTER TABLE loan ADD COLUMN note BLOB;\n",
    _CODE: '// "DELETE FROM loan" is a comment.\nauto a = "SELECT code FROM loan WHERE book_id = ? "\n         "AND code > ?";\n'
           'auto b = "AND day BETWEEN ? AND ? ORDER BY day";\nauto c = "SELECT name FROM book_name ORDER BY name";\n'
           'auto d = "from a / b, 1.5 % of it";\n',
    "store/sqlite/own.cpp": 'auto a = "SELECT random() FROM loan";\n',
}


def _code(sql):
    return {_CODE: f'auto a = "{sql}";\n'}


def _schema(sql):
    return {_SCHEMA: sql + "\n"}


BAD = [
    ("upsert", _code("INSERT INTO loan (book_id) VALUES (?) ON CONFLICT DO NOTHING")),
    ("key", _code("INSERT INTO loan (book_id) VALUES (?) RETURNING code")),
    ("feature", _code("SELECT code FROM loan WHERE book_id = ? FOR UPDATE")),
    ("function", _code("SELECT random() FROM loan WHERE book_id = ?")),
    ("compare", _code("SELECT code FROM loan WHERE book_id = ? AND code LIKE ?")),
    ("compare", _code("AND code IS ?")),
    ("empty-text", _code("AND code > ''")),
    ("division", _code("SELECT a / b FROM loan WHERE book_id = ?")),
    ("number", _code("AND rate > 1.5")),
    ("book", _code("SELECT code FROM loan WHERE code = ?")),
    ("book", _code("DELETE FROM loan")),
    ("book", _code("SELECT code FROM loan WHERE book_id = ? AND code IN (SELECT code FROM day WHERE day = ?)")),
    ("book", _schema("CREATE TABLE loan (code TEXT, PRIMARY KEY (code));")),
    ("book", _schema("CREATE INDEX by_code ON loan (code);")),
    ("book", _schema("CREATE TABLE loan (book_id INTEGER, code TEXT, FOREIGN KEY (code) REFERENCES code (code));")),
    ("number", _schema("CREATE TABLE loan (book_id INTEGER, rate VARCHAR(9), PRIMARY KEY (book_id));")),
    ("feature", _schema("DROP TABLE loan;")),
    ("empty", {_SCHEMA: None}),
]


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test(check, GOOD, BAD)
    if arguments:
        print("usage: check_sql.py [--self-test]", file=sys.stderr)
        return 2
    return report(check(Path(__file__).resolve().parent.parent), "SQL")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
