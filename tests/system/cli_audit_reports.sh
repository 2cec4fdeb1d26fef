#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The auditor's reports through the finished program: progress, idle money, and a book in which every suspicion test finds
# something. All people are synthetic.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
# of(test) are the rows of hits of a test, state(test) how it ended, hits(test) how many hits it had.
json_names='
rows = d.get("rows", [])
of = lambda test: [r for r in rows if r.get("test") == test and r["result"].endswith(" hit")]
state = lambda test: [r["result"].split(" ", 1)[1] for r in rows if r.get("test") == test and not r["result"].endswith(" hit")]
hits = lambda test: [r.get("hit") for r in rows if r.get("test") == test and not r["result"].endswith(" hit")][0]'
digest() { printf '%064d' "$1"; }

books yanchi
expect 0 fund add F1 省级专项 --document 样例〔2016〕1号 --as zhidan
expect 0 fund add F2 县级配套 --document 样例〔2016〕2号 --as zhidan

# Nothing is in the book: no test may say that it found nothing.
expect 0 report suspicion --as-of 2016-12-31 --json
json 'd["hits"] == 0 and d["not_checked"] == 12 and len(rows) == 12'
expect 0 report fund-progress --as-of 2016-12-31 --json
json 'rows == [] and d["agrees"] == "一致 yes"'

indicator=(--purpose 产业发展 --arrives "${two[@]}")
expect 0 indicator add F1 --document 样例〔2016〕1号 --level 省 --amount 1000.00 --date 2016-01-10 "${indicator[@]}"
expect 0 indicator add F2 --document 样例〔2016〕2号 --level 县 --amount 500.00 --date 2016-03-01 "${indicator[@]}"

# Four households of region 999999, which is nowhere. H1 and H2 share a card and a phone; H2 exits in June; the head of H3
# is on the auditor's list; H4 has neither card nor phone.
expect 0 division add 520526 合成县 --level county --from 2010-01-01 --as zhidan
expect 0 division add 520526100 合成乡 --level township --parent 520526 --from 2010-01-01 --as zhidan
expect 0 division add 520526100201 合成村 --level village --parent 520526100 --from 2010-01-01 --as zhidan
python3 - <<'PY'
def number(n):
    body = f"999999{1960 + n}0101{n:03d}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11]
shared = ("6228480000000000010", "13900000001")
rows = [("H1", "P1", *shared), ("H2", "P2", *shared), ("H3", "P3", "6228480000000000028", "13900000003"), ("H4", "P4", "", "")]
with open("register.csv", "w", encoding="utf-8") as file:
    file.write("household,division,class,status,date,causes,person,name,id_number,relation,is_head,card,phone\n")
    for n, (household, person, card, phone) in enumerate(rows, 1):
        file.write(f"{household},520526100201,精准扶贫户,in,2016-01-05,因病,{person},合成{n},{number(n)},户主,是,{card},{phone}\n")
with open("staff.csv", "w", encoding="gb18030") as file:
    file.write("姓名,身份证号,单位\n合成," + number(3) + ",合成单位\n合成,缺,合成单位\n")
with open("numbers", "w") as file:
    file.write("\n".join([number(n) for n in range(1, 5)] + list(shared)))
PY
expect 0 import households register.csv --as zhidan
# H1 becomes poorer while a list of the old class is up.
expect 0 household class H1 低保贫困户 --date 2016-09-01 --as zhidan
expect 0 household status H2 exited --date 2016-06-01 --reason 达到脱贫标准 --as zhidan

# Money: 300.00 of F1 to two townships; a list paid after nine days of publicity, H2 after its exit and H9 unknown; the same
# cost claimed in two years; two lists below the limit within a week.
expect 0 allocation add --code A1 --indicator F1 --date 2016-02-01 --total 300.00 --target "XZ-01 100.00" --target "XZ-02 200.00" "${two[@]}"
list() {  # CODE DATE PUBLICITY_END PAID ROW…
  local code=$1 date=$2 end=$3 paid=$4 rows=() total=0
  shift 4
  for row in "$@"; do
    rows+=(--row "$row.00")
    total=$((total + ${row##* }))
  done
  expect 0 disbursement submit --code "$code" --indicator F1 --title 产业补助 --date "$date" --publicity-end "$end" --total "$total.00" "${rows[@]}" "${two[@]}"
  [[ $paid == - ]] || expect 0 disbursement pay "$code" --code "D-$code" --date "$paid" "${two[@]}"
}
list L1 2016-05-01 2016-05-10 2016-07-01 "H1 50" "H2 60" "H9 10"
list L2 2016-08-01 2016-08-11 2016-08-20 "H3 40"
list L3 2016-08-22 2016-09-01 2016-09-05 "H1 70"
list L4 2016-10-01 2016-10-15 - "H3 5"
for year in 2016 2017; do
  expect 0 benefit grant --code "B$year" --indicator F1 --programme chronic --person P1 --household H1 --year "$year" --date "$year-12-01" \
    --claim "$(digest "$year")" --eligible 45.67 --amount 20.00 "${two[@]}"
done

# By hand: F1 spent 120.00 + 40.00 + 70.00 on lists and 2 × 20.00 in benefits, 270.00 of 1,000.00; 300.00 are held, 5.00 wait
# on a list, 425.00 are left. F2 is untouched.
expect 0 report fund-progress --as-of 2018-02-01 --json
json '[(r["indicator"], r["spent"], r["percent"], r["held"], r["waiting"], r["left"]) for r in rows] == [("F1", "270.00", "27.00%", "300.00", "5.00", "425.00"), ("F2", "0.00", "0.00%", "0.00", "0.00", "500.00")]'
json 'd["agrees"] == "一致 yes" and [(s["indicator"], s["total"], s["percent"]) for s in d["sums"]] == [("省小计 province", "1000.00", "27.00%"), ("县小计 county", "500.00", "0.00%"), ("合计 total", "1500.00", "18.00%")]'
expect 0 report fund-progress --as-of 2016-07-01 --fund F1 --format csv
if [[ $(grep -c '^F' out) != 1 ]] || ! grep -q '12.00%' out; then fail "not F1 as of July: $(cat out)"; fi
expect 0 report fund-progress --document 样例〔2016〕2号 --json
json '[r["indicator"] for r in rows] == ["F2"]'
expect 3 report fund-progress --document 没有
expect 3 report fund-progress --indicator F9
expect 4 report fund-progress --indicator F1 --fund F1
expect 4 report fund-progress --as-of 2016-13-01
expect 4 report fund-progress --format xml

# 753 days for what is left of F1, 731 for the townships, 702 for F2, 488 for the list.
expect 0 report idle-money --as-of 2018-02-01 --json
json '[(r["code"], r["days"], r["amount"]) for r in rows] == [("F1", 753, "425.00"), ("A1/1", 731, "100.00"), ("A1/2", 731, "200.00"), ("F2", 702, "500.00"), ("L4", 488, "5.00")]'
json '[s["amount"] for s in d["sums"]] == ["725.00", "505.00", "1230.00"] and d["agrees"] == "一致 yes"'
expect 0 report idle-money --as-of 2018-02-01 --older-than 702 --json
json 'len(rows) == 3 and d["sums"][0]["amount"] == "725.00" and d["sums"][-1]["amount"] == "1230.00"'
expect 4 report idle-money --older-than x
expect 4 report idle-money --rule carry-over
expect 3 report idle-money --rule none/carry-over
# A rule that is no rule of ages is refused, not misread.
expect 4 report idle-money --as-of 2015-12-31 --rule dingxi-2015-13/carry-over
expect 0 report idle-money --as-of 2016-12-31 --rule weining-2016/exit-bands --json
json '{r["band"] for r in rows} == {"稳定脱贫"} and d["bands"].startswith("weining-2016/exit-bands")'

suspicion=(report suspicion --as-of 2018-02-01)
expect 0 "${suspicion[@]}" --json
json 'd["not_checked"] == 3 and [t for t in ("split", "staff", "repeated-evidence") if state(t) != ["not checked"]] == []'
expect 0 "${suspicion[@]}" --limit 100.00 --staff staff.csv --json
json 'hits("shared-card") == 1 and len(of("shared-card")) == 7 and of("shared-card")[0]["who"] == "合** 6228***********0010"'
json 'hits("shared-phone") == 1 and of("shared-phone")[0]["who"] == "合** 139****0001"'
json '[(r["household"], r["list"], r["row"], r["amount"], r["date"], r["vouchers"]) for r in of("exited-household")] == [("H2", "L1", 2, "60.00", "2016-07-01", "2016-07 付-0001")]'
json '[(r["household"], r["code"]) for r in of("not-registered")] == [("H9", "D-L1")]'
json '[(r["household"], r["list"], r["amount"]) for r in of("class-changed")] == [("H1", "L3", "70.00")]'
json '[r["list"] for r in of("short-publicity")] == ["L1"]'
json '[r["list"] for r in of("split")] == ["L2", "L3"] and hits("split") == 1'
json '[(r["code"], r["person"]) for r in of("repeated-claim")] == [("B2016", "P1"), ("B2017", "P1")]'
json 'state("over-rule") == ["checked"] and hits("over-rule") == 0'
json 'hits("idle") == 5 and of("idle")[0]["code"] == "F1" and all(r["record"] > 0 for r in of("idle"))'
json '[(r.get("list"), r.get("amount")) for r in of("staff")] == [(None, None), ("L2", "40.00"), ("L4", "5.00")] and hits("staff") == 1'
json 'all(r["next"] for r in rows) and d["limit"] == "100.00"'
cp out all.json
for format in text csv; do
  expect 0 "${suspicion[@]}" --limit 100.00 --staff staff.csv --format "$format"
  cat out >>all.json
done
while read -r number; do
  ! grep -q -F -- "$number" all.json || fail "a report shows $number"
done <numbers
! cat books.db* | grep -a -q 合成单位 || fail "the auditor's list was kept"

# Thresholds, days and single tests.
expect 0 "${suspicion[@]}" --test short-publicity --publicity-days 9 --json
json 'len(rows) == 1 and hits("short-publicity") == 0'
expect 0 "${suspicion[@]}" --test split --test idle --limit 100.00 --split-days 15 --idle-days 750 --json
json 'hits("split") == 0 and hits("idle") == 1'
expect 0 report suspicion --as-of 2016-06-30 --test exited-household --test short-publicity --json
json 'state("exited-household") == ["not checked"] and state("short-publicity") == ["not checked"]'
expect 4 "${suspicion[@]}" --test none
expect 4 "${suspicion[@]}" --limit 0
expect 4 "${suspicion[@]}" --idle-days x
expect 3 "${suspicion[@]}" --staff none.csv
printf '姓名\n合成\n' >bad.csv
expect 4 "${suspicion[@]}" --staff bad.csv

# Erased values cannot be compared: said per test, never "no hits".
expect 0 household erase-person P2 --reason 保存期满 "${two[@]}"
expect 0 "${suspicion[@]}" --test shared-card --json
json 'hits("shared-card") == 0 and "2 人没有此项" in rows[0]["finding"]'
for person in P1 P3 P4; do expect 0 household erase-person "$person" --reason 保存期满 "${two[@]}"; done
expect 0 "${suspicion[@]}" --test shared-card --test shared-phone --test staff --staff staff.csv --json
json 'd["not_checked"] == 3 and len(rows) == 3'
expect 0 verify --json
json 'd["ok"]'
echo "全部通过 all passed"
