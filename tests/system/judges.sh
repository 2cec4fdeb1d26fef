#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets hledger, ledger and beancount compute every balance of an exported book and compares them with ours.
# Usage: judges.sh [VOUCHERS]; MINGZHANG_BIN is the program, MINGZHANG_SLOW=1 takes 50,000 vouchers instead of 2,000,
# MINGZHANG_SEED repeats a run, MINGZHANG_KEEP=1 keeps the files.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
count=${1:-$([[ ${MINGZHANG_SLOW:-} == 1 ]] && echo 50000 || echo 2000)}
seed=${MINGZHANG_SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
bin=${MINGZHANG_BIN:?the program to be judged}

for tool in python3 hledger ledger bean-check bean-query; do
  if ! command -v "$tool" >/dev/null; then
    echo "skipped: $tool is not installed"
    exit 77
  fi
done

work=$(mktemp -d)
if [[ ${MINGZHANG_KEEP:-} == 1 ]]; then
  echo "files in $work"
else
  trap 'rm -rf "$work"' EXIT
fi
db=sqlite:$work/judge.db
book=judge
as_of=2017-06-17  # a day inside a month, with vouchers after it
judge() { python3 "$here/judges.py" "$@"; }

echo "seed $seed, $count vouchers"
judge generate --seed "$seed" --vouchers "$count" >"$work/vouchers.csv"
"$bin" book create "$book" --db "$db" --from 2016-01-01
"$bin" import vouchers "$work/vouchers.csv" --db "$db" --book "$book" --create-accounts --system
for day in "$as_of" 2018-12-31; do
  "$bin" report trial-balance --db "$db" --book "$book" --as-of "$day" --format json >"$work/ours-$day.json"
  judge compare-csv "$work/vouchers.csv" "$work/ours-$day.json"
done

for format in hledger ledger beancount; do
  began=$SECONDS
  "$bin" export --format "$format" --db "$db" --book "$book" >"$work/book.$format"
  for day in "$as_of" 2018-12-31; do
    judge compare "$format" "$work/book.$format" "$work/ours-$day.json"
  done
  # Both controls must be noticed: a journal that still balances but says something else, and one that does not balance.
  for kind in pair single; do
    judge falsify "$kind" "$work/book.$format" >"$work/false.$format"
    if judge compare "$format" "$work/false.$format" "$work/ours-2018-12-31.json" >"$work/control.log" 2>&1; then
      echo "$format: a changed amount ($kind) went unnoticed" >&2
      exit 1
    fi
    # Only a disagreement counts, not a judge that could not be asked.
    grep -q -e DIFFERS -e REFUSED "$work/control.log" || { cat "$work/control.log" >&2; exit 1; }
  done
  echo "$format agrees, and notices changed amounts ($((SECONDS - began)) s)"
done
