#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A hundred imports are killed (SIGKILL) at random moments and done again: nothing is lost, nothing is doubled.
# Usage: kill_slow.sh [ROUNDS]; MINGZHANG_BIN is the program, MINGZHANG_SEED repeats a run.
set -euo pipefail
rounds=${1:-100}
bin=${MINGZHANG_BIN:?the program to be killed}
seed=${MINGZHANG_SEED:-$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}
RANDOM=$seed
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MINGZHANG_DB=sqlite:$work/books.db MINGZHANG_BOOK=killed
vouchers=400
echo "seed $seed, $rounds rounds of $vouchers vouchers"

file_of() {  # round: its file; every voucher moves 1.00
  {
    echo "voucher,date,summary,account,side,amount,fund,project,subject"
    for ((i = 1; i <= vouchers; i++)); do
      echo "R$1-$i,2016-03-01,test,1002,debit,1.00,,,"
      echo "R$1-$i,2016-03-01,test,4001,credit,1.00,,,"
    done
  } >"$work/round.csv"
}
import() { "$bin" import vouchers "$work/round.csv" --create-accounts --system; }

"$bin" book create killed --from 2016-01-01 >/dev/null
file_of 0
began=$(date +%s%N)
import >/dev/null 2>&1
whole_ms=$((($(date +%s%N) - began) / 1000000))
killed=0 landed=0
for ((round = 1; round <= rounds; round++)); do
  file_of "$round"
  (exec "$bin" import vouchers "$work/round.csv" --create-accounts --system) >/dev/null 2>&1 &
  victim=$!  # the program itself, not a shell around it
  sleep "$(awk -v ms="$((RANDOM % (whole_ms + 2)))" 'BEGIN { printf "%.3f", ms / 1000 }')"
  kill -9 "$victim" 2>/dev/null || true
  code=0
  wait "$victim" 2>/dev/null || code=$?
  ((code == 137)) && killed=$((killed + 1))
  again=$(import 2>&1)  # the same file, the same key: booked once, whatever had happened
  grep -q 'booked before' <<<"$again" && landed=$((landed + 1))
done
"$bin" verify >"$work/verify.log" 2>&1 || { cat "$work/verify.log" >&2; exit 1; }
"$bin" report trial-balance --as-of 2016-12-31 --json >"$work/trial.json"
expected=$(((rounds + 1) * vouchers)).00
grep -q "\"total_debit\":\"$expected\"" "$work/trial.json" || {
  echo "total is not $expected" >&2
  cat "$work/trial.json" >&2
  exit 1
}
((killed * 4 >= rounds)) || { echo "only $killed of $rounds imports were really killed" >&2; exit 1; }
((landed < rounds)) || { echo "no import was cut off before its commit" >&2; exit 1; }
# The control: without the key's memory the second import of a round that had landed would be doubled.
sqlite3 "$work/books.db" "DELETE FROM request WHERE request_key LIKE 'import-%'"
import >/dev/null 2>&1
"$bin" report trial-balance --as-of 2016-12-31 --json | grep -q "\"total_debit\":\"$expected\"" && {
  echo "a doubled import went unnoticed" >&2
  exit 1
}
echo "$killed of $rounds killed, $landed had landed: total $expected, verified; without the keys it doubles"
