#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Servers that cannot keep books are refused in clear words that tell no password; servers that are merely set up in their
# own way keep the same books; a full disk loses nothing.
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
cd "$folder"
sql() { (cd / && postgres_sql "$POSTGRES_PORT" books); }
unset MINGZHANG_DB MINGZHANG_BOOK

# refused WORDS URL VERB…: the command fails, says these words, and no password.
refused() {
  local words=$1 url=$2
  shift 2
  if "$MINGZHANG_BIN" --db "$url" "$@" >out 2>err; then fail "not refused: $words"; fi
  says "$words"
  if grep -qE "$postgres_password|falsch" out err; then fail "a password was told"; fi
}
create=(book create probe --from 2016-01-01 --as guanli)

echo "== refused"
refused "连不上数据库" "postgresql://books:falsch@127.0.0.1:$POSTGRES_PORT/books" "${create[@]}"
refused "连不上数据库" "$(postgres_url "$POSTGRES_PORT" missing)" "${create[@]}"
refused "连不上数据库" "$(postgres_url "$(postgres_free_port)" books)" "${create[@]}"
refused "地址写法有误" "postgresql://books:falsch@127.0.0.1:port/books?what" "${create[@]}"
refused "没有账簿" "$POSTGRES_URL" account list --book probe
echo "CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0" | sql
refused "编码不是 UTF8" "$(postgres_url "$POSTGRES_PORT" ascii)" "${create[@]}"
for setting in fsync full_page_writes; do
  echo "ALTER SYSTEM SET $setting = off" | sql
  echo "SELECT pg_reload_conf()" | sql >/dev/null
  refused "服务器关闭了 $setting" "$POSTGRES_URL" "${create[@]}"
  echo "ALTER SYSTEM RESET $setting" | sql
  echo "SELECT pg_reload_conf()" | sql >/dev/null
done
echo "CREATE ROLE stranger LOGIN PASSWORD '$postgres_password'" | sql
stranger=$(postgres_url "$POSTGRES_PORT" books)
stranger=${stranger/books:/stranger:}
refused "用户缺少权限" "$stranger" "${create[@]}" # may not make tables
expect 0 --db "$POSTGRES_URL" "${create[@]}"
refused "用户缺少权限" "$stranger" book list      # may not read them
echo "GRANT SELECT ON ALL TABLES IN SCHEMA public TO stranger" | sql
expect 0 --db "$stranger" verify                        # an auditor who may only read
refused "用户缺少权限" "$stranger" account add 9999 试验 --book probe --as guanli --approve-as shenhe

refused "pg_dump" "$POSTGRES_URL" backup copy.db
refused "pg_restore" "$POSTGRES_URL" restore copy.db

echo "INSERT INTO schema_migration VALUES (9999, 'of a newer program', 'x')" | sql
refused "请升级程序" "$POSTGRES_URL" book list
refused "请升级程序" "$POSTGRES_URL" user add zhidan --role preparer --book probe --as guanli
echo "DELETE FROM schema_migration WHERE version = 9999" | sql

echo "== TLS, verified when asked for"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=127.0.0.1" -addext "subjectAltName=IP:127.0.0.1" \
  -keyout server.key -out server.crt 2>/dev/null
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=127.0.0.1" -keyout other.key -out other.crt 2>/dev/null
for file in server.key server.crt; do
  postgres_as tee "$postgres_home/main/$file" <"$file" >/dev/null
  postgres_as chmod 600 "$postgres_home/main/$file"
done
refused "连不上数据库" "$POSTGRES_URL?sslmode=require" book list # the server has none yet
echo "ALTER SYSTEM SET ssl = on" | sql
echo "SELECT pg_reload_conf()" | sql >/dev/null
for ((tries = 0; tries < 50; tries++)); do
  if [[ $(PGSSLMODE=prefer sql <<<"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == t ]]; then break; fi
  sleep 0.1
done
expect 0 --db "$POSTGRES_URL?sslmode=verify-full&sslrootcert=$folder/server.crt" book list
refused "连不上数据库" "$POSTGRES_URL?sslmode=verify-full&sslrootcert=$folder/other.crt" book list
refused "连不上数据库" "${POSTGRES_URL/127.0.0.1/localhost}?sslmode=verify-full&sslrootcert=$folder/server.crt" book list

echo "== set up in its own way, the same books"
echo "CREATE DATABASE own TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'zh' LOCALE 'C.UTF-8'" | sql
sql <<'SQL'
ALTER DATABASE own SET timezone = 'Asia/Shanghai';
ALTER DATABASE own SET datestyle = 'German';
ALTER DATABASE own SET bytea_output = 'escape';
ALTER DATABASE own SET client_encoding = 'GBK';
ALTER DATABASE own SET default_transaction_isolation = 'serializable';
ALTER DATABASE own SET synchronous_commit = off;
ALTER DATABASE own SET statement_timeout = '1ms';
ALTER DATABASE own SET idle_in_transaction_session_timeout = '1ms';
ALTER DATABASE own SET search_path = public;
SQL
own=$(postgres_url "$POSTGRES_PORT" own)
expect 0 demo --dir demo --households 100
expect 0 migrate --from sqlite:demo/demo.db --to "$own" --book weining
expect 0 verify --db sqlite:demo/demo.db --book weining --json
cp out here
expect 0 verify --db "$own" --book weining --json
cmp here out || fail "other roots"

echo "== a full disk"
if [[ $(id -u) == 0 ]] && mkdir "$postgres_home/small" && mount -t tmpfs -o size=48m none "$postgres_home/small" 2>/dev/null; then
  chown postgres "$postgres_home/small"
  chmod 700 "$postgres_home/small"
  echo "CREATE TABLESPACE small LOCATION '$postgres_home/small'" | sql
  echo "CREATE DATABASE tiny TABLESPACE small" | sql
  MINGZHANG_TEST_POSTGRES=$(postgres_url "$POSTGRES_PORT" tiny)
  export MINGZHANG_TEST_POSTGRES
  "$MINGZHANG_LOAD" open 2
  dd if=/dev/zero of="$postgres_home/small/ballast" bs=1M count=64 2>/dev/null || true
  "$MINGZHANG_LOAD" run 2 4 acks stop >load 2>&1 &
  load=$!
  sleep 4
  rm "$postgres_home/small/ballast"
  sleep 1
  touch stop
  wait "$load" || fail "$(cat load)"
  grep -q '^REQ-904' load || fail "the disk did not get full: $(cat load)"
  "$MINGZHANG_LOAD" check 2 acks >checked
  [[ $(tr '\n' ' ' <checked) == "lost 0 doubled 0 " ]] || fail "$(cat checked)"
  expect 0 verify --db "$MINGZHANG_TEST_POSTGRES"
  echo "   $(tr '\n' ' ' <load)"
else
  echo "   passed over: a small disk can be mounted by root only"
fi
