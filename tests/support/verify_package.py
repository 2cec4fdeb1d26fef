#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A third check of audit packages, for tests: Python's standard library, and openssl for signatures.

usage: verify_package.py FILE.zip|FOLDER POLICY [SINCE]. The exit codes are those of mingzhang-verify.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SUITES = ("sha256", "sm3")
SPKI = {"ed25519": "302a300506032b6570032100", "sm2": "3059301306072a8648ce3d020106082a811ccf5501822d034200"}


class Found(Exception):
    def __init__(self, code, what):
        super().__init__(what)
        self.code = code


def digest(suite, data):
    return hashlib.new(suite, data).digest()


def tree_root(suite, nodes):
    """The root over complete subtrees: {(level, index): digest}; the last without a neighbour goes up alone (RFC 6962)."""
    level = 0
    while len(nodes) > 1:
        for index in sorted(i for (at, i) in nodes if at == level):
            left = nodes.pop((level, index), None)
            if left is None:
                continue
            right = nodes.pop((level, index + 1), None) if index % 2 == 0 else None
            nodes[(level + 1, index // 2)] = digest(suite, b"\1" + left + right) if right is not None else left
        level += 1
    return next(iter(nodes.values()))


def places(start, end):
    """The complete subtrees over [start, end), each as wide as its place and the end allow."""
    while start < end:
        level = 0
        while start % (2 << level) == 0 and start + (2 << level) <= end:
            level += 1
        yield level, start >> level
        start += 1 << level


def read_files(path):
    if Path(path).is_dir():
        return {str(p.relative_to(path)): p.read_bytes() for p in Path(path).rglob("*") if p.is_file()}
    try:
        archive = zipfile.ZipFile(path)
        names = archive.namelist()
        if len(set(names)) != len(names) or archive.testzip() is not None:
            raise Found(2, "the zip file")
        return {name.split("/", 1)[1]: archive.read(name) for name in names}
    except (zipfile.BadZipFile, IndexError) as error:
        raise Found(2, str(error)) from error


def check_manifests(files):
    listed = {}
    for suite in SUITES:
        for name in ("manifest", "tagmanifest"):
            for line in files.get(f"{name}-{suite}.txt", b"").decode().splitlines():
                wanted, file = line.split("  ", 1)
                if file not in files or digest(suite, files[file]).hex() != wanted:
                    raise Found(1, file)
                listed.setdefault(suite, set()).add(file)
    there = {file for file in files if not file.startswith("tagmanifest-")}
    for suite in SUITES:
        if listed.get(suite, set()) != there:
            raise Found(1, "the manifests and the files")


def note_of(data):
    text, lines = data.decode().rsplit("\n\n", 1)
    signatures = []
    for line in lines.splitlines():
        _, name, value = line.split(" ")
        signatures.append((name, base64.b64decode(value, validate=True)))
    origin, size, root = text.splitlines()
    return text.encode() + b"\n", origin, int(size), base64.b64decode(root, validate=True), signatures


def key_of(vkey):
    name, key_id, value = vkey.split("+", 2)
    data = base64.b64decode(value, validate=True)
    algorithm = "ed25519" if data[0] in (1, 4) else "sm2"
    return name, bytes.fromhex(key_id), algorithm, data[-(32 if algorithm == "ed25519" else 65):]


def signed(vkey, note, is_witness):
    """True for a right signature, False for a wrong one, None where there is none."""
    text, _, _, _, signatures = note
    name, key_id, algorithm, point = key_of(vkey)
    for signer, value in signatures:
        if signer != name or value[:4] != key_id:
            continue
        signature, message = value[4:], text
        if is_witness:
            message = b"cosignature/v1\ntime %d\n" % int.from_bytes(value[4:12], "big") + text
            signature = value[12:]
        with tempfile.TemporaryDirectory() as folder:
            at = Path(folder)
            (at / "der").write_bytes(bytes.fromhex(SPKI[algorithm]) + point)
            (at / "message").write_bytes(message)
            (at / "signature").write_bytes(signature)
            subprocess.run(["openssl", "pkey", "-pubin", "-inform", "DER", "-in", at / "der", "-out", at / "key"], check=True, capture_output=True)
            command = ["openssl", "dgst", "-sm3", "-verify", at / "key", "-sigopt", "distid:1234567812345678", "-signature", at / "signature", at / "message"]
            if algorithm == "ed25519":
                command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", at / "key", "-rawin", "-in", at / "message", "-sigfile", at / "signature"]
            return subprocess.run(command, capture_output=True).returncode == 0
    return None


def check_lines(records, lines):
    at = 0
    for number, (raw, record) in enumerate(records):
        own = lines[at:at + record.get("lines", 0)]
        at += len(own)
        if not record.get("lines"):
            continue
        for suite in SUITES:
            leaves = {}
            for index, line in enumerate(own):
                value = json.loads(line)
                withheld = value.get(f"leaf_{suite}")
                leaves[(0, index)] = bytes.fromhex(withheld) if withheld else digest(suite, b"\0" + line)
            if len(own) != record["lines"] or tree_root(suite, leaves).hex() != record[f"lines_{suite}"]:
                raise Found(1, f"record {record['seq']}: its lines")
    if at != len(lines):
        raise Found(1, f"record {number}: lines that belong to no record")


def check_books(records, lines, begin):
    budget, numbers, at = {}, {}, 0
    for _, record in records:
        own = [json.loads(line) for line in lines[at:at + record.get("lines", 0)]]
        at += len(own)
        data = record["data"]
        if record["t"] == "account/v1":
            budget[data["code"]] = data["class"].startswith("budget_")
        if record["t"] != "voucher/v1":
            continue
        key = (data["period"], data["type"])
        if data["number"] != numbers.get(key, 0) + 1 and not (begin > 0 and key not in numbers):
            raise Found(1, f"record {record['seq']}: voucher numbers")
        numbers[key] = data["number"]
        if any(line["t"] == "withheld/v1" for line in own):
            continue
        sums = {}
        for line in own:
            group = (line.get("fund"), budget.get(line["account"]))
            sums[group] = sums.get(group, 0) + (line["amount"] if line["side"] == "debit" else -line["amount"])
        if any(sums.values()) or any(line["amount"] <= 0 for line in own):
            raise Found(1, f"record {record['seq']}: unbalanced")


def check_policy(policy, suite, note):
    """Nothing, or what is unmet."""
    reached, log, quorum = set(), None, None
    for line in policy.splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if words[0] == "log" and words[1].split("+")[0] == note[1]:
            log = words[1]
        elif words[0] == "witness" and (key_of(words[2])[2] == "ed25519") == (suite == "sha256"):
            state = signed(words[2], note, True)
            if state is False:
                raise Found(1, f"a cosignature of {suite}")
            if state:
                reached.add(words[1])
        elif words[0] == "group":
            count = sum(member in reached for member in words[3:])
            if count >= {"any": 1, "all": len(words) - 3}.get(words[2], int(words[2]) if words[2].isdigit() else 0):
                reached.add(words[1])
        elif words[0] == "quorum":
            quorum = words[1] == "none" or words[1] in reached
    if log is None:
        return "no log of this book in the policy"
    state = signed(log, note, False)
    if state is False:
        raise Found(1, f"the signature of {suite}")
    return None if state and quorum else "unsigned" if not state else "under-witnessed"


def check(path, policy, since):
    files = read_files(path)
    info = dict(line.split(": ", 1) for line in files.get("bag-info.txt", b"").decode().splitlines())
    if "Mingzhang-Range" not in info or "data/records.jsonl" not in files:
        raise Found(2, "bag-info.txt")
    check_manifests(files)
    begin, end, size = map(int, info["Mingzhang-Range"].split())
    raw = files["data/records.jsonl"].split(b"\n")[:-1]
    lines = files["data/lines.jsonl"].split(b"\n")[:-1]
    records = [(line, json.loads(line)) for line in raw]
    for number, (_, record) in enumerate(records):
        if record["seq"] != begin + number or record["book"] != info["External-Identifier"]:
            raise Found(1, f"record {begin + number}: another place")
    if len(records) != end - begin:
        raise Found(1, f"record {begin + len(records)}: missing")
    check_lines(records, lines)
    unmet = None
    notes = {suite: note_of(files[f"proof/checkpoint.{suite}"]) for suite in SUITES if f"proof/checkpoint.{suite}" in files}
    leaves = {suite: {(0, begin + i): digest(suite, b"\0" + line) for i, line in enumerate(raw)} for suite in SUITES}
    around = {}
    for suite in SUITES:
        given = [bytes.fromhex(line.split(" ")[1]) for line in files.get(f"proof/range.{suite}", b"").decode().splitlines()]
        wanted = list(places(0, begin)) + list(places(end, size))
        if len(given) != len(wanted):
            raise Found(1, f"proof/range.{suite}")
        around[suite] = dict(zip(wanted, given))
    for suite, note in notes.items():
        if note[2] != size or f"/ledger/{info['External-Identifier']}/{suite}" not in note[1]:
            raise Found(1, f"proof/checkpoint.{suite}: another book or size")
        if tree_root(suite, {**leaves[suite], **around[suite]}) != note[3]:
            raise Found(1, f"proof/checkpoint.{suite}: another root")
        unmet = unmet or check_policy(policy, suite, note)
    check_books(records, lines, begin)
    if since:
        _, origin, earlier, root, _ = note_of(since)
        suite = "sm3" if "/sm3" in origin else "sha256"
        if earlier > size:
            raise Found(4, "shorter than last time")
        if begin <= earlier <= end:
            nodes = {place: node for place, node in {**around[suite], **leaves[suite]}.items() if (place[1] + 1) << place[0] <= earlier}
            if tree_root(suite, nodes) != root:
                raise Found(4, "another history")
        else:
            unmet = unmet or "not comparable"
    if unmet or not notes:
        raise Found(3, unmet or "no checkpoint")


def main():
    try:
        check(sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"), Path(sys.argv[3]).read_bytes() if len(sys.argv) > 3 else b"")
    except Found as found:
        print(found)
        return found.code
    except (ValueError, KeyError) as error:
        print(f"tampered: {error!r}")
        return 1
    print("good")
    return 0


if __name__ == "__main__":
    sys.exit(main())
