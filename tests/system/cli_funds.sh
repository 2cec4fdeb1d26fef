#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Money of an indicator through the finished program: allocated, listed, paid, returned, paid again, and proved.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
digest=$(printf '%064d' 7)

books yanchi
expect 0 fund add F1 省级专项 --document 样例〔2016〕1号 --as zhidan
expect 0 project add P1 样例村道路 --as zhidan

# An indicator of 1,000.00 that arrives on the same day; every wrong word is told at once.
expect 4 indicator add F1 --document x --level 国 --purpose 产业 --amount 1.005 --date 2016-13-01 "${two[@]}" --json
json 'len(d["problems"]) == 3 and {p["code"] for p in d["problems"]} == {"READ-101", "READ-103", "READ-121"}'
indicator=(indicator add F1 --document 样例〔2016〕1号 --level 省 --purpose 产业发展 --amount 1000.00 --date 2016-01-10 --arrives)
expect 0 "${indicator[@]}" "${two[@]}" --dry-run
# By one person alone it waits as a draft, whole, until another one decides; the same does not wait twice.
expect 0 "${indicator[@]}" --as zhidan --json
json 'd == {"draft": 1, "dry_run": False, "state": "pending"}'
expect 5 "${indicator[@]}" --as zhidan
says REQ-503
expect 0 draft list --json
json 'len(d["drafts"]) == 1 and [c["t"] for c in d["drafts"][0]["commands"]] == ["indicator/v1"] and len(d["drafts"][0]["vouchers"]) == 1'
expect 0 draft list
for words in indicator/v1 '金额 amount: 1000.00' '文号 document: 样例〔2016〕1号' 收; do grep -qF "$words" out || fail "draft list does not show $words"; done
expect 6 draft approve 1 --as zhidan
expect 0 draft reject 1 --as shenhe --reason 文号待核
expect 3 report fund-progress --indicator F1
expect 0 "${indicator[@]}" "${two[@]}" --key arrival --json
json 'd["vouchers"] == ["2016-01 收-0001"] and not d["is_repeat"]'
expect 0 "${indicator[@]}" "${two[@]}" --key arrival --json
json 'd["is_repeat"]'

# Allocations never exceed what is left, and the refusal names the day.
expect 0 allocation add --code A1 --indicator F1 --date 2016-02-01 --total 600.00 --target "XZ-01 200.00" --target "XZ-02 400.00" "${two[@]}"
expect 5 allocation add --code A2 --indicator F1 --date 2016-03-01 --total 400.01 --target "XZ-03 400.01" "${two[@]}"
grep -q '2016-03-01' err || fail "the day is missing: $(cat err)"
expect 4 allocation add --code A2 --indicator F1 --date 2016-03-01 --total 9.99 --target "XZ-03 10.00" "${two[@]}"
expect 0 allocation return A1/2 --code AR1 --date 2016-03-02 --amount 100.00 --reason 未用 "${two[@]}"
expect 0 allocation list --json
json 'd["rows"][1]["target"] == "A1/2" and d["rows"][1]["left"] == "300.00"'

expect 0 project plan P1 --title 样例村道路 --place 520526100201 --date 2016-01-12 --budget 500.00 --gate 招标 --gate 报账 --money-gate 报账 "${two[@]}"
expect 5 project sign P1 报账 --date 2016-01-20 --by 县扶贫办 --evidence "$digest" "${two[@]}"
expect 0 project sign P1 招标 --date 2016-01-20 --by 县扶贫办 --evidence "$digest" "${two[@]}"
expect 0 project show P1 --json
json 'd["rows"][0]["signed_by"] == "县扶贫办"'

# A list of three synthetic households from a file of an office, in GB18030.
printf '户编号,人编号,金额,备注\r\nHU-SYN-1,PE-SYN-1,100.00,合成\r\nHU-SYN-2,,50.00,\r\nHU-SYN-3,,"30.00",\r\n' | iconv -t GB18030 >list.csv
list=(--code L1 --indicator F1 --title 到户产业发展补助 --date 2016-04-01 --publicity-end 2016-04-08)
expect 4 import disbursement list.csv "${list[@]}" --total 180.01 "${two[@]}"
grep -q '180.00 ≠ 180.01' err || fail "the difference is missing: $(cat err)"
printf 'household,amount,note\nHU-1,1.005,\n合计,151.00,\n,5,\nHU-2,(3.00),张三\n' >bad.csv
expect 4 import disbursement bad.csv "${list[@]}" --total 180.00 --bad-rows again.csv "${two[@]}" --json
grep -q '错误' again.csv || fail "the bad rows were not saved"
json '[p["place"] for p in d["problems"]] == ["row 2, column amount", "row 3, column household", "row 4, column household", "row 5, column amount"]'
! grep -q 张三 out || fail "a name left the file"
expect 3 import disbursement none.csv "${list[@]}" --total 180.00 "${two[@]}"
expect 0 import disbursement list.csv "${list[@]}" --total 180.00 "${two[@]}" --json
json 'd["records"] == 1 and not d["is_repeat"]'
expect 0 import disbursement list.csv "${list[@]}" --total 180.00 "${two[@]}" --json
json 'd["is_repeat"]'
expect 5 import disbursement list.csv --code L2 --indicator F1 --title 又一次 --date 2016-04-01 --total 180.00 "${two[@]}"
grep -q 'FUND-311' err || fail "the same rows twice: $(cat err)"

expect 5 disbursement pay L1 --code PAY1 --date 2016-04-07 "${two[@]}"
expect 0 disbursement pay L1 --code PAY1 --date 2016-04-08 "${two[@]}" --json
json 'd["vouchers"] == ["2016-04 付-0001"]'
expect 5 disbursement repay L1 --code AGAIN1 --date 2016-04-20 --row 2 "${two[@]}"
expect 0 disbursement return L1 --code BACK1 --date 2016-04-12 --row 2 --reason 账户不存在 "${two[@]}"
expect 0 disbursement repay L1 --code AGAIN1 --date 2016-04-20 --row 2 --payee "$digest" "${two[@]}"
expect 0 disbursement show L1 --json
json 'd["sum_paid"] == "130.00" and d["sum_repaid"] == "50.00" and d["total"] == "180.00"'
expect 0 disbursement submit --code L3 --indicator F1 --target A1/1 --title 乡镇发放 --date 2016-05-01 --total 20.00 --row "HU-SYN-9 20.00" "${two[@]}"
expect 0 disbursement pay L3 --code PAY3 --date 2016-05-02 "${two[@]}"
expect 0 disbursement submit --code L4 --indicator F1 --title 撤回 --date 2016-05-01 --total 1.00 --row "HU-SYN-9 1.00" "${two[@]}"
expect 0 disbursement withdraw L4 --code W4 --date 2016-05-02 --reason 有误 "${two[@]}"
expect 0 benefit grant --code B1 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-06-01 \
  --claim "$digest" --eligible 40.00 --amount 20.00 "${two[@]}"
expect 5 benefit grant --code B2 --indicator F1 --programme chronic --person PE-SYN-1 --household HU-SYN-1 --date 2016-06-01 \
  --claim "$digest" --eligible 40.00 --amount 20.00 --paid-before 20.00 "${two[@]}"
expect 0 indicator change F1 increase --code C1 --date 2016-07-01 --document 样例〔2016〕9号 --amount 100.00 --reason 追加 "${two[@]}"

# 1,000.00 + 100.00 − 600.00 + 100.00 − 180.00 − 20.00 = 400.00 may still be used; the bank holds 1,000.00 − 600.00 +
# 100.00 − 180.00 − 20.00 = 300.00, because the addition has not arrived.
expect 0 indicator list --json
json 'd["rows"][0]["left"] == "400.00" and d["rows"][0]["spent"] == "220.00"'
expect 0 report trial-balance --as-of 2016-12-31 --json
json '[r["balance"] for r in d["rows"] if r["account"] == "100201" and r["fund"] == "F1"] == ["300.00"]'
for shown in "indicator list" "indicator show F1" "allocation list" "project show P1" "disbursement list" \
  "disbursement show L1" "benefit list" "benefit list --household HU-SYN-1"; do
  # shellcheck disable=SC2086  # the words are the command
  expect 0 $shown
  # shellcheck disable=SC2086
  expect 0 $shown --json
  json 'isinstance(d, dict)'
done
# One yuan, walked from its document to a household and back.
expect 0 report walk --document 样例〔2016〕1号 --json
json 'any(r["code"] == "HU-SYN-2" for r in d["rows"]) and any(r["code"] == "2016-04 付-0001" for r in d["rows"])'
expect 0 report walk --household HU-SYN-2 --json
json '[r["code"] for r in d["rows"]] == ["HU-SYN-2", "2016-04 付-0002", "AGAIN1", "L1", "F1", "样例〔2016〕1号"]'
expect 0 report walk --household HU-SYN-9 --format csv
grep -q 'A1' out || fail "the allocation is missing: $(cat out)"
expect 0 report walk --voucher 2016-04/付/1
if ! grep -q '样例〔2016〕1号' out || ! grep -q 'HU-SYN-3' out; then fail "the walk has one way only: $(cat out)"; fi
expect 3 report walk --document 没有
expect 3 report walk --household HU-SYN-8
expect 4 report walk
expect 3 indicator show F9
expect 3 project show P9
expect 3 disbursement show L9
expect 0 verify --json
json 'd["ok"]'
echo "全部通过 all passed"
