#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The second half of the demonstration: a day's checkpoint cosigned by a cooperative and an audit bureau, a package checked in two ways, a
# household's slip, and an insider with the database and the keys who rewrites history in five ways.
# usage: tools/demo_audit.sh PROGRAM VERIFIER FOLDER   (FOLDER holds demo.db)
set -euo pipefail
program=$(realpath "$1") verifier=$(realpath "$2")
cd "$3"
export MINGZHANG_DB=sqlite:demo.db MINGZHANG_BOOK=kundulun
unset MINGZHANG_USER
origin=示例区扶贫办/ledger/kundulun
administrators=(--as guanli --approve-as shenhe)
clerks=(--as zhidan --approve-as shenhe)
printf 'demonstration only\n' >passphrase
pass=(--passphrase-file passphrase)

say() { printf '\n── %s\n' "$*"; }
# quietly COMMAND…: its output only where it fails
quietly() { "$@" >said 2>&1 || { cat said; echo "演示出错 the demonstration failed: $*"; exit 1; }; }
# refused COMMAND…: it must fail; its first line is shown
refused() {
  if "$@" >said 2>&1; then
    echo "演示出错 this should have been refused: $*"
    exit 1
  fi
  grep -m1 '^错误' said | sed 's/^/   ✗ /'
}
# verified CODE FILE [MORE…]: the verifier's verdict, and that of the check in shell
verified() {
  local wanted=$1 code=0 shell=0
  shift
  "$verifier" "$@" --policy auditor.policy >verdict 2>&1 || code=$?
  rm -rf unpacked && mkdir unpacked
  unzip -q "$1" -d unpacked
  bash unpacked/*/verify.sh unpacked/* auditor.policy "${@:3}" >shell 2>&1 || shell=$?
  printf '   %s\n   verify.sh: %s\n' "$(head -1 verdict)" "$(tail -1 shell)"
  [[ $code == "$wanted" && $shell == "$wanted" ]] || { cat verdict shell; echo "演示出错 wanted exit $wanted, got $code and $shell"; exit 1; }
}
key_text() { "$program" key show "$1.key.pub" --name "$2" --use "$3"; }
post() { # post DATABASE AMOUNT SUMMARY
  quietly "$program" voucher post --db "sqlite:$1" --date 2017-01-05 --line "借 100201 $2 fund=$fund" --line "贷 400104 $2 fund=$fund" --summary "$3" "${clerks[@]}"
}
# cosigned DATABASE WITNESS SUITE: asks the witness, who answers by file
cosigned() {
  local seen
  seen=$("$program" witness list --db "sqlite:$2.db" --json 2>/dev/null | python3 -c "
import json, sys
print(next((r['size'] for r in json.load(sys.stdin)['rows'] if r['origin'].endswith('/$3')), 0))" 2>/dev/null || echo 0)
  rm -f request response
  # A log that has become shorter than what the witness saw cannot even be asked for from there.
  "$program" checkpoint request --db "sqlite:$1" --suite "$3" --seen "$seen" --out request >/dev/null 2>&1 ||
    quietly "$program" checkpoint request --db "sqlite:$1" --suite "$3" --seen 0 --out request
  "$program" witness sign request --name "$2" --policy logs.policy --signer "$2-ed25519.key" --signer "$2-sm2.key" "${pass[@]}" --db "sqlite:$2.db" --out response
}
witness_all() { # witness_all DATABASE
  local witness suite
  for witness in xinyongshe shenjiju; do
    for suite in sha256 sm3; do
      quietly cosigned "$1" "$witness" "$suite"
      quietly "$program" checkpoint cosign response --db "sqlite:$1" --policy auditor.policy
    done
  done
}

say "密钥：记账单位、信用社、审计局各自生成，Ed25519 与国密 SM2 各一把；账的公钥由两人登记 keys of the bureau, a cooperative and the audit bureau"
fund=$("$program" fund list --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["rows"][0]["fund"])')
for who in bureau xinyongshe shenjiju; do
  for algorithm in ed25519 sm2; do quietly "$program" key create --algorithm $algorithm --out $who-$algorithm.key "${pass[@]}"; done
done
{
  echo "log $(key_text bureau-ed25519 $origin/sha256 log)"
  echo "log $(key_text bureau-sm2 $origin/sm3 log)"
} >logs
{ cat logs && echo "quorum none"; } >logs.policy
{
  cat logs
  for who in xinyongshe shenjiju; do
    echo "witness $who-256 $(key_text $who-ed25519 $who witness)"
    echo "witness $who-3 $(key_text $who-sm2 $who witness)"
    echo "group $who any $who-256 $who-3"
  done
  echo "group both all xinyongshe shenjiju"
  echo "quorum both"
} >auditor.policy
quietly "$program" key add "$(key_text bureau-ed25519 $origin/sha256 log)" --reason 演示 "${administrators[@]}"
quietly "$program" key add "$(key_text bureau-sm2 $origin/sm3 log)" --reason 演示 "${administrators[@]}"
signers=(--signer bureau-ed25519.key --signer bureau-sm2.key "${pass[@]}")
cp demo.db before.db

say "一天终了：入账一笔，核实后签检查点，信用社和审计局各自见证 a day's checkpoint, cosigned by both"
post demo.db 2000.00 收到区级资金（演示）
quietly "$program" checkpoint make "${signers[@]}" --publish published
witness_all demo.db
"$program" checkpoint show

say "审计包：核验程序与只用 openssl 的脚本各核验一遍 a package, checked by the verifier and by a script that needs openssl only"
"$program" audit export --out kundulun.zip
verified 0 kundulun.zip
cat verdict
unzip -p kundulun.zip '*/proof/checkpoint.sha256' >kept # what the auditor takes home

say "一户的收据单 a household's slip"
quietly "$program" receipt make 2016-06/付/2 --line 2 --out receipt.tlog-proof
quietly "$program" receipt print receipt.tlog-proof --policy auditor.policy --out receipt.pdf
"$program" receipt check receipt.tlog-proof --policy auditor.policy

say "内部人员有数据库、有密钥、有本程序，五种改法；见证方拒绝，审计人员凭上次的检查点发现 an insider with database, keys and program"
fraud() { # fraud WHAT DATABASE: signs the rewritten history, goes to the witness, gives a package to the auditor
  echo
  echo " • $1"
  quietly "$program" checkpoint make "${signers[@]}" --db "sqlite:$2"
  refused cosigned "$2" xinyongshe sha256
  rm -f fraud.zip
  quietly "$program" audit export --db "sqlite:$2" --out fraud.zip
  verified 4 fraud.zip --since kept
  rm -f "$2"*
}
cp before.db fraud.db && post fraud.db 1000.00 收到区级资金（演示）
fraud "改金额后重签 an amount is changed, everything signed again" fraud.db
cp before.db fraud.db && post fraud.db 500.00 多出的一笔 && post fraud.db 2000.00 收到区级资金（演示）
fraud "插入一笔后重签 a voucher is inserted before it" fraud.db
cp before.db fraud.db
fraud "删去最后一笔后重签 the last voucher is cut off" fraud.db
cp before.db fraud.db && post fraud.db 2000.00 换了摘要
fraud "换摘要后重签 the words are changed" fraud.db
echo
echo " • 直接改数据库里的记录 a record is changed in the database itself"
cp demo.db fraud.db
python3 - <<'P'
import sqlite3
base = sqlite3.connect("fraud.db")
book, = base.execute("SELECT book_id FROM book_name WHERE name = 'kundulun'").fetchone()
seq, data = base.execute("SELECT seq, bytes FROM record WHERE book_id = ? AND instr(bytes, CAST('zhidan' AS BLOB)) > 0 ORDER BY seq DESC LIMIT 1", (book,)).fetchone()
base.execute("UPDATE record SET bytes = ? WHERE book_id = ? AND seq = ?", (data.replace(b"zhidan", b"zhudan"), book, seq))
base.commit()
P
"$program" verify --db sqlite:fraud.db >said 2>&1 && { echo "演示出错 verify finds nothing"; exit 1; }
grep -m1 VERIFY said | sed 's/^ */   ✗ /'
rm -f fraud.db* fraud.zip before.db said verdict shell request response request.evidence passphrase
rm -rf unpacked
say "留在目录里 left in the folder: kundulun.zip  auditor.policy  kept（上次的检查点）  receipt.pdf  published/"
