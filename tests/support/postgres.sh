# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A PostgreSQL server of our own for a test: on loopback, with a password, fsync on, as an unprivileged user, gone at the
# end. Source it, call postgres_start, use $POSTGRES_URL. Needs Debian's postgresql-15.

postgres_bin=/usr/lib/postgresql/15/bin
postgres_home= # where the servers of this test live

# postgres_as COMMAND …: as root, the server's own user; else whoever runs the test.
postgres_as() {
  if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# postgres_free_port: a port of the loopback that nobody listens on.
postgres_free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

postgres_stop_all() {
  local data
  jobs -p | xargs -r kill -KILL 2>/dev/null || true # a load that nobody will end any more
  for data in "$postgres_home"/*/; do
    [[ -e $data/postmaster.pid ]] || continue
    # A frozen server does not hear that it should stop.
    kill -CONT "$(head -1 "$data/postmaster.pid")" 2>/dev/null || true
    postgres_as "$postgres_bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 || true
  done
  if mountpoint -q "$postgres_home/small"; then umount -l "$postgres_home/small"; fi # of a test with a small disk
  rm -rf "$postgres_home"
}

# postgres_init NAME PORT [INITDB OPTION …]: a new server, not yet running.
postgres_init() {
  local data=$postgres_home/$1 port=$2
  shift 2
  postgres_as "$postgres_bin/initdb" -N -D "$data" -U books -A scram-sha-256 --pwfile="$postgres_home/password" \
    --data-checksums -E UTF8 --locale=C "$@" >"$postgres_home/initdb.log"
  postgres_as tee -a "$data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
port = $port
fsync = on
synchronous_commit = on
max_connections = 120
shared_buffers = 64MB
wal_keep_size = 256MB
wal_retrieve_retry_interval = 200ms
log_min_messages = warning
CONF
}

# postgres_ctl NAME WORD …: pg_ctl on that server.
postgres_ctl() {
  local data=$postgres_home/$1
  shift
  postgres_as "$postgres_bin/pg_ctl" -D "$data" -l "$data/server.log" -w "$@" >/dev/null
}

# postgres_url PORT[,PORT …] DATABASE
postgres_url() {
  local hosts=127.0.0.1:${1//,/,127.0.0.1:}
  echo "postgresql://books:$postgres_password@$hosts/$2"
}

# postgres_sql PORT DATABASE [PSQL OPTION …]: statements from the standard input, bare rows out.
postgres_sql() {
  local port=$1 database=$2
  shift 2
  PGPASSWORD=$postgres_password psql -h 127.0.0.1 -p "$port" -U books -d "$database" -X -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# postgres_home_begin: the folder, the password, and the clean-up at the end of the test.
postgres_begin() {
  postgres_home=$(mktemp -d)
  chmod 755 "$postgres_home"
  if [[ $(id -u) == 0 ]]; then chown postgres "$postgres_home"; fi
  postgres_password=geheim-$RANDOM$RANDOM
  printf '%s\n' "$postgres_password" | postgres_as tee "$postgres_home/password" >/dev/null
  local others
  others=$(trap -p EXIT) # a test of the program has a folder to remove
  others=${others#"trap -- '"}
  # shellcheck disable=SC2064  # what is known now
  trap "postgres_stop_all; ${others%"' EXIT"}" EXIT
}

# postgres_start: one running server "main" with an empty database "books"; sets POSTGRES_PORT and POSTGRES_URL.
postgres_start() {
  postgres_begin
  POSTGRES_PORT=$(postgres_free_port)
  postgres_init main "$POSTGRES_PORT"
  postgres_ctl main start
  echo 'CREATE DATABASE books' | postgres_sql "$POSTGRES_PORT" postgres
  POSTGRES_URL=$(postgres_url "$POSTGRES_PORT" books)
  export POSTGRES_PORT POSTGRES_URL
}
