#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sourced by the tests of the finished program: a folder of its own that goes away, and words to say what is expected.
# shellcheck disable=SC2034  # what is set here is read by the tests
set -euo pipefail
: "${MINGZHANG_BIN:?}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset MINGZHANG_DB MINGZHANG_BOOK MINGZHANG_USER MINGZHANG_PACKS
books_db=${MINGZHANG_TEST_URL:-sqlite:books.db} # tests/postgres/programs.sh gives an empty database on a server
two=(--as zhidan --approve-as shenhe)

fail() {
  printf '失败 failed: %s\n' "$*" >&2
  exit 1
}
# expect CODE COMMAND…: runs the program and wants this exit code; what it says is in "out" and "err".
expect() {
  local wanted=$1 code=0
  shift
  "$MINGZHANG_BIN" "$@" >out 2>err || code=$?
  [[ $code == "$wanted" ]] || fail "exit $code, wanted $wanted: $*"$'\n'"$(head -c 20000 out)$(cat err)"
}
# says WORDS: the last refusal holds these words.
says() {
  grep -qF -- "$1" err || fail "not said: $1"$'\n'"$(cat err)"
}
# json EXPRESSION: a Python expression over the document d in "out" must be true; json_names may define more names.
json_names=
json() {
  python3 -c '
import json, sys
d = json.load(open("out", encoding="utf-8"))
exec(sys.argv[2])
sys.exit(0 if eval(sys.argv[1], globals()) else 1)' "$1" "$json_names" || fail "not so: $1"$'\n'"$(head -c 20000 out)"
}
# books NAME [TEMPLATE [FROM]]: a database with one book, somebody who prepares and somebody who approves. Without more words
# a book of special funds from 2016 on.
books() {
  export MINGZHANG_DB=$books_db MINGZHANG_BOOK=$1
  expect 0 book create "$1" --from "${3:-2016-01-01}" --template "${2:-special-fund}" --as guanli
  expect 0 user add zhidan --role preparer --as guanli
  expect 0 user add shenhe --role approver --as guanli
}
