#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# hledger, ledger and beancount agree with us on the books of the demonstration, whose totals are the seeds' to the fen.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=${MINGZHANG_BIN:?the program to be judged}
for tool in python3 hledger ledger bean-check bean-query; do
  if ! command -v "$tool" >/dev/null; then
    echo "skipped: $tool is not installed"
    exit 77
  fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin" demo --dir "$work/demo" >"$work/demo.log" 2>&1
for book in weining kundulun; do
  "$bin" report trial-balance --db "sqlite:$work/demo/demo.db" --book "$book" --as-of 2016-12-31 --json >"$work/$book.json"
  for format in hledger ledger beancount; do
    python3 "$here/judges.py" compare "$format" "$work/demo/$book.$format" "$work/$book.json"
  done
done
# The figures of the reports: 150 for each of 85,008 people; 1,000 and 5,000 for 20,236 households; a fund of a million.
python3 - "$work" <<'PYTHON'
import json, sys
def rows(book):
    return json.load(open(f"{sys.argv[1]}/{book}.json"))["rows"]
def total(book, account, side):
    return sum(round(float(row[side]) * 100) for row in rows(book) if row["account"] == account)
assert total("weining", "400104", "credit") == 85008 * 15000, "the county's budget"
assert total("weining", "500101", "debit") == (17236 * 1000 + 3000 * 5000) * 100, "the grants to households"
assert total("weining", "100201", "debit") - total("weining", "100201", "credit") == 0, "everything was paid out"
parts = sorted(row["credit"] for row in rows("kundulun") if row["account"] in ("400104", "460301", "460302"))
assert parts == ["100000.00", "200000.00", "700000.00"], parts
assert total("kundulun", "100201", "debit") - total("kundulun", "100201", "credit") == 91515716, "1,000,000.00 - 84,842.84"
PYTHON
echo "the judges agree on both books, and the totals are the seeds'"
