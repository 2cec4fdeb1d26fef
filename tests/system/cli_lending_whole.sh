#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A loan, the pool behind it, the fund that bears its loss, the subsidy of its interest and the bank's list, in one book.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
digest=$(printf '%064d' 7)

books coop loan-register 2021-01-01
expect 0 fund add ZY 自有资金 --as zhidan
expect 0 voucher post --date 2021-01-01 --type 转 --summary 样例股金 --line "debit 100201 1000000.00 fund=ZY" --line "credit 4001 1000000.00 fund=ZY" "${two[@]}"
cat >terms.json <<'EOF'
{"principal": "30000.00", "start": "2021-03-01", "rate": "3.85%", "method": "principal_at_end", "day_count": "act/360",
 "installments": 4, "period": {"unit": "month", "every": 3}, "rounding": {"mode": "half_up"}, "repayment": {"recalculation": "daily"}}
EOF

# A pool of 10,000.00 at five times: 50,000.00 of cover. Its money stands in another book.
expect 0 guarantee add DB --name 样例担保池 --bank NSH --place 520526 --date 2021-01-05 --multiple 5 --bank-account - --deposit-account - \
  --receivable-account - "${two[@]}"
expect 0 guarantee deposit DB --code DBJ-1 --date 2021-01-06 --amount 10000.00 --document 样例〔2021〕1号 --party 县财政局 "${two[@]}"

# apply CODE LOAN BANK: asks for 30,000.00 with the pool behind it.
apply() {
  expect "$1" loan apply "$2" --household "HU-SYN-$2" --borrower "PE-SYN-$2" --bank "$3" --product microcredit-2021/microcredit \
    --fund ZY --cover DB --purpose 养羊 --date 2021-03-01 --amount 30000.00 --months 12 --as zhidan
}
apply 0 L1 NSH
apply 0 L2 NSH
# Another bank's loan is not for this pool.
apply 5 L3 YC
says GUAR-306
for loan in L1 L2; do expect 0 loan review "$loan" --code "DC-$loan" --date 2021-03-01 --finding 属实 --as zhidan; done
expect 0 loan approve L1 --code SP-L1 --date 2021-03-01 --amount 30000.00 --months 12 "${two[@]}"
# 20,000.00 are left, so the second is refused before it is granted; 20,000.00 go.
expect 5 loan approve L2 --code SP-L2 --date 2021-03-01 --amount 30000.00 --months 12 "${two[@]}"
says GUAR-404
grep -q '20000.00' err || fail "the headroom is not named: $(cat err)"
expect 0 loan approve L2 --code SP-L2 --date 2021-03-01 --amount 20000.00 --months 12 "${two[@]}"
expect 0 guarantee show DB --json
json '"0.00" in json.dumps(d)'
expect 5 guarantee withdraw DB --code DBJ-2 --date 2021-03-02 --amount 0.01 --document 样例〔2021〕1号 --party 县财政局 --reason 试 "${two[@]}"
says GUAR-405
expect 0 loan sign L1 --code HT-L1 --date 2021-03-01 --terms terms.json "${two[@]}"
expect 0 loan disburse L1 --code FK-L1 --date 2021-03-01 --amount 30000.00 "${two[@]}"
expect 0 loan drop L2 --code CX-L2 --date 2021-03-02 --reason 不再需要 "${two[@]}"

# The first quarter's interest, 30,000.00 × 3.85 % × 92/360, is paid by the household and refunded by the county: all of it
# until the end of 2023.
expect 0 repayment add L1 --code HK-1 --date 2021-06-01 --amount 295.17 "${two[@]}"
expect 0 loan show L1 --date 2021-06-02 --json
json 'd["rows"][0]["interest"] == "295.17" and d["rows"][0]["outstanding"] == "0.00"'

claim=(subsidy claim --code TX-1 --bank NSH --from 2021-06-01 --to 2021-07-01 --date 2021-07-01 --payer county=1 --rule qingyang-2021/interest-subsidy)
expect 0 "${claim[@]}" "${two[@]}" --dry-run
expect 0 "${claim[@]}" "${two[@]}"
expect 0 subsidy show TX-1 --json
json '[r["subsidy"] for r in d["rows"]] == ["295.17"]'
expect 5 "${claim[@]/TX-1/TX-2}" "${two[@]}"

# The bank's list agrees; one with a wrong balance and a loan that nobody knows does not.
expect 0 loan list --date 2021-06-30 --json
printf '贷款编号,本金余额,户编号\nL1,30000.00,HU-SYN-L1\n' >bank.csv
printf '本金余额,贷款编号,户编号\n29999.99,L1,HU-SYN-L1\n5.00,L9,HU-SYN-L9\n' >other.csv
expect 0 reconcile register --file bank.csv --date 2021-06-30 --bank NSH
expect 5 reconcile register --file other.csv --date 2021-06-30 --bank NSH --json
json '"L9" in json.dumps(d) and "29999.99" in json.dumps(d)'

# The bank's subsidy list against the claim, recorded: it agrees; then one with another amount and a name where a code should be.
printf '贷款编号,贴息金额\nL1,295.17\n' >subsidies.csv
expect 0 reconcile subsidy TX-1 --file subsidies.csv --record DZ-1 --as zhidan
printf '贷款编号,贴息金额\nL1,295.18\n合成某人110101199003070134,1.00\n' >subsidies.csv
expect 5 reconcile subsidy TX-1 --file subsidies.csv --record DZ-2 --as zhidan
for planted in 合成某人 110101199003070134; do
  if grep -qaF -- "$planted" books.db*; then fail "recorded: $planted"; fi
done
expect 0 reconcile show DZ-2 --json
json 'len(d["rows"]) == 2 and "295.18" in json.dumps(d) and "非代码" in json.dumps(d, ensure_ascii=False)'
expect 0 reconcile sign DZ-1 --side here --unit 样例扶贫局 --capacity 会计 "${two[@]}"
expect 5 reconcile sign DZ-2 --side here --unit 样例扶贫局 --capacity 会计 "${two[@]}"

# Overdue for more than 90 days: claimed, looked at twice, paid by the fund at 8:2; what comes back is shared alike.
expect 0 compensation fund RF --name 样例风险补偿基金 --place 520526 --date 2021-01-10 --contributions 7:3 --government 1:1 --loss 8:2 \
  --overdue-days 90 --without-money "${two[@]}"
expect 0 compensation contribute RF --code CZ-1 --date 2021-02-01 --from 省级财政 --party 省财政厅 --amount 50000.00 --document 样例〔2021〕2号 "${two[@]}"
claim=(compensation claim --code B1 --fund RF --bank NSH)
expect 5 "${claim[@]}" --date 2021-11-01 --row "L1 30000.00 0.00 61 $digest" "${two[@]}"
expect 0 "${claim[@]}" --date 2022-01-10 --row "L1 30000.00 0.00 131 $digest" "${two[@]}"
expect 0 compensation review B1 --code SH-1 --date 2022-01-11 --step 乡镇 --by 样例乡 "${two[@]}"
expect 0 compensation review B1 --code SH-2 --date 2022-01-12 --step 主管部门 --by 样例局 "${two[@]}"
expect 0 compensation pay B1 --code ZF-1 --date 2022-01-13 "${two[@]}"
expect 0 compensation show B1 --json
json '"24000.00" in json.dumps(d) and "6000.00" in json.dumps(d)'
expect 0 loan show L1 --date 2022-01-14 --json
json 'd["principal"] == "30000.00"'
expect 0 verify

# Two deployments: the bank signs what its own program lists, the bureau takes it only as it was signed, by whom it trusts.
cp books.db bank.db
printf 'synthetic passphrase\n' >pass
pass=(--passphrase-file pass)
for algorithm in ed25519 sm2; do expect 0 key create --algorithm $algorithm --out $algorithm.key "${pass[@]}"; done
expect 0 key create --algorithm ed25519 --out stranger.key "${pass[@]}"
trusting() { # trusting KEY: a policy with this key of the bank's
  expect 0 key show "$1.key.pub" --name 样例农商行/files --use log
  printf 'log %s\nquorum none\n' "$(cat out)"
}
trusting ed25519 >ed25519.policy
trusting sm2 >sm2.policy
trusting stranger >stranger.policy
give=(reconcile give --db sqlite:bank.db --name 样例农商行/files --signer ed25519.key --signer sm2.key "${pass[@]}")
expect 0 "${give[@]}" --date 2021-06-30 --bank NSH --out given.csv
grep -q '^贷款编号,' given.csv || fail "no Chinese headings: $(head -1 given.csv)"
compare=(reconcile register --file given.csv --date 2021-06-30 --bank NSH --signature given.csv.sig)
for trusted in ed25519 sm2; do expect 0 "${compare[@]}" --policy $trusted.policy; done
expect 6 "${compare[@]}" --policy stranger.policy
says SEAL-113
expect 7 "${compare[@]/2021-06-30/2021-06-29}" --policy sm2.policy
says SEAL-115
expect 4 "${compare[@]/given.csv.sig/given.csv}" --policy sm2.policy
says SEAL-101
expect 3 "${compare[@]}" --policy nowhere.policy
cp given.csv kept.csv
sed -i 's/30000.00/30000.01/' given.csv
expect 7 "${compare[@]}" --policy sm2.policy
says SEAL-115
# Without the signature the same file is compared, and differs: the negative control.
expect 5 reconcile register --file given.csv --date 2021-06-30 --bank NSH
mv kept.csv given.csv
expect 0 repayment add L1 --code HK-2 --date 2021-06-30 --amount 100.00 --db sqlite:bank.db "${two[@]}"
expect 0 "${give[@]}" --date 2021-06-30 --out later.csv
expect 5 reconcile register --file later.csv --date 2021-06-30 --signature later.csv.sig --policy ed25519.policy --json
json '[(r["key"], r["here"], r["there"]) for r in d["rows"] if r["field"].startswith("本金余额")] == [("L1", "30000.00", "29900.00")]'
expect 0 "${give[@]}" --claim TX-1 --out claim.csv
expect 0 reconcile subsidy TX-1 --file claim.csv --signature claim.csv.sig --policy sm2.policy
expect 0 "${give[@]:0:4}" --claim TX-1 --out unsigned.csv
[[ ! -e unsigned.csv.sig ]] || fail "a signature although no key was given"
cmp claim.csv unsigned.csv || fail "the list depends on its signature"
