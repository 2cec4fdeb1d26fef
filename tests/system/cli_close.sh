#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Closing a month with keys: the checkpoint holds the close, a trial and a wrong passphrase sign and close nothing.
# shellcheck source=tests/support/cli.sh
source "$(dirname "$0")/../support/cli.sh"

printf 'synthetic passphrase\n' >pass
printf 'another passphrase\n' >wrong
signers=(--passphrase-file pass)
books zhang
expect 0 user add guanli2 --role administrator --as guanli
for suite in sha256 sm3; do
  algorithm=ed25519
  [[ $suite == sm3 ]] && algorithm=sm2
  expect 0 key create --algorithm $algorithm --out $algorithm.key --passphrase-file pass
  expect 0 key show $algorithm.key.pub --name 样例局/ledger/zhang/$suite --use log
  expect 0 key add "$(cat out)" --reason 样例纪要 --as guanli --approve-as shenhe
  signers+=(--signer "$algorithm.key")
done

# A month's close ends with a checkpoint where keys are given: over all of the book, the close itself included.
close=(period close 2016-01 --as shenhe)
expect 4 "${close[@]}" --signer ed25519.key --signer sm2.key --passphrase-file wrong --publish closed
says SEAL-107
expect 0 "${close[@]}" "${signers[@]}" --publish closed --dry-run
[[ ! -e closed ]] || fail "a trial published a checkpoint"
expect 0 "${close[@]}" "${signers[@]}" --publish closed
expect 0 verify --json
json 'd["books"][0]["records"] == int(open("closed/checkpoint.sha256").read().split("\n")[1])'
expect 0 period close 2016-02 --as shenhe
expect 0 checkpoint show --suite sm3
cmp out closed/checkpoint.sm3 || fail "a checkpoint although no key was given"
