#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A book adopts a pack, pays by its rules, and keeps both: every answer can be asked again from the book alone.
# shellcheck source=tests/support/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/../support/cli.sh"

books yanchi
expect 0 fund add F1 区专项扶贫基金 --as zhidan
expect 0 indicator add F1 --document 样例〔2016〕1号 --level 县 --purpose 医疗救助 --amount 50000.00 --date 2016-01-10 --arrives "${two[@]}"

# A pack of the site: a fund split 7:3, a benefit of 50 % above 3,000.00.
cat >site-2016.json <<'PACK'
{"format":1,"pack":"site-2016","version":1,"title":"本地","title_en":"site","place":"某县","division":"520526",
 "document":{"title":"某县文件"},"valid_from":"2016-01-01","valid_to":"2018-01-01","rules":[
 {"id":"fund","kind":"split","title":"基金","title_en":"fund","source":{"quote":"按7:3"},
  "parameters":{"parts":[{"name":"政府","weight":7},{"name":"机构","weight":3}]}}]}
PACK

# Nothing is adopted: rules are asked of the packs that are shipped or of the site.
expect 0 policy list --json
json 'd["rows"] == []'
expect 0 policy list --available --json
json 'any(r["pack"] == "kundulun-2016" for r in d["rows"])'
expect 3 rule eval --rule chronic-disease --input cost=5000.00 --date 2016-05-01
says POLICY-506
says 'policy adopt'

expect 0 policy adopt kundulun-2016 --from 2016-03-01 --as zhidan
expect 0 draft reject 1 --as zhidan --reason 自行撤回
expect 5 draft approve 1 --as shenhe
expect 3 policy adopt nowhere-1900 --from 2016-03-01 "${two[@]}"
expect 4 policy adopt kundulun-2016 --from 2016-03-01 --to 2016-03-01 "${two[@]}"
says POLICY-503
expect 0 policy adopt kundulun-2016 --from 2016-03-01 "${two[@]}"
expect 5 policy adopt kundulun-2016 --from 2016-10-01 "${two[@]}"
says POLICY-504
expect 0 policy adopt site-2016.json --from 2016-01-01 --to 2016-07-01 "${two[@]}"
rm site-2016.json
expect 0 policy list --json
json '[(r["pack"], r["from"], r.get("to")) for r in d["rows"]] == [("kundulun-2016", "2016-03-01", None), ("site-2016", "2016-01-01", "2016-07-01")]'
json 'all(len(r["sha256"]) == 64 for r in d["rows"])'

# The rule comes from the book: its own file is gone.
expect 0 rule eval --rule fund --input amount=100.00 --date 2016-06-30 --json
json '[p["amount"] for p in d["result"]["parts"]] == ["70.00", "30.00"] and len(d["explanation"]["sha256"]) == 64'
expect 3 rule eval --rule fund --input amount=100.00 --date 2016-07-01
says POLICY-506
expect 3 rule eval --rule chronic-disease --input cost=5000.00 --date 2016-02-29
expect 3 rule eval --rule chronic-disease --input cost=5000.00 --date 2017-05-01
says POLICY-204

# A benefit by the rule: (5,000.00 − 3,000.00) × 50 % = 1,000.00; then (8,000.00 − 3,000.00) × 50 % − 1,000.00 = 1,500.00.
benefit=(benefit grant --indicator F1 --person PE-SYN-1 --household HU-SYN-1 --rule chronic-disease)
claim() { printf '%064d' "$1"; }
expect 0 "${benefit[@]}" --code Y1 --date 2016-05-01 --claim "$(claim 1)" --input cost=5000.00 "${two[@]}"
expect 4 "${benefit[@]}" --code Y2 --date 2016-06-01 --claim "$(claim 2)" --input cost=3000.00 --amount 1500.01 "${two[@]}"
says '1500.01 ≠ 1500.00'
expect 0 "${benefit[@]}" --code Y2 --date 2016-06-01 --claim "$(claim 2)" --eligible 3000.00 --key y2 "${two[@]}"
expect 0 "${benefit[@]}" --code Y2 --date 2016-06-01 --claim "$(claim 2)" --eligible 3000.00 --key y2 "${two[@]}" --json
json 'd["is_repeat"]'
expect 0 benefit list --json
json 'd["rows"][0]["programme"] == "chronic-disease" and d["rows"][0]["amount"] == "2500.00"'

# Other explanations are refused; an allocation is explained by the split.
expect 5 allocation add --code A1 --indicator F1 --date 2016-06-01 --total 100.00 --target "XZ-01 70.00" --target "XZ-02 30.00" \
  --explanation '{"rule":"7:3"}' "${two[@]}"
says POLICY-507
allocate=(allocation add --code A1 --indicator F1 --date 2016-06-01 --total 100.00 --target "XZ-01 70.00" --target "XZ-02 30.00" --input amount=100.00)
expect 3 "${allocate[@]}" --rule site-2017/fund "${two[@]}"
expect 4 "${allocate[@]}" --rule fund --explanation '{"rule":"7:3"}' "${two[@]}"
says READ-124
expect 0 "${allocate[@]}" --rule site-2016/fund "${two[@]}"

# The use of a pack ends; a later one follows it, and no day has two.
expect 0 policy end kundulun-2016 --to 2016-12-01 --reason 新版 "${two[@]}"
expect 3 policy end kundulun-2016 --to 2016-12-31 --reason 新版 "${two[@]}"
says POLICY-505
expect 0 policy adopt kundulun-2016 --from 2016-12-01 --to 2017-01-01 "${two[@]}"
expect 3 "${benefit[@]}" --code Y3 --date 2017-01-02 --claim "$(claim 3)" --input cost=5000.00 "${two[@]}"
expect 0 verify --json
json 'd["ok"]'
echo "全部通过 all passed"
