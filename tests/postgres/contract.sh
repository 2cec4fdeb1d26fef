#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The contract of every driver, on a PostgreSQL server of its own: the same tests as for SQLite, unchanged.
set -euo pipefail
: "${MINGZHANG_TEST_STORE:?}" "${MINGZHANG_TEST_SERVICE:?}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/support/postgres.sh
. "$here/../support/postgres.sh"
[[ -x $postgres_bin/initdb ]] || exit 77
postgres_start
export MINGZHANG_TEST_POSTGRES=$POSTGRES_URL
for program in "$MINGZHANG_TEST_STORE" "$MINGZHANG_TEST_SERVICE"; do
  "$program" "${@:-[contract]}"
done
