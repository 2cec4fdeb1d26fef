#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The auditor's package as people use it: written twice it is the same, other programs open it, mingzhang-verify and the check in
# shell agree on clean packages, parts, withheld lines, forks and what an insider does to it.
support=$(realpath "$(dirname "$0")/../support")
# shellcheck source=tests/support/cli.sh
source "$(dirname "$0")/../support/cli.sh"

verify=${MINGZHANG_VERIFY:-$(dirname "$MINGZHANG_BIN")/mingzhang-verify}
origin=样例局/ledger/zhang
printf 'synthetic passphrase\n' >pass
pass=(--passphrase-file pass)

# verdict CODE FILE [MORE…]: the verifier's exit code; its report stands in "report", the JSON in "out".
verdict() {
  local wanted=$1 got=0
  shift
  "$verify" "$@" --policy auditor.policy >report 2>err || got=$?
  [[ $got == "$wanted" ]] || fail "mingzhang-verify $*: exit $got, wanted $wanted: $(cat report err)"
  "$verify" "$@" --policy auditor.policy --json >out 2>err || true
  json "d['exit_code'] == $wanted"
  [[ ! -s $1 || $wanted == 2 ]] || shell_verdict "$wanted" "$@"
}
# shell_verdict CODE FILE [--since NOTE]: the check in shell that stands in the package, and a third one, say the same.
shell_verdict() {
  local wanted=$1 got=0 unpacked=$2
  if [[ -f $unpacked ]]; then
    rm -rf opened && mkdir opened
    python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall("opened")' "$unpacked"
    unpacked=$(echo opened/*)
  fi
  bash "$unpacked/verify.sh" "$unpacked" auditor.policy "${@:4}" >shell 2>&1 || got=$?
  [[ $got == "$wanted" ]] || fail "verify.sh $*: exit $got, wanted $wanted: $(cat shell)"
  got=0
  python3 "$support/verify_package.py" "$2" auditor.policy "${@:4}" >third 2>&1 || got=$?
  [[ $got == "$wanted" ]] || fail "verify_package.py $*: exit $got, wanted $wanted: $(cat third)"
}

books zhang
expect 0 user add guanli2 --role administrator --as guanli
expect 0 fund add F 专项资金 --document 样例〔2016〕1号 "${two[@]}"
for day in 1 2 3 4 5 6; do
  expect 0 voucher post --date 2016-03-0$day --line "借 100201 $day.50 fund=F" --line "贷 400101 $day.50 fund=F" --summary "=收款,$day" "${two[@]}"
done
expect 0 voucher reverse 2016-03/记/2 --date 2016-03-09 --reason 样例 "${two[@]}"
cp books.db early.db

for algorithm in ed25519 sm2; do
  expect 0 key create --algorithm $algorithm --out log-$algorithm.key "${pass[@]}"
  expect 0 key create --algorithm $algorithm --out coop-$algorithm.key "${pass[@]}"
done
vkey() { expect 0 key show "$1.key.pub" --name "$2" --use "$3" && cat out; }
log256=$(vkey log-ed25519 $origin/sha256 log)
log3=$(vkey log-sm2 $origin/sm3 log)
coop256=$(vkey coop-ed25519 样例信用社 witness)
coop3=$(vkey coop-sm2 样例信用社 witness)
printf 'log %s\nlog %s\nquorum none\n' "$log256" "$log3" >coop.policy
printf 'log %s\nlog %s\nwitness coop256 %s\nwitness coop3 %s\ngroup coop any coop256 coop3\nquorum coop\n' "$log256" "$log3" "$coop256" "$coop3" >auditor.policy
signers=(--signer log-ed25519.key --signer log-sm2.key "${pass[@]}")
witnessed() { # witnessed DATABASE: its latest checkpoints, cosigned by the cooperative
  local suite seen
  for suite in sha256 sm3; do
    seen=$("$MINGZHANG_BIN" witness list --db sqlite:coop.db --json 2>/dev/null | python3 -c "
import json, sys
print(next((r['size'] for r in json.load(sys.stdin)['rows'] if r['origin'].endswith('/$suite')), 0))" 2>/dev/null || echo 0)
    expect 0 checkpoint request --suite $suite --seen "$seen" --db "$1" --out request
    expect 0 witness sign request --name 样例信用社 --policy coop.policy --signer coop-ed25519.key --signer coop-sm2.key "${pass[@]}" --db sqlite:coop.db --out response
    expect 0 checkpoint cosign response --policy auditor.policy --db "$1"
    rm -f request response
  done
}

# Without a checkpoint there is nothing to give.
expect 3 audit export --out none.zip
says SEAL-307
[[ ! -e none.zip && ! -e none.zip.part ]] || fail "a file is left of a package that was refused"
expect 0 key add "$log256" --reason 样例纪要 --as guanli --approve-as shenhe
expect 0 key add "$log3" --reason 样例纪要 --as guanli --approve-as shenhe
expect 0 checkpoint make "${signers[@]}"
expect 0 audit export --out alone.zip
verdict 3 alone.zip
json 'd["verdicts"]["who"]["problem"]["code"] == "AUDIT-403" and d["verdicts"]["history"]["state"] == "good"'
witnessed sqlite:books.db
expect 0 audit export --out whole.zip
expect 0 audit export --out again.zip
cmp whole.zip again.zip || fail "the same package twice is not the same"
expect 1 audit export --out whole.zip
verdict 0 whole.zip
json 'd["vouchers"] == 7 and all(v["state"] == "good" for n, v in d["verdicts"].items() if n != "since")'
grep -q '通过 GOOD' report || fail "the first line does not say it"

# Programs that are not ours open it.
rm -rf opened && mkdir opened
python3 -c 'import zipfile; z = zipfile.ZipFile("whole.zip"); assert z.testzip() is None; z.extractall("opened")'
top=$(echo opened/*)
for name in manifest tagmanifest; do
  (cd "$top" && sha256sum --quiet -c $name-sha256.txt) || fail "sha256sum and $name"
  while read -r digest file; do
    [[ $(openssl dgst -sm3 -r "$top/$file" | cut -d' ' -f1) == "$digest" ]] || fail "openssl and $file"
  done <"$top/$name-sm3.txt"
done
python3 - "$top" <<'P' || fail "the table of vouchers"
import csv, sys, xml.dom.minidom, pathlib
rows = list(csv.reader(open(sys.argv[1] + "/data/csv/vouchers.csv", encoding="utf-8-sig", newline="")))
assert len(rows) == 1 + 14, len(rows)
assert any(cell == "'=收款,3" for row in rows for cell in row), rows[5]
for file in pathlib.Path(sys.argv[1], "data/gbt24589").glob("*.xml"):
    xml.dom.minidom.parse(str(file))
P
if command -v hledger >/dev/null; then
  hledger -f "$top/data/journal/book.journal" bal A100201 -N | grep -qw 21.50 || fail "hledger and the journal"
  hledger -f "$top/data/journal/book.journal" check || fail "hledger check"
fi

# Parts of the book, and lines withheld.
expect 0 audit export --out part.zip --from 110 --to 114
verdict 0 part.zip
json 'd["from"] == 110 and d["records"] == 4'
expect 4 audit export --out wrong.zip --from 110 --to 9999
says READ-113
expect 0 audit export --out withheld.zip --redact lines
verdict 0 withheld.zip
json 'd["withheld"] == 14'
! unzip -p withheld.zip '*/data/lines.jsonl' | grep -q amount || fail "an amount stands in withheld lines"

# For certain readers only: openssl opens it with each one's key, and it is the package that anybody else would have got.
for reader in shenjiju jiwei; do
  openssl req -x509 -newkey rsa:2048 -nodes -keyout $reader.key -out $reader.crt -subj /CN=$reader -days 100 2>/dev/null
done
expect 0 audit export --out sealed.p7m --encrypt-to shenjiju.crt --encrypt-to jiwei.crt
says_in_report=$("$verify" sealed.p7m --policy auditor.policy 2>&1 || true)
[[ $says_in_report == *"openssl cms -decrypt"* ]] || fail "the verifier says nothing of the envelope: $says_in_report"
verdict 2 sealed.p7m
for reader in shenjiju jiwei; do
  openssl cms -decrypt -binary -inform DER -in sealed.p7m -recip $reader.crt -inkey $reader.key -out opened.zip
  cmp opened.zip whole.zip || fail "the envelope of $reader holds another package"
done
[[ -z $(find . -name 'sealed.p7m.*') ]] || fail "something is left beside the envelope"
expect 4 audit export --out refused.p7m --encrypt-to auditor.policy
says STAMP-105
[[ ! -e refused.p7m && ! -e refused.p7m.part ]] || fail "a file although the certificate was refused"

# The next package grows out of what the auditor kept; a rewritten history does not.
unzip -p whole.zip '*/proof/checkpoint.sha256' >kept
for day in 10 11; do
  expect 0 voucher post --date 2016-03-$day --line "借 100201 9.00 fund=F" --line "贷 400101 9.00 fund=F" --summary 收款 "${two[@]}"
done
expect 0 checkpoint make "${signers[@]}"
witnessed sqlite:books.db
expect 0 audit export --out next.zip --previous kept
verdict 0 next.zip --since kept
json 'd["verdicts"]["since"]["state"] == "good"'
expect 0 audit export --out later.zip --from 116 --previous kept --json
later_json=$(cat out)
verdict 0 later.zip --since kept
expect 0 audit export --out unproven.zip --from 121
verdict 3 unproven.zip --since kept
json 'd["verdicts"]["since"]["problem"]["code"] == "AUDIT-302"'
export MINGZHANG_DB=sqlite:early.db
expect 0 voucher post --date 2016-03-10 --line "借 100201 99.00 fund=F" --line "贷 400101 99.00 fund=F" --summary 收款 "${two[@]}"
expect 0 key add "$log256" --reason 样例纪要 --as guanli --approve-as shenhe
expect 0 key add "$log3" --reason 样例纪要 --as guanli --approve-as shenhe
expect 0 checkpoint make "${signers[@]}"
expect 0 audit export --out forked.zip
expect 7 audit export --out refused.zip --previous kept
says SEAL-309
verdict 3 forked.zip
verdict 4 forked.zip --since kept
"$verify" forked.zip --policy auditor.policy --since kept --evidence evidence >/dev/null && fail "a fork is good"
[[ $(grep -c "^$origin/sha256$" evidence) == 2 ]] || fail "the evidence is not two notes"
export MINGZHANG_DB=sqlite:books.db

# The audit bureau keeps what it verified, each package grown out of the one before; the same again changes nothing.
mirror() { # mirror CODE PACKAGE
  expect "$1" witness mirror "$2" --policy auditor.policy --into mirror --db sqlite:coop.db
}
mkdir mirror
mirror 5 part.zip
says SEAL-409
mirror 7 forked.zip
says SEAL-408
mirror 0 whole.zip
find mirror -printf '%p %s %T@\n' | sort >first
mirror 0 whole.zip
find mirror -printf '%p %s %T@\n' | sort | cmp - first || fail "keeping again changed something"
size=$(sed -n 2p kept)
cmp "mirror/checkpoint.sha256.$size" kept || fail "another checkpoint was kept"
mirror 7 unproven.zip
says AUDIT-302
mirror 0 later.zip
[[ $(find mirror -name '*.zip' | wc -l) == 2 && -e mirror/checkpoint.sm3.$(($(jq .size <<<"$later_json"))) ]] || fail "what was kept: $(ls mirror)"
rm -f forked.zip.evidence
mirror 7 forked.zip
says SEAL-406
[[ $(grep -c "^$origin/sha256$" forked.zip.evidence) == 2 ]] || fail "no evidence of the fork"
! find mirror -name '*.part' | grep -q . || fail "something half done is left"
expect 0 witness mirror next.zip --policy auditor.policy --into mirror --db sqlite:coop.db --json
json "d['new'] == 0 and d['kept'] > $size"
# Without what was kept the forked package is refused for its witnesses only: the negative control.
mkdir empty
sed 's/^quorum .*/quorum none/' auditor.policy >careless.policy
expect 0 witness mirror forked.zip --policy careless.policy --into empty
expect 7 witness mirror forked.zip --policy careless.policy --into mirror
says SEAL-406

# Another program's zip is not of the one form, although its files are the same.
python3 - <<'P'
import zipfile
source = zipfile.ZipFile("whole.zip")
with zipfile.ZipFile("plain.zip", "w", zipfile.ZIP_DEFLATED) as target:
    for info in source.infolist():
        target.writestr(info, source.read(info))
P
verdict 2 plain.zip
json 'd["unreadable"]["code"] == "PKG-102"'

# An insider changes what was unpacked and lists everything anew: both checks find it, and name it.
tampered() { # tampered PLACE-IN-THE-VERDICT COMMAND…: runs the command in the unpacked package
  local place=$1
  shift
  rm -rf insider && mkdir insider
  python3 -c 'import zipfile; zipfile.ZipFile("whole.zip").extractall("insider")'
  (cd insider/* && "$@") || fail "cannot tamper: $*"
  python3 - insider/* <<'P'
import hashlib, pathlib, subprocess, sys
top = pathlib.Path(sys.argv[1])
def digest(path, name):
    if name == "sha256":
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return subprocess.run(["openssl", "dgst", "-sm3", "-r", path], capture_output=True, text=True).stdout[:64]
def manifest(prefix, files):
    for name in ("sha256", "sm3"):
        (top / f"{prefix}manifest-{name}.txt").write_text("".join(f"{digest(top / f, name)}  {f}\n" for f in sorted(files)))
def files():
    return [str(p.relative_to(top)) for p in top.rglob("*") if p.is_file()]
manifest("", [f for f in files() if f.startswith("data/")])
manifest("tag", [f for f in files() if not f.startswith(("data/", "tagmanifest-"))])
P
  verdict 1 insider/*
  json "any(v.get('problem', {}).get('place', '').startswith('$place') for v in d['verdicts'].values())"
}
# Nothing changed: the negative control.
rm -rf clean && mkdir clean
python3 -c 'import zipfile; zipfile.ZipFile("whole.zip").extractall("clean")'
verdict 0 clean/*
tampered 'proof/checkpoint.sha256' sed -i '112s/zhidan/zhudan/' data/records.jsonl
tampered 'record 112' sed -i '113d' data/records.jsonl
tampered 'record 112' sed -i '112p' data/records.jsonl
# shellcheck disable=SC2016  # the last line of sed
tampered 'record 115' sed -i '116,$d' data/records.jsonl
tampered 'record 11' sed -i '3s/"amount":[0-9]*/"amount":999/' data/lines.jsonl
tampered 'record 11' sed -i '3d' data/lines.jsonl
tampered 'proof/checkpoint.sm3' cp ../../kept proof/checkpoint.sm3
head -c 5000 whole.zip >cut.zip
verdict 2 cut.zip
printf 'log %s\nquorum none\n' "$coop256" >wrong.policy
"$verify" whole.zip --policy wrong.policy >report 2>err && fail "a policy whose log is a witness's key is taken"
"$verify" whole.zip >/dev/null 2>err && fail "no policy is asked for"
grep -q '用法 Usage' err || fail "no usage"
"$verify" --help >out || fail "help"
"$verify" --version | grep -q '^mingzhang-verify ' || fail "version"
