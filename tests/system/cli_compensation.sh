#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Risk-compensation funds on the command line: contributions with their source, what a size asks of whom, claims.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
digest=$(printf '%064d' 7)

export MINGZHANG_DB=$books_db MINGZHANG_BOOK=fengxian
expect 0 book create fengxian --from 2016-01-01 --template risk-fund --as guanli
expect 0 user add zhidan --role preparer --as guanli
expect 0 user add shenhe --role approver --as guanli
expect 0 fund add ZX 财政专项扶贫资金 --as zhidan

fund=(compensation fund RF --name 样例风险补偿基金 --place 520526 --date 2016-01-10 --target 10000000.00 --government 1:1 --loss 8:2 --overdue-days 90)
expect 4 "${fund[@]}" --contributions 7 "${two[@]}"
expect 4 "${fund[@]}" --contributions 0:0 "${two[@]}"
expect 0 "${fund[@]}" --contributions 7:3 "${two[@]}"

# 威宁 2016: 3 % of 573,480,000.00 = 17,204,400.00 = 12,043,080.00 + 5,161,320.00, the first in halves of 6,021,540.00.
expect 0 compensation plan RF --base 573480000.00 --ratio 3:100 --json
json 'd["size"] == "17204400.00"'
json '[r["required"] for r in d["rows"]] == ["6021540.00", "6021540.00", "5161320.00"] and d["sums"][0]["required"] == "17204400.00"'
expect 0 compensation plan RF --base 100000000.00 --ratio 1:10 --json
json 'd["size"] == "10000000.00" and d["rows"][2]["missing"] == "3000000.00"'
expect 4 compensation plan RF --base 1.00 --ratio 3

# 出资: a poor county pays its part out of special funds, and the line carries them.
pay_in=(compensation contribute RF --date 2016-02-01 --party 县财政局)
expect 3 "${pay_in[@]}" --code C1 --from 市县财政 --amount 3500000.00 --source ZX9 "${two[@]}"
says GUAR-202
expect 0 "${pay_in[@]}" --code C1 --from 市县财政 --amount 3500000.00 --source ZX --document 样例〔2016〕1号 "${two[@]}"
expect 0 "${pay_in[@]}" --code C2 --from institution --amount 1500000.00 --as zhidan
expect 0 draft approve 1 --as shenhe
expect 0 compensation progress --json
json 'd["rows"][0]["local"] == "3500000.00" and d["rows"][0]["progress"] == "50.00%" and d["rows"][0]["balance"] == "5000000.00"'
expect 0 report trial-balance --as-of 2016-02-29 --json
json '[r["balance"] for r in d["rows"] if r["account"] == "310102" and r["fund"] == "ZX"] == ["3500000.00"]'
json '[r["balance"] for r in d["rows"] if r["account"] == "310103"] == ["1500000.00"]'

# 代偿申请: what the register does not know is refused, every line of it.
claim=(compensation claim --code B1 --fund RF --bank NXS --date 2016-07-01)
expect 4 "${claim[@]}" --row "L1 100.00" "${two[@]}"
expect 3 "${claim[@]}" --row "L1 100.00 0.00 122 $digest" --row "L2 100.00 0.00 122 $digest" "${two[@]}"
says GUAR-205
says 'row 1'
says 'row 2'
# The same from a file with its columns in another order; a bad cell is told with its place, and a missing column by name.
printf '凭据,逾期天数,代偿本金（元）,备注,贷款编号\n%s,122,"1,000.00",x,L1\n%s,122,100.00,y,L2\n' "$digest" "$digest" >claim.csv
expect 3 "${claim[@]}" --file claim.csv "${two[@]}"
says GUAR-205
says 'row 2'
sed 's/,100.00,/,100.001,/' claim.csv >bad.csv
expect 4 "${claim[@]}" --file bad.csv "${two[@]}"
says 'row 3, column principal'
printf '贷款编号,代偿本金\nL1,1.00\n' >short.csv
expect 4 "${claim[@]}" --file short.csv "${two[@]}"
says '逾期天数 / days_overdue'
expect 3 "${claim[@]}" --file none.csv "${two[@]}"
expect 4 "${claim[@]}" "${two[@]}"
expect 3 compensation review B1 --code V1 --date 2016-07-01 --step 乡镇 --by 样例乡 "${two[@]}"
says GUAR-204
expect 3 compensation pay B1 --code Z1 --date 2016-07-01 "${two[@]}"
says GUAR-204
expect 3 compensation recover B1/1 --code R1 --date 2016-07-01 --amount 1.00 "${two[@]}"
says GUAR-204
expect 3 compensation write-off B1/1 --code W1 --date 2016-07-01 --amount 1.00 --reason 失踪 "${two[@]}"
expect 3 compensation show B1
expect 0 compensation list --json
json 'd["rows"] == []'
expect 0 verify
