#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What targets report, pay in advance and settle, what is taken back, and what a year leaves over; every sum by hand.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
# balance ACCOUNT FUND DATE WANTED: the balance at the end of a day; WANTED "" where the account has no row.
balance() {
  expect 0 report trial-balance --as-of "$3" --json
  json "[r['balance'] for r in d['rows'] if r['account'] == '$1' and r['fund'] == '$2'] in (['$4'], [] if '$4' == '' else ['$4'])"
}
digest=$(printf '%064d' 7)

books yanchi
expect 0 fund add F1 省级专项 --as zhidan
expect 0 fund add F2 结转资金 --as zhidan
expect 0 project add P1 样例村道路 --as zhidan
expect 0 indicator add F1 --document 样例〔2016〕1号 --level 省 --purpose 基础设施 --amount 1000.00 --date 2016-01-10 --arrives "${two[@]}"
expect 0 indicator add F2 --document 样例〔2017〕1号 --level 省 --purpose 结转 --amount 0.00 --date 2017-01-01 "${two[@]}"
expect 0 project plan P1 --title 样例村道路 --place 520526100201 --date 2016-01-12 --budget 500.00 --gate 招标 --gate 报账 --money-gate 报账 "${two[@]}"
expect 0 allocation add --code A1 --indicator F1 --date 2016-02-01 --total 600.00 --target "XZ-01 600.00" "${two[@]}"

# 报账: nothing before the gates are signed, never more than the target holds, and never by one person alone.
report=(project reimburse P1 --target A1/1 --date 2016-03-01 --evidence "$digest")
expect 5 "${report[@]}" --code B1 --amount 200.00 "${two[@]}"
says FUND-310
expect 0 project sign P1 招标 --date 2016-02-20 --by 县扶贫办 --evidence "$digest" "${two[@]}"
expect 0 "${report[@]}" --code B0 --amount 200.00 --as zhidan
expect 6 draft approve 1 --as zhidan
expect 0 draft reject 1 --as shenhe --reason 缺发票
expect 5 "${report[@]}" --code B1 --amount 600.01 "${two[@]}"
says FUND-403
expect 0 "${report[@]}" --code B1 --amount 200.00 --key b1 "${two[@]}" --json
json 'd["vouchers"] == ["2016-03 转-0001"]'
expect 0 "${report[@]}" --code B1 --amount 200.00 --key b1 "${two[@]}" --json
json 'd["is_repeat"]'
expect 5 "${report[@]}" --code B1 --amount 1.00 "${two[@]}"
says FUND-301
balance 500103 F1 2016-03-31 200.00
balance 121401 F1 2016-03-31 400.00

# 预付、核销、退回: 150.00 = 100.00 settled + 30.00 given back + 20.00 open.
expect 0 project advance P1 --target A1/1 --payee SG-01 --code V1 --date 2016-03-05 --amount 150.00 "${two[@]}"
balance 121403 F1 2016-03-31 150.00
expect 3 project settle V9 --code S1 --date 2016-04-01 --amount 1.00 "${two[@]}"
expect 5 project settle V1 --code S1 --date 2016-04-01 --amount 150.01 "${two[@]}"
says FUND-404
expect 0 project settle V1 --code S1 --date 2016-04-01 --amount 100.00 --evidence "$digest" "${two[@]}"
expect 0 project return-advance V1 --code R1 --date 2016-04-02 --amount 30.00 --reason 余款 "${two[@]}"
balance 121403 F1 2016-04-30 20.00
balance 500103 F1 2016-04-30 300.00
balance 121401 F1 2016-04-30 280.00
expect 0 allocation list --json
json 'd["rows"][0]["reimbursed"] == "300.00" and d["rows"][0]["advanced"] == "20.00" and d["rows"][0]["left"] == "280.00"'

# 追回: each under its own noun, with the entry of the first voucher turned round.
expect 0 benefit grant --code Y1 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-05-01 \
  --claim "$digest" --eligible 80.00 --amount 40.00 --debit 500101 "${two[@]}"
expect 3 project take-back Y1 --code T1 --date 2016-05-02 --amount 1.00 --reason 错发 "${two[@]}"
says 'benefit take-back'
expect 3 benefit take-back B1 --code T1 --date 2016-05-02 --amount 1.00 --reason 错报 "${two[@]}"
says 'project take-back'
expect 3 benefit take-back NONE --code T1 --date 2016-05-02 --amount 1.00 --reason 错报 "${two[@]}"
expect 5 project take-back B1 --code T1 --date 2016-05-02 --amount 200.01 --reason 票据作废 "${two[@]}"
says FUND-405
expect 0 project take-back B1 --code T1 --date 2016-05-02 --amount 50.00 --reason 票据作废 "${two[@]}"
expect 0 project take-back S1 --code T2 --date 2016-05-02 --amount 100.00 --reason 验收作废 "${two[@]}"
expect 0 benefit take-back Y1 --code T3 --date 2016-05-03 --amount 15.00 --reason 错发 "${two[@]}"
balance 500103 F1 2016-05-31 150.00
balance 121403 F1 2016-05-31 120.00
balance 121401 F1 2016-05-31 330.00
balance 500101 F1 2016-05-31 25.00
balance 100201 F1 2016-05-31 375.00
# The budget entry is turned round as well: 600.00 allocated + 40.00 − 15.00 granted.
balance 710101 F1 2016-05-31 625.00

# 到人补助: what was claimed and paid before comes from the books, and the same order again is the same order.
more=(benefit grant --code Y2 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-06-01
  --claim "$(printf '%064d' 8)" --eligible 10.00 --amount 5.00 --key y2)
expect 0 "${more[@]}" "${two[@]}" --json
json 'not d["is_repeat"]'
expect 0 benefit grant --code Y3 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-06-02 \
  --claim "$(printf '%064d' 9)" --eligible 10.00 --amount 5.00 "${two[@]}"
expect 0 "${more[@]}" "${two[@]}" --json
json 'd["is_repeat"]'
expect 0 benefit list --json
json 'd["rows"][0]["amount"] == "35.00"'
expect 5 benefit grant --code Y4 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-06-02 \
  --claim "$(printf '%064d' 6)" --eligible 10.00 --amount 5.00 --paid-before 40.00 "${two[@]}"
says FUND-318
expect 4 benefit grant --code Y4 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-06-02 \
  --claim "$(printf '%064d' 6)" --eligible 10.00 "${two[@]}"
says READ-103

# 结转、收回存量: 1,000.00 − 600.00 − 40.00 + 15.00 − 10.00 = 365.00 may be carried.
expect 0 indicator carry-over F1 --code C1 --date 2016-12-31 --year 2016 --amount 365.00 "${two[@]}" --json
json 'd["records"] == 1 and d["vouchers"] == []'
expect 5 indicator carry-over F1 --code C2 --date 2017-01-05 --year 2016 --into F2 --amount 365.01 "${two[@]}"
says FUND-401
expect 0 indicator carry-over F1 --code C2 --date 2017-01-05 --year 2016 --into F2 --amount 300.00 "${two[@]}" --json
json 'd["vouchers"] == ["2017-01 转-0001"]'
balance 100201 F1 2017-01-31 65.00
balance 100201 F2 2017-01-31 300.00
expect 4 indicator recover F2 --code C3 --date 2017-01-06 --year 2015 --amount 1.00 "${two[@]}"
expect 0 indicator recover F1 --code C3 --date 2017-01-06 --year 2016 --amount 65.00 "${two[@]}"
balance 100201 F1 2017-01-31 0.00
expect 0 indicator list --json
json '[r["left"] for r in d["rows"][:2]] == ["0.00", "300.00"]'
expect 0 verify --json
json 'd["ok"]'
echo "全部通过 all passed"
