#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the fund's book moved stands in the cooperative's book too: posted from there, compared, and missing until it is.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

books fund risk-fund
books coop loan-register
in_fund=(--book fund)
expect 0 "${in_fund[@]}" compensation fund RF --name 样例风险补偿基金 --place 520526 --date 2016-01-10 --contributions 7:3 --government 1:1 \
  --loss 8:2 --overdue-days 90 "${two[@]}"
pay_in=("${in_fund[@]}" compensation contribute RF --date 2016-02-01)
expect 0 "${pay_in[@]}" --code C1 --from institution --party 样例信用社 --amount 1500000.00 "${two[@]}"
expect 0 "${pay_in[@]}" --code C2 --from 市县财政 --party 县财政局 --amount 3500000.00 --document 样例〔2016〕1号 "${two[@]}"

# Nothing stands in the cooperative's book yet.
expect 5 "${in_fund[@]}" counterpart list --with coop --json
json '[(r["code"], r["state"]) for r in d["rows"]] == [("C1", "对方没有 missing_there"), ("C2", "对方没有 missing_there")] and d["differences"] == 2'
post=(counterpart post C1 --of fund --debit 122101 --credit 100201)
expect 0 voucher post --date 2016-01-05 --type 转 --summary 样例资金 --line "debit 100201 9000000.00" --line "credit 4001 9000000.00" "${two[@]}"
expect 3 counterpart post C9 --of fund --debit 122101 --credit 100201 "${two[@]}"
says READ-209
expect 3 counterpart post C1 --of nobook --debit 122101 --credit 100201 "${two[@]}"
says REQ-201
expect 3 "${post[@]/122101/9999}" "${two[@]}"
# By one person it waits; approved, it carries the amount and the day of the other book.
expect 0 "${post[@]}" --as zhidan
expect 0 draft approve 1 --as shenhe
expect 0 report account --account 122101 --from 2016-02-01 --to 2016-02-29 --json
json '"1500000.00" in json.dumps(d)'
expect 5 "${post[@]}" "${two[@]}"
says READ-303
expect 5 "${in_fund[@]}" counterpart list --with coop --json
json '[(r["code"], r["state"]) for r in d["rows"]] == [("C1", "一致 equal"), ("C2", "对方没有 missing_there")]'

# A wrong amount, a voucher for what is not there, and one that was reversed.
expect 0 voucher post --date 2016-02-01 --type 转 --summary 记错 --source fund/C2 --line "debit 122101 3500000.01" --line "credit 100201 3500000.01" "${two[@]}"
expect 0 voucher post --date 2016-02-01 --type 转 --summary 无此笔 --source fund/C7 --line "debit 122101 1.00" --line "credit 100201 1.00" "${two[@]}"
expect 5 "${in_fund[@]}" counterpart list --with coop --json
json '[(r["code"], r["state"].split()[-1]) for r in d["rows"]] == [("C1", "equal"), ("C2", "amount"), ("C7", "missing_here")]'
for number in 1 2; do expect 0 voucher reverse "2016-02/转/$number" --date 2016-02-02 --reason 记错 "${two[@]}"; done
expect 0 counterpart post C2 --of fund --debit 122101 --credit 100201 --date 2016-02-03 "${two[@]}"
expect 5 "${in_fund[@]}" counterpart list --with coop --json
json '[(r["code"], r["state"].split()[-1]) for r in d["rows"]] == [("C1", "equal"), ("C2", "date")]'
expect 0 verify
expect 0 "${in_fund[@]}" verify
