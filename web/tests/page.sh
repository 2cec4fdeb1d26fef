#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The page and the program agree: receipts of both suites, and every way to spoil one, get the same answer from both; then
# the page in a browser. usage: MINGZHANG_BIN=… page.sh BUILT   (BUILT holds receipt.html, check.cjs and tests/)
built=$(realpath "$1")
web=$(realpath "$(dirname "$0")/..")
# shellcheck source=tests/support/cli.sh
source "$web/../tests/support/cli.sh"

origin=样例局/ledger/zhang
printf 'synthetic passphrase\n' >pass
pass=(--passphrase-file pass)
key_line() { # key_line KEY NAME USE
  expect 0 key show "$1.key.pub" --name "$2" --use "$3"
  cat out
}
vouchers=0
post() { # post SUMMARY AMOUNT
  expect 0 voucher post --date 2016-03-01 --line "借 500104 $2 fund=F subject=HU-SYN-0001" --line "贷 100201 $2 fund=F" --summary "$1" "${two[@]}"
  vouchers=$((vouchers + 1))
}

books zhang
expect 0 fund add F 专项资金 --document 样例〔2016〕1号 "${two[@]}"
expect 0 user add guanli2 --role administrator --as guanli
expect 0 voucher post --date 2016-03-01 --line "借 100201 90000.00 fund=F" --line "贷 400101 90000.00 fund=F" --summary 收款 "${two[@]}"
post '发放：教育资助（合成名单）' 1234.56
post '<img src=x onerror=alert(1)>' 20.00
for algorithm in ed25519 sm2; do
  expect 0 key create --algorithm $algorithm --out $algorithm.key "${pass[@]}"
  expect 0 key create --algorithm $algorithm --out coop-$algorithm.key "${pass[@]}"
  expect 0 key create --algorithm $algorithm --out other-$algorithm.key "${pass[@]}"
done
log256=$(key_line ed25519 $origin/sha256 log) log3=$(key_line sm2 $origin/sm3 log)
coop256=$(key_line coop-ed25519 样例信用社 witness) coop3=$(key_line coop-sm2 样例信用社 witness)
other256=$(key_line other-ed25519 样例审计局 witness)
for key in "$log256" "$log3"; do expect 0 key add "$key" --reason 样例纪要 --as guanli --approve-as shenhe; done
expect 0 checkpoint make --signer ed25519.key --signer sm2.key "${pass[@]}"
printf 'log %s\nlog %s\nquorum none\n' "$log256" "$log3" >witness.policy
{
  printf '# 样例\nlog %s\nlog %s\nwitness 样例信用社 %s\nwitness 样例信用社-3 %s\n' "$log256" "$log3" "$coop256" "$coop3"
  printf 'group any any 样例信用社 样例信用社-3\nquorum any\n'
} >villager.policy
printf 'log %s\nwitness a %s\nwitness b %s\ngroup both all a b\nquorum both\n' "$log256" "$coop256" "$other256" >strict.policy
printf 'log %s\nquorum none\n' "$log3" >other.policy
printf 'log %s\n' "$log256" >spoilt.policy
for suite in sha256 sm3; do
  expect 0 checkpoint request --suite $suite --seen 0 --out request
  expect 0 witness sign request --name 样例信用社 --policy witness.policy --signer coop-ed25519.key --signer coop-sm2.key "${pass[@]}" --db sqlite:witness.db --out response
  expect 0 checkpoint cosign response --policy villager.policy
  expect 0 receipt make 2016-03/记/2 --line 1 --suite $suite --out $suite.tlog-proof
  expect 0 receipt make 2016-03/记/2 --suite $suite --out whole.$suite.tlog-proof
  rm request response
done
expect 0 receipt make 2016-03/记/3 --out markup.tlog-proof
expect 0 receipt check sha256.tlog-proof --policy villager.policy --json
python3 -c 'import json; print(json.load(open("out"))["code"])' >sha256.code

# A hundred receipts spoilt at a byte each, and those that a forger would write.
mkdir spoilt
python3 - "${MINGZHANG_SEED:-20161020}" <<'P'
import base64, json, random, sys
dice = random.Random(int(sys.argv[1]))
for suite in ("sha256", "sm3"):
    good = open(f"{suite}.tlog-proof", "rb").read()
    for number in range(50):
        bad = bytearray(good)
        bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(7)
        open(f"spoilt/{suite}-{number}", "wb").write(bad)
    head, extra, rest = good.split(b"\n", 2)
    def written(name, content, tail=rest):
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        open(name, "wb").write(head + b"\nextra " + base64.b64encode(text) + b"\n" + tail)
    content = json.loads(base64.b64decode(extra[6:]))
    changed = json.loads(json.dumps(content))
    changed["line"]["text"] = changed["line"]["text"].replace("123456", "923456")
    assert changed != content
    written(f"spoilt/{suite}-amount", changed)
    if suite == "sha256":
        written("changed.tlog-proof", changed)
    for name, edit in (("index", lambda c: c["line"].update(index=1)), ("far", lambda c: c["line"].update(index=2**53 - 1)),
                       ("record", lambda c: c.update(record=c["record"].replace("2016-03-01", "2016-03-02"))),
                       ("more", lambda c: c.update(more=1)), ("kind", lambda c: c.update(t="receipt/v2")),
                       ("short", lambda c: c["line"].update(path=[])), ("half", lambda c: c["line"].update(index=0.5))):
        other = json.loads(json.dumps(content))
        edit(other)
        written(f"spoilt/{suite}-{name}", other)
    open(f"spoilt/{suite}-twice", "wb").write(good + good)
    open(f"spoilt/{suite}-crlf", "wb").write(good.replace(b"\n", b"\r\n"))
    open(f"spoilt/{suite}-unsigned", "wb").write(b"".join(l for l in good.splitlines(True) if not l.startswith("— 样例信用社".encode())))
    lines = good.splitlines(True)
    open(f"spoilt/{suite}-many", "wb").write(good + lines[-1] * 17)
open("spoilt/empty", "wb").write(b"")
open("spoilt/latin", "wb").write(b"\xff\xfe")
P
compared=0 refused=0
agree() { # agree POLICY RECEIPT…: both give the same code; "good" is exit 0
  local policy=$1 line said
  shift
  node "$built/check.cjs" "$policy" "$@" >page
  [[ $(wc -l <page) == "$#" ]] || fail "the page's check answered $(wc -l <page) times, wanted $#"
  for line in "$@"; do
    said=good
    "$MINGZHANG_BIN" receipt check "$line" --policy "$policy" >out 2>err || said=$(grep -oE 'SEAL-[0-9]+' err | head -1)
    echo "$said $line"
  done >program
  paste -d' ' program page >both
  awk '$1 != $3 { print; bad = 1 } END { exit bad }' both || fail "page and program differ ($policy)"
  compared=$((compared + $#)) refused=$((refused + $(grep -vc '^good' program || true)))
}
good=(sha256.tlog-proof sm3.tlog-proof whole.sha256.tlog-proof whole.sm3.tlog-proof markup.tlog-proof)
agree villager.policy "${good[@]}" spoilt/*
[[ $(grep -c '^good' program) == "${#good[@]}" ]] || fail "good receipts: $(grep -c '^good' program), wanted ${#good[@]}"
for policy in strict other spoilt witness; do agree $policy.policy "${good[@]}"; done
printf '%s receipts compared, %s of them refused by both\n' "$compared" "$refused"

MINGZHANG_RECEIPTS=$folder MINGZHANG_PAGE=$built/receipt.html
export MINGZHANG_RECEIPTS MINGZHANG_PAGE NODE_PATH=$web/node_modules
cd "$web"
node --test "$built"/tests/*.test.cjs
