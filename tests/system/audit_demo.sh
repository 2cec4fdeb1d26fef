#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The second half of the demonstration runs to its end: witnesses, package, slip, and five frauds that are found.
script=$(realpath "$0")
# shellcheck source=tests/support/cli.sh
source "$(dirname "$0")/../support/cli.sh"

for program in jq unzip xxd; do
  command -v $program >/dev/null || { echo "skipped: no $program"; exit 77; }
done
tools=$(dirname "$script")/../../tools
expect 0 demo --dir demo --households 100
"$tools/demo_audit.sh" "$MINGZHANG_BIN" "${MINGZHANG_VERIFY:-$(dirname "$MINGZHANG_BIN")/mingzhang-verify}" demo >said || fail "the demonstration: $(tail -5 said)"
[[ $(grep -c '✗' said) == 5 ]] || fail "not every fraud is refused: $(cat said)"
[[ $(grep -c 'verify.sh: .*FORK' said) == 4 && $(grep -c 'ANOTHER HISTORY' said) == 4 ]] || fail "not every fork is found"
[[ $(grep -c 'GOOD' said) -ge 2 && -s demo/receipt.pdf ]] || fail "no clean package, or no slip"
