#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A synthetic register (nobody in it exists) through the finished program: imported, reported, one person erased from
# every byte of the database, verified.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
households=${MINGZHANG_TEST_HOUSEHOLDS:-500}
# found TEXT: how many files of the database hold these bytes.
found() { cat books.db* | grep -a -c -F -- "$1" || true; }

books register
expect 0 division add 520526 合成县 --level county --from 2010-01-01 --as zhidan
expect 0 division add 520526100 合成乡 --level township --parent 520526 --from 2010-01-01 --as zhidan
expect 0 division add 520526100201 合成一村 --level village --parent 520526100 --from 2010-01-01 --as zhidan
expect 0 division add 520526100202 合成二村 --level village --parent 520526100 --from 2010-01-01 --as zhidan

# Households of one to seven; numbers of region 999999, which is nowhere, with right check characters.
python3 - "$households" <<'PY'
import sys
def number(n):
    body = f"999999{1950 + n // 1000 % 50}{1 + n // 50000:02d}01{n % 1000:03d}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11]
persons = 0
with open("register.csv", "w", encoding="utf-8", newline="") as file:
    file.write("household,division,class,status,date,causes,person,name,id_number,relation,is_head,card,phone\r\n")
    for household in range(int(sys.argv[1])):
        for member in range(1 + household * 5 % 7):
            persons += 1
            file.write(f"H{household:07d},52052610020{1 + household % 2},精准扶贫户,in,2016-03-01,因病、因学,P{persons:07d},"
                       f"合成{persons:06d},{number(persons)},{'子女' if member else '户主'},{'否' if member else '是'},,139{persons:08d}\r\n")
with open("persons", "w") as file: file.write(str(persons))
with open("erased", "w") as file: file.write(number(2))
with open("kept", "w") as file: file.write(number(3))
PY
persons=$(cat persons) erased=$(cat erased) kept=$(cat kept)

sed '3s/P0000002/P0000001/' register.csv >bad.csv
expect 4 import households bad.csv --as zhidan --bad-rows bad_rows.csv
grep -q 'ROSTER-403' err || fail "the person in two rows was not seen: $(cat err)"
grep -q '错误' bad_rows.csv || fail "no bad rows"
! grep -q -F "$erased" err || fail "a message names a person"
expect 0 household list --json
json 'len(d["rows"]) == 0'

expect 0 import households register.csv --as zhidan --dry-run
expect 0 import households register.csv --as zhidan --json
json "d['households'] == $households and d['persons'] == $persons and d['problem_count'] == 0"
expect 0 import households register.csv --as zhidan --json
json 'd["receipt"]["is_repeat"]'

expect 0 household status H0000001 exited --date 2016-10-01 --reason 达到脱贫标准 --as zhidan
expect 0 report register --as-of 2016-12-31 --json
json "d['agrees'].startswith('一致') and max(r['households'] for r in d['rows']) == $households - 1"
expect 0 report register --as-of 2016-09-30 --format csv
expect 0 report dynamic --from 2016-04-01 --to 2016-12-31
grep -q '达到脱贫标准' out || fail "the exit is missing: $(cat out)"
expect 0 report household H0000000
! grep -q -F '合成000001' out || fail "the report names somebody"

[[ $(found "$erased") -gt 0 ]] || fail "the control: the number should be in the database before the erasure"
expect 0 household erase-person P0000002 --reason 保存期满 --as zhidan
[[ $(found "$erased") -gt 0 ]] || fail "erased before anybody approved it"
expect 0 draft approve 1 --as shenhe
[[ $(found "$erased") == 0 ]] || fail "the erased number is still in the database"
[[ $(found '合成000002') == 0 ]] || fail "the erased name is still in the database"
[[ $(found "$kept") -gt 0 ]] || fail "somebody else was erased too"
expect 0 verify
echo "好 ok: $households households, $persons persons"
