#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whoever changes the file behind the program's back is found: each change is named and ends with exit code 7.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
command -v sqlite3 >/dev/null || exit 77

"$MINGZHANG_BIN" demo --dir demo --households 100 --json >/dev/null 2>&1
sqlite3 demo/demo.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
untouched=$(sqlite3 demo/demo.db .dump | cksum)
book=$(sqlite3 demo/demo.db "SELECT book_id FROM book_name WHERE name = 'weining'")

# tampered WORDS SQL: on a copy; verify must end with 7, name the other book as sound, and say WORDS about this one.
tampered() {
  local words=$1 sql=$2 code=0
  rm -f copy.db copy.db-wal copy.db-shm
  cp demo/demo.db copy.db
  sqlite3 copy.db "$sql" || fail "SQL: $sql"
  [[ $(sqlite3 copy.db .dump | cksum) != "$untouched" ]] || fail "changed nothing: $sql"
  "$MINGZHANG_BIN" verify --db copy.db --json >out 2>err || code=$?
  [[ $code == 7 ]] || fail "exit $code, wanted 7: $sql"$'\n'"$(cat out err)"
  python3 - "$words" <<'PY' || fail "not named by $words: $sql"$'\n'"$(cat out)"
import json, sys
report = json.load(open("out", encoding="utf-8"))
books = {book["book"]: book["first_problem"] for book in report["books"]}
ok = not report["ok"] and books["kundulun"] is None and sys.argv[1] in (books["weining"] or "")
sys.exit(0 if ok else 1)
PY
  printf '%s ✓\n' "$words"
}

last=$(sqlite3 demo/demo.db "SELECT max(seq) FROM record WHERE book_id = $book")
voucher=$(sqlite3 demo/demo.db "SELECT min(seq) FROM record WHERE book_id = $book AND lines IS NOT NULL")
mine="book_id = $book"

tampered 'line_id=3: amount' "UPDATE line SET amount = amount + 1 WHERE $mine AND line_id = 3"
tampered 'balance' "UPDATE balance SET debit = debit + 1 WHERE $mine AND month = 201602 AND debit > 0"
tampered 'balance' "DELETE FROM balance WHERE $mine AND month = 201611 AND debit > 0"
tampered 'zzz' "INSERT INTO book_grant VALUES ($book, 'zzz', 'approver', 1)"
tampered 'account' "UPDATE account SET never_negative = 0 WHERE $mine AND code = '100201'"
tampered 'period' "UPDATE period SET state = 1 WHERE $mine AND month = 201601"
# One byte of a record: a letter of who approved it; then every amount of a voucher, so that it still balances.
tampered "record $voucher" "UPDATE record SET bytes = CAST(substr(bytes, 1, 20) || x'39' || substr(bytes, 22) AS BLOB)
  WHERE $mine AND seq = $voucher"
tampered "VERIFY-205 分录与记录中的摘要不符（第 $voucher 条记录" "UPDATE record SET lines = CAST(replace(lines, '\"amount\":6', '\"amount\":7') AS BLOB)
  WHERE $mine AND seq = $voucher"
tampered 'VERIFY-201' "DELETE FROM record WHERE $mine AND seq = $voucher"
tampered 'VERIFY-301' "DELETE FROM record WHERE $mine AND seq = $last"
tampered 'VERIFY-302' "UPDATE book SET frontier_sm3 = zeroblob(length(frontier_sm3)) WHERE $mine"

code=0
"$MINGZHANG_BIN" verify --db demo/demo.db >/dev/null 2>&1 || code=$?
[[ $code == 0 ]] || fail "the untouched file: exit $code"
echo "全部发现 all found"
