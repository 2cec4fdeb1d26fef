#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# hledger, ledger and beancount agree with us on the books of the demonstration, whose totals are the seeds' to the fen;
# its registers are the seeds' too, and every voucher leads to its document.
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
for book in weining kundulun dingxi; do
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
# The registers: what the documents count, at every level, in two campaigns that are not netted.
report() {
  "$bin" report "$@" --db "sqlite:$work/demo/demo.db" --json
}
report register --book weining --as-of 2016-12-31 >"$work/register.json"
report causes --book kundulun --as-of 2016-06-30 >"$work/causes.json"
report register --book kundulun --as-of 2016-12-31 >"$work/left.json"
report dynamic --book fengqing --from 2017-05-01 --to 2017-05-31 >"$work/first.json"
report dynamic --book fengqing --from 2017-06-01 --to 2017-06-30 >"$work/second.json"
report classes --book qinan --as-of 2016-12-31 >"$work/classes.json"
python3 - "$work" <<'PYTHON'
import json, sys
def load(name):
    return json.load(open(f"{sys.argv[1]}/{name}.json"))
def counts(name, key):
    return {row[key].split()[-1] + row.get("reason", ""): (row["households"], row["persons"]) for row in load(name)["rows"]}
county = load("register")
assert county["agrees"].startswith("一致"), "the levels of the register agree"
assert (county["rows"][0]["households"], county["rows"][0]["persons"]) == (20236, 85008), county["rows"][0]
causes = {row["cause"]: (row["households"], row["persons"], row["person_share"]) for row in load("causes")["rows"]}
assert causes == {"因病": (142, 264, "55.11%"), "缺技术": (52, 159, "33.19%"), "其他": (29, 45, "9.39%"),
                  "因学": (5, 11, "2.30%")}, causes
assert load("left")["rows"][0]["households"] == 0, "every household of the district has left"
first = counts("first", "item")
assert (first["exited"], first["returned"], first["entered"], first["net"]) == ((7, 32), (11, 47), (86, 297), (90, 312)), first
second = counts("second", "item")
assert (second["these漏评"], second["removed"], second["these错退"]) == ((178, 548), (74, 324), (1, 4)), second
rate = next(row for row in load("second")["rows"] if row["item"].startswith("错评"))
assert (rate["person_rate"], rate["household_rate"]) == ("5.23%", "5.23%"), rate
classes = {row["class"]: row["households"] for row in load("classes")["rows"]}
assert len(classes) == 3 and sum(classes.values()) == 193, classes
PYTHON
# Every voucher of the demonstration leads to a document, and a document to households.
for book in weining kundulun dingxi; do
  "$bin" report journal --db "sqlite:$work/demo/demo.db" --book "$book" --from 2016-01-01 --to 2016-12-31 --json |
    python3 -c 'import json, sys
names = {row["date"][:7] + "/" + row["voucher"].replace("-", "/") for row in json.load(sys.stdin)["rows"]}
print("\n".join(sorted(names)))' >"$work/vouchers"
  [[ -s $work/vouchers ]]
  while read -r voucher; do
    "$bin" report walk --db "sqlite:$work/demo/demo.db" --book "$book" --voucher "$voucher" >"$work/walk"
    grep -q '文号 document' "$work/walk" || { echo "no document: $book $voucher"; exit 1; }
  done <"$work/vouchers"
done
"$bin" report walk --db "sqlite:$work/demo/demo.db" --book weining --household HU-SYN-000001 | grep -q '黔财农〔2016〕'
"$bin" report walk --db "sqlite:$work/demo/demo.db" --book weining --document '黔财农〔2016〕（层级与文号为演示假设）' | grep -q HU-SYN-020236
echo "the judges agree on every book with money, and the totals are the seeds'"
