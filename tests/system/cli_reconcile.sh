#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A reconciliation through the finished program: recorded, worked off, signed by both sides, replaced; nothing of the other
# side's file that is no code gets into the database.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

books reconcile
expect 0 fund add F1 样例资金 --as zhidan
expect 0 indicator add F1 --document 样例〔2016〕1号 --level 县 --purpose 贴息 --amount 50000.00 --date 2016-01-10 --arrives "${two[@]}"

# A synthetic name, and the example number of GB 11643-1999, in every column that is text.
name=样例某甲
number=11010519491231002X
cat >list.csv <<CSV
贷款编号,本金余额,状态,户编号,借款人编号,$name
D1,50000.00,$name,$name,$number,$number
D2,1.00,正常,$number,P-2,
$name,2.00,正常,H-3,P-3,$name
$number,3.00,正常,H-4,P-4,
CSV
record=(reconcile register --file list.csv --date 2016-12-31 --bank RCB --record)
expect 6 "${record[@]}" DZ-1
expect 5 "${record[@]}" DZ-1 --as zhidan
grep -qF 本方没有 out || fail "the comparison is not printed"
expect 5 "${record[@]}" DZ-1 --as zhidan
says LEND-301
expect 5 reconcile register --file list.csv --date 2016-12-31 --bank RCB --record DZ-2 --replaces DZ-1 --as zhidan --json
json 'd["missing_here"] == 4 and len(d["rows"]) == 4'
expect 0 reconcile show DZ-2 --json
json '[d["items"], d["resolved"], d["accepted"], d["open"]] == [4, 0, 0, 4] and d["replaces"] == "DZ-1"'
json 'd["progress"] == "差异 4 / 已解决 0 / 已说明 0 / 未处理 4"'
json '[r["key"] for r in d["rows"]].count("（非代码，见对方清单 not a code, see the other side\x27s list）") == 2'
json '[r["key"] for r in d["rows"]].count("D1") == 1'
# The name and the number stand nowhere in the files of the database; a code does, so that the search finds what is there.
for planted in "$name" "$number"; do
  if grep -qaF -- "$planted" books.db*; then fail "recorded: $planted"; fi
done
grep -qaF DZ-2 books.db* || fail "the database does not hold what was recorded"
printf '备注 %s' "$name" >planted.db
grep -qaF -- "$name" planted.db || fail "the search finds nothing"

expect 0 reconcile list --json
json '[(r["reconciliation"], r["state"]) for r in d["rows"]] == [("DZ-1", "已被替代 replaced"), ("DZ-2", "处理中 in work")]'
expect 5 reconcile accept DZ-1 --items 1 --note 说明 --as zhidan
says RECO-302
expect 0 reconcile verify DZ-2 --file list.csv
echo >>list.csv
expect 5 reconcile verify DZ-2 --file list.csv
says RECO-401

# The work list.
expect 0 reconcile assign DZ-2 --items 1,3-4 --to 信贷股 --date 2017-01-04 --as zhidan
expect 4 reconcile assign DZ-2 --items 3-1 --to 信贷股 --as zhidan
says READ-110
expect 3 reconcile resolve DZ-2 --items 9 --note 已改 --date 2017-01-04 --as zhidan
says RECO-202
expect 3 reconcile resolve DZ-2 --items 1 --source 2016-01/记-9 --date 2017-01-04 --as zhidan
says RECO-204
expect 4 reconcile resolve DZ-2 --items 1 --date 2017-01-04 --as zhidan
says RECO-110
expect 0 reconcile resolve DZ-2 --items 1,3 --note 已补录 --date 2017-01-04 --as zhidan
expect 5 reconcile resolve DZ-2 --items 1 --note 已补录 --date 2017-01-04 --as zhidan
says RECO-304
expect 0 reconcile accept DZ-2 --items 2 --note 银行误列 --date 2017-01-04 --as zhidan
expect 0 reconcile show DZ-2 --open --json
json '[(r["item"], r["who"]) for r in d["rows"]] == [(4, "信贷股")]'
expect 0 reconcile show DZ-2
grep -qF '差异 4 / 已解决 2 / 已说明 1 / 未处理 1' out || fail "no line of the state"
sign=(reconcile sign DZ-2 --capacity 主管 --date 2017-01-05)
expect 5 "${sign[@]}" --side here --unit 县扶贫办 "${two[@]}"
says RECO-305
expect 0 reconcile resolve DZ-2 --items all --note 已补录 --date 2017-01-04 --as zhidan
expect 5 reconcile sign DZ-2 --capacity 主管 --date 2016-12-30 --side here --unit 县扶贫办 "${two[@]}"
says LEND-305
expect 0 "${sign[@]}" --side here --unit 县扶贫办 --as zhidan --json
json 'd["state"] == "pending"'
expect 0 draft approve 1 --as shenhe
expect 5 "${sign[@]}" --side here --unit 县扶贫办 "${two[@]}"
says RECO-303
expect 5 reconcile reopen DZ-2 --items 1 --note 有误 --date 2017-01-06 --as zhidan
says RECO-303
expect 0 "${sign[@]}" --side there --unit 农村合作银行 --document 样例〔2017〕1号 "${two[@]}"
expect 0 reconcile list
grep -qF '已对平' out || fail "not closed"
expect 5 reconcile reopen DZ-2 --items 1 --note 有误 --date 2017-01-06 --as zhidan
says RECO-302

# A statement that agrees is a list without items, and can be signed at once.
printf '余额,贷方,日期\n50000.00,50000.00,2016-01-10\n' >statement.csv
expect 0 reconcile statement --file statement.csv --account 100201 --record DZ-3 --as zhidan
expect 0 reconcile sign DZ-3 --side there --unit 农村合作银行 --capacity 主管 --date 2016-02-01 "${two[@]}"
expect 0 verify
