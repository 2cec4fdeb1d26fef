#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rate tables and loan products: looked up, listed, and a loan checked with the rate of its day of signing.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"
export MINGZHANG_DB=sqlite:books.db

# The last value published on or before the day.
expect 0 rate lookup --table lpr-1y --date 2023-12-31 --json
json 'd["rate"] == "3.45" and d["effective"] == "2023-08-21" and d["table"] == "rates-lpr-2019/lpr-1y" and d["date"] == "2023-12-31"'
json '"LPR" in d["document"] and d["known"] is True and d["warnings"] == [] and len(d["sha256"]) == 64'
expect 0 rate lookup --table rates-lpr-2019/lpr-5y --date 2024-02-20 --json
json 'd["rate"] == "3.95"'
expect 0 rate lookup --table benchmark --date 2016-10-14 --term 24 --json
json 'd["rate"] == "4.75" and d["column"] == "3y"'
# Behind the last day known it warns, before the first day it refuses, and a table of tiers wants a term.
expect 0 rate lookup --table lpr-1y --date 2030-01-01 --json
json 'd["known"] is False and len(d["warnings"]) == 1'
expect 3 rate lookup --table lpr-1y --date 2019-08-19
says POLICY-203
expect 4 rate lookup --table benchmark --date 2016-10-14
says POLICY-304
expect 3 rate lookup --table lpr-2y --date 2023-12-31
says POLICY-202
expect 4 rate lookup --table lpr-1y --date 2023-02-30
expect 0 rate lookup --table lpr-1y --date 2023-12-31
grep -q '3.45' out || fail 'no rate for people'
expect 0 rate list --json
json '{"rates-benchmark-2008/benchmark", "rates-lpr-2019/lpr-1y", "rates-lpr-2019/lpr-5y"} <= {r["table"] for r in d["rows"]}'

# One name, three generations: the day of signing chooses.
expect 0 product list --date 2016-10-14 --json
json '{r["product"] for r in d["rows"]} >= {"microcredit-2014/microcredit", "weining-2016/loan-tehui"}'
json 'not any(r["product"].startswith("microcredit-202") for r in d["rows"])'
expect 0 product list --json
json 'sum(r["product"].endswith("/microcredit") for r in d["rows"]) == 4'
expect 0 product show --product microcredit --date 2021-06-25 --json
json 'd["parameters"]["top_up_cap"] == "100000.00"'
expect 3 product show --product microcredit --date 2026-01-15
says POLICY-204
expect 4 product show --product microcredit --date yesterday

# The rate is looked up on the day of signing and stands in the explanation with its table.
loan=(--product microcredit --input amount=50000.00 --input borrower=registered --input security=credit --input use=养殖 --input age=40)
expect 0 product check "${loan[@]}" --input term_months=12 --input rate=3.85 --date 2021-06-25 --json
json 'd["result"]["allowed"] is True and d["result"]["complete"] is True and d["result"]["rate_limit"] == "3.85"'
json 'd["explanation"]["lookups"][0]["rule"] == "lpr-1y" and d["explanation"]["lookups"][0]["effective"] == "2020-04-20"'
json 'any(i["name"] == "base_rate" and i["value"] == "3.85" for i in d["explanation"]["inputs"])'
expect 0 product check "${loan[@]}" --input term_months=12 --input rate=4.00 --date 2021-06-25 --json
json 'd["result"]["allowed"] is False and [r["reason"] for r in d["result"]["reasons"]] == ["rate"]'
expect 0 product check "${loan[@]}" --input term_months=24 --input rate=4.65 --date 2021-06-25 --json
json 'd["result"]["allowed"] is True and d["explanation"]["lookups"][0]["rule"] == "lpr-5y"'
expect 0 product check "${loan[@]}" --input term_months=37 --input rate=4.65 --date 2021-06-25
grep -q '期限 37' out || fail 'the reason is not told'
expect 0 product check "${loan[@]}" --input term_months=12 --input rate=3.85 --date 2021-06-25
grep -q '查表 looked up: rates-lpr-2019/lpr-1y，3.85%，自 since 2020-04-20' out || fail 'the table is not told'
expect 0 rule eval --pack microcredit-2021 --rule rate-cap --input rate=4.70 --input term_months=36 --date 2021-06-25 --json
json 'd["result"]["allowed"] is False and d["result"]["limit"] == "4.65"'

# A book that has adopted packs looks rates up in those alone.
export MINGZHANG_BOOK=yanchi
expect 0 book create yanchi --from 2021-01-01 --template special-fund --as guanli
expect 0 user add zhidan --role preparer --as guanli
expect 0 user add shenhe --role approver --as guanli
expect 0 policy adopt microcredit-2021 --from 2021-01-01 "${two[@]}"
ask=(rule eval --rule microcredit-2021/rate-cap --input rate=3.85 --input term_months=12 --date 2021-06-25)
expect 4 "${ask[@]}"
says POLICY-406
expect 0 "${ask[@]}" --input base_rate=3.85 --json
json '"lookups" not in d["explanation"]'
expect 0 policy adopt rates-lpr-2019 --from 2021-01-01 "${two[@]}"
expect 0 "${ask[@]}" --json
json 'd["result"]["allowed"] is True and d["explanation"]["lookups"][0]["pack"] == "rates-lpr-2019"'
echo "全部通过 all passed"
