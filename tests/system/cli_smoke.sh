#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# One book from opening to proof, through the finished program: exit codes, JSON, reports, backup and journals.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
export MINGZHANG_DB=sqlite:books.db MINGZHANG_BOOK=yanchi
m() { "$MINGZHANG_BIN" "$@"; }

expect 3 verify
[[ ! -e books.db ]] || fail "reading made a file"
expect 0 book create yanchi --from 2016-01-01 --template special-fund --title 盐池县专账 --as guanli
expect 0 user add zhidan --role preparer --as guanli
expect 0 user add shenhe --role approver --as guanli
expect 6 user add guanli --role approver --as guanli
expect 6 fund add F1 省级专项 --as nobody
expect 0 fund add F1 省级专项 --document 财农〔2016〕1号 --as zhidan
expect 0 fund add F2 县级配套 --as zhidan
expect 5 fund add F1 又一个 --as zhidan

expect 0 voucher submit --as zhidan --date 2016-03-01 --type 收 --summary 到账 \
  --line "debit 100201 1000.00 fund=F1" --line "credit 400102 1000.00 fund=F1" --json
json 'd["draft"] == 1 and d["state"] == "pending"'
expect 6 voucher approve 1 --as zhidan
grep -q 'REQ-40' err || fail "self-approval is refused by another rule"
expect 0 voucher approve 1 --as shenhe --json
json 'd["vouchers"] == ["2016-03 收-0001"] and len(d["leaf_sha256"]) == 64 and len(d["leaf_sm3"]) == 64'
expect 0 voucher approve 1 --as shenhe --json
json 'd["is_repeat"]'

# The preparer as approver too: INV-06 holds even for somebody with both roles.
expect 0 user add zhidan --role approver --as guanli
expect 6 voucher post --as zhidan --approve-as zhidan --date 2016-03-02 --summary x \
  --line "debit 500101 1.00 fund=F1" --line "credit 100201 1.00 fund=F1"
grep -q REQ-407 err || fail "not SamePerson: $(cat err)"
expect 4 voucher post "${two[@]}" --date 2016-03-02 --summary x --json \
  --line "debit 500101 100.00 fund=F1" --line "credit 100201 99.99 fund=F1"
json 'd["error"]["code"] == "POST-114" and d["problems"][0]["message_zh"]'
expect 4 voucher post "${two[@]}" --date 2016-03-02 --summary x --line "debit 500101 1.001 fund=F1"
# Fund F1 has the money, F2 has not.
expect 4 voucher post "${two[@]}" --date 2016-03-02 --summary 串用 \
  --line "debit 500101 10.00 fund=F2" --line "credit 100201 10.00 fund=F1"
expect 5 voucher post "${two[@]}" --date 2016-03-02 --summary 超支 --json \
  --line "debit 500101 1000.01 fund=F1" --line "credit 100201 1000.01 fund=F1"
json 'd["error"]["code"] == "POST-401"'
expect 0 voucher post "${two[@]}" --date 2016-04-05 --type 付 --summary 到户补助 \
  --line "debit 500101 300.00 fund=F1 subject=HU-SYN-1 note=合成 住户" --line "credit 100201 300.00 fund=F1"
expect 0 voucher post "${two[@]}" --date 2016-04-06 --summary 误记 \
  --line "debit 500101 1.23 fund=F1" --line "credit 100201 1.23 fund=F1"
expect 0 voucher reverse 2016-04/记/1 "${two[@]}" --date 2016-04-07 --reason 误记
expect 5 voucher reverse 2016-04/记/1 "${two[@]}" --date 2016-04-07 --reason 又一次

expect 0 report trial-balance --as-of 2016-12-31 --json
json 'd["total_debit"] == d["total_credit"] == "1302.46"'
json '[r["balance"] for r in d["rows"] if r["account"] == "100201" and r["fund"] == "F1"] == ["700.00"]'
expect 0 report trial-balance --period 2016-04 --format csv
expect 0 report account --account 1002 --from 2016-01-01 --to 2016-12-31
expect 0 report journal --period 2016-04
expect 0 report general-ledger --from 2016-01-01 --to 2016-12-31
expect 0 report subject --subject HU-SYN-1 --json
expect 0 report project
expect 0 report fund --as-of 2016-12-31
expect 3 report account --account 9999 --period 2016-04
expect 3 report subject --subject HU-SYN-2
expect 4 report journal
expect 4 report journal --period 2016-13
expect 2 report journal --nonsense
for list in "book list" "book show" "book templates" "account list" "fund list" "project list" "user list" "period list" \
  "voucher list" "voucher pending" "voucher show 2016-03/收/1"; do
  # shellcheck disable=SC2086  # the words are the command
  expect 0 $list --json
  json 'isinstance(d, dict)'
  # shellcheck disable=SC2086
  expect 0 $list
done

expect 0 period close 2016-01 --as shenhe
expect 0 period close 2016-02 --as shenhe
expect 0 period close 2016-03 --as shenhe
expect 5 voucher post "${two[@]}" --date 2016-03-31 --summary 补记 \
  --line "debit 500101 1.00 fund=F1" --line "credit 100201 1.00 fund=F1"
expect 0 period reopen 2016-03 --reason 补记 "${two[@]}"
expect 0 period close 2016-03 --as shenhe
expect 0 period lock 2016-01 --as shenhe
expect 0 account change 500106 freeze --reason 停办 "${two[@]}"
expect 0 voucher carry-forward 2016 "${two[@]}"
expect 5 voucher carry-forward 2016 "${two[@]}"

expect 0 backup copy.db
expect 5 backup copy.db
expect 0 verify --json
json 'd["ok"] and d["books"][0]["book"] == "yanchi" and d["books"][0]["first_problem"] is None'
json 'len(d["books"][0]["sha256_root"]) == len(d["books"][0]["sm3_root"]) == 64'
expect 3 verify --book nosuch
expect 5 restore copy.db
expect 0 restore copy.db --db restored.db
cp out restored.out
expect 0 verify --db restored.db --json
expect 0 restore copy.db --replace --json
json 'd["kept_aside"].startswith("books.db.before-restore")'
expect 0 verify

for program in hledger ledger beancount; do
  expect 0 export --format "$program" --out "books.$program"
  expect 0 export --format "$program"
  cmp -s out "books.$program" || fail "$program: the file differs from the output"
done
expect 4 export --format gnucash
command -v hledger >/dev/null && hledger -f books.hledger check >/dev/null

printf 'voucher,date,summary,account,side,amount,fund\n1,2016-05-01,到账,100201,debit,5.00,F1\n1,2016-05-01,到账,400102,credit,5.00,F1\n' >good.csv
printf 'voucher,date,summary,account,side,amount,fund\n1,2016-05-01,到账,100201,debit,5.005,F1\n1,2016-05-01,到账,400102,credit,5.00,F1\n' >bad.csv
expect 4 import vouchers bad.csv "${two[@]}" --bad-rows bad-rows.csv --json
json 'd["problem_count"] >= 1 and d["problems"][0]["row"] == 2 and d["problems"][0]["column"] == "amount"'
[[ -s bad-rows.csv ]] || fail "no bad rows"
expect 3 import vouchers nosuch.csv "${two[@]}"
expect 0 import vouchers good.csv "${two[@]}" --dry-run --json
json 'd["dry_run"] and d["vouchers"] == 1 and d["lines"] == 2'
expect 0 import vouchers good.csv "${two[@]}" --json
json 'd["receipt"]["is_repeat"] is False'
expect 0 import vouchers good.csv "${two[@]}" --json
json 'd["receipt"]["is_repeat"]'

expect 0 demo --dir demo --households 200 --json
json 'd["verify"]["ok"] and d["district_fund"] == "1000000.00"'
expect 5 demo --dir demo
expect 4 demo --dir demo2 --households 3

head -c 5000 /dev/urandom >noise.db
expect 7 verify --db noise.db
grep -q REQ-905 err || fail "noise: $(cat err)"
expect 0 completion bash
bash -n out
echo "全部通过 all passed"
