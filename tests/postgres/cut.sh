#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The connection breaks at each message, and the server hangs: every request is booked once, and nobody waits for ever.
set -euo pipefail
: "${MINGZHANG_BIN:?}" "${MINGZHANG_LOAD:?}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/cli.sh
. "$here/../support/cli.sh"
# shellcheck source=tests/support/postgres.sh
. "$here/../support/postgres.sh"
[[ -x $postgres_bin/initdb ]] || exit 77
cd / # the servers' user may not look into the folder of the test
postgres_start
figure() { awk -v name="$2" '$1 == name { print $2 }' "$folder/$1"; }
export MINGZHANG_TEST_POSTGRES=$POSTGRES_URL
"$MINGZHANG_LOAD" open 1

# nothing_lost VOUCHERS: every acknowledgement is there, once, and the books hold so many vouchers.
nothing_lost() {
  "$MINGZHANG_LOAD" check 1 "$folder/acks" >"$folder/checked"
  [[ $(figure checked lost) == 0 && $(figure checked doubled) == 0 ]] || fail "$(cat "$folder/checked")"
  [[ $(echo "SELECT count(*) FROM voucher" | postgres_sql "$POSTGRES_PORT" books) == "$1" ]] || fail "not $1 vouchers"
  (cd "$folder" && expect 0 verify --db "$POSTGRES_URL")
}

echo "== cut at each message"
MINGZHANG_TEST_POSTGRES="$(postgres_url PROXY books)?sslmode=disable" \
  python3 "$here/cut_connection.py" "$POSTGRES_PORT" "$folder/acks" >"$folder/cuts" || fail "$(cat "$folder/cuts")"
cuts=$(figure cuts cuts)
((cuts > 100)) || fail "only $cuts cuts"
# The proof that the cuts struck where it matters: some came between the commit and its answer.
(($(figure cuts repeats) > 0)) || fail "no answer was lost"
nothing_lost $((cuts + 1))
echo "   $cuts cuts, $(figure cuts repeats) after the commit"

echo "== a server that hangs"
main=$(head -1 "$postgres_home/main/postmaster.pid")
server() { (echo "$main"; pgrep -P "$main") | xargs kill "-$1"; }
export MINGZHANG_LOAD_ANSWER_MS=1000
MINGZHANG_TEST_POSTGRES+="?connect_timeout=2"
(cd "$folder" && exec "$MINGZHANG_LOAD" run 1 4 acks stop >load 2>load.err) &
load=$!
sleep 1
server STOP
began=$SECONDS
"$MINGZHANG_LOAD" once hung "$folder/acks" >"$folder/hung" 2>&1 || true
((SECONDS - began <= 8)) || fail "waited $((SECONDS - began)) s for a server that hangs"
grep -q 连不上数据库 "$folder/hung" || fail "$(cat "$folder/hung")"
sleep 2 # longer than the limit: whoever is connected has given up by now
server CONT
sleep 2
touch "$folder/stop"
wait "$load" || fail "$(cat "$folder/load.err")"
grep -qE '^REQ-90[18]' "$folder/load" || fail "nobody gave up: $(cat "$folder/load")"
nothing_lost "$(wc -l <"$folder/acks")"
echo "   $(tr '\n' ' ' <"$folder/load")"
