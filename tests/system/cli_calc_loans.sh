#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Loans through the finished program: schedules from files and pipes, interest, days, refusals, without any book.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

cat >loan.json <<'EOF'
{"principal": "50000.00", "start": "2016-03-01", "rate": "4.35%", "method": "principal_at_end", "day_count": "act/360",
 "installments": 4, "period": {"unit": "month", "every": 3}, "settlement_day": 20, "rounding": {"mode": "half_up"}}
EOF
# 92 days of act/360: 50000 · 4.35 % · 92/360 = 555.83.
expect 0 calc schedule --input loan.json --json
json 'len(d["rows"]) == 5 and d["rows"][1]["interest"] == "555.83" and d["rows"][1]["due"] == "2016-06-21"'
json 'd["rows"][-1]["balance"] == "0.00" and "结息日" in d["policy"]'
expect 0 calc schedule --input loan.json
grep -q 还款计划 out || fail "no table: $(cat out)"
"$MINGZHANG_BIN" calc schedule --input - --json <<<"[$(cat loan.json), $(cat loan.json)]" >out
json 'len(d) == 2 and d[0] == d[1]'
[[ $(find . -type f | wc -l) == 3 ]] || fail "a calculation left a file"

sed -i 's/"act\/360"/"act\/361"/; s/50000.00/0.005/' loan.json
expect 4 calc schedule --input loan.json --json
json '{p["place"] for p in d["problems"]} >= {"/day_count", "/principal"}'
expect 3 calc schedule --input none.json
expect 0 calc interest --principal 50000.00 --rate 4.35 --from 2016-03-01 --to 2017-03-01 --basis act/360 --json
json 'd["interest"] == "2205.21" and d["days"] == 365'
expect 0 calc days --from 2007-02-28 --to 2007-08-31 --basis 30e/360
[[ $(cat out) == 182 ]] || fail "days: $(cat out)"
expect 4 calc interest --principal 50000.00 --rate 4.35 --from 2016-03-01 --to 2016-02-01 --basis act/360
expect 2 calc interest --principal 50000.00
