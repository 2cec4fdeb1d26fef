#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A demonstration county moves to a server and back: the same roots, reports and slips at every stop, one place to write.
# Sourced words: tests/support/cli.sh.
set -euo pipefail
: "${MINGZHANG_BIN:?}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/cli.sh
. "$here/../support/cli.sh"
# shellcheck source=tests/support/postgres.sh
. "$here/../support/postgres.sh"
[[ -x $postgres_bin/initdb ]] || exit 77
cd / # the servers' user may not look into the folder
postgres_start
cd "$folder"

# roots URL FILE: what verify says of every book there, which must be sound.
roots() {
  expect 0 verify --db "$1" --json
  json 'd["ok"] and len(d["books"]) == 7'
  cp out "$2"
}
# reports URL FOLDER: trial balances and household lists of every book.
reports() {
  local book
  mkdir -p "$2"
  for book in $names; do
    expect 0 report trial-balance --db "$1" --book "$book" --as-of 2024-12-31 --json
    cp out "$2/$book.json"
  done
}

expect 0 demo --dir demo --households 300
sqlite=sqlite:demo/demo.db
names="dingxi fengqing kundulun qinan qingyang-subsidy weining weining-loans"
roots "$sqlite" at_home
reports "$sqlite" reports_home

# Killed on its way, run again, and again when it is done.
(timeout -s KILL 0.25 "$MINGZHANG_BIN" migrate --from "$sqlite" --to "$POSTGRES_URL") >/dev/null 2>&1 || true
expect 0 migrate --from "$sqlite" --to "$POSTGRES_URL" --json
json 'len(d["books"]) == 7'
grep -q ' / ' err || fail "no progress was shown"
expect 0 migrate --from "$sqlite" --to "$POSTGRES_URL" --json
json 'all(book["was_done"] for book in d["books"])'

roots "$POSTGRES_URL" on_server
cmp at_home on_server || fail "the roots differ"
roots "$sqlite" left_behind
cmp at_home left_behind || fail "the source changed"
reports "$POSTGRES_URL" reports_server
diff -r reports_home reports_server || fail "the reports differ"

# What was left can be read, says so, and is not written; no password is told.
first=${names%% *}
expect 0 voucher list --db "$sqlite" --book "$first"
says 迁往
expect 5 account add 999901 试验 --class asset --db "$sqlite" --book "$first" "${two[@]}"
says REQ-203
says "127.0.0.1:$POSTGRES_PORT/books"
! grep -q "$postgres_password" err || fail "the password was told"
expect 5 migrate --from "$POSTGRES_URL" --to "$POSTGRES_URL"
says MOVE-103
expect 2 migrate --from "$POSTGRES_URL"
expect 3 migrate --from "$POSTGRES_URL" --to sqlite:new.db --book nobody
says REQ-201
[[ ! -e new.db ]] || fail "a database was made for nothing"
expect 0 book list --db "$sqlite" --json
json '"dingxi → 127.0.0.1" in d["elsewhere"]'
expect 3 migrate --from sqlite:none.db --to "$POSTGRES_URL"
says READ-201

# Written there, and home again with what was written.
expect 0 account add 999901 试验 --class asset --db "$POSTGRES_URL" --book "$first" "${two[@]}"
roots "$POSTGRES_URL" grown
expect 0 migrate --from "$POSTGRES_URL" --to "$sqlite"
roots "$sqlite" home_again
cmp grown home_again || fail "the way back changed the roots"
expect 0 account add 999902 试验二 --class asset --db "$sqlite" --book "$first" "${two[@]}"
expect 5 account add 999903 试验三 --class asset --db "$POSTGRES_URL" --book "$first" "${two[@]}"
says REQ-203
