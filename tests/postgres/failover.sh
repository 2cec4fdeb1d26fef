#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A primary is killed under load and its standby promoted. With a synchronous standby nothing that was acknowledged is
# gone, nothing is doubled, and the clients go on by themselves (INV-10). The control: with an asynchronous standby that was
# frozen, acknowledged vouchers are gone, and the clients that hold their receipts notice and write no more (INV-38).
# A standby that does not answer holds the acknowledgement back; a commit that ends with a warning is no acknowledgement.
set -euo pipefail
: "${MINGZHANG_BIN:?}" "${MINGZHANG_LOAD:?}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/cli.sh
. "$here/../support/cli.sh"
# shellcheck source=tests/support/postgres.sh
. "$here/../support/postgres.sh"
[[ -x $postgres_bin/initdb ]] || exit 77
books=4 clients=16
cd / # the servers' user may not look into the folder of the test
postgres_begin

# pair NAME: a primary NAME-a and its standby NAME-b, both running, the books opened; sets port_a, port_b.
pair() {
  port_a=$(postgres_free_port)
  postgres_init "$1-a" "$port_a"
  postgres_ctl "$1-a" start
  echo 'CREATE DATABASE books' | postgres_sql "$port_a" postgres
  port_b=$(postgres_free_port)
  PGPASSWORD=$postgres_password postgres_as env PGPASSWORD="$postgres_password" "$postgres_bin/pg_basebackup" \
    -h 127.0.0.1 -p "$port_a" -U books -D "$postgres_home/$1-b" -R -c fast
  printf "port = %s\ncluster_name = 's1'\n" "$port_b" | postgres_as tee -a "$postgres_home/$1-b/postgresql.conf" >/dev/null
  postgres_ctl "$1-b" start
  MINGZHANG_TEST_POSTGRES=$(postgres_url "$port_a,$port_b" books)
  export MINGZHANG_TEST_POSTGRES
}
# soon WORDS…: waits until the command says yes, 20 s at most.
soon() {
  local tries
  for ((tries = 0; tries < 200; tries++)); do
    if "$@"; then return; fi
    sleep 0.1
  done
  fail "never came true: $*"
}
answers() { [[ $(echo "$2" | postgres_sql "$1" books) == "$3" ]]; }
make_synchronous() {
  echo "ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (s1)'; SELECT pg_reload_conf()" | postgres_sql "$port_a" books >/dev/null
  soon answers "$port_a" "SELECT sync_state FROM pg_stat_replication" sync
}
server_processes() {
  local first
  first=$(head -1 "$postgres_home/$1/postmaster.pid")
  echo "$first"
  pgrep -P "$first"
}
signal_server() { server_processes "$2" | xargs kill "-$1"; }
acknowledged() { if [[ -e $folder/acks.$1 ]]; then wc -l <"$folder/acks.$1"; else echo 0; fi; }
has_more() { (($(acknowledged "$1") > $2)); }
start_load() {
  (cd "$folder" && exec "$MINGZHANG_LOAD" run "$books" "$clients" "acks.$1" "stop.$1" >"load.$1" 2>"load.$1.err") &
  load=$!
  soon has_more "$1" 200
}
end_load() {
  touch "$folder/stop.$1"
  wait "$load" || fail "the load: $(cat "$folder/load.$1.err")"
}
figure() { awk -v name="$2" '$1 == name { print $2 }' "$folder/$1"; }

echo "== a synchronous standby takes over"
pair sync
"$MINGZHANG_LOAD" open "$books"
make_synchronous
start_load sync
signal_server KILL sync-a
before=$(acknowledged sync)
postgres_ctl sync-b promote
soon has_more sync $((before + 200)) # the same clients, by themselves
end_load sync
"$MINGZHANG_LOAD" check "$books" "$folder/acks.sync" >"$folder/checked.sync"
[[ $(figure checked.sync lost) == 0 && $(figure checked.sync doubled) == 0 ]] || fail "$(cat "$folder/checked.sync")"
[[ -z $(figure load.sync REQ-911) ]] || fail "a loss was noticed where there was none"
[[ $(figure load.sync acknowledged) == "$(acknowledged sync)" ]] || fail "acknowledgements were not written down"
cd "$folder"
expect 0 verify --db "$MINGZHANG_TEST_POSTGRES" --json
json 'd["ok"] and len(d["books"]) == 4'
cd /
echo "   $before before, $(acknowledged sync) after: none lost"

echo "== the control: an asynchronous standby that was frozen"
pair async
"$MINGZHANG_LOAD" open "$books"
soon answers "$port_a" "SELECT count(*) FROM pg_stat_replication WHERE replay_lsn = pg_current_wal_lsn()" 1
signal_server STOP async-b
# More than the sockets between them hold, so that what follows cannot have arrived.
echo "SELECT pg_logical_emit_message(true, 'ballast', repeat('x', 40000000))" | postgres_sql "$port_a" books >/dev/null
start_load async
signal_server KILL async-a
signal_server CONT async-b
postgres_ctl async-b promote
load_has_ended() { ! pgrep -f "$MINGZHANG_LOAD run $books $clients acks.async" >/dev/null; }
soon load_has_ended # every client by itself
end_load async
"$MINGZHANG_LOAD" check "$books" "$folder/acks.async" >"$folder/checked.async"
(($(figure checked.async lost) > 100)) || fail "the control lost nothing: $(cat "$folder/checked.async")"
noticed=$(figure load.async REQ-911)
((${noticed:-0} == clients)) || fail "a loss went unnoticed: $(cat "$folder/load.async")"
echo "   $(figure checked.async lost) lost, noticed by $noticed of $clients clients"

echo "== a standby that does not answer holds the acknowledgement back"
pair held
"$MINGZHANG_LOAD" open 1
make_synchronous
signal_server STOP held-b
(cd "$folder" && exec "$MINGZHANG_LOAD" run 1 1 acks.held stop.held >load.held 2>load.held.err) &
load=$!
waits="SELECT count(*) FROM pg_stat_activity WHERE application_name = 'mingzhang' AND wait_event = 'SyncRep'"
cancel="SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE application_name = 'NAME' AND wait_event = 'SyncRep'"
soon answers "$port_a" "$waits" 1
# An impatient operator: the server then ends the commit with a warning, although only it has the records.
for round in 1 2; do
  soon answers "$port_a" "${cancel/NAME/mingzhang}" 1
  soon answers "$port_a" "$waits" 1 # the program looks it up under its key, and waits again
  [[ $(acknowledged held) == 0 ]] || fail "round $round: acknowledged what only one server has"
done
# The control: a client that takes no notice of warnings is told that all is well.
(echo "CREATE TABLE told ()" | PGAPPNAME=plain postgres_sql "$port_a" books) >/dev/null 2>"$folder/told" &
plain=$!
soon answers "$port_a" "${cancel/NAME/plain}" 1
wait "$plain" || fail "the plain client was told of a failure"
grep -q WARNING "$folder/told" || fail "the server did not warn"
signal_server CONT held-b
soon has_more held 50
end_load held
"$MINGZHANG_LOAD" check 1 "$folder/acks.held" >"$folder/checked.held"
[[ $(figure checked.held lost) == 0 && $(figure checked.held doubled) == 0 ]] || fail "$(cat "$folder/checked.held")"
echo "   none acknowledged while it was frozen, $(acknowledged held) afterwards"
