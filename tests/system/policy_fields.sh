#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/POLICY_FIELDS.md says what the program says: rewrite it with `mingzhang policy fields >docs/POLICY_FIELDS.md`.
set -euo pipefail
: "${MINGZHANG_BIN:?}"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
diff -u "$root/docs/POLICY_FIELDS.md" <("$MINGZHANG_BIN" policy fields)
