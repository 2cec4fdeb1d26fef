#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The judges of judges.sh on a journal of 50,000 vouchers.
set -euo pipefail
exec "$(dirname "${BASH_SOURCE[0]}")/judges.sh" 50000
