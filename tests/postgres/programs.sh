#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The program's own tests once more, their books on a PostgreSQL server: the same commands, answers and figures.
set -euo pipefail
: "${MINGZHANG_BIN:?}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/postgres.sh
. "$here/../support/postgres.sh"
[[ -x $postgres_bin/initdb ]] || exit 77
postgres_start

# What looks into files by its nature (backups, power cuts, erased values) stays with SQLite.
tests=(cli_audit_reports cli_close cli_compensation cli_counterparts cli_funds cli_guarantee cli_loans)
if (($# > 0)); then tests=("$@"); fi

run_test() {
  local name=$1
  echo "CREATE SCHEMA $name" | postgres_sql "$POSTGRES_PORT" books
  MINGZHANG_TEST_URL="$POSTGRES_URL?options=-csearch_path%3D$name" bash "$here/../system/$name.sh" \
    >"$postgres_home/$name.log" 2>&1 && return
  printf '失败 failed: %s\n%s\n' "$name" "$(tail -30 "$postgres_home/$name.log")" >&2
  return 1
}
failed=0
for ((number = 0; number < ${#tests[@]}; number += 2)); do # two at a time
  others=()
  for name in "${tests[@]:number:2}"; do
    run_test "$name" &
    others+=($!)
  done
  for other in "${others[@]}"; do wait "$other" || failed=1; done
done
exit "$failed"
