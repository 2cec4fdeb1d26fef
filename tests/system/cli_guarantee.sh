#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Guarantee pools: deposits of known origin, what may be withdrawn, stops, and what a multiple could carry.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

# 定发〔2015〕13号: 50亿 of loans on a deposit multiplied by 5 to 10. No book is needed to ask.
expect 0 guarantee what-if --deposit 500000000.00 --target 5000000000.00 --json
json '[r["multiple"] for r in d["rows"]] == [5, 6, 7, 8, 9, 10]'
json 'd["rows"][5]["capacity"] == "5000000000.00" and d["rows"][5]["missing"] == "0.00"'
json 'd["rows"][0]["needed"] == "1000000000.00" and d["rows"][0]["missing"] == "500000000.00"'
expect 4 guarantee what-if --deposit 1.001 --target 1.00
expect 4 guarantee what-if --target 1.00

export MINGZHANG_DB=$books_db MINGZHANG_BOOK=danbao
expect 0 book create danbao --from 2016-01-01 --template guarantee-fund --as guanli
expect 0 user add zhidan --role preparer --as guanli
expect 0 user add shenhe --role approver --as guanli
expect 0 fund add F1 担保专项 --as zhidan
expect 0 voucher post --date 2016-01-05 --summary 到账 --line "debit 100201 1000.00 fund=F1" --line "credit 310102 1000.00 fund=F1" "${two[@]}"

pool=(guarantee add G1 --name 样例担保池 --bank NXS --place 621102 --date 2016-01-10)
expect 4 "${pool[@]}" --multiple 21 "${two[@]}"
says GUAR-109
expect 0 "${pool[@]}" --npl-tolerance 5 "${two[@]}"
expect 5 "${pool[@]}" "${two[@]}"
says GUAR-301

# 存入: an origin is needed, two people are needed, and the money moves with it.
deposit=(guarantee deposit G1 --date 2016-01-11 --party 县财政局)
expect 4 "${deposit[@]}" --code D1 --amount 600.00 "${two[@]}"
says GUAR-112
expect 3 "${deposit[@]}" --code D1 --amount 600.00 --fund F9 "${two[@]}"
says GUAR-202
expect 0 "${deposit[@]}" --code D1 --amount 600.00 --fund F1 --document 样例〔2016〕1号 --as zhidan
expect 0 draft approve 1 --as shenhe --json
json 'd["vouchers"] == ["2016-01 转-0001"]'
expect 0 guarantee list --json
json 'd["rows"][0]["deposit"] == "600.00" and d["rows"][0]["capacity"] == "6000.00" and d["rows"][0]["headroom"] == "6000.00"'
expect 0 report trial-balance --as-of 2016-01-31 --json
json '[r["balance"] for r in d["rows"] if r["account"] == "100202" and r["fund"] == "F1"] == ["600.00"]'

# 退出、扣划、停办、恢复。
expect 4 guarantee withdraw G1 --code D2 --date 2016-02-01 --amount 600.01 --fund F1 --party 县财政局 --reason 到期 "${two[@]}"
says GUAR-406
expect 0 guarantee withdraw G1 --code D2 --date 2016-02-01 --amount 100.00 --fund F1 --party 县财政局 --reason 到期 "${two[@]}"
expect 0 guarantee draw G1 --code D3 --date 2016-03-01 --amount 50.00 --fund F1 --party NXS --reason 代偿 "${two[@]}"
expect 0 report trial-balance --as-of 2016-03-31 --json
json '[r["balance"] for r in d["rows"] if r["account"] == "121802" and r["fund"] == "F1"] == ["50.00"]'
expect 0 guarantee terms G1 --code T1 --date 2016-03-02 --stop 协议到期 --reason 停办 "${two[@]}"
expect 0 guarantee list --json
json 'd["rows"][0]["state"] == "已停办 stopped：协议到期"'
expect 0 guarantee terms G1 --code T2 --date 2016-03-03 --resume --multiple 8 --reason 续签 "${two[@]}"
expect 5 guarantee terms G1 --code T3 --date 2016-03-03 --multiple 8 --reason 续签 "${two[@]}"
says GUAR-305
expect 0 guarantee show G1 --json
json '[r["movement"] for r in d["rows"]] == ["G1", "D1", "D2", "D3", "T1", "T2"]'
json 'd["capacity"] == "3600.00"' # 450.00 × 8
expect 0 guarantee what-if --pool G1 --target 4500.00 --json
json 'd["rows"][5]["missing"] == "0.00" and d["rows"][4]["missing"] == "50.00"' # 4500 / 9 = 500
expect 3 guarantee show G9
says GUAR-201
expect 0 verify
