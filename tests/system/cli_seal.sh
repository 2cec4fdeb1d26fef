#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Keys, checkpoints and witnesses as people use them, openssl being the judge: two suites, rotation, a witness that never
# signs two histories, also when it is killed; an old backup, a forked book and a changed record are refused.
# shellcheck source=tests/support/cli.sh
source "$(dirname "$0")/../support/cli.sh"

origin=样例局/ledger/zhang
printf 'synthetic passphrase\n' >pass
pass=(--passphrase-file pass)

post() { # post DATE AMOUNT KEY
  expect 0 voucher post --date "$1" --line "借 100201 $2 fund=F" --line "贷 400101 $2 fund=F" --summary 收款 "${two[@]}" --key "$3"
}
# The lines of the text, and the signature of the line that bears the name, as files "text" and "sig".
split_note() { # split_note NOTE NAME [BYTES BEFORE THE SIGNATURE]
  python3 - "$@" <<'P'
import base64, sys
note = open(sys.argv[1], encoding="utf-8").read()
text, lines = note.rsplit("\n\n", 1)
open("text", "w", encoding="utf-8").write(text + "\n")
for line in lines.splitlines():
    name, value = line[2:].split(" ")
    if name == sys.argv[2]:
        open("sig", "wb").write(base64.b64decode(value)[int(sys.argv[3]) if len(sys.argv) > 3 else 4:])
P
}
openssl_says_good() { # openssl_says_good KEY.pub sha256|sm3
  if [[ $2 == sha256 ]]; then
    openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in text -sigfile sig >/dev/null 2>&1
  else
    openssl dgst -sm3 -verify "$1" -sigopt distid:1234567812345678 -signature sig text >/dev/null 2>&1
  fi
}

books zhang
expect 0 fund add F 专项资金 --document 样例〔2016〕1号 "${two[@]}"
post 2016-03-01 100.00 k1

# Keys: encrypted, not readable by others, never written over another; openssl opens them.
for algorithm in ed25519 sm2; do
  expect 0 key create --algorithm $algorithm --out $algorithm.key "${pass[@]}"
  [[ $(stat -c %a $algorithm.key) == 600 ]] || fail "mode of $algorithm.key"
  openssl pkey -in $algorithm.key -passin file:pass -pubout 2>/dev/null | cmp - $algorithm.key.pub || fail "openssl and $algorithm.key"
  expect 1 key create --algorithm $algorithm --out $algorithm.key "${pass[@]}"
done
printf 'short\n' >short
expect 4 key create --algorithm sm2 --out other.key --passphrase-file short
says SEAL-108
[[ ! -e other.key ]] || fail "a key of a short passphrase"
expect 0 key show ed25519.key.pub --name $origin/sha256 --use log
key256=$(cat out)
expect 0 key show sm2.key.pub --name $origin/sm3 --use log
key3=$(cat out)
signers=(--signer ed25519.key --signer sm2.key "${pass[@]}")

# A key is added by two people; without one nothing is signed.
expect 3 checkpoint make "${signers[@]}"
says SEAL-305
expect 6 key add "$key256" --reason 启用 "${two[@]}"
expect 0 user add guanli2 --role administrator --as guanli
expect 0 key add "$key256" --reason 样例纪要 --as guanli --approve-as shenhe
expect 0 key add "$key3" --reason 样例纪要 --as guanli --approve-as shenhe
expect 5 key add "$key3" --reason 样例纪要 --as guanli --approve-as shenhe
says SEAL-302
expect 3 checkpoint make --signer ed25519.key "${pass[@]}"
says SEAL-305
expect 4 checkpoint make --signer ed25519.key --signer sm2.key --passphrase-file short
says SEAL-107
expect 0 checkpoint make "${signers[@]}" --publish public
for suite in sha256 sm3; do
  key=ed25519.key.pub
  [[ $suite == sm3 ]] && key=sm2.key.pub
  split_note public/checkpoint.$suite $origin/$suite
  openssl_says_good $key $suite || fail "openssl and the checkpoint of $suite"
  printf 'x' >>text
  ! openssl_says_good $key $suite || fail "openssl says good to another text ($suite)"
  expect 0 checkpoint show --suite $suite
  cmp out public/checkpoint.$suite || fail "shown and published differ"
done
# The root is that of verify.
expect 0 verify --json
sha256=$(python3 -c 'import json; print(json.load(open("out"))["books"][0]["sha256_root"])')
[[ $(sed -n 3p public/checkpoint.sha256 | base64 -d | xxd -p -c 32) == "$sha256" ]] || fail "another root than verify"

# A witness: knows the logs by hand, remembers, signs.
expect 0 key create --algorithm ed25519 --out xinyong.key "${pass[@]}"
expect 0 key create --algorithm sm2 --out xinyong-sm2.key "${pass[@]}"
expect 0 key show xinyong.key.pub --name 样例信用社 --use witness
witness256=$(cat out)
expect 0 key show xinyong-sm2.key.pub --name 样例信用社 --use witness
witness3=$(cat out)
printf 'log %s\nlog %s\nquorum none\n' "$key256" "$key3" >witness.policy
printf 'witness coop256 %s\nwitness coop3 %s\nquorum none\n' "$witness256" "$witness3" >bureau.policy
as_witness=(--name 样例信用社 --policy witness.policy --signer xinyong.key --signer xinyong-sm2.key "${pass[@]}")
printf 'quorum none\n' >nobody.policy
for suite in sha256 sm3; do
  expect 0 checkpoint request --suite $suite --out first.$suite.witreq
  expect 0 witness sign first.$suite.witreq "${as_witness[@]}" --db sqlite:witness.db --out first.$suite.witresp
  expect 5 checkpoint cosign first.$suite.witresp --policy nobody.policy
  says SEAL-311
  expect 0 checkpoint cosign first.$suite.witresp --policy bureau.policy
  expect 0 checkpoint show --suite $suite --out cosigned.$suite
  [[ $(grep -c '^— ' cosigned.$suite) == 2 ]] || fail "no cosignature under $suite"
  expect 0 checkpoint cosign first.$suite.witresp --policy bureau.policy # once more changes nothing
  expect 0 checkpoint show --suite $suite
  cmp out cosigned.$suite || fail "a cosignature stands twice"
done
expect 0 witness list --db sqlite:witness.db --json
json 'len(d["rows"]) == 2'
expect 3 witness sign first.sha256.witreq --name 样例信用社 --policy nobody.policy --signer xinyong.key "${pass[@]}" --db sqlite:witness.db
says SEAL-402

# A household's receipt: only for what was published, checked without the book, by the reader's policy alone.
expect 0 receipt make 2016-03/记/1 --line 2 --out line.tlog-proof
printf 'log %s\nlog %s\nwitness coop256 %s\nwitness coop3 %s\ngroup any1 any coop256 coop3\nquorum any1\n' \
  "$key256" "$key3" "$witness256" "$witness3" >villager.policy
for suite in sha256 sm3; do
  expect 0 receipt make 2016-03/记/1 --line 2 --suite $suite --out line.tlog-proof
  (unset MINGZHANG_DB MINGZHANG_BOOK && "$MINGZHANG_BIN" receipt check line.tlog-proof --policy villager.policy --json >out) || fail "the receipt of $suite"
  json 'd["amount"] == "100.00" and d["book"] == "zhang" and d["side"] == "credit" and len(d["code"]) == 14'
  expect 6 receipt check line.tlog-proof --policy nobody.policy
  says SEAL-113
  # On paper: the words as pdftotext reads them, the whole proof as a scanner reads the square code.
  expect 0 receipt print line.tlog-proof --policy villager.policy --out slip.pdf
  expect 6 receipt print line.tlog-proof --policy nobody.policy --out none.pdf
  [[ ! -e none.pdf ]] || fail "a slip of a receipt that nobody vouches for"
  if command -v pdftotext >/dev/null && command -v zbarimg >/dev/null; then
    expect 0 receipt check line.tlog-proof --policy villager.policy --json
    code=$(python3 -c 'import json; print(json.load(open("out"))["code"])')
    pdftotext -layout slip.pdf slip.txt
    for words in "$code" 100.00 收据核验 不证明您的全部款项; do
      grep -q -- "$words" slip.txt || fail "the slip does not say $words"
    done
    pdftoppm -r 300 -png -singlefile slip.pdf slip
    zbarimg --quiet --raw --oneshot slip.png >scanned 2>scanner || fail "the square code cannot be read"
    if (($(stat -c %s line.tlog-proof) <= 2331)); then
      cmp -s <(cat line.tlog-proof; echo) scanned || cmp line.tlog-proof scanned || fail "the square code holds something else"
    else
      grep -q "^mingzhang-receipt $code " scanned || fail "the square code does not name the receipt"
    fi
  fi
done
expect 4 receipt make 2016-03/记/1 --line 3
expect 3 receipt make 2016-03/记/9
post 2016-03-02 1.00 k1b
expect 5 receipt make 2016-03/记/2
says SEAL-312

# The book as it is now, for what comes later.
cp books.db old.db
post 2016-03-02 200.00 k2
cp books.db fork.db
expect 0 checkpoint make "${signers[@]}" --publish public
expect 0 checkpoint request --out second.witreq
expect 5 witness sign second.witreq "${as_witness[@]}" --db sqlite:witness.db
says SEAL-405
seen=$(grep -oE -- '--seen [0-9]+' err | head -1)
expect 0 checkpoint request "${seen%% *}" "${seen##* }" --out second.witreq
expect 0 witness sign second.witreq "${as_witness[@]}" --db sqlite:witness.db --out second.witresp
expect 0 checkpoint cosign second.witresp --policy bureau.policy
expect 0 verify

# Verify looks at the kept checkpoints too: one that was swapped for another history's, and one signed by nobody's key.
for swap in "size = size + 1" "note = replace(note, char(10) || char(10) || '— ', char(10) || char(10) || '— x')"; do
  cp books.db swapped.db
  python3 - "$swap" <<'P'
import sqlite3, sys
base = sqlite3.connect("swapped.db")
assert base.execute("UPDATE log_checkpoint SET " + sys.argv[1] + " WHERE suite = 1 AND size = (SELECT max(size) FROM log_checkpoint)").rowcount == 1
base.commit()
P
  expect 7 verify --db sqlite:swapped.db
  grep -q VERIFY-402 out || fail "verify says something else: $(cat out)"
done

# An old backup goes on: its own checkpoints know nothing, the published ones do, and so does the witness.
expect 7 checkpoint make "${signers[@]}" --publish public --db sqlite:old.db
says SEAL-308
# Another history of the same length: the negative control without the published checkpoints signs it.
MINGZHANG_DB=sqlite:old.db post 2016-03-02 999.00 k2
expect 7 checkpoint make "${signers[@]}" --publish public --db sqlite:old.db
says SEAL-309
expect 0 checkpoint make "${signers[@]}" --db sqlite:old.db
MINGZHANG_DB=sqlite:old.db post 2016-03-03 1.00 k3
expect 0 checkpoint make "${signers[@]}" --db sqlite:old.db
expect 0 checkpoint request "${seen%% *}" "${seen##* }" --db sqlite:old.db --out forked.witreq
expect 5 witness sign forked.witreq "${as_witness[@]}" --db sqlite:witness.db
seen_now=$(grep -oE -- '--seen [0-9]+' err | head -1)
expect 0 checkpoint request --seen "${seen_now##* }" --db sqlite:old.db --out forked.witreq
expect 7 witness sign forked.witreq "${as_witness[@]}" --db sqlite:witness.db
says SEAL-406
grep -q '^old ' forked.witreq.evidence || fail "no evidence"

# What is lost for good is recorded by two people; the keys end, the next bear the name of another log, and the witness
# takes that up only when its own policy says so.
expect 5 checkpoint restore --publish public --reason 样例 --as guanli --approve-as shenhe
says SEAL-313
cp old.db restored.db
export MINGZHANG_DB=sqlite:restored.db
expect 6 checkpoint restore --publish public --reason 样例 "${two[@]}"
expect 0 checkpoint restore --publish public --reason 样例纪要 --as guanli --approve-as shenhe
expect 3 checkpoint make "${signers[@]}" --publish public
says SEAL-305
expect 0 key create --algorithm ed25519 --out second.key "${pass[@]}"
expect 0 key show second.key.pub --name $origin/sha256 --use log
expect 5 key add "$(cat out)" --reason 续账 --as guanli --approve-as shenhe
says SEAL-301
expect 0 key show second.key.pub --name $origin/sha256/2 --use log
second=$(cat out)
expect 0 key add "$second" --reason 续账 --as guanli --approve-as shenhe
mkdir -p public2
cp public/* public2/
expect 0 checkpoint make --signer second.key "${pass[@]}" --publish public2
head -1 public2/checkpoint.sha256 | grep -qx "$origin/sha256/2" || fail "another origin than that of the second life"
expect 0 checkpoint request --out life2.witreq
expect 3 witness sign life2.witreq "${as_witness[@]}" --db sqlite:witness.db
says SEAL-402
printf 'log %s\nlog %s\nlog %s\nquorum none\n' "$key256" "$key3" "$second" >witness2.policy
expect 0 witness sign life2.witreq --name 样例信用社 --policy witness2.policy --signer xinyong.key "${pass[@]}" --db sqlite:witness.db --out life2.witresp
expect 0 verify
export MINGZHANG_DB=sqlite:books.db

# A record that is changed behind the last checkpoint, and one before it.
python3 - fork.db <<'P'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
seq, data = base.execute("SELECT seq, bytes FROM record ORDER BY seq DESC LIMIT 1").fetchone()
base.execute("UPDATE record SET bytes = ? WHERE seq = ?", (data.replace(b"zhidan", b"zhudan"), seq))
base.commit()
P
expect 7 checkpoint make "${signers[@]}" --db sqlite:fork.db
says SEAL-310
python3 - books.db <<'P'
import sqlite3, sys
base = sqlite3.connect(sys.argv[1])
base.execute("UPDATE record SET leaf_sm3 = zeroblob(32) WHERE seq = 1")
base.commit()
P
post 2016-03-04 5.00 k4
expect 7 checkpoint make "${signers[@]}"
says SEAL-309

# A witness that is killed at any moment never signs two histories of one length. The moments move from a tenth of the time
# that one signing took onwards, until it has ended before its kill three times: how busy the machine is does not matter.
sign_at() { # sign_at REQUEST OUTPUT SECONDS: killed then, where it has not ended before
  { timeout -s KILL "$3" "$MINGZHANG_BIN" witness sign "$1" "${as_witness[@]}" --db sqlite:killed.db --out "$2" || true; } >/dev/null 2>&1
}
printf 'old 0\n\n' | cat - <("$MINGZHANG_BIN" checkpoint show --db sqlite:old.db) >right.witreq
printf 'old 0\n\n' | cat - <("$MINGZHANG_BIN" checkpoint show --size "${seen_now##* }") >left.witreq
began=$(date +%s%N)
sign_at left.witreq left.witresp 60
moment=$((($(date +%s%N) - began) / 10))
[[ -e left.witresp ]] || fail "the witness signs nothing"
both=0
first=0
cut=0
while ((first < 3 && first + cut < 60)); do
  rm -f killed.db* left.witresp right.witresp
  sign_at left.witreq left.witresp "$(printf '%d.%09d' $((moment / 1000000000)) $((moment % 1000000000)))"
  sign_at right.witreq right.witresp 60
  if [[ -e left.witresp ]]; then first=$((first + 1)); else cut=$((cut + 1)); fi
  [[ ! -e left.witresp || ! -e right.witresp ]] || both=$((both + 1))
  moment=$((moment + moment / 4))
done
((both == 0)) || fail "two histories were signed in $both rounds"
((first > 0)) || fail "the first request was never signed: the delays are too short to show anything"
((cut > 0)) || fail "no witness was killed before its answer: the delays are too long to show anything"
# The negative control: a witness whose memory is taken away signs both.
rm -f killed.db* left.witresp right.witresp
sign_at left.witreq left.witresp 60
rm -f killed.db*
sign_at right.witreq right.witresp 60
[[ -e left.witresp && -e right.witresp ]] || fail "the control signs nothing: the test shows nothing"

# Rotation: the next key overlaps, the old one ends.
expect 0 key create --algorithm ed25519 --out next.key "${pass[@]}"
expect 0 key show next.key.pub --name $origin/sha256 --use log
next=$(cat out)
export MINGZHANG_DB=sqlite:old.db
expect 5 key end "$key256" --reason 轮换 --as guanli --approve-as shenhe
says SEAL-304
expect 0 key add "$next" --reason 轮换 --as guanli --approve-as shenhe
expect 0 checkpoint make --signer next.key "${signers[@]}"
[[ $(grep -c "^— $origin/sha256 " out) == 2 ]] || fail "both keys sign while they overlap"
expect 0 key end "$key256" --reason 轮换 --as guanli --approve-as shenhe
expect 3 checkpoint make "${signers[@]}"
says SEAL-305
expect 0 checkpoint make --signer next.key --signer sm2.key "${pass[@]}"
expect 0 key list --json
json 'len(d["rows"]) == 3'
expect 0 verify

# A key in a token signs like one in a file; softhsm2 plays the token.
softhsm=/usr/lib/softhsm/libsofthsm2.so
if [[ -e $softhsm ]] && command -v softhsm2-util >/dev/null; then
  mkdir tokens
  printf 'directories.tokendir = %s/tokens\nobjectstore.backend = file\n' "$PWD" >softhsm.conf
  export SOFTHSM2_CONF=$PWD/softhsm.conf
  export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # SoftHSM loses some bytes for each key and signature
  printf '2468\n' >pin
  printf '1357\n' >wrong-pin
  softhsm2-util --init-token --free --label county --so-pin 13579 --pin 2468 >/dev/null
  openssl genpkey -algorithm ed25519 -out token.pem 2>/dev/null
  openssl pkey -in token.pem -pubout -out token.pub 2>/dev/null
  softhsm2-util --import token.pem --token county --label log --id 01 --pin 2468 >/dev/null
  address="pkcs11:token=county;object=log?module-path=$softhsm&pin-source=$PWD/pin"
  expect 0 key show token.pub --name $origin/sha256 --use log
  in_token=$(cat out)
  expect 0 key add "$in_token" --reason 令牌 --as guanli --approve-as shenhe
  post 2016-03-20 7.00 k-token
  expect 0 checkpoint make --signer "$address" --signer sm2.key "${pass[@]}"
  expect 0 checkpoint show --suite sha256 --out token-note
  split_note token-note $origin/sha256
  openssl_says_good token.pub sha256 || fail "openssl and the token's signature"
  expect 4 checkpoint make --signer "${address%pin}wrong-pin" --signer sm2.key "${pass[@]}"
  says TOKEN-203
  expect 4 checkpoint make --signer "${address/object=log/object=other}" --signer sm2.key "${pass[@]}"
  says TOKEN-206
  expect 4 checkpoint make --signer "pkcs11:token=county;object=log" --signer sm2.key "${pass[@]}"
  says TOKEN-106
fi

# A time stamp over the checkpoint's text, by an authority of openssl's, goes into the package.
cat >authority.cnf <<'C'
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamps]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = one
[one]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256, sm3
signer_digest = sha256
ess_cert_id_alg = sha256
C
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.pem -subj '/CN=synthetic root' -days 2 -out root.crt -config /etc/ssl/openssl.cnf 2>/dev/null
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout stamps.pem -subj '/CN=synthetic stamps' -out stamps.csr -config /etc/ssl/openssl.cnf 2>/dev/null
openssl x509 -req -in stamps.csr -CA root.crt -CAkey root.pem -set_serial 2 -days 2 -extfile authority.cnf -extensions stamps -out stamps.crt 2>/dev/null
echo 01 >serial
verify=${MINGZHANG_VERIFY:-$(dirname "$MINGZHANG_BIN")/mingzhang-verify}
for suite in sha256 sm3; do
  expect 0 checkpoint stamp --suite $suite --out $suite.tsq
  openssl ts -reply -config authority.cnf -section one -queryfile $suite.tsq -signer stamps.crt -inkey stamps.pem -out $suite.tsr 2>/dev/null || fail "the authority and $suite"
done
expect 0 audit export --out stamped.zip --stamp-sha256 sha256.tsr --stamp-sm3 sm3.tsr
printf 'log %s\nlog %s\nquorum none\n' "${in_token:-$next}" "$key3" >auditor.policy
"$verify" stamped.zip --policy auditor.policy --stamp-roots root.crt --require-stamp --json >out 2>err || fail "a stamped package: $(cat out err)"
json 'all(c["stamp_time"] > 1700000000 for c in d["checkpoints"])'
expect 0 audit export --out bare.zip
"$verify" bare.zip --policy auditor.policy --stamp-roots root.crt --require-stamp >out 2>err && fail "no stamp is a stamp"
grep -q AUDIT-407 out || fail "AUDIT-407 is not said"
expect 0 audit export --out mixed.zip --stamp-sha256 sm3.tsr
"$verify" mixed.zip --policy auditor.policy --stamp-roots root.crt >out 2>err && fail "another checkpoint's stamp is taken"
grep -q AUDIT-406 out || fail "AUDIT-406 is not said"

# Certificates sign the manifests: CMS as openssl reads it, and GB/T 35275 with SM2.
openssl pkcs8 -topk8 -in root.pem -v2 aes-256-cbc -passout file:pass -out root.key 2>/dev/null
expect 0 key create --algorithm sm2 --out gb.key "${pass[@]}"
openssl req -new -x509 -sm3 -key gb.key -passin file:pass -sigopt distid:1234567812345678 -subj '/CN=synthetic gb' -days 2 -out gb.crt -config /etc/ssl/openssl.cnf 2>/dev/null
expect 0 audit export --out sealed.zip --cms-cert root.crt --cms-key root.key --gb-cert gb.crt --gb-key gb.key "${pass[@]}"
cat root.crt gb.crt >seal-roots
"$verify" sealed.zip --policy auditor.policy --seal-roots seal-roots --json >out 2>err || fail "a sealed package: $(cat out err)"
json 'len(d["seals"]) == 2 and "synthetic gb" in d["seals"][1]'
rm -rf sealed && mkdir sealed
python3 -c 'import zipfile; zipfile.ZipFile("sealed.zip").extractall("sealed")'
openssl cms -verify -binary -inform DER -in sealed/*/proof/manifest.p7s -content sealed/*/manifest-sha256.txt -CAfile root.crt -purpose any -out /dev/null 2>/dev/null || fail "openssl and the seal"
"$verify" sealed.zip --policy auditor.policy --seal-roots stamps.crt >out 2>err && fail "a stranger's root is taken"
grep -q AUDIT-408 out || fail "AUDIT-408 is not said"
expect 4 audit export --out wrong.zip --cms-cert gb.crt --cms-key root.key "${pass[@]}"
[[ ! -e wrong.zip ]] || fail "a package without the seal that was asked for"

# Keys on a machine without a network: the request is shown there, answered by file, and fits one answer only.
post 2016-03-21 8.00 k-gap
expect 0 checkpoint make --dry-run --signer sm2.key "${pass[@]}"
unsigned=$(grep -c "^$origin/" out)
[[ $unsigned == 2 ]] || fail "a dry run shows what would be signed"
expect 0 checkpoint ask --out gap --purpose 月末样例
post 2016-03-22 8.00 k-gap2 # the office goes on meanwhile
(unset MINGZHANG_DB MINGZHANG_BOOK && "$MINGZHANG_BIN" key answer gap.sm3.signreq >out 2>err) || fail "a request cannot be shown"
grep -q 月末样例 out || fail "the purpose is not shown"
expect 0 key answer gap.sm3.signreq --signer sm2.key "${pass[@]}" --out gap.sm3.signresp
expect 5 key answer gap.sm3.signreq --signer xinyong-sm2.key "${pass[@]}" --out wrong.signresp
says TOKEN-302
expect 5 checkpoint accept gap.sha256.signreq gap.sm3.signresp
says TOKEN-301
expect 0 checkpoint accept gap.sm3.signreq gap.sm3.signresp --publish gap-public
split_note gap-public/checkpoint.sm3 $origin/sm3
openssl_says_good sm2.key.pub sm3 || fail "openssl and the signature by file"
expect 7 checkpoint accept gap.sm3.signreq gap.sm3.signresp --db sqlite:fork.db
says SEAL-309
