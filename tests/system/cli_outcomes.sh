#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/OUTCOMES.md says what the program says: rewrite it with `mingzhang outcomes >docs/OUTCOMES.md`.
set -euo pipefail
: "${MINGZHANG_BIN:?}"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
diff -u "$root/docs/OUTCOMES.md" <("$MINGZHANG_BIN" outcomes)
