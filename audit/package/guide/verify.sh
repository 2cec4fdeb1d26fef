#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# 核验审计包，只用 openssl、coreutils、jq、xxd。独立于 mingzhang-verify，两者结论应当一致；慢，约每秒几百条记录。
# Checks a package with openssl, coreutils, jq and xxd alone; a second opinion beside mingzhang-verify, slow but readable.
# 用法 usage: verify.sh 解开的目录 FOLDER 信任策略 POLICY [上次的检查点 SINCE]
# 退出码 exit codes: 0 通过 good  1 被改过 tampered  2 读不出来 unreadable  3 签名、见证或可比性不足 policy unmet  4 与上次不是同一本账 fork
# 不核对 not checked here: 导出的表是否与账一致（只核对清单）whether the tables follow from the books; 结账与冲销 closings and reversals
set -euo pipefail
export LC_ALL=C.UTF-8

folder=${1:?usage: verify.sh FOLDER POLICY [SINCE]} policy=${2:?usage: verify.sh FOLDER POLICY [SINCE]} since=${3:-}
work=$(if [[ -w /dev/shm ]]; then mktemp -d -p /dev/shm; else mktemp -d; fi) # many small files
trap 'rm -rf "$work"' EXIT
for program in openssl jq xxd sha256sum; do
  command -v "$program" >/dev/null || { echo "缺少程序 missing program: $program"; exit 2; }
done
unreadable() { echo "读不出来 unreadable: $*"; exit 2; }
tampered() { echo "被改过 TAMPERED: $*"; exit 1; }
[[ -f $folder/bag-info.txt && -f $folder/data/records.jsonl && -f $folder/data/lines.jsonl && -f $policy ]] || unreadable "$folder"

# ── 文件 files: every file is what both manifests say, and no other is there ──
check_manifest() { # NAME: the files listed, checked
  local digest file got
  [[ -f $folder/$1-sha256.txt && -f $folder/$1-sm3.txt ]] || tampered "$1"
  while IFS= read -r line; do
    digest=${line:0:64} file=${line:66}
    [[ -f $folder/$file && ! -L $folder/$file ]] || tampered "缺文件 missing: $file"
    got=$(sha256sum <"$folder/$file")
    [[ ${got:0:64} == "$digest" ]] || tampered "$file"
    echo "$file" >>"$work/listed"
  done <"$folder/$1-sha256.txt"
  while IFS= read -r line; do
    digest=${line:0:64} file=${line:66}
    [[ -f $folder/$file ]] || tampered "缺文件 missing: $file"
    got=$(openssl dgst -sm3 -r <"$folder/$file")
    [[ ${got:0:64} == "$digest" ]] || tampered "$file"
    echo "$file" >>"$work/listed3"
  done <"$folder/$1-sm3.txt"
}
check_manifest manifest
check_manifest tagmanifest
(cd "$folder" && find . -type f | cut -c3- | grep -v '^tagmanifest-') | sort >"$work/there"
sort "$work/listed" >"$work/sorted" && sort "$work/listed3" >"$work/sorted3"
cmp -s "$work/there" "$work/sorted" || tampered "清单与文件不一致 the manifest and the files: $(diff "$work/there" "$work/sorted" | sed -n 2p)"
cmp -s "$work/there" "$work/sorted3" || tampered "SM3 清单与文件不一致 the manifest in SM3"
echo "文件 files: $(wc -l <"$work/there")，与清单一致 as listed"

# ── 散列 hashing many small files at once ──
# hashes SUITE FOLDER: the digests of its files in the order of their names, a line each
hashes() {
  find "$2" -type f -name '[0-9]*' -printf '%f\n' | sort -n | (cd "$2" && if [[ $1 == sha256 ]]; then xargs -r sha256sum; else xargs -r openssl dgst -sm3 -r; fi) | cut -c1-64
}
# leaves SUITE FILE: the leaf digest of every line
leaves() {
  local number=0 line
  rm -rf "$work/leaf" && mkdir "$work/leaf"
  while IFS= read -r line; do
    printf '\0%s' "$line" >"$work/leaf/$number"
    number=$((number + 1))
  done <"$2"
  hashes "$1" "$work/leaf"
}
# join SUITE: "GROUP INDEX LEVEL DIGEST" lines, complete subtrees of several trees, become one root for each group.
# The last of a group goes up alone where it has no neighbour, as RFC 6962 has it.
join() {
  local suite=$1 level=0 top
  sort -n -k1,1 -k3,3 -k2,2 >"$work/nodes"
  while :; do
    rm -rf "$work/node" && mkdir "$work/node"
    # Pairs of this level, and what stays: nodes of higher levels, and the last of a group.
    awk -v level="$level" '
      BEGIN { n = 0 }
      function escaped(hex) { gsub(/../, "\\\\x&", hex); return hex }
      $3 != level { print > stay; next }
      { group[n] = $1; at[n] = $2; digest[n] = $4; n++ }
      END {
        for (i = 0; i < n; i++) {
          if (i + 1 < n && group[i] == group[i + 1] && at[i] % 2 == 0 && at[i + 1] == at[i] + 1) {
            print group[i], at[i] / 2, level + 1, escaped(digest[i]), escaped(digest[i + 1]) > pairs; i++
          } else print group[i], int(at[i] / 2), level + 1, digest[i] > stay
        }
      }' stay="$work/stay" pairs="$work/pairs" "$work/nodes"
    touch "$work/stay" "$work/pairs"
    top=0
    while IFS=' ' read -r _ _ _ left right; do
      printf '%b' "\\x01$left$right" >"$work/node/$top"
      top=$((top + 1))
    done <"$work/pairs"
    paste -d' ' <(cut -d' ' -f1-3 "$work/pairs") <(hashes "$suite" "$work/node") >"$work/joined"
    cat "$work/stay" "$work/joined" | grep . | sort -n -k1,1 -k3,3 -k2,2 >"$work/next" || true
    rm -f "$work/stay" "$work/pairs"
    mv "$work/next" "$work/nodes"
    level=$((level + 1))
    [[ $(cut -d' ' -f1 "$work/nodes" | uniq | wc -l) == $(wc -l <"$work/nodes") ]] && break
    ((level < 60)) || break
  done
  cut -d' ' -f1,4 "$work/nodes"
}

# ── 历史 history ──
range=$(sed -n 's/^Mingzhang-Range: //p' "$folder/bag-info.txt")
book=$(sed -n 's/^External-Identifier: //p' "$folder/bag-info.txt")
read -r from to size <<<"$range" || unreadable "bag-info.txt"
[[ $from =~ ^[0-9]+$ && $to =~ ^[0-9]+$ && $size =~ ^[0-9]+$ && -n $book ]] || unreadable "bag-info.txt"
((from < to && to <= size)) || unreadable "bag-info.txt: $range"
jq -r '[.seq, .book, .t, .lines // 0, .lines_sha256 // "-", .lines_sm3 // "-"] | @tsv' "$folder/data/records.jsonl" >"$work/heads" 2>/dev/null || tampered "data/records.jsonl"
awk -F'\t' -v from="$from" -v book="$book" '$1 != from + NR - 1 || $2 != book { print from + NR - 1; exit }' "$work/heads" >"$work/place"
[[ ! -s $work/place ]] || tampered "record $(cat "$work/place")：序号或账套不符 another place or book"
records=$(wc -l <"$work/heads")
((records == to - from)) || tampered "record $((from + records))：条数不符 $records of $((to - from))"
[[ $(wc -l <"$folder/data/records.jsonl") == "$records" ]] || tampered "data/records.jsonl"
[[ $(awk -F'\t' '{ n += $4 } END { print n + 0 }' "$work/heads") == $(wc -l <"$folder/data/lines.jsonl") ]] || tampered "分录条数不符 the number of lines"
for suite in sha256 sm3; do
  column=5 && [[ $suite == sm3 ]] && column=6
  # The lines of each record, withheld ones by the digest that stands for them.
  leaves "$suite" "$folder/data/lines.jsonl" >"$work/line_leaves"
  jq -r --arg name "leaf_$suite" '.[$name] // "-"' "$folder/data/lines.jsonl" >"$work/withheld" 2>/dev/null || tampered "data/lines.jsonl"
  paste "$work/line_leaves" "$work/withheld" | awk '{ print $2 == "-" ? $1 : $2 }' >"$work/line_digests"
  awk -F'\t' '$4 > 0 { for (i = 0; i < $4; i++) print NR, i, 0 }' "$work/heads" | paste -d' ' - "$work/line_digests" | join "$suite" >"$work/line_roots"
  awk -F'\t' -v c=$column '$4 > 0 { print NR, $c }' "$work/heads" >"$work/wanted"
  cmp -s "$work/line_roots" "$work/wanted" ||
    tampered "record $(diff "$work/line_roots" "$work/wanted" | sed -n 's/^> \([0-9]*\).*/\1/p' | head -1 | { read -r n; echo $((from + ${n:-1} - 1)); })：分录被改过 its lines"
  # The tree of the log: what stands before, the records, what follows.
  : >"$work/around"
  if ((from > 0 || to < size)); then
    [[ -f $folder/proof/range.$suite ]] || tampered "proof/range.$suite"
    at=0
    for ((level = 53; level >= 0; level--)); do
      ((from >> level & 1)) && echo "1 $((at >> level)) $level" && at=$((at + (1 << level)))
    done >"$work/places" || true
    at=$to
    while ((at < size)); do
      level=0
      while (((at & (1 << level)) == 0 && at + (1 << (level + 1)) <= size)); do level=$((level + 1)); done
      echo "1 $((at >> level)) $level"
      at=$((at + (1 << level)))
    done >>"$work/places"
    [[ $(wc -l <"$work/places") == $(wc -l <"$folder/proof/range.$suite") ]] || tampered "proof/range.$suite"
    paste -d' ' "$work/places" <(cut -d' ' -f2 "$folder/proof/range.$suite") >"$work/around"
  fi
  leaves "$suite" "$folder/data/records.jsonl" >"$work/record_leaves.$suite"
  awk -v from="$from" '{ print 1, from + NR - 1, 0, $1 }' "$work/record_leaves.$suite" | cat - "$work/around" | join "$suite" | cut -d' ' -f2 >"$work/root.$suite"
  note=$folder/proof/checkpoint.$suite
  [[ -f $note ]] || continue
  sed -n 3p "$note" | base64 -d 2>/dev/null | xxd -p -c 64 >"$work/published"
  [[ $(sed -n 2p "$note") == "$size" && $(sed -n 1p "$note") == */ledger/"$book"/"$suite"* ]] || tampered "proof/checkpoint.$suite：不是这本账的 another book's or another size"
  cmp -s "$work/root.$suite" "$work/published" || tampered "proof/checkpoint.$suite：全部记录算出的根与检查点不符 the records give another root"
done
echo "历史 history: record $from … $((to - 1))，与检查点一致 as in the checkpoints"

# ── 账 books: vouchers balance per fund and set of accounts, numbers follow each other ──
awk -F'\t' '$4 > 0 { for (i = 0; i < $4; i++) print $1 }' "$work/heads" | paste - "$folder/data/lines.jsonl" >"$work/owned"
jq -R -r 'split("\t") as [$seq, $line] | ($line | fromjson) | select(.t == "line/v1") | [$seq, .fund // "", .account, .side, .amount] | @tsv' "$work/owned" >"$work/amounts"
jq -R -r 'split("\t") as [$seq, $line] | ($line | fromjson) | select(.t != "line/v1") | $seq' "$work/owned" | sort -u >"$work/with_withheld"
jq -r 'select(.t == "account/v1") | [.data.code, (.data.class | startswith("budget_"))] | @tsv' "$folder/data/records.jsonl" >"$work/classes"
awk -F'\t' '
  FILENAME == ARGV[1] { budget[$1] = $2; next }
  FILENAME == ARGV[2] { withheld[$1] = 1; next }
  $5 <= 0 { print "record " $1 ": 金额 amount"; exit }
  !($1 in withheld) { sum[$1 "\t" $2 "\t" budget[$3]] += $4 == "debit" ? $5 : -$5 }
  END { for (key in sum) if (sum[key] != 0) { split(key, part, "\t"); print "record " part[1] "：借贷不平 unbalanced"; exit } }
' "$work/classes" "$work/with_withheld" "$work/amounts" >"$work/unbalanced"
[[ ! -s $work/unbalanced ]] || tampered "$(head -1 "$work/unbalanced")"
jq -r 'select(.t == "voucher/v1") | [.seq, .data.period, .data.type, .data.number] | @tsv' "$folder/data/records.jsonl" |
  awk -F'\t' -v inside="$from" '{ key = $2 "\t" $3; if (key in last ? $4 != last[key] + 1 : $4 != 1 && inside == 0) { print $1; exit } last[key] = $4 }' >"$work/gap"
[[ ! -s $work/gap ]] || tampered "record $(cat "$work/gap")：凭证号不连续 voucher numbers"
echo "账 books: 借贷平衡、连号 balanced and gapless"

# ── 签名 signatures, by the reader's own policy ──
# A key of the policy is NAME+ID+BASE64; names hold no '+', base64 may.
key_hex() { local rest=${1#*+} && printf '%s' "${rest#*+}" | base64 -d | xxd -p -c 1000; }
# spki VKEY: the public key as PEM in a file, and its algorithm
spki() {
  local data
  data=$(key_hex "$1")
  case $data in
    01* | 04*) { printf '302a300506032b6570032100%s' "${data:2}" | xxd -r -p; } | openssl pkey -pubin -inform DER -out "$work/key.pem" 2>/dev/null && echo ed25519 ;;
    ff*) { printf '3059301306072a8648ce3d020106082a811ccf5501822d034200%s' "${data: -130}" | xxd -r -p; } | openssl pkey -pubin -inform DER -out "$work/key.pem" 2>/dev/null && echo sm2 ;;
  esac
}
# signed VKEY NOTE ROLE: good, wrong or absent
signed() {
  local vkey=$1 note=$2 role=$3 rest name id algorithm blob skip=4
  name=${vkey%%+*} rest=${vkey#*+}
  id=${rest%%+*}
  sed '/^$/,$d' "$note" >"$work/text"
  blob=$(grep -F -- "— $name " "$note" | cut -d' ' -f3 | while read -r b; do h=$(base64 -d <<<"$b" | xxd -p -c 1000); [[ ${h:0:8} == "$id" ]] && echo "$h" && break; done || true)
  [[ -n $blob ]] || { echo absent; return; }
  algorithm=$(spki "$vkey")
  if [[ $role == witness ]]; then
    skip=12
    { printf 'cosignature/v1\ntime %d\n' "0x${blob:8:16}" && cat "$work/text"; } >"$work/cosigned"
    mv "$work/cosigned" "$work/text"
  fi
  printf '%s' "${blob:$((skip * 2))}" | xxd -r -p >"$work/signature"
  if [[ $algorithm == ed25519 ]]; then
    openssl pkeyutl -verify -pubin -inkey "$work/key.pem" -rawin -in "$work/text" -sigfile "$work/signature" >/dev/null 2>&1 && echo good || echo wrong
  else
    openssl dgst -sm3 -verify "$work/key.pem" -sigopt distid:1234567812345678 -signature "$work/signature" "$work/text" >/dev/null 2>&1 && echo good || echo wrong
  fi
}
unmet=
log_of_policy=0
for suite in sha256 sm3; do
  note=$folder/proof/checkpoint.$suite
  log='' quorum=missing
  declare -A reached=()
  while read -r word name rest; do
    case $word in
      log) [[ ${name%%+*} == "$(sed -n 1p "$note" 2>/dev/null || true)" || (! -f $note && ${name%%+*} == */ledger/"$book"/"$suite") ]] && log=$name ;;
    esac
  done <"$policy"
  [[ -n $log ]] || continue
  log_of_policy=1
  [[ -f $note ]] || { unmet="缺检查点 no checkpoint: $suite"; continue; }
  case $(signed "$log" "$note" log) in
    wrong) tampered "proof/checkpoint.$suite：签名错误 a wrong signature" ;;
    absent) unmet="没有账的签名 not signed by the log: $suite" ;;
  esac
  while read -r word name rest; do
    case $word in
      witness) # only those of the log's own algorithm count
        state=absent
        first=$(key_hex "$rest")
        if [[ ($suite == sha256 && ${first:0:2} == 04) || ($suite == sm3 && ${first:0:2} == ff) ]]; then state=$(signed "$rest" "$note" witness); fi
        [[ $state != wrong ]] || tampered "proof/checkpoint.$suite：见证签名错误 a wrong cosignature"
        [[ $state == good ]] && reached[$name]=1
        ;;
      group)
        read -r -a members <<<"$rest"
        threshold=${members[0]} count=0
        members=("${members[@]:1}")
        for member in "${members[@]}"; do [[ -n ${reached[$member]:-} ]] && count=$((count + 1)); done
        [[ $threshold == any ]] && threshold=1
        [[ $threshold == all ]] && threshold=${#members[@]}
        ((count >= threshold)) && reached[$name]=1
        ;;
      quorum) [[ $name == none || -n ${reached[$name]:-} ]] && quorum=reached ;;
    esac
  done <"$policy"
  [[ $quorum == reached ]] || unmet="见证不足 under-witnessed: $suite"
  unset reached
done
((log_of_policy)) || unmet="信任策略里没有这本账 the policy has no log of this book"

# ── 与上次一致 since: the tree at the earlier size has the earlier root ──
if [[ -n $since ]]; then
  suite=sha256 && [[ $(sed -n 1p "$since") == */sm3 || $(sed -n 1p "$since") == */sm3/* ]] && suite=sm3
  earlier=$(sed -n 2p "$since")
  [[ $earlier =~ ^[0-9]+$ ]] || unreadable "$since"
  sed -n 3p "$since" | base64 -d | xxd -p -c 64 >"$work/earlier"
  if ((earlier > size)); then
    echo "与上次的检查点是两本不同的账：比上次短 FORK: shorter than last time"
    exit 4
  elif ((earlier < from || earlier > to)); then
    unmet="本包不足以与上次比较 cannot be compared with the earlier checkpoint"
  else
    { : && if ((from > 0)); then grep -n '' "$folder/proof/range.$suite" >/dev/null; fi; }
    at=0
    for ((level = 53; level >= 0; level--)); do
      ((from >> level & 1)) && echo "1 $((at >> level)) $level" && at=$((at + (1 << level)))
    done >"$work/places" || true
    if [[ -s $work/places ]]; then paste -d' ' "$work/places" <(sed -n 's/^before //p' "$folder/proof/range.$suite") >"$work/around"; else : >"$work/around"; fi
    head -n $((earlier - from)) "$work/record_leaves.$suite" | awk -v from="$from" '{ print 1, from + NR - 1, 0, $1 }' | cat - "$work/around" | join "$suite" | cut -d' ' -f2 >"$work/now"
    if ! cmp -s "$work/now" "$work/earlier"; then
      echo "与上次的检查点是两本不同的账 FORK: another history than last time"
      exit 4
    fi
    echo "与上次一致 since: $earlier"
  fi
fi
if [[ -n $unmet ]]; then
  echo "账未见改动，但达不到策略要求 POLICY UNMET: $unmet"
  exit 3
fi
echo "通过 GOOD"
