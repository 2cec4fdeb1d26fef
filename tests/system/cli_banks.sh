#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Subsidy and reconciliation through the finished program: a statement against the books, and what is refused.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

books banks
expect 0 fund add F1 样例资金 --as zhidan
expect 0 indicator add F1 --document 样例〔2016〕1号 --level 县 --purpose 贴息 --amount 50000.00 --date 2016-01-10 --arrives "${two[@]}"

# The bank's statement: columns in its own order, what came in is its credit.
cat >statement.csv <<'CSV'
账户余额,摘要,贷方发生额,借方发生额,交易日期
50000.00,拨款,"50,000.00",,2016/1/10
CSV
expect 0 reconcile statement --file statement.csv --account 100201 --json
json 'd["rows"] == [] and d["in_here"] == d["in_there"] == "50000.00"'
cat >>statement.csv <<'CSV'
49989.99,手续费,,10.00,2016-01-11
CSV
expect 5 reconcile statement --file statement.csv --account 100201 --json
json '[r["kind"].split()[0] for r in d["rows"]] == ["余额不连续", "本方没有"] and d["rows"][0]["amount"] == "-0.01"'
expect 3 reconcile statement --file nowhere.csv --account 100201
expect 3 reconcile statement --file statement.csv --account 9
printf '日期,收入\n2016-01-10,1\n' >bad.csv
expect 4 reconcile statement --file bad.csv --account 100201
says '余额 / balance'

# Nothing was lent: the bank's list has loans that the register has not.
printf '借据号,贷款余额\nD1,50000.00\n' | iconv -f UTF-8 -t GB18030 >list.csv
expect 5 reconcile register --file list.csv --date 2016-12-31 --json
json '[(r["key"], r["kind"]) for r in d["rows"]] == [("D1", "本方没有 missing_here")] and d["missing_here"] == 1'
printf 'loan,status\nD1,normal\n' >list.csv
expect 4 reconcile register --file list.csv --date 2016-12-31
says '本金余额 / balance'

claim=(subsidy claim --code T1 --bank RCB --from 2023-10-01 --to 2024-01-01 --date 2024-01-02 --rule qingyang-2021/interest-subsidy)
expect 0 "${claim[@]}" --dry-run --json
json 'len(d["rows"]) == 0 or d["rows"][0].get("loan") == "合计"'
expect 5 "${claim[@]}" "${two[@]}"
says SUBS-502
expect 0 subsidy list --json
json 'd["rows"] == []'
for verb in show check; do
  expect 3 subsidy "$verb" T1
  says SUBS-201
done
expect 3 subsidy pay T1 --code Z1 --date 2024-01-05 "${two[@]}"
says SUBS-201
expect 3 subsidy review T1 --code V1 --date 2024-01-05 --pass all "${two[@]}"
says SUBS-201
expect 3 subsidy claw-back T1 --code S1 --line 1 --date 2024-01-05 --reason 挪用 "${two[@]}"
says SUBS-201
