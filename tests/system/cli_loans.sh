#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The life of loans in a book through the finished program: granted, paid out, repaid late and backdated, renewed, given up.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

books coop loan-register 2021-01-01
expect 0 fund add ZY 自有资金 --as zhidan
expect 0 voucher post --date 2021-01-01 --type 转 --summary 样例股金 --line "debit 100201 1000000.00 fund=ZY" --line "credit 4001 1000000.00 fund=ZY" "${two[@]}"

cat >bullet.json <<'EOF'
{"principal": "12000.00", "start": "2021-03-01", "rate": "3.85%", "method": "principal_at_end", "day_count": "act/360",
 "installments": 4, "period": {"unit": "month", "every": 3}, "rounding": {"mode": "half_up"}, "repayment": {"recalculation": "daily"}}
EOF

# grant LOAN [TERMS]: asked for, looked into, granted, signed and paid out on 2021-03-01.
grant() {
  expect 0 loan apply "$1" --household "HU-SYN-$1" --borrower "PE-SYN-$1" --bank NSH --product microcredit-2021/microcredit --fund ZY \
    --purpose 养羊 --date 2021-03-01 --amount 12000.00 --months 12 --as zhidan
  expect 0 loan review "$1" --code "DC-$1" --date 2021-03-01 --finding 项目属实 --as zhidan
  expect 0 loan approve "$1" --code "SP-$1" --date 2021-03-01 --amount 12000.00 --months 12 "${two[@]}"
  expect 0 loan sign "$1" --code "HT-$1" --date 2021-03-01 --terms "${2:-bullet.json}" "${two[@]}"
  expect 0 loan disburse "$1" --code "FK-$1" --date 2021-03-01 --amount 12000.00 "${two[@]}"
}

# The product's rule is asked, and its answer stands in the record.
expect 0 loan apply L1 --household HU-SYN-1 --borrower PE-SYN-1 --bank NSH --product microcredit-2021/microcredit --fund ZY --purpose 养羊 \
  --date 2021-03-01 --amount 12000.00 --months 12 --rule microcredit-2021/microcredit --input amount=12000.00 --input term_months=12 \
  --input rate=3.85 --as zhidan
# Above the product's cap the rule says no, and nothing is recorded.
expect 5 loan apply L0 --household HU-SYN-0 --borrower PE-SYN-0 --bank NSH --product microcredit-2021/microcredit --fund ZY --purpose 养羊 \
  --date 2021-03-01 --amount 60000.00 --months 12 --rule microcredit-2021/microcredit --input amount=60000.00 --input term_months=12 \
  --input rate=3.85 --as zhidan
says READ-125
expect 0 loan list --json
json 'len(d["rows"]) == 1 and d["rows"][0]["state"].endswith("applied")'
expect 5 loan disburse L1 --code FK-1 --date 2021-03-01 --amount 1.00 "${two[@]}"
says LEND-304
expect 3 loan show L9
expect 4 loan apply L2 --household 张三 --borrower PE-1 --bank NSH --product p --purpose x --date 2021-03-01 --amount 0 --months 400 --as zhidan --json
json '[p["code"] for p in d["problems"]] == ["LEND-106", "LEND-110", "LEND-111"]'
expect 0 loan drop L1 --code CX-1 --date 2021-03-02 --reason 重填 --as zhidan

grant L2
expect 0 loan show L2 --date 2021-03-01 --json
json 'd["principal"] == "12000.00" and len(d["rows"]) == 4 and d["rows"][0]["interest"] == "118.07" and d["rows"][3]["principal"] == "12000.00"'
# 12,000.00 × 3.85 % × 92/360 = 118.07.
expect 0 loan accrue --code JX-1 --date 2021-06-01 "${two[@]}"
expect 4 loan accrue --code JX-2 --date 2021-06-01 "${two[@]}"
says LEND-115
expect 0 repayment add L2 --code HK-1 --date 2021-06-01 --amount 118.07 "${two[@]}" --json
json 'd["vouchers"] == ["2021-06 收-0001"]'
expect 4 repayment add L2 --code HK-2 --date 2021-06-02 --amount 12000.01 "${two[@]}"
says LEND-404
# The second quarter is paid; then a repayment of July turns up. Seen before it is booked, it changes what was interest.
expect 0 repayment add L2 --code HK-2 --date 2021-09-01 --amount 118.07 "${two[@]}"
expect 0 repayment add L2 --code HK-3 --date 2021-07-01 --amount 6000.00 "${two[@]}" --dry-run
expect 0 repayment add L2 --code HK-3 --date 2021-07-01 --amount 6000.00 "${two[@]}"
expect 0 loan history L2 --json
# 38.50 for 30 days and 39.78 for 62 days on half of it: 78.28, so 39.79 of the second payment repay principal.
json '[(r["step"], r.get("principal"), r.get("interest")) for r in d["rows"] if r["step"] == "HK-3"] == [("HK-3", "6039.79", "-39.79")]'
expect 0 repayment correct HK-3 --code CZ-1 --date 2021-09-02 --reason 记错户 "${two[@]}"
expect 0 loan show L2 --date 2021-09-02 --json
json 'd["principal"] == "12000.00"'
expect 5 repayment correct HK-3 --code CZ-2 --date 2021-09-03 --reason 再冲 "${two[@]}"
says LEND-306
expect 3 repayment correct HK-99 --code CZ-2 --date 2021-09-03 --reason 再冲 "${two[@]}"
says LEND-203

# Overdue at the end: classes by days, penalties, and a settlement that says itself what is owed.
expect 0 repayment add L2 --code HK-4 --date 2021-12-01 --amount 116.78 "${two[@]}"
expect 0 loan list --overdue --date 2022-06-01 --json
json '[(r["loan"], r["days_overdue"]) for r in d["rows"]] == [("L2", 92)]'
expect 3 loan classify --code FL-1 --date 2022-06-01 "${two[@]}"
says POLICY-204
expect 0 loan classify --code FL-1 --date 2022-06-01 --class "L2 次级" --reason "当时的规定：逾期 90 天以上" "${two[@]}"
expect 0 loan portfolio --date 2022-06-01 --json
json 'd["npl_percent"] == "100.00%" and d["par30_percent"] == "100.00%" and d["rows"][0]["class"].endswith("substandard")'
expect 0 loan portfolio --date 2022-03-01 --json
json 'd["npl_percent"] == "0.00%" and d["rows"][0]["overdue_loans"] == 0'
expect 0 repayment settle L2 --code HK-5 --date 2022-06-01 "${two[@]}" --json
expect 0 loan history L2 --json
# 12,000.00, 115.50 for the last 90 days, and 92 days at 5.775 %: 177.10.
json '[(r["amount"], r["principal"], r["interest"], r["penalties"]) for r in d["rows"] if r["step"] == "HK-5"] == [("12292.60", "12000.00", "115.50", "177.10")]'
expect 0 loan list --state 已结清 --json
json '[r["loan"] for r in d["rows"]] == ["L2"]'

# A debt goes on; another is given up, and a part comes back.
grant L3
grant L4
sed 's/2021-03-01/2021-06-01/' bullet.json >next.json
expect 0 loan renew L3 --into L5 --code XD-1 --date 2021-06-01 --product microcredit-2021/microcredit --months 12 --terms next.json "${two[@]}"
expect 0 loan show L5 --date 2021-06-01 --json
json 'd["renewed_from"] == "L3" and d["original_start"] == "2021-03-01" and d["principal"] == "12000.00"'
# Of a loan for a year at most another year: 贷款通则, article 12. An answer of a rule that says no is no permission.
expect 5 loan extend L5 --code ZQ-0 --date 2022-05-20 --due 2022-06-01 --rows 5 --reason 受灾减产 "${two[@]}"
says READ-125
says '12'
expect 0 loan extend L5 --code ZQ-1 --date 2022-05-20 --due 2022-06-01 --rows 2 --reason 受灾减产 "${two[@]}"
expect 0 loan portfolio --date 2022-05-31 --json
json 'd["renewed_percent"] == "33.33%" and d["extended_percent"] == "33.33%"'
expect 0 loan misuse L4 --code NY-1 --date 2021-05-02 --reason 改作他用 "${two[@]}"
expect 0 loan provision L4 --code JT-1 --date 2022-12-31 --amount 12000.00 --reason 全额计提 "${two[@]}"
expect 0 loan write-off L4 --code HX-1 --date 2022-12-31 --reason 确无偿还能力 "${two[@]}"
expect 0 loan recover L4 --code SH-1 --date 2023-01-05 --amount 2000.00 "${two[@]}"
expect 5 loan classify --code FL-2 --date 2023-01-05 --class "L4 损失" --reason 走访 "${two[@]}"
says LEND-304

# A contract with a table: from 5 days overdue on principal comes first. 3,000.00 of principal and 118.07 of interest were due on
# 2021-06-01; half the rate on 3,000.00 for 10 days is 1.60 of penalties, which come last.
sed 's/"principal_at_end"/"equal_principal"/; s/"recalculation": "daily"/&, "allocation_overdue": {"days": 5, "by": "part", "order": ["past_due_principal", "past_due_interest", "past_due_fee", "past_due_penalty", "due_principal", "due_interest", "due_fee", "due_penalty", "in_advance_penalty", "in_advance_fee", "in_advance_interest", "in_advance_principal"]}/' bullet.json >table.json
grant L6 table.json
expect 0 repayment add L6 --code HK-6 --date 2021-06-11 --amount 3000.00 "${two[@]}"
expect 0 repayment add L6 --code HK-7 --date 2021-06-12 --amount 118.07 "${two[@]}"
expect 0 loan history L6 --json
json '[(r.get("principal"), r.get("interest")) for r in d["rows"] if r["step"] in ("HK-6", "HK-7")] == [("3000.00", "0.00"), ("0.00", "118.07")]'
expect 0 loan show L6 --date 2021-06-12 --json
json '"逾期满 5 天起" in d["policy"] and d["rows"][0]["outstanding"] == "1.60"'

sed 's/"method"/"late_fee": {"per_day": "0.05%"}, &/' bullet.json >late.json
expect 4 loan sign L4 --code HT-X --date 2021-06-12 --terms late.json "${two[@]}"
says LEND-112

# A loan officer works with loans and their vouchers, and writes no other.
expect 0 user add xindai --role loan_officer --as guanli
expect 0 loan apply L7 --household HU-SYN-L7 --borrower PE-SYN-L7 --bank NSH --product microcredit-2021/microcredit --fund ZY \
  --purpose 养羊 --date 2023-01-06 --amount 500.00 --months 12 --as xindai
expect 0 loan review L7 --code DC-L7 --date 2023-01-06 --finding 属实 --as xindai
expect 0 loan approve L7 --code SP-L7 --date 2023-01-06 --amount 500.00 --months 12 --as xindai --approve-as shenhe
expect 0 loan sign L7 --code HT-L7 --date 2023-01-06 --terms <(sed 's/2021-03-01/2023-01-06/; s/12000.00/500.00/' bullet.json) --as xindai --approve-as shenhe
expect 0 loan disburse L7 --code FK-L7 --date 2023-01-06 --amount 500.00 --as xindai
grep -q "待审" out || fail "a loan officer's payment does not wait for the second person"
expect 0 draft approve 1 --as shenhe
for source in "" --source=FK-L8; do
  # shellcheck disable=SC2086  # no source is no word
  expect 6 voucher post --date 2023-01-06 --type 转 --summary 试 --line "debit 100201 1.00 fund=ZY" --line "credit 4001 1.00 fund=ZY" \
    $source --as xindai --approve-as shenhe
  says REQ-403
done

# The table of days overdue that is in force from 2023-07-01 on.
expect 0 loan classify --code FL-3 --date 2023-07-05 "${two[@]}"
expect 0 loan show L5 --date 2023-07-05 --json
json 'd["class"].endswith("loss") and d["days_overdue"] == 672'
expect 4 loan classify --code FL-4 --date 2023-07-05 "${two[@]}"
says LEND-115

# The end of a day does both, and nothing when it is asked again.
expect 0 loan close-day --code RZ --date 2023-07-05 "${two[@]}" --dry-run --json
json 'd["dry_run"] and d["settled"] == 5 and d["batches"][0]["vouchers"] == []'
expect 6 loan close-day --code RZ --date 2023-07-05 --as guanli --approve-as shenhe
says REQ-403
expect 0 loan close-day --code RZ --date 2023-07-05 "${two[@]}" --json
json '[(b["code"], b["kind"], b["loans"], b["vouchers"]) for b in d["batches"]] == [("RZ-1", "interest", 5, ["2023-07 转-0001"])]'
expect 0 loan close-day --code RZ --date 2023-07-05 "${two[@]}"
grep -q "没有变化" out || fail "a close that is repeated does something"
# 500.00 × 3.85 % × 91/360 = 4.87 and × 92/360 = 4.92; 187 days after the row of April: 次级.
expect 0 loan close-day --code RZ --date 2023-10-10 "${two[@]}" --json
json '(d["settled"], d["interest"], d["reclassified"]) == (1, "9.79", 1) and [b["code"] for b in d["batches"]] == ["RZ-2", "RZ-3"]'
expect 0 loan show L7 --date 2023-10-10 --json
json 'd["class"].endswith("substandard") and d["days_overdue"] == 187'
# Interest is not settled for a day before the last settlement.
expect 4 loan accrue --code JX-9 --date 2023-06-30 "${two[@]}"
says LEND-115

# By one person alone money waits; a voucher of a loan is not reversed by hand; the books prove themselves.
expect 0 repayment add L5 --code HK-9 --date 2022-06-01 --amount 10.00 --as zhidan --json
json 'd["state"] == "pending"'
expect 0 draft list
grep -qF loan_repayment/v1 out || fail "the draft does not say what it is"
expect 5 voucher reverse 2021-06/收/1 --date 2021-06-30 --reason 试 "${two[@]}"
says REQ-604
expect 0 verify
