# SPDX-License-Identifier: Apache-2.0
"""Makes vouchers, asks plain-text accounting programs for their balances, and compares them with ours to the fen."""

import argparse
import csv
import datetime
import io
import json
import random
import re
import subprocess
import sys
from collections import defaultdict

# Codes as people may write them, those that would break a careless export among them. All synthetic.
ACCOUNTS = ["1002", "100201", "1011", "1214", "2303", "3001", "4001", "5001", "50 01", "50:01", "50-01", "预付;款",
            "(5001)", "X=1", "5001[2016-01-01]"]
FUNDS = ["", "", "F1", "F2", "F 2", "财农〔2016〕1号", "f-2", ":F"]
PROJECTS = ["", "", "P1", "村:路", "date:2016-99-99"]
SUBJECTS = ["", "", "H000001", "[2016-13-01]", "h;2"]
SUMMARIES = ["收到资金", "到户补助 \"第一批\"", "a;b:c [x] \\ 一卡通", "* ! (x) | y", "付工程款  两个空格", "#tag ^link @ 3.00 CNY"]
COLUMNS = ["voucher", "date", "summary", "account", "side", "amount", "fund", "project", "subject"]


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def fen_of(text):
    """Fen of "-1,234.56" or "0"; refuses more than two decimals."""
    match = re.fullmatch(r"(-?)([\d,]+)(?:\.(\d{1,2}))?", text.strip())
    if not match:
        raise ValueError(f"not an amount: {text!r}")
    fen = int(match.group(2).replace(",", "")) * 100 + int((match.group(3) or "0").ljust(2, "0"))
    return -fen if match.group(1) else fen


def generate(seed, vouchers):
    rng = random.Random(seed)
    out = csv.writer(sys.stdout, lineterminator="\r\n")
    out.writerow(COLUMNS)
    first = datetime.date(2016, 1, 1)
    for number in range(1, vouchers + 1):
        # Mostly forward through three years, some backdated by up to two months.
        ahead = number * 1090 // vouchers
        date = first + datetime.timedelta(days=max(0, ahead - (rng.randrange(60) if rng.random() < 0.2 else 0)))
        summary = rng.choice(SUMMARIES)
        for _ in range(rng.choice([1, 1, 2, 5])):
            debit, credit = rng.sample(ACCOUNTS, 2)
            amount = yuan(rng.choice([1, 99, 100, rng.randrange(1, 10**5), rng.randrange(1, 10**9)]))
            fund = rng.choice(FUNDS)
            words = rng.choice([("debit", "credit"), ("借", "贷")])
            for account, side in ((debit, words[0]), (credit, words[1])):
                row = [f"J{number}", date.isoformat(), summary, account, side, amount, fund]
                out.writerow(row + [rng.choice(PROJECTS), rng.choice(SUBJECTS)])


def csv_totals(path, as_of):
    """Debits and credits by (account, fund) of the generated file, up to and including the day."""
    totals = defaultdict(lambda: [0, 0])
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["date"] <= as_of:
                totals[row["account"], row["fund"]][row["side"] in ("credit", "贷")] += fen_of(row["amount"])
    return {key: tuple(both) for key, both in totals.items()}


def our_rows(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    rows = {(row["account"], row["fund"]): row for row in document["rows"]}
    if len(rows) != len(document["rows"]):
        sys.exit("DIFFERS: our trial balance names an account and fund twice")
    for side in ("debit", "credit"):
        if sum(fen_of(row[side]) for row in rows.values()) != fen_of(document["total_" + side]):
            sys.exit(f"DIFFERS: total_{side} is not the sum of the rows")
    return document["as_of"], rows


def net_of(row):
    return fen_of(row["balance"]) * (1 if row["balance_side"] == "debit" else -1)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"REFUSED by {command[0]}: {done.stderr.strip()[:600]} {done.stdout.strip()[:600]}")
    return done.stdout


def day_after(as_of):
    return (datetime.date.fromisoformat(as_of) + datetime.timedelta(days=1)).isoformat()


def hledger(path, as_of):
    out = run("hledger", "-f", path, "--strict", "balance", "--flat", "-E", "-N", "-e", day_after(as_of), "-O", "csv")
    for row in list(csv.reader(io.StringIO(out)))[1:]:
        yield row[0], row[1].removesuffix(" CNY")


def ledger(path, as_of):
    out = run("ledger", "-f", path, "--pedantic", "--args-only", "balance", "--flat", "-E", "--no-total", "-e",
              day_after(as_of), "--format", "%(account)\t%(display_total)\n")
    for line in out.splitlines():
        if line.strip():
            account, amount = line.split("\t")
            yield account, amount.strip().removesuffix(" CNY")


def beancount(path, as_of):
    run("bean-check", path)
    query = f"SELECT account, sum(number) AS total WHERE date <= {as_of} GROUP BY account"
    out = run("bean-query", "-f", "csv", path, query)
    for row in list(csv.reader(io.StringIO(out)))[1:]:
        yield row[0].strip(), row[1].strip()


def codes_of(name):
    """(account, fund) of an exported account, by the mapping that the export documents."""
    def unescaped(text):
        if not re.fullmatch(r"(?:[A-Za-z0-9\u4e00-\u9fff]|-[0-9A-F]{2})*", text):
            sys.exit(f"DIFFERS: not an exported code: {text}")
        return re.sub(rb"-([0-9A-F]{2})", lambda m: bytes([int(m.group(1), 16)]), text.encode()).decode()

    account, fund = name.split(":")[-2:]
    if account[:1] != "A" or fund[:1] != "F":
        sys.exit(f"DIFFERS: not an exported account: {name}")
    return unescaped(account[1:]), unescaped(fund[1:])


def differences(wanted, got):
    for key in sorted(set(wanted) | set(got)):
        if wanted.get(key, 0) != got.get(key, 0):
            yield f"DIFFERS {key}: wanted {wanted.get(key, 0)} fen, got {got.get(key, 0)} fen"


def finish(found, what):
    found = list(found)
    if found:
        sys.exit("\n".join(found[:20]))
    print(what)


def compare(judge, journal, ours):
    as_of, rows = our_rows(ours)
    theirs = {}
    for name, amount in {"hledger": hledger, "ledger": ledger, "beancount": beancount}[judge](journal, as_of):
        if codes_of(name) in theirs:
            sys.exit(f"DIFFERS: {name} is named twice")
        theirs[codes_of(name)] = fen_of(amount)
    if not theirs:
        sys.exit(f"{judge} said nothing")
    finish(differences(theirs, {key: net_of(row) for key, row in rows.items()}),
           f"{judge}: {len(theirs)} balances agree as of {as_of}")


def compare_csv(vouchers, ours):
    as_of, rows = our_rows(ours)
    wanted = csv_totals(vouchers, as_of)
    got = {key: (fen_of(row["debit"]), fen_of(row["credit"])) for key, row in rows.items()}
    nets = {key: debits - credits for key, (debits, credits) in wanted.items()}
    if any(wanted.get(key) != got.get(key) for key in set(wanted) | set(got)):
        sys.exit("\n".join(f"DIFFERS {key}: wanted {wanted.get(key)}, got {got.get(key)}"
                           for key in sorted(set(wanted) | set(got)) if wanted.get(key) != got.get(key))[:4000])
    finish(differences(nets, {key: net_of(row) for key, row in rows.items()}),
           f"our trial balance of {as_of} is the sum of the imported file: {len(rows)} rows")


def falsify(kind, journal):
    """One amount larger by a fen, or (pair) both amounts of one transaction of two lines, so that it still balances."""
    with open(journal, encoding="utf-8") as file:
        lines = file.read().split("\n")
    posting = re.compile(r"^( +\S+  )(-?)(\d+\.\d\d) CNY$")
    blocks = defaultdict(list)
    block = 0
    for at, line in enumerate(lines):
        block += not line.strip()
        if posting.match(line):
            blocks[block].append(at)
    at_lines = next(found for found in blocks.values() if len(found) == 2)
    for at in at_lines if kind == "pair" else at_lines[:1]:
        lines[at] = posting.sub(lambda m: m.group(1) + m.group(2) + yuan(fen_of(m.group(3)) + 1) + " CNY", lines[at])
    sys.stdout.write("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verb = verbs.add_parser("generate")
    verb.add_argument("--seed", type=int, required=True)
    verb.add_argument("--vouchers", type=int, required=True)
    verb = verbs.add_parser("compare")
    verb.add_argument("judge", choices=["hledger", "ledger", "beancount"])
    verb.add_argument("journal")
    verb.add_argument("ours")
    verb = verbs.add_parser("compare-csv")
    verb.add_argument("vouchers")
    verb.add_argument("ours")
    verb = verbs.add_parser("falsify")
    verb.add_argument("kind", choices=["pair", "single"])
    verb.add_argument("journal")
    arguments = vars(parser.parse_args())
    {"generate": generate, "compare": compare, "compare-csv": compare_csv, "falsify": falsify}[arguments.pop("verb")](
        **arguments)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    main()
