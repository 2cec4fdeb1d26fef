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

# What a payment meets first: two rows of 10,000.00 are past due when 12,000.00 come, and from 5 days on principal comes first.
sed 's/"principal_at_end"/"equal_principal"/; s/}}$/}, "as_of": "2016-07-01", "events": [{"kind": "payment", "date": "2016-07-01", "amount": "12000.00"}], "repayment": {"recalculation": "daily", "allocation_overdue": {"days": 5, "by": "part", "order": ["past_due_principal", "past_due_interest", "past_due_fee", "past_due_penalty", "due_principal", "due_interest", "due_fee", "due_penalty", "in_advance_penalty", "in_advance_fee", "in_advance_interest", "in_advance_principal"]}}}/' loan.json >table.json
expect 0 calc schedule --input table.json --json
json '"逾期满 5 天起还款逐项抵偿，依次：逾期本金、逾期利息" in d["policy"] and "逐期依次抵违约金、费用、利息、本金" in d["policy"]'
json '[r["paid"] for r in d["rows"]][:2] == ["10000.00", "2000.00"]'
sed 's/"due_principal", //' table.json >short.json
expect 4 calc schedule --input short.json --json
json '[(p["code"], p["place"]) for p in d["problems"]] == [("LOAN-114", "/repayment/allocation_overdue")]'

# Late fees: 0.05 % of 10,000.00 a day for 102 days on the first row, for 10 on the second.
sed 's/"principal_at_end"/"equal_principal"/; s/}}$/}, "as_of": "2016-07-01", "late_fee": {"per_day": "0.05%"}}/' loan.json >late.json
expect 0 calc schedule --input late.json --json
json '[r["fees"] for r in d["rows"]][:3] == ["510.00", "50.00", "0.00"] and "滞纳金每日按逾期本金的 0.05%" in d["policy"]'

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
